"""Service, server and Prefect's own database go away in turn: no file, form or decision goes with them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.review import NAME, open_gaps
from flows.verify import faults
from ledger.ledger import Ledger
from ledger.store import Store
from tests.flows import tiny
from tests.flows.service import answers, ask, begin, free_port, runs, server_of, wait_until

PATIENCE = 240  # seconds, for a machine that others load


class Office:
    """One installation, started and killed at will."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.folder = tiny.build(home / "inbox" / "dot", tiny.four_files())
        told = self.folder / "campaign.yaml"
        told.write_text(f"as_of: {tiny.DAY}\n" + told.read_text("utf-8"), "utf-8")  # everything is due
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        home = self.home
        self.process = begin(home / "inbox", home / "data", home / "out", self.port, home, poll=0.3)

    def drop(self, name: str, number: int) -> None:
        aside = self.home / name
        aside.write_bytes(tiny.report(tiny.UNITS[2], number))
        aside.replace(self.folder / "submissions" / name)

    def kill(self, number: int = signal.SIGKILL) -> None:
        assert self.process is not None
        os.kill(self.process.pid, number)
        self.process.wait(timeout=30)

    def ledger(self, question: Callable[[Ledger], object]) -> object:
        ledger = Ledger.at(self.home / "data")
        try:
            return question(ledger)
        finally:
            ledger.close()

    def taken(self, key: str) -> bool:
        """Whether that file is held and everything that is held reached its end state."""
        return bool(self.ledger(lambda ledger: ledger.content_of("dot", key) and not ledger.stateless()))

    def waiting(self) -> dict[str, str]:
        """The forms that wait for a person: run by unit."""
        found = [run for run in runs(self.address, "PAUSED") if NAME in run["tags"]]
        units = [run["parameters"]["don_vi"] for run in found]
        assert len(units) == len(set(units)), f"a unit is asked twice: {units}"
        return {run["parameters"]["don_vi"]: run["id"] for run in found}


def open_units(ledger: Ledger) -> set[str]:
    """The units that still have something for a person to decide."""
    return set(open_gaps(ledger.findings("dot"), ledger.requirements("dot")))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = Office(tmp_path)
    yield found
    if found.process is not None and found.process.poll() is None:
        os.killpg(found.process.pid, signal.SIGKILL)


def test_what_waits_and_what_was_decided_outlives_server_service_and_prefects_database(office: Office) -> None:
    office.start()
    forms = wait_until(lambda: len(office.waiting()) == 3 and office.waiting(), PATIENCE, "each unit has its form")
    assert office.taken("a.docx")

    # The server dies while a file is on its way; the service lives on and starts it again.
    assert office.process is not None
    first = server_of(office.process)
    office.drop("c.docx", 7)
    os.killpg(first, signal.SIGKILL)
    wait_until(lambda: server_of(office.process) not in {0, first}, PATIENCE, "another server")
    wait_until(
        lambda: answers(f"{office.address}/api/health") and office.taken("c.docx"), PATIENCE, "the file is taken"
    )
    assert office.process.poll() is None

    # All dies at once while another file is on its way.
    office.drop("d.docx", 8)
    office.kill()
    wait_until(lambda: not answers(f"{office.address}/api/health"), 30, "the server goes with the service")
    office.start()
    wait_until(lambda: answers(f"{office.address}/api/health"), PATIENCE, "it is up again")
    unit = tiny.UNITS[0]
    wait_until(lambda: office.waiting().get(unit) == forms[unit], PATIENCE, "the same form still waits")
    told = {"Họ và tên": "Đỗ Thị Mơ", "ket_luan_1": "Đồng ý là thiếu"}
    ask(office.address, f"flow_runs/{forms[unit]}/resume", {"run_input": told})
    wait_until(lambda: office.ledger(lambda ledger: ledger.decisions("dot")), PATIENCE, "the answer is in the ledger")
    wait_until(
        lambda: office.ledger(lambda ledger: any(f.decision for f in ledger.findings("dot"))),
        PATIENCE,
        "the answer is told beside its finding",
    )
    wait_until(lambda: office.taken("d.docx"), PATIENCE, "the other file is taken")
    wait_until(lambda: not runs(office.address, "RUNNING", "PENDING"), PATIENCE, "nothing counts as running for ever")

    # Prefect's database is gone: everything but its history is there again.
    office.kill(signal.SIGTERM)
    before = office.ledger(lambda ledger: (ledger.findings("dot"), ledger.decisions("dot")))
    shutil.rmtree(office.home / "data" / "prefect")
    office.start()
    wait_until(lambda: set(office.waiting()) == office.ledger(open_units), PATIENCE, "what is open is asked again")
    assert office.waiting(), "something is open"
    pages = {page["key"] for page in ask(office.address, "artifacts/filter")}
    assert "dot" in pages, pages
    assert office.ledger(lambda ledger: (ledger.findings("dot"), ledger.decisions("dot"))) == before
    office.kill(signal.SIGTERM)
    assert office.ledger(lambda ledger: faults(ledger, Store(office.home / "data" / "store"))) == []
