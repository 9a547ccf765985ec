"""What a number counts: the short noun phrase after it, the rhythm ("/tháng"), and the comparison around it."""

from __future__ import annotations

import re
from functools import cache

from extractors.vietnamese import any_of, lexicon

_AT_LEAST = re.compile(
    r"(?<!\w)(?:ít +nhất|tối +thiểu|không +dưới|không +ít +hơn|không +thấp +hơn|ít +ra|trên|hơn|vượt|lớn +hơn"
    r"|cao +hơn|quá)"
    r"(?: +(?:là|phải|có|đạt|được|từ|cũng|khoảng|mức|mỗi +\w+))* *:? *$|(?:≥|>=|>) *$"
)
_AT_MOST = re.compile(
    r"(?<!\w)(?:không +(?:vượt +)?quá|không +(?:nhiều|lớn|cao) +hơn|không +trên|tối +đa|(?<!không )dưới|nhiều +nhất"
    r"|ít +hơn|thấp +hơn|chưa +đến)"
    r"(?: +(?:là|có|mức|còn))* *:? *$|(?:≤|<=|<) *$"
)
_UP = re.compile(r" *\(?trở +lên(?!\w)")
_DOWN = re.compile(r" *\(?trở +xuống(?!\w)")
_RHYTHM = r"(?P<u>ngày|tuần|tháng|quý|năm|học +kỳ|lần)"
_EVERY_LEFT = re.compile(rf"(?<!\w)(?:mỗi|hằng|hàng|một|01?) +{_RHYTHM}(?!\w)[^.;\d\n]{{0,40}}$")
_EVERY_RIGHT = re.compile(rf" *(?:/ *(?:01? +)?|(?:mỗi|hằng|hàng|một|trong +(?:mỗi|một)|trên +một) +){_RHYTHM}(?!\w)")
_JOIN = re.compile(r" *(?:,|và|, *và|hoặc|/|;) +| *, *")
_DETERMINERS = re.compile(r" *(?:(?:tổng +số|số|các|những|tất +cả)(?= ) +(?!hóa|liệu|lượng|mỗi|hằng|hàng|trong))*")
_TIMES = re.compile(r"(?:năm|tháng|quý|tuần|ngày)(?! +(?:làm|công))(?!\w)")
_WORD = re.compile(r" *([^\W\d_]+)")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(any_of(lexicon("quantity_nouns"), " +") + r"(?!\w)")


@cache
def _stops() -> frozenset[str]:
    """Return the words that end a counted phrase where the lexicon of nouns does not know it."""
    return frozenset(lexicon("quantity_stops"))


def starts_noun(shadow: str, pos: int) -> bool:
    """Return whether a noun that is counted begins at `pos` of the folded text."""
    return _nouns().match(shadow, pos) is not None


def unit_after(shadow: str, pos: int, stop: int) -> tuple[int, int] | None:
    """Return (start, end) of the counted noun phrase from `pos` on, None where no noun follows.

    Nouns of the lexicon join by comma and "và" ("cán bộ, công chức, viên chức"); an unknown noun takes up to three
    words until a verb or preposition.
    """
    blank = _DETERMINERS.match(shadow, pos, stop)
    start = blank.end() if blank else pos
    end = _listed(shadow, start, stop)
    if end is None:
        end = _unlisted(shadow, start, stop)
    return (start, end) if end is not None and end > start else None


def _listed(shadow: str, start: int, stop: int) -> int | None:
    first = _nouns().match(shadow, start, stop)
    if first is None:
        return None
    end = first.end()
    follow = _nouns().match(shadow, end + 1, stop) if shadow[end : end + 1] == " " else None
    if follow is not None and not _TIMES.match(shadow, end + 1):  # "lượt phương tiện đo", "hồ sơ cán bộ"
        end = follow.end()
    while (link := _JOIN.match(shadow, end, stop)) is not None:
        more = _nouns().match(shadow, link.end(), stop)
        if more is None:
            break
        end = more.end()
    return end


def _unlisted(shadow: str, start: int, stop: int) -> int | None:
    end, count = start, 0
    while count < 3 and (word := _WORD.match(shadow, end, stop)) is not None:
        if word[1] in _stops():
            break
        end, count = word.end(), count + 1
    return end if count else None


def comparison(shadow: str, floor: int, start: int, end: int) -> str:
    """Return ">=", "<=" or "=" for the number shadow[start:end]; words before `floor` are not looked at."""
    left = shadow[max(floor, start - 40) : start]
    if _AT_MOST.search(left) or _DOWN.match(shadow, end):
        return "<="
    if _AT_LEAST.search(left) or _UP.match(shadow, end):
        return ">="
    return "="


def rhythm(shadow: str, floor: int, start: int, end: int) -> str:
    """Return "/tháng", "/quý" … where the number shadow[start:end] (unit included) is asked for in each, "" else."""
    right = _EVERY_RIGHT.match(shadow, end)
    left = _EVERY_LEFT.search(shadow[max(floor, start - 70) : start])
    match = right or left
    return "/" + " ".join(match["u"].split()) if match else ""
