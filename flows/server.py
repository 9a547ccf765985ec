"""Prefect's server as a child process: started, waited for, started again when it dies, stopped."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError

_START_SECONDS = 120.0
_STOP_SECONDS = 4.0
_LONGEST_REST = 60.0  # seconds between two starts of a server that dies at once, again and again


class NoServer(TonghopError):
    """Prefect's server did not answer."""

    code, transient = "MAY_CHU_KHONG_LEN", True
    reason: ClassVar[str] = "Máy chủ Prefect không khởi động được sau {seconds} giây."
    remedy: ClassVar[str] = "Đề nghị xem tệp prefect-server.log trong thư mục dữ liệu; cổng có thể đang bị chiếm."


_LIBC = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _end_with_parent() -> None:
    """In the child: a service that is killed takes its server along, or the next one would find the port taken."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class Server:
    """The child that runs the server. `keep` starts it again; it must be called by the thread that made this.

    The system ends the child with the thread that started it.
    """

    def __init__(self, host: str, port: int, api: str, logs: Path) -> None:
        start = ("flows.prefect_server", "server", "start", "--host", host, "--port", str(port))
        self._command = [sys.executable, "-m", *start]
        self._api, self._log = api, logs / "prefect-server.log"
        logs.mkdir(parents=True, exist_ok=True)
        self._rest, self._again_at = 0.0, 0.0
        self._process = self._start()

    def keep(self) -> bool:
        """Start the server again where it died, at once and then ever more rarely; return whether it was started."""
        if self._process.poll() is None:
            return False
        now = time.monotonic()
        if now < self._again_at:
            return False
        lived = now - self._begun
        self._rest = 0.0 if lived > _LONGEST_REST else min(2 * self._rest + 1, _LONGEST_REST)
        stop(self._process)  # what it started may live on and hold the port
        self._process = self._start()
        return True

    def wait(self) -> None:
        """Return when the server answers; raises NoServer when it ended or took too long."""
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self._process.poll() is None:
            if answers(self._api):
                return
            time.sleep(0.25)
        raise NoServer(seconds=int(_START_SECONDS))

    def close(self) -> None:
        """End the server and all that it started."""
        stop(self._process)

    def _start(self) -> subprocess.Popen[bytes]:
        self._begun = time.monotonic()
        self._again_at = self._begun + self._rest
        with self._log.open("ab") as log:
            return subprocess.Popen(
                self._command,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 (one system call of the child)
                env=dict(os.environ),
            )


@contextlib.contextmanager
def prefect_server(host: str, port: int, api: str, logs: Path) -> Iterator[Server]:
    """Start the server, yield it when it answers at `api`, and stop it at the end; raises NoServer.

    `settle_prefect` and `settle_access` must have run: the child takes folder and switches from the environment.
    """
    server = Server(host, port, api, logs)
    try:
        server.wait()
        yield server
    finally:
        server.close()


def answers(api: str) -> bool:
    """Return whether a server answers at that address; it needs no password for this."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the child and all that it started: asked first, killed when it does not listen."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
