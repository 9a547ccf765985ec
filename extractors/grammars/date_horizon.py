"""The year that a heading sets for the dates below it: "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2031"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.facts import Role
from extractors.grammars.date_days import Reference
from extractors.grammars.date_rows import Found
from extractors.grammars.date_stamps import Phrase
from extractors.vietnamese import alternation

_AHEAD = re.compile(rf"(?<!\w){alternation('headings_ahead')}(?!\w)")
_TOLD = re.compile(r"(?<!\w)(?:kết quả|tình hình|đánh giá|tổng kết|sơ kết)(?!\w)")
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b(?!\s*[-–]\s*20)")
_OPENS = re.compile(r"(?:^|\n|[.;:] )[\s\-–+•*\d.)(a-zđ]{0,8}(?:(?:trong|sang|từ|đến|bước sang|riêng) )?$")
_FROM_TODAY = frozenset({"same period", "past year", "current"})
_SENTENCE_END = re.compile(r"\n|(?<=[^\W\d_]{3})\. |(?<=\d)\. (?=\D)")
_NEXT = re.compile(r"\bnăm\s+(?:tới|sau|tiếp theo)\b")


def carried(shadow: str, item: Found, role: Role, reference: Reference) -> int | None:
    """Return the year that a date sets for those behind it in its sentence, None where it sets none.

    It is the year after the document's that opens the sentence ("Năm 2031, ... trước ngày 30/6"), or that the first of
    several months and days states ("quý I/2031, ... quý II").
    """
    stamp = item.phrase.pairs[0][0] if item.phrase.pairs else None
    if stamp is None or reference.year is None or stamp.year != reference.year + 1:
        return None
    if role in {Role.LEGAL, Role.ISSUE}:
        return None
    if stamp.unit == "year" and not _OPENS.search(shadow[max(0, item.phrase.start - 24) : item.phrase.start]):
        return None
    return stamp.year


def parts(shadow: str, start: int, end: int) -> bool:
    """Return whether a sentence ends in shadow[start:end]."""
    return _SENTENCE_END.search(shadow, start, end) is not None


def is_relative(phrase: Phrase) -> bool:
    """Return whether a phrase is told from the day of the document itself ("đến nay", "cùng kỳ", "tháng tới")."""
    stamps = [stamp for pair in phrase.pairs for stamp in pair]
    return any(s.unit == "now" or s.shift is not None or s.rule in _FROM_TODAY for s in stamps)


def moved(reference: Reference, year: int | None, headings: Sequence[str]) -> Reference:
    """Return the reference for a date without a year: in `year` where its sentence sets one, else below `headings`."""
    return _in_year(reference, year) if year else _below(reference, headings)


def _in_year(reference: Reference, year: int) -> Reference:
    return replace(reference, day=None, month=None, year=year, period=None, looks_back=False)


def _below(reference: Reference, headings: Sequence[str]) -> Reference:
    """Return the reference for dates that stand below `headings` (folded, outermost first).

    Only a heading that looks ahead moves it: to the year after the document's, or, in a report that is written in the
    year after its own, to the year of its writing. What stands below other headings lies in the document's own time.
    """
    own = reference.year
    if own is None:
        return reference
    for heading in reversed(headings):
        if not _AHEAD.search(heading) or _TOLD.search(heading):
            continue
        years = {int(year) for year in _YEAR.findall(heading)}
        ahead = own + 1 if years == {own + 1} or (not years and _NEXT.search(heading)) else own
        if ahead > own or (reference.looks_back and years == {own}):
            return _in_year(reference, ahead)
    return reference
