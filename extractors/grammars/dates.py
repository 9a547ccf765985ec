"""Every date and period of a document: what it means, how the words before it bind it, and what it is for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extractors.document import Document
from extractors.facts import DateMention, Letterhead
from extractors.grammars.date_cells import timed_cells
from extractors.grammars.date_days import Reference
from extractors.grammars.date_leftovers import leftovers
from extractors.grammars.date_reading import Reading, read
from extractors.grammars.date_reference import reference_of
from extractors.grammars.date_roles import LEFT, RIGHT, Clause
from extractors.grammars.date_scan import scan
from extractors.grammars.date_shadow import shadow_of
from extractors.grammars.date_stamps import fold_dates
from extractors.segment import Segment
from extractors.span import Span
from extractors.vietnamese import fold, nfc

_CLAUSE_END = re.compile(r"[;\n!?|]|(?<=[^\W\d_]{4})\. |(?<=\d)\. (?=\D)|(?<=\))\. ")
_PLACE_ONLY = re.compile(r"(?:^|[|/\n]|  |[\w\-]/[\w\-]+ )[^\d:;.()|/\n]{2,30}, *$")


def read_dates(text: str, reference: date | None) -> list[Reading]:
    """Return the dates of a bare string in order, offsets into its NFC form; raises nothing.

    `reference` is the day of the document that the string stands in. A line feed counts as a blank.
    """
    composed = nfc(text)
    shadow = fold_dates(composed)
    found, _ = scan(composed, shadow)
    return read(shadow, found, Reference.of(reference), lambda a, b: _clause(shadow, a, b))


def find_dates(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead | None
) -> tuple[tuple[DateMention, ...], tuple[Span, ...]]:
    """Return all dates of the parts that hold facts, in reading order, and the date-like phrases that no rule read.

    `segments` give zone, section and column heads to the roles and may be empty; without a `letterhead` the day of the
    document is taken from its own place-and-date line.
    """
    shadow = shadow_of(document)
    found, masked = scan(document.text, shadow, timed_cells(document.text, segments))
    reference = reference_of(shadow, found, letterhead)
    readings = read(shadow, found, reference, _Context(shadow, segments).clause)
    mentions = tuple(_mention(document, item) for item in readings)
    taken = masked + [(item.start, item.end) for item in readings]
    unread = tuple(document.span(start, end) for start, end in leftovers(shadow, taken))
    return mentions, unread


def _mention(document: Document, item: Reading) -> DateMention:
    return DateMention(
        span=document.span(item.start, item.end),
        wide=document.span(item.wide, item.wide_end),
        kind=item.kind,
        intervals=item.intervals,
        reading=item.reading,
        modifier=item.modifier,
        role=item.role,
        precision=item.precision,
        calendar=item.calendar,
        rule=item.rule,
        confidence=item.confidence,
        recurrence=item.recurrence,
        duration=item.duration,
        doubts=item.doubts,
    )


def _clause(shadow: str, start: int, end: int) -> Clause:
    left = shadow[max(0, start - LEFT) : start]
    for border in reversed(list(_CLAUSE_END.finditer(left))):
        left = left[border.end() :]
        break
    right = re.split(r"[;\n|]", shadow[end : end + RIGHT], maxsplit=1)[0]
    alone = not right.strip() and _PLACE_ONLY.search(shadow[max(0, start - 44) : start]) is not None
    return Clause(left, right, alone=alone)


class _Context:
    """Finds the segment of a place, for the zone, the section and the heading of the column that a date stands in."""

    def __init__(self, shadow: str, segments: Sequence[Segment]) -> None:
        self._shadow = shadow
        self._segments = sorted(segments, key=lambda segment: segment.start)
        self._starts = [segment.start for segment in self._segments]

    def clause(self, start: int, end: int) -> Clause:
        """Return what stands around text[start:end]."""
        clause = _clause(self._shadow, start, end)
        segment = self._at(start)
        if segment is None:
            return clause
        head = next((c.head for c in segment.row if c.start <= start < c.end), "") or " ".join(segment.headings[-1:])
        headings = tuple(map(fold, segment.headings))
        return Clause(clause.left, clause.right, fold(head), segment.zone, segment.section, clause.alone, headings)

    def _at(self, position: int) -> Segment | None:
        index = bisect_right(self._starts, position) - 1
        if index < 0 or self._segments[index].end <= position:
            return None
        return self._segments[index]
