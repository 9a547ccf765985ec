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


def passages(document: Document, segments: Sequence[Segment]) -> Iterator[Passage | TableRow]:
    """Yield sentences and rows of the body in reading order, each once."""
    opening = ""
    heading: Segment | None = None
    seen: tuple[object, ...] = ()
    table: int | None = None
    for segment in segments:
        if segment.zone not in _ZONES:
            continue
        text = document.text[segment.start : segment.end]
        above = tuple(fold(heading) for heading in segment.headings)
        if segment.kind is SegmentKind.ROW:
            key: tuple[object, ...] = (segment.table, segment.row)
            if segment.row and key != seen:
                yield TableRow(segment.row, segment, (*above, opening) if opening else above, segment.table != table)
            seen, table = key, segment.table
            continue
        if segment.kind is SegmentKind.HEADING:
            if not _below(segment, opening):
                opening = ""
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


def _below(heading: Segment, opening: str) -> bool:
    """Return whether a heading only parts the list that the line before has opened ("3.1. Tập thể")."""
    return bool(opening) and (heading.label.startswith(("-", "+", "•", "*")) or heading.label.count(".") > 1)


def _in_list(segment: Segment, text: str) -> bool:
    """Return whether the sentence is an item of the list that the line before has opened."""
    return bool(segment.label) or bool(
        re.match(r"\s*(?:\(?\d{1,2}[).]|[-+•*–])?\s*(?:[^\W\d_]+\s){0,3}[A-ZĐÀ-Ỹ]", text)
    )
