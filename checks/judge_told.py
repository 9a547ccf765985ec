"""What clauses of a report tell on a second look: results worded like tasks, and results with a goal behind.

A clause by itself may look like a task ("niêm yết tại 7/7 phòng trước ngày 30/6"); in a report its figures tell that it
was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Document
from extractors.facts import Commitment, DocumentKind, Letterhead, Modality
from extractors.vietnamese import fold

_TASKS = frozenset({Modality.OBLIGATION, Modality.PLANNED})
_AHEAD = frozenset({Modality.OBLIGATION, Modality.PLANNED, Modality.TARGET, Modality.INTENTION, Modality.PLEDGE})
_TO_DO = re.compile(r"\b(?:sẽ|phải|cần|đề nghị|yêu cầu|phấn đấu|dự kiến|giao|tiếp tục)\b")
_GOAL = re.compile(r"[,;]\s*(?:phấn đấu|dự kiến|mục tiêu|hướng tới|sẽ)\b")
_FIGURE = re.compile(r"\d")
_SHORT = re.compile(r"\bchưa đạt (?:được )?(?:chỉ tiêu|kế hoạch|yêu cầu|mục tiêu|tỷ lệ)\b|\bchưa đạt$")


def told(item: Commitment, head: Letterhead, document: Document) -> Iterator[Commitment]:
    """Yield a clause as its paper means it: a result, a result and the goal behind it, or the clause as it is."""
    if head.kind is DocumentKind.PLAN:
        yield item
        return
    low = fold(item.span.quote)
    goal = _GOAL.search(low) if item.modality in _AHEAD else None
    if goal is not None and _FIGURE.search(low[: goal.start()]) and _TO_DO.search(low[: goal.start()]) is None:
        yield _part(item, document, 0, goal.start(), Modality.DONE)
        yield _part(item, document, goal.start() + 1, len(low), item.modality)
        return
    if item.modality in _TASKS and not _TO_DO.search(low) and (_ratio(item) or _past(item, head)):
        yield replace(item, modality=Modality.DONE)
        return
    if item.modality is Modality.DENIED and item.quantities and _falls_short(low, item):
        yield replace(item, modality=Modality.PARTLY)
        return
    yield item


def _part(item: Commitment, document: Document, start: int, end: int, modality: Modality) -> Commitment:
    """Return the stretch of a clause with the quantities that stand in it."""
    text = item.span.quote
    while start < end and text[start] in " ,;":
        start += 1
    span = document.span(item.span.start + start, item.span.start + end)
    inside = tuple(q for q in item.quantities if q.span.start < span.end and span.start < q.span.end)
    return replace(item, span=span, quantities=inside, deadline=None, modality=modality)


def _ratio(item: Commitment) -> bool:
    return any(quantity.ratio for quantity in item.quantities)


def _past(item: Commitment, head: Letterhead) -> bool:
    """Return whether the clause tells of a day, or of days, that had gone by when the paper was written."""
    when = item.deadline
    if when is None or when.start is None or when.end is None or head.issued is None:
        return False
    return when.end < head.issued


def _falls_short(low: str, item: Commitment) -> bool:
    """Return whether what is denied is only that the goal was reached: "được 143 bản, chưa đạt chỉ tiêu"."""
    short = _SHORT.search(low)
    return short is not None and any(q.span.start - item.span.start < short.start() for q in item.quantities)
