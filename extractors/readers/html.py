"""Web pages, also those saved as .doc: read by an own walk without network, scripts or style sheets."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

from lxml import etree
from lxml import html as lxml_html

from extractors.document import Cell, Document, Source
from extractors.errors import Broken, Dangerous, TooLarge
from extractors.readers.builder import Piece, build
from extractors.readers.guard import MAX_PIECES, MAX_TEXT, Element
from extractors.readers.html_style import LOST, Style, styled
from extractors.readers.legacy import repair_block
from extractors.readers.numbering import drawn
from extractors.readers.table_heads import mark_heads

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "ul",
        "hr",
        "caption",
        "figcaption",
    ]
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)
_BLANK = re.compile(r"[ \t\r\n\f]+")
_SPAN_LIMIT = 200


def read_mhtml(data: bytes, sha256: str) -> Document:
    """Return the document of a single-file web page: its first HTML part; raises Broken, Dangerous, TooLarge."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_html(content, sha256, format="mhtml", charset=part.get_content_charset())
    raise Broken(detail="không có phần HTML")


def read_html(data: bytes, sha256: str, *, format: str = "html", charset: str | None = None) -> Document:
    """Return the document of a web page; raises Broken, Dangerous (nested too deep), TooLarge."""
    text = decoded(data, charset)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Broken(detail="không phải trang HTML đọc được") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise Dangerous(detail="các phần lồng nhau quá sâu")
    title = root.findtext(".//title") or ""
    walker = _Walker()
    body = root.find("body")
    walker.container(body if body is not None else root, Style(), None, "")
    properties = {"title": _BLANK.sub(" ", title).strip()} if title.strip() else {}
    return build(walker.pieces, sha256=sha256, format=format, properties=properties)


def decoded(data: bytes, charset: str | None = None) -> str:
    """Return the text of a page by its mark, its own word, UTF-8, or the Vietnamese code page of Windows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    match = _CHARSET.search(data[:4096])
    for name in (charset, match[1].decode("ascii") if match else None, "utf-8"):
        if name and name.lower() not in ("unicode", "utf-16"):
            try:
                return data.decode(name).removeprefix("\ufeff")
            except (LookupError, UnicodeDecodeError):
                continue
    return data.decode("cp1258", "replace")


class _Walker:
    """Gathers inline text into paragraphs and lays them down when a block begins or ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._runs: list[tuple[str, Style]] = []
        self._label = ""
        self._tables = 0
        self._count = 0
        self._letters = 0

    def container(self, element: Element, style: Style, cell: Cell | None, prefix: str) -> None:
        """Lay down everything inside `element`."""
        self._inside(element, style, cell, prefix)
        self._flush(cell, prefix)

    def _inside(self, element: Element, style: Style, cell: Cell | None, prefix: str) -> None:
        self._say(element.text, style)
        number = 0
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            inner = styled(child, style) if tag else None
            if tag in LOST or inner is None or inner.hidden:
                pass
            elif tag == "br":
                self._flush(cell, prefix)
            elif tag == "table":
                self._flush(cell, prefix)
                self._table(child, inner, prefix)
            elif tag in _BLOCKS:
                self._flush(cell, prefix)
                if tag == "li":
                    number = _order(child, element, number)
                    self._label = _item_label(element, number)
                self.container(child, inner, cell, prefix)
                self._label = "" if tag == "li" else self._label
            else:
                self._inside(child, inner, cell, prefix)
            self._say(child.tail, style)

    def _say(self, text: str | None, style: Style) -> None:
        if text:
            self._runs.append((text if style.pre else _BLANK.sub(" ", text), style))

    def _flush(self, cell: Cell | None, prefix: str) -> None:
        runs, self._runs = self._runs, []
        if not any(text.strip(" \xa0\t\r\n") for text, _ in runs):
            return
        fixed = repair_block([(text, style.font) for text, style in runs])
        text = "".join(text.upper() if style.caps else text for (text, _), (_, style) in zip(fixed, runs, strict=True))
        raw = "".join(text for text, _ in runs)
        source = next((one for _, one in fixed if one is not Source.TEXT), Source.TEXT)
        bold = {style.bold for text, style in runs if text.strip()}
        self._count += 0 if cell else 1
        self._letters += len(text)
        if len(self.pieces) >= MAX_PIECES or self._letters > MAX_TEXT:
            raise TooLarge(detail=f"hơn {MAX_PIECES // 1000} nghìn đoạn hoặc {MAX_TEXT >> 20} triệu ký tự")
        self.pieces.append(
            Piece(
                _BLANK.sub(" ", text.replace("\xad", "").replace("\u200b", "")).strip(" \xa0"),
                prefix.rstrip("/") if cell else f"đoạn {self._count}",
                label=self._label,
                cell=cell,
                source=source,
                original=raw.strip() if source is not Source.TEXT else None,
                bold=bold.pop() if len(bold) == 1 else None,
                centered=runs[0][1].centered,
                size=runs[0][1].size,
            )
        )
        self._label = ""

    def _table(self, table: Element, style: Style, prefix: str) -> None:
        self._tables += 1
        number = self._tables
        rows = list(_rows(table))
        start = len(self.pieces)
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(rows):
            col = 0
            for order, item in enumerate(row, start=1):
                while (at, col) in taken:
                    col += 1
                down, across = _span(item, "rowspan"), _span(item, "colspan")
                taken.update((at + y, col + x) for y in range(down) for x in range(across))
                cell = Cell(number, at, col, min(down, len(rows) - at), across)
                path = f"{prefix}bảng {number}/dòng {at + 1}/ô {order}"
                before = len(self.pieces)
                self.container(item, styled(item, style), cell, f"{path}/")
                if not any(piece.cell == cell for piece in self.pieces[before:]):
                    self.pieces.insert(before, Piece("", path, cell=cell))
                col += across
        marked = [all(cell.tag == "th" for cell in row) and bool(row) for row in rows]
        self.pieces[start:] = mark_heads(self.pieces[start:], number, marked)


def _rows(table: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row of this table, not those of tables inside it."""
    for item in table:
        if item.tag == "tr":
            yield [cell for cell in item if cell.tag in ("td", "th")]
        elif item.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(item)


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, min(int(value), _SPAN_LIMIT)) if value.isascii() and value.isdigit() else 1


def _order(item: Element, parent: Element, before: int) -> int:
    for value in (item.get("value"), parent.get("start") if not before else None):
        if value and value.strip().isascii() and value.strip().isdigit():
            return int(value.strip()) if len(value) < 6 else before + 1
    return before + 1


def _item_label(parent: Element, number: int) -> str:
    if parent.tag != "ol":
        return "-"
    forms = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
    return f"{drawn(number, forms.get(parent.get('type') or '1', 'decimal'))}."
