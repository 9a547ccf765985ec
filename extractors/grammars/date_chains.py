"""Joins points to ranges and lists, and lets them share what only one of them states.

"ngày 15, 16 và 17/6", "tháng 5, 6/2022", "quý II - quý IV/2022", "01/6 đến hết 15/6/2022", "từ nay đến cuối năm".
"""

from __future__ import annotations

from dataclasses import replace

from extractors.grammars.date_points import best
from extractors.grammars.date_stamps import Match, Phrase, Stamp, pattern
from extractors.grammars.lunar import called_lunar, read_feast
from extractors.grammars.numerals import WEEKDAYS

_CLOCK_TIME = r"\d{1,2} *(?:(?:giờ|g|h)(?: *\d{1,2}(?!\d))?(?: *(?:phút|p(?!\w)|'))?|:\d\d)"
_CLOCK = rf"(?P<clock>{_CLOCK_TIME})(?P<to> *(?:-|đến) *{_CLOCK_TIME})?"
_WEEKDAY = r"(?:thứ +(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ +(?P<sun>nhật))"
_BEFORE_DAY = (
    rf"(?:{_CLOCK}(?!\w))?(?:[,;\- ]*(?:các +)?(?:buổi +)?(?P<part>sáng|trưa|chiều|tối|đêm)(?!\w))?"
    rf"(?:,? *\(?{_WEEKDAY}(?!\w)\)?)?,? *(?:vào +)?"
)
_AFTER_DAY = rf",? *\(? *{_WEEKDAY}(?! *(?:hằng|hàng|mỗi))(?: *\)|(?= *(?:[,.;\n]|$)))"
_RANGE = r" *(?:-+>?|(?:cho +)?(?:đến|đên|tới)) *"
_ALL_OF = r"(?:hết|cuối) +"
_LIST = r" *(?:, *và|[,;]|và|&|hoặc|, *hoặc) *"
_UNIT_WORD = {"month": r"(?:đầu|giữa|cuối)? *tháng"}
_TAIL = r" *(?:[.,;:)\]\n]|$|đã|sẽ|để|về|tại|của|theo|do|và|tổ +chức|triển +khai|thực +hiện)"
_ASKED = r"(?<!\w)từ(?: +(?:đầu|khoảng|lúc))? *$"
# A row of bare days must open a bracket or follow a word of time: "(15, 16, 17/5/2024)".
_OPENED = r"(?:[(:]|(?:ngày|buổi|gian|trong),?) *$"
_LIMIT = 14


def read_chain(text: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the point, range or list that begins at `pos` of the folded text, or None."""
    first = _opened(text, pos, unmarked)
    if first is None:
        return None
    return _range(text, first, unmarked) or _list(text, first, unmarked)


def _opened(text: str, pos: int, unmarked: bool) -> Stamp | None:
    """Return the first point, with the hour and the day of the week that stand before or after a day."""
    begin, opening = _time_of_day(text, pos, unmarked)
    first = _first(text, begin, unmarked)
    if first is None or (opening is not None and first.unit != "day"):
        return None
    if opening is not None:
        timed = opening["part"] is not None or opening["clock"] is not None
        first = replace(first, start=pos, bare=first.bare and not timed, weekday=_weekday(opening) or first.weekday)
    return _followed(text, first, unmarked)


def _followed(text: str, stamp: Stamp, unmarked: bool) -> Stamp:
    if stamp.unit != "day" or stamp.month is None:
        return stamp
    after = pattern(_AFTER_DAY, unmarked).match(text, stamp.end)
    return replace(stamp, end=after.end(), weekday=_weekday(after)) if after else stamp


def _time_of_day(text: str, pos: int, unmarked: bool) -> tuple[int, Match | None]:
    match = pattern(_BEFORE_DAY, unmarked).match(text, pos)
    if match is None or not (match["clock"] or match["part"] or match["w"] or match["sun"]):
        return pos, None
    return match.end(), match


def _weekday(match: Match) -> int | None:
    word = match["w"] or match["sun"]
    return WEEKDAYS.get(word) if word else None


def _first(text: str, pos: int, unmarked: bool) -> Stamp | None:
    feast = read_feast(text, pos, unmarked)
    found = best("headed", text, pos, unmarked) or best("bare", text, pos, unmarked)
    found = found or best("part", text, pos, unmarked) or best("loose", text, pos, unmarked)
    if found is not None:
        found = called_lunar(text, found, unmarked)
    if feast is not None and (found is None or feast.end >= found.end):
        return feast
    return found


def _range(text: str, first: Stamp, unmarked: bool) -> Phrase | None:
    link = pattern(_RANGE, unmarked).match(text, first.end)
    if link is None or first.unit in ("years", "school"):
        return None
    last = _second(text, link.end(), first, unmarked)
    if last is None:  # "đến hết ngày 15/6", where "hết" is no part of the point as in "đến hết năm"
        skipped = pattern(_ALL_OF, unmarked).match(text, link.end())
        last = _second(text, skipped.end(), first, unmarked) if skipped else None
    if last is None:
        return None
    a, b = share(first, last)
    asked = pattern(_ASKED, unmarked).search(text[max(0, a.start - 16) : a.start]) is not None
    if "part" in (a.rule, b.rule) or not _compatible(a, b, link.group(), asked):
        return None
    if _years_apart(a, b):
        return Phrase(a.start, b.end, "anniversary", ((a, a), (b, b)), pair=(a.start, b.end))
    return Phrase(first.start, last.end, f"{a.rule} range", ((a, b),), lead=first.lead)


def _years_apart(a: Stamp, b: Stamp) -> bool:
    """Return whether both are one day of the calendar three years or more apart: an anniversary, no stretch."""
    apart = a.unit == b.unit == "day" and a.year is not None and b.year is not None and b.year - a.year >= 3
    return apart and (a.day, a.month) == (b.day, b.month)


def _second(text: str, pos: int, first: Stamp, unmarked: bool) -> Stamp | None:
    """Return the end of a range: a full point, or what goes on within the unit of the first one."""
    start, opening = _time_of_day(text, pos, unmarked)
    found = best("headed", text, start, unmarked) or best("now", text, start, unmarked)
    further = best(f"more {first.unit}", text, start, unmarked) or best("bare", text, start, unmarked)
    if found is None or (further is not None and further.end > found.end):
        found = further
    if found is None or (opening is not None and found.unit != "day"):
        return None
    return _followed(text, called_lunar(text, found, unmarked), unmarked)


def _compatible(a: Stamp, b: Stamp, link: str, asked: bool) -> bool:
    """Return whether the two points make one stretch: of one unit, or after a "từ" that asks for an end."""
    if a.unit == "half" or b.unit in ("half", "years", "school"):
        return False
    if "now" in (a.unit, b.unit):
        return True
    waiting = a.bare and a.month is not None and a.rule == "waiting"
    if "-" in link:
        return a.unit == b.unit and (not waiting or b.dated or asked or _days_of_month(a, b))
    if waiting:
        return asked
    return a.unit == b.unit or asked or a.rule == "edge"


def _days_of_month(a: Stamp, b: Stamp) -> bool:
    """Return whether "25-26/9" are days of one month, which no share of a whole looks like."""
    return b.rule == "day/month" and b.end - b.start <= 5 and 0 < (a.day or 0) < (b.day or 0) and (b.day or 0) > 12


def share(first: Stamp, last: Stamp) -> tuple[Stamp, Stamp]:
    """Return both ends of a range, each with the month and year that only the other one states."""
    a, b = first, last
    if a.unit == "day" and b.unit == "day" and a.month is None and b.month is not None:
        a = replace(a, month=b.month, rule="waiting" if a.bare else b.rule)
    if not a.dated and b.dated and b.unit != "now":
        a = a.with_year_of(b)
        if _order(a) > _order(b) > (0, 0):
            a = _moved(a, -1)
    elif a.dated and not b.dated and b.unit in ("day", "month", "quarter"):
        b = b.with_year_of(a)
        if _order(a) > _order(b):
            b = _moved(b, 1)
    return a, b


def _moved(stamp: Stamp, by: int) -> Stamp:
    if stamp.year is not None:
        return replace(stamp, year=stamp.year + by)
    return replace(stamp, shift=(stamp.shift or 0) + by)


def _order(stamp: Stamp) -> tuple[int, int]:
    month = stamp.month or (3 * stamp.quarter - 2 if stamp.quarter else 0)
    return (month, stamp.day or 0) if month else (0, 0)


def _list(text: str, first: Stamp, unmarked: bool) -> Phrase | None:
    """Grow a list from `first`; members that turn out to be incomplete are cut back."""
    loose = first.rule == "part" and first.bare
    if loose and pattern(_OPENED, unmarked).search(text, max(0, first.start - 12), first.start) is None:
        return None
    items = [first]
    if first.unit in ("day", "month", "quarter", "year") and first.calendar == "solar" and first.rule != "edge":
        while len(items) < _LIMIT:
            item = _next_item(text, items[-1], unmarked)
            if item is None:
                break
            items.append(item)
            if item.dated and item.unit != "year":
                break
    while items and not _closed(text, items, unmarked):
        items.pop()
    if not items or (loose and not (len(items) > 1 and items[-1].year and _rising(items))):
        return None
    for index in range(len(items) - 2, -1, -1):
        items[index] = _fill(items[index], items[index + 1])
    return Phrase(items[0].start, items[-1].end, items[0].rule, tuple((item, item) for item in items), lead=first.lead)


def _rising(items: list[Stamp]) -> bool:
    days = [item.day or 0 for item in items]
    return days == sorted(set(days))


def _next_item(text: str, last: Stamp, unmarked: bool) -> Stamp | None:
    """Return the next member of a list, None where a new mention begins."""
    complete = (last.unit == "day" and last.month is not None) or (last.dated and last.unit != "year")
    link = None if complete else pattern(_LIST, unmarked).match(text, last.end)
    if link is None:
        return None
    headed = best("headed", text, link.end(), unmarked)
    if headed is None and ";" in link.group() and last.unit in ("month", "quarter"):
        return None  # "quý II, quý III; 02 công chức …"
    if headed is not None:
        same = headed.unit == last.unit and headed.rule == last.rule
        follows = same and last.unit in ("month", "quarter") and not (headed.part or last.part)
        return headed if follows or (headed.unit == last.unit == "day" and last.month is None) else None
    item = best(f"more {last.unit}", text, link.end(), unmarked)
    if item is None and last.unit == "day":
        item = best("part", text, link.end(), unmarked)
    return item if item is not None and item.unit == last.unit else None


def _closed(text: str, items: list[Stamp], unmarked: bool) -> bool:
    """Return whether the list ends well: a day has its month, a bare number has a year or ends its clause."""
    last = items[-1]
    if last.rule == "part":
        return False
    if len(items) == 1 or last.dated or last.unit != "month":
        return True
    if pattern(_UNIT_WORD["month"], unmarked).match(text, last.start):
        return True
    return pattern(_TAIL, unmarked).match(text, last.end) is not None


def _fill(item: Stamp, after: Stamp) -> Stamp:
    if item.unit == "day" and item.month is None:
        item = replace(item, month=after.month, rule=after.rule)
    return item.with_year_of(after) if item.unit != "year" else item
