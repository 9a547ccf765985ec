"""PDF to Document: each page by its kind, the text in the order in which it was written."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from extractors.document import Cell, Document, Note, Part
from extractors.errors import Broken, Encrypted, NeedsOcr, NoLetters, Truncated
from extractors.readers.builder import Piece, build
from extractors.readers.layout import Line, in_columns
from extractors.readers.layout_grid import Grid, GridCell, grids
from extractors.readers.layout_running import note_numbers, part_footnotes, part_running
from extractors.readers.layout_tables import Table, joined, pieces, table_of
from extractors.readers.notes import note
from extractors.readers.pages import PageKind, classify
from extractors.readers.paragraphs import Margins, Paragraph, join, margins_of, paragraph, source_of
from extractors.readers.pdf_device import Drawn, Glyph, draw, upright
from extractors.readers.pdf_lines import lines_of, settle_marks
from extractors.readers.tools import OcrEngine

MAX_PAGES = 300
MAX_TEXT = 5_000_000


@dataclass(slots=True)
class Page:
    """One page as read: `lines` outside tables, `tables` with the place in `lines` before which each stands."""

    number: int
    kind: PageKind
    width: float = 0.0
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[int, Table]] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)


def read_pdf(data: bytes, sha256: str, ocr: OcrEngine | None = None) -> Document:
    """Return the Document of a PDF.

    Raises Encrypted, Truncated, Broken, NoLetters, NeedsOcr (nothing but scans, and no engine).
    """
    opened = _open(data)
    total, pages = _read_pages(opened)
    notes, unread = _limits(total, len(pages))
    waiting = [page for page in pages if page.kind.needs_ocr]
    if waiting and ocr is None and len(waiting) == sum(page.kind is not PageKind.EMPTY for page in pages):
        raise NeedsOcr(detail=f"{len(waiting)} trang")
    unread += [f"trang {page.number}" for page in waiting]
    body, running = _flow(pages)
    blocks = [*body, *running]
    if not any(any(map(str.isalpha, block.text)) for block in blocks):
        raise NoLetters
    return build(blocks, sha256=sha256, format="pdf", pages=total, notes=notes, unread=unread)


def _open(data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise Encrypted from error
    except (PDFTextExtractionNotAllowed, PSException, ValueError, TypeError, KeyError, IndexError) as error:
        if b"%%EOF" not in data[-2048:]:
            raise Truncated from error
        raise Broken(detail="cấu trúc PDF") from error


def _read_pages(opened: PDFDocument) -> tuple[int, list[Page]]:
    manager = PDFResourceManager()
    pages: list[Page] = []
    total = 0
    letters = 0
    for page in PDFPage.create_pages(opened):
        total += 1
        if total > MAX_PAGES or letters > MAX_TEXT:
            continue
        pages.append(_read_page(page, total, manager))
        letters += sum(len(line.text) for line in pages[-1].lines)
    return total, pages


def _read_page(page: Any, number: int, manager: PDFResourceManager) -> Page:
    drawn = upright(draw(page, manager))
    glyphs = [glyph for glyph in drawn.glyphs if not glyph.turned]
    found = grids(drawn.horizontal, drawn.upright)
    lines = lines_of(glyphs, number) if not found else []
    if found:
        return _with_tables(drawn, glyphs, found, number)
    kind = classify(drawn, lines)
    return _finished(Page(number, kind, drawn.width, drawn.height, lines), drawn)


def _finished(page: Page, drawn: Drawn) -> Page:
    """Part the footnotes off and settle their marks; a page that must be recognised keeps no text."""
    if page.kind.needs_ocr:
        return Page(page.number, page.kind, page.width, page.height)
    text, page.notes = part_footnotes(page.lines, drawn.horizontal, page.height)
    kept = {id(line) for line in text}
    gone = [at for at, line in enumerate(page.lines) if id(line) not in kept]
    page.tables = [(place - sum(1 for at in gone if at < place), table) for place, table in page.tables]
    page.lines = [line for line in page.lines if id(line) in kept]
    numbers = note_numbers(page.notes)
    cells = (line for _, table in page.tables for cell in table.cells for line in cell.lines)
    for line in (*page.lines, *cells, *(line for lines in page.notes for line in lines)):
        line.text = settle_marks(line.text, numbers).strip()
    return page


def _with_tables(drawn: Drawn, glyphs: Sequence[Glyph], found: list[Grid], number: int) -> Page:
    """Read each cell by itself; a table stands before the first line that was written below its top."""
    free: list[Glyph] = []
    cells: dict[int, dict[GridCell, list[Glyph]]] = {index: {} for index in range(len(found))}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for index, grid in enumerate(found):
            cell = grid.cell_at(x, y)
            if cell is not None:
                cells[index].setdefault(cell, []).append(glyph)
                break
        else:
            free.append(glyph)
    lines = lines_of(free, number)
    tables: list[tuple[int, Table]] = []
    for index, grid in enumerate(found):
        inside = {cell: lines_of(members, number) for cell, members in cells[index].items()}
        if not any(inside.values()):
            continue
        top = grid.box[1]
        before = next((at for at, line in enumerate(lines) if line.middle > top), len(lines))
        tables.append((before, table_of(grid, inside, number)))
    tables.sort(key=lambda one: one[0])
    every = [*lines, *(line for _, table in tables for cell in table.cells for line in cell.lines)]
    kind = classify(drawn, every)
    return _finished(Page(number, kind, drawn.width, drawn.height, lines, tables), drawn)


def _limits(total: int, read: int) -> tuple[list[Note], list[str]]:
    if read == total:
        return [], []
    return [note("BO_QUA_TRANG", n=total, m=read)], [f"trang {read + 1}-{total}"]


def _flow(pages: Sequence[Page]) -> tuple[list[Piece], list[Piece]]:
    """Return the blocks of the text, and those of footnotes and of running headers and footers."""
    texts, heads, feet = part_running([(page.lines, page.height) for page in pages])
    margins = {page.number: margins_of(lines, page.width) for page, lines in zip(pages, texts, strict=True)}
    items: list[Line | Table] = []
    for page, lines in zip(pages, texts, strict=True):
        items.extend(_page_items(page, lines, margins[page.number]))
    body = _pieces(joined(items), margins)
    aside = [
        piece_of(paragraph(lines), f"trang {page.number}/cước chú {number}", None, None, Part.FOOTNOTE)
        for page in pages
        for number, lines in enumerate(page.notes, start=1)
    ]
    aside += [
        piece_of(paragraph([line]), f"trang {line.page}/{part.value}", None, None, part)
        for part, lines in ((Part.HEADER, heads), (Part.FOOTER, feet))
        for line in lines
    ]
    return body, aside


def _page_items(page: Page, lines: list[Line], edges: Margins) -> Iterable[Line | Table]:
    """Return the lines of a page in reading order with the tables between them."""
    kept = {id(line) for line in lines}
    at = 0
    for place, table in [*page.tables, (len(page.lines), None)]:
        between = [line for line in page.lines[at:place] if id(line) in kept]
        yield from in_columns(between, edges.left, edges.right)
        if table is not None:
            yield table
        at = max(at, place)


def _pieces(items: Sequence[Line | Table], margins: dict[int, Margins]) -> list[Piece]:
    out: list[Piece] = []
    run: list[Line] = []
    counted: dict[int, int] = {}
    tables = 0

    def flush() -> None:
        for one in join(run, margins):
            page = one.first.page
            counted[page] = counted.get(page, 0) + 1
            out.append(piece_of(one, f"trang {page}/đoạn {counted[page]}", None, margins[page]))
        run.clear()

    for item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        flush()
        tables += 1
        out.extend(pieces(item, tables, lambda one, path, cell: piece_of(one, path, cell, None)))
    flush()
    return out


def piece_of(one: Paragraph, path: str, cell: Cell | None, margins: Margins | None, part: Part = Part.BODY) -> Piece:
    """Return the block of one paragraph; its box covers the lines on its first page."""
    first = one.first
    here = [line for line in one.lines if line.page == first.page]
    source, original = source_of(one)
    weight = sum(len(line.text) for line in one.lines) or 1
    bold = sum(line.bold * len(line.text) for line in one.lines) / weight
    left, right = first.region or ((margins.left, margins.right) if margins else (first.x0, first.x1))
    return Piece(
        one.text,
        path,
        part,
        page=first.page,
        box=(
            min(line.x0 for line in here),
            min(line.top for line in here),
            max(line.x1 for line in here),
            max(line.bottom for line in here),
        ),
        cell=cell,
        source=source,
        original=original,
        bold=True if bold > 0.95 else False if bold < 0.05 else None,
        centered=_is_centered(one.lines, left, right),
        size=round(first.size, 1),
    )


def _is_centered(lines: Sequence[Line], left: float, right: float) -> bool:
    """Return whether every line keeps the same room on both sides, and one of them at least some."""
    slack = max(6.0, 0.03 * (right - left))
    even = all(abs((line.x0 - left) - (right - line.x1)) < 2 * slack for line in lines)
    return even and any(line.x0 - left > slack for line in lines)
