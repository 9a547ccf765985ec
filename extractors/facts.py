"""What a document says: letterhead, dates, commitments and exemplars, each with the place that says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from extractors.interval import Interval
from extractors.segment import Section, Segment, SegmentKind, Zone
from extractors.span import Span


class DocumentKind(StrEnum):
    """The kinds that a campaign collects; every other type of document is OTHER."""

    PLAN = "ke_hoach"
    REPORT = "bao_cao"
    OTHER = "khac"


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document named in the text: type word, number and symbol, day, issuing body, as far as stated."""

    span: Span
    type: str
    number: str | None
    issued: date | None
    issuer: str | None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The frame of a document. `type_name` is the type as written ("KẾ HOẠCH", "" for a công văn).

    `number` is None where its blank was never filled; `number_blank` tells a blank from an absent line. Places are in
    `spans` by field name ("number", "issued", "kind", "issuer", "subject", "signer", "signer_title"). `signer_title`
    keeps the lines of the authority block, joined by a line break. `sources` says for number and day whether the
    letters, the signature layer or recognition gave them ("text", "signature", "ocr").
    """

    kind: DocumentKind
    type_name: str
    issuer: str | None
    parent: str | None
    number: str | None
    number_blank: bool
    issued: date | None
    issued_text: str | None
    place: str | None
    subject: str | None
    signer: str | None
    signer_title: str | None
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    citations: tuple[Citation, ...]
    spans: dict[str, Span]
    sources: dict[str, str]
    draft_marks: tuple[Span, ...] = ()
    replaces: tuple[Citation, ...] = ()  # "thay thế Kế hoạch số ..."


class DateKind(StrEnum):
    """What a mention stands for."""

    INTERVAL = "interval"
    SET = "set"  # a recurrence: hằng tháng, định kỳ quý
    DURATION = "duration"  # 05 ngày làm việc kể từ ...
    INVALID = "invalid"  # 31/02: flagged, never mended


class Modifier(StrEnum):
    """How the words around a date bind it."""

    AT = "at"
    BEFORE = "before"  # trước ngày: the day itself is a setting, in time by default
    BY = "by"  # chậm nhất, đến hết
    FROM = "from"
    UNTIL = "until"
    IN = "in"
    RANGE = "range"
    AFTER = "after"
    WITHIN = "within"
    APPROX = "approx"
    BLANK_DAY = "blankday"
    REFERENCE = "ref"  # relative to the document: cùng kỳ, đến nay
    LUNAR = "lunar"
    DURATION = "dur"


class Role(StrEnum):
    """What the date is for."""

    ISSUE = "issue"
    LEGAL = "legal"
    DEADLINE = "deadline"
    EVENT = "event"
    PERIOD = "period"
    HORIZON = "horizon"
    ANNIVERSARY = "anniv"
    COMPARE = "compare"
    EFFECTIVE = "effective"
    BIOGRAPHY = "bio"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A day that comes back every `unit`: "week", "month", "quarter", "half" or "year".

    `marks` are (month of the period, day of that month); months run on past the end of the period, so (4, 10) of a
    quarter is the tenth day after it. Day 0 is the whole month, a day past the end of a month its last day. For a week
    the mark is (0, ISO weekday). No marks where only the rhythm is named ("hằng quý").
    """

    unit: str
    marks: tuple[tuple[int, int], ...] = ()

    def within(self, year: int) -> tuple[Interval, ...]:
        """Return the days of every period that begins in `year`, in order; () for weeks and for a bare rhythm."""
        size = {"month": 1, "quarter": 3, "half": 6, "year": 12}.get(self.unit)
        if size is None:
            return ()
        return tuple(self._mark(year, first, mark) for first in range(0, 12, size) for mark in self.marks)

    @staticmethod
    def _mark(year: int, first: int, mark: tuple[int, int]) -> Interval:
        months = first + mark[0] - 1
        whole = Interval.month(year + months // 12, months % 12 + 1)
        if mark[1] == 0 or whole.start is None or whole.end is None:
            return whole
        return Interval.day(whole.start.replace(day=min(mark[1], whole.end.day)))


@dataclass(frozen=True, slots=True)
class Duration:
    """A stretch counted from an event: `unit` is "hour", "day", "week", "month" or "year"; `anchor` names the event."""

    amount: int
    unit: str
    working: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of a date or period.

    `span` is the bare expression, `wide` the same with its preposition (trước, trong, từ, đến hết, chậm nhất).
    `intervals` are the days that it names (several for a list, none when not resolvable); `reading` is the one interval
    that binds, with the modifier applied: before/by/until open the start, from opens the end (None when unresolvable).
    """

    span: Span
    wide: Span
    kind: DateKind
    intervals: tuple[Interval, ...]
    reading: Interval | None
    modifier: Modifier
    role: Role
    precision: str  # day | month | quarter | half | year | part | range
    calendar: str = "solar"
    rule: str = ""
    confidence: float = 1.0
    recurrence: Recurrence | None = None
    duration: Duration | None = None
    doubts: tuple[str, ...] = ()  # "impossible" (31/02), "weekday" (names another day), "blank", "typo"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its comparison: `op` is ">=", "=" or "<="; percentages have value 80 and unit "% hồ sơ"."""

    op: str
    value: float
    unit: str
    span: Span
    upper: float | None = None  # "từ 02 đến 03"
    ratio: tuple[float, float] | None = None  # "27/32"


class Modality(StrEnum):
    """What a clause says of its own fulfilment. `design.md` 3 maps them to planned, done and not_done."""

    OBLIGATION = "obligation"
    TARGET = "target"
    PLEDGE = "pledge"
    INTENTION = "intention"
    PLANNED = "planned"
    DRAFTING = "drafting"  # đang dự thảo, dự kiến trình
    IN_PROGRESS = "in_progress"
    PARTLY = "partly"
    DONE = "done"
    DENIED = "denied"
    RESTATED = "restated"  # copied from the plan
    NONE = "none"  # a heading, a reference, a judgement: says nothing that can be checked


@dataclass(frozen=True, slots=True)
class Commitment:
    """One clause that promises, claims or denies something. `span` is what a clerk would quote, number left out."""

    span: Span
    modality: Modality
    actor: str | None
    action: str
    object: str
    quantities: tuple[Quantity, ...]
    deadline: Interval | None
    recipient: str | None
    section: Section
    negated: bool = False
    confidence: float = 1.0


class ExemplarKind(StrEnum):
    """Person, collective, or a way of working with a name."""

    PERSON = "ca_nhan"
    COLLECTIVE = "tap_the"
    MODEL = "mo_hinh"


@dataclass(frozen=True, slots=True)
class Exemplar:
    """Someone or something that the document presents as exemplary; `planned` where it is only hoped for.

    `span` is the name, without honorific; `context` the sentence or row that presents it.
    """

    span: Span
    name: str
    kind: ExemplarKind
    honorific: str | None
    position: str | None
    affiliation: str | None
    deed: str | None
    award: str | None
    planned: bool
    context: Span
    confidence: float = 1.0


@dataclass(frozen=True)
class Facts:
    """All that one document says. `unread_dates` are date-like phrases that no rule read."""

    letterhead: Letterhead
    segments: tuple[Segment, ...]
    dates: tuple[DateMention, ...]
    commitments: tuple[Commitment, ...]
    exemplars: tuple[Exemplar, ...]
    unread_dates: tuple[Span, ...] = ()

    @cached_property
    def told_whole(self) -> Mapping[Section, tuple[tuple[int, int], ...]]:
        """Return the whole sentences of the body (start, end), in order, under headings that tell faults or wishes."""
        found: dict[Section, dict[tuple[int, int], None]] = {Section.SHORTCOMING: {}, Section.PROPOSAL: {}}
        for item in self.segments:
            if item.section in found and item.kind is SegmentKind.SENTENCE and item.zone is Zone.BODY:
                found[item.section][item.sentence or (item.start, item.end)] = None
        return {section: tuple(places) for section, places in found.items()}

    def restating(self, copies: Collection[int]) -> Facts:
        """Return the facts with the commitments at these places told to restate the plan; themselves for none."""
        if not copies:
            return self
        told = (
            replace(item, modality=Modality.RESTATED) if at in copies else item
            for at, item in enumerate(self.commitments)
        )
        return replace(self, commitments=tuple(told))
