"""Winners named by the rank of their prize: "Nhất: A; Nhì: B; đồng giải Ba: C, D", "giải Nhất thuộc về …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.grammars.actors import Unit
from extractors.grammars.names import Name

_RANK = r"(?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|triển vọng|phong cách|vàng|bạc|đồng|[abc])"
# What the prize is for stands between the rank and its holder: "giải Nhất nội dung kéo co nữ: …".
_FOR = (
    r"(?:\s+(?:toàn đoàn|chung cuộc|tập thể|cá nhân|đồng đội|(?:nội dung|bảng|môn|phần thi|thể loại)\s[^:;.]{2,40}?))?"
)
_PRIZE = re.compile(
    rf"\b(?:đồng\s+)?(?:giải|huy chương)\s+{_RANK}{_FOR}\s*(?:\([^()]{{1,24}}\)\s*)?"
    rf"(?::|[-–]\s|(?:được\s+)?(?:thuộc về|trao cho|trao tới|gọi tên|dành cho|về tay)\b)\s*"
    rf"|(?:^|[:;.,(+\-–]\s*)(?:\d[.)]\s*)?(?:đồng\s+)?(?:hạng\s+)?{_RANK}{_FOR}\s*(?::|thuộc về\b)\s*"
)
# Without the word for a prize a lone rank says nothing: the sentence ranks the first place too.
_RANKED = re.compile(r"\bgiải\b|(?:^|[:;.,(+\-–]\s*)(?:\d[.)]\s*)?(?:hạng\s+)?nhất(?:\s[^:;.]{1,40})?\s*:")
_ENDS = re.compile(r"[;|\n]|\.(?=\s|$)|,?\s(?:đồng\s+)?giải\s" + _RANK + r"\b")
_PART = re.compile(
    r"\s*(?:,|và|cùng|,\s*và)?\s*(?:các\s+)?"
    r"(?:(?:đội|đội thi|đơn vị|tập thể|thí sinh|nhóm tác giả|tác giả)\s*:?\s*)?"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")


def find_winners(low: str, start: int, names: Sequence[Name], units: Sequence[Unit]) -> Iterator[Name | Unit]:
    """Yield those of `names` and `units` of a sentence, folded `low` and begun at `start`, that a prize is given to.

    A unit behind a winner is where the winner comes from.
    """
    if not ("giải" in low or "nhất" in low) or not _RANKED.search(low):
        return
    for match in _PRIZE.finditer(low):
        stop = _ENDS.search(low, match.end())
        end = start + (stop.start() if stop else len(low))
        at = start + match.end()
        person = False
        while True:
            link = _PART.match(low, at - start)
            begin = start + link.end() if link else at
            name = next((item for item in names if at <= item.lead <= begin and item.start < end), None)
            unit = next((item for item in units if at <= item.start <= begin and not item.bare), None)
            if name is not None:
                yield name
                person, at = True, max(name.stop, _past_bracket(low, start, name.stop))
            elif unit is not None and unit.end <= end:
                if not person:
                    yield unit
                at = _past_bracket(low, start, unit.end)
            else:
                break


def _past_bracket(low: str, start: int, at: int) -> int:
    """Return where a bracket that opens at `at` has closed, or `at`: "(8A2)", "(Trường Tiểu học Một)"."""
    match = _BRACKET.match(low, at - start)
    return start + match.end() if match else at
