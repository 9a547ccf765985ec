"""A second look at doubtful words: their lines are read once more, smaller, and the surer reading wins.

A document number of which recognition dropped the slash ("15KH-TTr" for "15/KH-TTr") is told by its confidence; at
another scale the same ink falls otherwise on the grid of pixels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from extractors.readers.ocr_image import png
from extractors.readers.ocr_words import Word, words_of
from extractors.readers.tools import OcrEngine

_SCALE = 0.8
_SURE = 0.8
_SURE_FIGURES = 0.9  # numbers and dates are facts: they are looked at again sooner
_GAIN = 0.03
_MOST = 40  # lines of a page
_PAD = 8
_ROOM = 30


def second_look(grey: Image.Image, words: Sequence[Word], ocr: OcrEngine) -> list[Word]:
    """Return `words` with doubtful ones replaced by what a second reading is surer of; their boxes stay."""
    lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    doubtful = [members for members in lines.values() if any(map(_doubtful, members))][:_MOST]
    if not doubtful:
        return list(words)
    sheet, places = _sheet(grey, doubtful)
    found: dict[int, list[Word]] = defaultdict(list)
    for word in words_of(ocr(png(sheet), psm=6)):
        at = max((index for index, place in enumerate(places) if place <= (word.top + word.bottom) / 2), default=0)
        found[at].append(word)
    better: dict[Word, Word] = {}
    for at, members in enumerate(doubtful):
        left = min(word.x0 for word in members) - _PAD
        for word in filter(_doubtful, members):
            other = _same_place(word, found[at], left)
            if other is not None and other.confidence > word.confidence + _GAIN:
                better[word] = replace(word, text=other.text, confidence=other.confidence)
    return [better.get(word, word) for word in words]


def _doubtful(word: Word) -> bool:
    figures = any(map(str.isdigit, word.text))
    return word.confidence < (_SURE_FIGURES if figures else _SURE)


def _sheet(grey: Image.Image, lines: Sequence[Sequence[Word]]) -> tuple[Image.Image, list[int]]:
    crops: list[Image.Image] = []
    for members in lines:
        box = (
            min(word.x0 for word in members) - _PAD,
            min(word.top for word in members) - _PAD,
            max(word.x1 for word in members) + _PAD,
            max(word.bottom for word in members) + _PAD,
        )
        crop = grey.crop(box)
        crops.append(crop.resize((max(1, round(crop.width * _SCALE)), max(1, round(crop.height * _SCALE)))))
    width = max(crop.width for crop in crops) + 2 * _ROOM
    sheet = Image.new("L", (width, sum(crop.height + _ROOM for crop in crops) + _ROOM), 255)
    places: list[int] = []
    y = _ROOM
    for crop in crops:
        sheet.paste(crop, (_ROOM, y))
        places.append(y)
        y += crop.height + _ROOM
    return sheet, places


def _same_place(word: Word, others: Sequence[Word], left: int) -> Word | None:
    """Return the word of the second reading that covers the same stretch of the line, and no more."""
    for other in others:
        x0, x1 = (other.x0 - _ROOM) / _SCALE + left, (other.x1 - _ROOM) / _SCALE + left
        shared = min(x1, word.x1) - max(x0, word.x0)
        if shared > 0.8 * max(x1 - x0, word.x1 - word.x0):
            return other
    return None
