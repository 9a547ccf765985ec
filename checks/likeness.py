"""How alike two documents are: the same words, the same number, the same stretch of time that they report on."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cache

from checks.submission import Submission
from extractors.document import FACT_PARTS, Document
from extractors.facts import Letterhead
from extractors.vietnamese import any_of, bare, lexicon

_TELLING = 40  # characters of words from which two equal texts are one
_AT_HAND = 32  # documents
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


class Alike:
    """How alike the words of documents are, remembered by document: neither words nor counts are held, only answers."""

    def __init__(self) -> None:
        self._digests: dict[str, tuple[Document, str]] = {}
        self._shared: dict[tuple[str, str], float] = {}
        self._words: dict[str, list[str]] = {}  # of the few documents asked for last

    def digest(self, item: Submission) -> str:
        """Return a digest of the words, equal for equal words; "" for a text too short to be told from another."""
        if item.document is None:
            return ""
        known = self._digests.get(item.sha256)
        if known is None or known[0] is not item.document:
            if known is not None:  # the same original was read anew, and differently
                self._shared = {pair: share for pair, share in self._shared.items() if item.sha256 not in pair}
                self._words.pop(item.sha256, None)
            text = " ".join(text_words(item.document))
            digest = hashlib.sha256(text.encode()).hexdigest() if len(text) >= _TELLING else ""
            known = self._digests[item.sha256] = (item.document, digest)
        return known[1]

    def shared(self, first: Submission, second: Submission) -> float:
        """Return the share of words that two documents have in common, 0..1."""
        for item in (first, second):
            self.digest(item)
        pair = (first.sha256, second.sha256)
        if pair not in self._shared:
            self._shared[pair] = shared(self._words_of(first), self._words_of(second))
        return self._shared[pair]

    def _words_of(self, item: Submission) -> list[str]:
        known = self._words.get(item.sha256)
        if known is None:
            while len(self._words) >= _AT_HAND:
                del self._words[next(iter(self._words))]
            known = self._words[item.sha256] = text_words(item.document) if item.document else []
        return known


def same_number(first: str | None, second: str | None) -> bool:
    """Return whether two numbers with symbols are one, blanks, marks and signs aside; blank numbers are never one."""
    if not first or not second:
        return False
    return _NUMBER.sub(" ", bare(first)).split() == _NUMBER.sub(" ", bare(second)).split()


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
