"""The nouns of the consolidated report: what it says, before it is given a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from templates.arrivals import Arrival
from templates.duties import DutyTold, Line
from templates.office import OfficeFacts
from templates.overview import OverviewRow
from templates.people import Exemplary
from templates.sources import CountSource, QuoteSource, Said


@dataclass(frozen=True, slots=True)
class Point:
    """One lettered item of a results section."""

    letter: str
    told: DutyTold


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered heading of the results and what stands below it."""

    number: int
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """The Roman numeral of each appendix that there is, "" for one that there is not."""

    arrivals: str
    exemplars: str
    overview: str


@dataclass(frozen=True)
class Report:
    """What the template of the consolidated report is filled with."""

    office: OfficeFacts
    subject: str
    basis: str
    plan_name: str
    called: str  # the type by which the plan is cited
    as_of: date
    issued: Said
    plans_sent: tuple[Said, ...]
    supervision: tuple[DutyTold, ...]
    sections: tuple[Section, ...]
    exemplars: tuple[Exemplary, ...]
    exemplar_lead: Said | None
    exemplar_duties: tuple[DutyTold, ...]
    reports_sent: tuple[Said, ...]
    gaps: Said | None
    own_shortcomings: tuple[Line, ...]
    upcoming: tuple[Said, ...]
    proposals: tuple[Line, ...]
    silent: tuple[str, ...]
    undecided: tuple[str, ...]
    arrivals: tuple[Arrival, ...]
    overview: tuple[OverviewRow, ...]
    appendix: Appendix
    quotes: tuple[QuoteSource, ...]
    counts: tuple[CountSource, ...]


def sentences(content: Report) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return every generated sentence in the report's order: its text, its marks, whether a unit wrote it."""
    return list(_told(content))


def _told(content: Report) -> Iterable[tuple[str, tuple[str, ...], bool]]:
    yield _of(content.issued)
    yield from map(_of, content.plans_sent)
    for duty in content.supervision:
        yield from _of_duty(duty)
    for section in content.sections:
        for point in section.points:
            yield from _of_duty(point.told)
    for duty in content.exemplar_duties:
        yield from _of_duty(duty)
    others = (content.exemplar_lead, *content.reports_sent, content.gaps, *content.upcoming)
    yield from (_of(said) for said in others if said)
    yield from map(_of_line, (*content.own_shortcomings, *content.proposals))


def _of(said: Said) -> tuple[str, tuple[str, ...], bool]:
    return said.text, said.marks, False


def _of_line(line: Line) -> tuple[str, tuple[str, ...], bool]:
    return f"{line.who}: {line.text}", line.marks, True


def _of_duty(duty: DutyTold) -> Iterable[tuple[str, tuple[str, ...], bool]]:
    yield _of(duty.lead)
    yield from map(_of_line, duty.lines)
