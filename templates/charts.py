"""The series behind every chart: progress by unit, by duty and by day, counted once for workbook, page and UI."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checks.finding import Finding, Status
from checks.requirement import Plan, Requirement, Weight
from checks.ruling import standing
from checks.submission import Submission
from checks.units import Register
from templates.arrivals import document_of, sending_duties, sent_words
from templates.files import Files
from templates.naming import duty_title
from templates.phrases import clean, name
from templates.vocabulary import plain, status_word

EXEMPT = "exempt"
SEGMENTS = (*(status.value for status in Status), EXEMPT)  # the order in which a bar is drawn
COLOURS = {
    "met": "4C9A52",
    "partial": "E0A800",
    "late": "E07B00",
    "missing": "C0392B",
    "not_due": "BFC7D1",
    "exempt": "4472C4",
}
LINE_COLOURS = ("1F4E79", "C0392B", "4C9A52", "7B4FA3", "E07B00", "5B6776")  # told apart in print by their dashes too
MOST_LINES = len(LINE_COLOURS)
MOST_DAYS = 400  # beyond, only the days on which something came are drawn
_SENT = frozenset({Status.MET, Status.LATE, Status.PARTIAL})
_TITLE = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit or duty: how many findings on must-duties stand where, in the order of SEGMENTS."""

    label: str
    counts: tuple[int, ...]

    @property
    def whole(self) -> int:
        """Return how many findings the bar holds."""
        return sum(self.counts)

    @property
    def met(self) -> int:
        """Return how many are met."""
        return self.counts[0]


@dataclass(frozen=True, slots=True)
class Line:
    """One document that units owe: how many have sent it by each of `Progress.days`; `whole` owe it."""

    label: str
    whole: int
    sent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """All series on one day. `undated` documents came, nobody knows when: they are in no line."""

    as_of: date
    units: tuple[Bar, ...]
    duties: tuple[Bar, ...]
    days: tuple[date, ...]
    lines: tuple[Line, ...]
    undated: int


def segment_word(segment: str) -> str:
    """Return what staff call a segment of a bar."""
    return plain(EXEMPT) if segment == EXEMPT else status_word(Status(segment))


def progress(
    plan: Plan, submissions: Sequence[Submission], findings: Sequence[Finding], register: Register, as_of: date
) -> Progress:
    """Return the series of a campaign: decisions count, soft duties do not; in the plan's and register's order."""
    must = [item for item in plan.requirements if item.weight is Weight.MUST]
    known = {item.id for item in must}
    counted = [f for f in findings if f.requirement in known]
    by_unit: dict[str, list[Finding]] = {}
    for finding in counted:
        by_unit.setdefault(finding.unit, []).append(finding)
    units = [_bar(name(unit.name), by_unit.get(unit.name, ())) for unit in register.units]
    duties = [_bar(_duty(item), [f for f in counted if f.requirement == item.id]) for item in must]
    moments, undated = _arrivals(plan, submissions, counted, register, as_of)
    days = _days({day for _, _, found in moments for day in found}, as_of)
    return Progress(
        as_of=as_of,
        units=tuple(bar for bar in units if bar.whole),
        duties=tuple(bar for bar in duties if bar.whole),
        days=days,
        lines=tuple(
            Line(label, whole, tuple(sum(day <= at for day in found) for at in days)) for label, whole, found in moments
        ),
        undated=undated,
    )


def _bar(label: str, found: Iterable[Finding]) -> Bar:
    stands = [standing(finding) for finding in found]
    counts = Counter(EXEMPT if s.exempt else s.status.value for s in stands)
    return Bar(label, tuple(counts[segment] for segment in SEGMENTS))


def _duty(item: Requirement) -> str:
    return f"{clean(item.id)}. {duty_title(item, _TITLE)}"


def _arrivals(
    plan: Plan, submissions: Sequence[Submission], findings: Sequence[Finding], register: Register, as_of: date
) -> tuple[list[tuple[str, int, list[date]]], int]:
    """Return (document, units that owe it, days of arrival) for the latest duties to send that have begun."""
    duties = sending_duties(plan, register)
    files = Files(submissions)
    found: list[tuple[str, int, list[date]]] = []
    undated = 0
    for item in duties:
        mine = [f for f in findings if f.requirement == item.id and not standing(f).exempt]
        sent = [document_of(f, item, files, duties) for f in mine if standing(f).status in _SENT]
        days = [s.received.date() for s in sent if s and s.received]
        undated += sum(s is None or s.received is None for s in sent)
        if days or any(standing(f).status is not Status.NOT_DUE for f in mine):
            found.append((sent_words(item, duties), len(mine), sorted(min(day, as_of) for day in days)))
    return found[-MOST_LINES:], undated


def _days(found: Iterable[date], as_of: date) -> tuple[date, ...]:
    """Return the days to draw: each from the day before the first arrival on, or the days of arrival if too many."""
    known = sorted(set(found))
    if not known:
        return ()
    first = known[0] - timedelta(days=1)
    whole = (as_of - first).days
    if whole <= MOST_DAYS:
        return tuple(first + timedelta(days=n) for n in range(whole + 1))
    return tuple(sorted({first, *known, as_of}))
