"""Tables read from ruled cells: rows cut by a page end made whole, headings repeated on each page left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractors.document import Cell
from extractors.readers.builder import Piece
from extractors.readers.layout import Line
from extractors.readers.layout_grid import Grid, GridCell
from extractors.readers.paragraphs import Margins, Paragraph, join, margins_of, paragraph
from extractors.readers.table_heads import mark_heads

PieceMaker = Callable[[Paragraph, str, Cell], Piece]
_SAME_COLUMN = 6.0
_SHIFT = 36.0  # points that a page may lie askew in the scanner
_OPEN = re.compile(r"^[a-zà-ỹđ(\d]")


@dataclass(slots=True)
class TableCell:
    """One cell with its lines; `box` in points on `page`."""

    row: int
    col: int
    rows: int
    cols: int
    page: int
    box: tuple[float, float, float, float]
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the text of the cell on one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Table:
    """One table, possibly over several pages: `xs` are its column borders."""

    page: int
    xs: tuple[float, ...]
    rows: int
    cells: list[TableCell]

    def row(self, number: int) -> list[TableCell]:
        """Return the cells that start in a row, from left to right."""
        return [cell for cell in self.cells if cell.row == number]


def table_of(grid: Grid, lines: dict[GridCell, list[Line]], page: int) -> Table:
    """Return the table of one grid whose cells hold `lines`."""
    cells = [
        TableCell(cell.row, cell.col, cell.rows, cell.cols, page, cell.box, lines.get(cell, [])) for cell in grid.cells
    ]
    return Table(page, grid.xs, len(grid.ys) - 1, cells)


def joined(items: Sequence[Line | Table]) -> list[Line | Table]:
    """Return the items of a document with every table that goes on after a page end made one table."""
    out: list[Line | Table] = []
    for item in items:
        last = out[-1] if out else None
        if isinstance(item, Table) and isinstance(last, Table) and _goes_on(last, item):
            _append(last, item)
        else:
            out.append(item)
    return out


def _goes_on(last: Table, table: Table) -> bool:
    end = max(cell.page for cell in last.cells)
    return (
        table.page == end + 1
        and len(last.xs) == len(table.xs)
        and abs(table.xs[0] - last.xs[0]) < _SHIFT
        and all(
            abs((a - last.xs[0]) - (b - table.xs[0])) < _SAME_COLUMN for a, b in zip(last.xs, table.xs, strict=True)
        )
    )


def _append(last: Table, table: Table) -> None:
    skip = _repeated_heads(last, table)
    cells = [cell for cell in table.cells if cell.row >= skip]
    shift = last.rows - skip
    first = [cell for cell in cells if cell.row == skip]
    if first and _cut_row(last, first):
        for cell in first:
            _carry_over(last, cell)
        cells = [cell for cell in cells if cell.row > skip]
        shift -= 1
    for cell in cells:
        cell.row += shift
    last.cells.extend(cells)
    last.rows = shift + table.rows


def _repeated_heads(last: Table, table: Table) -> int:
    count = 0
    while count < min(last.rows, table.rows, 4):
        texts = [cell.text for cell in table.row(count)]
        if not any(texts) or texts != [cell.text for cell in last.row(count)]:
            break
        count += 1
    return count if count < table.rows else 0


def _cut_row(last: Table, first: list[TableCell]) -> bool:
    """Return whether the first row of a page goes on with the row that the page before ended in."""
    above = {cell.col: cell for cell in last.cells if cell.row + cell.rows == last.rows}
    filled = [cell for cell in first if cell.lines]
    if not filled or any(cell.col not in above for cell in first):
        return False
    empty_first = not first[0].lines and bool(above[first[0].col].lines) and len(first) > 1
    open_ended = all(_OPEN.match(cell.text) and above[cell.col].lines for cell in filled)
    if empty_first:
        return any(above[cell.col].lines for cell in filled)
    return open_ended and not all(cell.text[0].isdigit() for cell in filled)


def _carry_over(last: Table, cell: TableCell) -> None:
    for other in last.cells:
        if other.col == cell.col and other.row + other.rows == last.rows:
            shift = other.box[0] - cell.box[0]  # two scans of one table do not lie alike
            for line in cell.lines:
                line.x0, line.x1 = line.x0 + shift, line.x1 + shift
            other.lines.extend(cell.lines)


def pieces(table: Table, number: int, make: PieceMaker) -> list[Piece]:
    """Return the blocks of a table, cell by cell and row by row; `number` counts the document's tables from 1."""
    out: list[Piece] = []
    for cell in sorted(table.cells, key=lambda one: (one.row, one.col)):
        place = Cell(number, cell.row, cell.col, cell.rows, cell.cols)
        path = f"bảng {number}/dòng {cell.row + 1}/ô {cell.col + 1}"
        found = cell_paragraphs(cell)
        if found:
            out.extend(make(one, path, place) for one in found)
        else:
            out.append(Piece("", path, page=cell.page, box=cell.box, cell=place))
    return mark_heads(out, number)


def cell_paragraphs(cell: TableCell) -> list[Paragraph]:
    """Return the paragraphs of one cell: its width tells where a line had to be wrapped."""
    if not cell.lines:
        return []
    x0, _, x1, _ = cell.box
    pad = min(6.0, max(1.0, min(line.x0 for line in cell.lines) - x0))
    for line in cell.lines:
        line.region = (x0 + pad, x1 - pad)
    leading = margins_of(cell.lines).leading
    margins = {line.page: Margins(x0 + pad, x1 - pad, leading) for line in cell.lines}
    if all(line.words for line in cell.lines) and len(cell.lines) == 1:
        return [paragraph(cell.lines)]
    return join(cell.lines, margins)
