"""The days of one point in time, as the text and the document's own time tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractors.grammars.date_stamps import Stamp
from extractors.grammars.lunar import lunar_month, solar, year_named
from extractors.interval import Interval

_DECADES = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, 31), "nửa đầu": (1, 15), "nửa cuối": (16, 31)}
_PARTS_OF_YEAR = {"đầu": (1, 3), "giữa": (5, 8), "cuối": (10, 12)}
_PAST_YEAR_FROM = 11  # "năm qua" in a document of November or later is the year that ends


class Impossible(Exception):
    """A date that no calendar has (31/02)."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document says of its own time: its date, at least its year, and the period that it reports on or plans.

    `looks_back` is true of reports: a month without a year lies before the date of the document. `month` is the first
    day of the month where only the day was left blank.
    """

    day: date | None = None
    year: int | None = None
    period: Interval | None = None
    looks_back: bool | None = None
    month: date | None = None

    @classmethod
    def of(cls, day: date | None) -> Reference:
        """Return the reference of a bare phrase."""
        return cls(day, day.year if day else None)


def days_of(stamp: Stamp, reference: Reference, due: bool = False) -> Interval | None:
    """Return the days of one point, None where the text and the reference do not tell; raises Impossible."""
    if stamp.unit == "now":
        return Interval.day(reference.day) if reference.day else None
    if stamp.rule == "same period":
        return _same_period(stamp, reference)
    if stamp.shift is not None and stamp.month is None and stamp.unit in ("month", "quarter", "week"):
        return _shifted(stamp, reference)
    year = _year(stamp, reference, due)
    if year is None or not 1800 < year < 2200:
        return None
    if stamp.unit == "day" or (stamp.calendar == "lunar" and stamp.unit == "month"):
        return _lunar(stamp, year, reference) if stamp.calendar == "lunar" else _one_day(stamp, year)
    return _stretch(stamp, year)


def _stretch(stamp: Stamp, year: int) -> Interval | None:
    if stamp.unit == "month":
        return _month(stamp, year)
    if stamp.unit == "week":
        return _week(stamp, year)
    if stamp.unit == "quarter" and stamp.quarter:
        first = 3 * stamp.quarter - 2
        if stamp.part:
            return Interval.month(year, first + {"đầu": 0, "giữa": 1}.get(stamp.part, 2))
        return Interval.quarter(year, stamp.quarter)
    if stamp.unit == "half":
        late = stamp.part.startswith("cu")
        return Interval.months(year, 13 - stamp.count, 12) if late else Interval.months(year, 1, stamp.count)
    if stamp.unit == "school" and stamp.until:
        # The ministry's yearly frame: the first term ends by the middle of January, the second in May.
        opening = date(year, 9, 1) if stamp.count < 2 else date(stamp.until, 1, 16)
        return Interval(opening, date(stamp.until, 1, 15) if stamp.count == 1 else date(stamp.until, 5, 31))
    if stamp.unit == "years" and stamp.until:
        return Interval(date(year, 1, 1), date(stamp.until, 12, 31))
    if stamp.part:
        return Interval.months(year, *_PARTS_OF_YEAR.get(stamp.part, (10, 12)))
    return Interval.year(year)


def _year(stamp: Stamp, reference: Reference, due: bool) -> int | None:
    if stamp.year is not None:
        return stamp.year
    if reference.year is None:
        return None
    if stamp.rule == "past year":
        own, day = _own_year(reference), reference.day or reference.month
        return own if own is not None else reference.year - (day is not None and day.month < _PAST_YEAR_FROM)
    if stamp.rule == "current" and stamp.unit == "year":
        return _own_year(reference) or reference.year
    if stamp.shift is not None:
        return reference.year + stamp.shift
    month = stamp.month or (3 * stamp.quarter if stamp.quarter else None)
    if month is None:
        return _own_year(reference) or reference.year
    return _year_of_month(month, reference, due)


def _year_of_month(month: int, reference: Reference, due: bool) -> int | None:
    """Return the year of a month without one: that of the document, unless its period or a turn of year says else."""
    year, own, day = reference.year, _own_year(reference), reference.day or reference.month
    if year is None or day is None:
        return own if own is not None and year is not None else year
    if reference.looks_back:
        before = not due and ((own == year - 1 and month > day.month) or month > day.month + 8)
        return year - 1 if before else year
    if own == year + 1 or (due and month + 8 < day.month):
        return year + 1
    return year


def _own_year(reference: Reference) -> int | None:
    """Return the one year that the document reports on or plans for, None where it covers several or states none."""
    period = reference.period
    if period is None or period.start is None or period.end is None or period.start.year != period.end.year:
        return None
    near = reference.year is not None and abs(period.start.year - reference.year) <= 1
    return period.start.year if near else None


def _one_day(stamp: Stamp, year: int) -> Interval:
    try:
        return Interval.day(date(year, stamp.month or 0, stamp.day or 0))
    except ValueError:
        raise Impossible from None


def _month(stamp: Stamp, year: int) -> Interval | None:
    if stamp.month is None:
        return None
    try:
        whole = Interval.month(year, stamp.month)
    except ValueError:
        raise Impossible from None
    if not stamp.part or whole.start is None or whole.end is None:
        return whole
    first, last = _DECADES.get(stamp.part, (1, 31))
    return Interval(whole.start.replace(day=first), whole.end.replace(day=min(last, whole.end.day)))


def _week(stamp: Stamp, year: int) -> Interval | None:
    whole = Interval.month(year, stamp.month or 1)
    if whole.start is None or whole.end is None:
        return None
    if stamp.count < 0:
        return Interval(whole.end - timedelta(days=6), whole.end)
    first = whole.start + timedelta(days=7 * (stamp.count - 1))
    last = first + timedelta(days=7 * ((stamp.until or stamp.count) - stamp.count) + 6)
    return Interval(first, min(last, whole.end))


def _lunar(stamp: Stamp, year: int, reference: Reference) -> Interval | None:
    month = stamp.month or 1
    if stamp.unit == "month":
        found = lunar_month(year, month)
        return Interval(*found) if found else None
    if stamp.count:
        year = stamp.year or year_named(stamp.count - 1, year)
    elif stamp.rule == "tết" and not stamp.dated and reference.day is not None:
        return _nearest(month, stamp.day or 0, reference.day)
    day = solar(year, month, stamp.day or 0)
    if day is None:
        raise Impossible
    return Interval.day(day)


def _nearest(month: int, day: int, near: date) -> Interval | None:
    """Return the feast that lies nearest: a report of March speaks of the last Tết, one of November of the next."""
    found = [solar(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    days = [item for item in found if item is not None]
    return Interval.day(min(days, key=lambda item: abs((item - near).days))) if days else None


def _shifted(stamp: Stamp, reference: Reference) -> Interval | None:
    """Return the month, quarter or week counted from that of the document, or from the one that it reports on."""
    shift = stamp.shift or 0
    if stamp.unit == "week":
        if reference.day is None:
            return None
        monday = reference.day - timedelta(days=reference.day.weekday() - 7 * shift)
        return Interval(monday, monday + timedelta(days=6))
    size = 1 if stamp.unit == "month" else 3
    base = reference.day or reference.month
    if reference.period is not None and _months_of(reference.period) == size:
        base = reference.period.start
    if base is None:
        return None
    months = ((base.month - 1) // size + shift) * size
    year, first = base.year + months // 12, months % 12 + 1
    if stamp.rule == "edge" and stamp.part and size == 1:
        return _month(Stamp(0, 0, "month", "month", month=first, part=stamp.part), year)
    return Interval.months(year, first, first + size - 1)


def _months_of(period: Interval) -> int | None:
    """Return how many whole months of one year a period has, None where it has a part of one."""
    if period.start is None or period.end is None or period.start.year != period.end.year:
        return None
    whole = Interval.months(period.start.year, period.start.month, period.end.month)
    return period.end.month - period.start.month + 1 if whole == period else None


def _same_period(stamp: Stamp, reference: Reference) -> Interval | None:
    """Return the days of "cùng kỳ": of the period reported on, else new year to the day, a year before."""
    period = reference.period if reference.looks_back else None
    if period is not None and period.start and period.end and _months_of(period) in (1, 3, 6, 9):
        before = stamp.year if stamp.year is not None else period.start.year - 1
        return Interval.months(before, period.start.month, period.end.month)
    year = stamp.year if stamp.year is not None else (reference.year - 1 if reference.year else None)
    if year is None:
        return None
    end = reference.day
    if end is None:
        return Interval.year(year)
    return Interval(date(year, 1, 1), date(year, end.month, 28 if (end.month, end.day) == (2, 29) else end.day))
