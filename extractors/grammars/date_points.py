"""Rules for one point in time as administrative documents write it (classes: the extraction research, section 4)."""

from __future__ import annotations

import re
from functools import cache

from extractors.grammars import date_builders as make
from extractors.grammars.date_stamps import (
    DAY,
    DOTS,
    MONTH,
    MONTH_WORD,
    NOT_DUE,
    PART,
    QUARTER,
    RECENT,
    RELATIVE,
    YEAR,
    YEAR_TAIL,
    Rule,
    Stamp,
    pattern,
)
from extractors.grammars.numerals import word_pattern
from extractors.vietnamese import bare

_HEAD = r"(?:(?:ngày|hôm) *:? *(?:(?:mùng|mồng) +)?|(?:mùng|mồng) +)"
_NUMBERED = r"(?P<d>\d{1,2})(?!\d) *(?P<s>[/.\-]) *(?P<m>\d{1,2})(?!\d)"
_PARTED = rf"(?P<d>\d{{1,2}})(?P<s>[/.\-])(?P<m>1 [0-2])(?P=s) *(?P<y>{YEAR})"
_SPELT = rf"(?P<d>{DAY}) *,? *tháng *(?P<m>\d{{1,2}}(?!\d)|{MONTH_WORD})"
# Recognition takes 1 for l or I, 0 for O.
_MISREAD = r"(?P<d>[1-3il]?[\dilo](?!\w)) *,? *tháng *(?P<m>[0-1il]?[\dilo](?!\w))"
# No further number follows a day and month, but for the end of a range ("01/6-15/6").
_NO_TURN = "".join(f"(?<!{word} )" for word in ("tuần", "đợt", "lần", "vòng", "kỳ", "đoạn", "số", "lớp", "khóa"))
_ENDS = r"(?! *,? *tháng)(?! ?/ ?\d)(?!\.\d)(?!(?<=-\d)-\d)(?!(?<=-\d\d)-\d)(?![\d%])"
_COUNTED = r"(?! +(?:lần|buổi|lượt|tin|bài|cuộc|kỳ|lớp|đợt|ngày|tháng|giờ|tuổi|lương)(?!\w))"
_FEW = rf"(?:\d{{1,2}}(?!\d)|{word_pattern(2, 12, without=('năm',))}(?!\w))"
_KIND = r"(?: +(?:tài chính|ngân sách|kế hoạch|dương lịch|công tác|hành chính|kinh tế|thực hiện|báo cáo))?"
_FULL_YEAR = rf"(?: *(?P=s) *(?P<y>{YEAR})|,? *(?:của +)?n[aă]m *(?P<y2>{YEAR}))"
_SPELT_YEAR = rf"(?:,? *(?:của +)?n[aă]m *:? *(?P<y>{YEAR})| *[/.\-] *(?P<y2>{YEAR}))"
_THIS_YEAR = rf"(?:,? +(?:của +)?năm +(?P<rel>{RELATIVE}))?{RECENT}"
_OF_YEAR = rf"(?:{_KIND} *(?P<y>{YEAR})| +(?P<rel>{RELATIVE}))?"
_MONTH_NUMBER = rf"(?P<m>\d{{1,2}}(?!\d)(?![.,]\d{{3}})|{MONTH_WORD})"
_TO = r" *(?:-+|đến +(?:hết +|cuối +)?|tới +) *(?:năm +)?"
_THEN = r"(?:,?(?: +và)?(?: +có)?(?: +(?:định +hướng|tầm +nhìn))(?: +(?:đến|tới))?(?: +năm)? +(?P<then>\d{4}))?"

# Points that name themselves by a word; they may stand anywhere.
_HEADED = (
    Rule("nhm", rf"{_HEAD}{_NUMBERED}{_FULL_YEAR}", make.day("day")),
    Rule("nhm", rf"{_HEAD}{_SPELT}{_SPELT_YEAR}", make.day("day")),
    Rule("nhm", rf"{_HEAD}{_MISREAD}{_SPELT_YEAR}", make.day("day")),
    # Recognition parts a number: "ngày 10/1 1/2017", "ngày 1 2/9/2017".
    Rule("nhm", rf"{_HEAD}{_PARTED}", make.day("day")),
    Rule("nhm", rf"{_HEAD}(?P<d>[12] \d) *(?P<s>[/.\-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{YEAR})", make.day("day")),
    Rule("nhm", rf"{_HEAD}{_NUMBERED} *(?P=s) *(?P<yy>\d\d)(?![\d/%])", make.day("day, short year")),
    Rule("nhm", rf"{_HEAD}{_NUMBERED}{_ENDS}{_THIS_YEAR}", make.day("day/month")),
    Rule("nhm", rf"{_HEAD}{_SPELT}(?!\d){_THIS_YEAR}", make.day("day/month")),
    Rule("0", rf"{_NO_TURN}(?P<d>{DAY}) +tháng +(?P<m>{MONTH}){_SPELT_YEAR}", make.day("day")),
    Rule("n", rf"ngày{DOTS}{{0,60}}tháng *(?P<m>\d{{1,2}}),? *n[aă]m *(?P<y>{YEAR})", make.blank),
    # A day that recognition could not read ("ngày ÄT tháng 11 năm 2017").
    Rule(
        "n",
        r"ngày *(?!đầu|sau|này|qua|lễ|hội|đó|nay|hết|làm|của|các)[^\w\s]{0,2}[^\W\d]{0,3}[^\w\s]{0,2} *"
        rf"tháng *(?P<m>\d{{1,2}}),? *n[aă]m *(?P<y>{YEAR})",
        make.blank,
    ),
    Rule("n", rf"ngày{DOTS}{{0,60}}[/\-] *(?P<m>{MONTH}) *[/\-] *(?P<y>{YEAR})", make.blank),
    Rule("n", rf"ngày(?:{DOTS}|\d){{0,60}}tháng{DOTS}{{0,60}}n[aă]m *(?P<y>{YEAR})", make.blank),
    Rule("n", rf"ngày{DOTS}{{0,60}}[/\-]{DOTS}{{0,60}}[/\-] *(?P<y>{YEAR})", make.blank),
    Rule("t", rf"tháng(?: *[._…]{DOTS}{{0,60}}| +)n[aă]m *(?P<y>{YEAR})", make.blank),
    Rule(
        "t",
        r"tuần +(?P<w>đầu|cuối|thứ +\w+|0?\d)(?: +(?:tiên|cùng))?(?: *(?:,|và|-|đến)(?: *tuần)? *(?P<w2>\d))?"
        r" *(?:của +|/)? *tháng +"
        rf"(?P<m>{MONTH}){YEAR_TAIL}?",
        make.week,
    ),
    Rule("tđgcnh", rf"{PART}tháng *:? *(?P<m>\d{{1,2}}(?!\d)|{MONTH_WORD}){YEAR_TAIL}{RECENT}", make.month),
    Rule(
        "tđgcnh",
        rf"{PART}tháng *:? *{_MONTH_NUMBER}(?! *%)(?!/\d){_COUNTED}(?: +(?:này|tới)(?!\w))?{RECENT}",
        make.month,
    ),
    Rule("t", rf"t *\.? *(?P<m>{MONTH}) *[/\-.] *(?P<y>{YEAR})", make.month),
    Rule("qđgc", rf"{PART}quý *\.? *:? *(?P<q>{QUARTER})(?![/,.]\d){_COUNTED}{RECENT}", make.quarter),
    Rule("qđgc", rf"{PART}q(?:uý *\.?|\.?) *(?P<q>{QUARTER}){YEAR_TAIL}", make.quarter),
    Rule(
        "0mhbtnsc",
        rf"(?P<n>{_FEW}) +tháng +(?P<k>đầu|cuối) +(?:của +)?năm(?: +học)?{_OF_YEAR}",
        make.months,
    ),
    Rule("0mhbtnsc", rf"(?P<n>{_FEW}) +tháng *(?:/|(?:của +|, *)?năm) *(?P<y>{YEAR})", make.months),
    Rule("0mhbtnsc", rf"(?P<n>{_FEW}) +tháng +(?P<k>đầu|cuối)(?= *(?:,|và|,? +cả) )", make.months),
    Rule("0hb", rf"(?P<quarters>[1-3]|hai|ba) +quý +(?P<k>đầu|cuối) +(?:của +)?năm{_OF_YEAR}", make.months),
    Rule("n", rf"nửa +(?P<k>đầu|cuối) +(?:của +)?năm{_OF_YEAR}", make.months),
    Rule("đgc", r"(?P<p>đầu|giữa|cuối) +năm +(?P<rel>nay|trước|ngoái|sau|tới)(?!\w)", make.year),
    Rule(
        "n",
        r"(?P<lead>năm +học|niên +học|nhiệm +k[ỳì]|niên +khóa) *:? *\(?(?P<from>từ +)?(?:năm +)?"
        rf"(?P<a>{YEAR}) *(?:-|/|đến|tới|) *(?:năm +)?(?P<b>(?:19|20|21)?\d\d)(?!\d)",
        make.years,
    ),
    Rule(
        "h",
        r"học +k[ỳì] *(?P<term>ii|i|1|2|một|hai)(?!\w),? *(?:của +)?(?P<lead>năm +học) *:? *(?:từ +)?"
        rf"(?P<a>{YEAR}) *(?:-|/|đến|tới) *(?P<b>(?:19|20|21)?\d\d)(?!\d)",
        make.term,
    ),
    Rule(
        "gtnc0",
        r"(?P<lead>giai +đoạn|thời +k[ỳì]|những +năm|các +năm|năm)? *:? *(?P<from>từ +)?(?:năm +)?"
        rf"(?P<a>{YEAR}){_TO}(?P<b>{YEAR})(?![/.\-]\d){_THEN}",
        make.years,
    ),
    Rule("gt", r"(?P<lead>giai +đoạn|thời +k[ỳì]) *(?P<a>(?:19|20)\d\d)(?P<b>(?:19|20)\d\d)(?!\d)", make.years),
    Rule("nđgc", rf"(?:(?P<p>đầu|giữa|cuối) +)?(?:cả +)?năm{_KIND} *:? *(?P<y>{YEAR})(?!\.\d{{3}})", make.year),
    Rule("t", r"từ +(?:nay|đây)(?= +(?:đến|tới|cho))", make.now),
    Rule(
        "ntq",
        r"(?P<u>năm|tháng|quý|tuần) +(?P<rel>nay|này|trước|ngoái|sau|tới|qua)(?!\w)"
        rf"(?:(?<!trước)|{NOT_DUE})(?: +liền +kề)?",
        make.relative,
    ),
    Rule(
        "đchg",
        r"(?P<p>đầu|cuối|hết|giữa) +(?P<u>năm|quý|tháng|tuần)(?: +(?:nay|này))?(?! +học)(?!\w)"
        r"(?:(?! *\d)|(?<=năm)(?! *(?:\d{1,4}(?![\d.,])|\d{4}(?!\d))))"
        rf"(?! *{QUARTER})",
        make.edge,
    ),
)

# Points without a word of their own: the chain or the words around must license them.
_BARE = (
    Rule("0", _PARTED, make.day("day", True)),
    Rule("0", rf"{_NUMBERED} *(?P=s) *(?P<y>{YEAR})(?!/)", make.day("day", True)),
    Rule("0", r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", make.day("day", True)),
    Rule("0", rf"{_NUMBERED} *(?P=s) *(?P<yy>[12]\d)(?![\d/%])(?!\.\d)", make.day("day, short year", True)),
    Rule("0", rf"{_NUMBERED}{_ENDS}{_THIS_YEAR}", make.day("day/month", True)),
    Rule("0", rf"{_NO_TURN}{_SPELT}{_SPELT_YEAR}?(?!\d)", make.day("day/month", True)),
)
_SHORT_MONTH = Rule("t", rf"t *\.? *(?P<m>{MONTH})(?![/.\-]?\d)", make.short_month)
_BARE_MONTH = (
    _SHORT_MONTH,
    Rule("0", rf"(?P<m>{MONTH}) *[/\-.] *(?P<y>{YEAR})(?![/.]\d|-\d(?!\d?/(?:19|20)\d\d))", make.bare_month),
)
# A day that waits for the rest of its list or range: "ngày 15, 16 và 17/6".
_LOOSE = (Rule("0", rf"(?P<d>{DAY})(?! *[/.]\d)(?!,\d)", make.part_day(True)),)
_NOW = r"(?:nay|hiện +nay|(?:thời +điểm|lúc) +(?:này|báo +cáo|hiện +tại|hiện +nay))(?!\w)"

TABLES: dict[str, tuple[Rule, ...]] = {
    "headed": _HEADED,
    "bare": _BARE + _BARE_MONTH,
    "part": (Rule("nhm", rf"{_HEAD}(?P<d>{DAY})(?! *[/.]\d)", make.part_day()),),
    "loose": _LOOSE,
    "now": (Rule("nhtl", _NOW, make.now),),
    # How a list or a range goes on within its unit when the word of the unit is not repeated.
    "more day": _BARE + _LOOSE,
    "more month": (
        Rule("t", rf"t *\.? *(?P<m>{MONTH})(?:{YEAR_TAIL}|(?![/.\-]?\d))", make.month),
        Rule("0", rf"(?P<m>{MONTH}){YEAR_TAIL}", make.month),
        Rule("0", rf"(?P<m>{MONTH})(?! *[%/])(?![.,]\d\d)", make.month),
    ),
    "more quarter": (
        Rule("0ilnmhbt", rf"(?P<q>{QUARTER}){YEAR_TAIL}", make.quarter),
        Rule("0ilnmhbt", rf"(?P<q>{QUARTER})(?! *[%/])", make.quarter),
    ),
    "more year": (Rule("0", rf"(?P<y>{YEAR})(?![/.\-]\d)", make.bare_year),),
}


@cache
def _opening(table: str, first: str, unmarked: bool) -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """Return the rules of a table that can begin with the letter `first`."""
    return tuple(
        (pattern(rule.source, unmarked), rule)
        for rule in TABLES.get(table, ())
        if first in (bare(rule.opens) if unmarked else rule.opens)
    )


def best(table: str, text: str, pos: int, unmarked: bool = False) -> Stamp | None:
    """Return the longest point that a rule of `table` reads at `pos` of the folded text, or None."""
    first = text[pos : pos + 1]
    found: Stamp | None = None
    for source, rule in _opening(table, "0" if first.isdigit() else first, unmarked):
        match = source.match(text, pos)
        if match is not None and (found is None or match.end() > found.end):
            found = rule.build(match) or found
    return found
