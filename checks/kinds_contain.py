"""CONTAIN: the unit's own plan must provide for it, with something that can be pointed at."""

from __future__ import annotations

import re

from checks import evidence, reasons
from checks.deadlines import Due
from checks.finding import Cause, Status
from checks.judge_bench import Bench
from checks.judge_dossier import Claim, Dossier, Ranked
from checks.judge_verdict import Verdict
from checks.kinds_claims import absent, provided
from checks.kinds_measure import concreteness, measure, vague, weight_of
from checks.kinds_unread import nothing_read
from checks.match_terms import acts
from checks.requirement import Kind, Requirement, ShownBy
from extractors.facts import DocumentKind, Modality
from extractors.segment import Zone
from extractors.vietnamese import fold

# "Xây dựng kế hoạch cụ thể để triển khai …": the duty is about the plan as a whole, not about one thing in it.
_WHOLE = re.compile(
    r"\b(?:xây dựng|ban hành|lập|có)\s+(?:các\s+|và\s+\w+\s+\w+\s+)?(?:kế hoạch|chương trình)\b(?! công tác)"
)
_ENOUGH = 2  # tasks with number, day or person: below that a plan is general
_PROCESS = frozenset({"làm:tổng kết", "làm:sơ kết"})


def contained(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    """Return whether the unit's plan provides for the duty."""
    file, due = bench.dossier(unit), bench.due(requirement, unit)
    plans = [claim for claim in file.claims if claim.from_plan and claim.modality is not Modality.DENIED]
    if not file.has(DocumentKind.PLAN):
        return _no_plan(bench, unit, file, due)
    own = [claim for claim in plans if claim.modality is not Modality.RESTATED]
    if _WHOLE.search(fold(requirement.quote)):
        return _whole(bench, own, plans)
    ranked = bench.ranked(requirement, unit, own)
    if ranked:
        return _measured(bench, requirement, due, ranked)
    copied = bench.ranked(requirement, unit, plans)
    if copied:
        return Verdict(Status.PARTIAL, Cause.VAGUE, reasons.restated_plan(), evidence.of_claims(copied), 0.6)
    return absent(file, due, DocumentKind.PLAN)


def _measured(bench: Bench, requirement: Requirement, due: Due, ranked: list[Ranked]) -> Verdict:
    verdict = provided(ranked)
    if verdict.status is not Status.MET or requirement.quantity is None:
        return verdict
    results = [(measure(requirement, item.claim, due), item) for item in ranked]
    if any(found.enough for found, _ in results):
        return verdict
    stated = [(found, item) for found, item in results if found.stated]
    if not stated:
        return verdict
    found, item = stated[0]
    reason = reasons.short(requirement, found, due, bench.as_of)
    return Verdict(Status.PARTIAL, Cause.SHORT, reason, (evidence.of_claim(item.claim),), 0.7)


def _whole(bench: Bench, own: list[Claim], plans: list[Claim]) -> Verdict:
    """Return whether a plan has tasks of its own; evidence are those that name most and repeat the plan least."""
    tasks = [
        claim for claim in own if concreteness(claim) and not vague(claim) and not _PROCESS & set(acts(claim.text))
    ]
    shared = {id(claim): _shared(bench, claim) for claim in tasks}
    # What persons register for themselves stands in appendices; the tasks of the unit come first.
    tasks.sort(
        key=lambda claim: (
            claim.zone is Zone.APPENDIX,
            round(4 * shared[id(claim)] - weight_of(claim)),
            claim.commitment.span.start,
        )
    )
    step = f"Nhiệm vụ có số liệu, thời hạn, người phụ trách hoặc tên gọi cụ thể: {len(tasks):02d}."
    if len(tasks) >= _ENOUGH:
        lines = evidence.distinct(evidence.of_claim(claim) for claim in tasks)
        reason = f"Kế hoạch của đơn vị có {len(tasks):02d} nhiệm vụ cụ thể (số liệu, thời hạn, người phụ trách)."
        return Verdict(Status.MET, Cause.NONE, reason, lines, 0.85, (step,))
    general = sorted(
        own or plans, key=lambda claim: (-concreteness(claim), not vague(claim), claim.commitment.span.start)
    )
    lines = evidence.distinct(evidence.of_claim(claim) for claim in general)
    return Verdict(Status.PARTIAL, Cause.VAGUE, reasons.general(from_plan=True), lines, 0.7, (step,))


def _shared(bench: Bench, claim: Claim) -> float:
    """Return how near a task is to any single duty of the plan: own work is near to none."""
    duties = [item for item in bench.plan.requirements if item.kind is not Kind.SUBMIT]
    return max((bench.matcher.score(bench.matcher.topic(item), claim.text) for item in duties), default=0.0)


def _no_plan(bench: Bench, unit: str, file: Dossier, due: Due) -> Verdict:
    """Return what holds where no plan can be read: while it may still be sent, nothing is missing."""
    sends = [
        bench.due(item, unit)
        for item in bench.plan.requirements
        if item.shown_by is ShownBy.PLAN_SENT and unit in item.units
    ]
    if due.ahead(bench.as_of) or (due.last is None and any(other.ahead(bench.as_of) for other in sends)):
        until = due if due.last else next(other for other in sends if other.ahead(bench.as_of))
        return Verdict(Status.NOT_DUE, Cause.NONE, reasons.paper_waits("kế hoạch", until), confidence=0.9)
    if file.broken and not file.has(DocumentKind.PLAN):
        return nothing_read(file.broken, 0.85)
    return Verdict(Status.MISSING, Cause.ABSENT, reasons.not_sent("kế hoạch", due), confidence=0.95)
