"""Reads all dates of one text: phrase, days, binding and role, each with offsets into that text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.facts import DateKind, Duration, Modifier, Recurrence, Role
from extractors.grammars.date_binding import Binding, bind, binding_interval
from extractors.grammars.date_days import Impossible, Reference, days_of
from extractors.grammars.date_horizon import carried, is_relative, moved, parts
from extractors.grammars.date_resolve import Resolved, resolve
from extractors.grammars.date_roles import Clause, role_of, tense_of
from extractors.grammars.date_rows import Found, follows
from extractors.grammars.date_special import MONTHS_OF_REPORT
from extractors.grammars.date_stamps import Phrase, Stamp
from extractors.interval import Interval
from extractors.vietnamese import bare

_CERTAINTY = {"unmarked": 0.7, "doubt": 0.6, "assumed": 0.9}
_TYPO = re.compile(r"(?<!\w)th[áa]ng *$")
_DUE = (Modifier.BEFORE, Modifier.BY)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date of a text: `text[start:end]` is the expression, `text[wide:end]` the same with its preposition."""

    start: int
    end: int
    wide: int
    kind: DateKind
    intervals: tuple[Interval, ...]
    reading: Interval | None
    modifier: Modifier
    role: Role
    precision: str
    calendar: str
    rule: str
    confidence: float
    recurrence: Recurrence | None = None
    duration: Duration | None = None
    doubts: tuple[str, ...] = ()
    wide_end: int = 0


Surroundings = Callable[[int, int], Clause]


def read(shadow: str, found: Sequence[Found], reference: Reference, around: Surroundings) -> list[Reading]:
    """Return what the phrases `found` in the folded text mean; `around` gives the clause of text[start:end]."""
    plain = bare(shadow) if any(item.unmarked for item in found) else shadow
    told = (item for item in found if item.phrase.rule != MONTHS_OF_REPORT or _of_report(item.phrase, reference))
    readings: list[Reading] = []
    last: Found | None = None
    year: int | None = None
    for item in told:
        copy = plain if item.unmarked else shadow
        before = readings[-1].modifier if last is not None and follows(copy, item, last) else None
        if last is not None and parts(shadow, last.phrase.end, item.phrase.start):
            year = None
        readings.append(_reading(copy, item, reference, around, before, year))
        year = carried(shadow, item, readings[-1].role, reference) or year
        last = item
    return readings


def _of_report(phrase: Phrase, reference: Reference) -> bool:
    """Return whether "9 tháng" is what the document reports on: the first nine months of a year."""
    period = reference.period
    return period is not None and period == days_of(phrase.pairs[0][0], reference)


def _reading(
    shadow: str,
    found: Found,
    reference: Reference,
    around: Surroundings,
    before: Modifier | None,
    year: int | None,
) -> Reading:
    """Return what one phrase means; `before` is the modifier of its list, `year` the one that its sentence sets."""
    phrase = found.phrase
    calendar = "lunar" if any(stamp.calendar == "lunar" for pair in phrase.pairs for stamp in pair) else "solar"
    binding = bind(shadow, phrase, calendar, found.unmarked)
    listed = before in _DUE and binding.modifier is Modifier.AT
    if listed and before is not None:
        binding = Binding(before, binding.start)
    clause = around(phrase.start, phrase.end)
    time = reference if is_relative(phrase) else moved(reference, year, clause.headings)
    resolved = resolve(phrase, time, due=binding.modifier in _DUE)
    tense = tense_of(resolved.intervals, reference.day)
    role, certainty = role_of(phrase, binding.modifier, clause, tense, found.unmarked)
    doubts = resolved.doubts + (("typo",) if _TYPO.search(shadow, binding.start, phrase.start) else ())
    if "weekday" in doubts or found.unmarked or resolved.kind is DateKind.INVALID:
        certainty = min(certainty, _CERTAINTY["doubt"])
    whole = _interval(phrase, binding, resolved)
    start = min(binding.start, phrase.start)
    return Reading(
        start=phrase.start,
        end=phrase.end,
        wide=min(start, phrase.lead) if phrase.lead is not None else start,
        kind=resolved.kind,
        intervals=resolved.intervals,
        reading=whole,
        modifier=binding.modifier,
        role=role,
        precision=resolved.precision,
        calendar=resolved.calendar,
        rule=f"{phrase.rule}, listed" if listed else phrase.rule,
        confidence=certainty,
        recurrence=phrase.recurrence,
        duration=phrase.duration,
        doubts=doubts,
        wide_end=phrase.pair[1] if phrase.pair is not None and phrase.start == phrase.pair[0] else phrase.end,
    )


def _interval(phrase: Phrase, binding: Binding, resolved: Resolved) -> Interval | None:
    if phrase.partner is not None:
        return _anniversary(phrase, phrase.partner)
    if not phrase.pairs:
        return None
    unit = phrase.pairs[0][0].unit
    if unit == "school" and binding.modifier in _DUE:
        return None
    intervals = resolved.intervals[:1] if phrase.pairs[0][0].then else resolved.intervals
    return binding_interval(binding.modifier, intervals, unit)


def _anniversary(phrase: Phrase, partner: Stamp) -> Interval | None:
    """Return the years between both halves of "(19/5/1890 - 19/5/2022)", None where a day is impossible."""
    first, second = sorted((phrase.pairs[0][0], partner), key=lambda stamp: stamp.start)
    try:
        a, b = days_of(first, Reference()), days_of(second, Reference())
    except Impossible:
        return None
    return Interval(a.start, b.end) if a is not None and b is not None else None
