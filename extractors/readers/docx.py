"""A Word file as a person sees it with every change accepted: body, boxes, notes, headers, comments.

An own walk over the XML: the usual libraries drop tracked insertions, automatic numbers, text boxes or content
controls (measured in the reading research, section 1.1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from extractors.document import Cell, Change, Document, Note, Part, Source
from extractors.errors import Broken, TooLarge
from extractors.readers.builder import Piece, build
from extractors.readers.docx_inline import MC, Inline, Paragraph
from extractors.readers.docx_lines import joined, lines
from extractors.readers.docx_page import sheets
from extractors.readers.docx_parts import changes_note, properties
from extractors.readers.docx_pictures import scanned_pages, with_pictures
from extractors.readers.docx_styles import Styles, W, centered
from extractors.readers.docx_tables import cell_of, grid
from extractors.readers.guard import MAX_PIECES, MAX_TEXT, Element, Package, parse_xml
from extractors.readers.notes import note
from extractors.readers.numbering import Numbering
from extractors.readers.table_heads import mark_heads
from extractors.readers.tools import OcrEngine

_INTO = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
_PARTS = frozenset({"styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments"})
_NAMES = {Part.HEADER: "đầu trang", Part.FOOTER: "chân trang", Part.FOOTNOTE: "cước chú", Part.COMMENT: "bình luận"}


def read_docx(data: bytes, sha256: str, *, format: str = "docx", ocr: OcrEngine | None = None) -> Document:
    """Return the document of a .docx; raises Broken, Truncated, Dangerous, TooLarge.

    `ocr` reads scanned pages that were pasted into the file; without it they are named under `unread`.
    """
    package = Package(data)
    main = package.main_part()
    root = _main(package, main) if main else None
    body = root.find(W + "body") if root is not None else None
    if main is None or body is None:
        raise Broken(detail="không có phần thân văn bản")
    relations = package.relations(main)

    def named(kind: str) -> str | None:
        name = next((target for word, target in relations.values() if word == kind), None)
        return name if name and name in package else None

    def part(kind: str) -> Element | None:
        name = named(kind)
        return package.xml(name) if name else None

    styles = named("styles")
    walker = _Walker(_styles(package.read(styles)) if styles else Styles(None), part("numbering"))
    walker.story(body, Part.BODY, "")
    walker.notes(part("footnotes"), "footnote", Part.FOOTNOTE)
    walker.notes(part("endnotes"), "endnote", Part.FOOTNOTE)
    for kind, where in (("header", Part.HEADER), ("footer", Part.FOOTER)):
        names = sorted({target for word, target in relations.values() if word == kind and target in package})
        for number, name in enumerate(names, start=1):
            walker.story(package.xml(name), where, f"{_NAMES[where]} {number}/")
    walker.notes(part("comments"), "comment", Part.COMMENT)
    document = build(
        walker.pieces,
        sha256=sha256,
        format=format,
        changes=walker.inline.changes,
        notes=list(walker.warnings()),
        unread=[*_missing(package, relations), *(["phần nhúng"] if walker.embedded else [])],
        properties=properties(package),
    )
    document = replace(document, sheets=sheets(body), font=walker.font())
    scans = scanned_pages(package, relations, walker.pictures, walker.letters)
    return with_pictures(document, package, scans, ocr) if scans else document


# The files of an office share a template: its styles, most of what there is to parse, are the same bytes.
@lru_cache(maxsize=8)
def _styles(data: bytes) -> Styles:
    return Styles(parse_xml(data))


def _main(package: Package, name: str) -> Element:
    """Return the root of the main part, refused before it is parsed where it holds too many paragraphs."""
    raw = package.read(name)
    if raw.count(b"<w:p>") + raw.count(b"<w:p ") > MAX_PIECES:
        raise TooLarge(detail=f"hơn {MAX_PIECES // 1000} nghìn đoạn")
    return parse_xml(raw)


def _missing(package: Package, relations: dict[str, tuple[str, str]]) -> list[str]:
    """Return the parts that the file names and does not hold: a damaged directory loses them without a word."""
    return sorted({f"phần {kind}" for kind, name in relations.values() if kind in _PARTS and name not in package})


class _Walker:
    """Goes through the stories of one file in reading order and lays down their pieces."""

    def __init__(self, styles: Styles, numbering: Element | None) -> None:
        self.pieces: list[Piece] = []
        self.inline = Inline(styles)
        self.pictures: list[str] = []
        self.letters = 0
        self._styles = styles
        self._numbering = Numbering(numbering, styles)
        self._tables = 0
        self._hidden = 0
        self.embedded = 0
        self._fonts: Counter[str] = Counter()

    def font(self) -> str:
        """Return the font of most letters of the body, "" where it is a theme's or not said."""
        return max(sorted(self._fonts), key=lambda name: self._fonts[name], default="")

    def story(self, container: Element, part: Part, prefix: str) -> None:
        """Lay down every block of `container` (a body, header, note or text box)."""
        floats: list[tuple[Paragraph, str]] = []
        self._blocks(container, part, prefix, None, floats)
        self._float(floats, part)

    def notes(self, root: Element | None, kind: str, part: Part) -> None:
        """Lay down foot- and endnotes, or comments, that the text still refers to, in the order of reference."""
        if root is None:
            return
        held = {item.get(W + "id") or "": item for item in root.iter(W + kind)}
        for number, name in enumerate(dict.fromkeys(self.inline.references[kind]), start=1):
            if name in held:
                author = held[name].get(W + "author") or ""
                label = f"{_NAMES[part]} {number}" + (f" ({author})" if author else "")
                self.story(held[name], part, f"{label}/")

    def warnings(self) -> Iterator[Note]:
        """Yield what a person should know of this file beside its text."""
        if self.inline.changes:
            yield changes_note(self.inline.changes)
        sources = {piece.source for piece in self.pieces} - {Source.TEXT}
        if sources:
            yield note("PHONG_CHU_CU", detail=" và ".join(sorted(source.value.upper() for source in sources)))
        if self._hidden:
            yield note("CHU_AN", n=self._hidden)
        if self.embedded:
            yield note("PHAN_NHUNG", n=self.embedded)

    def _blocks(
        self, container: Element, part: Part, prefix: str, cell: Cell | None, floats: list[tuple[Paragraph, str]]
    ) -> None:
        count = 0
        held: Paragraph | None = None
        for item in _flat(container):
            if item.tag == W + "p":
                count += 1
                path = f"{prefix}đoạn {count}"
                paragraph = self.inline.read(item, path)
                if held is not None:
                    held.take(paragraph)
                    paragraph, held = held, None
                if item.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                    held = paragraph  # its mark is deleted: it runs on into the next paragraph
                    continue
                self._paragraph(item, paragraph, part, path, cell)
                floats.append((paragraph, path))
                if cell is None:
                    self._float(floats, part)
            elif item.tag == W + "tbl":
                self._table(item, part, prefix, floats if cell else None)
            else:
                self.embedded += 1  # w:altChunk: a whole file held inside this one
        if held is not None and held.runs:
            self._paragraph(None, held, part, f"{prefix}đoạn {count}", cell)
            floats.append((held, f"{prefix}đoạn {count}"))
        if cell is None:
            self._float(floats, part)

    def _paragraph(self, item: Element | None, content: Paragraph, part: Part, path: str, cell: Cell | None) -> None:
        self._hidden += content.hidden
        self.embedded += content.embedded
        self.pictures += content.pictures
        if part is Part.BODY:
            for text, look in content.runs:
                self._fonts[look.font or ""] += len(text.strip())
        properties = item.find(W + "pPr") if item is not None else None
        style = properties.find(W + "pStyle") if properties is not None else None
        name = style.get(W + "val") if style is not None else None
        found = joined(lines(content))
        emptied = not found and item is not None and _only_deleted(item)
        label = "" if item is None or emptied else self._numbering.label(properties, name)
        middle = centered(properties)
        middle = self._styles.paragraph(name).centered if middle is None else middle
        if not found and label:
            self._add(Piece("", path, part, label, cell=cell))
        for line in found:
            self._add(
                Piece(
                    line.text,
                    path,
                    part,
                    label,
                    cell=cell,
                    source=line.source,
                    original=line.original,
                    bold=line.bold,
                    centered=bool(middle),
                    size=line.size,
                )
            )
            label = ""

    def _table(self, table: Element, part: Part, prefix: str, outer: list[tuple[Paragraph, str]] | None) -> None:
        self._tables += 1
        number = self._tables
        rows, deleted = grid(table)
        where = f"{prefix}bảng {number}"
        for item in deleted:
            self.inline.changes.append(_row_change("deletion", item, item.find(f"{W}trPr/{W}del"), where))
        start = len(self.pieces)
        for row in rows:
            floats: list[tuple[Paragraph, str]] = []
            for order, place in enumerate(row.cells, start=1):
                path = f"{where}/dòng {place.row + 1}/ô {order}"
                self._cell(place.element, cell_of(place, number), part, path, floats)
            if outer is None:
                self._float(floats, part)
            else:
                outer.extend(floats)
        self.pieces[start:] = mark_heads(self.pieces[start:], number, [row.head for row in rows])

    def _cell(self, element: Element, cell: Cell, part: Part, path: str, floats: list[tuple[Paragraph, str]]) -> None:
        before = len(self.pieces)
        self._blocks(element, part, f"{path}/", cell, floats)
        mine = self.pieces[before:]
        if not any(piece.cell == cell for piece in mine):
            self.pieces.insert(before, Piece("", path, part, cell=cell))
        elif len(mine) == 1:
            self.pieces[before] = replace(mine[0], path=path)

    def _float(self, floats: list[tuple[Paragraph, str]], part: Part) -> None:
        """Lay down text boxes after the paragraph or table row at which they hang."""
        todo, floats[:] = list(floats), []
        inside = Part.TEXTBOX if part is Part.BODY else part
        for paragraph, path in todo:
            for number, box in enumerate(paragraph.boxes, start=1):
                self.story(box, inside, f"{path}/hộp {number}/")
            for word in paragraph.words:
                self._add(Piece(word, f"{path}/chữ vẽ", inside))

    def _add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.letters += len(piece.text)
        if len(self.pieces) > MAX_PIECES or self.letters > MAX_TEXT:
            raise TooLarge(detail=f"hơn {MAX_PIECES // 1000} nghìn đoạn hoặc {MAX_TEXT >> 20} triệu ký tự")


def _flat(container: Element) -> Iterator[Element]:
    """Yield paragraphs, tables and embedded files, also those inside content controls and tracked insertions."""
    for item in container:
        if item.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield item
        elif item.tag in _INTO:
            yield from _flat(item)
        elif item.tag == MC + "AlternateContent" and len(item):
            yield from _flat(item[0])


def _only_deleted(paragraph: Element) -> bool:
    """Return whether a paragraph is empty because all its text was deleted: Word hides its number then."""
    return paragraph.find(W + "del") is not None or paragraph.find(W + "moveFrom") is not None


def _row_change(kind: str, row: Element, mark: Element, path: str) -> Change:
    text = " ".join(text.text for text in row.iter(W + "t", W + "delText") if text.text)
    return Change(kind, text, mark.get(W + "author") or "", mark.get(W + "date") or "", path)
