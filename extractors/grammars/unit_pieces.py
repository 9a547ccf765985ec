"""The words behind the head of a unit's name, and the places that may belong to it."""

from __future__ import annotations

import re
from functools import cache

from extractors.vietnamese import fold, lexicon

Piece = tuple[str, str, str, int, int]  # link before it, as written, folded, start, end

_PIECE = re.compile(r"\s*(?:([,\-–—&]|[vV]à(?!\w))\s*)?([A-ZĐƯ]+(?:[-–&][A-ZĐƯ]+)+|[^\W_]+(?:[.&'’][^\W_]+)*)")
AREA = frozenset(
    {"thôn", "bản", "ấp", "buôn", "xã", "phường", "huyện", "quận", "tỉnh", "khu", "khối", "xóm", "làng", "số"}
)
AREAS = ("thị trấn", "thị xã", "thành phố", "tổ dân phố", "khu phố", "khối phố", "khu vực", "khu dân cư")
LAST = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "trẻ", "sở", "cơ"})
NUMBER = re.compile(r"\d{1,3}[a-zđ]?\d?")
_MAX = 16


@cache
def unit_lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    verbs = frozenset(lexicon("action_verbs"))
    return frozenset(lexicon("unit_words")), frozenset(lexicon("unit_stops")) | verbs, verbs


def pieces_from(text: str, low: str, at: int) -> list[Piece]:
    """Return up to 16 words from `at`: link before it, as written, folded, start, end."""
    found: list[Piece] = []
    while len(found) < _MAX:
        match = _PIECE.match(text, at)
        if not match:
            break
        a, b = match.span(2)
        link = match.group(1)
        found.append((fold(link) if link else "", text[a:b], low[a:b], a, b))
        at = b
    return found


def opens_area(low: str, pieces: list[Piece], i: int) -> bool:
    """Return whether a place that belongs to the name begins ("huyện Mường La", "thôn Đoài", "số 4")."""
    link, _, word, a, _ = pieces[i]
    if link:
        return False
    following = pieces[i + 1] if i + 1 < len(pieces) else None
    if word in LAST:
        return True
    ahead = following is not None and (following[1][0].isupper() or following[2].isdigit())
    return (word in AREA and ahead) or any(low.startswith(area, a) for area in AREAS)
