"""The grid of a Word table: every cell once, with its place and span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Cell
from extractors.readers.docx_styles import W, flag
from extractors.readers.guard import Element

_WRAPPERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
_MOST_COLUMNS = 64  # Word's own limit is 63


@dataclass(slots=True)
class Place:
    """One cell: its element and where it lies; `rows` grows while merged cells below are met."""

    element: Element
    row: int
    col: int
    cols: int
    rows: int = 1
    merges: bool = False


@dataclass(slots=True)
class Row:
    """One row that is kept; `head` is Word's "repeat as header row"; `inserted` is its tracked insertion."""

    cells: list[Place] = field(default_factory=list)
    head: bool = False
    inserted: Element | None = None


def unwrap(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the children with tag `wanted`, also those inside content controls and the like."""
    for item in parent:
        if item.tag == wanted:
            yield item
        elif item.tag in _WRAPPERS:
            yield from unwrap(item, wanted)


def _count(properties: Element | None, name: str, default: int) -> int:
    found = properties.find(W + name) if properties is not None else None
    value = found.get(W + "val") or "" if found is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdigit() else default


def _merge(properties: Element | None, name: str) -> str | None:
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(W + "val") or "continue"


def grid(table: Element) -> tuple[list[Row], list[Element]]:
    """Return the rows of a w:tbl in the final view, and the rows that a tracked change deleted."""
    rows: list[Row] = []
    deleted: list[Element] = []
    above: dict[int, Place] = {}
    for item in unwrap(table, W + "tr"):
        properties = item.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            deleted.append(item)
            continue
        row = Row()
        if properties is not None:
            row.head = bool(flag(properties, "tblHeader"))
            row.inserted = properties.find(W + "ins")
        _fill(item, row, len(rows), _count(properties, "gridBefore", 0), above)
        rows.append(row)
    return rows, deleted


def _fill(item: Element, row: Row, number: int, col: int, above: dict[int, Place]) -> None:
    for element in unwrap(item, W + "tc"):
        properties = element.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            continue
        cols = max(1, _count(properties, "gridSpan", 1))
        vertical, sideways = _merge(properties, "vMerge"), _merge(properties, "hMerge")
        if sideways == "continue" and row.cells:
            row.cells[-1].cols += cols
        elif vertical == "continue" and col in above and above[col].merges:
            above[col].rows = number - above[col].row + 1
        else:
            place = Place(element, number, col, cols, merges=vertical is not None)
            row.cells.append(place)
            above[col] = place
        col += cols


def cell_of(place: Place, table: int) -> Cell:
    """Return the noun for a place of table number `table`."""
    return Cell(table, place.row, place.col, place.rows, place.cols)
