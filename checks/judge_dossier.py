"""All that one unit has sent and said by a day: its files, its claims, its exemplars."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from checks.deadlines import arrival_day
from checks.judge_told import told
from checks.plan_names import UnitNames
from checks.policy import Policy
from checks.recognise import INSPECTION
from checks.submission import State, Submission
from extractors.document import Document
from extractors.facts import Citation, Commitment, DocumentKind, Exemplar, Facts, Modality, Role
from extractors.interval import Interval
from extractors.segment import Segment, SegmentKind, Zone
from extractors.span import Span
from extractors.vietnamese import fold

_SENT = frozenset({State.ACCEPTED, State.DUPLICATE, State.SUPERSEDED, State.ATTACHMENT})
_SUBJECT = 110  # characters in which the subject of a clause stands
_BEFORE = re.compile(r"(?:[^:]*,\s*)?(?:(?:lãnh đạo|đoàn (?:kiểm tra|giám sát|công tác)) (?:của )?)?")
_DEED = re.compile(r"\s*(?:đã|vừa|có văn bản|có công văn|tổ chức|tiến hành|ban hành|kiểm tra|về kiểm tra|chủ trì)\b")
_TEAM = re.compile(r"(?:[^:,]{0,40},\s*)?đoàn (?:kiểm tra|giám sát|thanh tra)\b[^,;]{0,80}\bđã\b")
_INSPECTED = re.compile(r"(?<!\w)(?:kiểm tra|giám sát|khảo sát|làm việc (?:với|tại))(?!\w)")
_BLANK = re.compile(r"…|\.{4,}|_{3,}")
# Columns of a table of results that tell what was asked, by when and of whom, not what came of it.
_ASKED = re.compile(
    r"\b(?:thời hạn|hạn|thời gian|kế hoạch|chỉ tiêu|mục tiêu|phải|được giao|yêu cầu|chủ trì|phụ trách|phối hợp"
    r"|đơn vị tính|đvt|stt|tt)\b"
)
_RESULT = re.compile(r"\b(?:kết quả|thực hiện|đạt|tình hình|tiến độ)\b")
_TOLD = re.compile(r"\w")
_QUOTABLE = 220  # characters of a sentence that is quoted whole: longer ones are quoted by their clause
_AROUND = 600  # characters of a sentence or row that may give a clause its context


@dataclass(frozen=True)
class Claim:
    """One commitment of a current file, with the words around it that say what it is about."""

    file: str
    commitment: Commitment
    kind: DocumentKind
    context: str
    issued: date | None
    zone: Zone = Zone.BODY
    row: str = ""  # the whole table row, cells parted by TAB, where the clause is a cell
    sentence: Span | None = None  # the short sentence around it, which is what a clerk would quote
    result: Span | None = None  # the cell of that row which tells what came of it

    @property
    def text(self) -> str:
        """Return the words of the clause."""
        return self.commitment.span.quote

    @property
    def modality(self) -> Modality:
        """Return what the clause says of its own fulfilment."""
        return self.commitment.modality

    @property
    def from_plan(self) -> bool:
        """Return whether a plan says it: everything in it is still to be done."""
        return self.kind is DocumentKind.PLAN


@dataclass(frozen=True, slots=True)
class Ranked:
    """A claim with the share of a duty's topic that it speaks of."""

    score: float
    claim: Claim


@dataclass(frozen=True)
class Shown:
    """One exemplar of a current file."""

    file: str
    exemplar: Exemplar
    kind: DocumentKind


@dataclass(frozen=True)
class Cited:
    """One document that a current file names."""

    file: str
    citation: Citation


@dataclass(frozen=True)
class Dossier:
    """What a unit had sent by the day of judging; `sent` in the order of arrival, unknown arrivals first."""

    unit: str
    sent: tuple[Submission, ...] = ()
    broken: tuple[Submission, ...] = ()
    claims: tuple[Claim, ...] = ()
    told: tuple[Claim, ...] = ()  # what it says that others did
    shown: tuple[Shown, ...] = ()
    cited: tuple[Cited, ...] = ()
    apart: tuple[Submission, ...] = ()  # decisions and notices, which answer no duty but one to make them
    days: dict[str, date | None] = field(default_factory=dict)

    @property
    def current(self) -> tuple[Submission, ...]:
        """Return the files whose word counts."""
        return tuple(item for item in self.sent if item.current)

    def has(self, kind: DocumentKind) -> bool:
        """Return whether a current file of that kind is there."""
        return any(item.facts and item.facts.letterhead.kind is kind for item in self.current)


def dossier(
    unit: str, submissions: Sequence[Submission], as_of: date, policy: Policy, names: UnitNames | None = None
) -> Dossier:
    """Return what `unit` had sent by `as_of`; a file of unknown arrival counts as there."""
    days = {item.key: arrival_day(item.received, policy) for item in submissions if item.unit == unit}
    mine = [item for item in submissions if item.unit == unit and (days[item.key] or as_of) <= as_of]
    mine.sort(key=lambda item: (days[item.key] or date.min, item.key))
    sent = tuple(item for item in mine if item.facts is not None and item.state in _SENT)
    current = [item for item in sent if item.current]
    claims = [
        (claim, names is not None and _of_others(claim.text, unit, names)) for i in current for claim in _claims(i)
    ]
    return Dossier(
        unit=unit,
        sent=sent,
        broken=tuple(item for item in mine if item.unread),
        claims=tuple(claim for claim, foreign in claims if not foreign),
        told=tuple(claim for claim, foreign in claims if foreign),
        shown=tuple(Shown(i.key, e, i.facts.letterhead.kind) for i in current if i.facts for e in i.facts.exemplars),
        cited=tuple(Cited(i.key, c) for i in current if i.facts for c in i.facts.letterhead.citations),
        apart=tuple(item for item in mine if item.facts is not None and item.state is State.FOREIGN),
        days=days,
    )


def _of_others(text: str, unit: str, names: UnitNames) -> bool:
    """Return whether another unit, or a visiting team, is the subject of the clause: no deed of the sender."""
    low = fold(text)
    if _TEAM.match(low):
        return True
    first = next(iter(names.find(low, 0, min(len(low), _SUBJECT))), None)
    return bool(
        first and first.unit != unit and _BEFORE.fullmatch(low[: first.start]) and _DEED.match(low[first.end :])
    )


def _claims(item: Submission) -> Iterable[Claim]:
    facts, document = item.facts, item.document
    if facts is None or document is None:
        return
    around = Around(document, facts)
    head = facts.letterhead
    inspects = any(clue.startswith(INSPECTION) for clue in item.unit_clues)
    for commitment in facts.commitments:
        if inspects and not _inspected(commitment):
            continue  # what a sheet says of the unit that was inspected is no word of the office on its own duties
        if commitment.modality is not Modality.NONE:
            segment = around.segment(commitment.span.start)
            zone = segment.zone if segment else Zone.BODY
            row = around.row(segment)
            sentence = around.sentence(segment, commitment.span)
            context = around.words(segment)
            result, day = None, None
            if row and segment is not None and head.kind is not DocumentKind.PLAN:
                result = around.result(segment, commitment.span)
                day = around.day(segment) if result is not None else None
            for clause in told(commitment, head, document):
                said = clause if clause.deadline is not None else replace(clause, deadline=day)
                yield Claim(item.key, said, head.kind, context, head.issued, zone, row, sentence, result)


def _inspected(commitment: Commitment) -> bool:
    """Return whether a sheet tells that the inspection was held; one whose day is still blank does not."""
    words = fold(commitment.span.quote)
    return commitment.modality is Modality.DONE and _INSPECTED.search(words) is not None and not _BLANK.search(words)


class Around:
    """Finds the sentence, row and headings that a clause stands in."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self._document, self._text, self._dates = document, document.text, facts.dates
        self._segments: Sequence[Segment] = sorted(facts.segments, key=lambda segment: segment.start)
        self._starts = [segment.start for segment in self._segments]

    def segment(self, at: int) -> Segment | None:
        """Return the last segment that begins at or before offset `at`."""
        place = bisect_right(self._starts, at) - 1
        return self._segments[place] if place >= 0 else None

    def row(self, segment: Segment | None) -> str:
        """Return the cells of the row that a segment is a cell of, parted by TAB; "" outside tables."""
        if segment is None or segment.kind is not SegmentKind.ROW:
            return ""
        return "\t".join(self._text[cell.start : cell.end] for cell in segment.row)

    def result(self, segment: Segment, clause: Span) -> Span | None:
        """Return the cell behind a clause that tells most of what came of it, None where none tells a thing."""
        told = [
            cell
            for cell in segment.row
            if cell.start >= clause.end
            and not cell.carried
            and not _ASKED.search(fold(cell.head))
            and _TOLD.search(self._text[cell.start : cell.end])
        ]
        if not told:
            return None
        # What a column of results holds; else the longest, which is rarely a bare figure.
        best = max(told, key=lambda cell: (_RESULT.search(fold(cell.head)) is not None, cell.end - cell.start))
        return self._document.span(best.start, best.end)

    def day(self, segment: Segment) -> Interval | None:
        """Return the last day that a row of results names, but for those in columns of what was asked."""
        cells = [cell for cell in segment.row if not cell.carried and not _ASKED.search(fold(cell.head))]
        found = [
            mention.reading
            for mention in self._dates
            if mention.role not in {Role.LEGAL, Role.ISSUE}
            and mention.reading is not None
            and mention.reading.start == mention.reading.end
            and any(cell.start <= mention.span.start < cell.end for cell in cells)
        ]
        return max(found, key=lambda value: value.start or date.min, default=None)

    def sentence(self, segment: Segment | None, clause: Span) -> Span | None:
        """Return the sentence that holds a clause where it is short enough to quote, None outside running text."""
        if segment is None or segment.kind is SegmentKind.ROW or segment.sentence is None:
            return None
        start, end = segment.sentence
        while start < end and self._text[end - 1] in " \t\n.;,":
            end -= 1
        holds = start <= clause.start and clause.end <= end
        return self._document.span(start, end) if holds and end - start <= _QUOTABLE else None

    def words(self, segment: Segment | None) -> str:
        """Return the words around a segment: its nearest headings, then its sentence or its row; "" for none."""
        if segment is None:
            return ""
        parts = list(segment.headings[-2:])
        if segment.kind is SegmentKind.ROW:
            parts += [self._text[cell.start : cell.end] for cell in segment.row]
        else:
            start, end = segment.sentence or (segment.start, segment.end)
            parts.append(self._text[start : min(end, start + _AROUND)])
        return "\n".join(parts)
