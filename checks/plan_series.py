"""Recurring reports: one instance for every period of the plan's year, with the day that the plan states for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from checks.plan_deadlines import accept
from checks.plan_text import PlanText
from extractors.facts import DateKind, DateMention, Modifier
from extractors.interval import Interval

_SIZE = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_MARK = {"month": "T{:02d}", "quarter": "Q{}", "half": "H{}", "year": "N"}
_BEFORE = re.compile(r"(?:trước|chậm nhất|muộn nhất|không quá)(?: là| vào| đến)*\s*$")
_RHYTHM_BEFORE = re.compile(
    r"(?:(?P<half>(?:0?6|sáu) tháng)|(?P<nine>(?:0?9|chín) tháng)|(?P<quarter>quý (?P<q>iv|iii|ii|i|[1-4]))"
    r"|(?P<year>(?:cả |hằng |hàng |01 |một )?năm))[^\d;.]{0,24}$"
)
_RHYTHM_AFTER = re.compile(
    r"\s*\((?:đối với |cho |gửi )?(?:báo cáo )?(?:sơ kết |tổng kết |kết quả |định kỳ )*"
    r"(?:(?P<half>(?:0?6|sáu) tháng)|(?P<nine>(?:0?9|chín) tháng)|(?P<quarter>quý (?P<q>iv|iii|ii|i|[1-4]))"
    r"|(?P<year>(?:cả |hằng |hàng |01 |một )?năm))"
)
ROUND = re.compile(
    r"(?i)(?<!\w)(?P<name>(?P<noun>đợt|lần|giai đoạn|vòng|kỳ|học kỳ)\s+(?P<number>iii|ii|i|[1-9]))(?!\w)"
)
_AND_YEAR = re.compile(r"\s*(?:,|và|hoặc|;)\s*(?:01 |một |cả |hằng |hàng )?năm(?!\w)(?!\s*\d)")
_OCCASION = re.compile(r"\s*\((?:đối với |cho |báo cáo |kết quả )*(?P<what>[^()\d]{3,60})\)")
_DAY_AFTER = re.compile(r"\s*,?\s*\(?\s*(?:trước|chậm nhất|muộn nhất)(?: là| vào)* ngày (?P<day>\d{1,2})(?![\d/])")
_PAIRED = re.compile(
    r"\s*(?:\([^()]{2,80}\))?\s*(?:,|;|và|, và)?\s*(?:trước|chậm nhất|muộn nhất)?\s*(?:là\s+)?(?:ngày)?\s*"
)
_ROW = re.compile(
    r"báo cáo (?:định kỳ |kết quả |tình hình |sơ kết |theo )*"
    r"(?P<row>(?:quý|(?:0?6|0?9|sáu|chín) tháng)"
    r"(?:\s*(?:,|và|;)\s*(?:0?6 tháng|0?9 tháng|cả năm|hằng năm|01 năm|năm))+)(?!\w)"
)
_PERIOD = (
    r"(?:quý (?:iv|iii|ii|i|[1-4])|(?:0?6|0?9|sáu|chín) tháng(?: đầu năm)?|(?:cả |hằng |hàng |01 |một )?năm)"
    r"(?!\w)(?!\s*\d)"
)
_PERIODS = re.compile(rf"(?<!đầu )(?<!cuối ){_PERIOD}(?:\s*(?:,|và|;)\s*(?:báo cáo )?{_PERIOD})+")
_ONE_PERIOD = re.compile(
    r"quý (?P<q>iv|iii|ii|i|[1-4])|(?P<months>(?:0?6|0?9|sáu|chín)) tháng(?: đầu năm)?|(?<!đầu )năm"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Instance:
    """One report of a series: `mark` ends its id ("Q1"), `period` is what it reports on, `round` its name instead."""

    mark: str
    period: Interval | None
    deadline: Interval | None
    round: str = ""
    label: str = ""  # the occasion that tells it apart: "dịp Tết Nguyên đán"


def expand(
    plan: PlanText, start: int, end: int, year: int, issued: date | None, *, dated: bool = False
) -> tuple[Instance, ...]:
    """Return the instances that text[start:end] asks for in `year`, () where nothing recurs (or weekly).

    Left out are instances whose day lies before the plan was issued, and with `dated` those without a stated day.
    """
    mentions = plan.dates(start, end)
    parallel = [item for item in _parallel(plan, start, end, year) if not _past(item, issued)]
    if parallel:
        return tuple(parallel)
    rhythms = [mention for mention in mentions if mention.kind is DateKind.SET and mention.recurrence is not None]
    if not rhythms:
        return () if dated else _without_rhythm(plan, start, end, year, issued)
    found = [instance for mention in rhythms for instance in _marked(plan, mention, year)]
    fixed_days = [m for m in mentions if m.kind is DateKind.INTERVAL and accept(plan, m) is not None]
    fixed = [instance for group in _groups(plan, fixed_days) for instance in _fixed(plan, group, year, start)]
    if found:
        found += [instance for instance in fixed if instance.mark not in {item.mark for item in found}]
    elif len(fixed) > 1 or (fixed and fixed[0].mark in {"H1", "N"}):
        found = fixed
    elif not fixed and not dated:
        found = list(_bare(plan, rhythms[0], year))
    kept = [item for item in found if not _past(item, issued)]
    unique = {item.mark: item for item in reversed(kept)}
    return tuple(sorted(unique.values(), key=_order))


def _order(item: Instance) -> tuple[date, str]:
    return ((item.period.end if item.period else None) or date.max, item.mark)


def _past(item: Instance, issued: date | None) -> bool:
    if issued is None:
        return False
    last = item.deadline.end if item.deadline else item.period.end if item.period else None
    return bool(last and last < issued)


def _without_rhythm(plan: PlanText, start: int, end: int, year: int, issued: date | None) -> tuple[Instance, ...]:
    """Return two or more reports that are told apart by their periods alone ("trước ngày 15/6 (báo cáo 6 tháng)")."""
    days = [m for m in plan.dates(start, end) if m.kind is DateKind.INTERVAL and accept(plan, m) is not None]
    fixed = [instance for mention in days for instance in _fixed(plan, [mention], year, start)]
    kept = {item.mark: item for item in fixed if not _past(item, issued)}
    if len(days) > 1 and len(kept) == len(days):
        return tuple(kept.values())
    rounds = tuple(_rounds(plan, days, start, end)) or tuple(_named(plan, start, end, year))
    return rounds or tuple(item for item in _days(plan, days) if not _past(item, issued))


def _days(plan: PlanText, days: list[DateMention]) -> list[Instance]:
    """Return the papers of "trước ngày 10/6 và ngày 10/11", told apart by day or by the occasion in brackets."""
    first = days[0] if days else None
    if first is None or first.modifier is Modifier.RANGE:
        return []
    bound = _bound(plan, first, Interval.day(first.intervals[0].end)) if first.intervals[0].end else None
    if bound is None or bound.start is not None:
        return []
    found: list[Instance] = []
    for at, mention in enumerate(days):
        if at and not _PAIRED.fullmatch(plan.low[days[at - 1].wide.end : mention.wide.start]):
            return []
        occasion = _OCCASION.match(plan.low, mention.wide.end)
        label = plan.text[occasion.start("what") : occasion.end("what")] if occasion else ""
        for day in mention.intervals:
            deadline = Interval(None, day.end) if day.end else None
            number = len(found) + 1
            found.append(Instance(f"L{number}", None, deadline, label=" ".join(label.split()) or f"lần {number}"))
    return found if len(found) > 1 else []


def _rounds(plan: PlanText, days: list[DateMention], start: int, end: int) -> list[Instance]:
    """Return the reports of "đợt 1 trước ngày ..., đợt 2 trước ngày ...": every day belongs to a round of one noun."""
    named = list(ROUND.finditer(plan.low, start, end))
    if len(days) < 2 or len(named) != len(days) or len({match["noun"] for match in named}) > 1:
        return []
    ordered = [(match.start(), day.wide.start) for match, day in zip(named, days, strict=True)]
    before = all(match < day for match, day in ordered) and all(a[1] < b[0] for a, b in pairwise(ordered))
    after = all(day < match for match, day in ordered) and all(a[0] < b[1] for a, b in pairwise(ordered))
    if not (before or after):
        return []
    found = []
    for match, day in zip(named, days, strict=True):
        accepted = accept(plan, day)
        number = _ROMAN.get(match["number"]) or int(match["number"])
        found.append(Instance(f"L{number}", None, accepted.interval if accepted else None, match["name"]))
    return found


def _parallel(plan: PlanText, start: int, end: int, year: int) -> Iterator[Instance]:
    """Yield the reports of "báo cáo 6 tháng và năm ... lần lượt trước ngày X và trước ngày Y": periods, then days."""
    days = [m for m in plan.dates(start, end) if m.kind is DateKind.INTERVAL and accept(plan, m) is not None]
    head = _PERIODS.search(plan.low, start, days[0].wide.start) if len(days) > 1 else None
    if head is None:
        return
    named = list(_ONE_PERIOD.finditer(head.group(0)))
    if len(named) != len(days) or len(named) < 2:
        return
    for match, day in zip(named, days, strict=True):
        accepted = accept(plan, day)
        deadline = accepted.interval if accepted else None
        if match["q"]:
            number = _ROMAN.get(match["q"]) or int(match["q"])
            yield Instance(f"Q{number}", Interval.quarter(year, number), deadline)
        elif match["months"]:
            nine = match["months"].startswith(("9", "09", "chín"))
            yield Instance("T9" if nine else "H1", Interval.months(year, 1, 9 if nine else 6), deadline)
        else:
            yield Instance("N", Interval.year(year), deadline)


def _named(plan: PlanText, start: int, end: int, year: int) -> Iterator[Instance]:
    """Yield the reports of "báo cáo quý, 6 tháng và năm": periods named in a row, without a day."""
    match = _ROW.search(plan.low, start, end)
    if match is None or any(accept(plan, mention) for mention in plan.dates(start, end)):
        return
    row = match.group("row")
    if "quý" in row:
        yield from (Instance(f"Q{number}", Interval.quarter(year, number), None) for number in range(1, 5))
    if "6 tháng" in row or "sáu tháng" in row:
        yield Instance("H1", Interval.months(year, 1, 6), None)
    if "9 tháng" in row or "chín tháng" in row:
        yield Instance("T9", Interval.months(year, 1, 9), None)
    if "năm" in row:
        yield Instance("N", Interval.year(year), None)


def _period(unit: str, year: int, number: int) -> Interval:
    size = _SIZE[unit]
    return Interval.months(year, size * (number - 1) + 1, size * number)


def _marked(plan: PlanText, mention: DateMention, year: int) -> Iterator[Instance]:
    """Yield the instances of a recurrence that names its day ("trước ngày 20 tháng cuối quý")."""
    rhythm = mention.recurrence
    if rhythm is None or rhythm.unit not in _SIZE or not rhythm.marks:
        return
    days = rhythm.within(year)
    unit = rhythm.unit
    if unit == "year" and len(rhythm.marks) in (2, 4):  # "trước ngày 15/6 và 15/12 hằng năm"
        unit = "half" if len(rhythm.marks) == 2 else "quarter"
        per_period = 1
    else:
        per_period = len(rhythm.marks)
    for at, day in enumerate(days):
        number = at // per_period + 1
        yield Instance(_MARK[unit].format(number), _period(unit, year, number), _bound(plan, mention, day))


def _bound(plan: PlanText, mention: DateMention, day: Interval) -> Interval:
    before = mention.modifier in {Modifier.BEFORE, Modifier.BY, Modifier.UNTIL}
    start = mention.wide.start
    if before or _BEFORE.search(plan.low, max(0, start - 24), start) or plan.low.startswith("trước", start):
        return Interval(None, day.end)
    return day


def _groups(plan: PlanText, dated: list[DateMention]) -> list[list[DateMention]]:
    """Return the dates, those joined by no more than "và" or a comma together ("trước ngày 15/6 và 15/12")."""
    groups: list[list[DateMention]] = []
    for mention in dated:
        if groups and plan.low[groups[-1][-1].wide.end : mention.wide.start].strip() in {"và", ",", ", và", ";"}:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _fixed(plan: PlanText, group: list[DateMention], year: int, start: int) -> Iterator[Instance]:
    """Yield the instances of dated reports ("6 tháng (trước ngày 15/6), năm (trước ngày 05/12)")."""
    mention = group[0]
    days = [day for item in group for day in item.intervals]
    if len(days) in (2, 4) and mention.modifier is not Modifier.RANGE:
        unit = "half" if len(days) == 2 else "quarter"
        for number, day in enumerate(days, start=1):
            yield Instance(_MARK[unit].format(number), _period(unit, year, number), _bound(plan, mention, day))
        return
    accepted = accept(plan, mention)
    if accepted is None:
        return
    left = _RHYTHM_AFTER.match(plan.low, mention.wide.end)
    left = left or _RHYTHM_BEFORE.search(plan.low, max(start, mention.wide.start - 60), mention.wide.start)
    end = accepted.interval.end
    if left is None or end is None:
        return
    if left["quarter"]:
        number = _ROMAN.get(left["q"]) or int(left["q"])
        yield Instance(f"Q{number}", Interval.quarter(end.year, number), accepted.interval)
    elif left["half"]:
        half = 1 if end.month <= 7 else 2
        yield Instance(f"H{half}", _period("half", end.year, half), accepted.interval)
    elif left["nine"]:
        yield Instance("T9", Interval.months(end.year, 1, 9), accepted.interval)
    else:
        yield Instance("N", Interval.year(end.year if end.month > 2 else end.year - 1), accepted.interval)


def _bare(plan: PlanText, mention: DateMention, year: int) -> Iterator[Instance]:
    """Yield the periods of a rhythm without a day ("báo cáo định kỳ hằng quý"): no deadline is stated."""
    rhythm = mention.recurrence
    if rhythm is None or rhythm.unit not in _SIZE:
        return
    day = _DAY_AFTER.match(plan.low, mention.wide.end)
    if day is not None and rhythm.unit == "month":
        for number in range(1, 13):
            period = _period("month", year, number)
            last = min(int(day["day"]), period.end.day if period.end else 28)
            yield Instance(_MARK["month"].format(number), period, Interval(None, date(year, number, last)))
        return
    and_year = rhythm.unit != "year" and _AND_YEAR.match(plan.low, mention.wide.end) is not None
    count = 12 // _SIZE[rhythm.unit]
    for number in range(1, count + 1):
        if and_year and rhythm.unit == "half" and number == count:
            break  # "6 tháng, năm": the second half is told in the report of the year
        yield Instance(_MARK[rhythm.unit].format(number), _period(rhythm.unit, year, number), None)
    if and_year:
        yield Instance("N", Interval.year(year), None)
