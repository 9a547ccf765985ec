"""`make bench-service`: what the service costs — from drop to page, a backlog, memory, a look at many files.

Seconds of the clock depend on what else the machine does; seconds of the processor stand beside them.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.listing import scan
from flows.settling import LOOKS
from ledger.ledger import Ledger
from tests.flows import tiny
from tests.flows.service import answers, ask, begin, end, free_port, server_of, wait_until

POLL = 1.0
FILES = 10_000
_TICKS = os.sysconf("SC_CLK_TCK")


class Running:
    """A service over a campaign of that many files, with what its processes used."""

    def __init__(self, home: Path, files: int) -> None:
        papers = {f"bao cao {n}.docx": tiny.report(tiny.UNITS[n % 3], n + 1) for n in range(files)}
        self.folder = tiny.build(home / "inbox" / "dot", papers)
        told = self.folder / "campaign.yaml"
        told.write_text(f"as_of: {tiny.DAY}\n" + told.read_text("utf-8"), "utf-8")
        self.home, self.port, self.files = home, free_port(), files
        self.process: subprocess.Popen[bytes] = begin(
            home / "inbox", home / "data", home / "out", self.port, home, poll=POLL
        )
        self.address = f"http://127.0.0.1:{self.port}"
        wait_until(lambda: answers(f"{self.address}/api/health"), 240, "the server answers")

    def pages(self) -> list[dict[str, Any]]:
        """The pages of the campaign, newest first."""
        wanted = {"artifacts": {"key": {"any_": ["dot"]}}, "sort": "CREATED_DESC", "limit": 5}
        found: list[dict[str, Any]] = ask(self.address, "artifacts/filter", wanted)
        return found

    def shows(self, count: int) -> bool:
        """Whether the newest page tells of that many files."""
        pages = self.pages()
        return bool(pages) and f"Đã nhận {count:02d} tệp" in str(pages[0]["data"])

    def memory(self, most: bool = False) -> int:
        """MiB of memory that the watching process holds, or held at most."""
        text = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        field = "VmHWM:" if most else "VmRSS:"
        return int(next(line for line in text.splitlines() if line.startswith(field)).split()[1]) >> 10

    def cpu(self) -> float:
        """Seconds of the processor that the service, its readers and its server used."""
        server = server_of(self.process)
        return _cpu(self.process.pid) + (_cpu(server) if server else 0.0)

    def close(self) -> None:
        """End the service."""
        end(self.process)


def _cpu(process: int) -> float:
    """Of the process, its ended and its living children."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0.0
    return sum(int(field) for field in fields[11:15]) / _TICKS + sum(_cpu(int(child)) for child in children)


def backlog(running: Running, begun: float) -> dict[str, float]:
    """How long the files that lay there at the start took until their page stood in the UI."""
    wait_until(lambda: running.shows(running.files), 1800, "the backlog is judged")
    return {"backlog: seconds": time.monotonic() - begun, "backlog: cpu seconds": running.cpu()}


def one_file(running: Running) -> dict[str, float]:
    """How long one more file takes from its drop to the page, and how much of that is settling."""
    wait_until(lambda: not ask(running.address, "flow_runs/filter", _BUSY), 600, "the service rests")
    cpu, begun = running.cpu(), time.monotonic()
    aside = running.home / "moi"
    aside.write_bytes(tiny.report(tiny.UNITS[0], running.files + 1))
    aside.replace(running.folder / "submissions" / "moi.docx")
    wait_until(lambda: running.shows(running.files + 1), 600, "its findings stand in the UI", every=0.1)
    took = time.monotonic() - begun
    return {
        "one file: seconds": took,
        "one file: beyond settling": took - LOOKS * POLL,
        "one file: cpu seconds": running.cpu() - cpu,
    }


_BUSY = {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING"]}}}, "limit": 5}


def many_files(home: Path) -> dict[str, float]:
    """How long one look at many files takes."""
    folder = home / "nhieu"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.docx").touch()
    return {f"a look at {FILES} files: seconds": min(_timed(lambda: scan(folder)) for _ in range(3))}


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(home: Path, files: int) -> dict[str, float]:
    """Return all figures; the service is ended before it returns."""
    begun = time.monotonic()
    running = Running(home, files)
    try:
        figures = {
            "start: seconds": time.monotonic() - begun,
            **backlog(running, time.monotonic()),
            **one_file(running),
        }
        figures |= {"watcher: MiB": running.memory(), "watcher: MiB at most": running.memory(most=True)}
    finally:
        running.close()
    ledger = Ledger.at(home / "data")
    figures["without an end state"] = len(ledger.stateless())
    ledger.close()
    return figures | many_files(home)


def main(argv: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="what the service costs")
    parser.add_argument("--files", type=int, default=200)
    args = parser.parse_args(argv)
    home = Path(tempfile.mkdtemp(prefix="bench-service-"))
    try:
        figures = measure(home, args.files)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"{args.files} files, load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    print("\n".join(f"{name:<36}{value:>9.2f}" for name, value in figures.items()))
    print(f"{'cpu seconds in all':<36}{resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime:>9.2f}")
    return int(bool(figures["without an end state"]))


if __name__ == "__main__":
    sys.exit(main())
