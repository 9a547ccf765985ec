"""What a document says of its own time, for dates that leave something out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractors.facts import DocumentKind, Letterhead
from extractors.grammars.date_days import Impossible, Reference, days_of
from extractors.grammars.date_resolve import resolve
from extractors.grammars.date_rows import Found
from extractors.grammars.date_scan import scan
from extractors.grammars.date_stamps import Phrase, Stamp, fold_dates
from extractors.interval import Interval

_FRAME = 6000  # characters: letterhead and title of any document lie within
_PLACE = re.compile(r"(?:^|[|/\n]|  |[^\W\d_]{2,} )[^\d:;.()|\n]{2,30}[,.] *$")
_TITLE = re.compile(
    r"(?:^|\n) *(?P<kind>báo +cáo|kế +hoạch|chương +trình|tờ +trình|thông +báo)(?!\w)"
    r"(?P<rest>[^\n]*\n?[^\n]*\n?[^\n]*)"
)


def reference_of(shadow: str, found: Sequence[Found], letterhead: Letterhead | None) -> Reference:
    """Return the time of a document: its day as the letterhead says, else as its own place-and-date line says.

    `found` are the date phrases of the folded text `shadow`, in order.
    """
    day = letterhead.issued if letterhead is not None else None
    year = day.year if day else None
    month: date | None = None
    if day is None:
        stated = _stated(shadow, found)
        day, year, month = stated.day, stated.year, stated.month
    title = _TITLE.search(shadow, 0, _FRAME)
    subject = letterhead.subject if letterhead is not None else None
    if subject is not None:
        phrases = [item.phrase for item in scan(subject, fold_dates(subject))[0]]
    else:
        phrases = [item.phrase for item in found if title and title.start() <= item.phrase.start < title.end()]
    period = _period(phrases, Reference(day, year))
    if year is None and period is not None and period.start and period.end and period.start.year == period.end.year:
        year = period.end.year
    return Reference(day, year, period, _looks_back(letterhead, title), month)


def _stated(shadow: str, found: Sequence[Found]) -> Reference:
    """Return the day, or at least month and year, of the first "place, ngày ... tháng ... năm ..." of the frame."""
    for item in found:
        if item.phrase.start > _FRAME:
            break
        stamp = _stamp_of(item.phrase)
        if stamp is None or not _PLACE.search(shadow[max(0, stamp.start - 40) : stamp.start]):
            continue
        if not shadow.startswith(("ngày", "ngay"), stamp.start):
            continue
        try:
            days = days_of(stamp, Reference())
        except Impossible:
            continue
        if stamp.unit == "day" and days is not None:
            return Reference(days.start, stamp.year)
        if "blank" in stamp.doubts:
            return Reference(None, stamp.year, month=days.start if days and stamp.month else None)
    return Reference()


def _stamp_of(phrase: Phrase) -> Stamp | None:
    return phrase.pairs[0][0] if len(phrase.pairs) == 1 and phrase.pairs[0][0].year is not None else None


def _looks_back(letterhead: Letterhead | None, title: re.Match[str] | None) -> bool | None:
    if letterhead is not None and letterhead.kind is not DocumentKind.OTHER:
        return letterhead.kind is DocumentKind.REPORT
    return title["kind"].startswith("báo") if title else None


def _period(phrases: Sequence[Phrase], reference: Reference) -> Interval | None:
    """Return the first period that the subject names: what a report covers, what a plan plans."""
    for phrase in phrases:
        if phrase.pairs and phrase.pairs[0][0].unit != "day":
            intervals = resolve(phrase, reference).intervals
            if intervals:
                return intervals[0]
    return None
