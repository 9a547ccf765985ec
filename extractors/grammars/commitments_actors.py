"""Who is to do what a clause asks: named by an order behind it or by the heading above it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.grammars.actors import find_units
from extractors.grammars.commitments_clauses import Clause
from extractors.grammars.names import first_name
from extractors.grammars.unit_edges import HEAD
from extractors.segment import Segment
from extractors.vietnamese import fold

# "giao bà X làm đầu mối", "Giao anh Y, Bí thư Đoàn xã, làm tổ trưởng": says who does what the sentence before asks.
_ASSIGNMENT = re.compile(
    r"^giao\s[^;]{4,120}?\b(?:làm đầu mối|là đầu mối|chịu trách nhiệm|phụ trách|làm tổ trưởng|làm trưởng|theo dõi"
    r"|chủ trì"
    r"|thực hiện|đôn đốc|làm điểm)(?:\s[^,;]{0,40})?$"
)


def assigns(text: str, clause: Clause) -> bool:
    """Return whether a clause only says who does what the one before asks ("giao Chi bộ Thống kê Xã hội")."""
    low = fold(text[clause.start : clause.end])
    if _ASSIGNMENT.match(low):
        return True
    units = find_units(text, clause.start, clause.end) if low.startswith("giao ") else ()
    return bool(units) and units[0].start == clause.start + 5 and clause.end - units[0].end < 3


def ordered(text: str, clause: Clause) -> str | None:
    """Return the person or unit that such a clause names, or None."""
    name = first_name(text, clause.start, clause.end)
    if name is not None:
        return text[name.lead : name.end]
    units = find_units(text, clause.start, clause.end)
    return text[units[0].start : units[0].end] if units else None


def heading_actor(segment: Segment) -> str | None:
    """Return the unit or person that the nearest heading names ("1. Văn phòng Sở", "- Bà Siu H'Lan, Trưởng trạm:")."""
    return _actor_of(segment.headings)


# Many clauses stand below the same headings.
@lru_cache(maxsize=256)
def _actor_of(headings: tuple[str, ...]) -> str | None:
    return next((actor for actor in map(_named_by, reversed(headings)) if actor is not None), None)


@lru_cache(maxsize=512)
def _named_by(heading: str) -> str | None:
    name = first_name(heading)
    if name is not None and name.lead == 0 and len(heading) - name.stop < 4:
        return heading[: name.end]
    units = find_units(heading) if HEAD.match(fold(heading)) else ()
    if units and units[0].start == 0 and not units[0].bare and len(heading) - units[0].end < 4:
        return heading[: units[0].end]
    return None
