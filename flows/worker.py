"""`tonghop worker`: reads chunks of documents on any machine that sees the vault, the ledger and Prefect's server."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError
from flows.access import server_address, settle_access
from flows.holding import holder_name
from flows.office import Office
from flows.quiet import settle_prefect
from flows.settings import Settings, settings
from flows.shop import Say

_REST = 3.0  # seconds


class NoSharedLedger(TonghopError):
    """A worker of another machine cannot use a ledger that is a file of one machine."""

    code = "SO_CAI_MOT_MAY"
    reason: ClassVar[str] = "Máy đọc thêm cần sổ cái dùng chung: SQLite chỉ dùng được trên một máy."
    remedy: ClassVar[str] = "Đề nghị đặt TONGHOP_DATABASE_URL là địa chỉ PostgreSQL trên mọi máy."


def work(options: Settings, say: Say) -> None:
    """Take chunks until SIGTERM or SIGINT; raises NoSharedLedger, Overlap."""
    data = (options.data or Path("data")).resolve()
    if options.database_url is None and "//127.0.0.1" not in server_address(options):
        raise NoSharedLedger
    settled = options.model_copy(update={"data": data})
    os.environ.update(settled.environment())
    settings.cache_clear()
    settle_prefect(data / "prefect" / "may-doc", temporary=False)
    api = settle_access(settled, data)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Office(settled, data, say) as office:
        from flows.chunks import ready  # Prefect reads its surroundings when it is loaded

        ready(office)
        say(f"Máy đọc {holder_name()}: nhận việc từ {api}")
        threading.Thread(target=_serve, args=(stop, say), name="chunks", daemon=True).start()
        while not stop.wait(0.5):
            pass
        office.ledger.release(holder_name())
    say("Máy đọc đã dừng.")


def _serve(stop: threading.Event, say: Say) -> None:
    """Take chunks, one at a time, for as long as the process lives; a server that is away is waited for."""
    told = ""
    while not stop.is_set():
        try:
            asyncio.run(_take_chunks())
        except BaseException as error:
            line = f"Chưa nối được với máy chủ giao diện ({type(error).__name__}), đang thử lại."
            if line != told:
                say(line)
            told = line
        time.sleep(_REST)


async def _take_chunks() -> None:
    from prefect.task_worker import TaskWorker

    from flows.chunks import read_chunk

    await TaskWorker(read_chunk, limit=1).astart()
