"""What a sentence is about: its content words, with names of one thing made equal.

Syllables alone mean little in Vietnamese ("công" is in "công chức" and in "công việc"), so pairs of neighbouring
syllables weigh three times as much and known names of a thing more still. Similarity only fetches candidates: a denial
repeats the words of the duty, a true fulfilment paraphrases them (alone it measured worse than chance).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from extractors.vietnamese import any_of, fold, lexicon

_SYLLABLE, _PAIR, _NAME = 0.35, 1.0, 1.5
_TOKEN = re.compile(r"[^\W\d_]+")
# Addresses and numbers of documents tell nothing of the matter.
_SIGNS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\d+[\w.]*/\d*/?[^\W\d_][\w&-]*")
AT_HAND = 4096  # texts: units are judged one after the other, and one has some 800; 20,000 took 60 MB
_ACT, _THING, _WORD = "làm:", "vật:", "từ:"


@cache
def _phrases() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return the pattern of all known phrases, longest first, and what each stands for ("" for a stop word)."""
    meaning = dict.fromkeys(lexicon("match_stopwords", "checks"), "")
    for prefix, name in ((_THING, "match_synonyms"), (_ACT, "match_acts")):
        for line in lexicon(name, "checks"):
            group = [fold(phrase.strip()) for phrase in line.split("|")]
            meaning.update(dict.fromkeys(group, prefix + group[0]))
    meaning.update({entry: _WORD + entry for entry in lexicon("match_compounds", "checks")})
    return re.compile(rf"(?<!\w){any_of(meaning, ' ')}(?!\w)"), meaning


@lru_cache(maxsize=AT_HAND)
def terms(text: str) -> Mapping[str, float]:
    """Return the terms of `text`, in order of appearance, each with its weight before rarity."""
    pattern, meaning = _phrases()
    low = _SIGNS.sub(" ; ", fold(text))
    found: dict[str, float] = {}
    at = 0
    for match in pattern.finditer(low):
        _plain(low[at : match.start()], found)
        name = meaning[match.group(0)]
        if name:
            found[name] = _PAIR if name.startswith(_WORD) else _NAME
        at = match.end()
    _plain(low[at:], found)
    return found


@lru_cache(maxsize=AT_HAND)
def spoken(text: str) -> frozenset[str]:
    """Return the terms of `text` and the plain words of its phrases: "sinh hoạt chuyên đề" holds "chuyên đề" too."""
    found: dict[str, float] = {}
    _plain(_SIGNS.sub(" ; ", fold(text)), found)
    return frozenset((*terms(text), *found))


def _plain(stretch: str, found: dict[str, float]) -> None:
    before, end = "", -1
    for match in _TOKEN.finditer(stretch):
        token = match.group(0)
        if len(token) > 1:
            found.setdefault(token, _SYLLABLE)
            if before and stretch[end : match.start()].strip(" ") == "":
                found.setdefault(f"{before} {token}", _PAIR)
        before, end = token, match.end()


@lru_cache(maxsize=AT_HAND)
def acts(text: str) -> tuple[str, ...]:
    """Return the kinds of doing that `text` names, in order, without repeats."""
    return tuple(term for term in terms(text) if term.startswith(_ACT))


def things(text: str) -> tuple[str, ...]:
    """Return the known things that `text` names, in order, without repeats."""
    return tuple(term for term in terms(text) if term.startswith(_THING))
