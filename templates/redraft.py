"""A new draft over one that a clerk edited in Word: the clerk's words stay, new figures come in, clashes show both."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from templates.diff3 import Side, merge
from templates.frame import PLACE_STYLE
from templates.package import package
from templates.phrases import quoted
from templates.vocabulary import vocabulary

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LOOKS = ("w:b", "w:i", "w:u", "w:strike", "w:highlight", "w:color")
Key = tuple[object, ...]


@dataclass
class Merged:
    """The merged draft; `kept` are the clerk's own blocks that stay, `clashes` the places that show both."""

    data: bytes
    kept: list[str] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)


def redraft(base: bytes, edited: bytes, fresh: bytes, as_of: date) -> Merged:
    """Return the clerk's `edited` draft with what changed between `base` and `fresh` brought in.

    `base` is the draft that was handed out, `fresh` the new one. An untouched draft is simply replaced. Where clerk
    and data changed the same place, the clerk's text stays and the new one follows it, marked as a place to settle.
    Raises zipfile.BadZipFile or PackageNotFoundError for what is no .docx.
    """
    old, mine, new = (docx.Document(io.BytesIO(data)) for data in (base, edited, fresh))
    if [_key(b, old) for b in _blocks(old)] == [_key(b, mine) for b in _blocks(mine)] and _rows(old) == _rows(mine):
        return Merged(fresh)
    work = _Work(old, mine, new)
    work.blocks()
    target = io.BytesIO()
    mine.save(target)
    return Merged(package(target.getvalue(), as_of), work.kept, work.clashes)


def _blocks(document: Document) -> list[Any]:
    return [item for item in document.element.body if item.tag in {qn("w:p"), qn("w:tbl")}]


def _rows(document: Document) -> list[list[Key]]:
    return [
        [_row_key(row) for row in item.findall(qn("w:tr"))] for item in _blocks(document) if item.tag == qn("w:tbl")
    ]


def _text(element: Any) -> str:
    parts = []
    for node in element.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        parts.append(node.text or "" if node.tag == qn("w:t") else " ")
    return "".join(parts)


def _key(block: Any, document: Document) -> Key:
    """Return what makes a block the same: a table by its heads, a paragraph by text, style and looks of its runs."""
    if block.tag == qn("w:tbl"):
        first = block.find(qn("w:tr"))
        return ("table", _text(first) if first is not None else "", len(block.findall(qn("w:tblGrid") + "/*")))
    properties = block.find(qn("w:pPr"))
    style = properties.find(qn("w:pStyle")) if properties is not None else None
    ends = properties is not None and properties.find(qn("w:sectPr")) is not None
    return ("p", _style_name(document, style.get(qn("w:val")) if style is not None else ""), _runs(block), ends)


def _runs(paragraph: Any) -> tuple[tuple[str, Key], ...]:
    """Return the text with its direct looks, runs of the same looks joined: Word cuts runs as it likes."""
    joined: list[tuple[str, Key]] = []
    for run in paragraph.iter(qn("w:r")):
        text = _text(run)
        if not text:
            continue
        properties = run.find(qn("w:rPr"))
        looks: Key = tuple(
            (name, found.get(qn("w:val")))
            for name in _LOOKS
            if properties is not None and (found := properties.find(qn(name))) is not None
        )
        if joined and joined[-1][1] == looks:
            joined[-1] = (joined[-1][0] + text, looks)
        else:
            joined.append((text, looks))
    return tuple(joined)


def _row_key(row: Any) -> Key:
    return tuple(" ".join(_text(cell).split()) for cell in row.findall(qn("w:tc")))


def _style_name(document: Document, ident: str) -> str:
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == ident:
            name = style.find(qn("w:name"))
            return str(name.get(qn("w:val"))) if name is not None else ident
    return ident


def _like(first: object, second: object) -> float:
    """Return how much two keys are one block, changed: the share of letters in common, 0 for other kinds of block."""
    if not isinstance(first, tuple) or not isinstance(second, tuple) or _kind(first) != _kind(second):
        return 0.0
    return SequenceMatcher(None, _letters(first), _letters(second), autojunk=False).ratio()


def _kind(key: Key) -> object:
    return (key[0], key[3]) if key[0] == "p" and len(key) == 4 else None


def _letters(key: Key) -> str:
    if _kind(key) is not None:
        return "".join(str(text) for text, _ in key[2])  # type: ignore[attr-defined]  # (text, format) pairs
    return " ".join(map(str, key))


class _Work:
    def __init__(self, old: Document, mine: Document, new: Document) -> None:
        self.old, self.mine, self.new = old, mine, new
        self.kept: list[str] = []
        self.clashes: list[str] = []
        self._ids = {
            _style_name(mine, s.get(qn("w:styleId"))): s.get(qn("w:styleId"))
            for s in mine.styles.element.findall(qn("w:style"))
        }

    def blocks(self) -> None:
        """Merge the blocks of the body, and the rows of tables that stand in all three drafts."""
        old, mine, new = _blocks(self.old), _blocks(self.mine), _blocks(self.new)
        keys = [[_key(b, d) for b in blocks] for blocks, d in ((old, self.old), (mine, self.mine), (new, self.new))]
        self._merge(old, mine, new, keys, self.mine.element.body)

    def _merge(self, old: list[Any], mine: list[Any], new: list[Any], keys: list[list[Key]], parent: Any) -> None:
        for chunk in merge(keys[0], keys[1], keys[2], _like):
            ours, theirs = mine[slice(*chunk.mine)], new[slice(*chunk.theirs)]
            if chunk.side is Side.SAME:
                for a, b, c in zip(old[slice(*chunk.base)], ours, theirs, strict=True):
                    if a.tag == qn("w:tbl"):
                        self._table(a, b, c)
            elif chunk.side is Side.MINE:
                self.kept += [quoted(text, 120) for item in ours if (text := _text(item).strip())]
            elif chunk.side is Side.THEIRS:
                self._replace(ours, theirs, mine, chunk.mine[1], parent)
            else:
                self._clash(ours, theirs, mine, chunk.mine[1], parent)

    def _table(self, old: Any, mine: Any, new: Any) -> None:
        before, ours, theirs = (table.findall(qn("w:tr")) for table in (old, mine, new))
        keys = [[_row_key(row) for row in rows] for rows in (before, ours, theirs)]
        self._merge(before, ours, theirs, keys, mine)

    def _replace(self, ours: Sequence[Any], theirs: Sequence[Any], mine: list[Any], after: int, parent: Any) -> None:
        if any(attribute.startswith(_RELATION) for item in theirs for node in item.iter() for attribute in node.attrib):
            return  # it leans on another part of its file: a picture, a link
        self._insert([copy.deepcopy(item) for item in theirs], ours, mine, after, parent)
        for item in ours:
            if item.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
                parent.remove(item)

    def _clash(self, ours: Sequence[Any], theirs: Sequence[Any], mine: list[Any], after: int, parent: Any) -> None:
        self.kept += [quoted(text, 120) for item in ours if (text := _text(item).strip())]
        texts = [text for item in theirs if (text := _text(item).strip())]
        self.clashes += [quoted(text, 120) for text in texts] or [quoted(_text(ours[0]), 120)]
        if parent.tag == qn("w:tbl"):
            self._insert(self._row_notes(ours, theirs), ours, mine, after, parent)
            return
        said = vocabulary()["clash"]
        told = [said["changed"].format(text) for text in texts] or [said["gone"]]
        notes = [self.mine.add_paragraph(text, style=self._place())._p for text in told]
        self._insert(notes, ours, mine, after, parent)

    def _row_notes(self, ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
        """Return the rows of the new data, marked; where they are gone the clerk's own are marked."""
        notes = [copy.deepcopy(row) for row in theirs]
        for row in notes or ours:
            self._say(row.find(f".//{qn('w:p')}"), vocabulary()["clash"]["row" if notes else "row_gone"])
        return notes

    def _place(self) -> str | None:
        return PLACE_STYLE if PLACE_STYLE in self._ids else None

    @staticmethod
    def _say(paragraph: Any, text: str) -> None:
        run = paragraph.makeelement(qn("w:r"), {})
        node = run.makeelement(qn("w:t"), {})
        node.text = text
        run.append(node)
        paragraph.append(run)

    def _insert(self, items: Sequence[Any], ours: Sequence[Any], mine: list[Any], after: int, parent: Any) -> None:
        """Put `items` behind `ours`, or where they would stand: before the block that comes next."""
        for item in items:
            for style in item.iter(qn("w:pStyle"), qn("w:rStyle")):
                name = _style_name(self.new, style.get(qn("w:val")))
                style.set(qn("w:val"), self._ids.get(name, style.get(qn("w:val"))))
            if ours:
                ours[-1].addnext(item)
                ours = [*ours, item]
            elif after < len(mine):
                mine[after].addprevious(item)
            else:
                end = parent.find(qn("w:sectPr"))
                parent.append(item) if end is None else end.addprevious(item)
