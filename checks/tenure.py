"""Since when a unit exists, into which one it was merged, what it need not send, and which day it was granted.

An office keeps this in its list of units; it changes what is asked of the unit, never what the unit said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from checks import reasons
from checks.requirement import Kind, Requirement
from checks.units import Register, Unit


def excused(unit: Unit, requirement: Requirement, last: date | None, as_of: date) -> str:
    """Return why a duty with the last day `last` is not asked of the unit on `as_of`, "" where it is."""
    day = last or as_of
    if unit.until is not None and unit.until < min(day, as_of):
        return reasons.merged(unit.until, unit.merged_into)
    if unit.since is not None and last is not None and unit.since > last:
        return reasons.founded(unit.since, last)
    if unit.exempt and requirement.kind is Kind.SUBMIT:
        return reasons.exempt(unit.exempt)
    return ""


def granted(unit: Unit | None, requirement: Requirement, duties: Iterable[Requirement]) -> date | None:
    """Return the day up to which the unit may send the paper, None where none was granted.

    A day granted moves the last sending duty that it comes after, not those that were settled long before.
    """
    day = unit.extended if unit is not None else None
    if unit is None or day is None or requirement.kind is not Kind.SUBMIT:
        return None
    own = [
        item.deadline.end
        for item in duties
        if item.kind is Kind.SUBMIT and unit.name in item.units and item.deadline and item.deadline.end
    ]
    moved = max((end for end in own if end < day), default=None)
    mine = requirement.deadline.end if requirement.deadline else None
    return day if moved is not None and mine == moved else None


def forerunners(register: Register, unit: str) -> frozenset[str]:
    """Return the units that were merged into `unit`: what they sent before counts for it."""
    return frozenset(item.name for item in register.units if item.merged_into == unit and item.name != unit)
