"""Commitments in tables of tasks: one for each row that says what, and who, when or how far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.facts import Commitment, DocumentKind, Letterhead, Modality, Modifier, Quantity
from extractors.grammars.actions import find_predicate, find_recipient
from extractors.grammars.commitments_dates import Dates, stated
from extractors.grammars.commitments_tables import TaskRow, read_row
from extractors.grammars.denial import denies
from extractors.grammars.modality import modality
from extractors.grammars.quantities import find_quantities
from extractors.grammars.tense import looks_ahead
from extractors.interval import Interval
from extractors.segment import Column, Section, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})
_BRACKETED = re.compile(r"\(([^\W\d_][^()]{0,24}|%)\)\s*$")
_PLAIN_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_PROMISED = re.compile(r"\b(?:dự kiến|sẽ|phấn đấu|chuyển sang)\b")
_HAPPENED = frozenset({Modality.DONE, Modality.PARTLY})
_AHEAD = frozenset({Section.FUTURE, Section.TASK, Section.ORGANISATION})


def find_in_rows(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, dates: Dates
) -> Iterator[Commitment]:
    """Yield the commitment of each row of a table of tasks, in the order of the text; the task cell is quoted."""
    seen: tuple[Column, ...] = ()
    until: dict[str, Interval] = {}
    for segment in segments:
        if segment.kind is SegmentKind.HEADING:
            until.update(_reached(document.text, segment, dates))
        if segment.kind is not SegmentKind.ROW or segment.zone not in _ZONES or segment.row == seen:
            continue
        seen = segment.row
        row = read_row(document.text, segment.row)
        label = _label(document.text, row, segment, letterhead) if row is not None else Modality.NONE
        if row is not None and label is not Modality.NONE:
            found = _commitment(document, row, label, segment, letterhead, dates)
            told = found.deadline is None and row.state is not None and label in _HAPPENED
            above = (until.get(heading) for heading in reversed(segment.headings)) if told else ()
            yield replace(found, deadline=next(filter(None, above), None)) if told else found


def _reached(text: str, heading: Segment, dates: Dates) -> Iterator[tuple[str, Interval]]:
    """Yield a heading with the day up to which its figures were counted: "SỐ LIỆU (lũy kế đến ngày 31/8/2023)"."""
    for date in dates.within(heading.start, heading.end):
        if date.modifier in {Modifier.UNTIL, Modifier.BY} and date.reading is not None:
            yield text[heading.start : heading.end].rstrip(" :."), date.reading


def _label(text: str, row: TaskRow, segment: Segment, letterhead: Letterhead) -> Modality:
    """Return what a row says: by its state where a column tells it, as a duty where the document plans."""
    kind = letterhead.kind
    task = text[row.task[0] : row.task[1]]
    if row.state and kind is not DocumentKind.PLAN:
        told = modality(text[row.state[0] : row.state[1]], DocumentKind.REPORT, Section.RESULT)
        reached, wanted = _number(text, row.state), _number(text, row.target)
        if reached is not None and wanted is not None and reached < wanted:
            return Modality.PARTLY if reached else Modality.DENIED
        return told if told is not Modality.NONE else Modality.DONE
    if kind is DocumentKind.PLAN or segment.section in _AHEAD or looks_ahead(segment, letterhead):
        label = modality(task, DocumentKind.PLAN, Section.TASK)
        return Modality.OBLIGATION if label is Modality.NONE else label
    return Modality.NONE


def _commitment(
    document: Document, row: TaskRow, label: Modality, segment: Segment, letterhead: Letterhead, dates: Dates
) -> Commitment:
    text, (start, end) = document.text, row.task
    predicate = find_predicate(text, start, end)
    return Commitment(
        span=document.span(start, end),
        modality=label,
        actor=" ".join(text[row.actor[0] : row.actor[1]].split()) if row.actor else letterhead.issuer,
        action=text[predicate.verb[0] : predicate.verb[1]] if predicate else text[start:end],
        object=text[predicate.object[0] : predicate.object[1]].strip() if predicate else "",
        quantities=_quantities(document, row, dates),
        deadline=_deadline(text, row, segment, dates),
        recipient=find_recipient(text, start, end),
        section=segment.section,
        negated=denies(text[start:end]),
        confidence=0.9,
    )


def _deadline(text: str, row: TaskRow, segment: Segment, dates: Dates) -> Interval | None:
    """Return what the time cell says, else the state cell, the task, or a cell beside them ("Xong ngày 22/4/2023")."""
    when = row.time or row.state
    timed = [stated(date) for date in dates.within(*when) if date.reading] if when else []
    if timed and (row.time or len(timed) == 1):
        return timed[0]
    bound = dates.binding(text, *row.task)
    if bound or not row.state or timed:
        return bound
    named = (row.task, row.actor, row.target, row.state, row.unit)
    for column in segment.row:
        aside = not any(cell and column.start <= cell[0] < column.end for cell in named)
        if aside and _PROMISED.search(fold(text[column.start : column.end])) is None:
            bound = bound or dates.binding(text, column.start, column.end)
    return bound


def _quantities(document: Document, row: TaskRow, dates: Dates) -> tuple[Quantity, ...]:
    """Return the quantities of state, target and task cell, in this order: the first tells how far the task is."""
    found: list[Quantity] = []
    for cell in (row.state, row.target, row.task):
        value = _number(document.text, cell)
        if cell and value is not None:
            found.append(Quantity("=", value, _unit(document.text, row), document.span(*cell)))
        elif cell:
            taken = [(date.span.start, date.span.end) for date in dates.within(*cell)]
            found.extend(find_quantities(document, cell[0], cell[1], taken))
    return tuple(found)


def _unit(text: str, row: TaskRow) -> str:
    """Return the unit of a row's figures: its own column's, or what closes the task in brackets."""
    if row.unit:
        return text[row.unit[0] : row.unit[1]]
    bracketed = _BRACKETED.search(text, *row.task)
    return bracketed[1] if bracketed else ""


def _number(text: str, cell: tuple[int, int] | None) -> float | None:
    """Return the value of a cell that holds a number and nothing else ("4.120", "12,5"), or None."""
    piece = text[cell[0] : cell[1]].strip() if cell else ""
    if not _PLAIN_NUMBER.fullmatch(piece):
        return None
    return float(piece.replace(".", "").replace(",", "."))
