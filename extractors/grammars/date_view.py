"""Dates as `results.json` lists them: the quote with its preposition, and the days that bind."""

from __future__ import annotations

from datetime import date

from extractors.facts import DateKind, DateMention
from extractors.interval import Interval
from extractors.span import Span


def campaign_view(mention: DateMention) -> tuple[Span, date | None, date | None] | None:
    """Return (quote, first day, last day), None for what the list leaves out.

    Left out are durations, recurrences without a day, and the second half of an anniversary, which the first one's
    quote covers. A recurrence with a day and a date that cannot be resolved have neither day.
    """
    if mention.kind is DateKind.DURATION or mention.rule == "anniversary end":
        return None
    if mention.kind is DateKind.SET:
        marked = mention.recurrence is not None and mention.recurrence.marks
        return (mention.wide, None, None) if marked else None
    if mention.rule == "same period" and mention.intervals and mention.intervals[0].start:
        whole = Interval.year(mention.intervals[0].start.year)
        return mention.wide, whole.start, whole.end
    same = mention.wide.start == mention.span.start and mention.wide.end == mention.span.end
    if same and len(mention.intervals) == 1 and not mention.rule.endswith(", listed"):
        return mention.wide, mention.intervals[0].start, mention.intervals[0].end
    reading = mention.reading
    return mention.wide, reading.start if reading else None, reading.end if reading else None
