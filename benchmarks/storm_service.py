"""The other half of `make storm`: the intake killed beside a living Prefect server, then the whole service killed.

Files of every sort arrive between the kills. After one undisturbed start nothing may be lost or doubled: no entry, no
finding, no form that waits for a person, no run that counts as running for ever.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.storm import FILES, Sender, against
from flows import handover
from flows.access import settle_access
from flows.office import Office
from flows.quiet import settle_prefect
from flows.review import NAME
from flows.server import prefect_server
from flows.settings import Settings
from flows.titles import TITLES
from flows.verify import faults
from ledger.ledger import Ledger
from ledger.store import Store
from tests.flows import tiny
from tests.flows.service import answers, ask, begin, end, free_port, runs, wait_until

_POLL = 0.1


class Site:
    """Inbox, data and outbox of one storm, with what arrives in them."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.chance = home, random.Random(seed)
        self.folder = tiny.build(home / "inbox" / "dot", {})
        told = self.folder / "campaign.yaml"
        told.write_text(f"as_of: {tiny.DAY}\n" + told.read_text("utf-8"), "utf-8")
        self.sender = Sender(self.folder / "submissions", self.chance)
        self.port = free_port()
        self.options = Settings(
            data=home / "data", inbox=home / "inbox", outbox=home / "out", port=self.port, poll_seconds=_POLL
        )

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def arrive(self, files: int, round_: int, rounds: int) -> None:
        """Drop this round's share of that many files."""
        for _ in range(files * (round_ + 1) // rounds - files * round_ // rounds):
            self.sender.drop()


def intake_kills(site: Site, kills: int, files: int, longest: float) -> int:
    """Kill the intake that often beside a living server and return how many kills met a living process.

    Each intake is a fork of a process that has its libraries loaded and nothing of Prefect started.
    """
    from prefect.runner import Runner  # noqa: F401 (loaded once for all forks)

    from flows import deployments, watcher  # noqa: F401 (as above)

    handover.drafts = tiny.quick_drafts  # the letters are written by the same calls and cost seconds
    data = site.home / "data"
    data.mkdir(exist_ok=True)
    met = 0
    with prefect_server("127.0.0.1", site.port, f"{site.address}/api", data / "logs"):
        _register(site)
        for number in range(kills):
            site.arrive(files, number, kills)
            child = _fork(lambda: _watch(site.options, data))
            time.sleep(site.chance.uniform(0.0, longest))
            met += os.waitpid(child, os.WNOHANG)[0] == 0
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    return met


def service_kills(site: Site, kills: int, files: int, longest: float) -> None:
    """Kill the whole service that often, at any moment from its first second on."""
    for number in range(kills):
        site.arrive(files, number, kills)
        process = _begin(site)
        time.sleep(site.chance.uniform(0.5, longest))
        assert process.poll() is None, "the service ended by itself"
        process.kill()
        process.wait()
        wait_until(lambda: not answers(f"{site.address}/api/health"), 30, "the server goes with the service")


def clean_start(site: Site) -> dict[str, int]:
    """Start once more, undisturbed; return what may not be there when all is done."""
    process = _begin(site)
    try:
        wait_until(lambda: _settled(site), 600, "one start is enough")
        busy = runs(site.address, "RUNNING", "PENDING", "CANCELLING")
        forms = _forms(site, "PAUSED", "SCHEDULED", "PENDING", "RUNNING")
        return {"lost in runs that never end": len(busy), "doubled forms": len(forms) - len(set(forms))}
    finally:
        end(process)


def service_storm(home: Path, intake: int, whole: int, files: int, seed: int, longest: float) -> dict[str, int]:
    """Return the figures of one storm; those whose name says lost, doubled, other or verify must be nought."""
    begun, site = time.monotonic(), Site(home, seed)
    settle_prefect(home / "data" / "prefect", temporary=False)
    os.environ.update(site.options.environment())
    settle_access(site.options, home / "data")
    met = intake_kills(site, intake, files // 2, longest)
    service_kills(site, whole, files - files // 2, 5 * longest)
    figures = {"kills of the intake": met, "kills of the whole": whole, "files": sum(site.sender.counts.values())}
    figures |= clean_start(site)
    ledger = Ledger.at(home / "data")
    try:
        handover.drafts = tiny.quick_drafts
        wanted = tiny.run(site.folder, home / "fresh", home / "fresh-out").findings
        figures |= against(ledger, site.folder, wanted)
        figures["verify"] = len(faults(ledger, Store(home / "data" / "store")))
    finally:
        ledger.close()
    return figures | {"seconds": round(time.monotonic() - begun)}


def _settled(site: Site) -> bool:
    """Whether all that lies in the folder is held, judged and asked, and nothing is under way."""
    if not answers(f"{site.address}/api/health"):
        return False
    ledger = Ledger.at(site.home / "data")
    try:
        held = sum(ledger.counts("dot").values())
        left = ledger.stateless() or held != sum(path.is_file() for path in site.folder.rglob("submissions/**/*"))
    finally:
        ledger.close()
    asked = set(_forms(site, "PAUSED")) == set(tiny.UNITS)
    return bool(not left and asked and not runs(site.address, "RUNNING", "PENDING", "CANCELLING"))


def _forms(site: Site, *states: str) -> list[str]:
    """The units that are asked about gaps by runs in those states, once for each run."""
    return [run["parameters"]["don_vi"] for run in runs(site.address, *states) if NAME in run["tags"]]


def _begin(site: Site) -> subprocess.Popen[bytes]:
    home = site.home
    return begin(home / "inbox", home / "data", home / "out", site.port, home, poll=_POLL)


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def _register(site: Site) -> None:
    """Make the deployments known to the server, as the service does; their runs wait for the service."""
    from flows.runner import serve_deployments

    def known() -> bool:
        return any(item["name"] == TITLES[NAME] for item in ask(site.address, "deployments/filter"))

    child = _fork(lambda: serve_deployments(threading.Event(), lambda line: None))
    try:
        wait_until(known, 120, "the deployments are known")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _watch(options: Settings, data: Path) -> None:
    from flows.watcher import Watcher

    with Office(options, data, lambda line: None) as office:
        Watcher(office, threading.Event()).run()


def main(argv: list[str] | None = None) -> int:
    """Run the storm and print its figures; 1 where anything was lost, doubled or damaged."""
    parser = argparse.ArgumentParser(description="kill intake and service at random moments")
    parser.add_argument("--intake", type=int, default=300)
    parser.add_argument("--service", type=int, default=10)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=3.0, help="seconds that an intake lives at most")
    args = parser.parse_args(argv)
    home = Path(tempfile.mkdtemp(prefix="storm-service-"))
    try:
        figures = service_storm(home, args.intake, args.service, args.files, args.seed, args.longest)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print("\n".join(f"{name:<28}{count:>6}" for name, count in figures.items()))
    return int(any(count for name, count in figures.items() if name.startswith(("lost", "doubled", "other", "verify"))))


if __name__ == "__main__":
    sys.exit(main())
