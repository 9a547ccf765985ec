"""Rules for dates that come back ("trước ngày 20 tháng cuối quý") and for stretches counted from an event."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from extractors.facts import Duration, Recurrence
from extractors.grammars.date_stamps import DAY, MONTH, QUARTER, UNITS, Match, Phrase, group, pattern, quarter_of
from extractors.grammars.numerals import WEEKDAYS, read_number, word_pattern
from extractors.vietnamese import bare

_EVERY = r"(?:hằng|hàng|mỗi)"
_EACH_YEAR = rf"(?:,? *(?:của +)?{_EVERY} +năm)(?!\w)"
_AND = r"(?: *, *và| *,| *;| *và|-) *"
_HEAD = r"(?:ngày *(?:mùng +|mồng +)?)?"
_LAST = r"(?P<last>ngày +(?:làm +việc +)?cuối(?: +cùng)?)"
_THE_DAY = rf"(?:ngày *(?:mùng +|mồng +)?(?P<d>{DAY})|{_LAST})"
_DAYS = rf"(?:các +)?ngày *(?P<l>{DAY}(?:(?:{_AND}| *(?:đến|-) *)(?:ngày +)?{DAY}){{0,4}})"
_DAY_MONTH = rf"{_HEAD}\d{{1,2}}(?: */ *| +tháng +)\d{{1,2}}(?!\d| */)"
_NUMBERS = r"(\d{1,2})(?: */ *| +tháng +)(\d{1,2})"
_WEEKDAY = r"(?:(?:sáng|chiều|tối) +)?(?:thứ +(?P<w>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ +(?P<sun>nhật))"
_NEXT = r"(?:sau|kế +tiếp|tiếp +theo|tiếp +sau|liền +kề|liền +sau|kế)"
_SIX = r"(?P<six>(?:0?6|sáu) +tháng)"
_FREQUENT = re.compile(r"(?<!\w)(?:h[ằàa]ng|m[ỗo]i) +(?:n[ăa]m|th[áa]ng)")
_SIZES = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def _day_of(match: Match) -> int:
    return int(match["d"]) if group(match, "d") else 31


def _monthly(match: Match) -> Recurrence:
    month = 2 if group(match, "next") else 1
    days = [int(found) for found in pattern(r"\d+").findall(match["l"])] if group(match, "l") else [_day_of(match)]
    return Recurrence("month", tuple((month, day) for day in days))


def _in_period(match: Match) -> Recurrence | None:
    """Return the day of a month that is named by its place in a quarter, half or year."""
    unit = "half" if group(match, "six") else UNITS[match["u"]]
    size = _SIZES[unit]
    which = bare(match["which"])
    month = size if which.startswith("cuoi") else 1 if which.startswith("dau") else read_number(which.split()[-1])
    if not month or not 1 <= month <= 12:
        return None
    return Recurrence(unit, ((month + (size if group(match, "next") else 0), _day_of(match)),))


def _end_of_period(match: Match) -> Recurrence | None:
    unit = "half" if group(match, "six") else UNITS[match["u"]]
    month = _SIZES[unit] if group(match, "last") else 1
    if not group(match, "last") and unit != "month":
        return None
    return Recurrence(unit, ((month, _day_of(match)),))


def _yearly(match: Match) -> Recurrence | None:
    unmarked = "nam" in match.group()
    found = pattern(_NUMBERS, unmarked).findall(match.group())
    marks = tuple((int(month), int(day)) for day, month in found)
    if not marks or any(not (1 <= month <= 12 and 1 <= day <= 31) for month, day in marks):
        return None
    return Recurrence("year", marks)


def _yearly_months(match: Match) -> Recurrence:
    day = int(match["d"]) if group(match, "d") else 0
    return Recurrence("year", tuple((int(found), day) for found in pattern(r"\d+").findall(match["l"])))


def _yearly_quarter(match: Match) -> Recurrence | None:
    quarter = quarter_of(match["q"])
    return Recurrence("year", ((3 * quarter, 0),)) if quarter else None


def _weekly(match: Match) -> Recurrence:
    return Recurrence("week", ((0, WEEKDAYS.get(group(match, "w") or "nhật", 7)),))


def _rhythm(match: Match) -> Recurrence:
    return Recurrence("half" if group(match, "six") else UNITS[match["u"]])


@dataclass(frozen=True, slots=True)
class SetRule:
    """A pattern for a date that comes back; `opens` are its first letters ("0" for a digit)."""

    opens: str
    source: str
    build: Callable[[Match], Recurrence | None]


_MONTHS = rf"(?P<l>{MONTH}(?:{_AND}(?:tháng +)?{MONTH}){{0,11}})"
_SETS = (
    SetRule("n0", rf"{_DAY_MONTH}(?:(?:{_AND}| *đến *){_DAY_MONTH}){{0,5}}{_EACH_YEAR}", _yearly),
    SetRule("tc", rf"(?:các +)?tháng +{_MONTHS}{_EACH_YEAR}", _yearly_months),
    SetRule("n", rf"ngày +(?P<d>{DAY}) +(?:của +)?các +tháng +{_MONTHS}(?!/)(?:{_EACH_YEAR})?", _yearly_months),
    SetRule("n", rf"ngày +(?P<d>{DAY}) +(?:của +)?tháng +{_MONTHS}{_EACH_YEAR}", _yearly_months),
    SetRule("q", rf"quý +(?P<q>{QUARTER}){_EACH_YEAR}", _yearly_quarter),
    SetRule(
        "nc",
        rf"{_DAYS}(?:,? *(?:của +)?{_EVERY} +tháng| +của +(?:mỗi +)?tháng(?: +đó)?)(?: *(?P<next>{_NEXT}))?"
        r"(?!\w)(?! +(?:cuối|đầu|thứ|\d))",
        _monthly,
    ),
    SetRule("nc", rf"{_DAYS} +(?:của +)?tháng +(?P<next>{_NEXT})(?! +(?:quý|cuối|của))(?!\w)", _monthly),
    SetRule(
        "n",
        rf"{_THE_DAY},? *(?:của +)?tháng +(?P<which>cuối(?: +cùng)?|đầu(?: +tiên)?|thứ +\w+) *(?:của +|trong +)?"
        rf"(?:{_EVERY} +)?(?:(?P<u>quý|năm)|{_SIX})(?: *(?P<next>{_NEXT}))?(?!\w)",
        _in_period,
    ),
    SetRule(
        "n",
        rf"{_LAST} +(?:của +)?(?:{_EVERY} +)?(?:(?P<u>quý|tháng|năm)|{_SIX})(?!\w)"
        r"(?! *(?:\d|[ivx]+(?!\w)|sau|trước|nay|tới|thứ))",
        _end_of_period,
    ),
    SetRule("stc", rf"{_WEEKDAY},? +(?:của +)?{_EVERY} +tuần", _weekly),
    SetRule(
        "hmđt",
        rf"(?:{_EVERY}|định +kỳ(?: +theo)?(?: +{_EVERY})?|theo(?: +{_EVERY})?) +(?:(?P<u>tháng|quý|tuần|năm)|{_SIX})"
        rf"(?!\w)(?! +(?:{QUARTER}|\d+) *[/.])(?! +học)(?! +\d{{4}})",
        _rhythm,
    ),
)


@cache
def _opening(first: str, unmarked: bool) -> tuple[tuple[re.Pattern[str], SetRule], ...]:
    rules = (rule for rule in _SETS if first in (bare(rule.opens) if unmarked else rule.opens))
    return tuple((pattern(rule.source, unmarked), rule) for rule in rules)


def read_recurrence(text: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the longest recurrence that begins at `pos` of the folded text, or None."""
    found: Phrase | None = None
    first = text[pos : pos + 1]
    for source, rule in _opening("0" if first.isdigit() else first, unmarked):
        match = source.match(text, pos)
        if match is None or (found is not None and match.end() <= found.end):
            continue
        recurrence = rule.build(match)
        if recurrence is not None:
            found = Phrase(match.start(), match.end(), "recurrence", recurrence=recurrence)
    return found or _told_before(text, pos, unmarked)


_BEFORE = (
    rf"(?<!\w){_EVERY} +(?P<u>năm|tháng),? +(?:(?:trước|vào|chậm +nhất|muộn +nhất|là|gửi|trong|đến|hết) +){{0,4}}$"
)
_EACH = {
    "năm": (rf"{_DAY_MONTH}(?! +năm)", _yearly),
    "tháng": (rf"{_THE_DAY}(?! *(?:/|tháng|hằng|hàng|mỗi))", _monthly),
}
_EACH |= {bare(word): rule for word, rule in _EACH.items()}


def _told_before(text: str, pos: int, unmarked: bool) -> Phrase | None:
    """Return the day of a recurrence whose rhythm stands before it: "Hằng năm, trước ngày 15/11"."""
    if text[pos] not in "n0123456789" or not _FREQUENT.search(text, max(0, pos - 40), pos):
        return None
    every = pattern(_BEFORE, unmarked).search(text[max(0, pos - 40) : pos])
    if every is None:
        return None
    source, build = _EACH[every["u"]]
    match = pattern(source, unmarked).match(text, pos)
    recurrence = build(match) if match is not None else None
    return Phrase(pos, match.end(), "recurrence", recurrence=recurrence) if match and recurrence else None


_COUNT = rf"(?P<n>\d{{1,3}}(?!\d)|{word_pattern(1, 99)}(?!\w))(?: *\( *[^\W\d_]+(?: +[^\W\d_]+){{0,3}} *\))?"
_TIMES = {"giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_TIMES |= {bare(word): unit for word, unit in _TIMES.items()}
_SINCE = r"(?:kể +từ|tính +từ|sau +khi|từ +(?:khi|ngày|lúc|tháng|quý|năm|thời +điểm))"
_COUNTED_TIME = r"(?:ngày +(?:thứ|cuối)|[^\n;.]{1,30}?(?:ngày|tháng|tuần|năm|giờ)(?!\w))"
_DURATIONS = (
    rf"{_COUNT} +(?P<u>ngày|giờ)(?P<work> +làm +việc)",
    rf"{_COUNT} +(?P<u>ngày|tháng|tuần|năm|giờ)(?= *,? *{_SINCE})",
    rf"ngày +thứ +(?P<n>\d{{1,3}})(?P<u>)(?= +{_SINCE})",
    rf"ngày +cuối +cùng +của +(?P<u>tháng|quý|năm) +thứ +(?P<n>\w+(?: +một| +hai)?)(?= +{_SINCE})",
)
_WITHIN = (
    r"(?<!\w)(?:trong +vòng|trong +thời +hạn|thời +hạn|trong +thời +gian|không +quá|chậm +nhất(?: +là)?"
    r"|muộn +nhất(?: +là)?|sau|tối +đa) *:? *$"
)
_BOUND = rf"{_COUNT} +(?P<u>ngày|tháng|tuần|năm|giờ)(?!\w)"
_ANCHOR = rf" *,? *({_SINCE}[^.;\n)]{{0,80}})"


def read_duration(text: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the stretch counted from an event at `pos`: the words around must say from when or until when."""
    if pattern(_COUNTED_TIME, unmarked).match(text, pos) is None:
        return None
    match = next((m for source in _DURATIONS if (m := pattern(source, unmarked).match(text, pos))), None)
    if match is None:
        match = pattern(_BOUND, unmarked).match(text, pos)
        if match is None or not pattern(_WITHIN, unmarked).search(text[max(0, pos - 30) : pos]):
            return None
    amount = read_number(match["n"])
    if not amount:
        return None
    anchor = pattern(_ANCHOR, unmarked).match(text, match.end())
    unit = _TIMES.get(match["u"], "day")
    duration = Duration(amount, unit, bool(group(match, "work")), anchor[1].strip() if anchor else "")
    return Phrase(match.start(), match.end(), "duration", duration=duration)
