"""What stands on a page but not in the text: page numbers, running headers and footers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.layout import Line

_NUMBER = re.compile(
    r"^[-–—\s]*(?:(?:Trang|Tr\.?|Page)\s*:?\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE
)
_EDGE = 0.12  # of the page's height: the zone in which office papers keep headers and footers


def is_page_number(line: Line) -> bool:
    """Return whether the line is nothing but the number of its page ("2", "- 2 -", "Trang 2/5")."""
    return bool(_NUMBER.match(line.text))


def part_running(
    pages: Sequence[tuple[Sequence[Line], float]],
) -> tuple[list[list[Line]], list[Line], list[Line]]:
    """Part the lines of each page (with its height) into text, running headers and running footers.

    A header is a line near the edge that the file marks as such, or that comes back on another page at the same
    height with other figures at most. Page numbers are dropped; of a repeated header the first is kept.
    """
    repeated = _repeated(pages)
    texts: list[list[Line]] = []
    heads: dict[str, Line] = {}
    feet: dict[str, Line] = {}
    for lines, height in pages:
        kept: list[Line] = []
        for line in lines:
            edge = _edge(line, height)
            alone = _outermost(line, lines)
            if edge and (line.running or alone) and is_page_number(line):
                continue
            if edge and (line.running or (alone and _key(line) in repeated)):
                (heads if edge < 0 else feet).setdefault(_key(line)[0], line)
                continue
            kept.append(line)
        texts.append(kept)
    return texts, list(heads.values()), list(feet.values())


def _edge(line: Line, height: float) -> int:
    if line.bottom < _EDGE * height:
        return -1
    return 1 if line.top > (1 - _EDGE) * height else 0


def _outermost(line: Line, lines: Sequence[Line]) -> bool:
    """Return whether at most one other line stands between it and the edge of the page."""
    above = sum(1 for other in lines if other.bottom <= line.top + 1)
    below = sum(1 for other in lines if other.top >= line.bottom - 1)
    return min(above, below) <= 2


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 6)


def _repeated(pages: Sequence[tuple[Sequence[Line], float]]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for lines, height in pages:
        for key in {_key(line) for line in lines if _edge(line, height)}:
            counts.update([key, (key[0], key[1] - 1), (key[0], key[1] + 1)])
    return {key for key, count in counts.items() if count > 1}
