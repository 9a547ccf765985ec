"""Tables: which hold data, which rows are headings, and what merged and ditto cells stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.document import Cell, Document, Part
from extractors.grammars.segments_cues import is_authority, is_letterhead, is_recipients
from extractors.grammars.segments_lines import Line
from extractors.grammars.sentences import strip
from extractors.segment import Column
from extractors.vietnamese import any_of, bare, lexicon

_DITTO = re.compile(
    r"(?:[-–]?\s?(?:nt|như trên|như\s?/\s?t|//|″|\"|''|”|“|〃|\^)\s?[-–]?|-\s?(?:nt|như trên|\"|//)\s?-)\.?$", re.I
)
_COLUMN_NUMBER = re.compile(r"\(?\s?(?:\d{1,2}|[A-E])\s?(?:=.*)?\)?$")
_ORDER_HEAD = re.compile(r"(?:so\s*)?(?:tt|stt|thu tu)$")
_PLAIN_HEAD = re.compile(
    r"(?:(?:ten|cac|nhung)\s+)?(?:noi dung|nhiem vu|cong viec|ket qua|hoat dong|viec lam|dau viec)(?!\w)"
)
_ORDINAL = re.compile(r"\(?\d{1,3}[.)]?$")
_FIGURE = re.compile(r"[\d\s.,%/()+=-]+$")


@dataclass
class Entry:
    """One cell: its place, the range of its text (empty where nothing is written), and the blocks that it holds."""

    cell: Cell
    start: int
    end: int
    block: int
    blocks: list[int] = field(default_factory=list)
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of data: `group` is set where the row is a heading across the table; cells in the order of columns."""

    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    group: Entry | None = None


def data_tables(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the tables that hold data; frames of letterhead, signature or a whole page are left out."""
    shape: dict[int, tuple[int, int]] = {}
    framed: set[int] = set()
    signed: set[int] = set()
    for line in lines:
        cell = line.block.cell
        if cell is None:
            continue
        rows, cols = shape.get(cell.table, (0, 0))
        shape[cell.table] = max(rows, cell.row + 1), max(cols, cell.col + 1)
        if is_recipients(line) or (cell.row < 6 and is_letterhead(line) and _frames(line)):
            framed.add(cell.table)
        if is_authority(line):
            signed.add(cell.table)
        if line.block.part not in {Part.BODY, Part.TEXTBOX}:
            framed.add(cell.table)
    return frozenset(
        table
        for table, (rows, cols) in shape.items()
        if cols > 1 and table not in framed and not (table in signed and rows <= 3 and cols <= 3)
    )


def list_tables(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the tables that are lists with a column of numbers, and whether a row of heads opens each.

    Their items are read as those of any other list. A head that says what the items are ("Họ và tên") makes a table.
    """
    last: dict[int, tuple[int, int]] = {}
    heads: dict[int, bool] = {}
    others: set[int] = set()
    for line in lines:
        cell = line.block.cell
        if cell is None:
            continue
        rows, cols = last.get(cell.table, (0, 0))
        last[cell.table] = max(rows, cell.row + 1), max(cols, cell.col + cell.cols)
        if cell.col == 0 and cell.row == 0 and _ORDER_HEAD.match(line.plain):
            heads[cell.table] = True
            continue
        told = _ORDINAL if cell.col == 0 else _PLAIN_HEAD if cell.row == 0 and cell.table in heads else None
        if told is not None and not told.match(line.plain):
            others.add(cell.table)
    return {
        table: heads.get(table, False)
        for table, (rows, cols) in last.items()
        if cols == 2 and rows > 2 and table not in others
    }


def _frames(line: Line) -> bool:
    return not re.match(r"so\s*[.:]?\s*(?:tt|luong|thu tu|\d+$)", line.plain)


def read_table(document: Document, blocks: Sequence[int], heads: Sequence[str] = ()) -> tuple[list[Row], list[str]]:
    """Return the rows of one table without its heading rows, and the headings by column.

    `blocks` are the indices of its blocks in order; `heads` are those of a table that it continues on a new page.
    """
    grid = _grid(document, blocks)
    if not grid:
        return [], []
    width = max(entry.cell.col + entry.cell.cols for row in grid.values() for entry in row)
    header = _header_rows(document, grid, width)
    names = _names(document, grid, header, width)
    if not any(names) and len(heads) == width:
        names = list(heads)
    rows: list[Row] = []
    above: dict[int, _Above] = {}
    for number in sorted(grid):
        if number in header:
            continue
        rows.append(_row(document, grid[number], names, above, number, width))
    return rows, names


def _grid(document: Document, blocks: Sequence[int]) -> dict[int, list[Entry]]:
    places: dict[tuple[int, int], Entry] = {}
    for at in blocks:
        block = document.blocks[at]
        if block.cell is None:
            continue
        start, end = strip(document.text, block.start, block.end)
        entry = places.get((block.cell.row, block.cell.col))
        if entry is None:
            places[block.cell.row, block.cell.col] = Entry(block.cell, start, end, at, [at], bool(block.bold))
            continue
        entry.blocks.append(at)
        if start < end:
            if entry.start == entry.end:
                entry.start, entry.block = start, at
            entry.end = max(entry.end, end)
            entry.bold = entry.bold and bool(block.bold)
    grid: dict[int, list[Entry]] = {}
    for (row, _), entry in sorted(places.items()):
        grid.setdefault(row, []).append(entry)
    return grid


@cache
def _head_words() -> re.Pattern[str]:
    return re.compile(any_of(map(bare, lexicon("table_heads")), " ") + r"(?!\w)")


def _header_rows(document: Document, grid: dict[int, list[Entry]], width: int) -> set[int]:
    marked = {number for number, row in grid.items() if any(entry.cell.header for entry in row)}
    numbers = sorted(grid)
    if not marked and _is_header(document, grid[numbers[0]], width, alone=len(numbers) == 1):
        marked = {numbers[0]}
    elif (
        not marked and len(numbers) > 2 and len(grid[numbers[0]]) == 1 and _is_header(document, grid[numbers[1]], width)
    ):
        marked = {numbers[0], numbers[1]}  # a title inside the table
    if not marked:
        return marked
    # Headings in two storeys: cells of the first row reach down, or across columns that the next row names.
    last = max(marked)
    deep = max((entry.cell.row + entry.cell.rows - 1 for number in marked for entry in grid[number]), default=last)
    marked |= {number for number in numbers if last < number <= deep}
    wide = any(entry.cell.cols > 1 for entry in grid[last]) and len(grid[last]) > 1
    following = next((number for number in numbers if number > max(marked)), None)
    if wide and deep == last and following is not None and _plain_heads(document, grid[following]):
        marked.add(following)
    following = next((number for number in numbers if number > max(marked)), None)
    if following is not None and _numbers_columns(document, grid[following]):
        marked.add(following)
    return marked


def _is_header(document: Document, row: list[Entry], width: int, alone: bool = False) -> bool:
    texts = [document.text[entry.start : entry.end] for entry in row]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text) > 120 for text in filled) or alone:
        return False
    if any(_FIGURE.match(text) for text in filled):
        return False
    hits = sum(bool(_head_words().match(" ".join(bare(text).split()))) for text in filled)
    bold = all(entry.bold for entry, text in zip(row, texts, strict=True) if text)
    upper = all(text.isupper() for text in filled)
    return hits >= max(1, len(filled) // 3) or ((bold or upper) and len(filled) >= min(width, 3))


def _plain_heads(document: Document, row: list[Entry]) -> bool:
    texts = [document.text[entry.start : entry.end] for entry in row]
    return all(len(text) < 60 and not _FIGURE.fullmatch(text) for text in texts if text) and any(texts)


def _numbers_columns(document: Document, row: list[Entry]) -> bool:
    texts = [document.text[entry.start : entry.end] for entry in row if entry.start < entry.end]
    if len(texts) < 2 or not all(_COLUMN_NUMBER.match(text) for text in texts):
        return False
    figures = [int(re.sub(r"\D.*", "", text.strip("( "))) for text in texts if text.strip("( ")[0].isdigit()]
    return figures == list(range(figures[0], figures[0] + len(figures))) and figures[0] <= 3 if figures else False


def _names(document: Document, grid: dict[int, list[Entry]], header: set[int], width: int) -> list[str]:
    names: list[list[str]] = [[] for _ in range(width)]
    for number in sorted(header):
        if len(grid[number]) == 1 and grid[number][0].cell.cols >= width and len(header) > 1:
            continue
        if _numbers_columns(document, grid[number]):
            continue
        for entry in grid[number]:
            text = " ".join(document.text[entry.start : entry.end].split())
            for col in range(entry.cell.col, min(entry.cell.col + entry.cell.cols, width)):
                if text and text not in names[col]:
                    names[col].append(text)
    return [" / ".join(parts) for parts in names]


@dataclass
class _Above:
    """What stands further up in each column: the last text, and how far down its cell reaches."""

    column: Column
    last: int


def _row(
    document: Document, entries: list[Entry], names: list[str], above: dict[int, _Above], number: int, width: int
) -> Row:
    columns: dict[int, Column] = {}
    filled = [entry for entry in entries if entry.start < entry.end]
    group = _group(document, filled, width)
    for entry in entries:
        col = entry.cell.col
        head = names[col] if col < len(names) else ""
        text = document.text[entry.start : entry.end]
        if text and col in above and _DITTO.match(text):
            columns[col] = Column(head, above[col].column.start, above[col].column.end, carried=True)
            continue
        columns[col] = Column(head, entry.start, entry.end)
        if text and group is None:
            above[col] = _Above(columns[col], number + entry.cell.rows - 1)
    for col, seen in above.items():
        if col not in columns and seen.last >= number and group is None:
            columns[col] = Column(seen.column.head, seen.column.start, seen.column.end, carried=True)
    kept = tuple(entry for entry in filled if not columns[entry.cell.col].carried)
    return Row(tuple(columns[col] for col in sorted(columns)), kept, group)


def _group(document: Document, filled: list[Entry], width: int) -> Entry | None:
    """Return the one cell that heads the rows below it: it spans the table, or stands alone beside a Roman number."""
    if not filled or len(filled) > 2:
        return None
    entry = filled[-1]
    text = document.text[entry.start : entry.end]
    if len(text) > 200 or _FIGURE.match(text):
        return None
    if len(filled) == 2:
        mark = document.text[filled[0].start : filled[0].end].strip(" .)")
        lettered = re.fullmatch(r"[IVX]+|[A-HĐ]", mark)
        return entry if lettered and (width > 2 or entry.bold) else None
    if entry.cell.cols >= max(2, width - 1):
        return entry
    return entry if width > 2 and (entry.bold or text.isupper()) and entry.cell.rows == 1 else None
