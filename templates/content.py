"""The nouns of the consolidated report: what it says, before it is given a form."""

from __future__ import annotations

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
