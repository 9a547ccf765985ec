"""Clauses that promise, claim or deny something that can be checked."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document
from extractors.facts import Commitment, DateMention, Letterhead, Modality
from extractors.grammars.modality import denies, modality
from extractors.segment import Segment, SegmentKind, Zone

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})


def find_commitments(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, dates: Sequence[DateMention]
) -> tuple[Commitment, ...]:
    """Return one commitment for each clause of the body that promises, claims or denies, in the order of the text."""
    found: list[Commitment] = []
    for segment in segments:
        if segment.zone not in _ZONES or segment.kind is not SegmentKind.SENTENCE:
            continue
        text = document.text[segment.start : segment.end]
        label = modality(text, letterhead.kind, segment.section)
        if label is Modality.NONE:
            continue
        deadline = next(
            (d.reading for d in dates if segment.start <= d.span.start < segment.end and d.reading is not None), None
        )
        found.append(
            Commitment(
                span=document.span(segment.start, segment.end),
                modality=label,
                actor=letterhead.issuer,
                action=text,
                object="",
                quantities=(),
                deadline=deadline,
                recipient=None,
                section=segment.section,
                negated=denies(text),
                confidence=0.5,
            )
        )
    return tuple(found)
