"""Times that a plan calls by a name and dates once: "Tháng hành động (từ ngày 15/4 đến ngày 15/5)", "đợt cao điểm".

A school year is such a time too: "trong năm học", "trong học kỳ I" mean the only one that the plan names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checks.plan_deadlines import Deadline, accept
from checks.plan_text import PlanText
from extractors.facts import DateKind
from extractors.interval import Interval

_NAME = re.compile(
    r"(?<!\w)(?P<head>(?:tháng|tuần|đợt|giai đoạn) (?:hành động|cao điểm|thi đua|hoạt động|ra quân|phát động)"
    r"|tuần lễ|chiến dịch|tháng thanh niên|tháng công nhân)(?!\w)"
)
_USED = re.compile(r"(?:trong|vào|suốt|nhân)\s+(?:suốt\s+)?(?:thời gian\s+|dịp\s+|thời gian diễn ra\s+)?")
_INSIDE = re.compile(r"(?<!\w)(?:trong|suốt)\s")
_SCHOOL = re.compile(r"(?:cả |toàn )?(?:năm học|học kỳ (?P<term>ii|i|2|1)(?: năm học)?)(?!\w)(?:\s+này)?(?!\s*\d)")
_SCHOOL_STARTS, _TERM_ENDS = (
    9,
    (1, 15),
)  # month of the first day; last day of the first term, as the date grammar has it
_NEAR = 140  # characters from the name to its dates


class Periods:
    """The named times of one plan: the first words of a name, and the only time that the plan gives it."""

    def __init__(self, plan: PlanText) -> None:
        self.plan = plan
        self._known: dict[str, Deadline | None] | None = None
        self._years: list[Deadline] | None = None

    def opening(self, start: int, end: int) -> Deadline | None:
        """Return the time of the name that opens text[start:end] ("Trong Tháng hành động, ..."), None for none."""
        used = _USED.match(self.plan.low, start, end)
        school = _SCHOOL.match(self.plan.low, used.end(), end) if used is not None else None
        if school is not None:
            return self._school(school["term"])
        name = _NAME.match(self.plan.low, used.end(), end) if used is not None else None
        return self._dated().get(name["head"]) if name is not None else None

    def within(self, start: int, end: int) -> Deadline | None:
        """Return the time that a clause puts its deed in by name ("... trong đợt cao điểm"), None where it does not."""
        for used in _INSIDE.finditer(self.plan.low, start, end):
            time = self.opening(used.start(), end)
            if time is not None:
                return time
        return None

    def _school(self, term: str | None) -> Deadline | None:
        """Return the only school year that the plan names, or its first or second term; None for none or several."""
        if self._years is None:
            self._years = list(self._school_years())
        if len({year.interval for year in self._years}) != 1:
            return None
        year = self._years[0]
        start, end = year.interval.start, year.interval.end
        if term is None or start is None or end is None:
            return year
        last = date(end.year, *_TERM_ENDS)
        first = term in {"i", "1"}
        return replace(
            year, interval=Interval(start, last) if first else Interval(date.fromordinal(last.toordinal() + 1), end)
        )

    def _school_years(self) -> Iterator[Deadline]:
        for mention in self.plan.dates(0, len(self.plan.low)):
            reading = mention.reading
            named = self.plan.low.startswith("năm học", mention.wide.start)
            if named and reading is not None and reading.start is not None and reading.start.month == _SCHOOL_STARTS:
                time = accept(self.plan, mention, cell=True)
                if time is not None:
                    yield replace(time, interval=reading)

    def _dated(self) -> dict[str, Deadline | None]:
        if self._known is None:
            self._known = {}
            for match in _NAME.finditer(self.plan.low):
                time = self._time(match.end())
                if time is None:
                    continue
                known = self._known.get(match["head"], time)
                same = known is not None and known.interval == time.interval
                self._known[match["head"]] = time if same else None  # two times: unclear which is meant
        return self._known

    def _time(self, at: int) -> Deadline | None:
        """Return the stretch of time that follows a name within its sentence, None where none does."""
        stop = next(
            (i for i in range(at, min(at + _NEAR, len(self.plan.low))) if self.plan.low[i] in ".;\n"), at + _NEAR
        )
        for mention in self.plan.dates(at, stop):
            reading = mention.reading
            if mention.kind is not DateKind.INTERVAL or reading is None or reading.start is None or reading.end is None:
                continue
            between = self.plan.low[at : mention.wide.start].strip()
            if reading.start < reading.end and (not between or between.endswith(("(", ":", ",", "từ"))):
                return accept(self.plan, mention, cell=True)
        return None
