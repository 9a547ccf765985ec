"""Walks a text once from left to right and reads every date phrase in it, the longest at each place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.grammars.date_chains import read_chain
from extractors.grammars.date_licence import licensed
from extractors.grammars.date_masks import masks
from extractors.grammars.date_rows import Found, share_years
from extractors.grammars.date_sets import read_duration, read_recurrence
from extractors.grammars.date_special import read_special
from extractors.grammars.date_stamps import Phrase, pattern
from extractors.vietnamese import any_of, bare

_UNIT = r" +(?:của +)?(?:tháng|quý|năm|tuần)"
_FEW = r"[^\n.;,]{0,24}?(?:tháng|ngày|tuần|năm|giờ)"
# The words that a date can begin with, and what must follow the frequent ones.
_OPENERS: dict[str, str] = {
    **dict.fromkeys(
        [
            "ngày",
            "hôm",
            "mùng",
            "mồng",
            "rằm",
            "tết",
            "tháng",
            "quý",
            "năm",
            "tuần",
            "sáng",
            "chiều",
            "tối",
            "trưa",
            "đêm",
            "thứ",
        ],
        "",
    ),
    **dict.fromkeys(("qi", "qii", "qiii", "qiv"), ""),
    **dict.fromkeys(("đầu", "giữa", "cuối", "hết"), _UNIT),
    **dict.fromkeys(("thượng", "trung", "hạ"), r" +tuần"),
    **dict.fromkeys(("hằng", "hàng", "mỗi", "theo"), r" +(?:hằng|hàng|mỗi|tháng|quý|tuần|năm|0?6|sáu)"),
    **dict.fromkeys(("một", "hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười"), _FEW),
    "q": r" *\.? *[\divxl]",
    "t": r" *\.? *\d",
    "giai": r" +đoạn",
    "thời": r" +k",
    "nhiệm": r" +k",
    "niên": r" +(?:học|khóa)",
    "học": r" +k",
    "nửa": r" +(?:đầu|cuối)",
    "chủ": r" +nhật",
    "định": r" +kỳ",
    "cùng": r" +k",
    "từ": r" +(?:nay|đây)",
    "cả": r" +năm",
    "những": r" +năm",
    "các": r" +(?:năm|ngày|tháng)",
}
# Letters that lost their marks: the same words, but for those that then mean something else ("theo", "hai", "ba").
_PLAIN_HINT = re.compile(r"(?<!\w)(?:ngay|thang|quy|nam|giai doan|nhiem ky) *[\divx]")
_CAPITAL = re.compile(r" +[A-ZÀ-ỸĐ](?=[a-zà-ỹđ])")
_QUOTE = re.compile(r"[“\"«](?:\d{1,2} )?\Z")
_LINE = re.compile(r"[^\n]+")
_AFTER = re.compile(r"[\w/](?!\w*\))|[.,]\d")
# A blank that the typist forgot behind a full date: "trước ngày 30/3/2024để tổng hợp".
_RUN_ON = re.compile(r"(?<=[/.\-]\d{4})[^\W\d_]")
_MARKS = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")
_LETTERS = re.compile(r"[^\W\d_]")


def scan(text: str, shadow: str, sure: frozenset[int] = frozenset()) -> tuple[list[Found], list[tuple[int, int]]]:
    """Return the date phrases of NFC `text` (`shadow`: its folded copy) in order, and the masked look-alikes.

    At the places `sure` a day and month needs no word before it: the column says that it is a date.
    """
    masked = masks(text, shadow)
    found = [item for item in _all(shadow, masked, sure) if not _named(text, item.phrase)]
    return share_years(shadow, found), masked


def _all(shadow: str, masked: list[tuple[int, int]], sure: frozenset[int]) -> list[Found]:
    plain, hinted = _unmarked_lines(shadow)
    found = _walk(shadow, sorted(masked + plain), False, sure)
    if not plain and not hinted:
        return found
    taken = sorted(masked + [(item.phrase.start, item.phrase.end) for item in found])
    starts = [start for start, _ in plain]
    for item in _walk(bare_lines(shadow, sorted(plain + hinted)), taken, True, sure):
        line = bisect_right(starts, item.phrase.start) - 1
        if (line >= 0 and item.phrase.start < plain[line][1]) or _certain(shadow, item.phrase):
            found.append(item)
    return sorted(found, key=lambda item: item.phrase.start)


def bare_lines(shadow: str, lines: list[tuple[int, int]]) -> str:
    """Return the text with `lines` (start, end; in order) bare of marks and walls for the rest, of the same length."""
    pieces: list[str] = []
    position = 0
    for start, end in lines:
        pieces += ["\n" * (start - position), bare(shadow[start:end])]
        position = end
    return "".join(pieces) + "\n" * (len(shadow) - position)


def _unmarked_lines(shadow: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the lines that lost the marks of their letters, and other lines that hold a word of time without marks.

    A Vietnamese text bears a mark on every third letter or so.
    """
    plain: list[tuple[int, int]] = []
    hinted: list[tuple[int, int]] = []
    for match in _LINE.finditer(shadow):
        line = match.group()
        if not _MARKS.search(line[:40]) and _plain(line):
            plain.append(match.span())
        elif _PLAIN_HINT.search(line):
            hinted.append(match.span())
    return plain, hinted


def _plain(text: str) -> bool:
    return len(_MARKS.findall(text)) * 12 < len(_LETTERS.findall(text))


@cache
def _openers(unmarked: bool) -> dict[str, re.Pattern[str]]:
    return {bare(word) if unmarked else word: pattern(source, unmarked) for word, source in _OPENERS.items()}


@cache
def _opening(unmarked: bool) -> re.Pattern[str]:
    """Return the pattern of numbers and opening words: with it the other nine words in ten are not looked at."""
    return re.compile(rf"\d+|{any_of(_openers(unmarked))}(?![^\W\d_])")


def _starts(shadow: str, unmarked: bool) -> Iterator[int]:
    """Yield the places where a date can begin: a number that continues none, or an opening word."""
    openers = _openers(unmarked)
    for match in _opening(unmarked).finditer(shadow):
        word = match.group()
        follows = openers.get(word)
        if follows is None and not word[0].isdecimal():
            continue
        start = match.start()
        before = shadow[start - 1] if start else " "
        if before.isalnum() or before == "_":
            continue
        if follows is None:
            if not (before in "/.,:-" and shadow[start - 2 : start - 1].isdecimal()):
                yield start
        elif follows.match(shadow, match.end()):
            yield start


def _walk(shadow: str, taken: list[tuple[int, int]], unmarked: bool, sure: frozenset[int] = frozenset()) -> list[Found]:
    found: list[Found] = []
    position, index = 0, 0
    for start in _starts(shadow, unmarked):
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if start < position or (index < len(taken) and taken[index][0] <= start):
            continue
        limit = taken[index][0] if index < len(taken) else len(shadow)
        phrase = read_phrase(shadow, start, unmarked, start in sure)
        if phrase is None or phrase.end > limit:
            continue
        found.extend(Found(half, unmarked) for half in _halves(phrase))
        position = phrase.end
    return found


def _halves(phrase: Phrase) -> list[Phrase]:
    """Return the two dates of an anniversary "(19/5/1890 - 19/5/2022)", any other phrase alone."""
    if phrase.pair is None:
        return [phrase]
    (a, _), (b, _) = phrase.pairs
    first = replace(phrase, start=a.start, end=a.end, pairs=((a, a),), partner=b)
    return [first, replace(phrase, start=b.start, end=b.end, pairs=((b, b),), partner=a, rule="anniversary end")]


def read_phrase(shadow: str, pos: int, unmarked: bool = False, sure: bool = False) -> Phrase | None:
    """Return the longest date phrase that begins at `pos`, None where the words around speak against it.

    `sure`: nothing but a date stands there.
    """
    found: Phrase | None = None
    for read in (read_recurrence, read_chain, read_duration, read_special):
        phrase = read(shadow, pos, unmarked)
        if phrase is not None and (found is None or phrase.end > found.end):
            found = phrase
    if found is None or not (sure or licensed(shadow, found, unmarked)):
        return None
    if _AFTER.match(shadow, found.end) and not (_full(found) and _RUN_ON.match(shadow, found.end)):
        return None
    return found


def _named(text: str, phrase: Phrase) -> bool:
    """Return whether "Tháng" alone begins a name behind "trong": "trong Tháng Công nhân", or a name is all there is.

    Giải thưởng “15 tháng 10” bears the name of a day.
    """
    if text[phrase.end : phrase.end + 1] in ("”", '"', "»") and _QUOTE.search(
        text, max(0, phrase.start - 4), phrase.start
    ):
        return True
    if phrase.rule != "current" or not text[phrase.start].isupper() or text[phrase.start + 1].isupper():
        return False
    return _CAPITAL.match(text, phrase.end) is not None


def _full(phrase: Phrase) -> bool:
    return bool(phrase.pairs) and phrase.pairs[-1][1].unit == "day" and phrase.pairs[-1][1].year is not None


def _certain(shadow: str, phrase: Phrase) -> bool:
    """Return whether a phrase without marks among marked ones is surely a date: its year is stated."""
    if _plain(shadow[max(0, phrase.start - 60) : phrase.end + 60]):
        return True
    return bool(phrase.pairs) and phrase.pairs[-1][1].year is not None and phrase.pairs[0][0].unit != "year"
