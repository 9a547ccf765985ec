"""Which rows of a table are headings, where the file does not say so."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.vietnamese import bare

_ORDER = frozenset({"stt", "tt", "so tt", "so thu tu", "s.t.t", "thu tu"})
_LONGEST = 80  # characters of a column heading


def count_heads(marked: Sequence[bool], first: Sequence[str], rows: int, depth: int) -> int:
    """Return how many rows at the top are headings.

    `marked` are the rows that the file itself marks; else a first row of at least three short texts without figures,
    or one that starts with "STT", counts, as deep as its merged cells reach. One-row tables have none: a letterhead.
    """
    said = 0
    while said < len(marked) and marked[said]:
        said += 1
    if said and said < rows:
        return said
    if rows < 2 or not first:
        return 0
    texts = [text.strip() for text in first]
    numbered = bare(texts[0]).strip(" .") in _ORDER
    plain = len(texts) >= 3 and all(texts) and all(len(text) <= _LONGEST for text in texts)
    plain = plain and not any(text[0].isdigit() or text.endswith((".", ";")) for text in texts)
    return min(depth, rows - 1) if numbered or plain else 0
