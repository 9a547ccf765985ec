"""Numbers before headings and list items: what they are, and how deep they stand.

Depth follows the style of numbering (Nghị định 30/2020/NĐ-CP, Phụ lục I: phần, mục, khoản, điểm; offices add "A.",
"1.1.", "-" and "+"), never the styles of a word processor, which real documents do not use for this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from extractors.vietnamese import CAPITALS, bare


class Level(IntEnum):
    """Styles of numbering, outermost first; the value is the depth that a style has when nothing else tells."""

    PART = 0  # Phần I, Phần thứ nhất
    CHAPTER = 1  # Chương II
    ALPHA = 2  # A.
    ROMAN = 3  # I.
    ARTICLE = 4  # Điều 1.
    NUMBER = 5  # 1.
    NUMBER2 = 6  # 1.1.
    NUMBER3 = 7  # 1.1.1.
    NUMBER4 = 8
    LETTER = 9  # a)
    LETTER2 = 10  # a1)
    BRACKET = 11  # (1), 1)
    SMALL_ROMAN = 12  # i)
    STAR = 13  # *
    DASH = 14  # -
    PLUS = 15  # +
    DOT = 16  # other list marks


@dataclass(frozen=True, slots=True)
class Label:
    """A number: `text` as it stands, `name` without punctuation, `length` what it takes up with the blanks after it."""

    text: str
    name: str
    level: Level
    length: int

    @property
    def listed(self) -> bool:
        """Return whether it is a mark without a number, which every item of its list bears."""
        return self.level >= Level.STAR


_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_ORDINALS = {"nhat": "i", "mot": "i", "hai": "ii", "ba": "iii", "tu": "iv", "nam": "v", "sau": "vi", "bay": "vii"}
_WORDS = "(?:" + "|".join(_ORDINALS) + ")"
# These are matched on bare text (small letters, no marks).
_PART = re.compile(rf"phan\s+(?:thu\s+)?({_ROMAN.lower()}|\d{{1,2}}|{_WORDS})(?![\w-])\s*[.:/-]?\s*")
# "Phan Nhật Thành" signs; only bare text takes him for "Phần nhất".
_SOMEBODY = re.compile(rf"Phan\s+(?!(?:Nhất|Hai|Ba|Tư|Năm)\s*(?:[.:/-]|$))(?:[{CAPITALS}][^\W\d_]*\s*){{1,4}}$")
_CHAPTER = re.compile(rf"(?:chuong)\s+({_ROMAN.lower()}|\d{{1,2}})(?![\w-])\s*[.:/-]?\s*")
_ARTICLE = re.compile(r"dieu\s+(\d{1,3})\s*[.:]\s*")
# "P. HIỆU TRƯỞNG", "Q. GIÁM ĐỐC" sign: a deputy, an acting one.
_NO_DEPUTY = r"(?![PQ]\.\s?(?:HIỆU TRƯỞNG|TRƯỞNG|GIÁM ĐỐC|TỔNG|CHỦ|CHÁNH|VIỆN|CỤC|CHI CỤC|TRẠM|ĐỘI|BÍ THƯ))"
_TYPED = [
    (Level.ROMAN, re.compile(rf"({_ROMAN})\s?[.)/:](?!\s?v\b)(?:-|–)?(?=\s|[^\W\d_]|$)\s*|({_ROMAN})\s*[-–](?=\s)\s*")),
    (Level.NUMBER4, re.compile(r"(\d{1,2}(?:\.\d{1,2}){3})[.)/:]?(?=\s+\D|[^\W\d_]|$)\s*")),
    (Level.NUMBER3, re.compile(r"(\d{1,2}(?:\.\d{1,2}){2})[.)/:]?(?=\s+\D|[^\W\d_]|$)\s*")),
    (Level.NUMBER2, re.compile(r"(\d{1,2}\.\d{1,2})(?:[.)/:](?=\s|[^\W\d_]|$)|-(?=\s+[^\W\d_])|(?=\s+[^\W\d_]))\s*")),
    (Level.BRACKET, re.compile(r"\((\d{1,2})\)\s*|(\d{1,2})\)\s*")),
    (
        Level.NUMBER,
        re.compile(
            r"(\d{1,3})\s?(?:(?:\.-?|/|:)(?=\s|[^\W\d_]|[\"“]|$)|-(?=\s*[^\W\d_]|\s+\d{1,3}(?:,\d+)?\s?%|\s+0\d\s))\s*"
            r"|(\d{1,2})\s+[-–]\s+(?=\D)"
        ),
    ),
    (Level.ALPHA, re.compile(_NO_DEPUTY + r"([A-HK-NP-UĐ])\s?[.)/](?=\s|$)\s*|([A-E])\s*[-–]\s+")),
    (Level.SMALL_ROMAN, re.compile(r"\(?(i{1,3}|iv|vi{0,3}|ix|x)[).]\s+")),
    (Level.LETTER2, re.compile(r"([a-zđ]\.?\d{1,2})[.)/]\s+")),
    (Level.LETTER, re.compile(r"\(?([a-zđ])\s?(?:\)\.?(?=\s|[^\W\d_])|[./,](?=\s))\s*")),
    (Level.STAR, re.compile(r"(\*{1,3}|[✓✔❖➢►▪◆⮚])\s*(?=\S)")),
    (Level.DASH, re.compile(r"([-–—−‐])\s*(?=[^\s\d–—-])|([-–—−‐])(?=\s+\d|\d{1,3}(?:[.,]\d+)?\s?%|0\d )\s*")),
    (Level.PLUS, re.compile(r"(\+)\s*(?=\S)")),
    (Level.DOT, re.compile(r"([•●○◦∙·▫□■\uf0b7\uf0a7\uf0d8\uf02d])\s*(?=\S)|(o)\s+(?=[^\W\d_a-z])")),
]


def read_label(text: str) -> Label | None:
    """Return the number at the start of `text`, or None. Amounts, dates and document numbers are none."""
    head = text[:48]
    shadow = bare(head)
    for level, pattern in ((Level.PART, _PART), (Level.CHAPTER, _CHAPTER), (Level.ARTICLE, _ARTICLE)):
        match = pattern.match(shadow)
        if match and head[0].isupper() and not (level is Level.PART and _SOMEBODY.match(head)):
            return Label(head[: match.end()].rstrip(" .:/-"), _named(level, match.group(1)), level, match.end())
    for level, pattern in _TYPED:
        match = pattern.match(head)
        if match:
            name = next(group for group in match.groups() if group)
            mark = "-" if level is Level.DASH else name
            return Label(match.group(0).strip(), mark, level, match.end())
    return None


def _named(level: Level, number: str) -> str:
    number = _ORDINALS.get(number, number)
    word = {Level.PART: "Phần ", Level.CHAPTER: "Chương ", Level.ARTICLE: "Điều "}[level]
    return word + (number.upper() if re.fullmatch(r"[ivx]+", number) else number)


def computed_label(text: str) -> Label | None:
    """Return the number that the file computes for a block ("III.", "a)"), or None for an empty one."""
    if not text.strip():
        return None
    found = read_label(text.strip() + " A")
    return found or Label(text.strip(), text.strip(" .)(/"), Level.DOT, len(text))


def follows(label: Label, previous: str) -> bool:
    """Return whether `label` is the letter after `previous` in the Vietnamese alphabet or the Latin one."""
    return any(
        order.find(label.name.lower()) == order.find(previous.lower()) + 1 > 0
        for order in ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
    )


def section_path(numbers: tuple[str, ...]) -> str:
    """Return "III.2" for the numbers of a segment: list marks left out, no parent that its child repeats."""
    kept: list[str] = []
    for number in numbers:
        if not any(c.isalnum() for c in number):
            continue
        if kept and number.startswith(kept[-1] + "."):
            kept.pop()
        kept.append(number)
    return ".".join(kept)
