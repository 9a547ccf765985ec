"""What was read: one NFC text cut into blocks, each of which knows where it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from extractors.span import Span


class Part(StrEnum):
    """The layer of the file that a block stands in. Facts come from BODY, FOOTNOTE, TEXTBOX and SIGNATURE only."""

    BODY = "thân"
    HEADER = "đầu trang"
    FOOTER = "chân trang"
    FOOTNOTE = "cước chú"
    COMMENT = "bình luận"
    TEXTBOX = "hộp văn bản"
    SIGNATURE = "chữ ký số"  # text drawn in a signature's appearance: the number and day of signed PDFs


FACT_PARTS = frozenset({Part.BODY, Part.FOOTNOTE, Part.TEXTBOX, Part.SIGNATURE})


class Source(StrEnum):
    """How the letters of a block were come by."""

    TEXT = "text"
    TCVN3 = "tcvn3"
    VNI = "vni"
    OCR = "ocr"


@dataclass(frozen=True, slots=True)
class Cell:
    """Position in a table: counted from 0; `rows`, `cols` are the span of a merged cell, which is listed once.

    `table` numbers the tables of the document from 1, nested ones too; `header` marks a column heading.
    """

    table: int
    row: int
    col: int
    rows: int = 1
    cols: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (also one inside a cell): `Document.text[start:end]`, wrapped lines already joined.

    `label` is a number that the file computes ("III.", "a)") and does not hold as text: it is not in the text.
    `box` is x0, top, x1, bottom in points on `page`. `confidence` (0..1) and `weak` (offsets into `Document.text` of
    words that recognition was unsure of) exist for OCR only. `original` is the text before a repair that changed it.
    `bold`, `centered` and `size` (points) are what the file says of the whole paragraph, None where it does not.
    """

    start: int
    end: int
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


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: `kind` is "insertion" (kept in the text) or "deletion" (dropped from it)."""

    kind: str
    text: str
    author: str
    time: str
    path: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature of a PDF: times in ISO 8601; `trusted` is None where no trust roots were given."""

    signer: str
    organisation: str
    signed_at: str | None
    timestamp: str | None
    intact: bool
    covers_all: bool
    trusted: bool | None
    appearance: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper that the file is set on, in millimetres; margins are None where the format keeps none (PDF)."""

    width: float
    height: float
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A warning about the reading: a code of the closed list and a Vietnamese sentence for staff."""

    code: str
    text: str


@dataclass(frozen=True)
class Document:
    """One file as read.

    `text` is NFC; blocks lie in it in reading order, joined by a line break, cells of one row by a TAB. Empty cells
    are empty blocks. `pages` is None where the format has none. `unread` lists pages or parts that could not be read.
    `sheets` are the different papers in their order; `font` is that of most letters of the body, "" where unknown.
    """

    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    changes: tuple[Change, ...] = ()
    signatures: tuple[Signature, ...] = ()
    notes: tuple[Note, ...] = ()
    unread: tuple[str, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    font: str = ""

    @cached_property
    def sources(self) -> frozenset[Source]:
        """Return how the letters of any block were come by."""
        return frozenset(block.source for block in self.blocks)

    @cached_property
    def recognised(self) -> bool:
        """Return whether the letters come mostly from character recognition."""
        read = sum(block.end - block.start for block in self.blocks if block.source is Source.OCR)
        return read * 2 > len(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block:
        """Return the block that holds code point `offset` of the text; raises IndexError outside the text."""
        from bisect import bisect_right

        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset > len(self.text):
            raise IndexError(offset)
        # Empty cells share their start with nothing, but step back over them to the block that really holds it.
        while at > 0 and self.blocks[at].end <= offset and self.blocks[at].start == self.blocks[at].end:
            at -= 1
        return self.blocks[at]

    def span(self, start: int, end: int) -> Span:
        """Return the span text[start:end], placed by the block in which it starts."""
        block = self.block_at(start)
        return Span(self.sha256, block.part.value, block.page, block.path, start, end, self.text[start:end])

    def block_text(self, block: Block) -> str:
        """Return the text of one block, without its computed number."""
        return self.text[block.start : block.end]

    def weak_within(self, start: int, end: int) -> bool:
        """Return whether a word that recognition was unsure of lies in text[start:end]."""
        return any(
            a < end and start < b for block in self.blocks if block.weak for a, b in block.weak if block.start < end
        )

    def as_json(self) -> dict[str, Any]:
        """Return the plain form that `from_json` reads back; enums as their values."""
        return {
            "sha256": self.sha256,
            "format": self.format,
            "text": self.text,
            "blocks": [_plain(block) | {"cell": _plain(block.cell) if block.cell else None} for block in self.blocks],
            "pages": self.pages,
            "changes": [_plain(item) for item in self.changes],
            "signatures": [_plain(item) for item in self.signatures],
            "notes": [_plain(item) for item in self.notes],
            "unread": list(self.unread),
            "properties": dict(self.properties),
            "sheets": [_plain(item) for item in self.sheets],
            "font": self.font,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Document:
        """Return the document that `as_json` wrote."""
        blocks = tuple(_block(item) for item in data["blocks"])
        return cls(
            sha256=data["sha256"],
            format=data["format"],
            text=data["text"],
            blocks=blocks,
            pages=data["pages"],
            changes=tuple(Change(**item) for item in data["changes"]),
            signatures=tuple(Signature(**item) for item in data["signatures"]),
            notes=tuple(Note(**item) for item in data["notes"]),
            unread=tuple(data["unread"]),
            properties=dict(data["properties"]),
            sheets=tuple(Sheet(**item) for item in data["sheets"]),
            font=data["font"],
        )


def _plain(noun: Block | Cell | Change | Signature | Note | Sheet) -> dict[str, Any]:
    """Return the fields by name; dataclasses.asdict copies every value deeply, at a quarter of the cost of reading."""
    return {name: getattr(noun, name) for name in noun.__slots__}


def _block(data: dict[str, Any]) -> Block:
    box = data["box"]
    return Block(
        **{
            **data,
            "part": Part(data["part"]),
            "source": Source(data["source"]),
            "box": tuple(box) if box else None,
            "cell": Cell(**data["cell"]) if data["cell"] else None,
            "weak": tuple((a, b) for a, b in data["weak"]),
        }
    )
