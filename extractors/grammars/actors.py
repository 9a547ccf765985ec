"""Who acts: units and groups named in a text, with the right edge of their names.

Names of units write the first syllable of each word with a capital ("Phòng Quản lý Công nghệ và Thị trường công nghệ"),
and not always that; the right edge is where a verb or a function word begins. The register of the campaign, where it
names the unit, decides at once: longest match first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.grammars.unit_edges import HEAD, right_edge
from extractors.vietnamese import any_of, fold


@dataclass(frozen=True, slots=True)
class Unit:
    """`text[start:end]` names a unit; `bare` where it is a head alone ("Phòng", "Chi cục"): the document's own unit."""

    start: int
    end: int
    bare: bool


@lru_cache(maxsize=8)
def _roster(names: tuple[str, ...]) -> re.Pattern[str] | None:
    folded = {fold(name).strip() for name in names if len(name.strip()) > 3}
    return re.compile(rf"(?<!\w){any_of(folded)}(?!\w)") if folded else None


def find_units(text: str, start: int = 0, end: int | None = None, roster: Sequence[str] = ()) -> tuple[Unit, ...]:
    """Return the units named in `text[start:end]`, in order, none inside another; `roster` are known names."""
    piece = text[start:end]
    found = (_units_short if len(piece) <= 1000 else _units)(piece, tuple(roster))
    return tuple(Unit(unit.start + start, unit.end + start, unit.bare) for unit in found) if start else found


def _units(text: str, roster: tuple[str, ...]) -> tuple[Unit, ...]:
    start, end, low = 0, len(text), fold(text)
    pattern = _roster(roster)
    known = {m.start(): m.end() for m in pattern.finditer(low)} if pattern else {}
    found: list[Unit] = []
    last = 0
    for match in sorted([*HEAD.finditer(low)], key=lambda m: m.start()):
        at = match.start()
        if at < last:
            continue
        stop = right_edge(text[start:end], low, match)
        stop = max(stop, known.get(at, 0))
        bare = stop == match.end() and at not in known
        if bare and not text[start + at].isupper():
            continue
        found.append(Unit(start + at, start + stop, bare))
        last = stop
    found += [Unit(start + a, start + b, False) for a, b in known.items() if not _covered(found, start + a)]
    return tuple(sorted(found, key=lambda unit: unit.start))


# One clause is asked for its units several times: as passage, as subject, as recipient.
_units_short = lru_cache(maxsize=2048)(_units)


def _covered(units: list[Unit], at: int) -> bool:
    return any(unit.start <= at < unit.end for unit in units)
