"""Deeds of exemplars, which are no claims of the unit: "- Bà Lò Thị Sen, thôn 3: vận động 23 hộ hiến đất".

Whom a report presents is known where its exemplars are; an item that opens with such a name tells what he or they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.facts import Commitment, Exemplar, ExemplarKind, Modality
from extractors.grammars.verbs import VERB
from extractors.vietnamese import fold

_TOLD = frozenset({Modality.DONE, Modality.PARTLY, Modality.DENIED})
_ACTS = re.compile(rf"(?<!\w)(?!thi đua){VERB}(?!\w)")
_FARTHEST = 48  # characters before the name: "1) Công nhân", "+ Em", "Trong phong trào nổi lên ông"


def own_claims(text: str, commitments: Sequence[Commitment], exemplars: Sequence[Exemplar]) -> tuple[Commitment, ...]:
    """Return the commitments of a report, those doubted that tell the deed of an exemplary person or collective."""
    deeds = list(_deeds(text, exemplars))
    if not deeds:
        return tuple(commitments)
    return tuple(
        replace(item, confidence=min(item.confidence, 0.3)) if _is_deed(text, item, deeds) else item
        for item in commitments
    )


def _deeds(text: str, exemplars: Sequence[Exemplar]) -> Iterator[tuple[int, int, int]]:
    """Yield where each passage begins and ends that opens with the name of an exemplar, and where the name begins."""
    for item in exemplars:
        begin, at = item.context.start, item.span.start
        if item.kind is not ExemplarKind.MODEL and not item.planned and at - begin <= _FARTHEST:
            yield begin, item.context.end, at


def _is_deed(text: str, item: Commitment, deeds: Sequence[tuple[int, int, int]]) -> bool:
    """Return whether the clause tells of the exemplar; one that reaches the name by a verb tells what the unit did."""
    if item.modality not in _TOLD:
        return False
    start = item.span.start
    return any(
        begin <= start < end and (at <= start or _ACTS.search(fold(text[start:at])) is None) for begin, end, at in deeds
    )
