"""Turns phrases as written into days, with the document's own time for what they leave out."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.facts import DateKind
from extractors.grammars.date_days import Impossible, Reference, days_of
from extractors.grammars.date_stamps import Phrase, Stamp
from extractors.interval import Interval

_PRECISION = {"half": "half", "years": "range", "school": "range", "week": "part", "now": "day"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """The days of one phrase: `intervals` is empty where they cannot be told or are impossible."""

    kind: DateKind
    intervals: tuple[Interval, ...]
    precision: str
    calendar: str
    doubts: tuple[str, ...]


def resolve(phrase: Phrase, reference: Reference, due: bool = False) -> Resolved:
    """Return the days that `phrase` names; `due` says that it is a deadline, which does not lie in the past."""
    if phrase.recurrence is not None:
        return Resolved(DateKind.SET, (), "part", "solar", ())
    if phrase.duration is not None:
        return Resolved(DateKind.DURATION, (), "part", "solar", ())
    stamps = [stamp for pair in phrase.pairs for stamp in pair]
    doubts = {doubt for stamp in stamps for doubt in stamp.doubts}
    calendar = "lunar" if any(stamp.calendar == "lunar" for stamp in stamps) else "solar"
    kind = DateKind.INTERVAL
    intervals: list[Interval] = []
    try:
        for first, last in phrase.pairs:
            interval = _between(first, last, reference, due)
            if interval is not None:
                intervals.append(interval)
                doubts |= _weekday_doubt(first, interval) if first is last else set()
    except Impossible:
        kind, intervals = DateKind.INVALID, []
        doubts.add("impossible")
    if stamps[0].then is not None:
        intervals.append(Interval.year(stamps[0].then))
    return Resolved(kind, tuple(intervals), _precision(phrase), calendar, tuple(sorted(doubts)))


def _precision(phrase: Phrase) -> str:
    stamp = phrase.pairs[0][0]
    if phrase.ranged:
        return "range"
    if stamp.part and stamp.unit != "half":
        return "part"
    return _PRECISION.get(stamp.unit, stamp.unit)


def _weekday_doubt(stamp: Stamp, interval: Interval) -> set[str]:
    named = stamp.weekday
    wrong = named is not None and interval.start is not None and interval.start.isoweekday() != named
    return {"weekday"} if wrong else set()


def _between(first: Stamp, last: Stamp, reference: Reference, due: bool) -> Interval | None:
    a = days_of(first, reference, due)
    if first is last:
        return a
    b = days_of(last, reference, due)
    if a is None or b is None or a.start is None or b.end is None:
        return None
    if a.start <= b.end:
        return Interval(a.start, b.end)
    if not first.dated and (not last.dated or last.unit == "now") and first.unit in ("day", "month", "quarter"):
        leap = (a.start.month, a.start.day) == (2, 29)
        return Interval(a.start.replace(year=a.start.year - 1, day=28 if leap else a.start.day), b.end)
    raise Impossible
