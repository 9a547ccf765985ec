"""The paragraphs and table rows of a plan, each with its place in the outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Document
from extractors.segment import Column, Section, Segment, SegmentKind, Zone
from extractors.vietnamese import fold, lexicon

# Where duties stand; what a "căn cứ" cites lies in the preamble too and is told apart by its words.
_ZONES = frozenset({Zone.PREAMBLE, Zone.BODY, Zone.CLOSING, Zone.APPENDIX})
_LEADS_IN = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|chỉ thị|giao|như sau|sau đây|nội dung sau|nhiệm vụ sau)(?!\w)[^.]{0,400}:$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph text[start:end] without its number; a heading and the running text after it are one item."""

    start: int
    end: int
    label: str
    path: tuple[str, ...]
    section: Section
    zone: Zone
    headings: tuple[str, ...]
    heading: bool  # nothing but a heading

    @property
    def labelled(self) -> bool:
        """Return whether a number or a list mark stands before it."""
        return bool(self.label)


@dataclass(frozen=True, slots=True)
class RowItem:
    """One row of a table; `columns` are its cells from left to right."""

    columns: tuple[Column, ...]
    table: int
    path: tuple[str, ...]
    section: Section
    zone: Zone
    headings: tuple[str, ...]


def read_items(document: Document, segments: Sequence[Segment]) -> list[Item | RowItem]:
    """Return the paragraphs and rows of the text proper in reading order.

    Left out are letterhead, title, addressees, recipients, signature, and appendices that are forms to fill in.
    """
    found: list[Item | RowItem] = []
    group: list[Segment] = []
    seen_rows: set[tuple[int | None, int]] = set()
    template = False
    for piece in segments:
        if piece.zone is Zone.APPENDIX and piece.kind is SegmentKind.HEADING and not piece.numbers:
            template = _is_template(document.text[piece.start : piece.end])
        if piece.zone not in _ZONES or (template and piece.zone is Zone.APPENDIX):
            continue
        if _titled(document, group) and piece.kind is not SegmentKind.ROW:
            group.clear()
            continue  # the title below "KẾ HOẠCH" of a plan that a decision brings along
        if piece.kind is SegmentKind.ROW:
            found.extend(_flush(group))
            own = [column.start for column in piece.row if not column.carried and column.start < column.end]
            key = (piece.table, min(own, default=piece.start))
            if piece.row and key not in seen_rows:
                seen_rows.add(key)
                found.append(_row(piece))
            continue
        if group and (piece.block != group[-1].block or piece.label):
            found.extend(_flush(group))
        group.append(piece)
    found.extend(_flush(group))
    return _opened(document, found)


def _opened(document: Document, found: list[Item | RowItem]) -> list[Item | RowItem]:
    """Count to the opening what stands before "..., UBND tỉnh yêu cầu:": it tells how things are, and asks nothing."""
    for at, item in enumerate(found):
        if isinstance(item, RowItem) or item.labelled or item.heading:
            return found
        text = fold(document.text[item.start : item.end]).rstrip()
        if text.endswith(":") and _LEADS_IN.search(text):
            told = (replace(each, zone=Zone.PREAMBLE) for each in found[:at] if isinstance(each, Item))
            return [*told, *found[at:]]
    return found


def _flush(group: list[Segment]) -> list[Item]:
    if not group:
        return []
    first, last = group[0], group[-1]
    heading = all(piece.kind is SegmentKind.HEADING for piece in group)
    item = Item(first.start, last.end, first.label, first.numbers, first.section, first.zone, first.headings, heading)
    group.clear()
    return [item]


def _row(piece: Segment) -> RowItem:
    assert piece.table is not None
    return RowItem(piece.row, piece.table, piece.numbers, piece.section, piece.zone, piece.headings)


def _titled(document: Document, group: list[Segment]) -> bool:
    """Return whether a paragraph is nothing but the type of a document, in capitals and without a number."""
    if not group or group[0].label:
        return False
    words = " ".join(document.text[group[0].start : group[-1].end].split())
    return words.isupper() and fold(words) in {fold(entry) for entry in lexicon("document_types")}


def _is_template(title: str) -> bool:
    words = fold(title).split()
    return any(" ".join(words[: len(entry.split())]) == entry for entry in lexicon("plan_templates", "checks"))
