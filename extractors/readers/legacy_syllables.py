"""Whether letters form Vietnamese syllables: the one measure that tells a right decoding from a wrong one.

Vietnamese has about 160 rimes; garbage does not keep to them. Measured on the research fixtures: texts read with the
right table reach 0.95 and more, undecoded 8-bit text 0.2 to 0.5, a false text layer under a scan 0.1 to 0.6.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from extractors.vietnamese import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "p", "t", "ch")
_MARKED = re.compile(r"[à-ỹđ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Census:
    """Counts over the words of two letters and more: all, well formed, with a mark, with a mark and well formed."""

    words: int
    good: int
    marked: int
    marked_good: int

    @property
    def rate(self) -> float:
        """Return the share of words that are Vietnamese syllables, 0 for a text without words."""
        return self.good / self.words if self.words else 0.0

    @property
    def marked_rate(self) -> float:
        """Return the same share among the words that hold a marked letter."""
        return self.marked_good / self.marked if self.marked else 0.0


def census(text: str) -> Census:
    """Return the counts over `text`; words of one letter say nothing and are left out."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if len(word) > 1]
    marked = [word for word in words if _MARKED.search(word)]
    return Census(len(words), sum(map(is_syllable, words)), len(marked), sum(map(is_syllable, marked)))


def is_syllable(word: str) -> bool:
    """Return whether `word` is one well-formed Vietnamese syllable, in any case and tone placement."""
    return _is_syllable(word.lower())


@lru_cache(maxsize=8192)
def _is_syllable(word: str) -> bool:
    if len(word) > 7:
        return False
    parts = unicodedata.normalize("NFD", word)
    tones = [char for char in parts if char in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    onset, rimes = _inventory()
    # A stop at the end carries only the tones sắc and nặng (or none, where the tone was lost).
    if tones and tones[0] not in "\u0301\u0323" and plain.endswith(_STOPPED):
        return False
    return any(plain[: len(head)] == head and plain[len(head) :] in rimes for head in onset)


@lru_cache(maxsize=1)
def _inventory() -> tuple[tuple[str, ...], frozenset[str]]:
    return ("", *lexicon("syllable_onsets")), frozenset(lexicon("syllable_rimes"))
