"""A run does not end because its server is slow: it ends where there is none."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from httpx import ConnectTimeout, ReadTimeout

from flows.server import NoServer
from flows.temporary_server import bring_up


class Busy(BaseHTTPRequestHandler):
    """A server that answers that it is not ready, so many times, and then that it is."""

    left: ClassVar[list[int]] = []

    def do_GET(self) -> None:
        self.send_response(503 if self.left and self.left.pop() else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Busy) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Starting:
    """Prefect's own way of starting its server, as far as it is seen."""

    def __init__(self, api_url: str, fails: Exception | None) -> None:
        self.api_url, self.fails, self.running, self.stopped = api_url, fails, False, False

    def start(self, timeout: int | None = None) -> None:
        self.running = self.fails is None
        if self.fails is not None:
            raise self.fails

    def stop(self) -> None:
        self.stopped = True


@pytest.mark.parametrize(
    ("fails", "busy", "why"),
    [
        (None, 0, "it answered at once"),
        (ReadTimeout("timed out"), 0, "it took the connection, and answered when asked again"),
        (ReadTimeout("timed out"), 2, "it says for a while that it is not ready"),
        (ConnectTimeout("timed out"), 1, "not even the connection was taken in time"),
    ],
)
def test_a_slow_server_is_waited_for(address: str, fails: Exception | None, busy: int, why: str) -> None:
    Busy.left[:] = [1] * busy
    server = Starting(address, fails)
    bring_up(server, patience=60)
    assert server.running and not server.stopped, why
    assert not Busy.left, "it was asked until it answered"


@pytest.mark.parametrize(
    ("fails", "why"),
    [
        (RuntimeError("Timed out while attempting to connect"), "it never answered, or ended"),
        (ReadTimeout("timed out"), "nobody listens there any more"),
    ],
)
def test_where_none_comes_the_run_says_so(fails: Exception, why: str) -> None:
    server = Starting("http://127.0.0.1:9", fails)
    begun = time.monotonic()
    with pytest.raises(NoServer) as caught:
        bring_up(server, patience=0.1)
    assert server.stopped and not server.running, why
    assert "không khởi động được" in caught.value.message
    assert time.monotonic() - begun < 60, "not waited for longer than it was told"
