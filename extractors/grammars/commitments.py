"""Clauses that promise, claim or deny something that can be checked, in sentences and in tables of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extractors.document import Document
from extractors.facts import Commitment, DateMention, DocumentKind, Letterhead, Modality
from extractors.grammars.actions import Predicate, find_predicate, find_recipient
from extractors.grammars.commitments_actors import assigns, heading_actor, ordered
from extractors.grammars.commitments_clauses import Clause, find_clauses
from extractors.grammars.commitments_dates import Dates
from extractors.grammars.commitments_items import item_rows
from extractors.grammars.commitments_rows import find_in_rows
from extractors.grammars.commitments_worth import worth
from extractors.grammars.denial import denies, starts_with_verb
from extractors.grammars.modality import modality
from extractors.grammars.names import first_name
from extractors.grammars.quantities import find_quantities
from extractors.grammars.sections import section_of_path
from extractors.grammars.tense import describes, frames, looks_ahead, speaks_as, yet_to_come
from extractors.interval import Interval
from extractors.segment import Section, Segment, SegmentKind
from extractors.vietnamese import fold

_HAPPENED = frozenset({Modality.DONE, Modality.PARTLY})
_UNTOLD = frozenset({Modality.OBLIGATION, Modality.DONE})
_TOLD = re.compile(r"\b(?:đã|được|đạt)\b")
_WILL = re.compile(r"\b(?:sẽ|dự kiến|cam kết)\b")
_OPEN = frozenset({Modality.DENIED, Modality.IN_PROGRESS})
# "Căng 20 băng rôn": a verb that no list knows, with what it counts.
_COUNT = re.compile(r"^\w+(?: \w+)? (?:\d{1,3}(?:\.\d{3})+|\d+) [^\W\d_]")
# "Hình thức: thi trắc nghiệm", "Đối tượng: …" set the rules of an event and lay no duty on anybody.
_RULES = re.compile(r"(?:nội dung (?:thi|hội thi|họp)|hình thức|thể lệ|phương thức|đối tượng|thành phần)\b")
_SETS_TENSE = re.compile(r"(?:phấn đấu|chỉ tiêu|mục tiêu|cam kết|đăng ký|dự kiến)\b")
# Below these headings stand the deeds of exemplars, which are no claims of the unit.
_HONOURED = re.compile(
    r"(?:danh sách )?(?:(?:các|những|một số|về) )?(?:tập thể|cá nhân|gương|điển hình tiên tiến|nhân tố mới)"
    r"(?:,? (?:và )?(?:cá nhân"
    r"|tập thể))?"
    r"(?: (?:tiêu biểu|điển hình|tiên tiến|xuất sắc|sáng|người tốt.*))?(?:\s*\(.*\))?$"
)
# A share or a count may be set without any verb of the lexicon: "100% …", "Chiến sĩ thi đua: 07".
_SHARE = re.compile(r"\d\s?%|:\s*\d|^\s*(?:ít nhất|trên|tối thiểu|toàn bộ)\b")


# "Nghiêm cấm …", "Không hộ nào phải ngủ lều", "Mỗi lớp có 04 tiết đọc" ask for something without a verb to do it.
_FORBIDS = re.compile(r"(?:nghiêm )?cấm\b|(?:tuyệt đối )?không [^\W\d_]+ nào\b|mỗi [^,;]{2,40} có \d")


def find_commitments(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, dates: Sequence[DateMention]
) -> tuple[Commitment, ...]:
    """Return one commitment for each clause of the body that promises, claims or denies, in the order of the text.

    Exhortations, descriptions and boilerplate are among them; `worth_listing` tells them apart.
    """
    placed = Dates(dates)
    reader = _Reader(document, segments, letterhead, placed)
    rows = list(item_rows(document.text, segments))
    told = {row.sentence for row in rows}
    running = [segment for segment in segments if segment.sentence is None or segment.sentence not in told]
    found = [
        *reader.sentences(running),
        *find_in_rows(document, (*segments, *rows), replace(letterhead, kind=reader.kind), placed),
    ]
    return tuple(sorted(found, key=lambda item: (item.span.start, item.span.end)))


def worth_listing(item: Commitment) -> bool:
    """Return whether a clerk would list the commitment: below .5 stand exhortations, descriptions and boilerplate."""
    return item.confidence >= 0.5


class _Reader:
    """Holds what all sentences of one document share."""

    def __init__(self, document: Document, segments: Sequence[Segment], letterhead: Letterhead, dates: Dates) -> None:
        self.document, self.text, self.dates, self.letterhead = document, document.text, dates, letterhead
        self.kind = speaks_as(document.text, segments, letterhead)
        self.plan = self.kind is DocumentKind.PLAN
        self.written = letterhead.issued or dates.written()
        self.later = () if self.plan else dates.behind(self.written)
        self.periods = self._periods(segments) if self.plan else {}

    def _periods(self, segments: Sequence[Segment]) -> dict[str, Interval]:
        """Return the periods that headings of a plan set for what stands below them, by folded heading."""
        headings = [segment for segment in segments if segment.kind is SegmentKind.HEADING]
        found = ((segment, self.dates.period(segment.start, segment.end)) for segment in headings)
        return {_heading(self.text[s.start : s.end]): period for s, period in found if period is not None}

    def sentences(self, segments: Sequence[Segment]) -> Iterator[Commitment]:
        """Yield the commitments of sentences; an order to a person behind a duty names the actor of that duty."""
        held: Commitment | None = None
        actor: str | None = None
        sentence: tuple[int, int] | None = None
        promised = False
        for clause in find_clauses(self.document, segments, self.plan, self.later):
            if held is not None and assigns(self.text, clause):
                actor = ordered(self.text, clause) or actor
                held = replace(held, actor=actor or held.actor)
                continue
            if held is not None:
                yield held
            whole = clause.segment.sentence or (clause.segment.start, clause.segment.end)
            if whole != sentence:
                actor, promised = None, False
            sentence = whole
            held, actor = self._commitment(clause, actor, promised=promised)
            promised = promised or (held is not None and _promises(self.text[clause.start : clause.end], held))
        if held is not None:
            yield held

    def _commitment(
        self, clause: Clause, before: str | None, *, promised: bool
    ) -> tuple[Commitment | None, str | None]:
        """Return what one clause says, and the actor that the next clause of the sentence goes on with.

        `promised`: the sentence has begun with what will be done ("sẽ tổ chức 05 phiên; giải quyết dứt điểm …").
        """
        piece, section = self.text[clause.start : clause.end], self._section(clause)
        told = f"{clause.lead} {piece}" if _SETS_TENSE.match(clause.lead) else piece
        label = modality(told, self.kind, section)
        if label is Modality.NONE:
            return None, before
        if promised and label in _UNTOLD and not self.plan and _TOLD.search(fold(piece)) is None:
            label = Modality.INTENTION
        predicate = find_predicate(self.text, clause.start, clause.end)
        subject = self._subject(predicate)
        named = subject or clause.actor or before
        deadline = self._deadline(clause, label)
        if not self.plan and yet_to_come(piece, label, deadline, self.written):
            label = Modality.INTENTION
        taken = [(date.span.start, date.span.end) for date in self.dates.within(clause.start, clause.end)]
        found = Commitment(
            span=self.document.span(clause.start, clause.end),
            modality=label,
            actor=named or heading_actor(clause.segment) or self.letterhead.issuer,
            action=self.text[predicate.verb[0] : predicate.verb[1]] if predicate else piece,
            object=self.text[predicate.object[0] : predicate.object[1]].strip() if predicate else "",
            quantities=find_quantities(self.document, clause.start, clause.end, taken),
            deadline=deadline,
            recipient=find_recipient(self.text, clause.start, clause.end),
            section=section,
            negated=denies(piece),
            confidence=self._worth(piece, clause, label, section, deadline, predicate, subject),
        )
        return found, named

    def _worth(
        self,
        piece: str,
        clause: Clause,
        label: Modality,
        section: Section,
        deadline: Interval | None,
        predicate: Predicate | None,
        subject: str | None,
    ) -> float:
        if describes(clause.segment) or _is_deed(clause.segment):
            return 0.3
        if self.plan and (_RULES.match(clause.lead) or (frames(clause.segment) and not starts_with_verb(piece))):
            return 0.3
        if predicate is None and self._only_when(clause):
            return 0.3
        recurs = self.dates.recurs(clause.start, clause.end, marked=not self.plan)
        bound = deadline is not None or recurs
        if self.plan and predicate is None and not bound and not _without_verb(piece, section):
            return 0.3
        dated = recurs or (deadline is not None and (self.plan or not _is_year(deadline)))
        named = subject or clause.actor or heading_actor(clause.segment)
        person = named is not None and _is_person(named)
        return worth(piece, label, section, self.kind, lead=clause.lead, dated=dated, by_person=person)

    def _only_when(self, clause: Clause) -> bool:
        """Return whether nothing but a name of a phase and its dates stands in the clause."""
        words, at = 0, clause.start
        for date in self.dates.within(clause.start, clause.end):
            words += len(self.text[at : date.wide.start].split())
            at = date.wide.end
        return at > clause.start and words + len(self.text[at : clause.end].split()) < 4

    def _section(self, clause: Clause) -> Section:
        """Return the section, corrected by the lead-in and by a heading that names a year to come."""
        segment = clause.segment
        if not self.plan and looks_ahead(segment, self.letterhead):
            return Section.FUTURE
        if clause.led and not self.plan and self._is_ahead(clause.led):
            return Section.FUTURE
        if clause.lead:
            told = section_of_path((*segment.headings, clause.lead), self.kind is DocumentKind.REPORT)
            if told in {Section.PURPOSE, Section.TARGET} or (not self.plan and told is not Section.UNKNOWN):
                return told
        return segment.section

    def _is_ahead(self, led: tuple[int, int]) -> bool:
        """Return whether a lead-in names a period that begins behind the day of the document ("Quý IV: …")."""
        return any(led[0] <= at < led[1] for at in self.later)

    def _deadline(self, clause: Clause, label: Modality) -> Interval | None:
        if label in _OPEN:
            return None  # what was not done has no day on which it was
        bound = self.dates.binding(self.text, clause.start, clause.full, label in _HAPPENED)
        if bound is not None:
            return bound
        if clause.led and label not in _HAPPENED:
            led = self.dates.period(*clause.led)
            if led is not None:
                return led
        if not self.periods:
            return None
        above = (self.periods.get(_heading(heading)) for heading in reversed(clause.segment.headings))
        return next((period for period in above if period is not None), None)

    def _subject(self, predicate: Predicate | None) -> str | None:
        if predicate is None or predicate.subject is None:
            return None
        start, end = predicate.subject
        for date in self.dates.within(start, end):
            comma = self.text.find(",", date.wide.end, end)
            if comma >= 0 and not self.text[date.wide.end : comma].strip():
                start = comma + 1  # "Trong năm, Chi bộ ...", "Trước ngày ..., các đồng chí ..." say when, then who
        return self.text[start:end].strip(" ,") or None


def _without_verb(piece: str, section: Section) -> bool:
    """Return whether a clause of a plan asks for something though no verb of the lexicon stands in it."""
    low = fold(piece)
    if _FORBIDS.match(low) or (section is Section.TARGET and low.startswith(("không để", "không có"))):
        return True
    return _SHARE.search(piece.lower()) is not None or (section is Section.TASK and _COUNT.search(piece) is not None)


def _promises(piece: str, found: Commitment) -> bool:
    return found.modality in {Modality.INTENTION, Modality.PLEDGE} and _WILL.search(fold(piece)) is not None


def _heading(text: str) -> str:
    return fold(text).strip(" :.")


def _is_deed(segment: Segment) -> bool:
    """Return whether the segment is an item, or what stands behind a name, below "Tập thể", "Cá nhân tiêu biểu"."""
    last = _honoured(segment.headings)
    return last > 0 and (bool(segment.label) or last < len(segment.headings))


@lru_cache(maxsize=256)
def _honoured(headings: tuple[str, ...]) -> int:
    """Return the place of the innermost heading that names those honoured, counted from 1, or 0."""
    return max((at for at, line in enumerate(headings, start=1) if _HONOURED.match(_heading(line))), default=0)


def _is_year(interval: Interval) -> bool:
    return interval.start is not None and interval == Interval.year(interval.start.year)


def _is_person(named: str) -> bool:
    return first_name(named) is not None
