"""How numbers, days, names and quotes are written in an office's Vietnamese (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from extractors.vietnamese import fold
from extractors.words import shortened

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_BLANKS = re.compile(r"\s+")
_CUT = re.compile(r"[.;:](?=\s)|,(?=\s)")
_NUMBER_HEAD = re.compile(r"^(?:[-+•*–]|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[IVX]+\.)\s+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME = 400
LONGEST_QUOTE = 360


def count(number: int) -> str:
    """Return a whole number as offices write it: 01…09, then plain, a dot between thousands."""
    return f"{number:02d}" if 0 <= number < 10 else f"{number:,}".replace(",", ".")


def decimal(value: float) -> str:
    """Return a number with decimal comma and a dot between thousands, at most two decimals."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    text = f"{value:,.2f}".rstrip("0")
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def day(value: date | None) -> str:
    """Return 30/5/2025, 05/02/2025: day below ten and months 1, 2 with a zero; "" for None."""
    if value is None:
        return ""
    return f"{value.day:02d}/{_month(value)}/{value.year}"


def day_in_words(value: date) -> str:
    """Return "ngày 05 tháng 02 năm 2025"."""
    return f"ngày {value.day:02d} tháng {_month(value)} năm {value.year}"


def _month(value: date) -> str:
    return f"{value.month:02d}" if value.month < 3 else str(value.month)


def roman(number: int) -> str:
    """Return 1..39 as a Roman numeral."""
    text = ""
    for size, letters in _ROMAN:
        while number >= size:
            text, number = text + letters, number - size
    return text


def point(index: int) -> str:
    """Return the letter of point `index` (from 0) in the Vietnamese alphabet: a … y, then aa, bb …"""
    return ALPHABET[index % len(ALPHABET)] * (1 + index // len(ALPHABET))


def listing(names: Iterable[str]) -> str:
    """Return names joined by semicolons, each once, in their order; names may hold commas themselves."""
    return "; ".join(dict.fromkeys(map(name, names)))


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """Return one line of NFC text: blanks made one, control characters shown by their pictures, lone surrogates too."""
    return _BLANKS.sub(" ", printable(text)).strip()


def printable(text: str) -> str:
    """Return NFC text that XML can carry; what it cannot is shown (U+2400 and following), never dropped."""
    return _UNSEEN.sub(_shown, unicodedata.normalize("NFC", text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match.group(0))
    if code in {9, 10, 13}:
        return " "
    if code < 32:
        return chr(0x2400 + code)
    return "\ufffd"


def name(text: str) -> str:
    """Return a name on one line; beyond 400 characters it ends in an ellipsis, so that one name fills no page."""
    one = clean(text)
    return one if len(one) <= LONGEST_NAME else one[: LONGEST_NAME - 1].rstrip() + "…"


def quoted(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return a sentence of a document for a report: one line, without list mark and closing stop.

    A longer one is cut behind a clause and ends in an ellipsis: condensed by rule, never reworded.
    """
    one = _NUMBER_HEAD.sub("", clean(text)).rstrip(" .;,:/")
    if len(one) <= longest:
        return one
    cuts = [match.start() for match in _CUT.finditer(one, 0, longest)]
    if cuts and cuts[-1] > longest // 2:
        return _closed(one[: cuts[-1]].rstrip() + "…", longest)
    return _closed(shortened(one, longest), longest)


def _closed(text: str, longest: int) -> str:
    """Return the shortened text without a quotation that the cut left open: cut before it, or closed."""
    opened = text.rfind("“")
    if opened <= text.rfind("”"):
        return text
    return text[:opened].rstrip(" .;,:-–(") + "…" if opened > longest // 2 else text + "”"


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless its first word is an abbreviation or a number."""
    head = text.split(" ", 1)[0]
    if len(head) > 1 and head[1:] != head[1:].lower():
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentence_case(text: str) -> str:
    """Return a heading in small letters with a capital first one, if it is written in capitals; else as it is."""
    letters = [char for char in text if char.isalpha()]
    if letters and sum(char.isupper() for char in letters) > 0.7 * len(letters):
        return upper_first(text.lower())
    return text


def same(first: str, second: str) -> bool:
    """Return whether two texts are the same but for case, blanks and the place of the tone."""
    return key(first) == key(second)


def key(text: str) -> str:
    """Return what two texts that read alike have in common."""
    return _BLANKS.sub(" ", fold(clean(text))).strip(" .;,:/")


def share(part: int, whole: int) -> str:
    """Return "07/09"."""
    return f"{count(part)}/{count(whole)}"


def runs(marks: Sequence[str]) -> str:
    """Return marks as one bracket: N1, N2, N3 become [N1–N3]."""
    parts: list[list[str]] = []
    for mark in dict.fromkeys(marks):
        if parts and mark[0] == parts[-1][-1][0] and int(mark[1:]) == int(parts[-1][-1][1:]) + 1:
            parts[-1].append(mark)
        else:
            parts.append([mark])
    shown = [part[0] if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts]
    return f"[{', '.join(shown)}]" if shown else ""
