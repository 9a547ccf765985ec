"""The pieces of a document in which exemplars are looked for: whole sentences with what announces them, and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.grammars.windows import windows
from extractors.segment import Column, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})

_GROUP = re.compile(
    r"[\W\d]*(?:(?:về|đối với|các|danh sách)\s+)*(?:tập thể|cá nhân|mô hình)(?:\s+(?:tiêu biểu|điển hình|xuất sắc"
    r"|tiên tiến))?\s*(?:\([^()]{1,24}\))?\s*:?\s*$"
)
_PREAMBLE_OPENS = re.compile(
    r"[^;.]{0,200}\b(?:tập thể|cá nhân|các đơn vị|gương|điển hình|mô hình|danh sách|hộ gia đình|hợp tác xã)\b"
    r"[^,.;:]{0,90}:\s*$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or item `text[start:end]`; `announced` are the folded headings and the line that opens its list."""

    start: int
    end: int
    segment: Segment
    announced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the folded headings and opening line above it."""

    columns: tuple[Column, ...]
    segment: Segment
    announced: tuple[str, ...]
    first: bool


def passages(document: Document, segments: Sequence[Segment], subject: str = "") -> Iterator[Passage | TableRow]:
    """Yield sentences and rows of the body in reading order, each once.

    `subject` is the folded subject of the document where it announces exemplars: it governs what stands below a mere
    "Tập thể", "Cá nhân", "Mô hình".
    """
    opening, group = "", ""
    heading: Segment | None = None
    seen: tuple[object, ...] = ()
    table: int | None = None
    for segment in segments:
        if segment.zone is Zone.PREAMBLE:
            opening = _opened(document.text[segment.start : segment.end])
        if segment.zone not in _ZONES:
            continue
        text = document.text[segment.start : segment.end]
        above = _above(segment, subject, group if opening else "")
        if segment.kind is SegmentKind.ROW:
            key: tuple[object, ...] = (segment.table, segment.row)
            if segment.row and key != seen:
                yield TableRow(segment.row, segment, (*above, opening) if opening else above, segment.table != table)
            seen, table = key, segment.table
            continue
        if segment.kind is SegmentKind.HEADING:
            named = _GROUP.match(fold(text)) is not None
            if not named and not _below(segment, opening):
                opening = ""
            group = fold(text) if named else ""
            heading = segment
            continue
        start, end = segment.sentence or (segment.start, segment.end)
        if heading is not None and heading.block == segment.block and heading.end <= start:
            start = heading.start  # "- Phòng A: hoàn thành 112% kế hoạch": name and deed are one statement
        heading = None
        if (start, end) == seen:
            continue
        seen = (start, end)
        if opening and not _in_list(segment, document.text[start:end]):
            opening = ""
        for a, b in windows(document.text, start, end):
            yield Passage(a, b, segment, (*above, opening) if opening else above)
        if re.search(r":\s*$|\b(?:như sau|sau đây|cụ thể|gồm)\s*[:.]?\s*$", fold(text)):
            opening = fold(document.text[start:end])[-400:]


def _above(segment: Segment, subject: str, group: str) -> tuple[str, ...]:
    """Return the folded headings over a segment, with the subject and the "Tập thể:" that govern it."""
    above = tuple(fold(heading) for heading in segment.headings)
    if subject and above and _GROUP.match(above[-1]):
        above = (subject, *above)
    return (*above, group) if group else above


def _opened(text: str) -> str:
    """Return the folded clause that opens a list of exemplars in a preamble ("… tặng Giấy khen cho các cá nhân sau:").

    "Báo cáo kết quả thực hiện như sau:" opens the whole report and announces nobody.
    """
    match = _PREAMBLE_OPENS.search(fold(text))
    return match.group(0).strip(" ,") if match else ""


def _below(heading: Segment, opening: str) -> bool:
    """Return whether a heading only parts the list that the line before has opened ("3.1. Tập thể")."""
    return bool(opening) and (heading.label.startswith(("-", "+", "•", "*")) or heading.label.count(".") > 1)


def _in_list(segment: Segment, text: str) -> bool:
    """Return whether the sentence is an item of the list that the line before has opened."""
    return bool(segment.label) or bool(
        re.match(r"\s*(?:\(?\d{1,2}[).]|[-+•*–])?\s*(?:[^\W\d_]+\s){0,3}[A-ZĐÀ-Ỹ]", text)
    )
