"""Prefect's server of one run, started before anything needs it and waited for however busy the machine is.

Prefect starts it by itself with the first flow, and gives up where a connection is taken and not answered within five
seconds: on a busy machine `tonghop run` ended there (start measured under load: 64 and 120 s for 14 CPU seconds).
"""

from __future__ import annotations

import time
from typing import Protocol

from flows.server import NoServer, answers

PATIENCE = 600  # seconds
_REST = 0.25


class _Starting(Protocol):
    """What Prefect offers of its server: there is one in a process."""

    running: bool

    @property
    def api_url(self) -> str: ...

    def start(self, timeout: int | None = None) -> None: ...

    def stop(self) -> None: ...


def start_temporary_server() -> None:
    """Return when the server of this process answers; raises NoServer. `settle_prefect` must have run.

    None is started where this process was told of a server before (Prefect reads its settings when it is imported).
    """
    from prefect.server.api.server import SubprocessASGIServer
    from prefect.settings import PREFECT_API_URL

    if not PREFECT_API_URL.value():
        bring_up(SubprocessASGIServer())


def bring_up(server: _Starting, patience: float = PATIENCE) -> None:
    """Start the server and return when it answers, at once where it runs; raises NoServer after so many seconds."""
    from httpx import TimeoutException

    deadline = time.monotonic() + patience
    try:
        server.start(timeout=int(patience))
    except TimeoutException:  # it is there, and slow: to start another would make it slower
        while not answers(server.api_url):
            if time.monotonic() > deadline:
                server.stop()
                raise NoServer(seconds=int(patience)) from None
            time.sleep(_REST)
        server.running = True
    except RuntimeError as error:
        server.stop()
        raise NoServer(seconds=int(patience)) from error
