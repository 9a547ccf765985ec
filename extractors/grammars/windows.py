"""Cuts sentences that no person would write, so that the time of a grammar stays linear in the text."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST = 1600  # the longest sentence met in real plans and reports has some 1,400 characters


def windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the range itself, or pieces of at most 1,600 characters cut behind a semicolon, a comma or a blank."""
    while end - start > LONGEST:
        stop = start + LONGEST
        cut = max(text.rfind("; ", start, stop), text.rfind(", ", start, stop))
        cut = cut if cut > start + LONGEST // 2 else text.rfind(" ", start, stop)
        cut = cut + 1 if cut > start else stop
        yield start, cut
        start = cut
    if start < end:
        yield start, end
