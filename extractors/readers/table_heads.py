"""Which rows of a table are headings, where the file does not say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.builder import Piece
from extractors.vietnamese import bare

_ORDER = frozenset({"stt", "tt", "so tt", "so thu tu", "s.t.t", "thu tu"})
# What only letterheads hold: their first row is bold and short too.
_LETTERHEAD = ("cong hoa xa hoi chu nghia", "dang cong san viet nam", "doc lap - tu do")
_LONGEST = 80  # characters of a column heading


def mark_heads(pieces: Sequence[Piece], table: int, marked: Sequence[bool] = ()) -> list[Piece]:
    """Return the pieces of one table, and of tables inside it, with the cells of its heading rows marked.

    `marked` are the rows, from the top, that the file itself marks.
    """
    mine = [piece for piece in pieces if piece.cell and piece.cell.table == table]
    heads = _count(mine, marked)
    return [
        replace(piece, cell=replace(piece.cell, header=True))
        if piece.cell and piece.cell.table == table and piece.cell.row < heads
        else piece
        for piece in pieces
    ]


def _count(mine: Sequence[Piece], marked: Sequence[bool]) -> int:
    rows = max((piece.cell.row + 1 for piece in mine if piece.cell), default=0)
    said = next((at for at, mark in enumerate(marked) if not mark), len(marked))
    if said and said < rows:
        return said
    first = [piece for piece in mine if piece.cell and piece.cell.row == 0]
    if rows < 2 or not first or not _may_head(first, rows):
        return 0
    depth = max(piece.cell.rows for piece in first if piece.cell)
    return min(depth, rows - 1)


def _may_head(first: Sequence[Piece], rows: int) -> bool:
    """A first row that opens with "STT", has three or more short texts, merged columns, or is the only bold one."""
    texts = [piece.text.strip() for piece in first]
    whole = " ".join(map(bare, texts))
    if any(sign in whole for sign in _LETTERHEAD):
        return False
    if bare(texts[0]).strip(" .") in _ORDER:
        return True
    cells = {piece.cell for piece in first}
    if len(cells) < 2 or len(cells) < len(first) or not all(texts):
        return False
    if any(len(text) > _LONGEST or text[0].isdigit() or text.endswith((".", ";", ":")) for text in texts):
        return False
    spans = {(cell.rows, cell.cols) for cell in cells if cell}
    two_levels = any(down > 1 for down, _ in spans) and any(across > 1 for _, across in spans)
    return len(cells) >= 3 or two_levels or (rows >= 3 and all(piece.bold for piece in first))
