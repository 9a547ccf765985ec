"""A PDF page as an image, for pages that only recognition can read."""

from __future__ import annotations

import math
from typing import Any

import pypdfium2
from PIL import Image

from extractors.readers.ocr_image import DPI, MAX_PIXELS

_LONGEST_PAPER = 1300.0  # points; A3 has 1191: a page said to be larger is a picture whose dots were taken for points
_LONGEST_A4 = 842 * DPI / 72


class Renderer:
    """Opens the file at the first page that is asked for: PDFium is not trusted with files that need no picture."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._document: Any = None

    def page(self, number: int) -> tuple[Image.Image, float]:
        """Return page `number` (from 1) and its points per pixel; raises pypdfium2.PdfiumError."""
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self._data)
        page = self._document[number - 1]
        width, height = page.get_size()
        longest = max(width, height, 1.0)
        scale = DPI / 72 if longest < _LONGEST_PAPER else _LONGEST_A4 / longest
        pixels = width * height * scale * scale
        if pixels > MAX_PIXELS:
            scale *= math.sqrt(MAX_PIXELS / pixels)
        image = page.render(scale=scale).to_pil()
        page.close()
        return image, 1 / scale

    def close(self) -> None:
        """Let go of the file."""
        if self._document is not None:
            self._document.close()
            self._document = None
