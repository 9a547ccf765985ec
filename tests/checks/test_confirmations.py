"""What a person confirms of a plan: each word by itself, the later one counting, a corrected list among them."""

from __future__ import annotations

from datetime import date

import pytest

from checks.confirmations import (
    ASK_AGAIN,
    CONFIRMED,
    ISSUED,
    NUMBER,
    REPORTS,
    applied,
    confirmed_plan,
    exemption,
    joined,
    striking,
)
from checks.decision import Decision
from checks.planfile_read import Corrections

WHO, AT, LATER = "Đỗ Thị Mơ", "2031-05-01T09:00:00+07:00", "2031-05-02T09:00:00+07:00"


def said(subject: str, value: str, at: str = AT) -> Decision:
    return Decision(subject, "xac_nhan", WHO, at, value=value)


WORDS: list[tuple[list[Decision], Corrections, str]] = [
    ([said(NUMBER, "12/KH-STP")], Corrections(number="12/KH-STP"), "the number that the plan leaves blank"),
    ([said(ISSUED, "2031-05-29")], Corrections(issued=date(2031, 5, 29)), "its day"),
    ([said(REPORTS, "2031-11-15")], Corrections(reports=date(2031, 11, 15)), "the office's own day for reports"),
    ([said(NUMBER, "2", LATER), said(NUMBER, "1")], Corrections(number="2"), "the later word counts"),
    ([exemption("Thanh tra", "mới lập", WHO, AT)], Corrections(exempt={"Thanh tra": "mới lập"}), "need not send"),
    (
        [exemption("Thanh tra", "mới lập", WHO, AT), exemption("Thanh tra", "", WHO, LATER)],
        Corrections(exempt={"Thanh tra": ""}),
        "must send after all",
    ),
    ([striking("gửi kế hoạch", True, WHO, AT)], Corrections(struck=frozenset({"gửi kế hoạch"})), "no requirement"),
    (
        [striking("gửi kế hoạch", True, WHO, AT), striking("gửi kế hoạch", False, WHO, LATER)],
        Corrections(),
        "a requirement after all",
    ),
    ([Decision("R3@Phòng A", "chap_nhan", WHO, AT)], Corrections(), "a word on a finding says nothing of the plan"),
]


@pytest.mark.parametrize(("decisions", "corrections", "why"), WORDS)
def test_words_in_forms_become_corrections(decisions: list[Decision], corrections: Corrections, why: str) -> None:
    assert applied(Corrections(), decisions) == corrections, why


def test_a_list_that_was_laid_later_keeps_what_it_does_not_speak_of() -> None:
    form = Corrections(number="1", reports=date(2031, 11, 15), exempt={"A": "x"})
    book = Corrections(number="2", changed={"k": {"end": "30/11/2031"}})
    told = joined(form, book)
    assert (told.number, told.reports, told.exempt) == ("2", date(2031, 11, 15), {"A": "x"})
    assert told.changed == book.changed


def test_another_plan_is_confirmed_anew() -> None:
    word = Decision(CONFIRMED, "xac_nhan", WHO, AT, evidence="a" * 64)
    assert confirmed_plan([word], "a" * 64) and not confirmed_plan([word], "b" * 64)
    assert not confirmed_plan([word, Decision(CONFIRMED, ASK_AGAIN, WHO, LATER)], "a" * 64), "asked for again"
