"""Days of the lunar calendar: rằm, mùng, Tết, and any day that the text calls lunar (âm lịch)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from vnlunar import get_solar_date

from extractors.grammars.date_stamps import DAY, MONTH, MONTH_WORD, SHIFTS, YEAR, Match, Stamp, group, pattern, year_of
from extractors.grammars.numerals import read_number
from extractors.vietnamese import bare

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_NAMES = {*_STEMS, *_BRANCHES, "kỉ", "tí", "tị", "mẹo"}
_SPELLINGS = {"kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}
_FEASTS = {"trung thu": (15, 8), "doan ngo": (5, 5), "nguyen tieu": (15, 1)}
_YEAR_NAME = rf"(?P<stem>{'|'.join(_STEMS)}|kỉ) +(?P<branch>{'|'.join(_BRANCHES)}|tí|tị|mẹo)(?!\w)"
_IN_YEAR = rf"(?: *[-,(]? *(?:năm +)?(?P<y>{YEAR})\)?| +(?P<rel>năm +(?:nay|trước|sau|tới|ngoái)))?"
_TET = (
    rf"tết +(?:nguyên +đán|âm +lịch|cổ +truyền)(?:,? +(?:năm +|xuân +)?{_YEAR_NAME})?{_IN_YEAR}",
    rf"tết +{_YEAR_NAME}{_IN_YEAR}",
    rf"tết +(?P<feast>trung +thu|đoan +ngọ|nguyên +tiêu){_IN_YEAR}",
)
_AFTER_TET = rf"(?:ngày +)?(?:mùng|mồng) +(?P<d>{DAY}) +tết(?: +nguyên +đán)?(?:,? +(?:năm +)?{_YEAR_NAME})?{_IN_YEAR}"
_NEW_YEAR = rf"tết +(?:dương +lịch|tây)(?: *(?:năm +)?(?P<y>{YEAR}))?"
_FULL_MOON = rf"(?:ngày +)?rằm +tháng +(?P<m>{MONTH}|{MONTH_WORD})(?:(?: *[/-] *| +năm +)(?P<y>{YEAR}))?(?: +âm +lịch)?"
_CALLED = (
    r" *(?:năm +)?(?:(?:theo +)?âm +lịch|a\.?l(?!\w)|â\.?l(?!\w)|\( *(?:theo +)?âm +lịch *\))"
    rf"(?:,? +năm +(?P<y>{YEAR}))?"
)
_MONTH_OF_YEAR = (
    rf"(?:ngày +)?(?:(?:mùng|mồng) +)?(?P<d>{DAY}) +tháng +(?P<m>giêng|chạp)(?: +âm +lịch)?"
    rf"(?:,? +năm +{_YEAR_NAME})?{_IN_YEAR}",
    rf"(?:ngày +)?(?:(?:mùng|mồng) +)?(?P<d>{DAY})(?:/| +tháng +)(?P<m>{MONTH}|{MONTH_WORD})"
    rf"(?: +âm +lịch)?,? +năm +{_YEAR_NAME}",
)


@lru_cache(maxsize=512)
def solar(year: int, month: int, day: int) -> date | None:
    """Return the day of the solar calendar (Vietnam, UTC+7), None for a day that the lunar year does not have."""
    if not 1900 <= year <= 2199:
        return None
    found = get_solar_date(day, month, year)
    return date(found["year"], found["month"], found["day"]) if found else None


def lunar_month(year: int, month: int) -> tuple[date, date] | None:
    """Return first and last day of a (not leap) lunar month, None where it cannot be told."""
    first = solar(year, month, 1)
    last = solar(year, month, 30) or solar(year, month, 29)
    return (first, last) if first and last else None


def year_named(index: int, near: int) -> int:
    """Return the year of the sixty-year cycle (0 is giáp tý) that lies nearest to `near`."""
    base = near - (near - 4 - index) % 60
    return base if near - base <= 30 else base + 60


def called_lunar(text: str, stamp: Stamp, unmarked: bool = False) -> Stamp:
    """Return `stamp` as a lunar one where "âm lịch" follows it, else as it is."""
    if stamp.unit not in ("day", "month") or stamp.month is None:
        return stamp
    match = pattern(_CALLED, unmarked).match(text, stamp.end)
    if match is None:
        return stamp
    year = int(match["y"]) if match["y"] else stamp.year
    return replace(stamp, end=match.end(), year=year, calendar="lunar", bare=False)


def read_feast(text: str, pos: int, unmarked: bool = False) -> Stamp | None:
    """Return the day of Tết, of another feast, or of a full moon that is named at `pos` of the folded text, or None."""
    first = text[pos : pos + 1]
    if first in ("n", "m") or first.isdigit():
        for source in _MONTH_OF_YEAR:
            named = pattern(source, unmarked).match(text, pos)
            if named:
                return _lunar_day(named, int(named["d"]), read_number(named["m"]) or 0, "lunar")
    if first not in ("t", "r", "n", "m"):
        return None
    full = pattern(_FULL_MOON, unmarked).match(text, pos)
    if full:
        return _lunar_day(full, 15, read_number(full["m"]) or 0, "full moon")
    after = pattern(_AFTER_TET, unmarked).match(text, pos)
    if after:
        return _lunar_day(after, int(after["d"]), 1, "tết")
    solar_one = pattern(_NEW_YEAR, unmarked).match(text, pos)
    if solar_one:
        year, shift = year_of(solar_one)
        return Stamp(pos, solar_one.end(), "day", "feast", year, shift, month=1, day=1)
    for source in _TET:
        match = pattern(source, unmarked).match(text, pos)
        if match:
            day, month = _FEASTS.get(bare(" ".join((group(match, "feast") or "").split())), (1, 1))
            return _lunar_day(match, day, month, "tết" if (day, month) == (1, 1) else "feast")
    return None


def _lunar_day(match: Match, day: int, month: int, rule: str) -> Stamp | None:
    if not 1 <= month <= 12:
        return None
    year, _ = year_of(match)
    count = 0
    stem, branch = group(match, "stem"), group(match, "branch")
    if stem in _NAMES and branch in _NAMES:
        index = (_STEMS.index(_SPELLINGS.get(stem, stem)), _BRANCHES.index(_SPELLINGS.get(branch, branch)))
        count = next((n for n in range(60) if (n % 10, n % 12) == index), -1) + 1
    relative = group(match, "rel")
    shift = SHIFTS.get(relative.split()[-1]) if relative else None
    return Stamp(
        match.start(), match.end(), "day", rule, year, shift, month=month, day=day, count=count, calendar="lunar"
    )
