"""Verdicts on files that cannot be read: a broken one is asked for again, one that only we cannot read waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checks import reasons
from checks.deadlines import Due, day_words
from checks.finding import Cause, Status
from checks.judge_verdict import Verdict
from checks.submission import Submission


def nothing_read(broken: Sequence[Submission], confidence: float) -> Verdict:
    """Return the verdict where none of a unit's files could be read."""
    errors = [item.error for item in broken if item.error is not None]
    theirs = [error.brief for error in errors if not error.ours]
    if theirs:
        return Verdict(Status.MISSING, Cause.UNREADABLE, reasons.only_broken(theirs), confidence=confidence)
    return Verdict(Status.MISSING, Cause.WAITS, reasons.only_unread(e.brief for e in errors), confidence=confidence)


def paper_unread(item: Submission, status: Status, arrived: date | None, due: Due, as_of: date) -> Verdict:
    """Return the verdict where the paper asked for may be an unreadable file; `status` is missing or not due."""
    told = f"Tệp không đọc được: {item.key}" + (f", nhận ngày {day_words(arrived)}." if arrived else ".")
    error = item.error
    if error is not None and error.ours:
        return Verdict(status, Cause.WAITS, reasons.unread_file(arrived, error.brief), confidence=0.9, steps=(told,))
    reason = reasons.broken_file(arrived, error.brief if error else "tệp hỏng", due, as_of)
    return Verdict(status, Cause.UNREADABLE, reason, confidence=0.9, steps=(told,))
