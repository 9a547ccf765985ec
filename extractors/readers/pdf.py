"""PDF to Document: each page by its kind, the text in the order in which it was written."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import int_value, resolve1
from pdfplumber.utils.exceptions import PdfminerException

from extractors.document import Document, Note, Sheet, Signature, Source
from extractors.errors import Broken, Encrypted, NeedsOcr, NoLetters, TonghopError, Truncated
from extractors.readers.builder import build
from extractors.readers.notes import note
from extractors.readers.ocr import doubts, illegible, recognise
from extractors.readers.ocr_numbers import checked
from extractors.readers.pages import PageKind
from extractors.readers.pages_flow import Page, flow
from extractors.readers.pdf_pages import read_page
from extractors.readers.pdf_render import Renderer
from extractors.readers.signatures import holds_signature, read_signatures, signature_notes
from extractors.readers.signatures_drawn import drawings_of
from extractors.readers.tools import OcrEngine

MAX_PAGES = 300
MAX_TEXT = 5_000_000
_POINTS = 72 / 25.4  # points in a millimetre


@dataclass(slots=True)
class _Reading:
    """The pages of one file as far as they could be read."""

    total: int = 0
    pages: list[Page] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_pdf(data: bytes, sha256: str, ocr: OcrEngine | None = None, roots: Sequence[bytes] = ()) -> Document:
    """Return the Document of a PDF; `roots` are the certificates by which signers are known.

    Raises Encrypted, Truncated, Broken, Dangerous, NoLetters, and NeedsOcr where nothing but scans was found and no
    engine given; a scan among other pages is listed as unread instead.
    """
    reading = _read(_open(data))
    _recognise(reading, data, ocr)
    blocks, odd = checked(flow(reading.pages))
    if not any(any(map(str.isalpha, block.text)) for block in blocks):
        raise NoLetters
    _say_legacy(reading)
    if any(page.recognised for page in reading.pages):
        reading.notes += [*doubts(reading.pages), *odd]
    signatures = _signatures(reading, data, roots)
    document = build(
        blocks,
        sha256=sha256,
        format="pdf",
        pages=reading.total,
        signatures=signatures,
        notes=reading.notes,
        unread=reading.unread,
    )
    sizes = [(round(page.width / _POINTS, 1), round(page.height / _POINTS, 1)) for page in reading.pages if page.width]
    return replace(document, sheets=tuple(Sheet(*size) for size in dict.fromkeys(sizes)))


def _signatures(reading: _Reading, data: bytes, roots: Sequence[bytes]) -> list[Signature]:
    """Return the signatures, each with what its field draws on the page."""
    if not holds_signature(data):
        return []
    signed = read_signatures(data, roots)
    reading.notes += signature_notes(signed)
    drawn = {one.name: one.text for page in reading.pages for one in page.drawings if one.signature}
    return [replace(one.signature, appearance=drawn.get(one.field, "")) for one in signed]


def _open(data: bytes) -> PDFDocument:
    if b"%%EOF" not in data[-2048:]:
        raise Truncated
    try:
        return pdfplumber.open(io.BytesIO(data)).doc
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFEncryptionError):
            raise Encrypted from error
        raise Broken(detail="cấu trúc PDF") from error
    except Exception as error:  # pdfminer answers broken bytes with whatever its code stumbles over
        raise Broken(detail="cấu trúc PDF") from error


def _read(opened: PDFDocument) -> _Reading:
    reading = _Reading()
    manager = PDFResourceManager()
    letters = 0
    try:
        for page in PDFPage.create_pages(opened):
            reading.total += 1
            if len(reading.pages) < min(MAX_PAGES, reading.total) and letters <= MAX_TEXT:
                reading.pages.append(read_page(page, reading.total, manager))
                reading.pages[-1].drawings = drawings_of(page, reading.total, manager)
                letters += sum(len(line.text) for line in reading.pages[-1].every_line())
    except TonghopError:
        raise
    except Exception as error:
        if not reading.pages:
            raise Broken(detail="cây trang PDF") from error
    _say_limits(reading, _promised(opened))
    return reading


def _promised(opened: PDFDocument) -> int:
    """Return how many pages the file says it has, 0 where it does not say."""
    try:
        root: Any = resolve1(opened.catalog.get("Pages"))
        return int_value(root.get("Count", 0))
    except Exception:
        return 0


def _say_limits(reading: _Reading, promised: int) -> None:
    read = len(reading.pages)
    if read < reading.total:
        reading.notes.append(note("BO_QUA_TRANG", n=reading.total, m=read))
        reading.unread.append(f"trang {read + 1}-{reading.total}")
    if reading.total < promised <= 100_000:
        reading.unread.append(f"{promised - reading.total} trang không mở được")
    reading.unread += [f"trang {page.number} (phần cuối)" for page in reading.pages if page.cut]


def _recognise(reading: _Reading, data: bytes, ocr: OcrEngine | None) -> None:
    """Read the pages that need recognition, or say that they were not read."""
    waiting = [page for page in reading.pages if page.kind.needs_ocr]
    if not waiting:
        return
    if ocr is None:
        if len(waiting) == sum(page.kind is not PageKind.EMPTY for page in reading.pages):
            raise NeedsOcr(detail=f"{len(waiting)} trang")
        numbers = ", ".join(str(page.number) for page in waiting)
        reading.notes.append(note("CAN_OCR", pages=numbers))
        reading.unread += [f"trang {page.number}" for page in waiting]
        return
    renderer = Renderer(data)
    try:
        for page in waiting:
            _recognise_page(reading, page, renderer, ocr)
    finally:
        renderer.close()
    reading.unread += illegible(reading.pages)
    false = [page.number for page in waiting if page.kind is PageKind.FALSE_LAYER]
    if false:
        reading.notes.append(note("LOP_CHU_SAI", detail=_pages(false)))


def _recognise_page(reading: _Reading, page: Page, renderer: Renderer, ocr: OcrEngine) -> None:
    try:
        image, scale = renderer.page(page.number)
    except Exception:  # a page that PDFium cannot draw is one page lost, not the file
        reading.unread.append(f"trang {page.number}")
        return
    if page.damaged:
        reading.unread.append(f"trang {page.number} (nội dung hỏng, có thể đọc thiếu)")
    read = recognise(image, page.number, ocr, scale, page.dots)
    read.drawings = page.drawings
    reading.pages[page.number - 1] = read


def _pages(numbers: Sequence[int]) -> str:
    return "trang " + ", ".join(map(str, numbers))


def _say_legacy(reading: _Reading) -> None:
    sources = {line.source for page in reading.pages for line in page.every_line()}
    names = [name for source, name in ((Source.TCVN3, "TCVN3"), (Source.VNI, "VNI")) if source in sources]
    if names:
        reading.notes.append(note("PHONG_CHU_CU", detail=" và ".join(names)))
