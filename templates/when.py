"""Stretches of days in words: "trong quý II/2025", "trước hoặc trong ngày", as reports write deadlines."""

from __future__ import annotations

import calendar
from datetime import date, datetime

from extractors.interval import Interval
from templates.phrases import day

_HALVES = {1: "6 tháng đầu năm", 7: "6 tháng cuối năm"}
_QUARTERS = {1: "I", 4: "II", 7: "III", 10: "IV"}


def period(interval: Interval | None) -> str:
    """Return a stretch as it is named: "tháng 10/2025", "quý II/2025", "năm 2025", "từ … đến …"; "" for none."""
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    start, end = interval.start, interval.end
    if start is None:
        return f"đến ngày {day(end)}"
    if end is None:
        return f"từ ngày {day(start)}"
    return _named(start, end) or f"từ ngày {day(start)} đến ngày {day(end)}"


def _named(start: date, end: date) -> str:
    if start == end:
        return f"ngày {day(start)}"
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if not whole or start.year != end.year:
        return ""
    months = end.month - start.month + 1
    if months == 1:
        return f"tháng {start.month}/{start.year}"
    if months == 3 and start.month in _QUARTERS:
        return f"quý {_QUARTERS[start.month]}/{start.year}"
    if months == 6 and start.month in _HALVES:
        return f"{_HALVES[start.month]} {start.year}"
    return f"năm {start.year}" if months == 12 else ""


def deadline(interval: Interval | None) -> str:
    """Return a deadline in words: "chậm nhất ngày 30/5/2025", "trong tháng 10/2025"; "" where there is none."""
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    if interval.start is None:
        return f"chậm nhất ngày {day(interval.end)}"
    words = period(interval)
    return words if words.startswith(("ngày", "từ")) else f"trong {words}"


def arrival(moment: datetime | None, unknown: str) -> str:
    """Return the day of an arrival, `unknown` where it is not known."""
    return day(moment.date()) if moment else unknown
