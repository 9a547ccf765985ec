"""How the words before a date bind it: "trước", "chậm nhất", "đến hết", "từ", "trong", "sau" …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.facts import Modifier
from extractors.grammars.date_stamps import Phrase, pattern
from extractors.interval import Interval

_WINDOW = 48
_END = (
    r"(?: +\d{1,2} *(?:h|g|giờ|:) *\d{0,2}(?: *phút)?)?(?:,? +(?:vào|là|ngày|lúc|khoảng|các|những|dịp|cả"
    r"|tháng))* *:? *$"
)
# Words that end right before the date; the first entry that fits decides, `wide` begins at its group "w".
_RULES: tuple[tuple[str, Modifier], ...] = (
    (rf"(?<!\w)(?P<w>(?:chậm|muộn|trễ) +nhất(?: +là)?(?: +(?:vào|trước|đến|hết|trong))*){_END}", Modifier.BY),
    (rf"(?<!\w)(?P<w>không +(?:được +)?(?:muộn|chậm|trễ|quá|sau)(?: +(?:hơn|quá))?){_END}", Modifier.BY),
    (rf"(?<!\w)(?P<w>trước(?: +(?:và|,) +trong)?(?: +khi +hết)?(?: +hết)?(?: +thời +điểm)?){_END}", Modifier.BEFORE),
    (rf"(?<!\w)(?P<w>(?:cho +|kể +|tính +)?(?:đến|tới) +(?:hết|trước|cuối)){_END}", Modifier.BY),
    (rf"(?<!tính )(?<!cho )(?<!\w)(?P<w>hết){_END}", Modifier.BY),
    (r"(?<!\w)(?P<w>(?:cho +)?(?:đến|tới)) *:? *$", Modifier.UNTIL),
    (r"(?<!\w)(?P<w>(?:cho +)?(?:đến|tới) +(?:thời +điểm|thời +điểm +ngày|khoảng|mốc)) *:? *$", Modifier.UNTIL),
    (rf"(?<!\w)(?P<w>(?:ngay +)?sau(?: +khi +kết +thúc)?){_END}", Modifier.AFTER),
    (rf"(?<!\w)(?P<w>quá){_END}", Modifier.AFTER),
    (rf"(?<!\w)(?P<w>từ(?: +sau)?){_END}", Modifier.FROM),
    (
        rf"(?<!\w)(?P<w>trong(?: +(?:vòng|suốt|khoảng|dịp|cả|các|những|thời +gian|thời +kỳ|giai +đoạn|hai|ba"
        rf"|\d+))*){_END}",
        Modifier.IN,
    ),
    (rf"(?<!\w)(?P<w>khoảng(?: +giữa)?){_END}", Modifier.APPROX),
)
# The words that the rules above can end with: most dates have none, and then no rule is tried.
_LAST_WORD = (
    r"(?:nhất|là|vào|trước|đến|hết|trong|quá|hơn|sau|điểm|cuối|tới|khoảng|mốc|từ|thúc|vòng|suốt|dịp|cả|các|những|gian"
    r"|kỳ|đoạn|hai|ba|ngày|lúc|tháng|giữa|phút|chậm|muộn|trễ|\d|h|g|giờ|:),? *:? *$"
)
_DUE_LABEL = (
    r"(?<!\w)(?:(?:thời +)?hạn(?: +(?:nộp|gửi|cuối|chót|cùng|báo +cáo|hoàn +thành|trả|nhận|đăng +ký|đóng))*(?: +"
    r"(?:hồ +sơ|báo +cáo|bài|kế +hoạch|là))*"
    r"|deadline)(?: +\w+){0,3} *:? *(?:là +|vào +)?$"
)
_PERIODS = ("month", "quarter", "half", "year", "years", "school", "week")


@dataclass(frozen=True, slots=True)
class Binding:
    """The modifier of a date, and where its preposition begins."""

    modifier: Modifier
    start: int


def bind(shadow: str, phrase: Phrase, calendar: str, unmarked: bool = False) -> Binding:
    """Return how the words left of `phrase` bind it; without any: RANGE, LUNAR, IN or AT by what the phrase is."""
    begin = phrase.start if phrase.lead is None else min(phrase.lead, phrase.start)
    floor = max(shadow.rfind("\n", 0, begin) + 1, begin - _WINDOW)
    left = shadow[floor:begin]
    found = _preposition(left, floor, unmarked)
    if phrase.duration is not None:
        modifier = found.modifier if found and found.modifier in (Modifier.BY, Modifier.AFTER) else Modifier.WITHIN
        return Binding(modifier if found else Modifier.DURATION, found.start if found else begin)
    if phrase.rule == "same period":
        return Binding(Modifier.REFERENCE, begin)
    if phrase.ranged or (phrase.pairs and phrase.pairs[0][0].until and found and found.modifier is Modifier.FROM):
        start = found.start if found and found.modifier in (Modifier.FROM, Modifier.IN) else begin
        return Binding(Modifier.RANGE, start)
    if found is not None and not (found.modifier is Modifier.FROM and _from_hour(shadow, phrase)):
        return found
    return Binding(_default(phrase, calendar, left, unmarked), begin)


def _preposition(left: str, floor: int, unmarked: bool) -> Binding | None:
    if pattern(_LAST_WORD, unmarked).search(left) is None:
        return None
    for source, modifier in _RULES:
        match = pattern(source, unmarked).search(left)
        if match:
            return Binding(modifier, floor + match.start("w"))
    return None


def _from_hour(shadow: str, phrase: Phrase) -> bool:
    """Return whether "từ" tells the hour at which a day's event begins ("từ 7h30 đến 11h30 ngày 15/6")."""
    return re.match(r"\d{1,2} *(?:h|g|:)", shadow[phrase.start : phrase.start + 8]) is not None


def _default(phrase: Phrase, calendar: str, left: str, unmarked: bool) -> Modifier:
    if phrase.recurrence is not None:
        return Modifier.IN if not phrase.recurrence.marks else Modifier.AT
    stamp = phrase.pairs[0][0]
    if pattern(_DUE_LABEL, unmarked).search(left):
        return Modifier.BY
    if "blank" in stamp.doubts:
        return Modifier.BLANK_DAY
    if calendar == "lunar":
        return Modifier.LUNAR
    if stamp.unit in ("years", "school"):
        return Modifier.RANGE
    if stamp.part and stamp.unit != "half":
        return Modifier.APPROX
    return Modifier.IN if stamp.unit in _PERIODS else Modifier.AT


def hull(intervals: tuple[Interval, ...]) -> Interval | None:
    """Return the one stretch from the first day to the last of `intervals`, None for none."""
    starts = [item.start for item in intervals if item.start]
    ends = [item.end for item in intervals if item.end]
    return Interval(min(starts), max(ends)) if starts and ends else None


def binding_interval(modifier: Modifier, intervals: tuple[Interval, ...], unit: str) -> Interval | None:
    """Return the stretch that binds: "before" a day ends with that day, before a longer period ends with its eve."""
    whole = hull(intervals)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if modifier is Modifier.BEFORE:
        return Interval(None, _eve(whole.start) if unit in _PERIODS else whole.end)
    if modifier in (Modifier.BY, Modifier.UNTIL):
        return Interval(None, whole.end)
    if modifier is Modifier.FROM:
        return Interval(whole.start, None)
    if modifier is Modifier.AFTER:
        return Interval(whole.end, None)
    return whole


def _eve(day: date) -> date:
    return day - timedelta(days=1)
