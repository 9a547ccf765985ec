"""Papers of a body of the same name in another place than the plan's: the Phòng Nội vụ of another district."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from checks.units import Unit
from extractors.facts import Letterhead
from extractors.vietnamese import bare, fold

# "HUYỆN ĐOÀN", "TỈNH ỦY" are bodies: the place stands behind them.
_PLACE = re.compile(
    r"(?<!\w)(?P<level>tỉnh|thành phố|thị xã|huyện|quận)\s+"
    r"(?:(?:đoàn|ủy|đội|hội)\s+)?(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s*(?=[-–,;.(\n]|$)"
)
_SAME = 0.75  # likeness of two spellings of one place: recognition mistakes a letter or two


def elsewhere(frame: Letterhead, home: Letterhead, unit: Unit | None) -> tuple[str, str] | None:
    """Return (place that `frame` names, place of the plan) where both name one of the same level and they differ.

    None where they agree, where either names no place, and where the unit's own name holds the place: a province's
    plan goes to districts. Levels are compared one by one, so that a district below the plan's province is no stranger.
    """
    theirs, ours = _places(frame), _places(home)
    known = bare(" ".join((unit.name, *unit.aliases))) if unit else ""
    for level, name in theirs:
        same_level = [place for kind, place in ours if kind == level]
        if same_level and not any(_alike(name, place) for place in same_level) and bare(name) not in known:
            return f"{level} {name.title()}", f"{level} {same_level[0].title()}"
    return None


def _places(frame: Letterhead) -> list[tuple[str, str]]:
    """Return (level, name) of every place in the head of a paper; a level without a name tells nothing."""
    return [pair for text in (frame.issuer, frame.parent) if text for pair in _named(fold(text).splitlines())]


def _named(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((m["level"], m["name"]) for line in lines for m in _PLACE.finditer(line) if len(m["name"]) > 3)


def _alike(first: str, second: str) -> bool:
    one, other = bare(first).replace(" ", ""), bare(second).replace(" ", "")
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _SAME
