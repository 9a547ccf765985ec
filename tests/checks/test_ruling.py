"""The table of design: what each answer makes of a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.decision import Answer, Decision
from checks.finding import Cause, Evidence, Finding, Status
from checks.ruling import evidence_digest, rule, standing, told_reason
from extractors.readers.builder import plain

DOCUMENT = plain("Trạm chưa tổ chức hội nghị tổng kết.")
GAP = Finding(
    "Trạm A",
    "R1",
    Status.MISSING,
    Cause.DENIED,
    "Báo cáo nói rõ chưa tổ chức.",
    (Evidence("bc.docx", DOCUMENT.span(0, 35)),),
)

TABLE = [
    # answer, counts as, gap, in letter, request, exempt, waits
    (None, Status.MISSING, True, True, False, False, True),
    (Answer.AGREE, Status.MISSING, True, True, False, False, False),
    (Answer.ACCEPT, Status.MET, False, False, False, False, False),
    (Answer.EXEMPT, Status.MISSING, False, False, False, True, False),
    (Answer.REQUEST, Status.MISSING, True, True, True, False, False),
]


@pytest.mark.parametrize(("answer", "status", "gap", "letter", "request_", "exempt", "waits"), TABLE)
def test_an_answer_means_the_same_everywhere(
    answer: Answer | None, status: Status, gap: bool, letter: bool, request_: bool, exempt: bool, waits: bool
) -> None:
    given = (
        []
        if answer is None
        else [Decision("R1@Trạm A", answer, "Lê Thị B", "2024-06-01T08:00:00+07:00", evidence=evidence_digest(GAP))]
    )
    (ruled,) = rule([GAP], given)
    found = standing(ruled)
    assert (found.status, found.gap, found.in_letter, found.request, found.exempt, found.undecided) == (
        status,
        gap,
        letter,
        request_,
        exempt,
        waits,
    )


def test_the_newest_word_counts_whatever_the_order() -> None:
    first = Decision("R1@Trạm A", Answer.ACCEPT, "A", "2024-06-01T08:00:00+07:00")
    second = Decision("R1@Trạm A", Answer.AGREE, "B", "2024-06-02T08:00:00+07:00")
    for order in ([first, second], [second, first]):
        (ruled,) = rule([GAP], order)
        assert ruled.decision is not None and ruled.decision.reviewer == "B"


def test_other_evidence_makes_a_decision_stale_and_asks_again() -> None:
    decision = Decision("R1@Trạm A", Answer.ACCEPT, "A", "2024-06-01T08:00:00+07:00", evidence="0" * 64)
    (ruled,) = rule([GAP], [decision])
    assert ruled.decision is not None and ruled.decision.stale
    assert standing(ruled).undecided


MET = replace(GAP, status=Status.MET, cause=Cause.NONE, reason="Đã tổ chức hội nghị.")
WRONGLY_MET = [
    (
        Answer.AGREE,
        "chỉ là giấy mời",
        (Status.MISSING, True, True, False),
        "Cán bộ kết luận chưa đạt: chỉ là giấy mời.",
    ),
    (Answer.REQUEST, "gửi biên bản.", (Status.MISSING, True, True, True), "Cán bộ kết luận chưa đạt: gửi biên bản."),
    (Answer.ACCEPT, "", (Status.MET, False, False, False), "Đã tổ chức hội nghị."),
]


@pytest.mark.parametrize(("answer", "reason", "stands", "told"), WRONGLY_MET)
def test_a_wrong_met_is_a_gap_once_a_person_says_so(
    answer: Answer, reason: str, stands: tuple[Status, bool, bool, bool], told: str
) -> None:
    decision = Decision("R1@Trạm A", answer, "B", "2024-06-02T08:00:00+07:00", "", reason, evidence_digest(MET))
    (ruled,) = rule([MET], [decision])
    found = standing(ruled)
    assert (found.status, found.gap, found.in_letter, found.request) == stands and not found.undecided
    assert told_reason(ruled) == told


def test_what_is_met_waits_for_nobody() -> None:
    met = Finding("Trạm A", "R1", Status.MET, Cause.NONE, "Đã tổ chức.")
    assert not standing(met).undecided and not standing(met).gap
