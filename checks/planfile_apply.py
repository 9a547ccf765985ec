"""Lays a person's corrections over what the machine read out of the plan; a later compile keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checks.plan_actors import Actors
from checks.plan_address import KINDS_JOINT
from checks.plan_names import UnitNames
from checks.planfile_read import Corrections
from checks.planfile_rows import (
    KINDS,
    OPS,
    SHOWN,
    WEIGHTS,
    applies_code,
    choice,
    interval_of,
    plan_keys,
    read_number,
)
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.units import Register, Unit
from extractors.document import Document
from extractors.facts import Quantity
from extractors.interval import Interval
from extractors.span import Span
from extractors.vietnamese import fold


def corrected(plan: Plan, corrections: Corrections, register: Register, document: Document) -> Plan:
    """Return the plan with a person's words over it; corrections that no longer find their duty become `unclear`."""
    actors = Actors(UnitNames(register))
    found: list[Requirement] = []
    used: set[str] = set()
    for key, item in zip(plan_keys(plan), plan.requirements, strict=True):
        used.add(key)
        if key in corrections.struck:
            continue
        cells = corrections.changed.get(key)
        found.append(_changed(item, cells, actors) if cells else item)
    lost = [key for key in (*corrections.changed, *sorted(corrections.struck)) if key not in used]
    unclear = [*plan.unclear, *(f"Yêu cầu đã duyệt không còn thấy trong kế hoạch: “{_short(key)}”." for key in lost)]
    for row in corrections.added:
        made = _added(row, document, actors, len(found) + 1)
        if made is None:
            unclear.append(f"Dòng thêm “{_short(row['quote'])}”: không thấy câu này trong kế hoạch.")
        else:
            found.append(made)
    if corrections.reports is not None:
        found = [_due(item, corrections) for item in found]
    issued = Interval.day(corrections.issued) if corrections.issued else plan.issued
    return replace(
        plan,
        requirements=tuple(found),
        number=corrections.number or plan.number,
        issued=issued,
        unclear=tuple(unclear),
    )


def corrected_register(register: Register, corrections: Corrections) -> Register:
    """Return the register with the units that the workbook exempts from sending."""
    units = tuple(_exempted(unit, corrections.exempt) for unit in register.units)
    return replace(register, units=units)


def _exempted(unit: Unit, exempt: Mapping[str, str]) -> Unit:
    return replace(unit, exempt=exempt[unit.name]) if unit.name in exempt else unit


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _due(item: Requirement, corrections: Corrections) -> Requirement:
    """Give the units' reports the office's own day where the plan states none."""
    if item.shown_by is not ShownBy.REPORT_SENT or item.applies_to == "office" or item.deadline is not None:
        return item
    return replace(item, deadline=Interval(None, corrections.reports), unclear=())


def _changed(item: Requirement, cells: Mapping[str, str], actors: Actors) -> Requirement:
    made = item
    if "applies" in cells:
        made = _applied(made, cells["applies"], actors)
    if "action" in cells:
        made = replace(made, action=cells["action"])
    if cells.keys() & {"op", "value", "unit"}:
        made = replace(made, quantity=_quantity(made, cells))
    if cells.keys() & {"start", "end"}:
        start = cells.get("start", _day(item, "start"))
        end = cells.get("end", _day(item, "end"))
        made = replace(made, deadline=interval_of(start, end))
    if "recipient" in cells:
        made = replace(made, recipient=cells["recipient"] or None)
    kind = choice(KINDS, cells.get("kind", "")) or made.kind
    shown = choice(SHOWN, cells.get("shown", "")) or made.shown_by
    weight = choice(WEIGHTS, cells.get("weight", "")) or made.weight
    return replace(made, kind=kind, shown_by=shown, weight=weight, confidence=1.0, unclear=())


def _day(item: Requirement, end: str) -> str:
    day = getattr(item.deadline, end, None)
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def _applied(item: Requirement, text: str, actors: Actors) -> Requirement:
    """Return the requirement for whom a person names: a choice of the list, or units in a row."""
    code = applies_code(text)
    register = actors.names.register
    if code == "each_unit":
        return replace(item, applies_to=code, units=actors.others)
    if code == "office":
        return replace(item, applies_to=code, units=(register.office,))
    if code.startswith("kind:"):
        kinds = {kind.strip() for kind in code[5:].split(KINDS_JOINT.strip())}
        units = tuple(unit.name for unit in register.others() if unit.kind in kinds)
        return replace(item, applies_to=code, units=units) if units else item
    address = actors.resolve(fold(code), 0, len(code))
    units = tuple(unit.name for unit in register.units if unit.name in address.units)
    if not units:
        return item
    single = address.targets[0][0] if len(address.targets) == 1 else "; ".join(units)
    return replace(item, applies_to=single, units=units)


def _quantity(item: Requirement, cells: Mapping[str, str]) -> Quantity | None:
    before = item.quantity
    value = read_number(cells["value"]) if "value" in cells else before.value if before else None
    if value is None:
        return None
    op = choice(OPS, cells["op"]) if cells.get("op") else before.op if before else "="
    unit = cells.get("unit", before.unit if before else "")
    return Quantity(op or "=", value, unit, before.span if before else item.span)


def _added(row: Mapping[str, str], document: Document, actors: Actors, number: int) -> Requirement | None:
    """Return the requirement of a row that a person added; its quote must stand in the plan."""
    span = _find(row["quote"], document)
    if span is None:
        return None
    blank = Requirement(
        id=f"B{number}",
        span=span,
        section=row["section"],
        actor=row["actor"],
        applies_to="each_unit",
        units=actors.others,
        action=row["action"] or row["quote"],
        quantity=None,
        deadline=None,
        recipient=None,
        kind=Kind.ACT,
        shown_by=ShownBy.EITHER,
        weight=Weight.MUST,
        frame="",
        topic=row["quote"],
    )
    return _changed(blank, {key: text for key, text in row.items() if text}, actors)


def _find(quote: str, document: Document) -> Span | None:
    """Return where a person's quote stands; he copied it from the plan, so blanks alone may differ."""
    wanted = fold(" ".join(quote.split()))
    if not wanted:
        return None
    low = fold(document.text)
    squeezed: list[int] = [at for at, char in enumerate(low) if char != " " or (at and low[at - 1] != " ")]
    at = "".join(low[place] for place in squeezed).find(wanted)
    if at < 0:
        return None
    return document.span(squeezed[at], squeezed[at + len(wanted) - 1] + 1)
