"""Vietnamese number words, Roman numerals and names of months, as values and as pieces of regular expressions."""

from __future__ import annotations

import re
from functools import cache

from extractors.vietnamese import any_of, bare

_DIGITS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VARIANTS = {
    "một": ("một", "mốt"),
    "bốn": ("bốn", "tư"),
    "năm": ("lăm", "nhăm", "năm"),
    "bảy": ("bảy", "bẩy"),
}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
MONTH_NAMES = {"giêng": 1, "chạp": 12, "tư": 4}
WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "bốn": 3, "năm": 4, "sáu": 5, "bảy": 6, "bẩy": 6, "nhật": 7}
WEEKDAYS |= {str(number): number - 1 for number in range(2, 8)}


@cache
def number_words() -> dict[str, int]:
    """Return the words for 1..99 in the forms that documents use ("hai mươi ba", "hai ba" is none), by phrase."""
    found: dict[str, int] = {word: value for value, word in enumerate(_DIGITS) if word}
    found |= {"tư": 4, "bẩy": 7, "mười": 10}
    for unit in range(1, 10):
        for word in _VARIANTS.get(_DIGITS[unit], (_DIGITS[unit],)):
            found[f"mười {word}"] = 10 + unit
    for ten in range(2, 10):
        for head in _VARIANTS.get(_DIGITS[ten], (_DIGITS[ten],)):
            if head in ("tư", "lăm", "nhăm"):
                continue
            found[f"{head} mươi"] = 10 * ten
            for unit in range(1, 10):
                for word in _VARIANTS.get(_DIGITS[unit], (_DIGITS[unit],)):
                    found[f"{head} mươi {word}"] = 10 * ten + unit
                    if word in ("mốt", "tư", "lăm"):
                        found[f"{head} {word}"] = 10 * ten + unit
    return found


@cache
def word_pattern(least: int = 1, most: int = 99, without: tuple[str, ...] = ()) -> str:
    """Return a group (longest phrase first) of the words for `least`..`most`; blanks may be doubled."""
    words = [word for word, value in number_words().items() if least <= value <= most and word not in without]
    return any_of(words, " +")


_BLANKS = re.compile(r" +")


def read_number(text: str) -> int | None:
    """Return the value of digits ("06"), number words, a Roman numeral up to IV, or the name of a month; None else."""
    plain = _BLANKS.sub(" ", text.strip())
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return ROMAN.get(plain) or MONTH_NAMES.get(plain) or number_words().get(plain) or _unmarked().get(plain)


@cache
def _unmarked() -> dict[str, int]:
    found: dict[str, int] = {}
    for word, value in {**number_words(), **MONTH_NAMES}.items():
        found.setdefault(bare(word), value)
    return found
