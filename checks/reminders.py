"""Of which deadlines people are to be reminded on a day: so many working days before, so many after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from checks.deadlines import due
from checks.finding import Finding, Status
from checks.policy import Policy
from checks.requirement import Kind, Plan, Requirement, Weight
from checks.ruling import standing
from checks.tenure import granted
from checks.units import Register
from checks.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Reminding:
    """One duty and one last day of it, with the units that have not met it; `days` working days are left (or gone)."""

    requirement: Requirement
    last: date
    days: int
    units: tuple[str, ...]

    @property
    def ahead(self) -> bool:
        """Return whether the last day has not gone by."""
        return self.days >= 0


def remindings(
    plan: Plan,
    findings: Sequence[Finding],
    register: Register,
    day: date,
    before: Collection[int],
    after: Collection[int],
    workdays: Workdays,
    policy: Policy,
) -> list[Reminding]:
    """Return what to remind of on `day`: the units' must-duties with a deadline, the nearest last day first.

    Nothing on a day on which nobody works. A deadline on a holiday counts to the day itself: the law's next working day
    is a grace, no new deadline. Before the day, only what has to be sent is reminded of; after it every open gap is.
    """
    if not workdays.works(day):
        return []
    duties = {item.id: item for item in plan.requirements if item.weight is Weight.MUST}
    found: dict[tuple[str, date], list[str]] = {}
    for finding in findings:
        item = duties.get(finding.requirement)
        unit = register.by_name(finding.unit)
        if item is None or unit is None or unit.name == register.office:
            continue
        last = due(item, unit.name, policy, granted(unit, item, plan.requirements)).last
        stands = standing(finding)
        if last is None or stands.exempt:
            continue
        if day <= last:
            if item.kind is Kind.SUBMIT and stands.status is Status.NOT_DUE and workdays.between(day, last) in before:
                found.setdefault((item.id, last), []).append(finding.unit)
        elif stands.in_letter and -workdays.between(day, last) in after:
            found.setdefault((item.id, last), []).append(finding.unit)
    told = [
        Reminding(duties[name], last, workdays.between(day, last), tuple(units))
        for (name, last), units in found.items()
    ]
    return sorted(told, key=lambda item: (abs(item.days), item.last, item.requirement.id))
