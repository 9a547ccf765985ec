"""Ruled tables: from straight lines, drawn in a PDF or found in an image, to cells with their merged spans."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.readers.layout import Box

_TOLERANCE = 3.0
_MAX_RULES = 1500  # of one direction on a page, after joining: a drawing, not a table


class Rule(NamedTuple):
    """A straight line: at `at` across (y of a horizontal one, x of an upright one), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell counted from 0, with its span and its box in the unit of the rules."""

    row: int
    col: int
    rows: int
    cols: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: the heights of its row borders, the places of its column borders, and its cells row by row."""

    ys: tuple[float, ...]
    xs: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """Return x0, top, x1, bottom."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """Return the cell that holds the point, None outside the table."""
        slack = _TOLERANCE
        for cell in self.cells:
            x0, top, x1, bottom = cell.box
            if x0 - slack <= x < x1 + slack and top - slack <= y < bottom:
                return cell
        return None


def grids(horizontal: Iterable[Rule], upright: Iterable[Rule], tolerance: float = _TOLERANCE) -> list[Grid]:
    """Return the tables that the rules form, from top to bottom; a frame around one cell is none."""
    rows, cols = _joined(horizontal, tolerance), _joined(upright, tolerance)
    if not rows or not cols or len(rows) > _MAX_RULES or len(cols) > _MAX_RULES:
        return []
    found = (_grid(h, v, tolerance) for h, v in _touching(rows, cols, tolerance))
    kept = [grid for grid in found if grid is not None]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _joined(rules: Iterable[Rule], tolerance: float) -> list[Rule]:
    """Return the rules with pieces of one line (a border is often drawn cell by cell) made one."""
    out: list[Rule] = []
    recent: list[int] = []
    for rule in sorted(rules, key=lambda one: (one.at, one.start)):
        recent = [index for index in recent if rule.at - out[index].at <= tolerance]
        for index in recent:
            other = out[index]
            if rule.start <= other.end + tolerance and other.start <= rule.end + tolerance:
                out[index] = Rule(other.at, min(other.start, rule.start), max(other.end, rule.end))
                break
        else:
            recent.append(len(out))
            out.append(rule)
    return [rule for rule in out if rule.end - rule.start > 2 * tolerance]


def _touching(rows: list[Rule], cols: list[Rule], tolerance: float) -> list[tuple[list[Rule], list[Rule]]]:
    parent = list(range(len(rows) + len(cols)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [rule.at for rule in rows]
    for number, col in enumerate(cols):
        for index in range(bisect_right(heights, col.start - tolerance), bisect_right(heights, col.end + tolerance)):
            if rows[index].start - tolerance <= col.at <= rows[index].end + tolerance:
                parent[root(index)] = root(len(rows) + number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate(rows):
        groups[root(index)][0].append(rule)
    for number, rule in enumerate(cols):
        groups[root(len(rows) + number)][1].append(rule)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def _levels(values: Sequence[float], tolerance: float) -> tuple[float, ...]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > 2 * tolerance:
            out.append(value)
    return tuple(out)


def _borders(rows: list[Rule], cols: list[Rule], tolerance: float) -> tuple[list[Rule], list[Rule]]:
    """Leave out what is no border: strokes of letters, underlines, arcs of a seal do not reach two crossing lines."""
    while True:
        kept_cols = [col for col in cols if _crossed(col, rows, tolerance) > 1]
        wide = max((row.end - row.start for row in rows), default=0.0)
        kept_rows = [row for row in rows if _crossed(row, kept_cols, tolerance) > 1 or row.end - row.start > 0.9 * wide]
        if len(kept_cols) == len(cols) and len(kept_rows) == len(rows):
            return rows, cols
        rows, cols = kept_rows, kept_cols


def _crossed(rule: Rule, others: list[Rule], tolerance: float) -> int:
    """Return how many places of the rule other lines touch, those at one place counted once."""
    places = [
        other.at
        for other in others
        if rule.start - tolerance <= other.at <= rule.end + tolerance
        and other.start - tolerance <= rule.at <= other.end + tolerance
    ]
    return len(_levels(places, tolerance))


def _grid(rows: list[Rule], cols: list[Rule], tolerance: float) -> Grid | None:
    rows, cols = _borders(rows, cols, tolerance)
    if len(rows) < 2 or not cols:
        return None
    # A table may lack its outer upright borders: its rows then reach beyond the last column line.
    ends = [min(rule.start for rule in rows), max(rule.end for rule in rows)]
    xs = _levels([*(rule.at for rule in cols), *ends], tolerance)
    ys = _levels([rule.at for rule in rows], tolerance)
    across, down = len(xs) - 1, len(ys) - 1
    if across < 1 or down < 1 or across * down < 2 or across * down > 20_000:
        return None
    parent = {(row, col): (row, col) for row in range(down) for col in range(across)}

    def root(one: tuple[int, int]) -> tuple[int, int]:
        while parent[one] != one:
            one = parent[one]
        return one

    for row in range(down):
        for col in range(across):
            x, y = (xs[col] + xs[col + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if col + 1 < across and not _crosses(cols, xs[col + 1], y, tolerance):
                parent[root((row, col + 1))] = root((row, col))
            if row + 1 < down and not _crosses(rows, ys[row + 1], x, tolerance):
                parent[root((row + 1, col))] = root((row, col))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for one in parent:
        groups[root(one)].append(one)
    cells = [_cell(group, xs, ys) for group in groups.values()]
    if len(cells) < 2:
        return None
    return Grid(ys, xs, tuple(sorted(cells, key=lambda cell: (cell.row, cell.col))))


def _crosses(rules: list[Rule], at: float, across: float, tolerance: float) -> bool:
    return any(
        abs(rule.at - at) <= 2 * tolerance and rule.start - tolerance <= across <= rule.end + tolerance
        for rule in rules
    )


def _cell(group: list[tuple[int, int]], xs: tuple[float, ...], ys: tuple[float, ...]) -> GridCell:
    top, left = min(row for row, _ in group), min(col for _, col in group)
    below, right = max(row for row, _ in group) + 1, max(col for _, col in group) + 1
    return GridCell(top, left, below - top, right - left, (xs[left], ys[top], xs[right], ys[below]))
