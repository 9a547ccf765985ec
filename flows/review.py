"""Runs that wait for a person: one for each unit with gaps, ended by one answer, begun anew while gaps remain."""

from __future__ import annotations

from collections.abc import Sequence

from checks.finding import Finding
from checks.requirement import Requirement, Weight
from checks.ruling import evidence_digest, standing
from flows.asking import Form, answered, ask_person
from flows.forms import Asked, Gap, decisions_of, describe, review_fields, without_reason
from flows.office import Office
from flows.questions import Question, start

NAME = "xem-xet"
MOST = 12  # gaps in one form; the rest follow in the next


def open_gaps(findings: Sequence[Finding], requirements: Sequence[Requirement]) -> dict[str, list[Gap]]:
    """Return, by unit, the must-findings that wait for a person; soft duties never stand in forms."""
    known = {item.id: item for item in requirements}
    found: dict[str, list[Gap]] = {}
    for finding in findings:
        requirement = known.get(finding.requirement)
        if requirement is None or requirement.weight is not Weight.MUST or not standing(finding).undecided:
            continue
        found.setdefault(finding.unit, []).append(Gap(finding, requirement))
    return found


def questions(campaign: str, title: str, gaps: dict[str, list[Gap]]) -> list[Question]:
    """Return the runs that should wait: one a unit, about its first gaps and the evidence of each as it is now."""
    return [_question(campaign, title, unit, items[:MOST]) for unit, items in gaps.items()]


def _question(campaign: str, title: str, unit: str, gaps: Sequence[Gap], told: str = "") -> Question:
    parameters = {
        "dot": campaign,
        "ten_dot": title,
        "don_vi": unit,
        "noi_dung": [gap.finding.id for gap in gaps],
        "minh_chung": [evidence_digest(gap.finding) for gap in gaps],
    }
    if told:
        parameters["nhac"] = told
    return Question(NAME, f"Cần xem xét: {unit}", ("dot", "don_vi"), parameters, _form(title, unit, gaps, told))


def _form(title: str, unit: str, gaps: Sequence[Gap], told: str) -> Form:
    return Form(NAME, "XemXet", review_fields(gaps), describe(unit, title, gaps, told))


def ask(office: Office, campaign: str, title: str, unit: str, asked: Sequence[Asked], told: str = "") -> int:
    """Suspend this run with the form for `asked`; after the answer, record it and return how many decisions it held.

    Subjects and evidence were fixed when the run was started: the third line of the form means the same finding before
    and after, and an answer is kept with the digest of what was shown. Where the evidence is another one before anybody
    saw the form, nothing is asked: the journey that changed it starts a run of its own. `told` stands above the form.
    """
    gaps = _gaps(office, campaign, asked)
    if not answered(NAME) and any(gap is None or evidence_digest(gap.finding) != a.evidence for gap, a in gaps):
        return 0
    shown = [gap for gap, _ in gaps if gap is not None]
    answer = ask_person(_form(title, unit, shown, told))
    decisions = decisions_of(answer, asked, office.now())
    for decision in decisions:
        office.ledger.record_decision(campaign, decision)
    return len(decisions) if decisions else _ask_again(office, campaign, title, unit, asked, without_reason(answer))


def _gaps(office: Office, campaign: str, asked: Sequence[Asked]) -> list[tuple[Gap | None, Asked]]:
    requirements = {item.id: item for item in office.ledger.requirements(campaign)}
    findings = {item.id: item for item in office.ledger.findings(campaign)}
    found: list[tuple[Gap | None, Asked]] = []
    for item in asked:
        finding = findings.get(item.subject)
        requirement = requirements.get(finding.requirement) if finding else None
        found.append((Gap(finding, requirement) if finding and requirement else None, item))
    return found


def _ask_again(office: Office, campaign: str, title: str, unit: str, asked: Sequence[Asked], lacking: int) -> int:
    """No decision changed anything, so no journey would ask again: a new run takes the place of this one."""
    still = [
        gap for gap, item in _gaps(office, campaign, asked) if gap and evidence_digest(gap.finding) == item.evidence
    ]
    if still:
        told = f"Lần trước {lacking:02d} nội dung chọn bỏ qua nhưng chưa ghi lý do." if lacking else ""
        start(_question(campaign, title, unit, still, told))
    return 0
