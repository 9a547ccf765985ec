"""From glyphs to lines: words are parted at gaps, columns at wide gaps, old encodings decoded font by font."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from extractors.readers.layout import Line, joined_line
from extractors.readers.legacy import Encoding, decode_runs, encoding_of, source_of
from extractors.readers.pdf_device import Glyph

_SPACE_GAP = 0.2  # of the size: wider than any kerning, narrower than any space
_COLUMN_GAP = 1.6  # of the size: wider than the spaces of a justified line
# Drawn hyphens whose code says "soft hyphen" (Word maps its hyphen glyph so), and marks that are not text at all.
_CLEAN = str.maketrans({"\u00ad": "-", "\ufffe": None, "\ufeff": None, "\u200b": None, "\u00a0": " ", "\t": " "})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]")
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖"})
# Raised digits stand as these private characters until the footnotes of the page are known.
_MARKS = 0xE030
_MARKED = re.compile("[\ue030-\ue039]+")


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return the lines of `glyphs` (one page, one cell) in the order in which they are drawn; blank ones left out."""
    encodings = encodings_of(glyphs)
    lines: list[Line] = []
    for segment in _segments(glyphs):
        line = _line(segment, encodings, page)
        if line.text and not _drawn_twice(line, lines):
            lines.append(line)
    return _rejoined(lines)


def encodings_of(glyphs: Iterable[Glyph]) -> dict[str, Encoding]:
    """Return how each font of a page codes its letters, judged over all the text that the page sets in it."""
    texts: dict[str, list[str]] = defaultdict(list)
    for font, run in groupby(glyphs, key=lambda glyph: glyph.font):
        texts[font].append("".join(glyph.text for glyph in run))
    return {font: encoding_of(" ".join(parts), font) for font, parts in texts.items()}


def _segments(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Cut at every jump that is not a step to the right on the same line."""
    out: list[list[Glyph]] = []
    for glyph in glyphs:
        last = out[-1][-1] if out else None
        if last is not None and _follows(last, glyph):
            if glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.12 * glyph.size and glyph.text.strip():
                continue  # a letter drawn twice to look bold
            out[-1].append(glyph)
        elif glyph.text.strip():
            out.append([glyph])
    return out


def _follows(last: Glyph, glyph: Glyph) -> bool:
    high = max(last.size, glyph.size)
    shared = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    if shared < 0.35 * min(last.size, glyph.size) or last.turned != glyph.turned or last.running != glyph.running:
        return False
    return -0.6 * high < glyph.x0 - last.x1 < _COLUMN_GAP * high and glyph.x0 > last.x0 - 0.5 * high


def _line(segment: list[Glyph], encodings: dict[str, Encoding], page: int) -> Line:
    while segment and not segment[-1].text.strip():
        segment.pop()
    runs: list[tuple[str, Encoding]] = []
    text: list[str] = []
    last: Glyph | None = None
    now: Encoding | None = None
    for glyph in segment:
        coding = encodings.get(glyph.font, Encoding.UNICODE)
        if last is not None and (_gap(last, glyph) or _after_label(text, last, glyph)):
            text.append(" ")
        if now is not coding:
            if text and now is not None:
                runs.append(("".join(text), now))
                text = []
            now = coding
        text.append(_mark(glyph.text) if _is_mark(glyph, segment) else _printable(glyph.text, coding))
        last = glyph
    runs.append(("".join(text), now or Encoding.UNICODE))
    return _settled(segment, runs, page)


def _after_label(text: list[str], last: Glyph, glyph: Glyph) -> bool:
    """A tab after "III." may leave less room than a space does."""
    return (
        len(text) < 9
        and glyph.x0 - last.x1 > 0.04 * glyph.size
        and glyph.text[:1].isalnum()
        and last.text in ".)-–+"
        and bool(_LABEL.match("".join(text)))
    )


def _is_mark(glyph: Glyph, segment: list[Glyph]) -> bool:
    """Return whether a digit is set small and high, as the mark of a footnote is."""
    if not glyph.text.isdigit():
        return False
    high = max(segment, key=lambda one: one.size)
    return glyph.size < 0.75 * high.size and glyph.bottom < high.bottom - 0.12 * high.size


def _mark(digits: str) -> str:
    return "".join(chr(_MARKS + int(digit)) for digit in digits)


def settle_marks(text: str, notes: frozenset[str]) -> str:
    """Return `text` without the marks of the footnotes in `notes`; other raised digits become plain ("m²" is m2)."""

    def plain(match: re.Match[str]) -> str:
        digits = "".join(str(ord(char) - _MARKS) for char in match.group(0))
        return "" if digits in notes else digits

    return _MARKED.sub(plain, text)


def _gap(last: Glyph, glyph: Glyph) -> bool:
    return glyph.x0 - last.x1 > _SPACE_GAP * max(last.size, glyph.size) and last.text != " " and glyph.text[:1] != " "


def _printable(text: str, coding: Encoding) -> str:
    if coding is Encoding.UNICODE:
        return _CONTROL.sub("", text.translate(_BULLETS).translate(_CLEAN))
    return text.replace("\u00a0", " ")


def _settled(segment: list[Glyph], runs: list[tuple[str, Encoding]], page: int) -> Line:
    raw = "".join(text for text, _ in runs)
    text = " ".join(unicodedata.normalize("NFC", "".join(decode_runs(runs))).split())
    opening = _MARKED.match(text)
    if opening:  # the number of a footnote, at the head of the note itself
        text = f"{settle_marks(opening.group(0), frozenset())} {text[opening.end() :].lstrip()}"
    letters = [glyph for glyph in segment if glyph.text.strip()] or segment
    sizes = sorted(glyph.size for glyph in letters)
    size = sizes[len(sizes) // 2]
    body = [glyph for glyph in letters if glyph.size > 0.8 * size] or letters
    coded = next((coding for _, coding in runs if coding is not Encoding.UNICODE), Encoding.UNICODE)
    changed = coded is not Encoding.UNICODE and " ".join(raw.split()) != text
    return Line(
        text=text,
        x0=letters[0].x0,
        top=min(glyph.top for glyph in body),
        x1=max(glyph.x1 for glyph in letters),
        bottom=max(glyph.bottom for glyph in body),
        size=size,
        page=page,
        bold=sum(glyph.bold for glyph in letters) / len(letters),
        lead=_lead(segment),
        source=source_of(coded) if changed else source_of(Encoding.UNICODE),
        original=raw if changed else None,
        running=segment[0].running,
    )


def _lead(segment: list[Glyph]) -> float:
    """Return the width of the first word."""
    last = segment[0]
    for glyph in segment[1:]:
        if not glyph.text.strip() or _gap(last, glyph):
            break
        last = glyph
    return last.x1 - segment[0].x0


def _drawn_twice(line: Line, lines: list[Line]) -> bool:
    return any(
        line.text == other.text and abs(line.x0 - other.x0) < 1.5 and abs(line.top - other.top) < 1.5
        for other in lines[-3:]
    )


_LABEL = re.compile(r"^(?:[-–+*•▪➢✓❖o]|\(?(?:[0-9]{1,3}|[IVXLC]{1,6}|[a-zđ])(?:\.[0-9]{1,3}){0,4}[.)/]?)$")


def _rejoined(lines: list[Line]) -> list[Line]:
    """Join a list label to the text that a tab parts it from, and the parts of a stretched justified line."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last is not None and _same_row(last, line) and (_LABEL.match(last.text) and line.x0 - last.x1 < 72):
            out[-1] = joined_line(last, line)
        else:
            out.append(line)
    return out


def _same_row(a: Line, b: Line) -> bool:
    return abs(a.bottom - b.bottom) < 0.3 * b.size and b.x0 > a.x1 - 1 and a.running == b.running
