"""Which date binds a clause: its deadline, or for what is done the day or period in which it was done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from extractors.facts import DateKind, DateMention, Role
from extractors.grammars.date_view import scattered
from extractors.interval import Interval
from extractors.vietnamese import fold

_UNBOUND = frozenset({Role.ISSUE, Role.ANNIVERSARY, Role.COMPARE, Role.BIOGRAPHY})
_ORDER = {Role.DEADLINE: 0, Role.EVENT: 1, Role.LEGAL: 1, Role.EFFECTIVE: 2, Role.HORIZON: 2, Role.PERIOD: 3}
# The day of a cited document stands right behind its number: "số 512/KH-SKHCN ngày 19/5/2022".
_CITED = re.compile(r"\b(?:số\s*:?\s*[\w.]*\d[\w./-]*|\d+[-/][a-zđ][\wđ/.-]*|luật [^;]{3,90})\s*,?\s*$")
# "cụm thi đua số 2", "tổ dân phố số 5" number a place; "sơ kết 02 năm thực hiện Kết luận số 01-KL/TW ngày 07/9" was
# held on a day that cannot be the document's.
_NUMBERED = re.compile(
    r"\b(?:cụm|khối|tổ|khu|thôn|ấp|đội|đoàn|nhà|phòng|hội trường|trạm|quầy|lô|tuyến)[^\d,;]{0,24} số \d+\s*$"
)
_YEARS_OF = re.compile(r"\b(?:sơ|tổng) kết \d+ năm\b")
_CAUSE_FIRST = re.compile(r"^(?:do|vì|nhờ|sau khi|trước khi)\s[^;]*?,\s")
# What an act itself issued bears its day; the document that only orders or reports the act does not.
_ISSUED = re.compile(r"\b(?:ban hành|ký|phê duyệt|thành lập|kiện toàn|củng cố (?:tổ|đội|ban)|công nhận)\b")
# The paper that put the act on record: "thẩm định tại Tờ trình số 18/TTr-CSPL ngày 14/5", "(QĐ số 902 ngày 21-8)".
_RECORDED = re.compile(r"(?:\b(?:tại|kèm theo|bằng) |\()(?:quyết định|qđ|tờ trình|thông báo|biên bản|công văn)\s+số\b")
# "danh mục nhiệm vụ năm 2023" names a thing; "đưa vào kế hoạch năm 2022" says when.
_NAMES_A_THING = re.compile(
    r"\b(?:kế hoạch|danh mục|dự toán|báo cáo|chương trình|đề án|chỉ tiêu|hồ sơ|số liệu|ngân sách|nghị quyết|chủ đề"
    r"|chuyên đề)\b[^,;]{0,50}$"
)
_POINTS = frozenset({"day", "month", "quarter"})
_SPAN_OF_THINGS = re.compile(r"\b(?:giai đoạn|thời kỳ|các năm|niên khóa|khóa)\s*$")
_COMPARED = re.compile(r"\bso với [^,;]{0,30}$")
# "chào mừng 20/11": the occasion, not the day.
_FEAST = re.compile(r"\b(?:mừng|kỷ niệm|hưởng ứng|nhân ngày|nhân dịp|dịp)\s*(?:ngày\s*)?$")
_ROUND = re.compile(r"\b(?:đợt|vòng|kỳ|lần) (?:\d+|i{1,3}|iv|v|nhất|hai|ba|cuối)\s*:?\s*\(?\s*$")
_ROUNDS = re.compile(r"\b(?:hai|ba|bốn|\d+) (?:đợt|vòng)\s*:?\s*\(?\s*$")
_SORT_OF = re.compile(r"\b(?:kế hoạch|chương trình) giáo dục\s*$")  # "đưa vào kế hoạch giáo dục năm học 2026 - 2027"
_PUT_INTO = re.compile(r"\bvào\b[^;]{0,60}$")


class Dates:
    """The dates of one document, by place."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        self.dates = sorted(dates, key=lambda date: date.span.start)
        self.starts = [date.span.start for date in self.dates]

    def within(self, start: int, end: int) -> list[DateMention]:
        """Return the mentions that begin in text[start:end]."""
        return self.dates[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def written(self) -> date | None:
        """Return the last day on which the document can have been written by its own place-and-date line, or None.

        Where the day was left blank, that is the end of its month.
        """
        lines = (item.intervals[-1].end for item in self.dates if item.role is Role.ISSUE and item.intervals)
        return next((day for day in lines if day is not None), None)

    def behind(self, day: date | None) -> tuple[int, ...]:
        """Return where the mentions begin whose days all lie behind `day`, in order."""
        if day is None:
            return ()
        known = ((item.span.start, item.reading) for item in self.dates if item.reading is not None)
        return tuple(at for at, days in known if days.end is not None and (days.start or days.end) > day)

    def binding(self, text: str, start: int, end: int, done: bool = False) -> Interval | None:
        """Return the reading of the date that binds the clause text[start:end], or None; `done`: it tells a result.

        None too where several days are listed ("ngày 12/8 và ngày 23/9"): none alone is the day. Months listed make
        one period.
        """
        cause = _CAUSE_FIRST.match(fold(text[start:end]))
        begin = start + cause.end() if cause else start
        within = self.within(begin, end)
        found = _chief(text, begin, [date for date in within if _binds(text, begin, date)])
        if not found:
            return self._issued(text, begin, end, within) or _own_issue(text, begin, within) if done else None
        best = min(found, key=lambda date: (_ORDER.get(date.role, 4), -date.span.start))
        rivals = [d for d in found if d.role is best.role and d.precision in _POINTS]
        if best.role is Role.DEADLINE and best in rivals and _is_list(text, rivals):
            return rivals[0].reading  # "trước ngày 10/6 và trước ngày 01/12": the next one that is due
        rivals = [d for d in rivals if d.wide.start == d.span.start or (d.intervals and d.reading == d.intervals[0])]
        listed = len(rivals) > 1 and best in rivals and _is_list(text, rivals)
        if listed and _adjoin(rivals):
            return _hull(rivals)
        ranges = [d for d in found if d.precision == "range" and d.role is best.role]
        if len(ranges) > 1 and best in ranges and _phased(text, begin, ranges):
            return _hull(ranges)
        if len(rivals) > 1 and best in rivals and _phased(text, begin, rivals):
            return _hull(rivals)
        listed = listed or (best in rivals and sum(_bracketed(text, d) for d in rivals) > 1)
        parted = best.precision != "range" and scattered(best.intervals)
        if best.precision == "month" and (listed or parted):
            return _hull(rivals if listed else [best])
        return None if listed or parted else best.reading

    def _issued(self, text: str, start: int, end: int, within: Sequence[DateMention]) -> Interval | None:
        """Return the day of the document that the act issued ("đã ban hành Kế hoạch số 87 ngày 26/5/2022")."""
        low = fold(text[start:end])
        verb = _ISSUED.search(low) or _RECORDED.search(low)
        if not verb or re.search(r"\btham mưu\b", low[: verb.start()]):
            return None
        cited = [
            d
            for d in within
            if d.reading and d.span.start > start + verb.start() and _CITED.search(fold(text[start : d.wide.start]))
        ]
        return cited[0].reading if cited else None

    def recurs(self, start: int, end: int, *, marked: bool) -> bool:
        """Return whether text[start:end] names a rhythm; `marked`: with its day ("trước ngày 20 hằng tháng")."""
        found = [date.recurrence for date in self.within(start, end) if date.kind is DateKind.SET]
        return any(not marked or (rhythm is not None and rhythm.marks) for rhythm in found)

    def period(self, start: int, end: int) -> Interval | None:
        """Return the period that a heading text[start:end] sets for what stands below it, if shorter than a year."""
        for item in self.within(start, end):
            if item.reading and item.precision in {"half", "quarter", "month", "range"} and item.role not in _UNBOUND:
                return item.reading
        return None


def _hull(dates: Sequence[DateMention]) -> Interval | None:
    """Return the span of all months named ("vào các tháng 3, 6, 9 và 12"): by the end of the last all is to be done."""
    days = [interval for date in dates for interval in date.intervals]
    starts, ends = [day.start for day in days if day.start], [day.end for day in days if day.end]
    return Interval(min(starts), max(ends)) if starts and ends else None


def stated(date: DateMention) -> Interval | None:
    """Return the days of a date as a cell has them: a head like "Thời hạn" makes no deadline of "tháng 5"."""
    bare = date.wide.start == date.span.start and len(date.intervals) == 1
    return date.intervals[0] if bare else date.reading


def _is_list(text: str, dates: Sequence[DateMention]) -> bool:
    pairs = pairwise(dates)
    return any(
        re.fullmatch(
            r"\s*(?:[,;]|và|,\s*và)?\s*(?:(?:đợt|lần|vòng|kỳ)\s+\w+\s*:?\s*)?", text[a.wide.end : b.wide.start]
        )
        for a, b in pairs
    )


def _adjoin(dates: Sequence[DateMention]) -> bool:
    """Return whether each of the days follows the one before ("ngày 22/4 và ngày 23/4")."""
    days = [date.intervals[0].start for date in dates if date.precision == "day" and date.intervals]
    return len(days) == len(dates) and all(a and b and (b - a).days == 1 for a, b in pairwise(days))


def _phased(text: str, start: int, dates: Sequence[DateMention]) -> bool:
    """Return whether each date is that of one round ("đợt 1 ngày 28/5, đợt 2 ngày 27/8"): all of them are the time."""
    gaps = [text[a:b] for a, b in pairwise([start, *(at for d in dates for at in (d.wide.start, d.wide.end))])][::2]
    return all(_ROUND.search(fold(gap)) for gap in gaps) or (
        _ROUNDS.search(fold(gaps[0])) is not None and _is_list(text, dates)
    )


def _chief(text: str, start: int, dates: list[DateMention]) -> list[DateMention]:
    """Return the dates without those of a feast and those in brackets, where others stand beside them."""
    plain = [date for date in dates if _FEAST.search(fold(text[start : date.wide.start])) is None] or dates
    return [date for date in plain if not _bracketed(text, date)] or plain


def _bracketed(text: str, date: DateMention) -> bool:
    """Return whether the date stands in a bracket: "tại thôn Nà Lìn (ngày 24/4) và thôn Khe (ngày 26/4)"."""
    before = text[max(0, date.wide.start - 40) : date.wide.start]
    return before.rfind("(") > before.rfind(")")


def _cites(before: str) -> bool:
    """Return whether a document is cited right before a date, so that the day is the document's."""
    return _CITED.search(before) is not None and not (_NUMBERED.search(before) or _YEARS_OF.search(before))


def _own_issue(text: str, start: int, within: Sequence[DateMention]) -> Interval | None:
    """Return the day on which the act itself was issued or handed in ("được ban hành ngày 15/5/2023")."""
    days = (d.reading for d in within if d.role is Role.ISSUE and not _cites(fold(text[start : d.wide.start])))
    return next(filter(None, days), None)


def _binds(text: str, start: int, date: DateMention) -> bool:
    if date.kind is not DateKind.INTERVAL or date.reading is None or date.role in _UNBOUND:
        return False
    before = fold(text[start : date.wide.start])
    if _COMPARED.search(before):
        return False
    # "tại tổ dân phố số 5 từ tháng 4/2024", "Luật Trẻ em trong tháng 5"
    led = date.wide.start < date.span.start and not text.startswith("năm học", date.wide.start)
    if (date.role is not Role.DEADLINE and not led and _cites(before)) or _SPAN_OF_THINGS.search(before):
        return False
    if date.role is Role.DEADLINE or led or date.precision not in {"year", "range"}:
        return True
    if _NAMES_A_THING.search(before) is None:
        return True
    return _PUT_INTO.search(before) is not None and _SORT_OF.search(before) is None
