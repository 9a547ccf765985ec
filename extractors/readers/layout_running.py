"""What stands on a page but not in the text: page numbers, running headers and footers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractors.readers.layout import Line
from extractors.readers.layout_grid import Rule
from extractors.vietnamese import bare

_NUMBER = re.compile(
    r"^[-–—\s]*(?:(?:Trang|Tr\.?|Page)\s*:?\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE
)
_MOTTO = ("cong hoa xa hoi chu nghia", "dang cong san viet nam")
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
        letterhead = _letterhead_top(lines)
        for line in lines:
            edge = _edge(line, height) if line.top < letterhead - 3 else max(0, _edge(line, height))
            alone = _outermost(line, lines)
            if edge and (line.running or alone) and is_page_number(line):
                continue
            if edge and (line.running or (alone and _key(line) in repeated)):
                (heads if edge < 0 else feet).setdefault(_key(line)[0], line)
                continue
            kept.append(line)
        texts.append(kept)
    return texts, list(heads.values()), list(feet.values())


def _letterhead_top(lines: Sequence[Line]) -> float:
    """Return where the letterhead of a page begins: papers bound together repeat theirs, and it is no header."""
    tops = [line.top for line in lines if any(sign in bare(line.text) for sign in _MOTTO)]
    return min(tops, default=float("inf"))


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


_NOTE_START = re.compile(r"^(\d{1,3})[.)\s]\s*\S")


def part_footnotes(lines: Sequence[Line], rules: Sequence[Rule], height: float) -> tuple[list[Line], list[list[Line]]]:
    """Part the lines of one page into text and footnotes, each the lines of one note.

    Notes stand below a short rule that starts at the left margin and has only them under it; where the rule is
    missing nothing is taken for a note.
    """
    for rule in sorted(rules, key=lambda one: -one.at):
        below = [line for line in lines if line.top > rule.at - 2 and not (line.running or is_page_number(line))]
        ids = {id(line) for line in below}
        above = [line for line in lines if id(line) not in ids]
        if not below or not above or rule.at < 0.3 * height:
            continue
        left = min(line.x0 for line in below)
        short = 30 < rule.end - rule.start < 0.55 * max(line.x1 for line in lines)
        first = min(below, key=lambda line: line.top)
        if short and abs(rule.start - left) < 8 and first.top - rule.at < 18 and _NOTE_START.match(first.text):
            return above, _each_note(below)
    return list(lines), []


def _each_note(lines: list[Line]) -> list[list[Line]]:
    notes: list[list[Line]] = []
    for line in lines:
        started = _NOTE_START.match(line.text)
        if not notes or (started and started.group(1) == str(_number(notes[-1]) + 1)):
            notes.append([line])
        else:
            notes[-1].append(line)
    return notes


def _number(note: list[Line]) -> int:
    found = _NOTE_START.match(note[0].text)
    return int(found.group(1)) if found else 0


def note_numbers(notes: Sequence[list[Line]]) -> frozenset[str]:
    """Return the numbers that the footnotes of a page bear."""
    return frozenset(str(_number(note)) for note in notes)
