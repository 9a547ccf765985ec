"""From the match of a rule to the point that it states; None where the numbers cannot be one."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.grammars.date_stamps import SHIFTS, UNITS, Match, Stamp, group, quarter_of, year_of
from extractors.grammars.numerals import read_number
from extractors.vietnamese import bare

_LUNAR_MONTHS = ("giêng", "chạp", "gieng", "chap")
_PART_NAMES = {"thượng tuần": "đầu", "trung tuần": "giữa", "hạ tuần": "cuối"}
_PART_NAMES |= {bare(word): word for word in ("đầu", "giữa", "cuối", "nửa đầu", "nửa cuối")}
_PART_NAMES |= {bare(word): part for word, part in list(_PART_NAMES.items())}
_AS_DIGITS = str.maketrans({"i": "1", "l": "1", "o": "0"})
_ORDINALS = {"đầu": 1, "dau": 1, "cuối": -1, "cuoi": -1, "nhất": 1, "nhat": 1}


def part_of(match: Match, name: str = "p") -> str:
    """Return đầu, giữa, cuối, nửa đầu, nửa cuối, or "" ."""
    found = " ".join((group(match, name) or "").split())
    return _PART_NAMES.get(found, found)


def _number(text: str) -> int | None:
    """Return the number of digits or words, of digits too that recognition took for letters ("l1", "I0")."""
    value = read_number(text)
    return value if value is not None or text[0] not in "il" else read_number(text.translate(_AS_DIGITS))


def _letters(match: Match) -> tuple[str, ...]:
    said = (match["d"], match["m"])
    misread = any(re.fullmatch(r"[il][\do]?|\d \d", text) for text in said)
    return ("letters",) if misread else ()


def day(rule: str, bare_form: bool = False) -> Callable[[Match], Stamp | None]:
    """Return the builder of a day; with a year, impossible numbers are kept and flagged later."""

    def build(match: Match) -> Stamp | None:
        month, number = _number(match["m"].replace(" ", "")), _number(match["d"].replace(" ", ""))
        year, shift = year_of(match)
        if not month or not number or (year is None and not (month <= 12 and number <= 31)):
            return None
        calendar = "lunar" if match["m"] in _LUNAR_MONTHS else "solar"
        return Stamp(
            match.start(), match.end(), "day", rule, year, shift,
            month=month, day=number, bare=bare_form, calendar=calendar, doubts=_letters(match),
        )  # fmt: skip

    return build


def part_day(bare_form: bool = False) -> Callable[[Match], Stamp | None]:
    """Return the builder of a day that waits for its month."""
    return lambda match: Stamp(match.start(), match.end(), "day", "part", day=int(match["d"]), bare=bare_form)


def month(match: Match) -> Stamp | None:
    """Return a month; one past 12 is kept, to be flagged, where a year follows."""
    number = read_number(match["m"])
    year, shift = year_of(match)
    if not number or (number > 12 and year is None):
        return None
    calendar = "lunar" if match["m"] in _LUNAR_MONTHS else "solar"
    return Stamp(
        match.start(), match.end(), "month", "month", year, shift, month=number, part=part_of(match), calendar=calendar
    )


def bare_month(match: Match) -> Stamp | None:
    """Return the month of "06/2022"."""
    number, year = int(match["m"]), int(match["y"])
    return Stamp(match.start(), match.end(), "month", "month/year", year, month=number, bare=True)


def short_month(match: Match) -> Stamp | None:
    """Return the month of "T4", which may be a day of the week too: the words around decide."""
    return Stamp(match.start(), match.end(), "month", "short month", month=int(match["m"]), bare=True)


def quarter(match: Match) -> Stamp | None:
    """Return a quarter."""
    number = quarter_of(match["q"])
    year, shift = year_of(match)
    if number is None:
        return None
    return Stamp(match.start(), match.end(), "quarter", "quarter", year, shift, quarter=number, part=part_of(match))


def months(match: Match) -> Stamp | None:
    """Return the first or last months of a year."""
    quarters = group(match, "quarters")
    count = 3 * (read_number(quarters) or 0) if quarters else read_number(group(match, "n") or "6")
    year, shift = year_of(match)
    if count is None or not 1 <= count <= 12:
        return None
    part = part_of(match, "k") or "đầu"
    return Stamp(match.start(), match.end(), "half", "months", year, shift, count=count, part=part)


def year(match: Match) -> Stamp | None:
    """Return a year or a part of one."""
    stated, shift = year_of(match)
    return Stamp(match.start(), match.end(), "year", "year", stated, shift, part=part_of(match))


def bare_year(match: Match) -> Stamp | None:
    """Return the next year of a list."""
    return Stamp(match.start(), match.end(), "year", "year", int(match["y"]), bare=True)


def years(match: Match) -> Stamp | None:
    """Return a stretch of years; "giai đoạn" belongs to the expression, "năm học" and "nhiệm kỳ" stand before it."""
    first, last = int(match["a"]), int(match["b"])
    lead, then = " ".join(bare(group(match, "lead") or "").split()), group(match, "then")
    if len(match["b"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 100:
        return None
    school = lead.startswith(("nam h", "nien h"))
    begin = match.start() if lead.startswith(("giai", "thoi")) else match.start("a")
    return Stamp(
        match.start("from") if group(match, "from") else begin,
        match.end(),
        "school" if school else "years",
        "school year" if school else "years",
        first,
        until=last,
        then=int(then) if then else None,
        lead=match.start(),
        bare=not lead,
    )


def term(match: Match) -> Stamp | None:
    """Return the first or second half of a school year."""
    first, last = int(match["a"]), int(match["b"])
    last += first // 100 * 100 if len(match["b"]) == 2 else 0
    if last != first + 1:
        return None
    half = 2 if match["term"] in ("ii", "2", "hai") else 1
    return Stamp(match.start(), match.end(), "school", "term", first, until=last, count=half)


def relative(match: Match) -> Stamp | None:
    """Return a unit counted from that of the document."""
    unit = UNITS[match["u"]]
    rule = "past year" if unit == "year" and match["rel"] == "qua" else "relative"
    return Stamp(match.start(), match.end(), unit, rule, shift=SHIFTS[match["rel"]])


def edge(match: Match) -> Stamp | None:
    """Return the beginning or end of the unit that the document stands in."""
    part = "" if match["p"] in ("hết", "het") else part_of(match)
    return Stamp(match.start(), match.end(), UNITS[match["u"]], "edge", shift=0, part=part)


def now(match: Match) -> Stamp | None:
    """Return the day of the document."""
    return Stamp(match.start(), match.end(), "now", "now", shift=0)


def week(match: Match) -> Stamp | None:
    """Return a week of a month, counted in sevens from its first day."""
    number = read_number(match["m"])
    which = match["w"].removeprefix("thứ").removeprefix("thu").strip()
    year_, shift = year_of(match)
    count = _ORDINALS.get(which) or read_number(which)
    if number is None or not 1 <= number <= 12 or count is None or not (count == -1 or 1 <= count <= 5):
        return None
    second = group(match, "w2")
    until = int(second) if second and count < int(second) <= 5 else None
    return Stamp(match.start(), match.end(), "week", "week", year_, shift, month=number, count=count, until=until)


def blank(match: Match) -> Stamp | None:
    """Return the month or year of a date whose day was left blank."""
    found = group(match, "m")
    number = int(found) if found else None
    if number is not None and not 1 <= number <= 12:
        return None
    unit = "month" if number else "year"
    return Stamp(match.start(), match.end(), unit, "blank", int(match["y"]), month=number, doubts=("blank",))
