"""Pictures of single lines of scanned pages, cut where recognition saw them and small enough for a page of evidence."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pypdfium2
from PIL import Image, ImageSequence

from extractors.readers import ocr_image
from extractors.readers.ocr import at_reading_size

Box = tuple[float, float, float, float]
_DPI = 110  # fine enough to read 12-point type by eye
_ROOM = 3.0  # points around the line
_WIDEST, _TALLEST = 900, 400  # pixels
_GREYS = 4
_PAPER = 185  # lighter than that is paper, whose grain would make four fifths of the file


def pictures(data: bytes, boxes: Sequence[tuple[int, Box]]) -> list[bytes | None]:
    """Return a PNG for each (page from 1, box in points), None where the page cannot be drawn or lies on its side.

    The boxes are those of the blocks that `read_image` or the reader of PDF gave: they lie on the straightened page.
    """
    found: list[bytes | None] = [None] * len(boxes)
    opened = _of_pdf if b"%PDF-" in data[:1024] else _of_image
    try:
        with opened(data) as page_of:
            for number in sorted({page for page, _ in boxes}):
                grey = _straight(page_of(number))
                for at, (page, box) in enumerate(boxes):
                    if page == number and grey is not None:
                        found[at] = _cut(grey, box)
    except (pypdfium2.PdfiumError, OSError, ValueError, SyntaxError, IndexError, Image.DecompressionBombError):
        pass  # a picture is a help: what can be drawn is given
    return found


@contextmanager
def _of_pdf(data: bytes) -> Iterator[Callable[[int], Image.Image]]:
    document = pypdfium2.PdfDocument(data)

    def page_of(number: int) -> Image.Image:
        page = document[number - 1]
        scale = min(_DPI / 72, 3000 / max(*page.get_size(), 1.0))
        image: Image.Image = page.render(scale=scale).to_pil()
        # Every picture has the same dots an inch, whatever the page's size: boxes are in points.
        width, height = (max(1, round(side * _DPI / 72)) for side in page.get_size())
        return image if scale == _DPI / 72 else image.resize((width, height))

    try:
        yield page_of
    finally:
        document.close()


@contextmanager
def _of_image(data: bytes) -> Iterator[Callable[[int], Image.Image]]:
    with Image.open(io.BytesIO(data)) as image:
        frames = ImageSequence.Iterator(image)

        def page_of(number: int) -> Image.Image:
            frame = frames[number - 1]
            if frame.width * frame.height > 8 * ocr_image.MAX_PIXELS:
                raise ValueError("too large")
            large = at_reading_size(ocr_image.opened(frame))
            factor = _DPI / ocr_image.DPI
            return large.resize((max(1, round(large.width * factor)), max(1, round(large.height * factor))))

        yield page_of


def _straight(image: Image.Image) -> Image.Image | None:
    grey = ocr_image.grey_of(image)
    return None if ocr_image.lies_on_side(grey) else ocr_image.prepared(grey)[0]


def _cut(grey: Image.Image, box: Box) -> bytes | None:
    left, top, right, bottom = (side * _DPI / 72 for side in box)
    room = _ROOM * _DPI / 72
    edges = (
        max(0, round(left - room)),
        max(0, round(top - room)),
        min(grey.width, round(right + room)),
        min(grey.height, round(bottom + room)),
    )
    if edges[2] - edges[0] < 8 or edges[3] - edges[1] < 8:
        return None
    line = grey.crop(edges).point([value if value < _PAPER else 255 for value in range(256)])
    line = line.crop((0, 0, line.width, min(line.height, _TALLEST)))
    if line.width > _WIDEST:
        line = line.resize((_WIDEST, max(1, round(line.height * _WIDEST / line.width))))
    out = io.BytesIO()
    line.quantize(_GREYS).save(out, "PNG", optimize=True)
    return out.getvalue()
