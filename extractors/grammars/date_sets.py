"""Rules for dates that come back ("trước ngày 20 tháng cuối quý") and for stretches counted from an event."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.facts import Duration, Recurrence
from extractors.grammars.date_stamps import DAY, MONTH, QUARTER, Match, Phrase, group, pattern, roman
from extractors.grammars.numerals import WEEKDAYS, read_number, word_pattern

_EVERY = r"(?:hằng|hàng|mỗi)"
_EACH_YEAR = rf"(?:,? *(?:của +)?{_EVERY} +năm)(?!\w)"
_SIZES = {"tháng": "month", "quý": "quarter", "qúy": "quarter", "năm": "year", "tuần": "week", "nam": "year"}
_SIZES |= {"thang": "month", "quy": "quarter", "tuan": "week"}
_HEAD = r"(?:ngày *(?:mùng +|mồng +)?)?"
_THE_DAY = rf"(?:ngày *(?:mùng +|mồng +)?(?P<d>{DAY})|(?P<last>ngày +(?:làm +việc +)?cuối(?: +cùng)?))"
_DAY_MONTH = rf"{_HEAD}\d{{1,2}}(?:/| +tháng +)\d{{1,2}}(?!\d|/)"
_NUMBERS = re.compile(r"(\d{1,2})(?:/| +th[áa]ng +)(\d{1,2})")
_WEEKDAY = r"(?:(?:sáng|chiều|tối) +)?(?:thứ +(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ +(?P<sun>nhật))"
_NEXT = r"(?:sau|kế +tiếp|tiếp +theo|tiếp +sau|liền +kề|kế)"
_DUE_MONTH = {"quarter": 3, "half": 6, "year": 12, "month": 1}

Read = Callable[[Match], Recurrence | None]


def _day_of(match: Match) -> int:
    return int(match["d"]) if group(match, "d") else 31


def _monthly(match: Match) -> Recurrence:
    return Recurrence("month", ((2 if group(match, "next") else 1, _day_of(match)),))


def _in_period(match: Match) -> Recurrence | None:
    """Return the day of a month that is named by its place in a quarter, half or year."""
    half = group(match, "six") is not None
    unit = "half" if half else _SIZES.get(match["u"], "quarter")
    size = _DUE_MONTH[unit]
    which = match["which"]
    if which.startswith(("cuối", "cuoi")):
        month = size
    elif which.startswith(("đầu", "dau")):
        month = 1
    else:
        month = read_number(which.split()[-1]) or 0
    if not 1 <= month <= 12:
        return None
    return Recurrence(unit, ((month + (size if group(match, "next") else 0), _day_of(match)),))


def _end_of_period(match: Match) -> Recurrence:
    unit = _SIZES.get(match["u"], "month")
    return Recurrence(unit, ((_DUE_MONTH[unit], 31),))


def _yearly(match: Match) -> Recurrence | None:
    marks = tuple((int(month), int(day)) for day, month in _NUMBERS.findall(match.group()))
    if not marks or any(not (1 <= month <= 12 and 1 <= day <= 31) for month, day in marks):
        return None
    return Recurrence("year", marks)


def _yearly_month(match: Match) -> Recurrence:
    return Recurrence("year", tuple((int(found), 0) for found in re.findall(r"\d+", match["l"])))


def _yearly_quarter(match: Match) -> Recurrence | None:
    quarter = roman(match["q"])
    return Recurrence("year", ((3 * quarter, 0),)) if quarter else None


def _weekly(match: Match) -> Recurrence:
    return Recurrence("week", ((0, WEEKDAYS.get(group(match, "w") or "nhật", 7)),))


def _rhythm(match: Match) -> Recurrence | None:
    if group(match, "six"):
        return Recurrence("half")
    unit = _SIZES.get(match["u"])
    return Recurrence(unit) if unit else None


SETS: tuple[tuple[str, str, Read], ...] = (
    ("yearly", rf"{_DAY_MONTH}(?: *(?:,|và|, *và) *{_DAY_MONTH}){{0,3}}{_EACH_YEAR}", _yearly),
    ("yearly", rf"tháng +(?P<l>{MONTH}(?: *(?:,|và) *(?:tháng +)?{MONTH}){{0,5}}){_EACH_YEAR}", _yearly_month),
    ("yearly", rf"quý +(?P<q>{QUARTER}){_EACH_YEAR}", _yearly_quarter),
    ("monthly", rf"{_THE_DAY}(?:,? *(?:của +)?{_EVERY} +tháng| +của +(?:mỗi +)?tháng(?: +đó)?)(?: *(?P<next>{_NEXT}))?(?!\w)(?! +(?:cuối|đầu|thứ|\d))", _monthly),
    ("monthly", rf"{_THE_DAY} +(?:của +)?tháng +(?P<next>{_NEXT})(?! +(?:quý|cuối|của))(?!\w)", _monthly),
    ("in period", rf"{_THE_DAY},? *(?:của +)?tháng +(?P<which>cuối(?: +cùng)?|đầu(?: +tiên)?|thứ +\w+) *(?:của +|trong +)?(?:{_EVERY} +)?(?:(?P<u>quý|qúy|năm)|(?P<six>(?:0?6|sáu) +tháng))(?: *(?P<next>{_NEXT}))?(?!\w)", _in_period),
    ("in period", rf"{_THE_DAY} +(?:của +)?(?:{_EVERY} +)?(?P<u>quý|tháng|năm)(?!\w)(?! *(?:\d|[ivx]+(?!\w)|sau|trước|nay|tới))", _end_of_period),
    ("weekly", rf"{_WEEKDAY},? +(?:của +)?{_EVERY} +tuần", _weekly),
    ("rhythm", rf"(?:{_EVERY}|định +kỳ(?: +theo)?(?: +{_EVERY})?|theo(?: +{_EVERY})?) +(?:(?P<u>tháng|quý|tuần|năm)|(?P<six>(?:0?6|sáu) +tháng))(?!\w)(?! +(?:{QUARTER}|\d+) *[/.])(?! +học)(?! +\d{{4}})", _rhythm),
)
_FEW = rf"(?:\d{{1,3}}(?!\d)|{word_pattern(1, 99)}(?!\w))"
_TIMES = {"giờ": "hour", "gio": "hour", "ngày": "day", "ngay": "day", "tuần": "week", "tuan": "week"}
_TIMES |= {"tháng": "month", "thang": "month", "năm": "year", "nam": "year"}
_SINCE = r"(?:kể +từ|tính +từ|sau +khi|từ +(?:khi|ngày|lúc|tháng|quý|năm|thời +điểm))"
_COUNT = rf"(?P<n>{_FEW})(?: *\( *[^\W\d_]+(?: +[^\W\d_]+){{0,3}} *\))?"
DURATIONS: tuple[str, ...] = (
    rf"{_COUNT} +(?P<u>ngày|giờ)(?P<work> +làm +việc)",
    rf"{_COUNT} +(?P<u>ngày|tháng|tuần|năm|giờ)(?= *,? *{_SINCE})",
    rf"ngày +thứ +(?P<n>\d{{1,3}})(?P<u>)(?= +{_SINCE})",
)
_AFTER = r"(?:trong +vòng|trong +thời +hạn|thời +hạn|trong +thời +gian|không +quá|chậm +nhất(?: +là)?|muộn +nhất(?: +là)?|sau|tối +đa)"
_BOUND = rf"{_COUNT} +(?P<u>ngày|tháng|tuần|năm|giờ)(?!\w)"
_LEFT = re.compile(rf"{_AFTER} *:? *$")
_ANCHOR = re.compile(rf" *,? *({_SINCE}[^.;\n)]{{0,80}})")


def read_recurrence(text: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the longest recurrence that begins at `pos` of the folded text, or None."""
    found: Phrase | None = None
    for rule, source, build in SETS:
        match = pattern(source, unmarked).match(text, pos)
        if match is None or (found is not None and match.end() <= found.end):
            continue
        recurrence = build(match)
        if recurrence is not None:
            found = Phrase(match.start(), match.end(), rule, recurrence=recurrence)
    return found


def read_duration(text: str, pos: int) -> Phrase | None:
    """Return the stretch counted from an event at `pos`: the words around must say from when or until when."""
    match = next((m for source in DURATIONS if (m := pattern(source).match(text, pos))), None)
    if match is None:
        match = pattern(_BOUND).match(text, pos)
        if match is None or not _LEFT.search(text, max(0, pos - 30), pos):
            return None
    amount = read_number(match["n"])
    if not amount:
        return None
    anchor = _ANCHOR.match(text, match.end())
    duration = Duration(amount, _TIMES.get(match["u"], "day"), bool(group(match, "work")), anchor[1].strip() if anchor else "")
    return Phrase(match.start(), match.end(), "duration", duration=duration)
