"""A real service for tests: Prefect's server and the served deployments, in processes of their own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def free_port() -> int:
    """A port of loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(true: object, seconds: float, what: str, every: float = 0.25) -> Any:
    """Call `true` until it returns something true; fail with `what` after that many seconds."""
    assert callable(true)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(every)
    raise AssertionError(f"not within {seconds} s: {what}")


def answers(address: str) -> bool:
    """Whether something answers 200 there."""
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def ask(address: str, path: str, told: object | None = None) -> Any:
    """Post to the server's API and return its answer; asked again while its database is locked."""
    body = json.dumps(told or {}).encode()
    request = urllib.request.Request(f"{address}/api/{path}", body, {"Content-Type": "application/json"})
    for rest in (1.0, 3.0, 9.0, 0.0):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
            return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            if error.code != 503 or not rest:
                raise
            time.sleep(rest)
    raise AssertionError


def runs(address: str, *states: str) -> list[dict[str, Any]]:
    """The flow runs in those states, none of them where the server does not answer just now."""
    wanted = {"flow_runs": {"state": {"type": {"any_": list(states)}}}, "limit": 200}
    try:
        found: list[dict[str, Any]] = ask(address, "flow_runs/filter", wanted)
    except OSError:
        return []
    return found


def server_of(service: subprocess.Popen[bytes]) -> int:
    """The process of Prefect's server, a child of the service; 0 where there is none just now."""
    for found in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(found.read_text().rsplit(")", 1)[1].split()[1])
            words = (found.parent / "cmdline").read_bytes().split(b"\0")
            if parent == service.pid and b"server" in words:
                return int(found.parent.name)
    return 0


def begin(
    inbox: Path, data: Path, outbox: Path, port: int, cwd: Path, poll: float = 0.5, **settings: str
) -> subprocess.Popen[bytes]:
    """Start `tonghop serve` with those settings and return its process at once."""
    told = {"data": data, "inbox": inbox, "outbox": outbox, "port": port, "poll_seconds": poll, **settings}
    return start(["serve"], told, cwd, data.parent / "serve.log")


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop; kill it where the machine is too busy for that."""
    process.send_signal(signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=20)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def start(command: list[str], told: dict[str, object], cwd: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start a command of ours with those settings and no other, in a session of its own; its lines go to `log`."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("TONGHOP_", "PREFECT_"))}
    env |= {f"TONGHOP_{name.upper()}": str(value) for name, value in told.items()}
    env |= {"NO_PROXY": "*", "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    with log.open("ab") as lines:
        return subprocess.Popen(
            [sys.executable, "-u", "-m", "flows.cli", *command],
            env=env,
            cwd=cwd,
            stdout=lines,
            stderr=lines,
            start_new_session=True,
        )


@contextmanager
def service(
    inbox: Path, data: Path, outbox: Path, port: int, cwd: Path, poll: float = 0.5, **settings: str
) -> Iterator[str]:
    """Run `tonghop serve` and yield the address of its UI; ends it with SIGTERM and checks that it obeyed in time."""
    process = begin(inbox, data, outbox, port, cwd, poll=poll, **settings)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_until(lambda: answers(f"{address}/api/health"), 120, "the server answers")
        yield address
    finally:
        asked = time.monotonic()
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        took = time.monotonic() - asked
        assert took <= 12, f"asked to stop, the service took {took:.1f} s"
