"""A result that stands in a row of a table, told with the figures beside it: the cell alone says nothing."""

from __future__ import annotations

import re

from extractors.document import Block, Document
from extractors.span import Span
from extractors.vietnamese import fold
from templates.phrases import clean, lower_first

_FIGURE = re.compile(r"\d")
_ORDER = frozenset({"stt", "tt", "số tt"})  # the head of the column that counts the rows
MOST = 4  # cells: a longer row is a table of its own


def whole_row(document: Document, span: Span) -> str:
    """Return "task (head: cell; head: cell)" for a cell without a figure whose row has some, "" for any other place."""
    if "/ô " not in span.path or _FIGURE.search(span.quote):
        return ""
    block = document.block_at(span.start)
    if block.cell is None or block.cell.row == 0:
        return ""
    cells: dict[int, list[Block]] = {}
    heads: dict[int, str] = {}
    for other in document.blocks:
        if other.cell is None or other.cell.table != block.cell.table:
            continue
        if other.cell.row == block.cell.row:
            cells.setdefault(other.cell.col, []).append(other)
        elif other.cell.row == 0:
            heads[other.cell.col] = clean(f"{heads.get(other.cell.col, '')} {document.block_text(other)}")
    beside = {
        col: clean(" ".join(map(document.block_text, blocks))) for col, blocks in cells.items() if col != block.cell.col
    }
    told = {col: text for col, text in beside.items() if text and heads.get(col) and fold(heads[col]) not in _ORDER}
    if not 0 < len(told) <= MOST or not any(map(_FIGURE.search, told.values())):
        return ""
    said = "; ".join(f"{lower_first(heads[col])}: {text}" for col, text in sorted(told.items()))
    return f"{clean(span.quote).rstrip(' .;,:')} ({said})"
