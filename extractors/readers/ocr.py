"""Scans and photographs to Document: recognition word by word, then the same layout as for text."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageSequence, UnidentifiedImageError

from extractors.document import Document, Note
from extractors.errors import Broken, Dangerous, NeedsOcr, NoLetters
from extractors.readers import ocr_image
from extractors.readers.builder import build
from extractors.readers.layout_grid import Grid, GridCell, grids
from extractors.readers.layout_tables import table_of
from extractors.readers.notes import note
from extractors.readers.ocr_again import second_look
from extractors.readers.ocr_cells import reread
from extractors.readers.ocr_numbers import checked
from extractors.readers.ocr_words import Word, lines_of, orientation_of, type_size, without_strokes, words_of
from extractors.readers.pages import PageKind
from extractors.readers.pages_flow import WEAK, WEAK_COARSE, Page, flow
from extractors.readers.tools import OcrEngine

MAX_FRAMES = 300
_FEW_WORDS = 30
_UNSURE = 0.6
_COARSE_DPI = 170
_TURN = 1.0  # confidence of an orientation report; right ones reach 15 and more


def read_image(data: bytes, sha256: str, ocr: OcrEngine | None) -> Document:
    """Return the Document of a PNG, JPG or TIFF, one page a frame.

    Raises NeedsOcr without an engine, Broken for what is no picture, Dangerous for one too large, NoLetters.
    """
    if ocr is None:
        raise NeedsOcr(detail="tệp ảnh")
    pages: list[Page] = []
    total = 0
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = (image.format or "ảnh").lower()
            for frame in ImageSequence.Iterator(image):
                total += 1
                if total > MAX_FRAMES:
                    continue
                if frame.width * frame.height > 8 * ocr_image.MAX_PIXELS:
                    raise Dangerous(detail=f"ảnh {frame.width}x{frame.height} điểm")
                pages.append(recognise(at_reading_size(ocr_image.opened(frame)), total, ocr))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Broken(detail="tệp ảnh") from error
    blocks, odd = checked(flow(pages))
    if not any(any(map(str.isalpha, block.text)) for block in blocks):
        raise NoLetters
    notes = [*doubts(pages), *odd]
    unread = illegible(pages)
    if total > MAX_FRAMES:
        notes.append(note("BO_QUA_TRANG", n=total, m=MAX_FRAMES))
        unread.append(f"trang {MAX_FRAMES + 1}-{total}")
    return build(blocks, sha256=sha256, format=kind, pages=total, notes=notes, unread=unread)


def at_reading_size(image: Image.Image) -> Image.Image:
    """Bring a picture to the dots an inch at which letters are read best, taking it for a page of A4."""
    longest = max(image.size)
    factor = 842 * ocr_image.DPI / 72 / longest
    if not 0.7 < factor < 1.25:
        return image.convert("RGB").resize((round(image.width * factor), round(image.height * factor)))
    return image.copy()


def recognise(
    image: Image.Image, number: int, ocr: OcrEngine, scale: float = 72 / ocr_image.DPI, dots: float = 0.0
) -> Page:
    """Return page `number` as read from its image of `scale` points a pixel.

    `dots` an inch of the original scan, 0 where unknown, tell how far a word's confidence can be believed.

    The page is turned when its lines run down it, or when so little is read that it may stand on its head.
    """
    grey, words = _upright_words(image, ocr)
    if not words and ocr_image.inked(grey):
        words = words_of(ocr(ocr_image.png(ocr_image.smoothed(grey)), psm=6))
    size = type_size(words) * scale
    page = Page(number, PageKind.SCAN, grey.width * scale, grey.height * scale, recognised=True)
    page.illegible = not words and ocr_image.inked(grey)
    page.weak_below = WEAK_COARSE if 0 < dots < _COARSE_DPI else WEAK
    level, upright = ocr_image.rules(grey)
    found = grids(level, without_strokes(upright, words), tolerance=12.0)
    free, cells = _in_cells(second_look(grey, words, ocr), found)
    for grid, held in zip(found, cells, strict=True):
        held.update(reread(grey, grid, held, ocr))
    page.lines = lines_of(free, scale, number, size)
    for grid, held in zip(found, cells, strict=True):
        if held:
            _place(page, grid, held, scale, size)
    page.tables.sort(key=lambda one: one[0])
    return page


def _upright_words(image: Image.Image, ocr: OcrEngine) -> tuple[Image.Image, list[Word]]:
    image = ocr_image.grey_of(image)
    if ocr_image.lies_on_side(image):
        # A black edge of the scanner looks like lines that run down: the orientation report has the word.
        degrees, sure = orientation_of(ocr(ocr_image.png(image), psm=0))
        image = ocr_image.turned(image, degrees) if sure >= _TURN else image
    grey, _ = ocr_image.prepared(image)
    words = words_of(ocr(ocr_image.png(grey), psm=3))
    if len(words) >= _FEW_WORDS and _mean(words) >= _UNSURE:
        return grey, words
    degrees, sure = orientation_of(ocr(ocr_image.png(grey), psm=0))
    if degrees == 0 or sure < _TURN:
        return grey, words
    again, _ = ocr_image.prepared(ocr_image.turned(grey, degrees))
    others = words_of(ocr(ocr_image.png(again), psm=3))
    return (again, others) if _weight(others) > _weight(words) else (grey, words)


def _mean(words: Sequence[Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _weight(words: Sequence[Word]) -> float:
    return sum(word.confidence * len(word.text) for word in words)


def _in_cells(words: Sequence[Word], found: list[Grid]) -> tuple[list[Word], list[dict[GridCell, list[Word]]]]:
    """Part the words into those outside tables and, for each table, those of each cell."""
    free: list[Word] = []
    cells: list[dict[GridCell, list[Word]]] = [{} for _ in found]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for grid, held in zip(found, cells, strict=True):
            cell = grid.cell_at(x, y)
            if cell is not None:
                held.setdefault(cell, []).append(word)
                break
        else:
            free.append(word)
    return free, cells


def _place(page: Page, grid: Grid, held: dict[GridCell, list[Word]], scale: float, size: float) -> None:
    cells = {
        _scaled(cell, scale): lines_of(words, scale, page.number, size, in_cell=True) for cell, words in held.items()
    }
    points = Grid(
        tuple(y * scale for y in grid.ys),
        tuple(x * scale for x in grid.xs),
        tuple(_scaled(cell, scale) for cell in grid.cells),
    )
    place = next((at for at, line in enumerate(page.lines) if line.middle > points.box[1]), len(page.lines))
    page.tables.append((place, table_of(points, cells, page.number)))


def _scaled(cell: GridCell, scale: float) -> GridCell:
    x0, top, x1, bottom = cell.box
    return GridCell(cell.row, cell.col, cell.rows, cell.cols, (x0 * scale, top * scale, x1 * scale, bottom * scale))


def illegible(pages: Sequence[Page]) -> list[str]:
    """Return the recognised pages on which there is ink but no word was found."""
    return [f"trang {page.number} (có nét mực nhưng không nhận ra chữ)" for page in pages if page.illegible]


def doubts(pages: Sequence[Page]) -> list[Note]:
    """Return one warning for each recognised page that holds words recognition was unsure of."""
    counted = [(page.number, page.weak_words()) for page in pages if page.recognised]
    return [note("OCR_KHONG_CHAC", page=number, n=weak) for number, weak in counted if weak]
