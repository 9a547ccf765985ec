"""Under which title a duty is told, and where in the plan it stands: by heading, unit, section or row of a table."""

from __future__ import annotations

from checks.requirement import Plan, Requirement
from checks.units import Register
from templates.phrases import clean, quoted, same, sentence_case
from templates.vocabulary import word


def section_heading(item: Requirement, plan: Plan, register: Register) -> tuple[str, str]:
    """Return the plan's part and the title under which a duty is told; rows of one table are of one part."""
    part = "" if _is_row(item) else item.section.split(".", 1)[0]
    title = sentence_case(quoted(item.heading, 140))
    if any(same(title, name) for unit in register.units for name in (unit.name, *unit.aliases)):
        return part, word("heading", "of_unit").format(title)
    if title:
        return part, title
    kind = "of_section" if item.section and not _is_row(item) else "other"
    return part, word("heading", kind).format(plan.called, item.section)


def place_in_plan(item: Requirement, plan: Plan) -> str:
    """Return where the plan lays the duty down: "mục III.2 Kế hoạch", for a row its number; "" where nothing says."""
    place = place_alone(item)
    if not place:
        return ""
    return f"{place} của {plan.called}" if _is_row(item) else f"{place} {plan.called}"


def place_alone(item: Requirement) -> str:
    """Return the same without the plan's name, for a column that bears it."""
    section = clean(item.section)
    if not section:
        return ""
    return word("place", "row" if _is_row(item) else "section").format(section)


def _is_row(item: Requirement) -> bool:
    """Return whether the section is but the number of a row, which is no section of the plan."""
    return item.section.isdigit() and "/dòng " in item.span.path
