"""Killed at any step and started again, the service ends where it would have ended undisturbed."""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from extractors.document import Document
from extractors.facts import Facts
from flows import handover, intake, outbox, verify
from ledger.ledger import Ledger
from ledger.schema import metadata
from ledger.store import Store
from tests.flows import tiny
from tests.flows.points import points

_EVERY = 9  # each ninth step here, so that the file stays quick; `make storm` takes every one
_LATER = tiny.NOW.replace(hour=9)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is pure is done once for all runs; forked children find it done."""
    monkeypatch.setattr(handover, "drafts", tiny.quick_drafts)
    extract, known = intake.extract, dict[str, Facts]()

    def remembered(document: Document, roster: tuple[str, ...]) -> Facts:
        if document.sha256 not in known:
            known[document.sha256] = extract(document, roster)
        return known[document.sha256]

    monkeypatch.setattr(intake, "extract", remembered)


def tables(data: Path) -> dict[str, Any]:
    """All rows of the ledger; of events all but their numbers, times and seals, which differ after a kill."""
    ledger = Ledger.at(data)
    try:
        with ledger.transaction() as connection:
            found = {
                table.name: sorted(map(repr, connection.execute(select(table)).all()))
                for table in metadata.sorted_tables
                if table.name not in {"events", "originals", "campaigns", "submissions"}
            }
            for name, columns in (
                ("events", ("campaign", "kind", "detail")),
                ("originals", ("sha256", "size")),
                ("campaigns", ("id", "title", "plan_sha256")),
                ("submissions", ("campaign", "key", "sha256", "at_first_look", "gone_at", "state", "unit")),
            ):
                table = metadata.tables[name]
                rows = connection.execute(select(*(table.c[column] for column in columns))).all()
                found[name] = sorted(map(repr, rows))
    finally:
        ledger.close()
    return found


def told(data: Path) -> list[str]:
    ledger = Ledger.at(data)
    try:
        return verify.faults(ledger, Store(data / "store"))
    finally:
        ledger.close()


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def killed_at(step: int, folder: Path, data: Path, out: Path) -> bool:
    """Run in a child that SIGKILL ends at that step; return whether it came so far."""
    child = os.fork()
    if child == 0:
        left = [step]

        def act(_name: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        with points(act):
            tiny.run(folder, data, out)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
    return os.WIFSIGNALED(status)


def assert_mended(
    folder: Path, data: Path, out: Path, wanted: tuple[dict[str, Any], dict[str, bytes]], why: str
) -> None:
    """Start again over what the killed run left, an hour later, and compare everything."""
    Store(data / "store").sweep()
    outbox.sweep(out)
    work = tiny.shop(folder, data)
    try:
        tiny.steps(work, out, now=_LATER)
    finally:
        work.ledger.close()
    assert tables(data) == wanted[0], why
    assert files(out) == wanted[1], why
    assert told(data) == [], why
    assert [path.name for path in (data / "store").glob(".tmp-*")] == [], why


def test_killed_after_any_step_a_second_run_ends_where_an_undisturbed_one_ends(tmp_path: Path) -> None:
    folder = tiny.build(tmp_path / "dot", tiny.four_files())
    seen: list[str] = []
    tiny.run(folder, tmp_path / "data-0", None)  # what is loaded once is loaded now
    with points(seen.append):
        tiny.run(folder, tmp_path / "data", tmp_path / "out")
    wanted = tables(tmp_path / "data"), files(tmp_path / "out")
    assert told(tmp_path / "data") == [] and "results.json" in wanted[1]
    counted = Counter(seen)
    assert min(counted[name] for name in ("half", "fsync", "rename", "replace", "do_commit", "mkstemp")) >= 3
    every = int(os.environ.get("TONGHOP_CRASH_EVERY", _EVERY))
    for step in range(1, len(seen) + 1, every):
        data, out = tmp_path / f"data-{step}", tmp_path / f"out-{step}"
        assert killed_at(step, folder, data, out)
        assert_mended(folder, data, out, wanted, f"killed at step {step} ({seen[step - 1]})")
    assert not killed_at(len(seen) + 1, folder, tmp_path / "data-n", tmp_path / "out-n"), "no step was left out"
