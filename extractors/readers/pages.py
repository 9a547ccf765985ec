"""What a page of a PDF is, so that each page is read the way it needs: decided page by page, never by the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from extractors.document import Source
from extractors.readers.layout import Line
from extractors.readers.legacy_syllables import census
from extractors.readers.pdf_device import Drawn


class PageKind(Enum):
    """TEXT and LEGACY are read from their glyphs, SCAN, FALSE_LAYER and BROKEN by recognition, EMPTY not at all."""

    TEXT = "chữ"
    LEGACY = "phông chữ cũ"
    SCAN = "ảnh quét"
    FALSE_LAYER = "ảnh quét có lớp chữ sai"
    BROKEN = "lớp chữ hỏng"
    EMPTY = "trang trắng"

    @property
    def needs_ocr(self) -> bool:
        """Return whether only recognition can read the page."""
        return self in (PageKind.SCAN, PageKind.FALSE_LAYER, PageKind.BROKEN)


_VIETNAMESE = re.compile(r"[à-ãè-êìíò-õùúýăđĩũơưạ-ỹ]")
_PLAIN_WORD = re.compile(r"^[^\W\d_]*[aeiouyà-ỹ][^\W\d_]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measures:
    """What the decision rests on: letters, share of Vietnamese ones (27 to 30 in real text), of unknown glyphs."""

    letters: int
    vietnamese: float
    unknown: float
    syllables: float
    wordlike: float


def measure(lines: Sequence[Line]) -> Measures:
    """Return the measures over the decoded lines of one page."""
    text = " ".join(line.text for line in lines)
    low = text.lower()
    letters = sum(map(str.isalpha, low))
    counted = census(text)
    tokens = [token for token in re.findall(r"[^\s.,;:()\"“”/-]+", text) if any(map(str.isalpha, token))]
    wordlike = sum(1 for token in tokens if _PLAIN_WORD.match(token)) / len(tokens) if tokens else 1.0
    return Measures(
        letters=letters,
        vietnamese=len(_VIETNAMESE.findall(low)) / letters if letters else 0.0,
        unknown=text.count("\ufffd") / len(text) if text else 0.0,
        syllables=counted.rate,
        wordlike=wordlike,
    )


def classify(drawn: Drawn, lines: Sequence[Line]) -> PageKind:
    """Return the kind of one page (research 1.3: no error on all 15 fixture PDFs; the syllables were added since).

    Under a picture of the whole page a layer counts only if it is Vietnamese; a few letters over a scan are the
    mark of a signature or a stamp, and recognition sees them too.
    """
    told = measure(lines)
    pictured = drawn.picture_share > 0.5
    if told.letters == 0:
        return PageKind.SCAN if drawn.picture_share > 0.25 else PageKind.EMPTY
    if pictured and told.letters < 120:
        return PageKind.SCAN
    if pictured and (told.vietnamese < 0.08 or told.syllables < 0.8):
        return PageKind.FALSE_LAYER
    if told.unknown > 0.02 or _garbled(told):
        return PageKind.BROKEN
    if any(line.source is not Source.TEXT for line in lines):
        return PageKind.LEGACY
    return PageKind.TEXT


def _garbled(told: Measures) -> bool:
    """Letters that form neither Vietnamese syllables nor words of any language: the font's code table is missing."""
    return told.letters > 100 and told.syllables < 0.35 and told.vietnamese < 0.05 and told.wordlike < 0.6
