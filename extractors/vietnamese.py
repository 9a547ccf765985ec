"""Vietnamese letters: shadow copies of a text for comparing, of the same length as the text itself.

The text shown to people is never changed (a unit that writes "hoà" keeps its "hoà"); only the copies are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

_TONES = {"\u0300": 0, "\u0301": 1, "\u0309": 2, "\u0303": 3, "\u0323": 4}
# Old and new placement of the tone in open syllables: hoà/hòa, khoẻ/khỏe, thuỷ/thủy (and upper case).
_OPEN = re.compile(r"(?<![qQ])(o[aàáảãạeèéẻẽẹ]|u[yỳýỷỹỵ])(?![a-zà-ỹđ])", re.IGNORECASE)
# The same for small letters, which are most: it begins with the letters themselves, so that a search can leap to them.
_OPEN_LOW = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?<!q..)(?![a-zà-ỹđ])")


# For classes of letters in patterns: a range such as "À-Ỹ" holds small letters too.
CAPITALS = "".join(letter for letter in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x1EFA))) if letter.isupper())


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C."""
    return unicodedata.normalize("NFC", text)


def fold_tone(text: str) -> str:
    """Return NFC `text` with tones of open oa, oe, uy on the first vowel (hoà becomes hòa); the length is kept."""
    return _OPEN.sub(_first_vowel, text)


def _first_vowel(match: re.Match[str]) -> str:
    return _moved(match.group(0))


@cache
def _moved(syllable: str) -> str:
    first, second = tuple(syllable)
    parts = unicodedata.normalize("NFD", second)
    tone = next((c for c in parts if c in _TONES), None)
    if tone is None:
        return syllable
    bare = unicodedata.normalize("NFC", parts.replace(tone, ""))
    return unicodedata.normalize("NFC", first + tone) + bare


@cache
def _one_lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


@cache
def _one_bare(char: str) -> str:
    if char in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", char)[0]
    low = base.lower()
    return low if len(low) == 1 else base


def fold(text: str) -> str:
    """Return NFC `text` in lower case with one tone placement, dashes and blanks made alike; the length is kept."""
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


def _fold(text: str) -> str:
    low = text.lower()
    if len(low) != len(text):  # a few foreign letters grow when lowered
        low = "".join(map(_one_lower, text))
    return _OPEN_LOW.sub(_first_vowel, _SPECIAL.sub(_alike, low))


# Grammars fold the same clause many times over; whole texts are not kept.
_SHORT = 600
_fold_short = lru_cache(maxsize=4096)(_fold)


def _alike(match: re.Match[str]) -> str:
    return _ALIKE[ord(match.group(0))]


def bare(text: str) -> str:
    """Return NFC `text` in lower case without any mark ("Kế hoạch" becomes "ke hoach"); the length is kept."""
    return text.translate(_BARE)


_ALIKE: dict[int, str] = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u2010": "-",
        "\u2011": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
    }
)


class _Bare(dict[int, str]):
    """The bare letter of each letter that was met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _one_bare(_ALIKE.get(code, chr(code)))
        return found


_BARE = _Bare()
_SPECIAL = re.compile("[" + re.escape("".join(map(chr, _ALIKE))) + "]")
_WORD = re.compile(r"\w+")
_Tree = dict[str, "_Tree"]


def words(text: str) -> list[str]:
    """Return the syllables and numbers of `text`, folded."""
    return _WORD.findall(fold(text))


@cache
def lexicon(name: str, room: str = "extractors") -> tuple[str, ...]:
    """Return the entries of `lexicon/<name>.txt` of a room: one a line, "#" starts a comment; raises OSError."""
    text = resources.files(room).joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line.strip())


def alternation(name: str, room: str = "extractors") -> str:
    """Return the entries of a lexicon as one regular-expression group, longest first."""
    return any_of(lexicon(name, room))


def any_of(entries: Iterable[str], blank: str = r"\s+") -> str:
    """Return a regular-expression group of plain phrases, longest first; `blank` matches their blanks.

    Phrases that begin alike share that beginning in the pattern: a list of 450 verbs is searched ten times faster than
    with one branch for each (measured), and finds the same.
    """
    root: _Tree = {}
    for entry in entries:
        node = root
        for char in entry:
            node = node.setdefault(blank if char == " " else re.escape(char), {})
        node[""] = {}
    return f"(?:{_branches(root)})"


def _branches(node: _Tree) -> str:
    ways = [way + _branches(rest) for way, rest in sorted(node.items()) if way]
    if not ways:
        return ""
    if "" in node:
        ways.append("")  # an entry ends here: tried last, since longer ones come first
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
