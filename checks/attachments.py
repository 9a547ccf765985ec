"""Appendices, tables and cover letters that were sent beside a plan or a report."""

from __future__ import annotations

from collections.abc import Iterable

from checks.likeness import file_words, head_of, marks, same_number
from checks.submission import State, Submission
from extractors.facts import DocumentKind
from extractors.vietnamese import bare

_SAME_TIME = 24 * 3600  # seconds between the arrival of a document and of what belongs to it


def is_appendix(item: Submission) -> bool:
    """A table of figures, or a text without frame that begins as appendices do."""
    assert item.document is not None
    head = head_of(item)
    if head.issuer or head.number or head.kind is not DocumentKind.OTHER:
        return False
    opening = bare(item.document.text[:200]).strip()
    return (
        item.document.format in {"xlsx", "xls", "ods"}
        or bool(marks("attachment_marks").match(opening))
        or bool(marks("attachment_marks").match(file_words(item)))
    )


def main_of(item: Submission, items: Iterable[Submission]) -> Submission | None:
    """Return the plan or report that `item` goes with: by the number it names, by folder, or by unit and hour."""
    mains = [
        one
        for one in items
        if one.state is State.ACCEPTED and one.key != item.key and head_of(one).kind is not DocumentKind.OTHER
    ]
    cited = [
        one
        for one in mains
        if any(same_number(citation.number, head_of(one).number) for citation in head_of(item).citations)
    ]
    cited = [one for one in cited if item.unit in {None, one.unit}]
    if len(cited) == 1 and (is_appendix(item) or _near(item, cited[0])):
        return cited[0]
    folder = item.key.rpartition("/")[0]
    inside = [one for one in mains if folder and one.key.rpartition("/")[0] == folder and item.unit in {None, one.unit}]
    if len(inside) == 1:
        return inside[0]
    near = [one for one in mains if item.unit is not None and one.unit == item.unit and _near(item, one)]
    return near[0] if len(near) == 1 else None


def _near(item: Submission, main: Submission) -> bool:
    if item.received is None or main.received is None:
        return False
    return abs((item.received - main.received).total_seconds()) <= _SAME_TIME
