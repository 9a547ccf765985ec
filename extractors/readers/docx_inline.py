"""The letters of one Word paragraph as a person sees them when every change is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Change
from extractors.readers.docx_styles import Look, Styles, W, run_look
from extractors.readers.guard import Element
from extractors.readers.symbols import in_symbol_font, sign

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_GONE = frozenset({W + "del", W + "moveFrom"})
_NEW = frozenset({W + "ins", W + "moveTo"})
_THROUGH = frozenset(
    W + name
    for name in ("hyperlink", "sdt", "sdtContent", "smartTag", "fldSimple", "customXml", "dir", "bdo", "subDoc")
) | {M + "oMath", M + "oMathPara"}
_DRAWN = frozenset({MC + "AlternateContent", W + "drawing", W + "pict", W + "object"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote", W + "commentReference": "comment"}
# Invisible signs: zero-width, direction marks, soft hyphens. TCVN3 keeps its ư at the soft hyphen: see docx_lines.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_WHITE = re.compile("[\t\n\r\f\v\x85\u2028\u2029]")  # in XML text these are blanks; breaks are elements
BREAK, PAGE = "\n", "\f"  # a line, a page or column that ends by hand


@dataclass(slots=True)
class Paragraph:
    """What one w:p holds: its lines as (text, look) runs, what floats at it, and what it names."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # drawn letters (WordArt)
    pictures: list[str] = field(default_factory=list)  # relation ids
    embedded: int = 0
    hidden: int = 0

    def add(self, text: str, look: Look) -> None:
        """Append `text`, joining runs of one look."""
        if not text:
            return
        if self.runs and self.runs[-1][1] == look:
            self.runs[-1] = (self.runs[-1][0] + text, look)
        else:
            self.runs.append((text, look))

    def take(self, other: Paragraph) -> None:
        """Append all that `other` holds: its paragraph mark was deleted."""
        for text, look in other.runs:
            self.add(text, look)
        self.boxes += other.boxes
        self.words += other.words
        self.pictures += other.pictures
        self.embedded += other.embedded
        self.hidden += other.hidden


class Inline:
    """Reads the paragraphs of one part; tracked changes and note references gather in it."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # one a nested field: whether its code (not yet its result) is being passed
        self.changes: list[Change] = []
        self.references: dict[str, list[str]] = {"footnote": [], "endnote": [], "comment": []}

    def read(self, paragraph: Element, path: str) -> Paragraph:
        """Return the content of a w:p in its final view."""
        out = Paragraph()
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        base = self._styles.paragraph(style.get(W + "val") if style is not None else None)
        self._walk(paragraph, out, base, path)
        # A field whose code never ends must not swallow the paragraphs below.
        self._fields = [False for _ in self._fields]
        return out

    def _walk(self, parent: Element, out: Paragraph, base: Look, path: str) -> None:
        for item in parent:
            tag = item.tag
            if tag == W + "r":
                self._run(item, out, base, path)
            elif tag in _GONE:
                self._change("deletion", item, "".join(self._all_text(item)), path)
            elif tag in _NEW:
                before = len(out.runs), len(out.runs[-1][0]) if out.runs else 0
                self._walk(item, out, base, path)
                self._change("insertion", item, _since(out, *before), path)
            elif tag in _THROUGH:
                self._walk(item, out, base, path)
            elif tag in _DRAWN:
                self._drawing(item, out)
            elif tag == M + "r":
                out.add("".join(text.text or "" for text in item.iter(M + "t", W + "t")), base)
            elif tag == M + "f":
                self._walk(item.find(M + "num") if item.find(M + "num") is not None else [], out, base, path)
                out.add("/", base)
                self._walk(item.find(M + "den") if item.find(M + "den") is not None else [], out, base, path)
            elif isinstance(tag, str) and tag.startswith(M):
                self._walk(item, out, base, path)

    @staticmethod
    def _all_text(item: Element) -> Iterator[str]:
        for text in item.iter(W + "delText", W + "t", W + "tab", W + "br"):
            yield text.text or "" if text.tag in (W + "delText", W + "t") else " "

    def _change(self, kind: str, item: Element, text: str, path: str) -> None:
        if text.strip():
            author, time = item.get(W + "author") or "", item.get(W + "date") or ""
            self.changes.append(Change(kind, INVISIBLE.sub("", text).strip(), author, time, path))

    def _run(self, run: Element, out: Paragraph, base: Look, path: str) -> None:
        look, properties = base, run.find(W + "rPr")
        if properties is not None:
            style = properties.find(W + "rStyle")
            if style is not None:
                look = self._styles.character(style.get(W + "val")).over(look)
            look = run_look(properties).over(look)
        for item in run:
            tag = item.tag
            if tag == W + "fldChar":
                self._field(item, out, look)
            elif tag in _DRAWN:
                self._drawing(item, out)
            elif tag in _NOTES:
                self.references[_NOTES[tag]].append(item.get(W + "id") or "")
            elif tag == W + "ruby":
                self._walk(item.find(W + "rubyBase") if item.find(W + "rubyBase") is not None else [], out, look, path)
            elif tag in _GONE or tag in _NEW:
                continue
            elif text := self._text(item, look):
                if look.hidden:
                    out.hidden += len(text.strip())
                elif not any(self._fields):
                    out.add(text, look)

    @staticmethod
    def _text(item: Element, look: Look) -> str:
        name = item.tag.rsplit("}", 1)[-1] if item.tag.startswith(W) else ""
        if name == "t":
            return in_symbol_font(_WHITE.sub(" ", item.text or ""), look.font)
        if name == "br":
            return PAGE if item.get(W + "type") in ("page", "column") else BREAK
        if name == "sym":
            try:
                return sign(int(item.get(W + "char") or "0", 16), item.get(W + "font"))
            except ValueError:
                return ""
        return {"tab": "\t", "ptab": "\t", "cr": BREAK, "noBreakHyphen": "-", "softHyphen": "\u00ad"}.get(name, "")

    def _field(self, item: Element, out: Paragraph, look: Look) -> None:
        kind = item.get(W + "fldCharType")
        if kind == "begin":
            chosen = _chosen(item)
            if chosen and not any(self._fields):
                out.add(chosen, look)
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, item: Element, out: Paragraph) -> None:
        if item.tag == MC + "AlternateContent":
            # The same box stands twice, for new and for old programs; one of them is read.
            choices = [choice for choice in item if choice.tag in (MC + "Choice", MC + "Fallback")]
            best = next((choice for choice in choices if any(True for _ in _boxes(choice))), None)
            item = best if best is not None else choices[0] if choices else item
        out.boxes.extend(_boxes(item))
        for shape in item.iter(_V + "textpath"):
            if (shape.get("string") or "").strip():
                out.words.append(str(shape.get("string")).strip())
        out.pictures.extend(blip.get(_R + "embed") or "" for blip in item.iter(_A + "blip"))
        out.pictures.extend(image.get(_R + "id") or "" for image in item.iter(_V + "imagedata"))
        for data in item.iter(_A + "graphicData"):
            out.embedded += str(data.get("uri")).rsplit("/", 1)[-1] in ("chart", "diagram")


def _boxes(item: Element) -> Iterator[Element]:
    """Yield the outermost w:txbxContent below `item`; boxes inside a box are found when it is walked."""
    todo = [iter(item)]
    while todo:
        child = next(todo[-1], None)
        if child is None:
            todo.pop()
        elif child.tag == W + "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            choices = [choice for choice in child if choice.tag in (MC + "Choice", MC + "Fallback")]
            found = next(([*_boxes(choice)] for choice in choices if any(True for _ in _boxes(choice))), [])
            yield from found
        else:
            todo.append(iter(child))


def _chosen(item: Element) -> str:
    """Return what a drop-down form field shows: it is stored as a position in its list."""
    choices = item.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(W + "val") or "" for entry in choices.iter(W + "listEntry")]
    result = choices.find(W + "result")
    if result is None:
        result = choices.find(W + "default")
    at = (result.get(W + "val") or "0") if result is not None else "0"
    return entries[int(at)] if at.isdigit() and int(at) < len(entries) else ""


def _since(out: Paragraph, runs: int, length: int) -> str:
    texts = [text for text, _ in out.runs]
    if runs:
        texts[runs - 1] = texts[runs - 1][length:]
        texts = texts[runs - 1 :]
    return "".join(texts)
