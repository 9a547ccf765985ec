"""Joins points to ranges and lists, and lets them share what only one of them states.

"ngày 15, 16 và 17/6", "tháng 5, 6/2022", "quý II - quý IV/2022", "01/6 đến hết 15/6/2022", "từ nay đến cuối năm".
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.grammars.date_points import BARE, FURTHER, HEADED, LOOSE, NOW, PARTS, best
from extractors.grammars.date_stamps import Phrase, Stamp, pattern
from extractors.grammars.lunar import called_lunar, read_feast
from extractors.grammars.numerals import WEEKDAYS

_CLOCK_TIME = r"\d{1,2} *(?:(?:giờ|g|h)(?: *\d{1,2}(?!\d))?(?: *(?:phút|p(?!\w)|'))?|:\d\d)"
_CLOCK = rf"(?P<clock>{_CLOCK_TIME})(?P<to> *(?:-|đến) *{_CLOCK_TIME})?"
_WEEKDAY = r"(?:thứ +(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ +(?P<sun>nhật))"
_BEFORE_DAY = (
    rf"(?:{_CLOCK}(?!\w))?(?:(?:^|,|;|-)? *(?:các +)?(?:buổi +)?(?P<part>sáng|trưa|chiều|tối|đêm)(?!\w))?"
    rf"(?:,? *\(?{_WEEKDAY}(?!\w)\)?)?,? *(?:vào +)?"
)
_AFTER_DAY = rf",? *\(? *{_WEEKDAY}(?! *(?:hằng|hàng|mỗi))(?: *\)|(?= *(?:[,.;\n]|$)))"
_RANGE = re.compile(r" *(?:-+>?|(?:cho +)?(?:đến|tới))(?: +hết)? *")
_LIST = re.compile(r" *(?:, *và|[,;]|và|&|hoặc|, *hoặc) *")
_SAME_WORD = {"month": re.compile(r"tháng"), "quarter": re.compile(r"q[uúý]"), "year": re.compile(r"năm"), "day": re.compile(r"ngày")}
_TAIL_OK = re.compile(r" *(?:[.,;:)\]\n]|$|để|về|tại|của|theo|do|và)")
_LIMIT = 12


def read_chain(text: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the point, range or list that begins at `pos` of the folded text, or None."""
    begin, opening = _time_of_day(text, pos, unmarked)
    first = _first(text, begin, unmarked)
    if first is None:
        return None
    if opening is not None:
        if first.unit != "day":
            return None
        first = replace(first, bare=first.bare and opening["part"] is None, weekday=_weekday(opening) or first.weekday)
    if first.unit == "day" and first.month is not None:
        after = pattern(_AFTER_DAY, unmarked).match(text, first.end)
        if after:
            first = replace(first, end=after.end(), weekday=_weekday(after))
    phrase = _join(text, first, unmarked)
    if phrase is None:
        return None
    return replace(phrase, start=pos) if opening is not None else phrase


def _time_of_day(text: str, pos: int, unmarked: bool) -> tuple[int, re.Match[str] | None]:
    match = pattern(_BEFORE_DAY, unmarked).match(text, pos)
    if match is None or not match.group().strip(" ,;-") or match.group().strip() == "vào":
        return pos, None
    return match.end(), match


def _weekday(match: re.Match[str]) -> int | None:
    word = match["w"] or match["sun"]
    return WEEKDAYS.get(word.replace("nhat", "nhật")) if word else None


def _first(text: str, pos: int, unmarked: bool) -> Stamp | None:
    feast = None if unmarked else read_feast(text, pos)
    found = best(HEADED, text, pos, unmarked) or best(BARE, text, pos, unmarked)
    found = found or best(PARTS, text, pos, unmarked) or best(LOOSE, text, pos, unmarked)
    if found is not None:
        found = called_lunar(text, found, unmarked)
    if feast is not None and (found is None or feast.end >= found.end):
        return feast
    return found


def _join(text: str, first: Stamp, unmarked: bool) -> Phrase | None:
    """Grow a range or list from `first`; what turns out to be incomplete is cut back."""
    ranged = _range(text, first, unmarked)
    if ranged is not None:
        return ranged
    if first.rule == "part" and first.bare:
        return None
    items = _list(text, first, unmarked)
    if not items:
        return None
    return Phrase(items[0].start, items[-1].end, items[0].rule, tuple((item, item) for item in items), lead=first.lead)


def _range(text: str, first: Stamp, unmarked: bool) -> Phrase | None:
    link = _RANGE.match(text, first.end)
    if link is None or first.unit in ("years", "school"):
        return None
    last = _second(text, link.end(), first, unmarked)
    if last is None:
        return None
    a, b = share(first, last)
    if a.rule == "part" or b.rule == "part" or not _compatible(text, a, b, link.group()):
        return None
    if _years_apart(a, b):
        return Phrase(a.start, b.end, "anniversary", ((a, a), (b, b)), pair=(a.start, b.end))
    return Phrase(first.start, last.end, f"{a.rule} range", ((a, b),), lead=first.lead)


def _years_apart(a: Stamp, b: Stamp) -> bool:
    """Return whether both are one day of the calendar three years or more apart: an anniversary, no stretch."""
    return bool(a.unit == b.unit == "day" and a.year and b.year and b.year - a.year >= 3) and (
        (a.day, a.month) == (b.day, b.month)
    )


def _second(text: str, pos: int, first: Stamp, unmarked: bool) -> Stamp | None:
    found = best(HEADED, text, pos, unmarked) or best(NOW, text, pos, unmarked)
    further = best(FURTHER.get(first.unit, ()), text, pos, unmarked) or best(BARE, text, pos, unmarked)
    if found is None or (further is not None and further.end > found.end):
        found = further
    if found is None:
        return None
    return called_lunar(text, found, unmarked)


def _compatible(text: str, a: Stamp, b: Stamp, link: str) -> bool:
    """Return whether the two points make one stretch: of one unit, or after a "từ" that asks for an end."""
    if a.unit == "half" or b.unit in ("half", "years", "school"):
        return False
    asked = re.search(r"(?:từ|tu)(?: +(?:đầu|khoảng))? *$", text[max(0, a.start - 12) : a.start]) is not None
    if "now" in (a.unit, b.unit):
        return True
    if "-" in link:
        return a.unit == b.unit and not (a.bare and a.rule == "part" and not b.dated and not asked)
    if a.bare and a.rule == "part":
        return asked
    return a.unit == b.unit or asked or a.rule == "edge"


def share(first: Stamp, last: Stamp) -> tuple[Stamp, Stamp]:
    """Return both ends of a range, each with the month and year that only the other one states."""
    a, b = first, last
    if a.unit == "day" and b.unit == "day" and a.month is None:
        a = replace(a, month=b.month, rule=b.rule if b.month else a.rule)
    if not a.dated and b.dated:
        a = a.with_year_of(b)
        if _order(a) > _order(b):
            a = replace(a, year=a.year - 1 if a.year else None, shift=a.shift - 1 if a.shift is not None else None)
    elif a.dated and not b.dated and b.unit in ("day", "month", "quarter"):
        b = b.with_year_of(a)
        if _order(a) > _order(b):
            b = replace(b, year=b.year + 1 if b.year else None, shift=b.shift + 1 if b.shift is not None else None)
    return a, b


def _order(stamp: Stamp) -> tuple[int, int]:
    month = stamp.month or (3 * stamp.quarter - 2 if stamp.quarter else 0)
    return (month, stamp.day or 0) if month else (0, 0)


def _list(text: str, first: Stamp, unmarked: bool) -> list[Stamp]:
    items = [first]
    if first.unit in ("day", "month", "quarter", "year") and first.calendar == "solar" and first.rule != "edge":
        while len(items) < _LIMIT:
            item = _next_item(text, items[-1], unmarked)
            if item is None:
                break
            items.append(item)
            if item.dated and item.unit != "year":
                break
    while items and not _closed(text, items):
        items.pop()
    for index in range(len(items) - 2, -1, -1):
        items[index] = _fill(items[index], items[index + 1])
    return items


def _next_item(text: str, last: Stamp, unmarked: bool) -> Stamp | None:
    """Return the next member of a list, None where a new mention begins."""
    if last.unit == "day" and last.month is not None:
        return None
    if last.dated and last.unit != "year":
        return None
    link = _LIST.match(text, last.end)
    if link is None:
        return None
    headed = best(HEADED, text, link.end(), unmarked)
    if headed is not None:
        same = headed.unit == last.unit and headed.rule == last.rule
        follows = same and last.unit in ("month", "quarter") and not (headed.part or last.part)
        return headed if follows or (headed.unit == last.unit == "day" and last.month is None) else None
    item = best(FURTHER[last.unit], text, link.end(), unmarked)
    return item if item is not None and item.unit == last.unit else None


def _closed(text: str, items: list[Stamp]) -> bool:
    """Return whether the list ends well: a day has its month, a bare number has a year or ends its clause."""
    last = items[-1]
    if last.rule == "part":
        return False
    if len(items) == 1 or last.dated or last.unit in ("day", "quarter", "year"):
        return True
    return _SAME_WORD[last.unit].match(text, last.start) is not None or _TAIL_OK.match(text, last.end) is not None


def _fill(item: Stamp, after: Stamp) -> Stamp:
    if item.unit == "day" and item.month is None:
        item = replace(item, month=after.month, rule=after.rule)
    return item.with_year_of(after) if item.unit != "year" else item
