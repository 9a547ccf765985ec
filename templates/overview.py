"""How each must-duty stands over all units: the last appendix, and the comparison of plan and result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks.finding import Finding, Status
from checks.requirement import Plan, Weight
from checks.ruling import standing
from checks.units import Register
from templates.arrivals import is_this_report
from templates.duties import Teller
from templates.naming import duty_title
from templates.phrases import clean, count
from templates.vocabulary import plain, status_word
from templates.when import deadline

SHOWN = (Status.PARTIAL, Status.LATE, Status.MISSING)


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One must-duty: how many units it binds, how many met it, and who did not."""

    order: int
    section: str
    duty: str
    due: str
    whole: str
    met: str
    not_due: str
    gaps: str


def overview(plan: Plan, findings: Sequence[Finding], teller: Teller, register: Register) -> list[OverviewRow]:
    """Return one row for each must-duty that binds somebody, in the plan's order."""
    rows: list[OverviewRow] = []
    for item in plan.requirements:
        mine = [f for f in findings if f.requirement == item.id]
        if item.weight is not Weight.MUST or not mine or is_this_report(item, register):
            continue
        stands = [(f, standing(f)) for f in mine if not standing(f).exempt]
        gaps = []
        for status in SHOWN:
            names = teller.names([f for f, s in stands if s.status is status])
            if names:
                gaps.append(f"{status_word(status)}: {names}")
        ahead = sum(s.status is Status.NOT_DUE for _, s in stands)
        if ahead:
            gaps.append(plain("ahead").format(count(ahead)))
        rows.append(
            OverviewRow(
                order=len(rows) + 1,
                section=clean(item.section),
                duty=duty_title(item),
                due=deadline(item.deadline),
                whole=count(len(stands)),
                met=count(sum(s.status is Status.MET for _, s in stands)),
                not_due=count(ahead),
                gaps=". ".join(gaps),
            )
        )
    return rows
