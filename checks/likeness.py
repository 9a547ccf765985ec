"""How alike two documents are: the same words, the same number, the same stretch of time that they report on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from checks.submission import Submission
from extractors.document import FACT_PARTS, Document, Source
from extractors.facts import Letterhead
from extractors.vietnamese import any_of, bare, lexicon

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[\W_]+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PERIOD = re.compile(
    r"(?<!\w)(?:(quy)\s+(iv|i{1,3}|[1-4])|(thang)\s+(\d{1,2})|(tuan)\s+(?:thu\s+)?(\d{1,2})|"
    r"(\d{1,2})\s+thang\s+(dau|cuoi)?|(sau) thang\s+(dau|cuoi)?|(dot)\s+(\d)|(nam hoc|giai doan))(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def head_of(item: Submission) -> Letterhead:
    """Return the letterhead of a submission that was read; raises ValueError for any other."""
    if item.facts is None:
        raise ValueError(f"not read: {item.key}")
    return item.facts.letterhead


@cache
def marks(name: str) -> re.Pattern[str]:
    """Return the pattern of a list of cue phrases, for bare text."""
    return re.compile(rf"(?<![a-z0-9]){any_of(map(bare, lexicon(name, 'checks')), ' ')}(?![a-z])")


def file_words(item: Submission) -> str:
    """Return the file name as bare words, its dashes and underscores as blanks."""
    return re.sub(r"[_\-.]+", " ", bare(item.key.rsplit("/", 1)[-1]))


def text_words(document: Document) -> list[str]:
    """Return the words of the document without marks, running headers and stamps left out."""
    found: list[str] = []
    for block in document.blocks:
        if block.part in FACT_PARTS:
            found.extend(_WORD.findall(bare(document.text[block.start : block.end])))
    return found


def shared(first: list[str], second: list[str]) -> float:
    """Return the share of words that two texts have in common, 0..1 (Dice over words with their counts)."""
    if not first or not second:
        return 0.0
    common = Counter(first) & Counter(second)
    return 2 * sum(common.values()) / (len(first) + len(second))


def same_number(first: str | None, second: str | None) -> bool:
    """Return whether two numbers with symbols are one, blanks, marks and signs aside; blank numbers are never one."""
    if not first or not second:
        return False
    return _NUMBER.sub(" ", bare(first)).split() == _NUMBER.sub(" ", bare(second)).split()


def recognised(document: Document) -> bool:
    """Return whether the letters of the document come mostly from character recognition."""
    read = sum(block.end - block.start for block in document.blocks if block.source is Source.OCR)
    return read * 2 > len(document.text)


def period_of(item: Submission) -> frozenset[str]:
    """Return the stretches of time named in subject or, where there is none, file name: {"quy 2", "2023"}."""
    subject = item.facts.letterhead.subject if item.facts else None
    name = item.key.rsplit("/", 1)[-1]
    found: set[str] = set()
    for text in filter(None, (subject, name)):
        shadow = re.sub(r"[_\-.]+", " ", bare(text))
        for match in _PERIOD.finditer(shadow):
            parts = [part for part in match.groups() if part]
            found.add(" ".join(_ROMAN.get(part, part.lstrip("0")) for part in parts))
        if found:
            break
    years = _YEAR.findall(bare(subject)) if subject else []
    return frozenset(found | set(years[:2]))


def same_period(first: Submission, second: Submission) -> bool:
    """Return whether both speak of one stretch of time; a year that only one of them names parts nothing."""
    a, b = period_of(first), period_of(second)
    years_a, years_b = {p for p in a if p.isdigit()}, {p for p in b if p.isdigit()}
    if years_a and years_b and years_a.isdisjoint(years_b):
        return False
    return a - years_a == b - years_b
