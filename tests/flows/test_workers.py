"""Many machines: each document is done once, whoever dies; where nobody comes, the service does it by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.workers import many, wrong
from extractors.errors import TonghopError
from flows import crew
from flows.chunks import Paper, _read, lease
from flows.holding import Holding, holder_name
from flows.office import Office
from flows.settings import Settings
from flows.shop import Workshop, hold_all
from flows.worker import NoSharedLedger, work
from tests.flows import tiny
from tests.postgres import postgres, why_not


@pytest.mark.skipif(why_not() is not None, reason=why_not() or "")
def test_two_workers_on_postgresql_one_killed_read_each_document_once(tmp_path: Path) -> None:
    with postgres() as server:
        figures = many(tmp_path, server, files=24)
    assert wrong(figures) == {}, figures
    assert figures["by the killed worker"] >= 2, figures


class Rig:
    """A service that gives its documents away, with a worker of the same process at hand."""

    def __init__(self, home: Path, files: int) -> None:
        papers = {f"{n}.docx": tiny.report(tiny.UNITS[n % 3], n + 1) for n in range(files)}
        self.folder = tiny.build(home / "inbox" / "dot", papers)
        self.options = Settings(data=home / "data", lease_seconds=0.6, chunk=2, workers=1)
        self.lines: list[str] = []
        self.sent: list[list[Paper]] = []
        self.office = Office(self.options, home / "data", self.lines.append)
        self.office.__enter__()
        self.office.reader = tiny.InlineReader()

    def read(self) -> set[str]:
        """The keys of all that was read."""
        shop: Workshop = self.office.shop(self.folder)
        held = hold_all(shop, tiny.NOW)
        outcomes = {item.key: outcome for item, outcome in crew.read_by_workers(shop, held, self.options)}
        assert all(outcome.facts is not None for outcome in outcomes.values())
        return set(outcomes)


@pytest.fixture
def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    monkeypatch.setattr(crew, "_LOOK_SECONDS", 0.02)
    found = Rig(tmp_path, 6)
    yield found
    found.office.__exit__(None, None, None)


ALL = {f"{n}.docx" for n in range(6)}


def test_where_no_worker_comes_the_service_reads_by_itself(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "submit", lambda papers, roster, attempt: rig.sent.append(list(papers)))
    assert rig.read() == ALL and [len(papers) for papers in rig.sent] == [2, 2, 2]
    assert rig.lines.count("Không thấy máy nào nhận việc, dịch vụ tự đọc.") == 1


def test_where_the_server_is_away_the_service_reads_by_itself(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise ConnectionError

    monkeypatch.setattr(crew, "submit", away)
    assert rig.read() == ALL


def test_what_a_worker_took_along_when_it_died_is_sent_again(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def once_in_vain(papers: list[Paper], roster: tuple[str, ...], attempt: int) -> None:
        rig.sent.append(list(papers))
        if attempt == 1 and len(rig.sent) == 2:  # the second chunk is claimed and never read
            rig.office.ledger.claim([lease(sha256) for sha256, _ in papers], "máy đã chết", 0.3)
        elif attempt == 1 and len(rig.sent) == 3:  # the third is received and forgotten
            return
        else:
            _read(rig.office, papers, roster)

    monkeypatch.setattr(crew, "submit", once_in_vain)
    assert rig.read() == ALL
    assert rig.sent[1] in rig.sent[3:] and rig.sent[2] in rig.sent[3:], "both were sent again"
    assert "Không thấy máy nào nhận việc, dịch vụ tự đọc." not in rig.lines


def test_a_worker_leaves_alone_what_another_holds_or_has_done(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = rig.office.shop(rig.folder)
    papers = [(item.sha256, item.name) for item in hold_all(shop, tiny.NOW)]
    with Holding(rig.office.ledger, "máy khác", 60) as other:
        other.take([lease(papers[0][0])])
        assert _read(rig.office, papers[:3], shop.roster) == 2
    assert _read(rig.office, papers[:3], shop.roster) == 1, "only the one that the other gave back"
    assert rig.office.ledger.leased([lease(sha256) for sha256, _ in papers]) == set(), "all was given back"
    assert holder_name() == holder_name()


def test_a_worker_of_another_machine_refuses_a_ledger_that_is_a_file(tmp_path: Path) -> None:
    with pytest.raises(NoSharedLedger) as caught:
        work(Settings(data=tmp_path, server_url="http://10.0.0.5:4200"), print)
    assert isinstance(caught.value, TonghopError) and "TONGHOP_DATABASE_URL" in caught.value.remedy
