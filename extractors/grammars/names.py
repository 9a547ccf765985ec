"""Names of persons in Vietnamese text, with the words of address and the posts around them.

A name is a run of capitalised syllables that begins with a surname, or that stands after a word of address or a post.
Surnames that are also common words or begin the names of places need a middle name, an address or a post; a run after
"xã", "trường", "đường", "giải thưởng" names a place or a building. Measured against a statistical tagger that reads
"đồng chí X" as a place: research on real text, .48 against .87.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extractors.grammars.capitals import Token, capital, runs, tokens
from extractors.grammars.names_context import Context
from extractors.vietnamese import CAPITALS, any_of, fold, lexicon


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


# A quotation of five words or more is a slogan or a subject: its names are not persons met in the text.
_QUOTED = re.compile(r'"[^"\s]+(?:\s+[^"\s]+){4,40}"')
_FILED = re.compile(r"\blưu:[^\n]{0,60}\(([^\W\d_]{2,8})\)")
_LONG_UNITS = re.compile(any_of((h for h in lexicon("unit_heads") if " " in h), " ") + r"(?!\w)")
_UNIT_OPENS = re.compile(
    r"[Cc]ông (?:đoàn|ty|an)\s|(?:[Pp]hòng|[Tt]rung tâm|[Cc]hi cục|[Vv]ăn phòng|[Tt]hanh tra|[Cc]hi bộ|[Cc]hi hội"
    r"|UBND)\s(?=[^\W\d_])"
    rf"|(?:Ban|Sở|Trường|Khoa|Hội|Trạm|Đội|Tổ)\s+[{CAPITALS}]|(?:Ông|Bà|Đ/c|Đồng chí)\s+[{CAPITALS}]"
)
_UNIT_BEFORE = re.compile(r"\b(?:sở|ban|khoa|phòng|cục|vụ|viện|bộ|tổ)\s+$")
_HOUSE = re.compile(r"(?<!\w)(?:hộ|gia đình|vợ chồng|già làng|nghệ nhân|hội viên|đoàn viên) $")
_OPENED = re.compile(r"(?:^|[\n\t|;,:(\-–]|\d[.)]?|(?:^|\s)(?:và|ông|bà|Ông|Bà))\s*$")
_CLOSED = re.compile(r"\s*(?:$|[\n\t|;,.()\-–]|và\b)")
_GOVERNOR = frozenset(
    {"giao", "khen", "tặng", "mời", "cử", "do", "và", "cùng", "với", "của", "là", "như", "có", "cho", "bầu"}
)
_SEVERAL = re.compile(r"(?:các|những|số|\d|hai|ba|bốn|năm)\s+(?:[^\W\d_]+\s+){1,2}$")
_LONGEST = 5  # syllables
_YOUTH_OF = frozenset({"Trường", "Sở", "Khối", "Phường", "Xã", "Viện", "Bộ", "Tỉnh", "Huyện"})  # no surname there
_MARKED = re.compile(rf"[HK]['’ʼ][{CAPITALS}]")  # "H'Hen", "K'Brếu": nothing else is written so


@cache
def _surnames() -> frozenset[str]:
    return frozenset(lexicon("surnames"))


@cache
def _common() -> frozenset[str]:
    return frozenset(lexicon("surnames_common_words"))


@cache
def _middles() -> frozenset[str]:
    return frozenset(lexicon("middle_names"))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for place in lexicon("places"))


@cache
def _words() -> frozenset[str]:
    honours = ("nhân dân", "ưu tú", "viện sĩ")
    return frozenset((*lexicon("unit_words"), *lexicon("positions"), *lexicon("action_verbs"), *honours))


def find_names(text: str, start: int = 0, end: int | None = None) -> tuple[Name, ...]:
    """Return the names of persons in `text[start:end]`, in order, with offsets into `text` (NFC)."""
    piece = text[start:end]
    found = (_read_short if len(piece) <= 1000 else _read)(piece)
    return tuple(_moved(name, start) for name in found) if start else found


def first_name(text: str, start: int = 0, end: int | None = None) -> Name | None:
    """Return the first of `find_names(text, start, end)`, None for none; what follows it is not looked at."""
    found = _first(text[start:end])
    return _moved(found, start) if found is not None and start else found


# What acts in a clause, or stands above many clauses, is asked for again and again.
@lru_cache(maxsize=2048)
def _first(text: str) -> Name | None:
    return next(_each(text), None)


def _moved(name: Name, by: int) -> Name:
    after = (name.after[0] + by, name.after[1] + by) if name.after else None
    return replace(
        name, start=name.start + by, end=name.end + by, lead=name.lead + by, after=after, stop=name.stop + by
    )


def _read(text: str) -> tuple[Name, ...]:
    return tuple(_each(text))


def _each(text: str) -> Iterator[Name]:
    context = Context(text)
    quoted = [match.span() for match in _QUOTED.finditer(context.low)]
    plural = False
    place_until = -1  # end of a place whose list may go on: "các huyện A, B và C"
    for run in runs(text, tokens(text, 0, len(text))):
        if any(a < run[0].start < b for a, b in quoted):
            continue
        at = 0
        if context.honorific_before(run[0].start) is None and context.is_place(run[0].start, place_until):
            at = _after_place(run)
            titled = (
                len(run) > 2
                and capital(run[0]) in _surnames()
                and (
                    context.heads_body(run[0].start)
                    or (capital(run[1]) in {"Văn", "Thị"} and context.title_before(run[0].start) is not None)
                )
            )
            titled = titled or _outruns(context, run, place_until, plural=plural)
            if not at and not titled:  # "Phó Chủ tịch UBND xã Lầu Mí Pó" names a person
                if not context.goes_on(run[0].start, place_until):
                    plural = _SEVERAL.search(context.low[max(0, run[0].start - 30) : run[0].start]) is not None
                place_until = run[-1].end
                continue
        yield from _in_run(context, run, at)
    for match in _FILED.finditer(context.low):
        a, b = match.span(1)
        if text[a].isupper():
            yield Name(a, b, text[a:b], a, None, None, None, b)


def _outruns(context: Context, run: list[Token], place_until: int, *, plural: bool) -> bool:
    """Return whether a person follows a single place in a list: "Bí thư Đoàn xã Vân Du, Hoàng Đình Kha"."""
    person = 2 < len(run) < 5 and capital(run[0]) in _surnames() and all(token.shape == "T" for token in run)
    return person and not plural and place_until >= 0 and context.goes_on(run[0].start, place_until)


# One clause is asked for its names several times: as passage, as subject, as recipient.
_read_short = lru_cache(maxsize=2048)(_read)


def _in_run(context: Context, run: list[Token], at: int) -> list[Name]:
    """Return the names in one run of capitals, from its syllable `at`."""
    found: list[Name] = []
    while at < len(run):
        token = run[at]
        lead = context.honorific_before(token.start)
        if lead is not None and at and lead >= run[0].start and capital(run[0]) in _surnames():
            lead = None  # "Mai Anh Tuấn": the syllable belongs to the name
        if context.is_post(token) or (lead is not None and token.start in context.openings):
            at += 1
            continue
        title = None if lead is not None else context.title_before(token.start)
        size = _announced(context, run, at, titled=title is not None) if lead is not None or title else 0
        size = size or _unannounced(context, run, at)
        if not size:
            at += 1
            continue
        found.append(_name(context, token, run[at + size - 1], lead, title))
        at += size
    return found


def _name(context: Context, first: Token, last: Token, lead: int | None, title: tuple[int, int] | None) -> Name:
    text = context.text
    honorific = text[lead : first.start].strip(" ,:\u00a0") if lead is not None else None
    begin = lead if lead is not None else title[0] if title else first.start
    before = title or context.title_before(begin)
    named = text[before[0] : before[1]].strip(" ,-–\n\t") if before else None
    after, stop = context.behind(last.end)
    return Name(first.start, last.end, text[first.start : last.end], begin, honorific, named, after, stop)


def _after_place(run: list[Token]) -> int:
    """Return where a name begins behind the place that opens the run ("Chủ tịch UBND xã Mường Và Lò Thị Hà"), or 0."""
    for at in range(1, len(run) - 2):
        if capital(run[at]) in _surnames() and capital(run[at + 1]) in {"Văn", "Thị", "A"}:
            return at
    return 0


def _announced(context: Context, run: list[Token], at: int, *, titled: bool) -> int:
    """Return how many syllables a name after an address or a post takes; 0 for none."""
    marked = _MARKED.match(run[at].text) is not None
    surnamed = capital(run[at]) in _surnames() or marked
    if not surnamed and (titled or run[at].shape == "U" or _half_of_word(context.text, run[at])):
        return 0
    if run[at].text == "Hồ" and context.low[: run[at].start].rstrip().endswith("bác"):
        return 0
    size = _stretch(context, run, at)
    if (titled and size < 2 and not marked) or fold(" ".join(item.text for item in run[at : at + size])) in _places():
        return 0
    return size if surnamed else min(size, 4)


def _half_of_word(text: str, token: Token) -> bool:
    """Return whether a small syllable behind completes a common word: "Nghệ sĩ Nhân dân", "ông Viện trưởng"."""
    after = re.match(r" ([^\W\d_]+)", text[token.end : token.end + 12])
    return after is not None and after.group(1).islower() and fold(f"{token.text} {after.group(1)}") in _words()


def _stretch(context: Context, run: list[Token], at: int) -> int:
    """Return the syllables from `at` up to the next post, unit or word of address in the run, 5 at most."""
    size = 0
    for token in run[at : at + _LONGEST]:
        if size and (context.is_post(token) or _UNIT_OPENS.match(context.text, token.start)):
            break
        size += 1
    return size


def _unannounced(context: Context, run: list[Token], at: int) -> int:
    """Return how many syllables a name takes that nothing but its surname announces; 0 for none."""
    if _LONG_UNITS.match(context.low, run[at].start):
        return 0
    size = _stretch(context, run, at)
    if _MARKED.match(run[at].text):
        return size if size > 1 or _alone(context.text, run[at].start, run[at].end) else 0
    if size == 2 and run[at].text == "Đoàn" and run[at + 1].text in _YOUTH_OF:
        return 0
    if size < 2 or (at and not _may_follow(context, run, at)):
        return 0
    words = [capital(item) for item in run[at : at + size]]
    house = words[0] in {"A", "Y"} and _HOUSE.search(context.low[: run[at].start]) is not None  # "hộ A Huynh"
    if house and not run[at + 1].text.isupper():
        return min(size, 3)
    known = words[0] in _surnames()
    if fold(" ".join(words[:2])) in _places() or not (known or words[1] in {"Văn", "Thị"}):
        return 0
    alone = _alone(context.text, run[at].start, run[at + size - 1].end)
    if run[at].shape == "U" or (words[0] in _common() and (size == 2 or words[1] not in _middles())):
        return size if alone and known else 0
    return size if size > 2 or known else 0


def _may_follow(context: Context, run: list[Token], at: int) -> bool:
    """Return whether what stands before in the same run may stand before a name: a place, a verb, a post's unit."""
    if at == _after_place(run) or fold(run[at - 1].text) in _GOVERNOR:
        return True
    return _UNIT_BEFORE.search(context.low[: run[at].start]) is not None


def _alone(text: str, first: int, last: int) -> bool:
    """Return whether text[first:last] fills a line, a cell or an item of a list."""
    opened = _OPENED.search(text[max(0, first - 12) : first]) is not None
    return opened and _CLOSED.match(text[last : last + 6]) is not None
