"""Scanned pages pasted into a Word file: found by size, recognised where a recogniser is at hand, else told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Block, Document
from extractors.errors import Broken, Dangerous, NeedsOcr, NoLetters, TimedOut, TooLarge
from extractors.readers.guard import Package
from extractors.readers.notes import note
from extractors.readers.tools import OcrEngine

_BIG_PICTURE = 40 << 10  # bytes: a scanned page is larger, a logo or a rule is smaller
_FEW_LETTERS = 400  # a page: a report with photographs has more text than that
_READ = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


def scanned_pages(
    package: Package, relations: dict[str, tuple[str, str]], pictures: Sequence[str], letters: int
) -> list[str]:
    """Return the members that hold large pictures, in reading order, where the file has too few letters beside them."""
    names = dict.fromkeys(relations[name][1] for name in pictures if name in relations)
    big = [name for name in names if name in package and package.size(name) >= _BIG_PICTURE]
    return big if letters < _FEW_LETTERS * len(big) else []


def with_pictures(document: Document, package: Package, names: Sequence[str], ocr: OcrEngine | None) -> Document:
    """Return `document` with the text of its scanned pages after its own; what was not read is named and noted."""
    unread: list[str] = []
    for number, name in enumerate(names, start=1):
        found = _recognised(package, name, document.sha256, ocr)
        if found is None:
            unread.append(f"ảnh {number}")
        else:
            document = appended(document, found, f"ảnh {number}/")
    notes = (*document.notes, note("ANH_CHUA_DOC", n=len(unread))) if unread else document.notes
    return replace(document, notes=notes, unread=(*document.unread, *unread))


def _recognised(package: Package, name: str, sha256: str, ocr: OcrEngine | None) -> Document | None:
    if ocr is None or not name.lower().endswith(_READ):
        return None
    from extractors.readers.ocr import read_image  # only files with scanned pages pay for it

    try:
        return read_image(package.read(name), sha256, ocr)
    except (Broken, Dangerous, NeedsOcr, NoLetters, TimedOut, TooLarge):
        return None


def appended(document: Document, other: Document, prefix: str) -> Document:
    """Return `document` followed by the blocks of `other`, whose paths get `prefix` and which have no page here."""
    base = len(document.text) + 1 if document.blocks else 0
    tables = max((block.cell.table for block in document.blocks if block.cell), default=0)

    def moved(block: Block) -> Block:
        cell = replace(block.cell, table=block.cell.table + tables) if block.cell else None
        weak = tuple((a + base, b + base) for a, b in block.weak)
        return replace(
            block,
            start=block.start + base,
            end=block.end + base,
            path=prefix + block.path,
            page=None,
            box=None,
            cell=cell,
            weak=weak,
        )

    joint = "\n" if document.blocks and other.blocks else ""
    return replace(
        document,
        text=document.text + joint + other.text,
        blocks=(*document.blocks, *map(moved, other.blocks)),
        notes=(*document.notes, *other.notes),
    )
