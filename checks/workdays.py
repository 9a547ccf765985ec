"""Working days: weekends and public holidays left out, a holiday on a weekend made up for on the next working day.

Bộ luật Lao động 2019, điều 111 khoản 3 and điều 112. What is set for one year only (the second day of Quốc khánh, days
worked in exchange) an office states itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from extractors.grammars.lunar import solar
from extractors.vietnamese import lexicon

_LINE = re.compile(r"(\d{1,2})/(\d{1,2}) (dương|âm) lịch: (.+)")
_OWN = re.compile(r"(làm bù\s+)?(\d{1,2})/(\d{1,2})/(\d{4})\b", re.IGNORECASE)
_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Workdays:
    """What an office states beyond the law: days `off`, and days `worked` in exchange though they are a weekend."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    @classmethod
    def stated(cls, lines: Iterable[str]) -> Workdays:
        """Return what lines say: "03/9/2031" is off, "làm bù 07/9/2031" is worked; raises ValueError with a line."""
        off: set[date] = set()
        worked: set[date] = set()
        for line in lines:
            text = " ".join(line.split("#", 1)[0].split())
            if not text:
                continue
            match = _OWN.match(text)
            if match is None:
                raise ValueError(text)
            try:
                day = date(int(match[4]), int(match[3]), int(match[2]))
            except ValueError as error:
                raise ValueError(text) from error
            (worked if match[1] else off).add(day)
        return cls(frozenset(off), frozenset(worked))

    def works(self, day: date) -> bool:
        """Return whether the office works on that day."""
        if day in self.worked:
            return True
        return day.weekday() < _SATURDAY and day not in self.off and day not in _days_off(day.year)

    def between(self, start: date, end: date) -> int:
        """Return how many working days after `start` it takes until `end`; below zero where `end` lies before."""
        if end < start:
            return -self.between(end, start)
        days = (start + _DAY * number for number in range(1, (end - start).days + 1))
        return sum(self.works(day) for day in days)

    def after(self, start: date, count: int) -> date:
        """Return the working day that is `count` working days after `start`."""
        day = start
        while count > 0:
            day += _DAY
            count -= self.works(day)
        return day


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    """Return the public holidays of a year and the days that make up for those on a weekend."""
    holidays = {day for near in (year - 1, year) for day in _holidays(near)}
    off = set(holidays)
    for holiday in sorted(holidays):
        made_up = holiday
        while made_up.weekday() >= _SATURDAY or (made_up in off and made_up != holiday):
            made_up += _DAY
        off.add(made_up)
    return frozenset(day for day in off if day.year == year)


def _holidays(year: int) -> set[date]:
    found = set()
    for line in lexicon("holidays", "checks"):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(line)
        day, month = int(match[1]), int(match[2])
        if match[3] == "dương":
            found.add(date(year, month, day))
            continue
        # The last lunar month may have 29 days only: its last day is off, whatever its number.
        moon = solar(year, month, day) or (solar(year, month, day - 1) if day == 30 else None)
        if moon is not None:
            found.add(moon)
    return found
