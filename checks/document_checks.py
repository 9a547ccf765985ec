"""What a check on a document looks at, and what it says: a remark with id, severity, message, remedy and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import TypeVar, cast

from checks.copied import PlanWords, plan_words
from checks.finding import Evidence, Finding
from checks.judge_bench import Bench
from checks.judge_dossier import Dossier
from checks.policy import Policy
from checks.requirement import Plan
from checks.submission import State, Submission
from checks.units import Register
from extractors.document import Document, Source
from extractors.facts import DocumentKind, Facts
from extractors.segment import Segment, SegmentKind, Zone
from extractors.span import Span
from extractors.vietnamese import lexicon

T = TypeVar("T")


class Severity(StrEnum):
    """ERROR holds up approval unless passed over with a reason, WARNING must be seen, HINT is folded and never sent."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    HINT = "gợi ý"


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the catalogue, as `lexicon/check_words.txt` describes it."""

    id: str
    severity: Severity
    name: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Flag:
    """One remark. `file` is "" where it is about a unit, `unit` "" where nobody is known to have sent the file."""

    id: str
    severity: Severity
    name: str
    message: str
    remedy: str
    file: str
    unit: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What a single check returns: its words and places; the catalogue adds id, severity, remedy, file and unit."""

    message: str
    spans: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None  # where the check's own would be too hard


PaperCheck = Callable[["Look", Submission, Document, Facts], Iterable[Remark]]
FileCheck = Callable[["Look", Submission], Iterable[Remark]]
UnitCheck = Callable[["Look", str, Dossier], Iterable[Remark]]


@cache
def checks() -> dict[str, Check]:
    """Return all checks by id."""
    found = {}
    for line in lexicon("check_words", "checks"):
        id, severity, name, remedy = (part.strip() for part in line.split("|"))
        found[id] = Check(id, Severity(severity), name, remedy)
    return found


@dataclass(frozen=True)
class Look:
    """Everything that checks may look at: plan, papers, findings and the day."""

    plan: Plan
    plan_document: Document
    plan_facts: Facts
    submissions: Sequence[Submission]
    register: Register
    findings: Sequence[Finding]
    as_of: date
    policy: Policy
    judged_at: Bench | None = None
    whole: Look | None = None  # the look at the whole campaign, where this one is at a single unit
    _kept: dict[Callable[[Look], object], object] = field(default_factory=dict)

    def at(self, submissions: Sequence[Submission], findings: Sequence[Finding]) -> Look:
        """Return the look at one unit: its papers and its findings, all else the same."""
        return replace(
            self, submissions=submissions, findings=findings, judged_at=self.bench, whole=self.whole or self, _kept={}
        )

    def with_bench(self, bench: Bench) -> Look:
        """Return the same look, with the table at which the units are judged."""
        return replace(self, judged_at=bench, _kept={})

    def once(self, make: Callable[[Look], T]) -> T:
        """Return what `make` finds in the whole campaign, found once: it is asked for each paper."""
        if self.whole is not None:
            return self.whole.once(make)
        if make not in self._kept:
            self._kept[make] = make(self)
        return cast("T", self._kept[make])

    @cached_property
    def bench(self) -> Bench:
        """Return the table that the units were judged at."""
        return self.judged_at or Bench(self.plan, self.submissions, self.register, self.as_of, self.policy)

    @cached_property
    def plan_words(self) -> PlanWords:
        """Return the plan's own words."""
        return plan_words(self.plan_document.text)

    @cached_property
    def years(self) -> frozenset[int]:
        """Return the years that the campaign is about: of the plan's day, its deadlines and its title."""
        days = [self.plan.issued.start] if self.plan.issued else []
        days += [item.deadline.end for item in self.plan.requirements if item.deadline]
        return frozenset(day.year for day in days if day) or frozenset({self.as_of.year})

    def papers(self) -> Iterable[tuple[Submission, Document, Facts]]:
        """Yield the papers of units that count: accepted ones, no copies, nothing replaced or strange."""
        for item in self.submissions:
            if item.state is State.ACCEPTED and item.document is not None and item.facts is not None:
                yield item, item.document, item.facts


def is_plan(facts: Facts) -> bool:
    """Return whether the paper is a plan."""
    return facts.letterhead.kind is DocumentKind.PLAN


def is_report(facts: Facts) -> bool:
    """Return whether the paper is a report."""
    return facts.letterhead.kind is DocumentKind.REPORT


def body(facts: Facts) -> Iterable[Segment]:
    """Yield the sentences of the body, appendices and tables left out."""
    for segment in facts.segments:
        if segment.kind is SegmentKind.SENTENCE and segment.zone in {Zone.BODY, Zone.CLOSING}:
            yield segment


def is_scan(document: Document) -> bool:
    """Return whether the first letters of the paper were recognised: what is not read there may still be written."""
    return any(block.source is Source.OCR for block in document.blocks[:12])


_INNER = str.maketrans("“”", "‘’")


def shorten(text: str, most: int = 160) -> str:
    """Return what stands between the marks of a quote: one line, no stop, cut after a word, marks inside single."""
    whole = " ".join(text.split()).translate(_INNER).rstrip(" ./;")
    if len(whole) <= most:
        return whole
    kept = whole[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-(") + "…"
    return kept + "’" if kept.count("‘") > kept.count("’") else kept


def place(span: Span) -> str:
    """Return where a place is: "trang 2", else its path."""
    return f"trang {span.page}" if span.page else span.path
