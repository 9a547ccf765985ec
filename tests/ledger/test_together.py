"""Several processes on one ledger: nothing doubled, nobody fails, the chain of events stays whole."""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import create_engine, select, text

from checks.decision import Decision
from checks.finding import Cause, Finding, Status
from extractors.extract import extract
from extractors.readers.builder import plain
from ledger import schema as t
from ledger.ledger import Ledger, Sighting
from ledger.upgrade import HEAD, run_steps

NOW = "2024-05-20T08:00:00+07:00"
PROCESSES, ROUNDS = 4, 8
# A fork of the test process would take along whatever earlier tests left in it: threads, pools, a torn-down server.
_FRESH = multiprocessing.get_context("spawn")


def _child(work: Callable[[str, int], None], url: str, number: int, gate: Any, told: Any) -> None:
    try:
        gate.wait(60)
        work(url, number)
    except BaseException as error:
        told.put(f"process {number}: {type(error).__name__}: {error}")
        raise


def at_once(work: Callable[[str, int], None], url: str) -> None:
    """Run `work` in several processes that start at the same moment; fail with what one of them met."""
    gate, told = _FRESH.Barrier(PROCESSES), _FRESH.Queue()
    children = [_FRESH.Process(target=_child, args=(work, url, n, gate, told)) for n in range(PROCESSES)]
    for child in children:
        child.start()
    for child in children:
        child.join(180)
    met: list[str] = []
    with contextlib.suppress(queue.Empty):
        while any(child.exitcode for child in children):
            met.append(told.get(timeout=5))
    assert [child.exitcode for child in children] == [0] * PROCESSES, met


def _open(url: str, number: int) -> None:
    for _ in range(3):
        Ledger(url).close()


def test_processes_that_open_one_empty_database_at_once_all_get_it(url: str) -> None:
    at_once(_open, url)
    ledger = Ledger(url)
    with ledger.transaction() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [HEAD]
    ledger.close()


def _same(url: str, number: int) -> None:
    """Each process records the same as all the others, and one event of its own each round."""
    ledger = Ledger(url)
    document = plain("BÁO CÁO\nPhòng đã tổ chức 02 lớp tập huấn ngày 12/4/2024.")
    facts = extract(document)
    findings = [Finding(f"Phòng {n}", "R1", Status.MISSING, Cause.ABSENT, "Chưa thấy văn bản.") for n in range(3)]
    for at in range(ROUNDS):
        ledger.open_campaign("dot", "Đợt", NOW)
        ledger.record_sighting("dot", Sighting(f"{at}.docx", document.sha256, NOW, False), 10)
        ledger.record_sighting("dot", Sighting(f"{number}-{at}.docx", document.sha256, NOW, False), 10)
        ledger.record_reading(document.sha256, "v1", document)
        ledger.record_facts(document.sha256, "v1", facts)
        ledger.record_findings("dot", findings)
        ledger.record_states("dot", [(f"{at}.docx", document.sha256, "accepted", "Phòng 1")])
        ledger.record_decision("dot", Decision(f"R{at}", "dong-y", "Nguyễn Văn An", NOW, "", "", ""))
    ledger.close()


def test_the_same_recorded_by_all_at_once_is_held_once_and_the_chain_is_whole(url: str) -> None:
    at_once(_same, url)
    ledger = Ledger(url)
    assert ledger.broken_seals() == []
    with ledger.transaction() as connection:
        kinds = connection.execute(select(t.events.c.kind)).scalars().all()
        rows = {
            table.name: len(connection.execute(select(table)).all()) for table in (t.readings, t.facts, t.originals)
        }
    assert rows == {"readings": 1, "facts": 1, "originals": 1}
    assert len(ledger.findings("dot")) == 3 and len(ledger.decisions("dot")) == ROUNDS
    assert sum(ledger.counts("dot").values()) == ROUNDS * (PROCESSES + 1)
    counted = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counted == {"mo_dot": 1, "tiep_nhan": ROUNDS * (PROCESSES + 1), "ket_luan": ROUNDS}
    ledger.close()


def _gone(url: str, number: int) -> None:
    ledger = Ledger(url)
    for _ in range(ROUNDS):
        ledger.mark_gone("dot", [("0.docx", "a" * 64)], NOW)
    ledger.close()


def test_what_is_gone_is_told_once_however_many_look(url: str) -> None:
    ledger = Ledger(url)
    ledger.open_campaign("dot", "Đợt", NOW)
    for at in range(5):
        ledger.record_sighting("dot", Sighting(f"{at}.docx", "a" * 64, NOW, False), 1)
    ledger.close()
    at_once(_gone, url)
    with ledger.transaction() as connection:
        kinds = connection.execute(select(t.events.c.kind)).scalars().all()
    assert kinds.count("vang_mat") == 4 and ledger.broken_seals() == []
    ledger.close()


def test_a_step_that_fails_halfway_leaves_the_old_tables_alone(url: str) -> None:
    """Each step is one transaction: a kill in it leaves the ledger as it was."""
    engine = create_engine(url)
    with pytest.raises(RuntimeError, match="killed"), engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        run_steps(connection)
        raise RuntimeError("killed")
    engine.dispose()
    ledger = Ledger(url)
    assert ledger.open_campaign("dot", "Đợt", NOW) is True
    ledger.close()
