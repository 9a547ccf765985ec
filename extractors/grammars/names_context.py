"""The words around a name of a person: address and degree, posts before and behind, and the words that name places."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.grammars.actors import find_units
from extractors.grammars.capitals import Token
from extractors.vietnamese import alternation, fold

_HONORIFIC = re.compile(rf"(?<!\w){alternation('honorifics')}(?!\w)(?:\s*[.:])?(?:\s*,)?(?=\s*\w)")
_POSITION = re.compile(rf"(?<!\w){alternation('positions')}(?!\w)")
_PLACE_BEFORE = re.compile(
    rf"(?<!\w){alternation('place_words')}"
    r"(?:\s+(?:chuyên|số \d+|mang tên|trực thuộc|văn hóa|sông|núi|cách mạng))?\s*[:\"]?\s*$"
)
_PLACE_GOES_ON = re.compile(r"\s*(?:,|và|,\s*và|-)\s*")
_BODY_OF_PLACE = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng ủy|công an|mttq|ban chỉ huy quân sự) (?:xã|phường"
    r"|thị trấn|huyện|quận) $"
)
_AFTER = re.compile(
    rf" *(?:[,\-:] *|\( *| )(?:(?:nguyên|là|hiện là|đang là|tân|quyền) +)?(?:{alternation('positions')})(?!\w)"
)
_BRACKET = re.compile(r" *\(([^()]{2,80})\)")
_AFTER_ENDS = re.compile(
    r"[,;.|()\n\t]| [-–] | (?:là|được|đã|với|cho|vì|luôn|làm|có|phát biểu|chủ trì|trao|tặng|dự|tham dự|tới dự|đến dự)\b"
)
_NO_TITLE = re.compile(r"\b(?:thi đua|là|đã|được|và|cho|với|trao|tặng|do|của|biểu dương)\b")


def _last_mark(low: str, start: int, end: int) -> int:
    """Return the offset of the last mark in low[start:end] that no post goes over, -1 for none."""
    return max([low.rfind(mark, start, end) for mark in ',.;:()|"'])


class Context:
    """One piece of text with its shadow and the places of words of address."""

    def __init__(self, text: str) -> None:
        self.text, self.low = text, fold(text)
        self.honorifics = {match.end(): match.start() for match in _HONORIFIC.finditer(self.low)}
        self.openings = frozenset(self.honorifics.values())

    def honorific_before(self, at: int) -> int | None:
        """Return where the chain of words of address before offset `at` begins; None when there is none."""
        lead: int | None = None
        while True:
            stop = at
            while stop > 0 and self.text[stop - 1] in " \u00a0":
                stop -= 1
            begin = self.honorifics.get(stop)
            if begin is None or begin == at:
                return lead
            lead = at = begin

    def title_before(self, at: int) -> tuple[int, int] | None:
        """Return the offsets of a post that stands right before offset `at` ("Phó Chủ tịch UBND huyện")."""
        window = max(0, at - 80)
        matches = list(_POSITION.finditer(self.low, max(_last_mark(self.low, window, at) + 1, window), at))
        if not matches:
            return None
        first = matches[0]
        for before, after in pairwise(matches):
            if self.low[before.end() : after.start()].strip(" -,"):
                first = after
        words = self.low[matches[-1].end() : at].split()
        if len(words) > 9 or _NO_TITLE.search(" ".join(words)):
            return None
        return first.start(), at

    def is_place(self, at: int, place_until: int) -> bool:
        """Return whether a run of capitals at `at` names a place; `place_until`: end of a place with a list behind."""
        before = self.low[max(0, at - 40) : at]
        if before.rstrip().endswith(
            "dân tộc"
        ):  # "dân tộc Phù Lá", though "dân tộc" is a post in "Trưởng phòng Dân tộc"
            return True
        if _PLACE_BEFORE.search(before):
            return not any(match.end() == len(before.rstrip()) for match in _POSITION.finditer(before))
        return self.goes_on(at, place_until)

    def goes_on(self, at: int, place_until: int) -> bool:
        """Return whether what begins at `at` goes on a list of places that has reached `place_until`."""
        if _PLACE_BEFORE.search(self.low[max(0, at - 40) : at]):
            return False
        return place_until >= 0 and _PLACE_GOES_ON.fullmatch(self.low, place_until, at) is not None

    def heads_body(self, at: int) -> bool:
        """Return whether the post of someone who heads the body of a place stands before `at`: "Chủ tịch UBND xã"."""
        return _BODY_OF_PLACE.search(self.low[max(0, at - 40) : at]) is not None and self.title_before(at) is not None

    def is_post(self, token: Token) -> bool:
        """Return whether a post begins at the token; "Văn Thư" with two capitals is no clerk but a name."""
        match = _POSITION.match(self.low, token.start)
        if not match:
            return False
        written = self.text[token.start : match.end()].split()
        return token.shape == "U" or len(written) == 1 or not all(word[0].isupper() for word in written)

    def behind(self, end: int) -> tuple[tuple[int, int] | None, int]:
        """Return the offsets of the post or place behind a name that ends at `end`, and where all of it ends."""
        bracket = _BRACKET.match(self.low, end)
        if bracket:
            return (bracket.start(1), bracket.end(1)), bracket.end()
        match = _AFTER.match(self.low, end)
        if not match:
            return None, end
        begin = match.start() + len(match.group(0)) - len(match.group(0).lstrip(" ,-:("))
        ends = _AFTER_ENDS.search(self.text, match.end())
        stop = ends.start() if ends else len(self.text)
        units = find_units(self.text, begin, min(begin + 160, len(self.text)))
        if units and units[0].start <= stop:  # "Trưởng phòng Hành chính - Tổng hợp": the dash belongs to the unit
            stop = max(stop, units[0].end)
        return (begin, stop), stop
