"""Pictures of the lines that findings rest on, for scans: asked of the child reader, kept while the process lives."""

from __future__ import annotations

import math
from collections.abc import Iterable

from checks.finding import Finding
from extractors.document import Block, Document, Source
from extractors.errors import TonghopError
from extractors.span import Span
from flows.assess import Assessment
from flows.shop import Place, Workshop
from templates.evidence import Crop

MOST = 300  # pictures in one page of evidence: some 5 KB each
_TYPE = 13.0  # points, where recognition did not measure the type
_LEADING = 1.4


def line_pictures(shop: Workshop, found: Assessment) -> Crop:
    """Return the function that gives the picture of a sentence of a scan, None for any other sentence."""
    documents = {item.sha256: item.document for item in found.submissions if item.document}
    places: dict[Span, Place] = {}
    for span in _spans(found.findings):
        document = documents.get(span.document)
        place = place_of(document, span) if document else None
        if place and len(places) < MOST:
            places[span] = place
    for sha256 in dict.fromkeys(span.document for span in places):
        mine = sorted({place for span, place in places.items() if span.document == sha256})
        todo = [place for place in mine if (sha256, place) not in shop.pictures]
        if not todo:
            continue
        try:
            drawn = shop.reader.pictures(shop.vault.path(sha256), todo)
        except TonghopError:  # the sentence stands there in letters all the same
            drawn = [None] * len(todo)
        shop.pictures.update({(sha256, place): one for place, one in zip(todo, drawn, strict=True)})

    def crop(_: str, span: Span) -> bytes | None:
        return shop.pictures.get((span.document, places[span])) if span in places else None

    return crop


def _spans(findings: Iterable[Finding]) -> Iterable[Span]:
    return dict.fromkeys(evidence.span for finding in findings for evidence in finding.evidence)


def place_of(document: Document, span: Span) -> Place | None:
    """Return the page and the lines on it where recognition read the sentence, None for letters that a file holds.

    A block knows only its own box; which of its lines hold the sentence is told by how far into its text it stands.
    """
    block = next((b for b in document.blocks if b.start <= span.start < b.end and b.source is Source.OCR), None)
    if block is None or block.box is None or block.page is None:
        return None
    return block.page, _lines(block, span)


def _lines(block: Block, span: Span) -> tuple[float, float, float, float]:
    assert block.box is not None
    left, top, right, bottom = block.box
    lines = max(1, round((bottom - top) / (_LEADING * (block.size or _TYPE))))
    if lines < 3:
        return block.box
    length, each = block.end - block.start, (bottom - top) / lines
    first = math.floor(max(0.0, (span.start - block.start) / length * lines - 0.5))
    last = math.ceil(min(float(lines), (min(span.end, block.end) - block.start) / length * lines + 0.5))
    return left, round(top + first * each, 1), right, round(top + last * each, 1)
