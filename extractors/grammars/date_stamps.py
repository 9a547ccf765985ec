"""The nouns of the date grammar before a year is known, and the pieces of regular expressions that its rules share.

All patterns run on `fold_dates()` of the text (lower case, one tone placement, every blank a space), where a line feed
stands only at a border that no date crosses. They hold no upper-case letter, so that `bare()` of a pattern is the same
pattern for text that lost its marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from extractors.facts import Duration, Recurrence
from extractors.grammars.numerals import read_number, word_pattern
from extractors.vietnamese import bare, fold

YEAR = r"(?:1[89]|20|21)\d\d(?!\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
MONTH_WORD = f"(?:giêng|chạp|{word_pattern(2, 12, without=('năm', 'bốn'))})(?!\\w)"
# Recognition takes I for l.
QUARTER = r"(?:0?[1-4]|[il]v|[il]{1,3}|nhất|một|hai|ba|tư|bốn)(?!\w)"
DOTS = r"[ ._…]"
# "báo cáo năm trước ngày 25/11" is due before that day and tells of no last year.
NOT_DUE = r"(?! +(?:ngày|tháng|quý|hạn|\d))"
RELATIVE = rf"(?:nay|này|trước{NOT_DUE}|ngoái|sau|tới)(?!\w)"
# "/2022", "năm 2022", ", năm 2022", "năm nay": what may follow a month or a quarter.
YEAR_TAIL = (
    rf"(?: *[/.\-] *(?P<y>{YEAR})|,? *\(?(?:của +)?n[aă]m *:? *(?P<y2>{YEAR})"
    rf"|,? +(?:của +)?năm +(?P<rel>{RELATIVE})|,? +(?P<next>sang) +năm(?! *\d)(?!\w))"
)
PART = r"(?:(?P<p>đầu|giữa|cuối|nửa đầu|nửa cuối|thượng tuần|trung tuần|hạ tuần) +(?:của +)?)?"
RECENT = r"(?: +(?:vừa qua|vừa rồi|sắp tới))?"
UNITS = {"năm": "year", "quý": "quarter", "tháng": "month", "tuần": "week"}
UNITS |= {bare(word): unit for word, unit in UNITS.items()}
SHIFTS = {"sang": 1, "nay": 0, "này": 0, "trước": -1, "ngoái": -1, "qua": -1, "sau": 1, "tới": 1}
SHIFTS |= {bare(word): shift for word, shift in SHIFTS.items()}


@dataclass(frozen=True, slots=True)
class Stamp:
    """One point as written: a day, week, month, quarter, stretch of months, year or stretch of years.

    What the text leaves out is None; `shift` counts units from the document's own date ("năm trước" is -1). `lead` is
    where a head begins that is not part of the expression ("năm học 2022-2023"); `bare` tells that no word names the
    unit ("15/6"); `weekday` is the ISO day that the text names beside the date.
    """

    start: int
    end: int
    unit: str
    rule: str
    year: int | None = None
    shift: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    count: int = 0  # months of a stretch, the week of a month, the place in the sixty years (from 1)
    until: int | None = None  # last year of a stretch
    then: int | None = None  # "tầm nhìn đến năm 2030"
    lead: int | None = None
    bare: bool = False
    weekday: int | None = None
    calendar: str = "solar"
    doubts: tuple[str, ...] = ()

    def with_year_of(self, other: Stamp) -> Stamp:
        """Return this point in the year that `other` states, where it states none itself."""
        return self if self.dated else replace(self, year=other.year, shift=other.shift)

    @property
    def dated(self) -> bool:
        """Return whether the text itself fixes the year."""
        return self.year is not None or self.shift is not None


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one mention says: points in `pairs` (first and last of each stretch), or a recurrence, or a duration."""

    start: int
    end: int
    rule: str
    pairs: tuple[tuple[Stamp, Stamp], ...] = ()
    recurrence: Recurrence | None = None
    duration: Duration | None = None
    lead: int | None = None
    pair: tuple[int, int] | None = None  # (start, end) of both halves of "(19/5/1890 - 19/5/2022)"
    partner: Stamp | None = None  # the other half

    @property
    def ranged(self) -> bool:
        """Return whether this is one stretch between two different points."""
        return len(self.pairs) == 1 and self.pairs[0][0] is not self.pairs[0][1]


Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern for one point; `opens` are the letters that it can begin with ("0" for any digit)."""

    opens: str
    source: str
    build: Callable[[Match], Stamp | None]


_QUARTER_SPELLINGS = re.compile(r"q(?:úy|uí)(?!\w)")


def fold_dates(text: str) -> str:
    """Return `fold(text)` with the spellings "qúy" and "quí" as "quý"; the length is kept."""
    return _QUARTER_SPELLINGS.sub("quý", fold(text))


@cache
def pattern(source: str, unmarked: bool = False) -> re.Pattern[str]:
    """Return the compiled rule, for text without marks if asked."""
    return re.compile(bare(source).replace("(?p", "(?P") if unmarked else source)


def group(match: Match, *names: str) -> str | None:
    """Return the first of the named groups that took part."""
    known = match.re.groupindex
    return next((match.group(name) for name in names if name in known and match.group(name)), None)


def year_of(match: Match) -> tuple[int | None, int | None]:
    """Return (year, shift) that the groups y, y2, yy and rel of a match state."""
    found = group(match, "y", "y2")
    if found:
        return int(found), None
    short = group(match, "yy")
    if short:
        return (2000 if int(short) <= 50 else 1900) + int(short), None
    relative = group(match, "rel", "next")
    return None, SHIFTS.get(relative.strip()) if relative else None


def quarter_of(text: str) -> int | None:
    """Return the quarter that `text` names, None for none."""
    plain = text.strip().replace("l", "i") if set(text.strip()) <= set("ilv") else text.strip()
    value = read_number(plain)
    if value is None and plain in ("nhất", "nhat"):
        return 1
    return value if value is not None and 1 <= value <= 4 else None
