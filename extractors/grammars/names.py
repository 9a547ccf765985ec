"""Names of persons in Vietnamese text, with the words of address and the posts around them.

A name is a run of capitalised syllables that begins with a surname, or that stands after a word of address or a post.
Surnames that are also common words or begin the names of places need a middle name, an address or a post; a run after
"xã", "trường", "đường", "giải thưởng" names a place or a building. Measured against a statistical tagger that reads
"đồng chí X" as a place: research on real text, .48 against .87.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractors.grammars.actors import find_units
from extractors.grammars.capitals import Token, capital, runs, tokens
from extractors.vietnamese import alternation, fold, lexicon


@dataclass(frozen=True, slots=True)
class Name:
    """`text[start:end]` is the name itself; `lead` is where its words of address and post begin.

    `title` is the post before the name; `after` the offsets of the post or place behind it ("- Phó Trưởng phòng",
    "(Tổ 3)"); `stop` is where all that belongs to the name ends.
    """

    start: int
    end: int
    text: str
    lead: int
    honorific: str | None
    title: str | None
    after: tuple[int, int] | None
    stop: int


_HONORIFIC = re.compile(rf"(?<!\w){alternation('honorifics')}(?:\s*[.:])?(?:\s*,)?(?=\s*\w)")
_POSITION = re.compile(rf"(?<!\w){alternation('positions')}(?!\w)")
_PLACE_BEFORE = re.compile(
    rf"(?<!\w){alternation('place_words')}"
    r"(?:\s+(?:chuyên|số \d+|mang tên|trực thuộc|văn hóa|sông|núi|cách mạng))?\s*[:\"]?\s*$"
)
_AFTER = re.compile(
    rf"\s*(?:[,\-:]\s*|\(\s*|\s)(?:(?:nguyên|là|hiện là|đang là|tân|quyền)\s+)?(?:{alternation('positions')})(?!\w)"
)
# A quotation of five words or more is a slogan or a subject: its names are not persons met in the text.
_QUOTED = re.compile(r'"[^"\s]+(?:\s+[^"\s]+){4,40}"')
_FILED = re.compile(r"\blưu:[^\n]{0,60}\(([^\W\d_]{2,8})\)")
_LONG_UNITS = re.compile("(?:" + "|".join(re.escape(h) for h in lexicon("unit_heads") if " " in h) + r")(?!\w)")
_GOVERNOR = frozenset(
    {"giao", "khen", "tặng", "mời", "cử", "do", "và", "cùng", "với", "của", "là", "như", "có", "cho", "bầu"}
)
_MAX = 5


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    return (
        frozenset(lexicon("surnames")),
        frozenset(lexicon("surnames_common_words")),
        frozenset(lexicon("middle_names")),
        frozenset(fold(place) for place in lexicon("places")),
    )


def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Return the names of persons in `text[start:end]`, in order, with offsets into `text` (NFC)."""
    end = len(text) if end is None else end
    low = fold(text[start:end])
    honorifics = {start + m.end(): start + m.start() for m in _HONORIFIC.finditer(low)}
    quoted = [(start + m.start(), start + m.end()) for m in _QUOTED.finditer(low)]
    found: list[Name] = []
    place_until = -1  # end of a place whose list may go on: "các huyện A, B và C"
    for run in runs(text, tokens(text, start, end)):
        if any(a < run[0].start < b for a, b in quoted):
            continue
        found_here = _in_run(text, start, end, low, run, honorifics, place_until)
        if found_here is None:
            place_until = run[-1].end
            continue
        found.extend(found_here)
    found += [_bracketed(text, start, m) for m in _FILED.finditer(low) if text[start + m.start(1)].isupper()]
    return tuple(_with_neighbours(text, low, start, name) for name in found)


def _bracketed(text: str, start: int, match: re.Match[str]) -> Name:
    a, b = start + match.start(1), start + match.end(1)
    return Name(a, b, text[a:b], a, None, None, None, b)


def _in_run(
    text: str, start: int, end: int, low: str, run: list[Token], honorifics: dict[int, int], place_until: int
) -> list[Name] | None:
    """Return the names in one run; None when the run names a place."""
    at = 0
    while at < len(run):
        token = run[at]
        lead = _honorific(text, token.start, start, honorifics)
        if lead is not None and at and lead >= run[0].start and capital(run[0]) in _sets()[0]:
            lead = None  # "Mai Anh Tuấn": the syllable belongs to the name
        if lead is None and at == 0 and _is_place(text, low, start, run, place_until):
            at = _after_place(run)
            if not at:
                return None
            continue
        title = None if lead is not None else _title(text, low, start, token.start)
        if _post_at(text, low, start, token) or (lead is not None and run[at].start in honorifics.values()):
            at += 1
            continue
        size = _size(text, low, start, run, at, marked=lead is not None, titled=title is not None)
        size = size or _unmarked(text, low, start, end, run, at)
        if size:
            last = run[at + size - 1]
            honorific = text[lead : token.start].strip(" ,:\u00a0") if lead is not None else None
            begin = lead if lead is not None else title[0] if title else token.start
            before = _title(text, low, start, begin) if title is None else title
            named = text[before[0] : before[1]].strip(" ,-–\n\t") if before else None
            name = Name(token.start, last.end, text[token.start : last.end], begin, honorific, named, None, last.end)
            return [name, *(_rest(text, start, end, low, run, at + size, honorifics))]
        at += 1
    return []


def _rest(
    text: str, start: int, end: int, low: str, run: list[Token], at: int, honorifics: dict[int, int]
) -> list[Name]:
    """Return the names in what a run leaves behind one name ("… Lan Ông Trần Văn Nam")."""
    return _in_run(text, start, end, low, run[at:], honorifics, -1) or [] if at < len(run) else []


def _honorific(text: str, at: int, start: int, honorifics: dict[int, int]) -> int | None:
    """Return where the chain of words of address before offset `at` begins; None when there is none."""
    lead: int | None = None
    while True:
        stop = at
        while stop > start and text[stop - 1] in " \u00a0":
            stop -= 1
        begin = honorifics.get(stop)
        if begin is None or begin == at:
            return lead
        lead = at = begin


def _title(text: str, low: str, start: int, at: int) -> tuple[int, int] | None:
    """Return the offsets of a post that stands right before offset `at` ("Phó Chủ tịch UBND huyện")."""
    left = max((low.rfind(mark, 0, at - start) for mark in ',.;:()|"'), default=-1) + 1
    left = max(left, at - start - 80)
    matches = list(_POSITION.finditer(low, left, at - start))
    if not matches:
        return None
    first = matches[0]
    for before, after in pairwise(matches):
        if low[before.end() : after.start()].strip(" -,"):
            first = after
    words = low[matches[-1].end() : at - start].split()
    if len(words) > 9 or re.search(r"\b(?:là|đã|được|và|cho|với|trao|tặng|do|của|biểu dương)\b", " ".join(words)):
        return None
    return start + first.start(), at


def _is_place(text: str, low: str, start: int, run: list[Token], place_until: int) -> bool:
    at = run[0].start - start
    before = low[max(0, at - 40) : at]
    if _PLACE_BEFORE.search(before):
        return not any(m.end() == len(before.rstrip()) for m in _POSITION.finditer(before))
    if place_until >= 0:
        return bool(re.fullmatch(r"\s*(?:,|và|,\s*và|-)\s*", low[place_until - start : run[0].start - start]))
    return False


def _after_place(run: list[Token]) -> int:
    """Return where a name begins behind the place that opens the run ("Chủ tịch UBND xã Mường Và Lò Thị Hà"), or 0."""
    for at in range(1, len(run) - 2):
        if capital(run[at]) in _sets()[0] and capital(run[at + 1]) in {"Văn", "Thị", "A"}:
            return at
    return 0


def _size(text: str, low: str, start: int, run: list[Token], at: int, *, marked: bool, titled: bool) -> int:
    """Return how many syllables of the run from `at` a name after an address or a post takes; 0 for none."""
    surnames = _sets()[0]
    if not (marked or titled):
        return 0
    first = capital(run[at])
    surnamed = first in surnames
    if first == "Hồ" and low[: run[at].start - start].rstrip().endswith("bác"):
        return 0
    if titled and not surnamed:
        return 0
    size = _stretch(text, low, start, run, at)
    if (titled and size < 2) or fold(" ".join(item.text for item in run[at : at + size])) in _sets()[3]:
        return 0
    return size if surnamed else min(size, 4)


def _stretch(text: str, low: str, start: int, run: list[Token], at: int) -> int:
    """Return the syllables from `at` up to the next post, unit or word of address in the run, 5 at most."""
    size = 0
    for token in run[at : at + _MAX]:
        if size and (_post_at(text, low, start, token) or _UNIT_OPENING.match(text, token.start)):
            break
        size += 1
    return size


_UNIT_OPENING = re.compile(
    r"(?:[Pp]hòng|[Tt]rung tâm|[Cc]hi cục|[Vv]ăn phòng|[Tt]hanh tra|[Cc]hi bộ|[Cc]hi hội|[Cc]ông ty|UBND)\s"
    r"|(?:Ban|Sở|Trường|Khoa|Hội|Trạm|Đội|Tổ)\s+[A-ZĐÀ-Ỹ]|(?:Ông|Bà|Đ/c|Đồng chí)\s+[A-ZĐÀ-Ỹ]"
)


def _post_at(text: str, low: str, start: int, token: Token) -> bool:
    """Return whether a post begins at the token; "Văn Thư" with two capitals is no clerk but a name."""
    match = _POSITION.match(low, token.start - start)
    if not match:
        return False
    written = text[token.start : start + match.end()].split()
    return token.shape == "U" or len(written) == 1 or not all(word[0].isupper() for word in written)


def _unmarked(text: str, low: str, start: int, end: int, run: list[Token], at: int) -> int:
    """Return how many syllables a name takes that nothing but its surname announces; 0 for none."""
    surnames, common, middles, places = _sets()
    if _LONG_UNITS.match(low, run[at].start - start):
        return 0
    first = capital(run[at])
    size = _stretch(text, low, start, run, at)
    if size < 2 or (
        at
        and at != _after_place(run)
        and fold(run[at - 1].text) not in _GOVERNOR
        and not _ends_unit(low, start, run[at])
    ):
        return 0
    words = [capital(item) for item in run[at : at + size]]
    if fold(" ".join(words[:2])) in places or (first not in surnames and words[1] not in {"Văn", "Thị"}):
        return 0
    if run[at].shape == "U" and not _alone(text, start, end, run[at].start, run[at + size - 1].end):
        return 0
    if size == 2 and (first in common or first not in surnames):
        return 2 if first in surnames and _alone(text, start, end, run[at].start, run[at + 1].end) else 0
    if first in common and words[1] not in middles:
        return size if _alone(text, start, end, run[at].start, run[at + size - 1].end) else 0
    return size if size >= 3 or first in surnames else 0


def _ends_unit(low: str, start: int, token: Token) -> bool:
    """Return whether a unit word stands before the token, so that a post's unit may end there ("Giám đốc Sở X Y Z")."""
    return bool(re.search(r"\b(?:sở|ban|khoa|phòng|cục|vụ|viện|bộ|tổ)\s+$", low[: token.start - start]))


def _alone(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Return whether text[first:last] fills a line, a cell or an item of a list."""
    before = text[max(start, first - 12) : first]
    after = text[last : min(end, last + 6)]
    opened = re.search(r"(?:^|[\n\t|;,:(\-–]|\d[.)]?|(?:^|\s)(?:và|ông|bà|Ông|Bà))\s*$", before) is not None
    return opened and re.match(r"\s*(?:$|[\n\t|;,.()\-–]|và\b)", after) is not None


def _with_neighbours(text: str, low: str, start: int, name: Name) -> Name:
    """Return the name with the post or place behind it."""
    at = name.end - start
    match = _AFTER.match(low, at)
    bracket = re.compile(r"\s*\(([^()]{2,80})\)").match(low, at)
    if bracket:
        span, close = (start + bracket.start(1), start + bracket.end(1)), 1
    elif match:
        stop = re.compile(r"[,;.|()\n\t]|\s[-–]\s|\s(?:là|được|đã|với|cho|vì|luôn|làm|có|phát biểu|chủ trì)\b").search(
            low, match.end()
        )
        first = match.start() + len(match.group(0)) - len(match.group(0).lstrip(" ,-:("))
        begin = start + first
        stop_at = start + (stop.start() if stop else len(low))
        units = find_units(text, begin, min(begin + 160, start + len(low)))
        if units and units[0].start <= stop_at:  # "Trưởng phòng Hành chính - Tổng hợp": the dash belongs to the unit
            stop_at = max(stop_at, units[0].end)
        span, close = (begin, stop_at), 0
    else:
        return name
    return Name(name.start, name.end, name.text, name.lead, name.honorific, name.title, span, span[1] + close)
