"""Cuts running text into sentences at full stops and into clauses at semicolons."""

from __future__ import annotations

import re
from functools import cache

from extractors.vietnamese import lexicon

_STOP = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w/.]*\Z")
_OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_EDGE = " \t\n\u00a0\u2007\u202f"
# A capital, a digit, a quotation mark or a dash may open a sentence; a small letter goes on with the last one.
_OPENING = re.compile(r"[\s\"“«(]*[\w\-–+•]")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("abbreviations"))


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the sentences of text[start:end], full stops kept, blanks at the edges left out.

    A dot after an abbreviation of the lexicon ends nothing, nor does one before a small letter.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        if _goes_on(text, begin, match.start(), stop, end):
            continue
        left, right = strip(text, begin, stop)
        if left < right:
            found.append((left, right))
        begin = stop
    left, right = strip(text, begin, end)
    if left < right:
        found.append((left, right))
    return found


def _goes_on(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    following = _OPENING.match(text, stop, min(end, stop + 12))
    if following is None:
        return True
    letter = following.group(0)[-1]
    if letter.isalpha() and letter.islower():
        return True
    if text[dot] != "." or stop - dot > 1:
        return False
    before = _WORD_BEFORE.search(text, max(begin, dot - 16), dot)
    word = before.group(0) if before else ""
    last = word.rsplit(".", 1)[-1]
    if word == "v.v":  # "…, v.v. Các đơn vị" does end a sentence
        return False
    return word in _abbreviations() or last in _abbreviations()


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges between the semicolons of text[start:end] that stand outside brackets and curved quotes."""
    if text.find(";", start, end) < 0:
        left, right = strip(text, start, end)
        return [(left, right)] if any(c.isalnum() for c in text[left:right]) else []
    found: list[tuple[int, int]] = []
    closers: list[str] = []
    begin = start
    for at in range(start, end):
        char = text[at]
        if char in _OPENERS:
            closers.append(_OPENERS[char])
        elif closers and char == closers[-1]:
            closers.pop()
        elif char == ";" and (not closers or _never_closed(text, at, end, closers)):
            closers.clear()
            found.append((begin, at))
            begin = at + 1
    found.append((begin, end))
    stripped = (strip(text, a, b) for a, b in found)
    return [(a, b) for a, b in stripped if any(c.isalnum() for c in text[a:b])]


def _never_closed(text: str, at: int, end: int, closers: list[str]) -> bool:
    """A bracket that nobody closed (a slip of the pen, or recognition) must not swallow the rest of the sentence."""
    return len(closers) > 8 or text.find(closers[-1], at, min(end, at + 600)) < 0
