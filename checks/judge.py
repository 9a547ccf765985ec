"""One finding for each unit and each duty that applies to it: met or not, why, and by which sentence.

Statuses as in the campaign format: met, partial (short of number, day or detail), late (a paper after its day), missing
(nothing shows it, or the unit denies it), not_due (the day has not come and nothing is there yet).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from sys import intern

from checks import reasons
from checks.filed import filed
from checks.finding import Cause, Finding, Status
from checks.judge_bench import Bench
from checks.judge_verdict import Verdict, with_strangers
from checks.kinds import test_of
from checks.kinds_office import witnessed
from checks.policy import Policy
from checks.requirement import Kind, Plan, Requirement
from checks.submission import Submission
from checks.tenure import excused
from checks.units import Register

_DEFAULT = Policy()
_WHAT = {
    Kind.SUBMIT: "phải gửi văn bản",
    Kind.CONTAIN: "kế hoạch của đơn vị phải có",
    Kind.COUNT: "phải có đủ điển hình, mô hình",
    Kind.HOLD: "phải tổ chức",
    Kind.REACH: "phải đạt chỉ tiêu",
    Kind.PUBLISH: "phải tuyên truyền, công khai",
    Kind.ACT: "phải thực hiện",
}
_WITNESSED = frozenset({Kind.HOLD, Kind.ACT, Kind.REACH, Kind.PUBLISH})
_STATUS = {
    Status.MET: "Đạt",
    Status.PARTIAL: "Đạt một phần",
    Status.LATE: "Nộp muộn",
    Status.MISSING: "Thiếu",
    Status.NOT_DUE: "Chưa đến hạn",
}


def judge(
    plan: Plan,
    submissions: Sequence[Submission],
    register: Register,
    as_of: date,
    policy: Policy = _DEFAULT,
    bench: Bench | None = None,
) -> tuple[Finding, ...]:
    """Return one finding per (requirement, unit that it applies to), in the order of the plan, then of the register.

    Pure; the order of `submissions` makes no difference. Files that arrived after `as_of` are not yet there.
    `bench` is the table for the same arguments, where it is already set.
    """
    bench = bench or Bench(plan, submissions, register, as_of, policy)
    found = [finding for unit in bench.units for finding in judge_unit(bench, unit)]
    return in_order(plan, register, with_strangers(found, bench.stranger_count))


def judge_unit(bench: Bench, unit: str) -> tuple[Finding, ...]:
    """Return the findings on one unit, in the order of the plan.

    They rest on the plan, the register, the day, the unit's own papers and what others tell of the unit (`told_of`);
    those on the collecting office rest on all witnesses. How many files are of unknown senders is still to be told
    (`with_strangers`).
    """
    return tuple(_finding(bench, item, unit) for item in bench.plan.requirements if unit in item.units)


def in_order(plan: Plan, register: Register, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the plan, then of the register, then of names."""
    duties = {item.id: place for place, item in enumerate(plan.requirements)}
    units = {unit.name: place for place, unit in enumerate(register.units)}
    return tuple(sorted(findings, key=lambda f: (duties[f.requirement], units.get(f.unit, len(units)), f.unit)))


def _finding(bench: Bench, requirement: Requirement, unit: str) -> Finding:
    verdict = _verdict(bench, requirement, unit)
    due = bench.due(requirement, unit)
    files = ", ".join(item.key for item in bench.dossier(unit).current) or "không có"
    steps = (
        intern(f"Yêu cầu {requirement.id} ({_WHAT[requirement.kind]}): “{requirement.quote.rstrip(' .;')}”."),
        intern(f"{_capital(reasons.due_words(due))}."),  # the same of hundreds of units
        f"Tệp của đơn vị được xét: {files}.",
        *verdict.steps,
        f"Kết luận: {_STATUS[verdict.status]}. {verdict.reason}",
    )
    return Finding(
        unit=unit,
        requirement=requirement.id,
        status=verdict.status,
        cause=verdict.cause,
        reason=verdict.reason,
        evidence=verdict.evidence,
        confidence=verdict.confidence,
        steps=steps,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _verdict(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    known = bench.register.by_name(unit)
    verdict = test_of(requirement, unit, bench.register.office)(bench, requirement, unit)
    if known is not None and verdict.status is not Status.MET:
        reason = excused(known, requirement, bench.due(requirement, unit).last, bench.as_of)
        if reason:
            return Verdict(Status.NOT_DUE, Cause.NONE, reason, verdict.evidence, steps=verdict.steps)
    verdict = filed(bench, requirement, unit, verdict)
    silent = verdict.cause is Cause.ABSENT or verdict.status is Status.NOT_DUE
    if silent and not verdict.evidence and requirement.kind in _WITNESSED and unit != bench.register.office:
        return witnessed(bench, requirement, unit, verdict)
    return verdict
