"""Rules for one point in time as administrative documents write it (classes: the extraction research, section 4)."""

from __future__ import annotations

from extractors.grammars.date_stamps import (
    DAY,
    DOTS,
    MONTH,
    MONTH_WORD,
    PART,
    QUARTER,
    RECENT,
    RELATIVE,
    SHIFTS,
    UNITS,
    YEAR,
    YEAR_TAIL,
    Match,
    Rule,
    Stamp,
    group,
    pattern,
    roman,
    year_of,
)
from extractors.grammars.numerals import read_number, word_pattern

_DAY_HEAD = r"(?:(?:ngày|hôm) *:? *(?:(?:mùng|mồng) +)?|(?:mùng|mồng) +)"
_NUMBERED = r"(?P<d>\d{1,2})(?!\d) *(?P<s>[/.\-]) *(?P<m>\d{1,2})(?!\d)"
_SPELT = rf"(?P<d>{DAY}) *(?:,? *tháng) *(?P<m>\d{{1,2}}(?!\d)|{MONTH_WORD})"
# What follows a day and month with "/" is no further number; a range may follow ("01/6-15/6").
_ENDS = r"(?! ?/ ?\d)(?!\.\d)(?!(?<=-\d)-\d)(?!(?<=-\d\d)-\d)(?![\d%])"
_COUNTED = r"(?! +(?:lần|buổi|lượt|tin|bài|cuộc|kỳ|lớp|đợt|ngày|tháng|giờ|tuổi)(?!\w))"
_FEW = rf"(?:\d{{1,2}}(?!\d)|{word_pattern(2, 11, without=('năm',))}(?!\w))"
_KIND = r"(?: +(?:tài chính|ngân sách|kế hoạch|dương lịch|công tác|hành chính|kinh tế|thực hiện|báo cáo))?"


_LUNAR_MONTHS = ("giêng", "chạp", "gieng", "chap")
_PART_NAMES = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối", "nua dau": "nửa đầu", "nua cuoi": "nửa cuối"}
_PART_NAMES |= {"thuong tuan": "đầu", "trung tuan": "giữa", "ha tuan": "cuối"}
_PART_NAMES |= {"thượng tuần": "đầu", "trung tuần": "giữa", "hạ tuần": "cuối"}


def _part(match: Match, name: str = "p") -> str:
    found = group(match, name) or ""
    return _PART_NAMES.get(found, found)


def _day(match: Match, rule: str, bare: bool = False) -> Stamp | None:
    month, day = read_number(match["m"]), read_number(match["d"])
    year, shift = year_of(match)
    if month is None or day is None or day == 0 or month == 0:
        return None
    if year is None and not (1 <= month <= 12 and day <= 31):
        return None
    calendar = "lunar" if match["m"] in _LUNAR_MONTHS else "solar"
    return Stamp(
        match.start(), match.end(), "day", rule, year, shift, month=month, day=day, bare=bare, calendar=calendar
    )


def _month(match: Match) -> Stamp | None:
    month = read_number(match["m"])
    year, shift = year_of(match)
    if month is None or month == 0 or (month > 12 and year is None):
        return None
    calendar = "lunar" if match["m"] in _LUNAR_MONTHS else "solar"
    part = _part(match)
    return Stamp(match.start(), match.end(), "month", "month", year, shift, month=month, part=part, calendar=calendar)


def _bare_month(match: Match) -> Stamp | None:
    month = int(match["m"])
    return Stamp(match.start(), match.end(), "month", "month/year", int(match["y"]), month=month, bare=True)


def _quarter(match: Match) -> Stamp | None:
    quarter = roman(match["q"])
    year, shift = year_of(match)
    if quarter is None:
        return None
    part = _part(match)
    return Stamp(match.start(), match.end(), "quarter", "quarter", year, shift, quarter=quarter, part=part)


def _months(match: Match) -> Stamp | None:
    count = read_number(match["n"])
    year, shift = year_of(match)
    if count is None or not 1 <= count <= 12:
        return None
    part = _part(match, "k") or "đầu"
    return Stamp(match.start(), match.end(), "half", "months", year, shift, count=count, part=part)


def _half(match: Match) -> Stamp | None:
    year, shift = year_of(match)
    return Stamp(match.start(), match.end(), "half", "half", year, shift, count=6, part=_part(match, "k"))


def _year(match: Match) -> Stamp | None:
    part = _part(match)
    return Stamp(match.start(), match.end(), "year", "year", int(match["y"]), part=part)


def _years(match: Match) -> Stamp | None:
    first, last = int(match["a"]), int(match["b"])
    lead = group(match, "lead") or ""
    if len(match["b"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 100:
        return None
    school = lead.startswith(("năm h", "niên h", "nam h", "nien h"))
    begin = match.start() if lead.startswith(("giai", "thời", "thoi")) else match.start("a")
    then = group(match, "then")
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


def _relative(match: Match) -> Stamp | None:
    unit = UNITS.get(match["u"])
    if unit is None:
        return None
    return Stamp(match.start(), match.end(), unit, "relative", shift=SHIFTS[match["rel"]])


def _edge(match: Match) -> Stamp | None:
    unit = UNITS.get(match["u"])
    part = "" if match["p"] in ("hết", "het") else _part(match)
    return Stamp(match.start(), match.end(), unit or "year", "edge", shift=0, part=part)


def _now(match: Match) -> Stamp | None:
    return Stamp(match.start(), match.end(), "now", "now", shift=0)


def _week(match: Match) -> Stamp | None:
    month, which = read_number(match["m"]), match["w"].removeprefix("thứ").removeprefix("thu").strip()
    year, shift = year_of(match)
    count = {"đầu": 1, "dau": 1, "cuối": -1, "cuoi": -1, "nhất": 1, "nhat": 1}.get(which) or read_number(which)
    if month is None or count is None or not (count == -1 or 1 <= count <= 5) or not 1 <= month <= 12:
        return None
    return Stamp(match.start(), match.end(), "week", "week", year, shift, month=month, count=count)


def _blank(match: Match) -> Stamp | None:
    month = group(match, "m")
    unit = "month" if month else "year"
    value = int(month) if month else None
    if value is not None and not 1 <= value <= 12:
        return None
    return Stamp(match.start(), match.end(), unit, "blank", int(match["y"]), month=value, doubts=("blank",))


def _partial(match: Match) -> Stamp | None:
    return Stamp(match.start(), match.end(), "day", "part", day=int(match["d"]))


def _partial_bare(match: Match) -> Stamp | None:
    return Stamp(match.start(), match.end(), "day", "part", day=int(match["d"]), bare=True)


def _bare_year(match: Match) -> Stamp | None:
    return Stamp(match.start(), match.end(), "year", "year", int(match["y"]), bare=True)


_FULL_YEAR = rf"(?: *(?P=s) *(?P<y>{YEAR})|,? *(?:của +)?n[aă]m *(?P<y2>{YEAR}))"
_SPELT_YEAR = rf"(?:,? *(?:của +)?n[aă]m *:? *(?P<y>{YEAR})| *[/.\-] *(?P<y2>{YEAR}))"
_THIS_YEAR = rf"(?:,? +(?:của +)?năm +(?P<rel>{RELATIVE}))?{RECENT}"

# Points that name themselves by a word; they may stand anywhere.
HEADED: tuple[Rule, ...] = (
    ("day", rf"{_DAY_HEAD}{_NUMBERED}{_FULL_YEAR}", lambda m: _day(m, "day")),
    ("day", rf"{_DAY_HEAD}{_SPELT}{_SPELT_YEAR}", lambda m: _day(m, "day")),
    ("day", rf"{_DAY_HEAD}{_NUMBERED} *(?P=s) *(?P<yy>\d\d)(?![\d/%])", lambda m: _day(m, "day, short year")),
    ("day", rf"{_DAY_HEAD}{_NUMBERED}{_ENDS}{_THIS_YEAR}", lambda m: _day(m, "day/month")),
    ("day", rf"{_DAY_HEAD}{_SPELT}(?!\d){_THIS_YEAR}", lambda m: _day(m, "day/month")),
    ("day", rf"(?P<d>{DAY}) +tháng +(?P<m>{MONTH}){_SPELT_YEAR}", lambda m: _day(m, "day")),
    ("blank", rf"ngày{DOTS}{{0,60}}tháng *(?P<m>\d{{1,2}}),? *n[aă]m *(?P<y>{YEAR})", _blank),
    ("blank", rf"ngày{DOTS}{{0,60}}[/\-] *(?P<m>{MONTH}) *[/\-] *(?P<y>{YEAR})", _blank),
    ("blank", rf"ngày(?:{DOTS}|\d){{0,60}}tháng{DOTS}{{0,60}}n[aă]m *(?P<y>{YEAR})", _blank),
    ("blank", rf"ngày{DOTS}{{0,60}}[/\-]{DOTS}{{0,60}}[/\-] *(?P<y>{YEAR})", _blank),
    ("blank", rf"tháng(?: *[._…]{DOTS}{{0,60}}| +)n[aă]m *(?P<y>{YEAR})", _blank),
    ("week", rf"tuần +(?P<w>đầu|cuối|thứ +\w+|\d)(?: +(?:tiên|cùng))? *(?:của +|/)? *tháng +(?P<m>{MONTH}){YEAR_TAIL}?", _week),
    ("month", rf"{PART}tháng *:? *(?P<m>\d{{1,2}}(?!\d)(?!\.\d{{3}})|{MONTH_WORD}){YEAR_TAIL}{RECENT}", _month),
    ("month", rf"{PART}tháng *:? *(?P<m>\d{{1,2}}(?!\d)(?![.,]\d{{3}})|{MONTH_WORD})(?! *[%])(?!/\d){_COUNTED}(?: +(?:này|tới))?{RECENT}", _month),
    ("month", rf"t *\.? *(?P<m>{MONTH}) *[/\-.] *(?P<y>{YEAR})", _month),
    ("quarter", rf"{PART}q(?:uý|úy|uí) *\.? *:? *(?P<q>{QUARTER})(?![/,.]\d){_COUNTED}{RECENT}", _quarter),
    ("quarter", rf"{PART}q(?:(?:uý|úy|uí) *\.?|\.?) *(?P<q>{QUARTER}){YEAR_TAIL}", _quarter),
    ("months", rf"(?P<n>{_FEW}) +tháng +(?P<k>đầu|cuối) +(?:của +)?năm(?: +học)?(?:{_KIND} *(?P<y>{YEAR})| +(?P<rel>{RELATIVE}))?", _months),
    ("months", rf"(?P<n>{_FEW}) +tháng *(?:/|(?:của +)?năm|,? *năm) *(?P<y>{YEAR})", _months),
    ("half", rf"nửa +(?P<k>đầu|cuối) +(?:của +)?năm(?: +(?P<y>{YEAR})| +(?P<rel>{RELATIVE}))?", _half),
    ("years", rf"(?P<lead>năm +học|niên +học|nhiệm +kỳ|nhiệm +kì|niên +khóa) *:? *\(?(?P<from>từ +)?(?:năm +)?(?P<a>{YEAR}) *(?:-|/|đến|tới|) *(?:năm +)?(?P<b>(?:19|20|21)?\d\d)(?!\d)", _years),
    ("years", rf"(?P<lead>giai +đoạn|thời +k[ỳì]|những +năm|các +năm|năm)? *:? *(?P<from>từ +)?(?:năm +)?(?P<a>{YEAR}) *(?:-+|đến +(?:hết +|cuối +)?|tới +) *(?:năm +)?(?P<b>{YEAR})(?![/.\-]\d)(?:,?(?: +và)?(?: +(?:có +)?(?:định +hướng|tầm +nhìn))(?: +(?:đến|tới))?(?: +năm)? +(?P<then>{YEAR}))?", _years),
    ("years", rf"(?P<lead>giai +đoạn|thời +k[ỳì]) *(?P<from>)(?P<a>(?:19|20)\d\d)(?P<b>(?:19|20)\d\d)(?!\d)", _years),
    ("year", rf"(?:(?P<p>đầu|giữa|cuối) +)?(?:cả +)?năm{_KIND} *:? *(?P<y>{YEAR})(?!\.\d{{3}})", _year),
    ("now", r"từ +(?:nay|đây)(?= +(?:đến|tới|cho))", _now),
    ("relative", r"(?P<u>năm|tháng|quý|tuần) +(?P<rel>nay|này|trước|ngoái|sau|tới|qua)(?!\w)(?: +liền +kề)?", _relative),
    ("edge", r"(?P<p>đầu|cuối|hết|giữa) +(?P<u>năm|quý|tháng|tuần)(?: +(?:nay|này))?(?! +học)(?! *\d)(?! +\w+ +(?:năm|này))(?!\w)", _edge),
)

# Points without a word of their own: the chain or the words around must license them.
BARE: tuple[Rule, ...] = (
    ("day", rf"{_NUMBERED} *(?P=s) *(?P<y>{YEAR})(?!/)", lambda m: _day(m, "day", bare=True)),
    ("day", rf"(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", lambda m: _day(m, "day", bare=True)),
    ("day", rf"{_NUMBERED} *(?P=s) *(?P<yy>[12]\d)(?![\d/%])(?!\.\d)", lambda m: _day(m, "day, short year", bare=True)),
    ("day", rf"{_NUMBERED}{_ENDS}", lambda m: _day(m, "day/month", bare=True)),
    ("day", rf"(?P<d>{DAY}) +tháng +(?P<m>{MONTH})", lambda m: _day(m, "day/month", bare=True)),
    ("month", rf"(?P<m>{MONTH}) *[/\-.] *(?P<y>{YEAR})(?![/.\-]\d)", _bare_month),
)

# A day or a number that waits for the rest of its list or range: "ngày 15, 16 và 17/6".
PARTS: tuple[Rule, ...] = ((("part", rf"{_DAY_HEAD}(?P<d>{DAY})(?! *[/.]\d)", _partial)),)
LOOSE: tuple[Rule, ...] = ((("part", rf"(?P<d>{DAY})(?! *[/.]\d)(?!,\d)", _partial_bare)),)
NOW: tuple[Rule, ...] = (
    ("now", r"(?:nay|hiện +nay|(?:thời +điểm|lúc) +(?:này|báo +cáo|hiện +tại|hiện +nay))(?!\w)", _now),
)

# How a list or a range goes on within its unit when the word of the unit is not repeated.
FURTHER: dict[str, tuple[Rule, ...]] = {
    "day": BARE[:5] + LOOSE,
    "month": (
        ("month", rf"(?P<m>{MONTH}){YEAR_TAIL}", _month),
        ("month", rf"(?P<m>{MONTH})(?! *[%/])(?![.,]\d\d)", _month),
    ),
    "quarter": (
        ("quarter", rf"(?P<q>{QUARTER}){YEAR_TAIL}", _quarter),
        ("quarter", rf"(?P<q>{QUARTER})(?! *[%/])", _quarter),
    ),
    "year": (("year", rf"(?P<y>{YEAR})(?![/.\-]\d)", _bare_year),),
}


def best(rules: tuple[Rule, ...], text: str, pos: int, unmarked: bool = False) -> Stamp | None:
    """Return the longest point that a rule reads at `pos` of the folded text, or None."""
    found: Stamp | None = None
    for _, source, build in rules:
        match = pattern(source, unmarked).match(text, pos)
        if match is None or (found is not None and match.end() <= found.end):
            continue
        found = build(match) or found
    return found
