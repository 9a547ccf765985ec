"""Words that only their surroundings make a date: "cùng kỳ năm trước", "(trong) năm", "(lũy kế) 9 tháng"."""

from __future__ import annotations

import re

from extractors.grammars.date_points import best
from extractors.grammars.date_stamps import UNITS, YEAR, Match, Phrase, Stamp, pattern, year_of
from extractors.grammars.numerals import read_number

_CUMULATIVE = r"(?<!\w)(?:lũy +kế|cộng +dồn)(?: +\w+)? *$"
# "Trong 9 tháng, ..." is a date only in a document on nine months; who knows its period decides.
MONTHS_OF_REPORT = "months of report"
_REPORTED = r"(?<!\w)(?:trong|qua|kết +quả|sau|thực +hiện|ước)(?: +(?:thực +hiện|công +tác))? *$"
_STRETCH = r" *(?:đầu|cuối|năm|kể|tính|làm|tới|nữa|trở|tuổi|liên|liền|một|lần|tiếp|sau|trước|\(|từ|\d)"
_N_MONTHS = r"(?P<n>\d{1,2}|[^\W\d_]+(?: +một| +hai)?) +tháng(?!\w)"
_INSIDE = r"(?<!\w)trong(?: +(?:cả|suốt))? +$"
# "các ngày trong tuần", "các tháng trong năm" tell of no week or year of their own.
_KINDS_OF_DAYS = r"(?<!\w)(?:các|mọi|những) +(?:ngày|tháng|buổi|giờ)(?: +làm +việc)? +trong +$"
_NOT_CURRENT = (
    r" *(?:học|đầu|cuối|thứ|thanh|hành|cao|ngân|tài|tới|tiếp|kế|nhuận|củ|một|hai|ba|bốn|sáu|bảy|tám|chín|mười)(?!\w)"
    r"| *[\d(…]| *\.\.| +từ +(?:ngày +)?\d"
)
_CURRENT = r"(?P<all>cả +)?(?P<u>năm|quý|tháng|tuần)(?: +(?:nay|này|(?P<past>qua|vừa +qua)))?(?!\w)"
_SAME = rf"cùng +k[ỳì](?!\w)(?: +(?:của +)?năm +(?:(?P<y>{YEAR})|(?P<rel>trước|ngoái)(?!\w)))?"
_SAME_LINK = r"cùng +k[ỳì] +(?:của +)?"
_GOES_ON = re.compile(r" *\w| *$")


def read_special(shadow: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return "cùng kỳ năm trước", "(trong) năm", "(lũy kế) 9 tháng"."""
    if shadow[pos] == "c" and (same := pattern(_SAME, unmarked).match(shadow, pos)):
        year, shift = year_of(same)
        stamp = Stamp(pos, same.end(), "year", "same period", year, shift)
        link = pattern(_SAME_LINK, unmarked).match(shadow, pos)
        point = best("headed", shadow, link.end(), unmarked) if link else None
        if point is not None and point.end > same.end():
            return Phrase(pos, point.end, "same period of", ((point, point),))
        return Phrase(pos, same.end(), "same period", ((stamp, stamp),))
    left = shadow[max(0, pos - 24) : pos]
    current = pattern(_CURRENT, unmarked).match(shadow, pos)
    if current and _is_current(shadow, current, left, unmarked):
        past = UNITS[current["u"]] == "year" and current["past"] is not None
        stamp = Stamp(pos, current.end(), UNITS[current["u"]], "past year" if past else "current", shift=0)
        return Phrase(pos, current.end(), "current", ((stamp, stamp),))
    months = pattern(_N_MONTHS, unmarked).match(shadow, pos)
    count = read_number(months["n"]) if months else None
    if months and count and 1 <= count <= 12:
        rule = _months_rule(shadow, left, months.end(), unmarked)
        stamp = Stamp(pos, months.end(), "half", "months", part="đầu", count=count)
        return Phrase(pos, months.end(), rule, ((stamp, stamp),)) if rule else None
    return None


def _months_rule(shadow: str, left: str, end: int, unmarked: bool) -> str | None:
    """Return the rule that reads "9 tháng" as the first nine of the year, None where it is a stretch of time."""
    if pattern(_CUMULATIVE, unmarked).search(left):
        return "months"
    followed = pattern(_STRETCH, unmarked).match(shadow, end)
    return MONTHS_OF_REPORT if not followed and pattern(_REPORTED, unmarked).search(left) else None


def _is_current(shadow: str, current: Match, left: str, unmarked: bool) -> bool:
    """Return whether "năm" alone means the year of the document: after "trong", or as "cả năm"."""
    if pattern(_NOT_CURRENT, unmarked).match(shadow, current.end()):
        return False
    if unmarked and current["u"] == "quy" and _GOES_ON.match(shadow, current.end()):
        return False  # "trong quy định", "trong quy trình"
    if pattern(_KINDS_OF_DAYS, unmarked).search(left):
        return False
    whole = bool(current["all"]) and UNITS[current["u"]] == "year"
    return whole or pattern(_INSIDE, unmarked).search(left) is not None
