"""Soft line breaks: which of them end a paragraph in all but name, and which only wrap a line."""

from __future__ import annotations

import re

from extractors.readers.docx_inline import Line

# "-", "+", "•", "1.", "1.2.", "a)", "IV." at the start of a line: the writer began a new item with Shift+Enter.
_ITEM = re.compile(r"(?:[-–+*•▪◦o➢✓]\s|[-–+•]\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s|[a-zđ]\)|[IVX]{1,5}[.)]\s)")
_ENDS = re.compile(r"[.;:!?…/]\s*$|[.;:]\s*[”\")]\s*$")
_WRAP = 60  # characters: a shorter line that is followed by a capital was broken by will, not by the margin


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
    first = next((char for char in text if char.isalnum()), "")
    return len(before) < _WRAP and (first.isupper() or first.isdigit()) and not before.endswith((",", "-", "–", "("))


def _merge(a: Line, b: Line) -> Line:
    return Line(
        text=f"{a.text}\n{b.text}",
        bold=a.bold if a.bold == b.bold else None,
        size=a.size if len(a.text) >= len(b.text) else b.size,
        source=a.source if a.original is not None else b.source,
        original=f"{a.original or a.text}\n{b.original or b.text}" if a.original or b.original else None,
        forced=a.forced,
    )
