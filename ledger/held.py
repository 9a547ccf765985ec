"""Documents and facts as they are held: what is asked of every file stays at hand, the rest is packed until it is used.

A document of 4 KB takes 24 KB, its facts 72 KB: 190 MB for 2,000. Looking through a campaign asks each file for its
text, letterhead and exemplars; blocks, segments, dates and commitments are asked for when a unit is judged or a piece
of a draft is made. What is packed are the very bytes that lie in the ledger, some 9 KB of both.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable
from dataclasses import fields
from typing import Any, Generic, TypeVar

from extractors.document import Block, Document
from extractors.facts import Facts
from extractors.span import Span
from ledger.codec import unpack

T = TypeVar("T")
AT_HAND = 256  # documents, the last used: a campaign of that size is never unpacked


class _AtHand(Generic[T]):
    """What was unpacked last, by what it is packed in."""

    def __init__(self) -> None:
        self._held: dict[Hashable, T] = {}
        self._lock = threading.Lock()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is held under the key, made where it is not."""
        with self._lock:
            known = self._held.pop(key, None)
            if known is not None:
                self._held[key] = known  # now the last in order
                return known
        made = make()
        with self._lock:
            self._held.setdefault(key, made)
            while len(self._held) > AT_HAND:
                del self._held[next(iter(self._held))]
        return made


_DOCUMENTS: _AtHand[Document] = _AtHand()
_FACTS: _AtHand[Facts] = _AtHand()


class HeldDocument(Document):
    """A document whose blocks lie packed. It equals the whole one; with a field replaced it is a whole one."""

    _packed: bytes = b""

    @classmethod
    def of(cls, whole: Document, packed: bytes) -> HeldDocument:
        """Return `whole`, which packs to `packed`, as it is held."""
        held = _without(cls, whole, ("blocks",))
        object.__setattr__(held, "_packed", packed)
        for name in ("sources", "recognised"):  # are asked of every file, and rest on the blocks
            held.__dict__[name] = getattr(whole, name)
        _DOCUMENTS.of(packed, lambda: whole)
        return held

    @property
    def _whole(self) -> Document:
        return _DOCUMENTS.of(self._packed, lambda: unpack(Document, self._packed))

    def __getattr__(self, name: str) -> Any:
        """Return what lies packed; raises AttributeError for what no document has."""
        if name == "blocks" and self._packed:
            return self._whole.blocks
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same: equal documents pack to equal bytes."""
        return _equal(self, other, Document, "_packed")

    __hash__ = Document.__hash__

    def block_at(self, offset: int) -> Block:
        """Return the block that holds code point `offset` of the text; raises IndexError outside the text."""
        return self._whole.block_at(offset) if self._packed else super().block_at(offset)

    def span(self, start: int, end: int) -> Span:
        """Return the span text[start:end], placed by the block in which it starts."""
        return self._whole.span(start, end) if self._packed else super().span(start, end)


class HeldFacts(Facts):
    """Facts whose segments, dates and commitments lie packed. They equal the whole ones."""

    _packed: bytes = b""
    _copies: frozenset[int] = frozenset()  # commitments that only restate the plan, by their places

    @classmethod
    def of(cls, whole: Facts, packed: bytes) -> HeldFacts:
        """Return `whole`, which packs to `packed`, as it is held."""
        held = _without(cls, whole, ("segments", "dates", "commitments"))
        object.__setattr__(held, "_packed", packed)
        held.__dict__["told_whole"] = whole.told_whole  # is asked of every report for each draft
        _FACTS.of((packed, held._copies), lambda: whole)
        return held

    @property
    def _whole(self) -> Facts:
        def made() -> Facts:
            whole = _FACTS.of((self._packed, frozenset()), lambda: unpack(Facts, self._packed))
            return whole.restating(self._copies)

        return _FACTS.of((self._packed, self._copies), made)

    def __getattr__(self, name: str) -> Any:
        """Return what lies packed; raises AttributeError for what no facts have."""
        if name in {"segments", "dates", "commitments"} and self._packed:
            return getattr(self._whole, name)
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same: equal facts pack to equal bytes."""
        return _equal(self, other, Facts, "_packed", "_copies")

    __hash__ = Facts.__hash__

    def restating(self, copies: Collection[int]) -> Facts:
        """Return the facts with the commitments at these places told to restate the plan."""
        if not self._packed or not copies:
            return super().restating(copies)
        held = _without(type(self), self, ("segments", "dates", "commitments"))
        object.__setattr__(held, "_packed", self._packed)
        object.__setattr__(held, "_copies", self._copies | frozenset(copies))
        held.__dict__["told_whole"] = self.told_whole
        return held


H = TypeVar("H", HeldDocument, HeldFacts)


def _without(kind: type[H], whole: Any, packed: Collection[str]) -> H:
    held = object.__new__(kind)
    for field in fields(kind):
        if field.name not in packed:
            object.__setattr__(held, field.name, getattr(whole, field.name))
    return held


def _equal(one: Any, other: Any, kind: type[Document] | type[Facts], *keys: str) -> bool:
    if not isinstance(other, kind):
        return False
    both = getattr(other, "_packed", b"") and all(getattr(one, key) == getattr(other, key, None) for key in keys)
    if both:
        return True
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(kind))
