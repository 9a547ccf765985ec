"""Serves the deployments until told to stop."""

from __future__ import annotations

import asyncio
import threading

from prefect.runner import Runner

from flows.mail import OfficeMail
from flows.served import serve_all
from flows.settings import settings
from flows.shop import Say

_REST = 3.0  # seconds
_AT_ONCE = 2  # processes of runs; each takes a processor for some seconds, the rest wait their turn


def serve_deployments(stop: threading.Event, say: Say) -> None:
    """Register the deployments and start their runs until `stop` is set; runs that wait for a person stay waiting.

    Prefect's runner gives up after three failed calls in a row, six seconds without a server; a new one takes its
    place until the server is back.
    """
    told = False
    while not stop.is_set():
        try:
            asyncio.run(_serve(stop))
            told = False
        except Exception as error:
            if not told and not stop.is_set():  # the runner ends with an error where it is asked to stop, too
                say(f"Chưa nối được với máy chủ giao diện ({type(error).__name__}), đang thử lại.")
            told = True
        stop.wait(_REST)


async def _serve(stop: threading.Event) -> None:
    runner = Runner(name="tonghop", pause_on_shutdown=False, query_seconds=2, limit=_AT_ONCE, webserver=False)
    await serve_all(runner, settings())
    await OfficeMail.register_type_and_schema()
    task = asyncio.create_task(runner.start())
    while not stop.is_set() and not task.done():
        await asyncio.sleep(0.2)
    if not task.done():
        await runner.astop()
    await asyncio.wait({task}, timeout=2)
    if task.done() and not task.cancelled() and (error := task.exception()) is not None:
        raise error
