"""A page image made ready for recognition: straightened, turned upright, its ruled lines found. Pillow only."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from extractors.readers.layout_grid import Rule

DPI = 250  # measured on six scans: as good as 300 on clean ones, better on faint ones, a third faster
MAX_PIXELS = 25_000_000
_DARK = 150  # of 255: darker than this is ink
_SHADOW = 50  # of 255: a scanner's paper varies less from edge to edge
_WIDE = 5.0  # degrees: scanners and phones seldom tilt a page further


def prepared(image: Image.Image) -> tuple[Image.Image, float]:
    """Return the page in grey, with no tilt, at no more than MAX_PIXELS, and the degrees it was turned by."""
    grey = evenly_lit(grey_of(image))
    pixels = grey.width * grey.height
    if pixels > MAX_PIXELS:
        shrink = math.sqrt(MAX_PIXELS / pixels)
        grey = grey.resize((max(1, int(grey.width * shrink)), max(1, int(grey.height * shrink))))
    angle = tilt(grey)
    if abs(angle) < 0.15:
        return grey, 0.0
    return grey.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255), angle


def grey_of(image: Image.Image) -> Image.Image:
    """Return the page in grey without what is red: seals lie over signatures and dates.

    A page that would lose half of its ink (printed in red) keeps it.
    """
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    if image.mode in ("1", "L", "I", "I;16", "F"):
        return image.convert("L")
    colour = image.convert("RGB")
    grey, red = colour.convert("L"), colour.getchannel("R")
    return red if _dark(red) > 0.5 * _dark(grey) else grey


def _dark(grey: Image.Image) -> int:
    return sum(grey.reduce(4).histogram()[:_DARK])


def evenly_lit(grey: Image.Image) -> Image.Image:
    """Return a photograph with the shadow on its paper taken off; a scan, evenly lit, comes back as it is.

    The paper is what is brightest within five sixteen-pixel squares of each place.
    """
    if min(grey.size) < 64:
        return grey
    paper = grey.reduce(16).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    levels = sorted(paper.tobytes())
    if levels[len(levels) * 95 // 100] - levels[len(levels) * 5 // 100] < _SHADOW:
        return grey
    shade = ImageChops.subtract(paper.resize(grey.size, Image.Resampling.BILINEAR), grey)
    return ImageOps.autocontrast(ImageChops.invert(shade), cutoff=(1, 0))


def _ink(grey: Image.Image, width: int) -> Image.Image:
    """Return a small image of that width with white ink (255) on black paper, the edges of the page left out."""
    factor = max(1, round(grey.width / width))
    small = grey.reduce(factor)
    across, down = small.width // 20, small.height // 20  # scanners leave black edges
    small = small.crop((across, down, small.width - across, small.height - down))
    level = max(60, min(200, int(_mean(small) * 0.8)))
    return small.point([255 if value < level else 0 for value in range(256)])


def _mean(grey: Image.Image) -> float:
    histogram = grey.histogram()
    return sum(value * count for value, count in enumerate(histogram)) / max(1, sum(histogram))


def inked(grey: Image.Image) -> bool:
    """Return whether more lies on the page than dust: about the ink of one word and more."""
    ink = _ink(grey, 800)
    return ink.histogram()[255] > 0.0003 * ink.width * ink.height


def smoothed(grey: Image.Image) -> Image.Image:
    """Return the page without its grain, for a second try where nothing was read."""
    return grey.filter(ImageFilter.MedianFilter(5))


def tilt(grey: Image.Image) -> float:
    """Return the degrees by which the page must be turned so that its lines of writing lie level.

    Lines that lie level make the sharpest profile of ink down the page; half degrees first, then tenths.
    """
    ink = _ink(grey, 800)
    coarse = max((step * 0.5 for step in range(int(-_WIDE * 2), int(_WIDE * 2) + 1)), key=lambda a: _sharp(ink, a))
    return max((coarse + step * 0.1 for step in range(-5, 6)), key=lambda angle: _sharp(ink, angle))


def _sharp(ink: Image.Image, angle: float) -> float:
    return _sharpness(ink.rotate(angle)) - abs(angle) * 1e-6


def _sharpness(ink: Image.Image) -> float:
    profile = ink.resize((1, ink.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(profile)))


def lies_on_side(grey: Image.Image) -> bool:
    """Return whether the lines of writing run up or down the page."""
    ink = _ink(grey, 800)
    across = _sharpness(ink) / max(1, ink.height)
    down = _sharpness(ink.transpose(Image.Transpose.ROTATE_90)) / max(1, ink.width)
    return down > 1.5 * across


def turned(grey: Image.Image, degrees: int) -> Image.Image:
    """Return the image turned clockwise by 0, 90, 180 or 270 degrees, as Tesseract's orientation report asks."""
    turns = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return grey.transpose(turns[degrees]) if degrees in turns else grey


def png(grey: Image.Image) -> bytes:
    """Return the image as PNG at its dots an inch, lightly packed: packing well costs more than it saves."""
    out = io.BytesIO()
    grey.save(out, "PNG", dpi=(DPI, DPI), compress_level=1)
    return out.getvalue()


def rules(grey: Image.Image) -> tuple[list[Rule], list[Rule]]:
    """Return the level and the upright ruled lines of a straightened page, in its pixels."""
    small = grey.reduce(2).filter(ImageFilter.MinFilter(3))
    # Half the way to the paper is too dark for the faint rules of a fax.
    darkest = max(_DARK, int(0.78 * ImageStat.Stat(small).median[0]))
    ink = small.point([1 if value < darkest else 0 for value in range(256)])
    level = _runs(ink, max(60, small.width // 14))
    upright = _runs(ink.transpose(Image.Transpose.TRANSPOSE), max(22, small.height // 70))
    return [_doubled(rule) for rule in level], [_doubled(rule) for rule in upright]


def _runs(ink: Image.Image, shortest: int) -> list[Rule]:
    """Return runs of ink along the rows; a rule is thin, so what is thick (a picture, a black bar) is left out."""
    data, width = ink.tobytes(), ink.width
    long = re.compile(b"\x01{%d,}" % shortest)
    found: list[tuple[int, int, int]] = []
    for row in range(ink.height):
        line = data[row * width : (row + 1) * width]
        found.extend((row, match.start(), match.end()) for match in long.finditer(line))
        if len(found) > 60_000:
            return []
    return list(_thin(found))


def _thin(found: Iterable[tuple[int, int, int]]) -> Iterable[Rule]:
    """Join runs of neighbouring rows into one rule; drop those thicker than 12 rows."""
    open_runs: list[list[int]] = []  # top, last row, start, end
    for row, start, end in found:
        for run in open_runs:
            if row - run[1] <= 1 and start < run[3] and run[2] < end:
                run[1], run[2], run[3] = row, min(run[2], start), max(run[3], end)
                break
        else:
            done = [run for run in open_runs if row - run[1] > 1]
            yield from (Rule((a + b) / 2, s, e) for a, b, s, e in done if b - a < 12)
            open_runs = [run for run in open_runs if row - run[1] <= 1]
            open_runs.append([row, row, start, end])
    yield from (Rule((a + b) / 2, s, e) for a, b, s, e in open_runs if b - a < 12)


def _doubled(rule: Rule) -> Rule:
    return Rule(2 * rule.at + 1, 2 * rule.start, 2 * rule.end)


def opened(image: Image.Image) -> Image.Image:
    """Return the image as the camera meant it to be seen (phones store the turn beside the picture)."""
    return ImageOps.exif_transpose(image) or image
