"""`python -m flows.prefect_server server start …`: Prefect's server, patient where its SQLite is locked.

Prefect begins most transactions as readers. One that read and then wants to write is refused at once where another
wrote meanwhile (“database is locked”, SQLite's rule for snapshots: no timeout applies), the page that a clerk sent gets
503, and he presses again (measured beside three busy writers: every press refused). Two remedies, neither a setting of
Prefect's: what a clerk presses begins as a writer and waits its turn, and whatever is refused is tried again here.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

_Message = dict[str, Any]
_App = Callable[..., Awaitable[None]]

_RESTS = (0.1, 0.3, 1.0, 3.0)  # seconds between tries
_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})  # also every question that a page puts
_PRESSED = ("/resume", "/create_flow_run")
_LARGEST = 8 << 20  # bytes of a request that may be sent again
_WRITER: ContextVar[bool] = ContextVar("tonghop_writer", default=False)


class Patient:
    """The server's application, which is called again while it answers 503: its transaction was undone then."""

    def __init__(self, app: _App) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Callable[[], Awaitable[_Message]], send: Any) -> None:
        """Serve one request, as ASGI asks."""
        if scope["type"] != "http" or scope["method"] not in _CHANGING:
            await self._app(scope, receive, send)
            return
        _WRITER.set(scope["path"].endswith(_PRESSED))
        body = await _whole(receive)
        for rest in _RESTS if len(body) <= _LARGEST else ():
            refused = await self._refused(scope, _replayed(body, receive), send)
            if not refused:
                return
            await asyncio.sleep(rest)
        await self._app(scope, _replayed(body, receive), send)

    async def _refused(self, scope: Any, receive: Any, send: Any) -> bool:
        """Serve it once, and keep the answer back where it is 503."""
        refused = False

        async def passing(message: _Message) -> None:
            nonlocal refused
            refused = refused or (message["type"] == "http.response.start" and message["status"] == 503)
            if not refused:
                await send(message)

        try:
            await self._app(dict(scope), receive, passing)
        except Exception:  # raised again once the answer was given, for the server's log
            if not refused:
                raise
        return refused


async def _whole(receive: Callable[[], Awaitable[_Message]]) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _replayed(body: bytes, receive: Callable[[], Awaitable[_Message]]) -> Callable[[], Awaitable[_Message]]:
    given = False

    async def again() -> _Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def be_patient() -> None:
    """Make Prefect's server of this process patient; before it is started."""
    from prefect.server.api import server
    from prefect.server.database.configurations import AioSqliteConfiguration

    begin: Any = AioSqliteConfiguration.begin_transaction
    create: Any = server.create_app

    @asynccontextmanager
    async def as_writer(self: Any, session: Any, with_for_update: bool = False) -> AsyncGenerator[Any, None]:
        async with begin(self, session, with_for_update=with_for_update or _WRITER.get()) as transaction:
            yield transaction

    changed: Any = AioSqliteConfiguration
    changed.begin_transaction = as_writer
    module: Any = server
    module.create_app = lambda *args, **options: Patient(create(*args, **options))


def main() -> None:
    """Hand over to Prefect's own command line."""
    be_patient()
    from prefect.cli import app

    app()


if __name__ == "__main__":
    main()
