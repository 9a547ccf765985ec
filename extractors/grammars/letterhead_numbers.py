"""Number and symbol of a document: "Số: 12/KH-SYT", "57-NQ/TW", blank, split over lines, or stamped by a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.vietnamese import bare

_LETTERS = r"[^\W\d_]"
_GROUP = rf"(?:\d{{1,4}}{_LETTERS}{{1,3}}\d{{0,2}}|{_LETTERS}[\w&.]*)"
_LINK = r"\s{0,2}[-–](?:\s{0,2}|[^\S\n]*\n\s*)"  # the symbol may go on in the next line
# 12/KH-SYT, 06/2024/QĐ-UBND, 145/2020/NĐ-CP, 30c/NQ-CP, 12/SNV-TĐKT-X2
_STATE = rf"\s{{0,2}}/\s{{0,2}}(?:\d{{4}}\s?/\s?)?{_GROUP}(?:{_LINK}(?:{_GROUP}|\d{{1,2}}))*"
# 57-NQ/TW, 12 - KH/CB, 3260-KH/ĐĐQH15
_PARTY = rf"\s?[-–]\s?{_LETTERS}{{2,6}}(?:\s?/\s?{_GROUP}(?:\s?[-–.]\s?{_GROUP})*)"
SYMBOL = re.compile(rf"(?:{_STATE}|{_PARTY})")
NUMBER = re.compile(rf"(?<![\w/.-])(\d{{1,5}}[a-zđA-ZĐ]?)({_STATE}|{_PARTY})")
_HEAD = re.compile(r"(?:so|s6)\s*[:.;]?\s*")
_BLANK = re.compile(r"[\s.…_xX*]*")
_FIGURES = re.compile(r"[\doOlIiSB|]{1,5}[a-zđA-ZĐ]?(?=\s{0,2}[/-])|\d{1,5}[a-z]?")
_MISREAD = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "i": "1", "|": "1", "S": "5", "B": "8"})


@dataclass(frozen=True, slots=True)
class Number:
    """What stands at text[start:end]: `value` is the number with its symbol, None where the number is blank."""

    start: int
    end: int
    value: str | None
    symbol: str

    @property
    def blank(self) -> bool:
        """Return whether the place for the number was never filled."""
        return self.value is None


def tidy(number: str) -> str:
    """Return a number with its symbol as Nghị định 30/2020 writes it: no blanks, hyphens for dashes."""
    return re.sub(r"\s+", "", number).replace("–", "-").rstrip(".,;-/")


def read_number(text: str, start: int, end: int, recognised: bool = False) -> Number | None:
    """Return the number in the line text[start:end] of a letterhead, None where the line is none.

    A line break inside is a blank. `recognised` text comes from OCR: letters in the place of figures are mended.
    """
    head = _HEAD.match(bare(text[start:end]))
    at = start + head.end() if head else start
    figures = _FIGURES.match(text, at, end)
    after = figures.end() if figures else _skip_blank(text, at, end)
    symbol = SYMBOL.match(text, after, end)
    if figures is None and head is None:
        return None
    if head and not figures and not symbol and ":" not in head.group(0) and text[after:end].strip():
        return None  # "SỞ KHOA HỌC": without its marks a Sở begins like a Số
    if figures is not None and symbol is None and (head is None or text[after:end].strip(" .")):
        return None if head is None else Number(start, after, None, "")  # figures out of a misread line
    value = None
    if figures is not None:
        digits = figures.group(0)
        if recognised or not digits[:-1].isdigit():
            digits = digits.translate(_MISREAD)
        value = tidy(digits + symbol.group(0)) if symbol else digits
    stop = symbol.end() if symbol else after
    return Number(at if figures else start, max(stop, at), value, tidy(symbol.group(0)).lstrip("/-") if symbol else "")


def _skip_blank(text: str, at: int, end: int) -> int:
    match = _BLANK.match(text, at, end)
    return match.end() if match else at


def type_code(number: str | None) -> str:
    """Return the type in the symbol of a number ("KH" of "12/KH-SYT" and "12-KH/TU"), "" for a công văn or none."""
    if not number:
        return ""
    match = re.match(r"\d*\w?\s?(?:/(?:\d{4}/)?|-)([^\W\d_]+)(?=[-/]|$)", number)
    return match.group(1) if match else ""
