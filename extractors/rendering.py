"""A document printed as plain text: one block a line, a table row a line, numbers written out."""

from __future__ import annotations

import re

from extractors.document import Block, Document, Part

# What a page shows as its text; running heads, notes and comments stand apart from it.
MAIN_PARTS = frozenset({Part.BODY, Part.TEXTBOX, Part.SIGNATURE})

# "bảng 2/dòng 3/ô 1", perhaps with a table inside that cell behind it.
_PLACE = re.compile(r"^(?P<row>.*?bảng \d+/dòng \d+)/ô (?P<cell>\d+)(?P<inner>.*/?bảng \d+/)?")
_BOX = re.compile(r"^.*/hộp \d+/")


def rendered(document: Document, parts: frozenset[Part] = MAIN_PARTS) -> str:
    """Return the blocks of `parts` as lines in reading order: the text as a person reads it.

    Cells of a row are split by TAB, with one TAB more for a column that a merged cell from above fills; paragraphs of
    one cell, and a table inside it, by a blank.
    """
    lines: list[str] = []
    row, cell, free = "", "", 0  # of the block before: its row, its cell, the column after it
    for block in document.blocks:
        if block.part not in parts:
            continue
        text = document.block_text(block).replace("\n", " ").replace("\t", " ")
        text = f"{block.label} {text}".strip() if block.label else text
        if block.cell is None:
            lines.append(text)
            row = cell = ""
            continue
        its_row, its_cell, inner = _place(block)
        if its_row != row:
            lines.append("" if inner else "\t" * block.cell.col)
            free = 0
        elif its_cell != cell:
            lines[-1] += "\t" * (1 if inner else max(1, block.cell.col - free + 1))
        elif text and not lines[-1].endswith("\t"):
            lines[-1] += " "
        lines[-1] += text
        free = free + 1 if inner and its_cell != cell else free if inner else block.cell.col + block.cell.cols
        row, cell = its_row, its_cell
    return "\n".join(lines)


def _place(block: Block) -> tuple[str, str, bool]:
    """Return the row and cell of the outermost table that holds a block, and whether a table lies between."""
    match = _PLACE.match(_BOX.sub("", block.path))
    if match:
        return match["row"], match["cell"], match["inner"] is not None
    assert block.cell is not None
    return f"{block.cell.table}/{block.cell.row}", str(block.cell.col), False
