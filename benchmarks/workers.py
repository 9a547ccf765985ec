"""Two workers on PostgreSQL, one of them killed in the middle: each document read exactly once.

`python -m benchmarks.workers --files 200`; a smaller one is a test.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import func, select

from flows.verify import faults
from ledger import schema as t
from ledger.ledger import Ledger
from ledger.store import Store
from tests.flows import tiny
from tests.flows.service import begin, free_port, start, wait_until
from tests.postgres import for_prefect, fresh_database, postgres, why_not


def many(home: Path, server: str, files: int, chunk: int = 4, lease_seconds: float = 5.0) -> dict[str, int]:
    """Return the figures of one such day; the machine's own clock and processes, PostgreSQL's own server."""
    papers = {
        f"bao cao {n}.docx": tiny.report(tiny.UNITS[n % 3], n + 1, f"tổ chức {n + 2:02d} lớp") for n in range(files)
    }
    tiny.build(home / "inbox" / "dot", papers)
    ledger_url, prefect_url = fresh_database(server), for_prefect(fresh_database(server))
    port, begun = free_port(), time.monotonic()
    told: dict[str, str] = {
        "database_url": ledger_url,
        "prefect_database_url": prefect_url,
        "task_runner": "workers",
        "chunk": str(chunk),
        "lease_seconds": str(lease_seconds),
    }
    children = [begin(home / "inbox", home / "data", home / "out", port, home, **told)]
    try:
        server_url = f"http://127.0.0.1:{port}"
        for name in ("a", "b"):
            shared: dict[str, object] = {**told, "data": home / "data", "server_url": server_url}
            children.append(start(["worker"], shared, home, home / f"{name}.log"))
        enough = max(2, files // 10)
        logs = [home / "a.log", home / "b.log"]
        wait_until(lambda: any(len(_read_by(log)) >= enough for log in logs), 300, "a worker is at it")
        victim = max((0, 1), key=lambda at: len(_read_by(logs[at])))
        os.killpg(children[1 + victim].pid, signal.SIGKILL)
        children[1 + victim].wait()
        wait_until((home / "out" / "dot" / "results.json").exists, 600, "the campaign is judged")
    finally:
        for child in children:
            _end(child)
    return _figures(home, ledger_url, files, victim) | {"seconds": round(time.monotonic() - begun)}


def _figures(home: Path, url: str, files: int, victim: int) -> dict[str, int]:
    """What the ledger and the workers' own words say of the day; the lines named lost and doubled must be nought."""
    first, second = (_read_by(home / f"{'ab'[at]}.log") for at in (victim, 1 - victim))
    times = Counter(first + second)
    ledger = Ledger(url)
    try:
        with ledger.transaction() as connection:
            rows = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (t.readings, t.facts, t.submissions)
            }
            pairs = connection.execute(select(t.findings.c.unit, t.findings.c.requirement)).all()
        damage = len(faults(ledger, Store(home / "data" / "store")))
        states = sum(ledger.counts("dot").values())
    finally:
        ledger.close()
    return {
        "files": files,
        "by the killed worker": len(first),
        "by the other worker": len(second),
        "told by neither": files - len(times),
        "told twice": sum(count - 1 for count in times.values()),
        "lost": files - states,
        "lost readings": files + 1 - rows["readings"],  # with the plan
        "lost facts": files + 1 - rows["facts"],
        "doubled entries": rows["submissions"] - files,
        "doubled findings": len(pairs) - len(set(pairs)),
        "verify": damage,
        "cpu seconds": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime),
    }


def _read_by(log: Path) -> list[str]:
    """The documents that a worker said it has read."""
    if not log.exists():
        return []
    return [line.split()[0] for line in log.read_text("utf-8").splitlines() if line.endswith(".docx: xong")]


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(timeout=15)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def wrong(figures: dict[str, int]) -> dict[str, int]:
    """Return the figures that must be nought and are not."""
    return {
        name: count
        for name, count in figures.items()
        if count and name.startswith(("lost", "doubled", "told twice", "verify"))
    }


def main(argv: list[str] | None = None) -> int:
    """Print the figures; 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(description="two workers, one killed in the middle")
    parser.add_argument("--files", type=int, default=200)
    args = parser.parse_args(argv)
    if reason := why_not():
        print(f"not run: {reason}")
        return 0
    home = Path(tempfile.mkdtemp(prefix="workers-"))
    try:
        with postgres() as server:
            figures = many(home, server, args.files)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print("\n".join(f"{name:<22}{count:>6}" for name, count in figures.items()))
    return int(bool(wrong(figures)))


if __name__ == "__main__":
    sys.exit(main())
