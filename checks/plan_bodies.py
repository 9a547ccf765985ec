"""The words of a group of bodies: levels, kinds written short, leads and determiners ("các", "lãnh đạo")."""

from __future__ import annotations

import re
from functools import cache

from checks.plan_names import written_out
from extractors.vietnamese import fold, lexicon

_BARE_LIST = re.compile(
    r"(?<!\w)(?:sở\s*,\s*(?:phòng\s*,\s*)?(?:ban|ngành)|(?:xã|phường|huyện|quận)\s*(?:,|và)\s*"
    r"(?:phường|xã|thị trấn|đặc khu|thị xã|thành phố|quận))(?!\w)(?!\s+\0)"
)
_SINGLE_DETERMINERS = frozenset({"các", "mỗi", "từng", "cấp"})
_TAILS = (("có", "trách", "nhiệm"), ("chịu", "trách", "nhiệm"), ("trách", "nhiệm"))
_LEVELS = (("thị", "xã"), ("thị", "trấn"), ("thành", "phố"), ("huyện",), ("quận",), ("xã",), ("phường",))
SAME_LEVEL: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    ("huyện",): (("huyện",), ("quận",), ("thị", "xã"), ("thành", "phố")),
    ("xã",): (("xã",), ("phường",), ("thị", "trấn"), ("đặc", "khu")),
}


@cache
def listed(name: str) -> frozenset[str]:
    """Return the entries of one lexicon of this room."""
    return frozenset(lexicon(name, "checks"))


def lists_many(phrase: str) -> bool:
    """Return whether a phrase lists kinds of bodies without "các": "sở, ban, ngành", "UBND xã, thị trấn" are many."""
    return _BARE_LIST.search(phrase) is not None


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    return {fold(letters): tuple(fold(whole).split()) for letters, whole in written_out().items()}


def whole_words(word: str) -> tuple[str, ...]:
    """Return what a short form stands for, word by word ("thpt"), else the word itself."""
    return _letters().get(word, (word,))


@cache
def other_kinds() -> frozenset[str]:
    """Return the names of kinds of bodies, folded, also shortened: "trường trung học phổ thông", "trường thpt"."""
    found = {fold(entry) for entry in lexicon("unit_kinds", "checks")}
    short = [(fold(whole), fold(letters)) for letters, whole in written_out().items()]
    found |= {kind.replace(whole, letters) for kind in found for whole, letters in short if whole in kind}
    return frozenset(kind for kind in found if " " in kind)


def level_of(core: tuple[str, ...]) -> tuple[str, ...]:
    """Return the level of administration that a group noun ends with, () where it ends with none."""
    return next((level for level in _LEVELS if core[-len(level) :] == level), ())


@cache
def qualifier_heads() -> frozenset[str]:
    """Return the first words of what may follow a group noun without changing the group."""
    return frozenset(entry.split()[0] for entry in lexicon("plan_qualifiers", "checks"))


def core_of(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Strip leads, titles and determiners from the words of a group; also say whether a determiner made it plural."""
    plural = False
    while words:
        for name in ("plan_determiners", "plan_leaders", "plan_actor_leads"):
            length = next((n for n in (4, 3, 2, 1) if " ".join(words[:n]) in listed(name)), 0)
            if length:
                plural = plural or name == "plan_determiners" or words[0] == "thủ"  # thủ trưởng đơn vị
                words = words[length:]
                break
        else:
            break
    for tail in _TAILS:
        if words[-len(tail) :] == tail:
            words = words[: -len(tail)]
    inner = tuple(word for word in words if word not in _SINGLE_DETERMINERS)
    return inner, plural or len(inner) < len(words)
