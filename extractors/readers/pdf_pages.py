"""The pages of a PDF, each read by its glyphs: lines, ruled tables cell by cell, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFResourceManager

from extractors.errors import TonghopError
from extractors.readers.layout_grid import Grid, GridCell, grids
from extractors.readers.layout_running import note_numbers, part_footnotes
from extractors.readers.layout_tables import Table, table_of
from extractors.readers.pages import PageKind, classify
from extractors.readers.pages_flow import Page
from extractors.readers.pdf_device import Drawn, Glyph, draw, upright
from extractors.readers.pdf_guard import may_be_blank
from extractors.readers.pdf_lines import lines_of, settle_marks


def read_page(page: Any, number: int, manager: PDFResourceManager) -> Page:
    """Return one page (a pdfminer PDFPage) as read from its glyphs; BROKEN where its content cannot be interpreted.

    Raises Dangerous where it unpacks beyond all measure.
    """
    try:
        drawn = upright(draw(page, manager))
    except TonghopError:
        raise
    except Exception:  # pdfminer answers hostile bytes with whatever its code stumbles over
        return Page(number, PageKind.BROKEN, damaged=True)
    glyphs = [glyph for glyph in drawn.glyphs if not glyph.turned]
    found = grids(drawn.horizontal, drawn.upright)
    read = _with_tables(glyphs, found, number) if found else Page(number, PageKind.TEXT, lines=lines_of(glyphs, number))
    read.width, read.height, read.dots, read.cut = drawn.width, drawn.height, drawn.dots, drawn.cut
    read.kind = classify(drawn, list(read.every_line()))
    if read.kind is PageKind.EMPTY and not may_be_blank(page):
        return Page(number, PageKind.BROKEN, damaged=True)
    return _finished(read, drawn)


def _with_tables(glyphs: Sequence[Glyph], found: list[Grid], number: int) -> Page:
    """Read each cell by itself; a table stands before the first line that was written below its top."""
    free: list[Glyph] = []
    cells: list[dict[GridCell, list[Glyph]]] = [{} for _ in found]
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for grid, held in zip(found, cells, strict=True):
            cell = grid.cell_at(x, y)
            if cell is not None:
                held.setdefault(cell, []).append(glyph)
                break
        else:
            free.append(glyph)
    lines = lines_of(free, number)
    tables: list[tuple[int, Table]] = []
    for grid, held in zip(found, cells, strict=True):
        inside = {cell: lines_of(members, number) for cell, members in held.items()}
        if any(inside.values()):
            place = next((at for at, line in enumerate(lines) if line.middle > grid.box[1]), len(lines))
            tables.append((place, table_of(grid, inside, number)))
    return Page(number, PageKind.TEXT, lines=lines, tables=sorted(tables, key=lambda one: one[0]))


def _finished(page: Page, drawn: Drawn) -> Page:
    """Part the footnotes off and settle their marks; a page that must be recognised keeps no text."""
    if page.kind.needs_ocr:
        return Page(page.number, page.kind, page.width, page.height, dots=page.dots)
    text, page.notes = part_footnotes(page.lines, drawn.horizontal, page.height)
    kept = {id(line) for line in text}
    gone = [at for at, line in enumerate(page.lines) if id(line) not in kept]
    page.tables = [(place - sum(1 for at in gone if at < place), table) for place, table in page.tables]
    page.lines = [line for line in page.lines if id(line) in kept]
    numbers = note_numbers(page.notes)
    for line in page.every_line():
        line.text = settle_marks(line.text, numbers).strip()
    return page
