"""Clauses that promise, claim or deny something that can be checked, in sentences and in tables of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.facts import Commitment, DateMention, DocumentKind, Letterhead, Modality
from extractors.grammars.actions import Predicate, find_predicate
from extractors.grammars.actors import find_units
from extractors.grammars.commitments_clauses import Clause, find_clauses
from extractors.grammars.commitments_dates import Dates
from extractors.grammars.commitments_tables import TaskRow, read_row
from extractors.grammars.commitments_worth import worth
from extractors.grammars.modality import denies, modality
from extractors.grammars.names import find_names
from extractors.grammars.sections import section_of_path
from extractors.interval import Interval
from extractors.segment import Column, Section, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})
# "giao bà X làm đầu mối", "Giao anh Y, Bí thư Đoàn xã, làm tổ trưởng": says who does what the sentence before asks.
_ASSIGNMENT = re.compile(
    r"^giao\s[^;]{4,120}?\b(?:làm đầu mối|là đầu mối|chịu trách nhiệm|phụ trách|làm tổ trưởng|làm trưởng|theo dõi|chủ trì|thực hiện|đôn đốc)"
    r"(?:\s[^,;]{0,40})?$"
)
_RECEIVER = re.compile(r"\b(?:gửi|nộp|trình|báo cáo)\b")


def find_commitments(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, dates: Sequence[DateMention]
) -> tuple[Commitment, ...]:
    """Return one commitment for each clause of the body that promises, claims or denies, in the order of the text.

    `confidence` below .5 marks exhortations, descriptions and boilerplate, which no clerk would list.
    """
    reader = _Reader(document, letterhead, Dates(dates), segments)
    found = [*reader.sentences(segments), *reader.rows(segments)]
    return tuple(sorted(found, key=lambda item: (item.span.start, item.span.end)))


class _Reader:
    """Holds what all clauses of one document share."""

    def __init__(self, document: Document, letterhead: Letterhead, dates: Dates, segments: Sequence[Segment]) -> None:
        self.document, self.text, self.dates = document, document.text, dates
        self.kind, self.issuer = letterhead.kind, letterhead.issuer
        self.plan = letterhead.kind is DocumentKind.PLAN
        self.periods = self._periods(segments)

    def _periods(self, segments: Sequence[Segment]) -> dict[str, Interval]:
        """Return the periods that headings of a plan set for what stands below them."""
        if not self.plan:
            return {}
        found: dict[str, Interval] = {}
        for segment in segments:
            if segment.kind is SegmentKind.HEADING and segment.zone in _ZONES:
                period = self.dates.period(segment.start, segment.end)
                if period:
                    found[fold(self.text[segment.start : segment.end]).strip(" :.")] = period
        return found

    def sentences(self, segments: Sequence[Segment]) -> Iterator[Commitment]:
        held: Commitment | None = None
        actor: str | None = None
        sentence: tuple[int, int] | None = None
        for clause in find_clauses(self.document, segments, self.plan):
            piece = self.text[clause.start : clause.end]
            if held is not None and _ASSIGNMENT.match(fold(piece)):
                assigned = self._ordered(clause)
                held = replace(held, actor=assigned or held.actor)
                actor = assigned or actor
                continue
            if held is not None:
                yield held
            whole = clause.segment.sentence or (clause.segment.start, clause.segment.end)
            actor = actor if whole == sentence else None
            sentence = whole
            held = self._commitment(clause, actor)
            actor = held.actor if held is not None and held.actor != self.issuer else actor
        if held is not None:
            yield held

    def _ordered(self, clause: Clause) -> str | None:
        names = find_names(self.text, clause.start, clause.end)
        if names:
            return self.text[names[0].lead : names[0].end]
        units = find_units(self.text, clause.start, clause.end)
        return self.text[units[0].start : units[0].end] if units else None

    def _commitment(self, clause: Clause, before: str | None) -> Commitment | None:
        piece = self.text[clause.start : clause.end]
        segment = clause.segment
        section = segment.section
        if clause.lead:
            section = section_of_path((*segment.headings, clause.lead), self.kind is DocumentKind.REPORT)
            section = segment.section if section is Section.UNKNOWN else section
        label = modality(_told(piece, clause), self.kind, section)
        if label is Modality.NONE:
            return None
        predicate = find_predicate(self.text, clause.start, clause.end)
        subject = self._subject(predicate, clause)
        deadline = self.dates.binding(self.text, clause.start, clause.end) or self._inherited(segment)
        person = subject is not None and bool(find_names(subject))
        return Commitment(
            span=self.document.span(clause.start, clause.end),
            modality=label,
            actor=subject or clause.actor or before or _heading_actor(segment) or self.issuer,
            action=self.text[predicate.verb[0] : predicate.verb[1]] if predicate else piece,
            object=self.text[predicate.object[0] : predicate.object[1]].strip() if predicate else "",
            quantities=(),
            deadline=deadline,
            recipient=self._recipient(clause.start, clause.end),
            section=section,
            negated=denies(piece),
            confidence=worth(piece, label, section, plan=self.plan, dated=deadline is not None, by_person=person),
        )

    def _inherited(self, segment: Segment) -> Interval | None:
        for heading in reversed(segment.headings):
            period = self.periods.get(fold(heading).strip(" :."))
            if period:
                return period
        return None

    def _subject(self, predicate: Predicate | None, clause: Clause) -> str | None:
        if predicate is None or predicate.subject is None:
            return None
        return self.text[predicate.subject[0] : predicate.subject[1]].strip(" ,") or None

    def _recipient(self, start: int, end: int) -> str | None:
        """Return the unit to which something is sent, handed in or reported, or None."""
        low = fold(self.text[start:end])
        for match in _RECEIVER.finditer(low):
            for unit in find_units(self.text, start + match.end(), end):
                between = low[match.end() : unit.start - start]
                if re.fullmatch(r"\s*(?:[^,;:]{0,60}?\s(?:về|cho|tới|lên|gửi)\s+|về\s+|cho\s+|lên\s+)?", between):
                    return self.text[unit.start : unit.end]
        return None

    def rows(self, segments: Sequence[Segment]) -> Iterator[Commitment]:
        seen: tuple[Column, ...] = ()
        for segment in segments:
            if segment.kind is not SegmentKind.ROW or segment.zone not in _ZONES or segment.row == seen:
                continue
            seen = segment.row
            row = read_row(self.text, segment.row)
            if row is None:
                continue
            found = self._from_row(row, segment)
            if found is not None:
                yield found

    def _from_row(self, row: TaskRow, segment: Segment) -> Commitment | None:
        label = self._row_modality(row, segment)
        if label is Modality.NONE:
            return None
        start, end = row.task
        deadline = self.dates.binding(self.text, start, end)
        if row.time:
            timed = [date.reading for date in self.dates.within(*row.time) if date.reading]
            deadline = timed[0] if timed else deadline
        predicate = find_predicate(self.text, start, end)
        actor = self.text[row.actor[0] : row.actor[1]] if row.actor else None
        return Commitment(
            span=self.document.span(start, end),
            modality=label,
            actor=" ".join(actor.split()) if actor else self.issuer,
            action=self.text[predicate.verb[0] : predicate.verb[1]] if predicate else self.text[start:end],
            object=self.text[predicate.object[0] : predicate.object[1]].strip() if predicate else "",
            quantities=(),
            deadline=deadline,
            recipient=self._recipient(start, end),
            section=segment.section,
            confidence=0.9,
        )

    def _row_modality(self, row: TaskRow, segment: Segment) -> Modality:
        """Return the label of a row: of its state where a column tells it, of the document where it is a plan."""
        if row.state:
            state = self.text[row.state[0] : row.state[1]]
            told = modality(state, DocumentKind.REPORT, Section.RESULT)
            return told if told is not Modality.NONE else Modality.DONE
        task = self.text[row.task[0] : row.task[1]]
        if self.plan or segment.section in {Section.FUTURE, Section.TASK, Section.ORGANISATION}:
            label = modality(task, DocumentKind.PLAN, Section.TASK)
            return Modality.OBLIGATION if label is Modality.NONE else label
        return Modality.NONE


def _told(piece: str, clause: Clause) -> str:
    """Return the clause with the lead-in that decides its tense ("Phấn đấu …:", "Chỉ tiêu:")."""
    if re.match(r"(?:phấn đấu|chỉ tiêu|mục tiêu|cam kết|đăng ký|dự kiến)\b", clause.lead):
        return f"{clause.lead} {piece}"
    return piece


def _heading_actor(segment: Segment) -> str | None:
    """Return the unit that the nearest heading names and nothing else ("1. Văn phòng Sở")."""
    for heading in reversed(segment.headings):
        units = find_units(heading)
        if units and units[0].start == 0 and not units[0].bare and len(heading) - units[0].end < 4:
            return heading[units[0].start : units[0].end]
    return None
