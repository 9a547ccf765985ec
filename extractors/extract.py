"""From a Document to all its facts, in the one order that works: frame first, then dates, then what leans on them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.document import Document
from extractors.facts import DocumentKind, Facts
from extractors.grammars.commitments import find_commitments
from extractors.grammars.commitments_deeds import own_claims
from extractors.grammars.dates import find_dates
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment


def extract(document: Document, roster: Sequence[str] = ()) -> Facts:
    """Return the facts of `document`; `roster` are names of units that may stand as collectives among exemplars."""
    segments = segment(document)
    letterhead = read_letterhead(document, segments)
    dates, unread = find_dates(document, segments, letterhead)
    commitments = find_commitments(document, segments, letterhead, dates)
    exemplars = find_exemplars(document, segments, letterhead, roster)
    if letterhead.kind is DocumentKind.REPORT:
        commitments = own_claims(document.text, commitments, exemplars)
    return Facts(letterhead, segments, dates, commitments, exemplars, unread)
