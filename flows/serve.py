"""`tonghop serve`: Prefect's server, the served deployments, and one watcher, in one long-lived process."""

from __future__ import annotations

import fcntl
import os
import platform
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError
from flows.access import is_open, seen_address, settle_access
from flows.holding import Holding
from flows.office import Office, keep_apart
from flows.office_files import lay_down
from flows.quiet import settle_prefect
from flows.resume import settle_killed_runs, sweep
from flows.server import Server, answers, prefect_server
from flows.settings import Settings
from flows.shop import Say
from ledger.ledger import Ledger
from templates.office_book import OFFICE_BOOK

_SERVICE = "dich-vu"


class AlreadyRunning(TonghopError):
    """Another service works on the same data folder."""

    code = "DANG_CHAY"
    reason: ClassVar[str] = "Đã có một dịch vụ khác đang chạy trên thư mục dữ liệu này ({holder})."
    remedy: ClassVar[str] = "Đề nghị dùng dịch vụ đang chạy, hoặc dừng nó trước."


def serve(options: Settings, say: Say) -> None:
    """Run until SIGTERM or SIGINT; raises Overlap, AlreadyRunning, NoServer."""
    data = (options.data or Path("data")).resolve()
    inbox, outbox = options.inbox.resolve(), options.outbox.resolve()
    keep_apart(inbox, data, outbox)
    data.mkdir(parents=True, exist_ok=True)
    outbox.mkdir(parents=True, exist_ok=True)
    settled = options.model_copy(update={"data": data, "inbox": inbox, "outbox": outbox})
    with ExitStack() as stack:
        stack.enter_context(_alone(data))
        _lay_down(data, say)
        # The runs of deployments are processes of their own: they find the same settings wherever they start.
        os.environ.update(settled.environment())
        settle_prefect(data / "prefect", temporary=False)
        api = settle_access(settled, data)
        server = None
        if options.server_url:
            _wait_for_server(api, say)
        else:
            server = stack.enter_context(prefect_server(options.host, options.port, api, data / "logs"))
        say(f"Giao diện: {seen_address(options)}/v2/dashboard")
        if is_open(options):
            say("Cảnh báo: giao diện mở cho máy khác mà không hỏi mật khẩu; đề nghị đặt TONGHOP_AUTH.")
        say(f"Hộp thư: {inbox}")
        office = stack.enter_context(Office(settled, data, say))
        if options.database_url:
            stack.enter_context(_only_one_of_all(office.ledger, options))
        office.ledger.sweep_leases()
        _tidy(settled, data, outbox, say)
        _work(office, server, say)
    say("Dịch vụ đã dừng.")


def _lay_down(data: Path, say: Say) -> None:
    """Give the office its book of facts and the templates to copy from; without them everything runs, too."""
    try:
        lay_down(data)
        say(f"Thông tin văn phòng: {data / OFFICE_BOOK}")
    except OSError:
        say("Chưa ghi được tệp thông tin văn phòng vào thư mục dữ liệu.")


def _wait_for_server(api: str, say: Say) -> None:
    """A server that runs elsewhere may start later than we do, after a power cut for example."""
    told = False
    while not answers(api):
        if not told:
            say(f"Chưa thấy máy chủ giao diện ở {api}, đang chờ…")
        told = True
        time.sleep(1)


def _tidy(options: Settings, data: Path, outbox: Path, say: Say) -> None:
    """Put in order what a killed service left; nothing here keeps the service from starting."""
    try:
        swept, ended = sweep(data, outbox, shared=options.database_url is not None), settle_killed_runs()
    except Exception as error:
        say(f"Chưa dọn được phần dở dang của lần chạy trước ({type(error).__name__}).")
        return
    if swept or ended:
        say(f"Lần trước dừng đột ngột: đã dọn {swept:02d} tệp dở dang, xử lý {ended:02d} lượt chạy bỏ dở.")


def _work(office: Office, server: Server | None, say: Say) -> None:
    """Serve deployments and watch, each in a thread of its own, until a signal reaches the main thread.

    Prefect's runner takes the signals for itself when it runs in the main thread. The main thread keeps the server
    alive: the watching goes on while it is away.
    """
    from flows.runner import serve_deployments
    from flows.tending import Children, tend
    from flows.watcher import Watcher

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    watcher, children = Watcher(office, stop), Children()
    children.watch()
    threads = [
        threading.Thread(target=serve_deployments, args=(stop, say), name="deployments", daemon=True),
        threading.Thread(target=watcher.run, name="watcher", daemon=True),
        threading.Thread(target=tend, args=(stop, children), name="runs", daemon=True),
    ]
    for thread in threads:
        thread.start()
    while not stop.wait(0.5):
        if server is not None and server.keep():
            say("Máy chủ giao diện dừng đột ngột, đã khởi động lại.")
    for thread in threads:
        thread.join(timeout=2)


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Hold the data folder against any other service of this machine; raises AlreadyRunning."""
    path = data / "service.lock"
    with path.open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise AlreadyRunning(holder=lock.read(200).strip()) from error
        lock.truncate(0)
        lock.write(f"máy {platform.node()}, tiến trình {os.getpid()}\n")
        lock.flush()
        yield


@contextmanager
def _only_one_of_all(ledger: Ledger, options: Settings) -> Iterator[None]:
    """Hold the ledger against a service on any other machine; raises AlreadyRunning.

    The lease of one that was killed runs out by itself; so long we wait for it.
    """
    holder, end = f"máy {platform.node()}, tiến trình {os.getpid()}", time.monotonic() + 1.5 * options.lease_seconds
    with Holding(ledger, holder, options.lease_seconds) as holding:
        while not holding.take([_SERVICE]):
            if time.monotonic() > end:
                raise AlreadyRunning(holder=ledger.holder_of(_SERVICE) or "…")
            time.sleep(0.5)
        yield
