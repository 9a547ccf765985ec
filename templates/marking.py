"""Cuts a document into pieces of one set of highlights each, so that marks may overlap and lie over block borders."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Block, Document

FINDING, DATE, COMMITMENT, EXEMPLAR = "f", "d", "c", "e"


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight: `kind` is one of the letters above, `target` the names that lead to it ("N3", "k12")."""

    start: int
    end: int
    kind: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the kinds that cover it; `anchors` are the names whose mark is first seen here."""

    text: str
    kinds: str
    anchors: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One paragraph, or one cell; `row` says whether it goes on in the row of the block before it."""

    label: str
    place: str
    row: bool
    pieces: tuple[Piece, ...]
    weak: bool


def shown(document: Document, marks: Iterable[Mark]) -> list[ShownBlock]:
    """Return the blocks of the document in reading order, with their marks; linear in text and marks."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind))
    starts = [mark.start for mark in ordered]
    longest = max((mark.end - mark.start for mark in ordered), default=0)
    blocks: list[ShownBlock] = []
    begun: set[str] = set()
    last: Block | None = None
    for block in document.blocks:
        low = bisect_left(starts, block.start - longest)
        high = bisect_left(starts, block.end)
        mine = [mark for mark in ordered[low:high] if mark.end > block.start]
        same_row = bool(
            last and last.cell and block.cell and (last.cell.table, last.cell.row) == (block.cell.table, block.cell.row)
        )
        page = f"trang {block.page}, " if block.page and not block.path.startswith("trang ") else ""
        pieces = tuple(_pieces(document.text, block, mine, begun))
        blocks.append(ShownBlock(block.label, page + block.path, same_row, pieces, bool(block.weak)))
        last = block
    return blocks


def _pieces(text: str, block: Block, marks: Sequence[Mark], begun: set[str]) -> Iterable[Piece]:
    cuts = {block.start, block.end}
    for mark in marks:
        cuts.update(at for at in (mark.start, mark.end) if block.start < at < block.end)
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and mark.end >= end]
        targets = tuple(dict.fromkeys(target for mark in over for target in mark.targets))
        anchors = tuple(target for target in targets if target not in begun)
        begun.update(anchors)
        yield Piece(text[start:end], "".join(sorted({mark.kind for mark in over})), anchors, targets)
