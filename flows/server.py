"""Prefect's server as a child process: started, waited for, stopped; its folder is ours, its address loopback."""

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


@contextlib.contextmanager
def prefect_server(host: str, port: int, logs: Path) -> Iterator[str]:
    """Start the server, yield the address of its API, and stop it at the end; raises NoServer.

    `settle_prefect` must have run: the child takes folder and switches from the environment.
    """
    address = f"http://{host}:{port}"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", host, "--port", str(port)]
    logs.mkdir(parents=True, exist_ok=True)
    with (logs / "prefect-server.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 (one system call, before any thread of ours)
            env={**os.environ, "PREFECT_API_URL": f"{address}/api", "PREFECT_UI_API_URL": f"{address}/api"},
        )
    try:
        _wait(process, address)
        yield f"{address}/api"
    finally:
        stop(process)


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        if _answers(f"{address}/api/health"):
            return
        time.sleep(0.25)
    raise NoServer(seconds=int(_START_SECONDS))


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
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
