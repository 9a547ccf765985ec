"""Pieces of outputs as they were made last, each beside what it was made from: the same is not made twice."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Pieces:
    """What the drafts of one campaign are put together from; one drafting at a time.

    A piece is used again only where all that it rests on compares equal, so a draft is the same with it and without.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[str, str], tuple[object, object]] = {}
        self._used: set[tuple[str, str]] = set()
        self.made = 0  # since `begin`

    def begin(self) -> None:
        """Begin a drafting."""
        self._used.clear()
        self.made = 0

    def end(self) -> None:
        """End a drafting: what no draft holds any more is let go of."""
        self._held = {name: held for name, held in self._held.items() if name in self._used}

    def of(self, kind: str, name: str, rests_on: object, make: Callable[[], T]) -> T:
        """Return the piece, made anew where it rests on something else than last time."""
        key = (kind, name)
        self._used.add(key)
        known = self._held.get(key)
        if known is not None and (known[0] is rests_on or known[0] == rests_on):
            return known[1]  # type: ignore[return-value]  # what a kind of piece is never changes
        self.made += 1
        piece = make()
        self._held[key] = (rests_on, piece)
        return piece

    def text(self, kind: str, name: str, rests_on: object, make: Callable[[], str]) -> str:
        """Return a long piece of text, held packed: the texts of a campaign come to ten times what they pack to."""
        packed = self.of(kind, name, rests_on, lambda: zlib.compress(make().encode("utf-8"), 1))
        return zlib.decompress(packed).decode("utf-8")
