"""`make storm`: processes killed at random moments while files arrive; then one clean run, and nothing may be lost.

Each round starts a process that runs the journey over all that has arrived, with real child readers, and kills it with
SIGKILL after a random time. Between rounds files are dropped: new ones, copies, replacements, bad ones, moves.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from checks.finding import Finding
from extractors.sandbox import Reader
from flows import handover
from flows.campaign import open_campaign
from flows.shop import Workshop
from flows.verify import faults
from ledger import schema as t
from ledger.ledger import Ledger
from ledger.store import Store
from tests.flows import tiny

FILES = 200
_GOOD, _COPY, _REPLACED, _BAD, _MOVED = "mới", "bản sao", "thay thế", "hỏng", "đổi chỗ"


class Sender:
    """Drops files into the inbox, of every sort, and remembers what it dropped."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.lying: list[Path] = []
        self.counts: Counter[str] = Counter()

    def drop(self) -> None:
        """Let one more thing happen in the inbox; a file appears whole, as a rename within a share does."""
        number = sum(self.counts.values())
        kind = self.chance.choices((_GOOD, _COPY, _REPLACED, _BAD, _MOVED), (60, 12, 12, 10, 6))[0]
        self.counts[kind if self.lying else _GOOD] += 1
        target = self.folder / f"tep {number}.docx"
        if kind == _GOOD or not self.lying:
            self._put(target, tiny.report(self.chance.choice(tiny.UNITS), number + 1))
            return
        some = self.chance.choice(self.lying)
        if kind == _COPY:
            self._put(target, some.read_bytes())
        elif kind == _REPLACED:
            self._put(some, tiny.report(self.chance.choice(tiny.UNITS), number + 1, done="tổ chức 05 hội nghị"))
        elif kind == _BAD:
            whole = tiny.report(tiny.UNITS[0], number + 1)
            self._put(target, whole[: self.chance.randrange(len(whole))])
        else:
            (self.folder / "con").mkdir(exist_ok=True)
            self.lying[self.lying.index(some)] = some.rename(self.folder / "con" / f"{number} {some.name}")

    def _put(self, path: Path, data: bytes) -> None:
        aside = self.folder.parent.parent / "dang-chep"
        aside.write_bytes(data)
        aside.replace(path)
        if path not in self.lying:
            self.lying.append(path)


def _intake(folder: Path, data: Path, out: Path) -> None:
    """One journey over what lies in the folder, with real child readers and a clock."""
    ledger = Ledger.at(data)
    with Reader(workers=2) as reader:
        shop = Workshop(open_campaign(folder), ledger, Store(data / "store"), reader, lambda line: None)
        tiny.steps(shop, out, datetime.now(tiny.NOW.tzinfo))
    ledger.close()


def storm(home: Path, kills: int, files: int, seed: int, longest: float) -> tuple[dict[str, int], list[str]]:
    """Return the figures of one storm and the lines of `verify`; all that is nought must be nought."""
    chance = random.Random(seed)
    folder, data, out = tiny.build(home / "dot", {}), home / "data", home / "out"
    sender, begun, finished = Sender(folder / "submissions", chance), time.monotonic(), 0
    for number in range(kills):
        for _ in range(files * (number + 1) // kills - files * number // kills):
            sender.drop()
        finished += not _killed(_start(folder, data, out), chance.uniform(0.0, longest))
    assert os.waitpid(_start(folder, data, out), 0)[1] == 0, "the clean run failed"
    Store(data / "store").sweep()
    figures = {"kills": kills - finished, "finished before": finished, "files": sum(sender.counts.values())}
    ledger = Ledger.at(data)
    try:
        told = faults(ledger, Store(data / "store"))
        figures |= against(ledger, folder, tiny.run(folder, home / "fresh", home / "fresh-out").findings)
    finally:
        ledger.close()
    figures["seconds"] = round(time.monotonic() - begun)
    return figures, told


def _start(folder: Path, data: Path, out: Path) -> int:
    """Start a process that has its libraries loaded, so that a kill meets work and not their loading."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        _intake(folder, data, out)
        status = 0
    finally:
        os._exit(status)


def _killed(child: int, seconds: float) -> bool:
    """Kill the process after that time; return False where it had ended well before."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            assert status == 0, "the intake failed by itself"
            return False
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def against(ledger: Ledger, folder: Path, wanted: Sequence[Finding]) -> dict[str, int]:
    """What the killed ledger holds against what lies in the folder and what a fresh ledger finds in it."""
    present = {entry.key: entry.path.read_bytes() for entry in open_campaign(folder).entries}
    with ledger.transaction() as connection:
        here = connection.execute(
            select(t.submissions.c.key, t.submissions.c.sha256).where(t.submissions.c.gone_at.is_(None))
        ).all()
        events = connection.execute(
            select(func.count()).select_from(t.events).where(t.events.c.kind == "tiep_nhan").group_by(t.events.c.detail)
        ).scalars()
        twice = sum(count - 1 for count in events)
        pairs = connection.execute(select(t.findings.c.unit, t.findings.c.requirement)).all()
    held = {row.key for row in here}
    return {
        "lost": len(set(present) - held) + len(held - set(present)),
        "doubled entries": len(here) - len(held) + twice,
        "doubled findings": len(pairs) - len(set(pairs)),
        "other findings": len(_verdicts(ledger.findings(folder.name)) ^ _verdicts(wanted)),
    }


def _verdicts(found: Sequence[Finding]) -> set[tuple[str, str, str]]:
    """Without the words, which tell of days of arrival: a fresh ledger has not seen those."""
    return {(item.unit, item.requirement, item.status.value) for item in found}


def main(argv: list[str] | None = None) -> int:
    """Run the storm and print its figures; 1 where anything was lost, doubled or damaged."""
    parser = argparse.ArgumentParser(description="kill the intake at random moments")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--files", type=int, default=FILES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=4.0, help="seconds that a process lives at most")
    args = parser.parse_args(argv)
    home = Path(tempfile.mkdtemp(prefix="storm-"))
    handover.drafts = tiny.quick_drafts  # the letters are written by the same calls and cost seconds
    try:
        figures, told = storm(home, args.kills, args.files, args.seed, args.longest)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(
        "\n".join(
            [*(f"{name:<18}{count:>6}" for name, count in figures.items()), f"{'verify':<18}{len(told):>6}", *told]
        )
    )
    return int(
        bool(told or any(count for name, count in figures.items() if name.startswith(("lost", "doubled", "other"))))
    )


if __name__ == "__main__":
    sys.exit(main())
