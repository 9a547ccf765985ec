"""What a document says of its own time, for dates that leave something out."""

from __future__ import annotations

import re
from datetime import date

from extractors.document import Document
from extractors.facts import DocumentKind, Letterhead
from extractors.grammars.date_resolve import Reference, resolve
from extractors.grammars.date_scan import scan
from extractors.grammars.date_stamps import fold_dates
from extractors.interval import Interval

_FRAME = 6000  # characters: letterhead and title of any document lie within
_PLACE_DAY = re.compile(
    r"(?:^|[\n,]|(?<=\w,)) *(?P<day>ngày *(?P<d>\d{1,2}) *tháng *(?P<m>\d{1,2}) *n[aă]m *(?P<y>(?:19|20)\d\d))(?!\d)"
)
_PLACE_YEAR = re.compile(
    r"[\w ]{2,40}, *ngày[ ._…\d]{0,40}tháng[ ._…]*(?P<m>\d{1,2})?[ ._…]*n[aă]m *(?P<y>(?:19"
    r"|20)\d\d)(?!\d)"
)
_TITLE = re.compile(
    r"(?:^|\n) *(?P<kind>báo +cáo|kế +hoạch|chương +trình|tờ +trình|thông +báo)(?!\w)"
    r"(?P<rest>[^\n]*\n?[^\n]*\n?[^\n]*)"
)


def reference_of(document: Document, shadow: str, letterhead: Letterhead | None) -> Reference:
    """Return the time of `document`: its day as the letterhead says, else as its own place-and-date line says."""
    frame = shadow[:_FRAME]
    day = letterhead.issued if letterhead is not None else None
    day = day or _stated_day(frame)
    year = day.year if day else _stated_year(frame)
    title = _TITLE.search(frame)
    subject = letterhead.subject if letterhead is not None else None
    if subject is None and title is not None:
        subject = title["rest"].replace("\n", " ")
    period = _period(subject, Reference(day, year)) if subject else None
    if year is None and period is not None and period.end is not None:
        year = period.end.year
    return Reference(day, year, period, _looks_back(letterhead, title))


def _stated_day(frame: str) -> date | None:
    match = _PLACE_DAY.search(frame)
    if match is None:
        return None
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _stated_year(frame: str) -> int | None:
    match = _PLACE_YEAR.search(frame)
    return int(match["y"]) if match else None


def _looks_back(letterhead: Letterhead | None, title: re.Match[str] | None) -> bool | None:
    if letterhead is not None and letterhead.kind is not DocumentKind.OTHER:
        return letterhead.kind is DocumentKind.REPORT
    return title["kind"].startswith("báo") if title else None


def _period(subject: str, reference: Reference) -> Interval | None:
    """Return the first period that the subject names: what a report covers, what a plan plans."""
    for item in scan(subject, fold_dates(subject))[0]:
        if item.phrase.pairs and item.phrase.pairs[0][0].unit != "day":
            intervals = resolve(item.phrase, reference).intervals
            if intervals:
                return intervals[0]
    return None
