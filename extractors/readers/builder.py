"""Lays blocks one after another into the one text of a Document, and so makes every offset right by construction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractors.document import Block, Cell, Change, Document, Note, Part, Signature, Source

# Two blanks between words are a slip of the thumb; more of them hold a place to be filled in or set a column apart.
_SLIP = re.compile(r"(?<=\S)[ \u00a0]{2}(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """What a reader hands over for one paragraph; `weak` are (start, end) offsets into its own text."""

    text: str
    path: str
    part: Part = Part.BODY
    label: str = ""
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    cell: Cell | None = None
    source: Source = Source.TEXT
    confidence: float | None = None
    weak: tuple[tuple[int, int], ...] = ()
    original: str | None = None
    bold: bool | None = None
    centered: bool | None = None
    size: float | None = None


def build(
    pieces: Sequence[Piece],
    *,
    sha256: str,
    format: str,
    pages: int | None = None,
    changes: Sequence[Change] = (),
    signatures: Sequence[Signature] = (),
    notes: Sequence[Note] = (),
    unread: Sequence[str] = (),
    properties: dict[str, str] | None = None,
) -> Document:
    """Return the Document of `pieces` in their order; cells of one row are joined by a TAB.

    Texts are made NFC, and two blanks between words one: with doubled blanks half the phrases of the sample campaigns
    went unheard (`benchmarks.roughen`: status .99 → .58), and a third blank has a meaning, two have none. A piece
    outside tables that holds only white space is left out; an empty cell is kept as an empty block.
    """
    text: list[str] = []
    blocks: list[Block] = []
    length = 0
    last: Piece | None = None
    for piece in pieces:
        content = unicodedata.normalize("NFC", piece.text)
        if not piece.weak:
            content = _SLIP.sub(" ", content)
        if not content.strip() and piece.cell is None and not piece.label:
            continue
        if blocks:
            text.append("\t" if _same_row(last, piece) else "\n")
            length += 1
        weak = piece.weak if content == piece.text else ()
        blocks.append(
            Block(
                start=length,
                end=length + len(content),
                path=piece.path,
                part=piece.part,
                label=unicodedata.normalize("NFC", piece.label),
                page=piece.page,
                box=piece.box,
                cell=piece.cell,
                source=piece.source,
                confidence=piece.confidence,
                weak=tuple((length + a, length + b) for a, b in weak),
                original=piece.original,
                bold=piece.bold,
                centered=piece.centered,
                size=piece.size,
            )
        )
        text.append(content)
        length += len(content)
        last = piece
    settled: dict[str, Any] = dict(properties or {})
    return Document(
        sha256=sha256,
        format=format,
        text="".join(text),
        blocks=tuple(blocks),
        pages=pages,
        changes=tuple(changes),
        signatures=tuple(signatures),
        notes=tuple(notes),
        unread=tuple(unread),
        properties=settled,
    )


def _same_row(last: Piece | None, piece: Piece) -> bool:
    a, b = last.cell if last else None, piece.cell
    return bool(a and b and a.table == b.table and a.row == b.row and a.col != b.col)


def plain(text: str, sha256: str = "0" * 64) -> Document:
    """Return the Document of a plain text: one block a line, cells of a row where a line holds TABs."""
    pieces: list[Piece] = []
    table, row, before = 0, 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        cells = line.split("\t")
        if len(cells) == 1:
            before = False
            pieces.append(Piece(line, f"đoạn {number}"))
            continue
        table, row = (table, row + 1) if before else (table + 1, 0)
        before = True
        pieces.extend(
            Piece(cell, f"bảng {table}/dòng {row + 1}/ô {col + 1}", cell=Cell(table, row, col))
            for col, cell in enumerate(cells)
        )
    return build(pieces, sha256=sha256, format="text")
