"""Recognised words: Tesseract's table of boxes read, and words laid into lines of the page's columns and cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.document import Source
from extractors.readers.layout import Line, rows_of
from extractors.readers.layout_grid import Rule

# Of the height of a line: the gap that parts two columns. Spaces of justified lines stay under it.
_COLUMN_GAP = 1.5
_TAB = 4.0
_MARK = re.compile(r"^(?:[-–+•*]|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)])$")
# Tokens without a letter or figure that belong to office text; others are what rules, frames and dust are taken for.
# What the dash of a list item is taken for at the head of a line.
_DASHES = frozenset({"—", "=", "¬", "~", "»", "-_", "_-"})
_ALNUM = re.compile(r"[^\W_ˆˇ˚]")
_SIGNS = frozenset({"-", "–", "+", "&", "%", "./.", "…", "...", "/", "=", "•"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its box in pixels, its confidence 0..1, and the number of the line Tesseract put it in."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]

    @property
    def height(self) -> int:
        """Return the height of the box."""
        return self.bottom - self.top


def words_of(tsv: str) -> list[Word]:
    """Return the words of Tesseract's TSV in its order; lines that are no words, and dust, left out."""
    words: list[Word] = []
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != "5" or not cells[11].strip():
            continue
        block, par, line, _, x, y, width, height = map(int, cells[2:10])
        confidence = max(0.0, min(1.0, float(cells[10]) / 100))
        text = cells[11].strip()
        opens = not words or words[-1].line != (block, par, line)
        if text in _DASHES and (opens or text == "—"):
            text = "-" if opens else "–"
        if not _ALNUM.search(text) and text not in _SIGNS:
            continue
        words.append(Word(text, x, y, x + width, y + height, confidence, (block, par, line)))
    return words


def without_strokes(upright: Iterable[Rule], words: Sequence[Word]) -> list[Rule]:
    """Leave out upright lines that are strokes of a letter: no longer than two words are high, and inside one."""
    return [
        rule
        for rule in upright
        if not any(
            word.x0 + 2 < rule.at < word.x1 - 2
            and min(rule.end, word.bottom) - max(rule.start, word.top) > 0.5 * word.height
            and rule.end - rule.start < 2.2 * word.height
            for word in words
        )
    ]


def orientation_of(report: str) -> tuple[int, float]:
    """Return the clockwise turn that Tesseract's orientation report asks for, and its confidence."""
    turn = re.search(r"Rotate:\s*(\d+)", report)
    sure = re.search(r"Orientation confidence:\s*([\d.]+)", report)
    return (int(turn.group(1)), float(sure.group(1))) if turn and sure else (0, 0.0)


def lines_of(words: Iterable[Word], scale: float, page: int, size: float, *, in_cell: bool = False) -> list[Line]:
    """Return the lines of `words` from top to bottom; `scale` makes points of pixels, `size` is the page's type size.

    Words keep the line that Tesseract gave them; a wide gap cuts it, and pieces of one line are put together.
    """
    groups: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        groups[word.line].append(word)
    pieces = [piece for group in groups.values() for piece in _cut(sorted(group, key=lambda w: w.x0), size / scale)]
    merged = _merged(pieces, size / scale)
    lines = [_line(piece, scale, page, size) for piece in merged if in_cell or not _is_dust(piece)]
    return [line for row in rows_of(lines) for line in row]


def type_size(words: Sequence[Word]) -> float:
    """Return the usual size of type on a page, in pixels: from the boxes of words with tall letters."""
    heights = [word.height for word in words if len(word.text) > 2 and word.confidence > 0.6]
    return 1.15 * median(heights) if heights else 50.0


def _cut(group: list[Word], size: float) -> list[list[Word]]:
    out: list[list[Word]] = []
    for word in group:
        # A tab after a list mark may be wider than a gutter.
        widest = _TAB if out and len(out[-1]) == 1 and _MARK.match(out[-1][0].text) else _COLUMN_GAP
        if out and word.x0 - out[-1][-1].x1 < widest * size:
            out[-1].append(word)
        else:
            out.append([word])
    return out


def _merged(pieces: list[list[Word]], size: float) -> list[list[Word]]:
    """Put together what Tesseract laid into two lines though it stands on one, a word's space apart."""
    out: list[list[Word]] = []
    for piece in sorted(pieces, key=lambda one: one[0].x0):
        for other in out:
            gap = piece[0].x0 - other[-1].x1
            if -0.3 * size < gap < 0.9 * size and _level(other[-1], piece[0]):
                other.extend(piece)
                break
        else:
            out.append(list(piece))
    return out


def _level(a: Word, b: Word) -> bool:
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > 0.6 * min(a.height, b.height)


def _is_dust(piece: list[Word]) -> bool:
    """A few unsure marks off the text: what recognition makes of a seal, a signature, the edge of the paper."""
    sure = sum(word.confidence for word in piece) / len(piece)
    letters = sum(char.isalnum() for word in piece for char in word.text)
    return letters == 0 or (sure < 0.3 and len(piece) <= 2) or (sure < 0.5 and letters <= 2 and len(piece) == 1)


def _line(piece: list[Word], scale: float, page: int, size: float) -> Line:
    text = ""
    spans: list[tuple[int, int, float]] = []
    for word in piece:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(word.text), word.confidence))
        text += word.text
    return Line(
        text=text,
        x0=piece[0].x0 * scale,
        top=median(word.top for word in piece) * scale,
        x1=piece[-1].x1 * scale,
        bottom=median(word.bottom for word in piece) * scale,
        size=size,
        page=page,
        lead=(piece[0].x1 - piece[0].x0) * scale,
        source=Source.OCR,
        words=spans,
    )
