"""Lines on a page and the order in which a person reads them: letterhead and signature column by column.

Shared by PDF text and by recognised scans; all measures are points from the top left corner of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Source

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Line:
    """One visual line of one column or cell: `lead` is the width of its first word, `bold` the share of bold letters.

    `region` holds the left and right limits of the column it stands in, None for the body of the page; `side` tells
    the columns of one band apart. `words` are (start, end, confidence 0..1) of recognised words in `text`.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    page: int = 1
    bold: float = 0.0
    lead: float = 0.0
    source: Source = Source.TEXT
    original: str | None = None
    running: bool = False
    region: tuple[float, float] | None = None
    side: int = 0
    words: list[tuple[int, int, float]] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Return x0, top, x1, bottom."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """Return the height of the middle of the line."""
        return (self.top + self.bottom) / 2


def rounded(box: Box) -> Box:
    """Return the box to a tenth of a point, as documents state it."""
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))


def beside(a: Line, b: Line) -> bool:
    """Return whether two lines stand side by side: most of the lower one's height is shared, no width is."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.45 * min(a.bottom - a.top, b.bottom - b.top) and (a.x1 <= b.x0 or b.x1 <= a.x0)


def in_columns(lines: Sequence[Line], left: float, right: float) -> list[Line]:
    """Return the lines of one page (limits of its body given) with every two-column band read column by column.

    A band starts where two lines stand side by side across a clear gutter, and goes on as long as every line keeps
    to one side of it. Lines of a band learn their column's limits. All other lines keep the order they came in.
    """
    rows = rows_of(lines)
    bands = _bands(rows, right - left)
    lines = _lone_pairs_joined(lines, rows, {id(line) for members, _ in bands for line in members})
    band_of = {id(line): index for index, (members, _) in enumerate(bands) for line in members}
    out: list[Line] = []
    done: set[int] = set()
    for line in lines:
        index = band_of.get(id(line))
        if index is None:
            out.append(line)
        elif index not in done:
            done.add(index)
            members, gutter = bands[index]
            mine = {id(one) for one in members}
            out.extend(_by_column([one for one in lines if id(one) in mine], gutter, left, right))
    return out


def _lone_pairs_joined(lines: Sequence[Line], rows: list[list[Line]], banded: set[int]) -> list[Line]:
    """Make one line of two that stand side by side with nothing of a column about them: a tab, an unread word."""
    partner = {
        id(row[0]): row[1]
        for row in rows
        if len(row) == 2 and not banded & {id(row[0]), id(row[1])} and _one_sentence(*row)
    }
    gone = {id(line) for line in partner.values()}
    return [
        joined_line(line, partner[id(line)]) if id(line) in partner else line for line in lines if id(line) not in gone
    ]


def _one_sentence(a: Line, b: Line) -> bool:
    """A signature block cut off by the page's end is a pair of its own: other type, or a post in capitals."""
    return abs(a.size - b.size) < 0.08 * a.size and not b.text.isupper() and not a.text.startswith("Nơi ")


def joined_line(a: Line, b: Line) -> Line:
    """Return two lines of one row, `a` on the left, as one."""
    letters = max(1, len(a.text) + len(b.text))
    shift = len(a.text) + 1
    return replace(
        a,
        text=f"{a.text} {b.text}",
        top=min(a.top, b.top),
        x1=max(a.x1, b.x1),
        bottom=max(a.bottom, b.bottom),
        size=max(a.size, b.size),
        bold=(a.bold * len(a.text) + b.bold * len(b.text)) / letters,
        source=b.source if a.source is Source.TEXT else a.source,
        original=f"{a.original or a.text} {b.original or b.text}" if a.original or b.original else None,
        words=[*a.words, *((start + shift, end + shift, sure) for start, end, sure in b.words)],
    )


def _bands(rows: list[list[Line]], width: float) -> list[tuple[list[Line], tuple[float, float]]]:
    out: list[tuple[list[Line], tuple[float, float]]] = []
    at = free = 0
    while at < len(rows):
        band = _band(rows, at, free, width)
        if band is None:
            at += 1
            continue
        first, upto, gutter = band
        out.append(([line for row in rows[first:upto] for line in row], gutter))
        at = free = upto
    return out


def rows_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines grouped by height, from top to bottom, each row from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.middle, one.x0)):
        near = rows[-1] if rows else []
        if near and all(beside(line, other) for other in near):
            near.append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _band(rows: list[list[Line]], at: int, free: int, width: float) -> tuple[int, int, tuple[float, float]] | None:
    if len(rows[at]) != 2:
        return None
    low, high = rows[at][0].x1, rows[at][1].x0
    upto = at + 1
    while upto < len(rows) and len(rows[upto]) <= 2:
        lows, highs = _sides(rows[upto], low, high)
        if len(lows) + len(highs) < len(rows[upto]) or (len(rows[upto]) == 2 and not (lows and highs)):
            break
        new_low, new_high = max([low, *(one.x1 for one in lows)]), min([high, *(one.x0 for one in highs)])
        if new_high - new_low < 4 or _leaves(rows[at:upto], lows, highs, width):
            break
        low, high, upto = new_low, new_high, upto + 1
    first = at
    # A signature column may begin a line above its neighbour.
    while (
        first > max(free, at - 2) and len(rows[first - 1]) == 1 and _joins_above(rows[first - 1][0], rows[first], low)
    ):
        first -= 1
    return (first, upto, (low, high)) if upto - first > 1 else None


def _sides(row: list[Line], low: float, high: float) -> tuple[list[Line], list[Line]]:
    middle = (low + high) / 2
    return (
        [line for line in row if line.x1 < high and _center(line) < middle],
        [line for line in row if line.x0 > low and _center(line) > middle],
    )


def _joins_above(line: Line, row: list[Line], low: float) -> bool:
    right = row[-1]
    return line.x0 > low and row[0].top - line.bottom < 1.2 * line.size and abs(_center(line) - _center(right)) < 20


def _leaves(band: list[list[Line]], lows: list[Line], highs: list[Line], width: float) -> bool:
    """Return whether a one-sided row is the body again: wide, or on the left after a clear blank.

    On the right a blank belongs to the band: the signer's name stands below the room for the signature.
    """
    if lows and highs:
        return False
    line = (lows or highs)[0]
    bottom = max(one.bottom for row in band[-3:] for one in row)
    return line.x1 - line.x0 > 0.55 * width or (bool(lows) and line.top - bottom > line.size)


def _center(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def _by_column(lines: list[Line], gutter: tuple[float, float], left: float, right: float) -> list[Line]:
    middle = sum(gutter) / 2
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        sides[_center(line) > middle].append(line)
    for line in sides[0]:
        line.region, line.side = (min(left, line.x0), gutter[1]), 1
    for line in sides[1]:
        line.region, line.side = (gutter[0], max(right, line.x1)), 2
    return [*sides[0], *sides[1]]
