"""What a date is for, by small scored rules over the clause that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from extractors.facts import Modifier, Role
from extractors.grammars.date_stamps import Phrase, Stamp, pattern
from extractors.interval import Interval
from extractors.segment import Section, Zone
from extractors.vietnamese import alternation, lexicon

LEFT, RIGHT = 110, 60
_YEARS = ("years", "school")
_OPEN_PERIODS = ("half", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Clause:
    """The surroundings of a date: folded text left and right inside the clause, and where the clause stands.

    `alone` tells that nothing but a place stands before the date in its line ("Đồng Hới, ngày ..."); `headings` are the
    folded headings above it, outermost first.
    """

    left: str
    right: str
    head: str = ""
    zone: Zone | None = None
    section: Section | None = None
    alone: bool = False
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tense:
    """Where the days lie from the day of the document; all False where either is unknown."""

    past: bool = False
    future: bool = False
    next_year: bool = False
    ending: bool = False  # the last year of the stretch is that of the document


Cue = tuple[re.Pattern[str], Role, int]


@cache
def _cues(side: str, unmarked: bool) -> tuple[Cue, ...]:
    """Return the cues of one side from the lexicon; "@documents" stands for the types of documents."""
    found: list[Cue] = []
    for entry in lexicon("date_cues"):
        role, weight, where, source = (part.strip() for part in entry.split("|", 3))
        if where == side:
            source = source.replace("@documents", alternation("date_documents"))
            found.append((pattern(source, unmarked), Role(role), int(weight)))
    return tuple(found)


def tense_of(intervals: tuple[Interval, ...], day: date | None) -> Tense:
    """Return whether all of `intervals` lie before or after `day`, or in the next year."""
    if not intervals or day is None:
        return Tense()
    start, end = intervals[0].start, intervals[-1].end
    if start is None or end is None:
        return Tense()
    return Tense(end < day, start > day, start.year > day.year, end.year == day.year)


def role_of(
    phrase: Phrase, modifier: Modifier, clause: Clause, tense: Tense, unmarked: bool = False
) -> tuple[Role, float]:
    """Return the role with the highest score, and a confidence between .5 and 1 from its lead over the next."""
    scores: dict[Role, int] = dict.fromkeys(Role, 0)
    for source, role, weight in _cues("left", unmarked):
        if source.search(clause.left):
            scores[role] += weight
    for source, role, weight in _cues("head", False):
        if source.search(clause.head):
            scores[role] += weight
    for source, role, weight in _cues("right", unmarked):
        if source.match(clause.right.lstrip()):
            scores[role] += weight
    _by_place(scores, clause)
    _by_shape(scores, phrase, clause, tense)
    _by_modifier(scores, phrase, modifier, tense)
    ordered = sorted(scores.items(), key=lambda item: -item[1])
    lead = ordered[0][1] - ordered[1][1]
    return ordered[0][0], min(1.0, 0.5 + 0.1 * max(lead, 0))


def _by_place(scores: dict[Role, int], clause: Clause) -> None:
    scores[Role.EVENT] += 1
    if clause.zone in (Zone.LETTERHEAD, Zone.SIGNATURE) or clause.alone:
        scores[Role.ISSUE] += 6
    if clause.zone is Zone.PREAMBLE:
        scores[Role.LEGAL] += 2
    if clause.section in (Section.RESULT, Section.SHORTCOMING):
        scores[Role.PERIOD] += 1


def _by_shape(scores: dict[Role, int], phrase: Phrase, clause: Clause, tense: Tense) -> None:
    if phrase.pair is not None:
        scores[Role.ANNIVERSARY] += 8
    if phrase.rule.startswith("same period"):
        scores[Role.COMPARE] += 9
    if not phrase.pairs:
        scores[Role.LEGAL] -= 6
        if phrase.recurrence is not None and not phrase.recurrence.marks:
            scores[Role.PERIOD] += 6
            scores[Role.BIOGRAPHY] -= 9
        return
    stamp, last = phrase.pairs[0][0], phrase.pairs[-1][1]
    if tense.future:
        scores[Role.BIOGRAPHY] -= 9  # "gặp mặt thanh niên nhập ngũ ngày 21/02": nobody's life is told ahead
    if phrase.ranged:
        scores[Role.ANNIVERSARY] -= 8
    if phrase.ranged and last.unit != "now" and not tense.past:
        scores[Role.EVENT] += 2
    if last.unit == "now":
        scores[Role.PERIOD] += 4
    elif stamp.unit == "half" or phrase.rule == "current":
        scores[Role.PERIOD] += 2
    if stamp.rule == "blank":
        scores[Role.ISSUE] += 4
    _by_unit(scores, stamp, phrase.ranged, clause, tense)


def _by_unit(scores: dict[Role, int], stamp: Stamp, ranged: bool, clause: Clause, tense: Tense) -> None:
    """Weigh what days, quarters, years and stretches of years are mostly used for."""
    if stamp.unit != "day" or not stamp.dated:
        scores[Role.LEGAL] -= 2 if stamp.unit == "year" else 6
        scores[Role.ISSUE] -= 0 if "blank" in stamp.doubts else 6
    if stamp.unit not in ("day", "year"):
        scores[Role.BIOGRAPHY] -= 9
    if stamp.unit == "day":
        scores[Role.PERIOD] -= 0 if ranged else 2
        scores[Role.HORIZON] -= 1
    elif stamp.unit in _YEARS:
        scores[Role.HORIZON] += 3
        scores[Role.PERIOD] += 2 if tense.past else 3 if tense.ending and not clause.left.strip() else 0
    elif stamp.unit in _OPEN_PERIODS:
        scores[Role.PERIOD] += 4 if stamp.unit == "quarter" and not tense.future else 2
        scores[Role.HORIZON] += (3 if stamp.unit == "year" else 2) if tense.next_year else 0
    if stamp.unit == "year" and not clause.left.endswith(("vào ", "trong ")):
        scores[Role.EVENT] -= 3
    if stamp.unit == "year" and clause.right.startswith(":"):  # "Kế hoạch năm 2024: hoàn thành ..."
        scores[Role.DEADLINE] -= 3


def _by_modifier(scores: dict[Role, int], phrase: Phrase, modifier: Modifier, tense: Tense) -> None:
    if modifier in (Modifier.BEFORE, Modifier.BY):
        scores[Role.DEADLINE] += 7
    elif modifier is Modifier.WITHIN:
        scores[Role.DEADLINE] += 4
    elif modifier is Modifier.UNTIL:
        aim = tense.future or (bool(phrase.pairs) and phrase.pairs[0][0].unit == "year" and not tense.past)
        scores[Role.DEADLINE if aim else Role.PERIOD] += 4
    elif modifier is Modifier.AFTER and phrase.duration is not None:
        scores[Role.DEADLINE] += 4
    elif modifier is Modifier.IN and tense.future and phrase.pairs and phrase.pairs[0][0].unit == "quarter":
        scores[Role.EVENT] += 2
