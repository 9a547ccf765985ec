"""All the ways in which a unit's name is written: in full, by its aliases, by its first letters, without its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import fuzz

from checks.units import Register, Unit
from extractors.vietnamese import bare, lexicon

_TOKEN = re.compile(r"[^\W_]+")
_TIED = re.compile(r"(?<=[^\W\d_a-z])[-–&](?=[^\W\d_a-z])")  # "LĐ-TB&XH" is one short form
_LINKS = frozenset({"va", "v"})
_OWNERS = frozenset(["so", "huyen", "tinh", "xa", "pho", "quan", "bo", "cuc", "truong"])  # whose it is: "Thanh tra Sở"
_SHORTEST = 3
_LONGEST = 16  # syllables of one name


@dataclass(frozen=True, slots=True)
class Sighting:
    """A unit seen in a text: `strength` 0..1, `words` as they stand there."""

    unit: str
    strength: float
    words: str


def tokens(text: str) -> list[str]:
    """Return the syllables of `text` without marks and capitals; "và" and "&" are left out, as offices do at will."""
    return [token for token in _TOKEN.findall(bare(text)) if token not in _LINKS]


def compact(text: str) -> str:
    """Return the letters and digits of `text` in one piece, "và" left out: "TT KS&BT" and "TTKSBT" become one."""
    return "".join(tokens(text))


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(
        sorted((" ".join(tokens(kind)) for kind in lexicon("unit_kinds", "checks")), key=lambda k: (-len(k), k))
    )


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for entry in lexicon("abbreviations", "checks"):
        short, words = entry.split(": ", 1)
        table.setdefault(bare(short), []).append(" ".join(tokens(words)))
    return {short: tuple(words) for short, words in table.items()}


def spelled_out(text: str) -> Iterator[list[str]]:
    """Yield the syllables of `text` with short forms written out, once for each meaning of the ambiguous ones.

    "PHÒNG LĐ-TB&XH" is also read with its short form in one piece.
    """
    for written in dict.fromkeys((text, _TIED.sub("", text))):
        for choice in (0, 1):
            out: list[str] = []
            for token in tokens(written):
                meant = _short_forms().get(token)
                out.extend(meant[min(choice, len(meant) - 1)].split() if meant else [token])
            yield out


def initials(name: str) -> set[str]:
    """Return the short forms that offices make of `name`: first letters of all words, of the capital ones, of pairs."""
    words = _TOKEN.findall(name)
    kept = [word for word in words if bare(word) not in _LINKS]
    found = {"".join(bare(word)[0] for word in kept)}
    found.add("".join(bare(word)[0] for word in kept if word[0].isupper()))
    plain = " ".join(bare(word) for word in kept)
    for kind in _kinds():
        if plain.startswith(kind + " "):
            rest = kept[len(kind.split()) :]
            found.add("".join(bare(word)[0] for word in rest))
            found.add("".join(bare(word)[0] for word in rest if word[0].isupper()))
            break
    return {form for form in found if len(form) >= _SHORTEST}


@dataclass
class NameIndex:
    """Looks names up in running text; a form that would mean two units means none."""

    register: Register
    _forms: dict[str, dict[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.register.units:
            for form, strength in _forms_of(unit):
                known = self._forms.setdefault(form, {})
                known[unit.name] = max(known.get(unit.name, 0.0), strength)

    def lookup(self, form: str) -> tuple[str, float] | None:
        """Return the unit that the compact `form` means, with its strength; None for none, or for two alike."""
        known = self._forms.get(form)
        if not known:
            return None
        best = max(known.values())
        names = [name for name, strength in known.items() if strength > best - 0.15]
        return (names[0], best) if len(names) == 1 else None

    def exact(self, text: str) -> tuple[str, float] | None:
        """Return the unit whose name `text` as a whole is, written in any way; None otherwise."""
        for made in (tokens(text), *spelled_out(text)):
            found = self.lookup("".join(made))
            if found is not None:
                return found
        return None

    def closest(self, text: str) -> tuple[str, float] | None:
        """Return the unit whose full name `text` nearly is: recognition misreads a letter in a name now and then."""
        form = compact(text)
        if len(form) < 8:
            return None
        scored = sorted(((_likeness(form, unit), unit.name) for unit in self.register.units), reverse=True)
        if not scored or scored[0][0] < 88 or (len(scored) > 1 and scored[1][0] > scored[0][0] - 4):
            return None
        return scored[0][1], scored[0][0] / 100 * 0.9

    def within(self, text: str) -> list[Sighting]:
        """Return the units named inside `text`, the longest forms first of all; parts of a longer name do not count."""
        found: dict[str, Sighting] = {}
        for made in (tokens(text), *spelled_out(text)):
            for sighting in self._scan(made):
                known = found.get(sighting.unit)
                if known is None or sighting.strength > known.strength:
                    found[sighting.unit] = sighting
        longest = sorted(found.values(), key=lambda one: (-len(one.words.replace(" ", "")), one.unit))
        return [one for at, one in enumerate(longest) if not _inside(one, longest[:at])]

    def _scan(self, made: Sequence[str]) -> Iterator[Sighting]:
        at = 0
        while at < len(made):
            for length in range(min(_LONGEST, len(made) - at), 0, -1):
                form = "".join(made[at : at + length])
                hit = self.lookup(form) if len(form) >= _SHORTEST else None
                if hit is not None:
                    yield Sighting(hit[0], hit[1], " ".join(made[at : at + length]))
                    at += length - 1
                    break
            at += 1


@lru_cache(maxsize=8)
def name_index(register: Register) -> NameIndex:
    """Return the index of a register; built once, for it grows with the units and is asked for every document."""
    return NameIndex(register)


def _likeness(form: str, unit: Unit) -> float:
    return max(float(fuzz.ratio(form, compact(name))) for name in (unit.name, *unit.aliases))


def _inside(one: Sighting, longer: Sequence[Sighting]) -> bool:
    form = one.words.replace(" ", "")
    return any(form in other.words.replace(" ", "") and other.strength >= one.strength - 0.3 for other in longer)


def _forms_of(unit: Unit) -> Iterator[tuple[str, float]]:
    for name in (unit.name, *unit.aliases):
        full = 1.0 if name == unit.name else 0.95
        yield compact(name), full
        for made in spelled_out(name):
            yield "".join(made), full
            yield from _shortened(made, full)
    for form in initials(unit.name):
        yield form, 0.8
        for length in range(max(_SHORTEST, len(form) - 5), len(form)):
            yield form[:length], 0.45  # offices stop anywhere in a long name
    for alias in unit.aliases:
        last = tokens(alias)[-1:]
        if last and len(last[0]) >= _SHORTEST and _is_short(alias):
            yield last[0], 0.85


def _is_short(alias: str) -> bool:
    last: str = _TOKEN.findall(alias)[-1]
    return sum(c.isupper() for c in last) >= 2


def _shortened(made: Sequence[str], full: float) -> Iterator[tuple[str, float]]:
    """A name without the word for its kind ("An Bình"), and without the word for its owner ("Thanh tra")."""
    words = " ".join(made)
    for kind in _kinds():
        rest = made[len(kind.split()) :]
        if words.startswith(kind + " ") and len(rest) >= 2 and not (len(rest) == 2 and rest[1] in _OWNERS):
            yield "".join(rest), full - 0.2
    if len(made) >= 3 and made[-1] in _OWNERS:
        yield "".join(made[:-1]), full - 0.3
