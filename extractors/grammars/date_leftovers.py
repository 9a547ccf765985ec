"""Phrases that look like a date and were read by no rule: shown to staff, never passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LIKE = re.compile(
    r"(?:"
    r"(?:ngày|mùng|mồng) *(?:\d{1,2}(?!\d)(?! *(?:%|làm việc|công|phép|nghỉ|đêm|lần|buổi))[\d/.\- ]*)"
    r"|\d{1,2} *[/.\-] *\d{1,2} *[/.\-] *(?:19|20)\d\d(?!\d)"
    r"|tháng *\d{1,2}(?!\d)(?! *(?:%|lần|buổi|tuổi|lương))(?: *[/.\-] *\d+| *năm *\d+)?"
    r"|(?:quý|qúy|quí) *(?:[ivx]+|\d)(?!\w)"
    r"|năm *(?:19|20)\d\d(?!\d)"
    r"|(?:giai +đoạn|nhiệm +kỳ|năm +học|niên +khóa) *(?:từ *)?(?:năm *)?\d{4}[\d\- ]*"
    r"|(?:19|20)\d\d *- *(?:19|20)\d\d(?!\d)"
    r")"
)
_INSIDE = re.compile(r"\w")  # asked for behind the match: a pattern that looks back first is searched slowly


def leftovers(shadow: str, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return (start, end) of date-like phrases of the folded text that touch none of `taken`, in order."""
    spans = sorted(taken)
    found: list[tuple[int, int]] = []
    index = 0
    position = 0
    while (match := _LIKE.search(shadow, position)) is not None:
        if match.start() and _INSIDE.match(shadow, match.start() - 1):
            position = match.start() + 1
            continue
        position = match.end()
        start, end = match.start(), match.start() + len(match.group().rstrip(" .-/"))
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            continue
        found.append((start, end))
    return found
