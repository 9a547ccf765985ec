"""A lease is held by one at a time and runs out by itself; many who ask at once share the work out without a double."""

from __future__ import annotations

import time

from extractors.errors import EmptyFile, Unreachable
from extractors.extract import extract
from extractors.readers.builder import plain
from ledger.ledger import Ledger
from tests.ledger.test_together import PROCESSES, at_once

NAMES = [f"van-ban/{number}" for number in range(40)]


def test_what_one_holds_nobody_else_gets_until_it_is_given_back_or_runs_out(ledger: Ledger) -> None:
    assert ledger.claim(["a", "b", "a"], "máy 1", 60) == ["a", "b"]
    assert ledger.claim(["b", "c"], "máy 2", 60) == ["c"]
    assert ledger.claim(["a"], "máy 1", 60) == ["a"], "one's own is claimed again"
    assert (ledger.leased(["a", "b", "c", "d"]), ledger.holder_of("c")) == ({"a", "b", "c"}, "máy 2")
    ledger.release("máy 1", ["a", "c"])
    assert ledger.leased(["a", "b", "c"]) == {"b", "c"}, "nobody gives back what another holds"
    ledger.release("máy 1")
    assert ledger.claim(["b"], "máy 2", 0.05) == ["b"]
    time.sleep(0.1)
    assert (ledger.leased(["b"]), ledger.holder_of("b"), ledger.claim(["b"], "máy 3", 60)) == (set(), None, ["b"])
    assert ledger.claim([], "máy 1", 60) == []


def test_who_renews_keeps_and_who_was_too_late_does_not_take_it_back(ledger: Ledger) -> None:
    ledger.claim(["a"], "máy 1", 0.4)
    ledger.claim(["b"], "máy 1", 60)
    assert ledger.renew("máy 1", 60) == 2
    time.sleep(0.5)
    assert ledger.leased(["a"]) == {"a"}
    ledger.claim(["c"], "máy 2", 0.05)
    time.sleep(0.1)
    assert ledger.renew("máy 2", 60) == 0 and ledger.leased(["c"]) == set()
    ledger.sweep_leases()
    assert ledger.claim(["c"], "máy 3", 60) == ["c"]


def _share(url: str, number: int) -> None:
    """Claim everything, one of three by three, in another order each; note what was won as an event of its own."""
    ledger = Ledger(url)
    for name in NAMES[number * 7 :] + NAMES[: number * 7]:
        if ledger.claim([name], f"máy {number}", 300):
            ledger.open_campaign(f"{number} {name}", "", "2024-05-20T08:00:00+07:00")
    ledger.close()


def test_processes_that_claim_at_once_share_the_work_and_nobody_gets_what_another_has(url: str) -> None:
    at_once(_share, url)
    ledger = Ledger(url)
    won = [campaign.split(" ", 1)[1] for campaign, _ in ledger.campaigns()]
    assert sorted(won) == sorted(NAMES) and PROCESSES > 1
    ledger.close()


def test_what_needs_no_more_work_is_what_was_refused_for_good_or_read_and_extracted(ledger: Ledger) -> None:
    document = plain("BÁO CÁO\nPhòng đã tổ chức 02 lớp tập huấn ngày 12/4/2024.")
    wanted = {(document.sha256, "v"), ("b" * 64, "v"), ("c" * 64, "v"), ("d" * 64, "v")}
    ledger.record_reading(document.sha256, "v", document)
    ledger.record_reading("b" * 64, "v", EmptyFile())
    ledger.record_reading("c" * 64, "v", Unreachable())
    assert ledger.finished(wanted, "g") == {("b" * 64, "v")}, "read, but not extracted; refused, but only for now"
    ledger.record_facts(document.sha256, "g", extract(document))
    assert ledger.finished(wanted, "g") == {(document.sha256, "v"), ("b" * 64, "v")}
    assert ledger.finished(wanted, "other") == {("b" * 64, "v")}, "other grammars, other facts"
