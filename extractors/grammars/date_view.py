"""Dates as `results.json` lists them: the quote with its preposition, and the days that bind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from extractors.facts import DateKind, DateMention
from extractors.interval import Interval
from extractors.span import Span

View = tuple[Span, date | None, date | None]
_AND = re.compile(r"\s*(?:,\s*và|[,;]|và|&|hoặc)\s*(?=\S)", re.IGNORECASE)
# "giai đoạn 2021-2025, tầm nhìn đến năm 2030": the horizon is a date of its own.
_HORIZON = re.compile(r"(?:định\s+hướng|tầm\s+nhìn)\s+((?:(?:đến|tới)\s+)?(?:năm\s+)?\d{4})$", re.IGNORECASE)


def campaign_views(mention: DateMention) -> tuple[View, ...]:
    """Return (quote, first day, last day) of each date that the list holds for `mention`; () where it leaves it out.

    Left out are durations, recurrences without a day, and the second half of an anniversary, which the first one's
    quote covers. A recurrence with a day and a date that cannot be resolved have neither day. A list of months or days
    that do not follow each other ("tháng 4 và tháng 8") gives one entry for each, one that does ("tháng 8 và tháng 9")
    gives one for all.
    """
    if mention.kind is DateKind.DURATION or mention.rule == "anniversary end":
        return ()
    if mention.kind is DateKind.SET:
        marked = mention.recurrence is not None and mention.recurrence.marks
        return ((mention.wide, None, None),) if marked else ()
    if mention.rule == "same period" and mention.intervals and mention.intervals[0].start:
        whole = Interval.year(mention.intervals[0].start.year)
        return ((mention.wide, whole.start, whole.end),)
    same = mention.wide.start == mention.span.start and mention.wide.end == mention.span.end
    if same and len(mention.intervals) == 1 and not mention.rule.endswith(", listed"):
        return ((mention.wide, mention.intervals[0].start, mention.intervals[0].end),)
    return _horizon(mention) or _scattered(mention) or (_whole(mention),)


def scattered(intervals: Sequence[Interval]) -> bool:
    """Return whether days lie between the stretches of a list."""
    return any(
        a.end is not None and b.start is not None and b.start - a.end > timedelta(days=1)
        for a, b in pairwise(sorted(intervals, key=lambda item: item.start or date.min))
    )


def _whole(mention: DateMention) -> View:
    reading = mention.reading
    return mention.wide, reading.start if reading else None, reading.end if reading else None


def _horizon(mention: DateMention) -> tuple[View, ...]:
    match = _HORIZON.search(mention.span.quote)
    if match is None or len(mention.intervals) != 2:
        return ()
    stretch = mention.intervals[0]
    head = mention.span.quote[: match.start()].rstrip(" ,")
    first = _cut(mention.span, 0, len(re.sub(r",?\s+(?:và|có)$", "", head)))
    return (first, stretch.start, stretch.end), (_cut(mention.span, *match.span(1)), None, mention.intervals[1].end)


def _scattered(mention: DateMention) -> tuple[View, ...]:
    reading, intervals = mention.reading, mention.intervals
    if len(intervals) < 2 or reading is None or reading.start is None or reading.end is None:
        return ()
    if not scattered(intervals):
        return ()
    quote, begin = mention.span.quote, 0
    places: list[tuple[int, int]] = []
    for match in _AND.finditer(quote):
        places.append((begin, match.start()))
        begin = match.end()
    places.append((begin, len(quote)))
    if len(places) != len(intervals):
        return ()
    wide = mention.wide.quote[: mention.span.start - mention.wide.start + places[0][1]]
    spans = [_cut(mention.wide, 0, len(wide)), *(_cut(mention.span, a, b) for a, b in places[1:])]
    return tuple((span, each.start, each.end) for span, each in zip(spans, intervals, strict=True))


def _cut(span: Span, start: int, end: int) -> Span:
    """Return the part quote[start:end] of a span."""
    begin = span.start + start
    return Span(span.document, span.part, span.page, span.path, begin, span.start + end, span.quote[start:end])
