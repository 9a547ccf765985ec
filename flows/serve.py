"""`tonghop serve`: Prefect's server, the served deployments, and one watcher, in one long-lived process."""

from __future__ import annotations

import fcntl
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError
from flows.office import Office, keep_apart
from flows.office_files import lay_down
from flows.quiet import settle_prefect
from flows.resume import settle_killed_runs, sweep
from flows.server import prefect_server
from flows.settings import Settings
from flows.shop import Say
from templates.office_book import OFFICE_BOOK


class AlreadyRunning(TonghopError):
    """Another service works on the same data folder."""

    code = "DANG_CHAY"
    reason: ClassVar[str] = "Đã có một dịch vụ khác đang chạy trên thư mục dữ liệu này."
    remedy: ClassVar[str] = "Đề nghị dùng dịch vụ đang chạy, hoặc dừng nó trước."


def serve(options: Settings, say: Say) -> None:
    """Run until SIGTERM or SIGINT; raises Overlap, AlreadyRunning, NoServer."""
    data = (options.data or Path("data")).resolve()
    inbox, outbox = options.inbox.resolve(), options.outbox.resolve()
    keep_apart(inbox, data, outbox)
    data.mkdir(parents=True, exist_ok=True)
    outbox.mkdir(parents=True, exist_ok=True)
    with _alone(data):
        _lay_down(data, say)
        # The runs of deployments are processes of their own: they find the same folders wherever they start.
        os.environ.update(
            TONGHOP_DATA=str(data),
            TONGHOP_INBOX=str(inbox),
            TONGHOP_OUTBOX=str(outbox),
            PREFECT_RUNNER_POLL_FREQUENCY="2",
        )
        settle_prefect(data / "prefect", temporary=False)
        with prefect_server(options.host, options.port, data / "logs") as api:
            os.environ["PREFECT_API_URL"] = api
            say(f"Giao diện: http://{options.host}:{options.port}/v2/dashboard")
            say(f"Hộp thư: {inbox}")
            _tidy(options, data, outbox, say)
            settled = options.model_copy(update={"data": data, "inbox": inbox, "outbox": outbox})
            _work(settled, data, say)
    say("Dịch vụ đã dừng.")


def _lay_down(data: Path, say: Say) -> None:
    """Give the office its book of facts and the templates to copy from; without them everything runs, too."""
    try:
        lay_down(data)
        say(f"Thông tin văn phòng: {data / OFFICE_BOOK}")
    except OSError:
        say("Chưa ghi được tệp thông tin văn phòng vào thư mục dữ liệu.")


def _tidy(options: Settings, data: Path, outbox: Path, say: Say) -> None:
    """Put in order what a killed service left; nothing here keeps the service from starting."""
    try:
        swept, ended = sweep(data, outbox, shared=options.database_url is not None), settle_killed_runs()
    except Exception as error:
        say(f"Chưa dọn được phần dở dang của lần chạy trước ({type(error).__name__}).")
        return
    if swept or ended:
        say(f"Lần trước dừng đột ngột: đã dọn {swept:02d} tệp dở dang, xử lý {ended:02d} lượt chạy bỏ dở.")


def _work(options: Settings, data: Path, say: Say) -> None:
    """Serve deployments and watch, each in a thread of its own, until a signal reaches the main thread.

    Prefect's runner takes the signals for itself when it runs in the main thread.
    """
    from flows.runner import serve_deployments
    from flows.watcher import Watcher

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with Office(options, data, say) as office:
        watcher = Watcher(office, stop)
        threads = [
            threading.Thread(target=serve_deployments, args=(stop,), name="deployments", daemon=True),
            threading.Thread(target=watcher.run, name="watcher", daemon=True),
        ]
        for thread in threads:
            thread.start()
        while not stop.wait(0.5):
            pass
        for thread in threads:
            thread.join(timeout=2)


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    with (data / "service.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning from error
        yield
