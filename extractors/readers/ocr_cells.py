"""Cells in which page recognition saw nothing though there is ink: lone figures, which it takes for dust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, ImageFilter

from extractors.readers.layout_grid import Grid, GridCell
from extractors.readers.ocr_image import png
from extractors.readers.ocr_words import Word, words_of
from extractors.readers.tools import OcrEngine

_BORDER = 8  # pixels of a cell's edge that its rules may take
_INK = 40  # dark pixels: less is dust
_MOST = 200  # cells of a page
_ROOM = 40  # pixels between two cells on the sheet, so that each is a line of its own


def reread(
    grey: Image.Image, grid: Grid, words: dict[GridCell, list[Word]], ocr: OcrEngine
) -> dict[GridCell, list[Word]]:
    """Return the words of cells that hold ink but no word yet: they are laid out as one sheet and read in one call."""
    crops = [(cell, crop) for cell in grid.cells if not words.get(cell) and (crop := _crop(grey, cell)) is not None]
    if not crops or len(crops) > _MOST:
        return {}
    sheet, places = _sheet([crop for _, crop in crops])
    out: dict[GridCell, list[Word]] = {}
    for word in words_of(ocr(png(sheet), psm=6)):
        at = max((index for index, place in enumerate(places) if place <= word.bottom), default=None)
        if at is None:
            continue
        cell = crops[at][0]
        x, y = int(cell.box[0]) + _BORDER - _ROOM, int(cell.box[1]) + _BORDER - places[at]
        moved = replace(word, x0=word.x0 + x, x1=word.x1 + x, top=word.top + y, bottom=word.bottom + y)
        out.setdefault(cell, []).append(moved)
    return out


def _crop(grey: Image.Image, cell: GridCell) -> Image.Image | None:
    x0, top, x1, bottom = (int(edge) for edge in cell.box)
    box = (x0 + _BORDER, top + _BORDER, x1 - _BORDER, bottom - _BORDER)
    if box[2] - box[0] < 8 or box[3] - box[1] < 8:
        return None
    inside = grey.crop(box).filter(ImageFilter.MedianFilter(3))
    dark = inside.point([255 if value < 150 else 0 for value in range(256)])
    return inside if dark.histogram()[255] >= _INK else None


def _sheet(crops: Sequence[Image.Image]) -> tuple[Image.Image, list[int]]:
    width = max(600, max(crop.width for crop in crops) + 2 * _ROOM)
    sheet = Image.new("L", (width, sum(crop.height + _ROOM for crop in crops) + _ROOM), 255)
    places: list[int] = []
    y = _ROOM
    for crop in crops:
        sheet.paste(crop, (_ROOM, y))
        places.append(y)
        y += crop.height + _ROOM
    return sheet, places
