"""Excel workbooks (.xlsx) as tables: lists of exemplars and figures that come beside a report."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import openpyxl

from extractors.document import Cell, Document
from extractors.errors import Broken, Dangerous, TooLarge
from extractors.readers.builder import Piece, build
from extractors.readers.guard import MAX_PIECES, Package
from extractors.readers.table_heads import mark_heads
from extractors.vietnamese import bare

_MERGE = re.compile(rb"<mergeCell [^>]{0,80}?ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$")
_MOST_COLUMNS = 256
_MOST_EMPTY = 1_000  # rows: a sheet whose formatting runs on for a million rows ends here
_ORDER = frozenset({"stt", "tt", "so tt", "so thu tu"})

Row = list[tuple[int, str]]  # (column from 0, text) of the cells that hold something


def read_sheet(data: bytes, sha256: str) -> Document:
    """Return the document of a workbook: titles above a list as paragraphs, the list as a table.

    Hidden sheets are named under `unread`. Raises Broken, Dangerous, TooLarge.
    """
    merges = _checked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations, which are not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            pieces: list[Piece] = []
            unread: list[str] = []
            tables = 0
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    unread.append(f"trang tính ẩn “{sheet.title}”")
                    continue
                path = getattr(sheet, "_worksheet_path", "").lstrip("/")
                tables = _sheet(sheet, merges.get(path, {}), tables, pieces)
            properties = _properties(book.properties)
    except (TooLarge, Dangerous):
        raise
    except Exception as error:  # openpyxl raises whatever a malformed part leads it into
        raise Broken(detail="bảng tính không đúng cấu trúc") from error
    return build(pieces, sha256=sha256, format="xlsx", unread=unread, properties=properties)


def _checked(data: bytes) -> dict[str, dict[tuple[int, int], tuple[int, int]]]:
    """Return the merged cells of each sheet, (row, col) -> (rows, cols), having counted and searched every part."""
    package = Package(data)
    merges: dict[str, dict[tuple[int, int], tuple[int, int]]] = {}
    for name in package.names:
        if not name.endswith((".xml", ".rels")):
            continue
        part = package.read(name)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise Dangerous(detail="khai báo thực thể XML")
        if _SHEET.match(name):
            merges[name] = {}
            for left, top, right, bottom in _MERGE.findall(part):
                at = (int(top) - 1, _column(left))
                merges[name][at] = (int(bottom) - at[0], _column(right) - at[1] + 1)
    return merges


def _column(letters: bytes) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + letter - 64
    return value - 1


def _properties(found: Any) -> dict[str, str]:
    pairs = {"title": found.title, "creator": found.creator, "last_modified_by": found.lastModifiedBy}
    times = {"created": found.created, "modified": found.modified}
    texts = {key: str(value)[:500] for key, value in pairs.items() if value}
    return texts | {key: value.isoformat() for key, value in times.items() if isinstance(value, datetime)}


def _rows(sheet: Any) -> Iterator[tuple[int, Row]]:
    sheet.reset_dimensions()  # what the file claims of its size may be wrong either way
    empty = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS)):
        row = [(at, text) for at, cell in enumerate(cells) if (text := shown(cell.value, cell))]
        empty = 0 if row else empty + 1
        if empty > _MOST_EMPTY:
            return
        if row:
            yield number, row


def shown(value: Any, cell: Any = None) -> str:
    """Return a cell's value as an office would write it: 31/10/2022, 12,5, 85%; "" for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.time() != time(0) else ""
        return f"{value:%d/%m/%Y}{clock}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, (int, float)):
        percent = "%" in str(getattr(cell, "number_format", "") or "")
        number = round(value * 100 if percent else value, 6)
        text = str(int(number)) if number == int(number) else str(number).replace(".", ",")
        return f"{text}%" if percent else text
    return str(value).strip()


def _sheet(sheet: Any, merges: dict[tuple[int, int], tuple[int, int]], tables: int, pieces: list[Piece]) -> int:
    rows = list(_rows(sheet))
    start = next((at for at, (_, row) in enumerate(rows) if bare(row[0][1]).strip(" .") in _ORDER), None)
    if start is None:
        start = next((at for at, (_, row) in enumerate(rows) if len(row) >= 3), len(rows))
    for number, row in rows[:start]:
        if len(row) == 1:
            pieces.append(Piece(row[0][1], f"trang tính “{sheet.title}”/dòng {number + 1}"))
            continue
        tables += 1
        for order, (col, text) in enumerate(row, start=1):
            path = f"trang tính “{sheet.title}”/dòng {number + 1}/ô {order}"
            pieces.append(Piece(text, path, cell=Cell(tables, 0, col)))
    if start < len(rows):
        tables += 1
        _table(rows[start:], merges, tables, sheet.title, pieces)
    return tables


def _table(
    rows: list[tuple[int, Row]],
    merges: dict[tuple[int, int], tuple[int, int]],
    table: int,
    title: str,
    pieces: list[Piece],
) -> None:
    width = max(col for _, row in rows for col, _ in row) + 1
    left = min(col for _, row in rows for col, _ in row)
    covered = {
        (top + y, col + x)
        for (top, col), (down, across) in merges.items()
        if down * across <= 100_000
        for y in range(down)
        for x in range(across)
        if (y, x) != (0, 0)
    }
    start = len(pieces)
    for at, (number, row) in enumerate(rows):
        held = dict(row)
        for col in range(left, width):
            if (number, col) in covered and col not in held:
                continue
            down, across = merges.get((number, col), (1, 1))
            path = f"trang tính “{title}”/dòng {number + 1}/ô {col - left + 1}"
            cell = Cell(table, at, col - left, min(down, len(rows) - at), across)
            pieces.append(Piece(held.get(col, ""), path, cell=cell))
            if len(pieces) > MAX_PIECES:
                raise TooLarge(detail=f"hơn {MAX_PIECES // 1000} nghìn ô")
    pieces[start:] = mark_heads(pieces[start:], table)
