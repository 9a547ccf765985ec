"""A stretch of whole days, both ends in; an open end is None."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=False)
class Interval:
    """Whole days from `start` to `end`, both included. None is an open end, never "unknown"."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"interval ends before it starts: {self.start}..{self.end}")

    @classmethod
    def day(cls, day: date) -> Interval:
        """Return the interval of one day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        """Return the calendar month; raises ValueError for a month outside 1..12."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Interval:
        """Return the days from the first of month `first` to the last of month `last` of one year."""
        return cls(cls.month(year, first).start, cls.month(year, last).end)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Interval:
        """Return the calendar quarter 1..4."""
        return cls.months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def year(cls, year: int) -> Interval:
        """Return the calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def contains(self, day: date) -> bool:
        """Return whether `day` lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def as_json(self) -> dict[str, str | None]:
        """Return {"start", "end"} in ISO 8601, None for an open end."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
        }

    @classmethod
    def from_json(cls, data: dict[str, str | None] | None) -> Interval | None:
        """Return the interval that `as_json` wrote, or None for None."""
        if data is None:
            return None
        start, end = data.get("start"), data.get("end")
        return cls(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)
