"""The picture of a line is cut where recognition saw it, and stays small; what cannot be drawn is no error."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from extractors.readers.crops import pictures
from extractors.sandbox import Reader

Box = tuple[float, float, float, float]
# Lines of "writing" (bars of ink) on a page of A4, in points.
LINES: list[Box] = [(90.0, 100.0 + 24 * at, 500.0, 110.0 + 24 * at) for at in range(20)]


def scan(kind: str, tilt: float = 0.0) -> bytes:
    """A page at 250 dots an inch with words as bars, grey paper."""
    dots = 250 / 72
    page = Image.new("L", (round(595 * dots), round(842 * dots)), 235)
    pen = ImageDraw.Draw(page)
    for left, top, right, bottom in LINES:
        for x in range(int(left), int(right) - 30, 36):
            pen.rectangle([x * dots, top * dots, (x + 28) * dots, bottom * dots], fill=20)
    if tilt:
        page = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=235)
    out = io.BytesIO()
    page.save(out, kind, resolution=250, dpi=(250, 250))
    return out.getvalue()


def inked(data: bytes | None) -> tuple[int, int, float]:
    """Width and height in pixels, and which share of the rows holds ink."""
    assert data is not None
    picture = Image.open(io.BytesIO(data)).convert("L")
    rows = [min(picture.crop((0, y, picture.width, y + 1)).tobytes()) < 100 for y in range(picture.height)]
    return picture.width, picture.height, sum(rows) / len(rows)


@pytest.mark.parametrize("kind", ["PDF", "PNG", "TIFF"])
@pytest.mark.parametrize("tilt", [0.0, 1.0])
def test_one_line_and_no_other_is_in_the_picture(kind: str, tilt: float) -> None:
    data = scan(kind, tilt)
    for found in pictures(data, [(1, LINES[0]), (1, LINES[13])]):
        width, height, share = inked(found)
        assert 600 < width < 680 and 20 < height < 32, (width, height, share)
        assert 0.4 < share < 0.85  # the line's own rows; a neighbour would fill the room around it
        assert len(found or b"") < 3000


def test_what_cannot_be_drawn_has_no_picture() -> None:
    data = scan("PDF")
    assert pictures(data, [(2, LINES[0])]) == [None]
    assert pictures(data, [(1, (0.0, 0.0, 1.0, 1.0))]) == [None]
    assert pictures(b"no scan at all", [(1, LINES[0])]) == [None]
    side = Image.open(io.BytesIO(scan("PNG"))).transpose(Image.Transpose.ROTATE_90)
    out = io.BytesIO()
    side.save(out, "PNG")
    assert pictures(out.getvalue(), [(1, LINES[0])]) == [None]  # recognition turned it, and its boxes with it


def test_the_same_line_gives_the_same_bytes() -> None:
    data = scan("PDF", 0.7)
    assert pictures(data, [(1, LINES[3])]) == pictures(data, [(1, LINES[3])])


def test_the_child_draws_between_two_files_that_it_reads(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(scan("PDF"))
    with Reader(1) as reader:
        drawn = reader.pictures(tmp_path / "a", [(1, LINES[0]), (7, LINES[0])])
    assert inked(drawn[0])[0] > 600 and drawn[1] is None
