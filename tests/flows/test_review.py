"""A waiting form and the findings behind it: what changes while it waits is never answered unseen."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from checks.decision import Decision
from checks.finding import Finding, Status
from checks.ruling import evidence_digest, rule, standing
from flows import review
from flows.asking import Form
from flows.forms import Asked
from flows.office import Office
from flows.questions import Question
from tests.flows.test_forms import FINDING, REQUIREMENT

SHOWN = Asked(FINDING.id, evidence_digest(FINDING))
NEWER = replace(FINDING, status=Status.PARTIAL)
ACCEPTED = {"Họ và tên": "Đỗ Thị Mơ", "ket_luan_1": "Chấp nhận", "ghi_chu_1": ""}
LEFT_OPEN = ACCEPTED | {"ket_luan_1": "Chưa kết luận"}
NO_REASON = ACCEPTED | {"ket_luan_1": "Bỏ qua có lý do"}


class Desk:
    """An office whose ledger holds one finding; keeps what is recorded, shown and started."""

    def __init__(self, finding: Finding, answer: dict[str, Any], resumed: bool, patch: pytest.MonkeyPatch) -> None:
        self.recorded: list[Decision] = []
        self.shown: list[str] = []
        self.started: list[Question] = []
        ledger = SimpleNamespace(
            requirements=lambda _: (REQUIREMENT,),
            findings=lambda _: (finding,),
            record_decision=lambda _, decision: self.recorded.append(decision),
        )
        self.office = cast(Office, SimpleNamespace(ledger=ledger, now=lambda: "2024-11-01T09:00:00+07:00"))

        def ask(form: Form) -> dict[str, Any]:
            self.shown.append(form.description)
            return answer

        patch.setattr(review, "ask_person", ask)
        patch.setattr(review, "answered", lambda _: resumed)
        patch.setattr(review, "start", self.started.append)

    def ask(self) -> int:
        return review.ask(self.office, "dot", "Đợt", FINDING.unit, [SHOWN])


CASES = [
    (FINDING, False, ACCEPTED, 1, False, "the same evidence: shown and decided"),
    (NEWER, False, ACCEPTED, 0, False, "other evidence before anybody saw it: nothing is shown, a new run asks"),
    (NEWER, True, ACCEPTED, 1, True, "other evidence after the form was shown: kept with what was shown, asked again"),
]


@pytest.mark.parametrize(("finding", "resumed", "answer", "decided", "stale", "why"), CASES)
def test_an_answer_is_kept_with_the_evidence_that_was_shown(
    finding: Finding,
    resumed: bool,
    answer: dict[str, Any],
    decided: int,
    stale: bool,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(finding, answer, resumed, monkeypatch)
    assert desk.ask() == decided == len(desk.recorded), why
    assert len(desk.shown) == decided, why
    for decision in desk.recorded:
        assert decision.evidence == SHOWN.evidence, why
        assert standing(rule([finding], [decision])[0]).undecided is stale, why


@pytest.mark.parametrize(("answer", "told"), [(LEFT_OPEN, ""), (NO_REASON, "chưa ghi lý do")])
def test_a_form_that_decides_nothing_is_asked_again(
    answer: dict[str, Any], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(FINDING, answer, True, monkeypatch)
    assert desk.ask() == 0 and desk.recorded == []
    (again,) = desk.started
    assert again.parameters["noi_dung"] == [FINDING.id] and told in again.parameters.get("nhac", "")
    assert again.about == ("dot", "don_vi")


def test_a_finding_that_is_gone_still_keeps_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(replace(FINDING, requirement="R9"), ACCEPTED, True, monkeypatch)
    assert desk.ask() == 1 and desk.recorded[0].subject == FINDING.id
