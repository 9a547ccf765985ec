"""From pages to the blocks of a document: columns, tables over page ends, paragraphs, footnotes, running lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.document import Cell, Part, Source
from extractors.readers.builder import Piece
from extractors.readers.layout import Line, in_columns, rounded
from extractors.readers.layout_running import part_running
from extractors.readers.layout_tables import Table, joined, pieces
from extractors.readers.pages import PageKind
from extractors.readers.paragraphs import Margins, Paragraph, is_item, join, margins_of, paragraph, source_of
from extractors.readers.signatures_drawn import Drawing

WEAK = 0.8  # research 1.4: below it lie 40 to 100 of 100 wrong words and 1 to 5 of 100 right ones
WEAK_COARSE = 0.9  # on fax-like pages: 56 to 58 of 100 wrong ones and 6 to 7 of 100 right ones


@dataclass(slots=True)
class Page:
    """One page as read, sizes in points: `tables` stand before the line of `lines` that their number names."""

    number: int
    kind: PageKind
    width: float = 0.0
    height: float = 0.0
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[int, Table]] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    recognised: bool = False
    dots: float = 0.0  # an inch of the picture that covers the page, 0 without one
    illegible: bool = False  # recognition found no word though there is ink
    damaged: bool = False  # its content does not unpack whole: what is drawn of it may lack a part
    cut: bool = False  # more was drawn than a page can hold
    weak_below: float = WEAK

    def every_line(self) -> Iterable[Line]:
        """Return all lines of the page, those in tables and footnotes too."""
        yield from self.lines
        yield from (line for _, table in self.tables for cell in table.cells for line in cell.lines)
        yield from (line for lines in self.notes for line in lines)

    def weak_words(self) -> int:
        """Return how many words of the page recognition was unsure of."""
        return sum(sure < self.weak_below for line in self.every_line() for _, _, sure in line.words)


def flow(pages: Sequence[Page]) -> list[Piece]:
    """Return the blocks of `pages` in reading order; footnotes, what signatures draw,
    running headers and footers come last."""
    texts, heads, feet = part_running([(page.lines, page.height) for page in pages])
    margins = {page.number: margins_of(lines, page.width) for page, lines in zip(pages, texts, strict=True)}
    weak = {page.number: page.weak_below for page in pages}
    items: list[Line | Table] = []
    for page, lines in zip(pages, texts, strict=True):
        items.extend(_page_items(page, lines, margins[page.number]))
    out = _pieces(joined(items), margins, weak)
    for page in pages:
        for number, lines in enumerate(page.notes, start=1):
            path = f"trang {page.number}/cước chú {number}"
            out.append(piece_of(paragraph(lines), path, None, None, page.weak_below, Part.FOOTNOTE))
    out += [piece for page in pages for piece in _drawn(page)]
    for part, lines in ((Part.HEADER, heads), (Part.FOOTER, feet)):
        for line in lines:
            one = paragraph([line])
            out.append(piece_of(one, f"trang {line.page}/{part.value}", None, None, weak[line.page], part))
    return out


def _drawn(page: Page) -> Iterable[Piece]:
    counted = {True: 0, False: 0}
    for drawing in page.drawings:
        counted[drawing.signature] += 1
        yield from drawing.pieces(counted[drawing.signature])


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


def _pieces(items: Sequence[Line | Table], margins: dict[int, Margins], weak: dict[int, float]) -> list[Piece]:
    out: list[Piece] = []
    run: list[Line] = []
    counted: dict[int, int] = {}
    tables = 0

    def flush() -> None:
        for one in join(run, margins):
            page = one.first.page
            counted[page] = counted.get(page, 0) + 1
            path = f"trang {page}/đoạn {counted[page]}"
            out.append(piece_of(one, path, None, margins[page], weak[page]))
        run.clear()

    def cell_piece(one: Paragraph, path: str, cell: Cell) -> Piece:
        return piece_of(one, path, cell, None, weak[one.first.page])

    for item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        flush()
        tables += 1
        out.extend(pieces(item, tables, cell_piece))
    flush()
    return out


def piece_of(
    one: Paragraph, path: str, cell: Cell | None, margins: Margins | None, weak_below: float, part: Part = Part.BODY
) -> Piece:
    """Return the block of one paragraph; its box covers the lines on its first page."""
    first = one.first
    here = [line for line in one.lines if line.page == first.page]
    source, original = source_of(one)
    seen = source is Source.OCR
    weight = sum(len(line.text) for line in one.lines) or 1
    bold = sum(line.bold * len(line.text) for line in one.lines) / weight
    left, right = first.region or ((margins.left, margins.right) if margins else (first.x0, first.x1))
    return Piece(
        one.text,
        path,
        part,
        page=first.page,
        box=rounded(
            (
                min(line.x0 for line in here),
                min(line.top for line in here),
                max(line.x1 for line in here),
                max(line.bottom for line in here),
            )
        ),
        cell=cell,
        source=source,
        confidence=round(sum(sure for _, _, sure in one.words) / len(one.words), 3) if one.words else None,
        weak=tuple((start, end) for start, end, sure in one.words if sure < weak_below),
        original=original,
        bold=None if seen else True if bold > 0.95 else False if bold < 0.05 else None,
        centered=_is_centered(one.lines, left, right),
        size=None if seen else round(first.size, 1),
    )


def _is_centered(lines: Sequence[Line], left: float, right: float) -> bool:
    """Return whether every line keeps the same room on both sides, and one of them at least some."""
    if is_item(lines[0].text):
        return False
    slack = max(6.0, 0.02 * (right - left))
    even = all(abs((line.x0 - left) - (right - line.x1)) < slack for line in lines)
    return even and any(line.x0 - left > slack for line in lines)
