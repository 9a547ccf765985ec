"""Other documents that a text names: type, number, day, issuing body and subject, as far as it states them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.document import FACT_PARTS, Document
from extractors.facts import Citation
from extractors.grammars.letterhead_dates import FullDate, match_date
from extractors.grammars.letterhead_numbers import NUMBER, SYMBOL, tidy
from extractors.grammars.sentences import strip
from extractors.vietnamese import any_of, fold, lexicon

_WINDOW = 420
_SO = re.compile(r"\s*(?:liên tịch\s*)?(?:số|sô)\s*[:.]?\s*")
_PLAIN = re.compile(r"(\d{1,5})(?=[\s,;.)]|$)")
_BLANK = re.compile(r"[\s.…_]*")
_GAP = re.compile(r"\s*[,(]?\s*(?:ban hành\s+|ký\s+)?(?:ngày\s+ký\s+)?")
_NEXT = re.compile(r"\s*(?:,|;|và|, và)\s+(?:số|sô)\s*[:.]?\s*(?=\d)")
_OF = re.compile(r"\s*,?\s*(?:\)\s*)?của\s+(?=\S)")
_ABOUT = re.compile(r"\s*,?\s*(?:\([^()]{0,80}\)\s*)?(?:về(?:\s+việc)?|v\s?/\s?v)\s*[:]?\s+")
_LAW_NUMBER = re.compile(r"[^.;:\n\d“”\"]{2,90}?(?=\s+(?:số|sô)\s+\d)")
_LAW_YEAR = re.compile(r"[^.;:\n\d]{2,90}?\s(năm (\d{4})|ngày)(?!\d)")
_LAWS = frozenset({"luật", "pháp lệnh", "bộ luật", "hiến pháp"})
_END = re.compile(r"[;\n]|[.](?=\s|$)|,\s|\s[-–]\s|\(|\)|:")
_AND = re.compile(r"\s+(?:và|cùng|với|hoặc)(?:\s+các)?\s*\Z")
_SUBJECT_END = re.compile(r"[;\n]|[.](?=\s|$)")
_OWN = re.compile(r"\s*(?:này|trên|nói trên|nêu trên|dưới đây|sau đây)(?!\w)")
_REPLACES = re.compile(
    r"(?:thay thế|thay cho|hủy bỏ|bãi bỏ|huỷ bỏ|thu hồi)\s+(?:cho\s+)?(?:toàn bộ\s+)?(?:các\s+)?[“\"(]?$"
)


@cache
def _types() -> re.Pattern[str]:
    names = {fold(entry) for entry in (*lexicon("document_types"), *lexicon("cited_types"))}
    return re.compile(rf"(?<!\w){any_of(names)}(?!\w)")


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(map(fold, lexicon('issuer_stops')), ' ')}(?!\w)")


def find_citations(document: Document, start: int, end: int) -> tuple[Citation, ...]:
    """Return the documents named in text[start:end], in order; the document itself ("Kế hoạch này") is none of them.

    A type counts with a number, with a day, or with the year of a law.
    """
    return tuple(citation for citation, _ in _find(document, start, end))


def find_replaced(document: Document, start: int, end: int) -> tuple[Citation, ...]:
    """Return the documents that text[start:end] says are replaced, revoked or withdrawn by it."""
    shadow = fold(document.text[start:end])
    return tuple(
        citation
        for citation, at in _find(document, start, end)
        if _REPLACES.search(shadow, max(0, at - start - 60), at - start)
    )


def _find(document: Document, start: int, end: int) -> Iterator[tuple[Citation, int]]:
    text = document.text
    shadow = fold(text)
    at, end = start, min(end, len(text))
    while True:
        match = _types().search(shadow, at, end)
        if match is None:
            return
        at = match.end()
        if not text[match.start()].isupper() and not _SO.match(shadow, match.end(), end):
            continue
        if _OWN.match(shadow, match.end(), end) or document.block_at(match.start()).part not in FACT_PARTS:
            continue
        stop = min(end, document.block_at(match.start()).end + 160, match.start() + _WINDOW)
        for citation, after in _one(document, shadow, match, stop):
            yield citation, match.start()
            at = max(at, after)


def _one(document: Document, shadow: str, match: re.Match[str], end: int) -> Iterator[tuple[Citation, int]]:
    text = document.text
    kind = " ".join(text[match.start() : match.end()].split())
    begin, at = match.start(), match.end()
    while True:
        number, after, numbered = _number(text, shadow, at, end)
        if not numbered and fold(kind) in _LAWS and (named := _LAW_NUMBER.match(shadow, at, end)):
            number, after, numbered = _number(text, shadow, named.end(), end)
        law = None if numbered else _law(text, shadow, at, end, kind)
        if law is not None:
            yield Citation(document.span(begin, law.end), kind, None, law.day, None, _name(text, at, law)), law.end
            return
        day = _day(text, shadow, after, end)
        issuer, after_issuer = _issuer(text, shadow, day.end if day else after, end)
        if day is None and issuer is not None:
            day = _day(text, shadow, after_issuer, end)
            after_issuer = day.end if day else after_issuer
        if not numbered and day is None:
            return
        stop = max(after_issuer if issuer else 0, day.end if day else 0, after)
        subject = _subject(text, shadow, stop, end)
        yield Citation(document.span(begin, stop), kind, number, day.day if day else None, issuer, subject), stop
        following = _NEXT.match(shadow, stop, end)
        if following is None:
            return
        begin = at = following.end()


def _number(text: str, shadow: str, at: int, end: int) -> tuple[str | None, int, bool]:
    """Return number, where it ends, and whether there is a place for one at all, blank or not."""
    so = _SO.match(shadow, at, end)
    begin = so.end() if so else _BLANK.match(text, at, end).end()  # type: ignore[union-attr]  # always matches
    full = NUMBER.match(text, begin, end)
    if full:
        return tidy(full.group(0)), full.end(), True
    if so is None:
        return None, at, False
    plain = _PLAIN.match(text, begin, end)
    if plain:
        return plain.group(1), plain.end(), True
    blank = _BLANK.match(text, begin, end)
    symbol = SYMBOL.match(text, blank.end() if blank else begin, end)
    return (None, symbol.end(), True) if symbol else (None, at, False)


def _day(text: str, shadow: str, at: int, end: int) -> FullDate | None:
    gap = _GAP.match(shadow, at, end)
    begin = gap.end() if gap else at
    return match_date(text, begin, end) if shadow.startswith("ngày", begin) else None


def _law(text: str, shadow: str, at: int, end: int, kind: str) -> FullDate | None:
    """Return where "Luật Thi đua, khen thưởng năm 2013" ends; the day where it states one instead of a year."""
    if fold(kind) not in _LAWS:
        return None
    match = _LAW_YEAR.match(shadow, at, end)
    if match is None or _types().search(shadow, at, match.start(1)):
        return None
    if match.group(2):
        return FullDate(match.start(1), match.end(1), None)
    return match_date(text, match.start(1), end)


def _name(text: str, at: int, law: FullDate) -> str | None:
    left, right = strip(text, at, law.start)
    return " ".join(text[left:right].split()) or None


def _issuer(text: str, shadow: str, at: int, end: int) -> tuple[str | None, int]:
    of = _OF.match(shadow, at, end)
    if of is None:
        return None, at
    begin = of.end()
    limit = min(end, begin + 110)
    ends = (_END.search(text, begin, limit), _stops().search(shadow, begin, limit))
    stop = min((found.start() for found in ends if found), default=limit)
    following = _types().search(shadow, begin, stop)  # "của Sở X và Công văn số ..."
    if following is not None and (link := _AND.search(shadow, begin, following.start())):
        stop = link.start()
    left, right = strip(text, begin, stop)
    if left >= right or not text[left].isupper():
        return None, at
    return " ".join(text[left:right].split()), right


def _subject(text: str, shadow: str, at: int, end: int) -> str | None:
    about = _ABOUT.match(shadow, at, end)
    if about is None:
        return None
    found = _SUBJECT_END.search(text, about.end(), end)
    left, right = strip(text, about.end(), found.start() if found else end)
    return " ".join(text[left:right].split()) or None
