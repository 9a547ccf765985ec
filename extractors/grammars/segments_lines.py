"""The lines that zones and segments are made of: one paragraph, or what stands between two line breaks of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractors.document import Block, Document
from extractors.grammars.segments_labels import Label, computed_label, read_label
from extractors.grammars.sentences import strip
from extractors.vietnamese import bare

_SQUEEZE = re.compile(r"[^a-z0-9]+")
_LINE = re.compile(r"[^\n\u2028\v]+")
_GAP = re.compile(r"[ \u00a0]{3,}|\t[ \u00a0\t]*")
# A gap after these is a blank to be filled in, not the border of two columns.
_BLANK_BEFORE = re.compile(r"(?:so|so\s*:|ngay|thang|nam|(?<!noi nhan)(?<!nhan ):)$")
_BLANK_AFTER = re.compile(r"(?:thang|nam|/|-)")
# A recipient and the title of the signer run into one where a conversion loses the table that parted them.
_FILED = re.compile(
    r"\s*(?:[-–+]?\s*Lưu\s*:?[^.;]{1,80}[.;]|[-–+][^.;]{2,80}[.;]|Nơi\s+nhận\s*:)\s*(?=[^\W\d_]{1,3}[^\W\d_.])"
)
# What stands to the right of a recipient: capitals, "(đã ký)", a name.
_SIGNATURE = re.compile(r"[^a-zà-ỹđ\d]{6,}$|\(?[Đđ]ã ký|(?:[^\W\d_]+\s+){1,4}[^\W\d_]+\s*$")
_COLUMN = re.compile(
    r"c[o0]ng\s*h[o0]a\s*x|doc\s*lap\s*-|noi\s+nhan|[^,]{2,40},\s*ngay\b|dang\s+cong\s+san|(?:tm|kt|tl|tuq)\."
)


@dataclass(frozen=True)
class Line:
    """`text` = document.text[start:end] of block number `at`, blanks at the edges left out."""

    at: int
    block: Block
    start: int
    end: int
    text: str
    first: bool  # the first line of its block: a computed number belongs to it

    @cached_property
    def bare(self) -> str:
        """Return the text in small letters without marks, of the same length."""
        return bare(self.text)

    @cached_property
    def plain(self) -> str:
        """Return the bare text with single blanks, for cues whose place does not matter."""
        return " ".join(self.bare.split())

    @cached_property
    def squeezed(self) -> str:
        """Return only the letters and digits of the bare text: recognition and spaced-out titles lose the blanks."""
        return _SQUEEZE.sub("", self.bare)

    @cached_property
    def upper(self) -> bool:
        """Return whether the line is written in capitals, small slips of recognition allowed."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)

    @cached_property
    def label(self) -> Label | None:
        """Return the number before the line, computed or typed."""
        if self.first and self.block.label.strip():
            return computed_label(self.block.label)
        return read_label(self.text)

    @property
    def content(self) -> int:
        """Return where the text begins after a typed number."""
        if self.label is None or (self.first and self.block.label.strip()):
            return self.start
        return min(self.start + self.label.length, self.end)


def read_lines(document: Document) -> Iterator[Line]:
    """Yield the lines of `document` in reading order; empty ones are left out."""
    for at, block in enumerate(document.blocks):
        first = True
        for match in _LINE.finditer(document.text, block.start, block.end):
            for left, right in _columns(document.text, match.start(), match.end(), block):
                start, end = strip(document.text, left, right)
                if start < end:
                    yield Line(at, block, start, end, document.text[start:end], first)
                    first = False


def _columns(text: str, start: int, end: int, block: Block) -> list[tuple[int, int]]:
    """Return the line in one piece, or in two where blanks part the halves of a letterhead or of a signature."""
    if block.cell is not None or end - start > 180:
        return [(start, end)]
    glued = _FILED.match(text, start, end)
    if glued is not None and text[glued.end() : end].isupper() and end - glued.end() > 7:
        return [(start, glued.end()), (glued.end(), end)]
    for gap in _GAP.finditer(text, start, end):
        left, right = bare(text[start : gap.start()]).strip(), bare(text[gap.end() : end]).strip()
        if len(left) < 3 or len(right) < 3 or _BLANK_BEFORE.search(left) or _BLANK_AFTER.match(right):
            continue
        capitals = _capitals(text[start : gap.start()]) and _capitals(text[gap.end() : end])
        listed = left[0] in "-+" and _SIGNATURE.match(text, gap.end(), end)
        if capitals or listed or _COLUMN.match(right) or _COLUMN.match(left):
            return [(start, gap.start()), (gap.end(), end)]
    return [(start, end)]


def _capitals(text: str) -> bool:
    """Return whether a half line is in capitals; letters set apart ("K Ế  H O Ạ C H") are no halves."""
    return text.isupper() and any(len(word) > 1 for word in text.split())
