"""Finds the units of the register in running text, by name, alias and the short forms that offices make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checks.units import Register, Unit
from extractors.vietnamese import fold, lexicon, nfc

# Between two words of a name anything that offices put there: "Kế hoạch - Đầu tư", "Kế hoạch và Đầu tư", "KH&ĐT".
_HIGHER = re.compile(r"(?<!\w)(?:bộ|tổng cục|cục|ban|viện|thanh tra|sở)\s+$")  # "Bộ Công an" is no "Công an tỉnh"
_JOIN = r"(?:\s*[-,&/]\s*|\s+và\s+|\s+|\.\s?)"  # the dot of "P.TCHC", "TT. Y tế"
_LISTING = re.compile(r"(?<!\w)các\s+(?P<head>sở|phòng|ban|chi cục|trung tâm|trường|khoa)\s*:?\s+(?=\w)")
_WORD = re.compile(r"[\w/]+")
_LONG = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "tt": "trung tâm", "vp": "văn phòng", "p": "phòng"}
_PLACES = ("huyện", "tỉnh", "thành phố", "thị xã", "quận", "xã", "phường", "thị trấn")
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "thị xã", "thành phố", "quận")
_COMMITTEES = ("ubnd", "ủy ban nhân dân")


@dataclass(frozen=True, slots=True)
class Mention:
    """A unit named in the text at [start, end)."""

    start: int
    end: int
    unit: str


class UnitNames:
    """The names of a register, ready for search in folded text."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._owner: dict[str, str] = {}
        for unit in register.units:
            for form in _stated(unit):
                self._owner.setdefault(_key(form), unit.name)
        self._written = frozenset(self._owner)
        self._derive()
        forms = sorted(self._owner, key=lambda key: (-len(key), key))
        body = "|".join(_JOIN.join(map(re.escape, key.split())) for key in forms)
        self._pattern = re.compile(rf"(?<![\w&])(?:{body})(?![\w&])") if forms else None

    def _derive(self) -> None:
        """Add forms that nobody wrote down, but only where they point at one unit alone."""
        found: dict[str, set[str]] = {}
        for unit in self.register.units:
            for form in (unit.name, *unit.aliases):
                for derived in _short_forms(form):
                    found.setdefault(_key(derived), set()).add(unit.name)
        for key, owners in found.items():
            if len(owners) == 1 and key not in self._owner:
                self._owner[key] = next(iter(owners))

    def find(self, low: str, start: int, end: int) -> list[Mention]:
        """Return the units named in low[start:end] (folded text), in order, without overlaps."""
        if self._pattern is None:
            return []
        return [
            Mention(match.start(), match.end(), self._owner[_key(match.group(0))])
            for match in self._pattern.finditer(low, start, end)
            if not (_HIGHER.search(low, start, match.start()) and self.is_derived(match.group(0)))
        ]

    def is_derived(self, text: str) -> bool:
        """Return whether nobody wrote this form down: after "các" it is a noun for many, not the name of one."""
        return _key(text) not in self._written

    def listed(self, low: str) -> list[Mention]:
        """Return the units that a list names without their first word: "các sở: Nội vụ, Kế hoạch và Đầu tư"."""
        found: list[Mention] = []
        for match in _LISTING.finditer(low):
            for unit in self.register.units:
                words = _words(unit.name)
                if len(words) < 2 or words[0] != match.group("head"):
                    continue
                body = re.compile(r"(?<![\w&])" + _JOIN.join(map(re.escape, words[1:])) + r"(?![\w&])")
                place = body.search(low, match.end())
                if place is not None:
                    found.append(Mention(place.start(), place.end(), unit.name))
        return sorted(found, key=lambda mention: mention.start)

    def starting(self, words: tuple[str, ...]) -> list[Unit]:
        """Return the units whose name, alias or kind begins with these words."""
        return [
            unit
            for unit in self.register.units
            if any(_words(form)[: len(words)] == words for form in (*kinds_of(unit), *_stated(unit)))
        ]

    def of_kind(self, words: tuple[str, ...]) -> list[Unit]:
        """Return the units whose kind is exactly these words."""
        return [unit for unit in self.register.units if any(_words(kind) == words for kind in kinds_of(unit))]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(fold(nfc(text))) if word != "và")


def _key(text: str) -> str:
    return " ".join(_words(text))


def kinds_of(unit: Unit) -> list[str]:
    """Return the unit's kind, also with its short forms written out: "CĐCS doanh nghiệp"."""
    if not unit.kind:
        return []
    whole = " ".join(written_out().get(word, word) for word in unit.kind.split())
    return list(dict.fromkeys((unit.kind, whole)))


@cache
def written_out() -> dict[str, str]:
    """Return the short forms in names of bodies and what they stand for."""
    return dict(entry.split(": ", 1) for entry in lexicon("abbreviations", "checks"))


def _stated(unit: Unit) -> list[str]:
    """Return the name and aliases, each also with the committee's name written out or shortened."""
    forms = [unit.name, *unit.aliases]
    for form in list(forms):
        whole = " ".join(written_out().get(word, word) for word in form.split())
        if whole != form:
            forms.append(whole)
        words = _words(form)
        for short, whole in _LONG.items():
            if words[:1] == (short,):
                forms.append(" ".join((whole, *words[1:])))
            elif " ".join(words).startswith(whole + " "):
                forms.append(" ".join((short, *words[len(whole.split()) :])))
    return forms


def _short_forms(form: str) -> list[str]:
    """Return "Sở KHĐT" for "Sở Kế hoạch và Đầu tư", the name without its place, and a commune's bare name."""
    words = _words(form)
    forms: list[str] = []
    cut = next((i for i, word in enumerate(words) if i > 1 and " ".join(words[i:]).startswith(_PLACES)), None)
    trimmed = words[:cut] if cut else words
    if cut:
        forms.append(" ".join(trimmed))
        forms.append(" ".join((*trimmed, words[cut])))
    for committee in _COMMITTEES:
        rest = words[len(committee.split()) :]
        if " ".join(words).startswith(committee + " ") and " ".join(rest).startswith(_COMMUNES) and len(rest) > 1:
            forms.append(" ".join(rest))
    if len(trimmed) >= 3 and not any(char.isdigit() for char in "".join(trimmed)):
        for head in (1, 2):
            initials = "".join(word[0] for word in trimmed[head:])
            if len(initials) >= 2:
                forms.append(" ".join((*trimmed[:head], initials)))
                forms.append(" ".join((*trimmed[:head], *_spaced(initials))))
    return forms


def _spaced(initials: str) -> tuple[str, ...]:
    """Two letters before a joint and the rest after it, as in "GD&ĐT": the joint itself is any mark."""
    return (initials[:2], initials[2:]) if len(initials) > 2 else (initials[:1], initials[1:])
