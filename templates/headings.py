"""Under which title a duty is told: the plan's own heading, a unit's name, or the number of the section."""

from __future__ import annotations

from checks.requirement import Requirement
from checks.units import Register
from templates.phrases import quoted, same, sentence_case
from templates.vocabulary import word


def section_heading(item: Requirement, register: Register) -> tuple[str, str]:
    """Return the plan's part and the title under which a duty is told."""
    part = item.section.split(".", 1)[0]
    title = sentence_case(quoted(item.heading, 140))
    if any(same(title, name) for unit in register.units for name in (unit.name, *unit.aliases)):
        return part, word("heading", "of_unit").format(title)
    if title:
        return part, title
    return part, word("heading", "of_section" if item.section else "other").format(item.section)
