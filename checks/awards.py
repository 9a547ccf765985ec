"""Whether an award that is asked for exists, and whether who is to give it may, under the law in force on a day.

The law of 2003 held until the end of the year before 2024, that of 06/2022/QH15 holds since 01/01/2024 (its Điều 79, 80
say who gives what); the district level ended on 01/7/2025. Articles and days lie in `lexicon/award_*.txt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from extractors.vietnamese import any_of, fold, lexicon

_COUNCIL = re.compile(r"\bủy ban nhân dân\b")


class Problem(StrEnum):
    """Why an award cannot go up as it is written."""

    NONE = ""
    NO_FORM = "no_form"  # names no form of award that this program knows
    TITLE = "title"  # an emulation title, which is another thing than an award
    NO_GIVER = "no_giver"  # does not say who is to give it, or names somebody whom no rule knows
    NOT_ENTITLED = "not_entitled"  # that giver gives another form


@dataclass(frozen=True, slots=True)
class AwardCheck:
    """An award as written, judged. `form` "giấy khen"; `giver` as it is called; `basis` the articles that give it.

    `entitled` names who may give that form on that day, `instead` what that giver may give.
    """

    text: str
    form: str = ""
    giver: str = ""
    problem: Problem = Problem.NONE
    basis: str = ""
    entitled: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Power:
    form: str
    giver: str
    since: date
    until: date
    article: str


def check_award(text: str, day: date) -> AwardCheck:
    """Return what the law in force on `day` says of an award as written ("Giấy khen của Giám đốc Sở")."""
    low = _COUNCIL.sub("ubnd", fold(" ".join(text.split())))
    form = next((known for known in forms() if re.search(rf"\b{known}\b", low)), "")
    if not form:
        title = re.search(rf"\b{any_of(lexicon('award_titles', 'checks'))}\b", low)
        return AwardCheck(text, problem=Problem.TITLE if title else Problem.NO_FORM)
    valid = [power for power in _powers() if power.since <= day < power.until]
    entitled = tuple(_givers()[power.giver][0] for power in valid if power.form == form)
    giver = _giver(low)
    if not giver:
        return AwardCheck(text, form, problem=Problem.NO_GIVER, entitled=entitled)
    called = _givers()[giver][0]
    power = next((p for p in valid if (p.form, p.giver) == (form, giver)), None)
    if power is None:
        instead = tuple(p.form for p in valid if p.giver == giver)
        return AwardCheck(text, form, called, Problem.NOT_ENTITLED, "", entitled, instead)
    return AwardCheck(text, form, called, Problem.NONE, _basis(power, day), entitled)


def laws(day: date) -> tuple[str, ...]:
    """Return the law and the decree that govern awards on `day`, as they are cited."""
    return tuple(cited for since, until, cited in _laws() if since <= day < until)


@cache
def forms() -> tuple[str, ...]:
    """Return the forms of award whose giver the rules know, folded."""
    return tuple(dict.fromkeys(power.form for power in _powers()))


def _giver(low: str) -> str:
    found = [
        (len(phrase), key)
        for key, (_, phrases) in _givers().items()
        for phrase in phrases
        if re.search(rf"\b{re.escape(phrase)}\b", low)
    ]
    return max(found)[1] if found else ""


def _basis(power: _Power, day: date) -> str:
    law = next(iter(laws(day)), "")
    return f"{power.article} {law}" if power.article else law


@cache
def _laws() -> tuple[tuple[date, date, str], ...]:
    rows = [line.split(" | ") for line in _lines("award_laws")]
    return tuple((_day(since), _day(until), cited) for since, until, cited in rows)


@cache
def _powers() -> tuple[_Power, ...]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _lines("award_powers")]
    return tuple(_Power(form, giver, _day(since), _day(until), article) for form, giver, since, until, article in rows)


@cache
def _givers() -> dict[str, tuple[str, tuple[str, ...]]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in _lines("award_givers")]
    return {key: (called, tuple(phrase.strip() for phrase in phrases.split(","))) for key, called, phrases in rows}


def _lines(name: str) -> tuple[str, ...]:
    return lexicon(name, "checks")


def _day(text: str) -> date:
    return date.fromisoformat(text.strip()) if text.strip() else date.max
