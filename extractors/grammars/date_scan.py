"""Walks a text once from left to right and reads every date phrase in it, the longest at each place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.grammars.date_chains import read_chain
from extractors.grammars.date_masks import masks
from extractors.grammars.date_points import HEADED, best
from extractors.grammars.date_sets import read_duration, read_recurrence
from extractors.grammars.date_stamps import UNITS, YEAR, Phrase, Stamp, pattern, year_of
from extractors.grammars.numerals import read_number
from extractors.vietnamese import bare

_TRIGGER = re.compile(
    r"(?<!\w)(?<!\d[/.,:\-])(?:\d|ngày|hôm|mùng|mồng|rằm|tết|tháng|q(?:uý|úy|uí|[.\div])|t *\.? *\d|năm|tuần|giai|thời +k|nhiệm"
    r"|niên|nửa|đầu|giữa|cuối|hết|thượng|trung +t|hạ +t|sáng|chiều|tối|trưa|đêm|thứ|chủ|hằng|hàng|mỗi|định +k|theo|cùng +k"
    r"|từ +(?:nay|đây)|cả +năm|những +năm|các +năm|một|hai|ba|bốn|sáu|bảy|tám|chín|mười)"
)
_PLAIN_TRIGGER = re.compile(
    r"(?<!\w)(?<!\d[/.,:\-])(?:\d|ngay|thang|quy|nam|tuan|giai|nhiem|dau|giua|cuoi|hang|moi|sang|chieu|thu)"
)
_PLAIN_HINT = re.compile(r"(?<!\w)(?:ngay|thang|quy|nam|giai doan) *[\divx]")
_AFTER = re.compile(r"[\w/](?!\w*\))|[.,]\d")
_MARKS = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")
_LETTERS = re.compile(r"[^\W\d_]")

# What licenses a day and month that no "ngày" announces: "trước 30/11", "sáng 10/8", "Ngày Nhà giáo Việt Nam 20/11".
_LICENCE = re.compile(
    r"(?<!\w)(?:trước|vào|đến|tới|hết|từ|nhất|là|hạn|sáng|chiều|tối|trưa|đêm|hôm|sau|dịp|khánh|niệm|lễ|giỗ|vương|nay|:)[ :(]*$"
    r"|(?<!\w)ngày +(?!\d)(?:[^\W\d_]+[ \-]+){1,9}\(?$|\d{1,2}/\d{1,2}(?:/\d{4})? *(?:,|;|và|, và) *$"
)
_FRACTION_LICENCE = re.compile(
    r"(?<!\w)(?:trước|vào|nhất|hạn|sáng|chiều|tối|hôm|dịp|khánh|niệm|lễ|giỗ|:)[ :(]*$"
    r"|(?<!\w)ngày +(?!\d)(?:[^\W\d_]+[ \-]+){1,9}\(?$"
)
_FRACTION = re.compile(r"[1-9] ?[/.] ?(?:[2-9]|10)(?!\d)")
_MONTH_LICENCE = re.compile(
    r"(?<!\w)(?:từ|đến|tới|trong|trước|hết|cuối|đầu|giữa|sau|tháng|vào|kỳ|khoảng|gian|hạn)[ :]*$|[(\n\t]\s*$|^\s*$|[:;] *$"
)
_SEVERAL = re.compile(r"(?<!\w)(?:những|các|nhiều|mấy|vài|số|\d+|một|hai|ba|bốn|năm|sáu|mười|hàng|trăm|nghìn|qua) *$")
_EDGE_LICENCE = re.compile(r"(?<!\w)(?:đến|tới|từ|trước|hết) *$")
_CUMULATIVE = re.compile(r"(?<!\w)(?:lũy +kế|cộng +dồn)(?: +\w+)? *$")
_N_MONTHS = r"(?P<n>\d{1,2}|[^\W\d_]+(?: +một| +hai)?) +tháng(?!\w)"
_INSIDE = re.compile(r"(?<!\w)trong(?: +(?:cả|suốt))? +$")
_NOT_CURRENT = re.compile(
    r" *(?:học|đầu|cuối|thứ|thanh|hành|cao|ngân|tài|số|tới|tiếp|kế|có|\d|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|\.{2}|…)(?!\w)| *[\d(…]| *\.\."
)
_CURRENT = r"(?P<u>năm|quý|tháng|tuần)(?: +(?:nay|này|qua|vừa +qua))?(?!\w)"
_SAME = rf"cùng +k[ỳì](?!\w)(?: +(?:của +)?năm +(?:(?P<y>{YEAR})|(?P<rel>trước|ngoái)(?!\w)))?"
_SAME_LINK = r"cùng +k[ỳì] +(?:của +)?"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase, and whether it was read from letters that lost their marks."""

    phrase: Phrase
    unmarked: bool = False


def scan(text: str, shadow: str) -> tuple[list[Found], list[tuple[int, int]]]:
    """Return the date phrases of NFC `text` (`shadow`: its folded copy) in order, and the masked look-alikes."""
    masked = masks(text, shadow)
    found = _walk(shadow, _TRIGGER, masked, False)
    if _PLAIN_HINT.search(shadow):
        found = _with_unmarked(shadow, found, masked)
    return found, masked


def _walk(shadow: str, trigger: re.Pattern[str], taken: list[tuple[int, int]], unmarked: bool) -> list[Found]:
    found: list[Found] = []
    position, index = 0, 0
    while (match := trigger.search(shadow, position)) is not None:
        start = match.start()
        while index < len(taken) and taken[index][1] <= start:
            index += 1
        if index < len(taken) and taken[index][0] <= start:
            position = taken[index][1]
            continue
        limit = taken[index][0] if index < len(taken) else len(shadow)
        phrase = read_phrase(shadow, start, unmarked)
        if phrase is None or phrase.end > limit:
            position = start + 1
            continue
        found.extend(Found(half, unmarked) for half in _halves(shadow, phrase))
        position = phrase.end
    return found


def _halves(shadow: str, phrase: Phrase) -> list[Phrase]:
    """Return the two dates of an anniversary "(19/5/1890 - 19/5/2022)", any other phrase alone."""
    if phrase.pair is None:
        return [phrase]
    (a, _), (b, _) = phrase.pairs
    first = replace(phrase, start=a.start, end=a.end, pairs=((a, a),), partner=b)
    return [first, replace(phrase, start=b.start, end=b.end, pairs=((b, b),), partner=a, rule="anniversary end")]


def read_phrase(shadow: str, pos: int, unmarked: bool = False) -> Phrase | None:
    """Return the longest date phrase that begins at `pos`, None where the words around speak against it."""
    readers = [read_recurrence(shadow, pos, unmarked), read_chain(shadow, pos, unmarked)]
    if not unmarked:
        readers += [read_duration(shadow, pos), _special(shadow, pos)]
    found: Phrase | None = None
    for phrase in readers:
        if phrase is not None and (found is None or phrase.end > found.end):
            found = phrase
    if found is None or _AFTER.match(shadow, found.end) or not _licensed(shadow, found):
        return None
    return found


def _special(shadow: str, pos: int) -> Phrase | None:
    left = shadow[max(0, pos - 24) : pos]
    same = pattern(_SAME).match(shadow, pos)
    if same:
        year, shift = year_of(same)
        stamp = Stamp(pos, same.end(), "year", "same period", year, shift)
        link = pattern(_SAME_LINK).match(shadow, pos)
        point = best(HEADED, shadow, link.end()) if link else None
        if point is not None and point.end > same.end():
            return Phrase(pos, point.end, "same period of", ((point, point),))
        return Phrase(pos, same.end(), "same period", ((stamp, stamp),))
    current = pattern(_CURRENT).match(shadow, pos)
    if current and _INSIDE.search(left) and not _NOT_CURRENT.match(shadow, current.end()):
        stamp = Stamp(pos, current.end(), UNITS[current["u"]], "relative", shift=0)
        return Phrase(pos, current.end(), "current", ((stamp, stamp),))
    months = pattern(_N_MONTHS).match(shadow, pos)
    count = read_number(months["n"]) if months and _CUMULATIVE.search(left) else None
    if months and count and 1 <= count <= 12:
        stamp = Stamp(pos, months.end(), "half", "months", part="đầu", count=count)
        return Phrase(pos, months.end(), "months", ((stamp, stamp),))
    return None


def _licensed(shadow: str, phrase: Phrase) -> bool:
    """Return whether the words around allow an expression that alone could be something else."""
    if not phrase.pairs:
        return True
    stamp, last = phrase.pairs[0][0], phrase.pairs[-1][1]
    begin = phrase.start if phrase.lead is None else min(phrase.lead, phrase.start)
    left = shadow[max(shadow.rfind("\n", 0, begin) + 1, begin - 60) : begin]
    if phrase.rule == "relative":
        return not _SEVERAL.search(left)
    if phrase.rule == "edge":
        return _EDGE_LICENCE.search(left) is not None or shadow.startswith("hết", phrase.start)
    if not stamp.bare:
        return phrase.rule != "now"
    if stamp.unit == "month":
        return last is not stamp or _MONTH_LICENCE.search(left) is not None
    if stamp.unit != "day" or stamp.dated:
        return True
    if _FRACTION.fullmatch(shadow, stamp.start, stamp.end) and not phrase.ranged:
        return _FRACTION_LICENCE.search(left) is not None
    return _LICENCE.search(left) is not None or (phrase.ranged and last.dated)


def _with_unmarked(shadow: str, found: list[Found], masked: list[tuple[int, int]]) -> list[Found]:
    """Return `found` with what can be read where recognition or an old font lost the marks of letters."""
    plain = bare(shadow)
    taken = sorted(masked + [(item.phrase.start, item.phrase.end) for item in found])
    extra = [item for item in _walk(plain, _PLAIN_TRIGGER, taken, True) if _certain(shadow, item.phrase)]
    return sorted(found + extra, key=lambda item: item.phrase.start)


def _certain(shadow: str, phrase: Phrase) -> bool:
    around = shadow[max(0, phrase.start - 60) : phrase.end + 60]
    letters = len(_LETTERS.findall(around))
    if len(_MARKS.findall(around)) * 12 < letters:
        return True
    return bool(phrase.pairs) and phrase.pairs[-1][1].dated and phrase.pairs[0][0].unit != "year"
