"""Persons, collectives and models that a document presents as exemplary."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document
from extractors.facts import Exemplar, Letterhead
from extractors.segment import Segment


def find_exemplars(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, roster: Sequence[str] = ()
) -> tuple[Exemplar, ...]:
    """Return the exemplars of `document`, each once, in the order of the text; `roster` names units that may be one."""
    return ()
