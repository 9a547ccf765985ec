"""What a finding and the decision on it mean for counting, for the letter and for the copy to sign: the one table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checks.decision import Answer, Decision
from checks.finding import Cause, Finding, Status

GAPS = frozenset({Status.MISSING, Status.PARTIAL, Status.LATE})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a finding counts: its status after decisions, whether it is an open gap, stands in the letter (and as a
    request to complete), is exempt, or still waits for a person ("chưa kết luận")."""

    status: Status
    gap: bool
    in_letter: bool
    request: bool
    exempt: bool
    undecided: bool


def evidence_digest(finding: Finding) -> str:
    """Return a digest of what a person sees when deciding: status and evidence. Equal evidence, equal digest."""
    parts = [finding.status.value, *(f"{e.span.document}:{e.span.start}:{e.span.end}" for e in finding.evidence)]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


def rule(findings: Sequence[Finding], decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """Return the findings with the newest decision on each; one made on other evidence is marked stale."""
    newest: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.decided_at):
        newest[decision.subject] = decision
    return tuple(_ruled(finding, newest.get(finding.id)) for finding in findings)


def _ruled(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None:
        return finding
    stale = bool(decision.evidence) and decision.evidence != evidence_digest(finding)
    return replace(finding, decision=replace(decision, stale=stale))


def overruled(finding: Finding) -> bool:
    """Return whether a person says that what the machine took for met is lacking."""
    decision = finding.decision
    return decision is not None and finding.status is Status.MET and decision.answer in {Answer.AGREE, Answer.REQUEST}


def told_reason(finding: Finding) -> str:
    """Return the sentence that tells why the finding stands as it does: the person's, where the machine was overruled.

    What the machine saw ("Đã gửi …") would contradict the status that the person gave.
    """
    if not overruled(finding) or finding.decision is None:
        return finding.reason
    reason = finding.decision.reason.strip().rstrip(".")
    return f"Cán bộ kết luận chưa đạt: {reason}." if reason else "Cán bộ kết luận chưa đạt."


def standing(finding: Finding) -> Standing:
    """Return how the finding counts. A stale decision still counts, but the finding is undecided again."""
    gap = finding.status in GAPS
    decision = finding.decision
    if decision is None:
        asked = gap and finding.cause is not Cause.WAITS  # a unit is not asked for what lies here unread
        return Standing(finding.status, gap, asked, False, False, undecided=gap)
    if overruled(finding):
        return Standing(Status.MISSING, True, True, decision.answer == Answer.REQUEST, False, decision.stale)
    if decision.answer == Answer.ACCEPT:
        return Standing(Status.MET, False, False, False, False, decision.stale)
    if decision.answer == Answer.EXEMPT:
        return Standing(finding.status, False, False, False, True, decision.stale)
    if decision.answer == Answer.REQUEST:
        return Standing(finding.status, True, True, True, False, decision.stale)
    return Standing(finding.status, gap, gap, False, False, decision.stale)
