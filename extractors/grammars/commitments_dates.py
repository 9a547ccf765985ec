"""Which date binds a clause: its deadline, or for what is done the day or period in which it was done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.facts import DateKind, DateMention, Role
from extractors.interval import Interval
from extractors.vietnamese import fold

_UNBOUND = frozenset({Role.ISSUE, Role.LEGAL, Role.ANNIVERSARY, Role.COMPARE, Role.BIOGRAPHY, Role.EFFECTIVE})
_ORDER = {Role.DEADLINE: 0, Role.EVENT: 1, Role.HORIZON: 2, Role.PERIOD: 3}
# "danh mục nhiệm vụ năm 2023" names a thing; "đưa vào kế hoạch năm 2022" says when.
_NAMES_A_THING = re.compile(
    r"\b(?:kế hoạch|danh mục|dự toán|báo cáo|chương trình|đề án|chỉ tiêu|hồ sơ|số liệu|ngân sách|nghị quyết|chủ đề|chuyên đề)\b[^,;]{0,50}$"
)
_PUT_INTO = re.compile(r"\bvào\b[^,;]{0,60}$")


class Dates:
    """The dates of one document, by place."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        self.dates = sorted(dates, key=lambda date: date.span.start)
        self.starts = [date.span.start for date in self.dates]

    def within(self, start: int, end: int) -> list[DateMention]:
        """Return the mentions that begin in text[start:end]."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def binding(self, text: str, start: int, end: int) -> Interval | None:
        """Return the reading of the date that binds the clause text[start:end], or None."""
        found = [date for date in self.within(start, end) if _binds(text, start, date)]
        if not found:
            return None
        return min(found, key=lambda date: (_ORDER.get(date.role, 4), -date.span.start)).reading

    def period(self, start: int, end: int) -> Interval | None:
        """Return the period that a heading text[start:end] sets for what stands below it, if shorter than a year."""
        for date in self.within(start, end):
            if date.reading and date.precision in {"half", "quarter", "month", "range"} and date.role not in _UNBOUND:
                return date.reading
        return None


def _binds(text: str, start: int, date: DateMention) -> bool:
    if date.kind is not DateKind.INTERVAL or date.reading is None or date.role in _UNBOUND:
        return False
    if date.role is Role.DEADLINE or date.wide.start < date.span.start or date.precision not in {"year", "range"}:
        return True
    before = fold(text[start : date.span.start])
    return _NAMES_A_THING.search(before) is None or _PUT_INTO.search(before) is not None
