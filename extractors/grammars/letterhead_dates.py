"""Full dates of letterheads and citations: day, month and year, typed, blank or misread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractors.vietnamese import fold

_GAP = r"[\s.…_]*"
_FIGURES = re.compile(r"(?:ngày\s*)?(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4}|\d{2})(?![\d/])")
_WORDS = re.compile(
    rf"(?:ng[àaáảạ]y|ngay){_GAP}(?P<d>[\doilxzsø]{{0,3}}){_GAP},?\s*th[áaàăâ]ng{_GAP}(?P<m>[\doilx]{{0,3}}){_GAP},?"
    rf"\s*n[ăaâ]m{_GAP}(?P<y>[\doil]{{4}}|\d{{0,3}})(?!\w)"
)
_MISREAD = str.maketrans({"o": "0", "ø": "0", "i": "1", "l": "1", "z": "2", "s": "5"})


@dataclass(frozen=True, slots=True)
class FullDate:
    """A date as written: text[start:end]; `day` is None where a part is blank or no such day exists."""

    start: int
    end: int
    day: date | None


def find_full_date(text: str, start: int, end: int, recognised: bool = False) -> FullDate | None:
    """Return the first full date in text[start:end], None where there is none.

    `recognised` text comes from OCR: letters that look like figures are read as figures there.
    """
    shadow = fold(text[start:end])
    found = min(
        (match for pattern in (_WORDS, _FIGURES) if (match := pattern.search(shadow))),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None:
        return None
    parts = [found.group(name) for name in "dmy"]
    if recognised:
        parts = [part.translate(_MISREAD) for part in parts]
    return FullDate(start + found.start(), start + found.end(), _day(parts))


def match_date(text: str, start: int, end: int) -> FullDate | None:
    """Return the full date that begins at `start`, with "ngày" before it, or None."""
    found = find_full_date(text, start, min(end, start + 48))
    return found if found is not None and found.start == start else None


def _day(parts: list[str]) -> date | None:
    if not all(part.isdigit() for part in parts):
        return None
    day, month, year = map(int, parts)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
