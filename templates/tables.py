"""Tables of official documents in Word: ruled ones with repeated heads, bare ones for letterhead and signature."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell

from templates.frame import HEAD_STYLE, MARK_STYLE, fill


def grid(document: Document, widths_mm: Sequence[float], heads: Sequence[str]) -> Table:
    """Add a ruled table with its heads, which are repeated on each page; widths are fixed."""
    table: Table = document.add_table(rows=1, cols=len(widths_mm), style="Table Grid")
    _fixed(table, widths_mm)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        fill(cell, HEAD_STYLE, head)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    return table


def _fixed(table: Table, widths_mm: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def loop(table: Table, widths_mm: Sequence[float], each: str, cells: Sequence[tuple[str, str, str]]) -> None:
    """Add the rows that repeat for `each` ("r in cac_dong"): cells are (style, text, mark)."""
    for text in (f"{{%tr for {each} %}}", "", "{%tr endfor %}"):
        row = add_row(table)
        for cell, width in zip(row, widths_mm, strict=True):
            cell.width = Mm(width)
        if text:
            row[0].text = text
            continue
        for cell, (style, shown, mark) in zip(row, cells, strict=True):
            paragraph = fill(cell, style, shown)
            if mark:
                paragraph.add_run(mark, style=MARK_STYLE)


def add_row(table: Table) -> tuple[_Cell, ...]:
    """Add a row that no page end cuts in two, and return its cells."""
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx has none
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return tuple(row.cells)


def bare_table(document: Document, widths_mm: Sequence[float]) -> Table:
    """Add a table of one row without rules: letterhead, signature."""
    table: Table = document.add_table(rows=1, cols=len(widths_mm))
    _fixed(table, widths_mm)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        edge = OxmlElement(side)
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    table._tbl.tblPr.append(margins)
    return table


def join_rows(document: Any) -> None:
    """Join the number and name of a unit down all its rows, and keep these on one page.

    A row that goes on where the one above began has no number in the column "STT", and leaves empty what it shares.
    """
    for table in document.element.body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        if not rows or _text(rows[0]).split("\n")[0] != "STT":
            continue
        for above, row in pairwise(rows[1:]):
            cells = row.findall(qn("w:tc"))
            shared = list(takewhile(lambda cell: not _text(cell), cells))
            if not shared or len(shared) == len(cells):
                continue
            for begun, cell in zip(above.findall(qn("w:tc")), shared, strict=False):
                _merged(begun, "restart")
                _merged(cell, "continue")
            for paragraph in above.iter(qn("w:p")):
                properties = paragraph.get_or_add_pPr()
                if properties.find(qn("w:keepNext")) is None:
                    properties.get_or_add_keepNext()


def _merged(cell: Any, how: str) -> None:
    properties = cell.get_or_add_tcPr()
    if properties.vMerge is None:
        properties._insert_vMerge(OxmlElement("w:vMerge", {qn("w:val"): how}))


def _text(element: Any) -> str:
    return "\n".join("".join(p.itertext(qn("w:t"))) for p in element.iter(qn("w:p"))).strip()
