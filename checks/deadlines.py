"""When a duty falls due, on which day a file arrived, and how days are written for staff."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from checks.policy import Policy
from checks.requirement import Requirement
from extractors.interval import Interval
from extractors.vietnamese import fold

# "trước ngày 30/5", "trước tháng ngày 30/5" (seen in a real plan), "trước 30.9": the day itself is open to reading.
_BEFORE = re.compile(r"\btrước\s+(?:(?:tháng|ngày|hết ngày)\s+){0,2}(?:ngày\s+)?\d{1,2}(?:\s*[/.-]|\s+tháng\s)")


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a duty (None: the plan sets none). `edge` is the X of "trước ngày X", `granted` an extension."""

    last: date | None
    edge: date | None = None
    granted: bool = False

    def passed(self, as_of: date) -> bool:
        """Return whether the last day lies before `as_of`; a duty without deadline is always due."""
        return self.last is None or self.last < as_of

    def ahead(self, as_of: date) -> bool:
        """Return whether there is a last day and it has not gone by."""
        return self.last is not None and as_of <= self.last


def due(requirement: Requirement, unit: str, policy: Policy, extended: date | None = None) -> Due:
    """Return when `unit` must have met `requirement`; `extended` is the day that its entry in the register grants."""
    granted = policy.extended.get((unit, requirement.id)) or extended
    if granted is not None:
        return Due(granted, granted=True)
    last = requirement.deadline.end if requirement.deadline else None
    if last is None:
        return Due(None)
    if not _BEFORE.search(fold(requirement.quote)):
        return Due(last)
    return Due(last if policy.before_includes_day else last - timedelta(days=1), edge=last)


def arrival_day(received: datetime | None, policy: Policy) -> date | None:
    """Return the day on which a file arrived in the office's time zone; a naive time is taken as local."""
    if received is None:
        return None
    return received.date() if received.tzinfo is None else received.astimezone(policy.zone).date()


def day_words(day: date) -> str:
    """Return the day as offices write it in a text: 02/6/2024, 15/01/2024 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    month = f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return f"{day.day:02d}/{month}/{day.year}"


def interval_words(value: Interval) -> str:
    """Return the interval in words: "ngày 01/6/…", "từ … đến …", "đến hết ngày …", "từ ngày …", "" when open."""
    if value.start and value.end:
        if value.start == value.end:
            return f"ngày {day_words(value.start)}"
        return f"từ ngày {day_words(value.start)} đến ngày {day_words(value.end)}"
    if value.end:
        return f"đến hết ngày {day_words(value.end)}"
    return f"từ ngày {day_words(value.start)}" if value.start else ""
