"""The folded copy of a document on which the date grammar runs: of equal length, with a wall where no date crosses."""

from __future__ import annotations

import re

from extractors.document import FACT_PARTS, Block, Document, Part
from extractors.grammars.date_stamps import fold_dates

WALL = "\n"
# A block that ends in the middle of a date, and what the next one then begins with.
_OPEN = re.compile(
    r"(?:(?<!\w)(?:ngày|tháng|năm|quý|tuần|giai +đoạn|nhiệm +kỳ|trước|đến|tới|từ|hết|trong|đầu|cuối|giữa|giờ|hằng"
    r"|hàng|mỗi|kỳ"
    r"|nhất|là|vào|và|tháng +(?:đầu|cuối)|năm +học|[ivx]{1,4}|\d{1,4})|[\d…_.]{2}|[/\-,(])[ ]*$"
)
# A dash with a blank behind it begins an item of a list.
_GOES_ON = re.compile(
    r" *(?:ngày|tháng|năm|quý|tuần|đến|tới|hết|đầu|cuối|giữa|hằng|hàng|và|sau|trước|này|nay|học|kỳ|đoạn|[/,]|-(?! )"
    r"|- ?(?:19|20)\d\d(?!\d)"
    r"|[ivx]{1,3}(?:[/ ]|$)|\d{1,4}(?![\d.)]| *[.)] ))"
)


def shadow_of(document: Document) -> str:
    """Return the folded text with walls between blocks that no date joins, and walls over parts that hold no facts.

    A running header is read once, however many pages repeat it.
    """
    folded = fold_dates(document.text)
    pieces: list[str] = []
    headers: set[str] = set()
    position = 0
    last: Block | None = None
    for block in document.blocks:
        gap = block.start - position
        own = folded[block.start : block.end]
        capital = document.text[block.start : block.start + 1].isupper()  # a paragraph of its own, no wrapped line
        joined = gap == 1 and last is not None and not capital and _joined(folded, last, block)
        pieces.append(" " if joined else WALL * gap)
        once = block.part is Part.HEADER and own not in headers
        headers |= {own} if once else set()
        pieces.append(own if once or block.part in FACT_PARTS else WALL * len(own))
        position, last = block.end, block
    pieces.append(WALL * (len(folded) - position))
    return "".join(pieces)


def _joined(folded: str, last: Block, block: Block) -> bool:
    """Return whether a date may run over the border of two paragraphs: a line that a reader left wrapped."""
    if last.cell is not None or block.cell is not None or block.label or last.part is not block.part:
        return False
    if _OPEN.search(folded, max(last.start, last.end - 24), last.end) is None:
        return False
    return _GOES_ON.match(folded, block.start, block.end) is not None
