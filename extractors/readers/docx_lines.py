"""The lines of a Word paragraph: repaired, cut at soft breaks, joined again where a break only wraps a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Source
from extractors.readers.docx_inline import BREAK, INVISIBLE, PAGE, Paragraph
from extractors.readers.docx_styles import Look
from extractors.readers.legacy import repair_block

# "-", "+", "•", "1.", "1.2.", "a)", "IV." at the start of a line: the writer began a new item with Shift+Enter.
_ITEM = re.compile(r"(?:[-–+*•▪◦o➢✓]\s|[-–+•]\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|[a-zđ]\)|[IVX]{1,5}[.)]\s)")
_ENDS = re.compile(r"[.;:!?…/]\s*$|[.;:]\s*[”\")]\s*$")
# A line that ends so goes on in the next, whatever that begins with: a day, a month or a year was cut in two.
_CALLS = re.compile(r"(?:^|\s)(?:ngày|tháng|năm|quý|tuần|giai đoạn|kỳ)$", re.IGNORECASE)
_NUMBER = re.compile(r"\d|[IVX]+(?:\b|/)")
_PART = re.compile(r"(?:tháng|năm|quý)(?:\s+[\dIVX]|$)", re.IGNORECASE)
_WRAP = 60  # characters: a shorter line that is followed by a capital was broken by will, not by the margin


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a paragraph between two soft breaks, repaired."""

    text: str
    bold: bool | None
    size: float | None
    source: Source = Source.TEXT
    original: str | None = None
    forced: bool = False  # it starts a page


def lines(paragraph: Paragraph) -> list[Line]:
    """Return the lines of a paragraph, legacy letters repaired, capitals as drawn; no line for an empty paragraph."""
    fixed = repair_block([(text, look.font) for text, look in paragraph.runs])
    found: list[Line] = []
    current: list[tuple[str, str, Look, Source]] = []
    forced = False
    for (raw, look), (text, source) in zip(paragraph.runs, fixed, strict=True):
        shown = INVISIBLE.sub("", text.upper() if look.caps else text)
        pieces = re.split("([\n\f])", shown)
        for piece in pieces:
            if piece not in (BREAK, PAGE):
                if piece:
                    current.append((piece, raw if len(pieces) == 1 else piece, look, source))
                continue
            if current:
                found.append(_line(current, forced))
                current, forced = [], False
            forced = forced or piece == PAGE
    if current:
        found.append(_line(current, forced))
    return [line for line in found if line.text]


def _line(pieces: list[tuple[str, str, Look, Source]], forced: bool) -> Line:
    text = "".join(piece for piece, *_ in pieces).strip()
    source = next((one for *_, one in pieces if one is not Source.TEXT), Source.TEXT)
    weights: dict[float | None, int] = {}
    bold: set[bool] = set()
    for piece, _, look, _ in pieces:
        if length := len(piece.strip()):
            weights[look.size] = weights.get(look.size, 0) + length
            bold.add(bool(look.bold))
    return Line(
        text=text,
        bold=bold.pop() if len(bold) == 1 else None,
        size=max(weights, key=lambda size: (weights[size], size or 0)) if weights else None,
        source=source,
        original="".join(raw for _, raw, *_ in pieces).strip() if source is not Source.TEXT else None,
        forced=forced,
    )


def joined(lines: list[Line]) -> list[Line]:
    """Return the lines of one paragraph, those that only wrap joined by a line break inside the text.

    A line stands by itself when it opens an item, follows the end of a sentence or item, starts a page, or begins with
    a capital after a short line: letterheads and titles set in one paragraph ("SỞ NỘI VỤ⏎PHÒNG CẢI CÁCH…").
    """
    if len(lines) < 2:
        return lines
    found = [lines[0]]
    for line in lines[1:]:
        before = found[-1]
        if line.forced or _starts(before.text.rsplit("\n", 1)[-1], line.text):
            found.append(line)
        else:
            found[-1] = _merge(before, line)
    return found


def _starts(before: str, text: str) -> bool:
    if _ITEM.match(text) or _ENDS.search(before):
        return True
    if _cut_date(before, text):
        return False
    first = next((char for char in text if char.isalnum()), "")
    return len(before) < _WRAP and (first.isupper() or first.isdigit()) and not before.endswith((",", "-", "–", "("))


def _cut_date(before: str, text: str) -> bool:
    """Return whether a break stands inside a day, a month, a quarter or a year, where it is a blank that slipped."""
    if _CALLS.search(before):
        return _NUMBER.match(text) is not None
    return before[-1:].isalnum() and _PART.match(text) is not None and before.rsplit(None, 1)[-1][:1] in "0123456789IVX"


def _merge(a: Line, b: Line) -> Line:
    between = " " if _cut_date(a.text, b.text) else "\n"
    return Line(
        text=f"{a.text}{between}{b.text}",
        bold=a.bold if a.bold == b.bold else None,
        size=a.size if len(a.text) >= len(b.text) else b.size,
        source=a.source if a.original is not None else b.source,
        original=f"{a.original or a.text}{between}{b.original or b.text}" if a.original or b.original else None,
        forced=a.forced,
    )
