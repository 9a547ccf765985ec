"""What annotations draw over a page: signed documents show their number and day nowhere but there.

Three of six real signed documents had both in the appearance of a signature field and a blank in their text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import dict_value, list_value, resolve1, stream_value
from pdfminer.utils import Matrix, apply_matrix_rect, mult_matrix

from extractors.document import Part
from extractors.errors import TonghopError
from extractors.readers.builder import Piece
from extractors.readers.layout import Line, rounded
from extractors.readers.pdf_device import draw_form
from extractors.readers.pdf_lines import lines_of, settle_marks

_MOST = 200  # annotations of a page
_UNSEEN = 0x02 | 0x20  # flags "hidden" and "no view"
_TEXT_KINDS = ("FreeText", "Stamp")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The text that one annotation draws; `signature` tells a signature field, `name` is that of the field."""

    name: str
    page: int
    signature: bool
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return its lines as one text."""
        return "\n".join(line.text for line in self.lines)

    def pieces(self, number: int) -> list[Piece]:
        """Return one block a line; `number` counts the drawings of their kind on the page from 1."""
        part = Part.SIGNATURE if self.signature else Part.TEXTBOX
        path = f"trang {self.page}/{part.value} {number}"
        return [
            Piece(line.text, path, part, page=self.page, box=rounded(line.box), size=round(line.size, 1))
            for line in self.lines
        ]


def drawings_of(page: Any, number: int, manager: PDFResourceManager) -> list[Drawing]:
    """Return the drawings with text on one page (a pdfminer PDFPage), in the file's order; broken ones left out."""
    out: list[Drawing] = []
    try:
        annotations = list_value(page.annots or [])[:_MOST]
    except Exception:
        return out
    for reference in annotations:
        try:
            drawing = _drawing(page, dict_value(reference), number, manager)
        except TonghopError:
            raise
        except Exception:  # pdfminer answers hostile bytes with whatever its code stumbles over
            continue
        if drawing is not None and drawing.lines:
            out.append(drawing)
    return out


def _drawing(page: Any, annotation: dict[str, Any], number: int, manager: PDFResourceManager) -> Drawing | None:
    kind, field = _name(annotation.get("Subtype")), _name(_inherited(annotation, "FT"))
    flags = resolve1(annotation.get("F", 0))
    if (kind != "Widget" and kind not in _TEXT_KINDS) or (isinstance(flags, int) and flags & _UNSEEN):
        return None
    form = resolve1(dict_value(annotation.get("AP", {})).get("N"))
    if not hasattr(form, "get_data"):
        return None
    stream = stream_value(form)
    place = [float(resolve1(value)) for value in list_value(annotation["Rect"])]
    drawn = draw_form(page, stream, _onto(stream, place), manager)
    lines = lines_of([glyph for glyph in drawn.glyphs if not glyph.turned], number)
    for line in lines:
        line.text = settle_marks(line.text, frozenset())
    name = resolve1(annotation.get("T", b""))
    return Drawing(_text(name), number, field == "Sig", tuple(lines))


def _inherited(annotation: dict[str, Any], key: str) -> Any:
    for _ in range(8):
        if key in annotation or "Parent" not in annotation:
            break
        annotation = dict_value(annotation["Parent"])
    return annotation.get(key)


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))


def _text(value: Any) -> str:
    if not isinstance(value, bytes):
        return str(value)
    return value.decode("utf-16", "replace") if value[:2] in (b"\xfe\xff", b"\xff\xfe") else value.decode("latin-1")


def _onto(stream: Any, place: list[float]) -> Matrix:
    """Return the matrix that lays the form's box onto the annotation's place (ISO 32000-1, 12.5.5, algorithm 8.1)."""
    box = [float(resolve1(value)) for value in list_value(stream["BBox"])]
    own: Any = tuple(float(resolve1(value)) for value in list_value(stream.get("Matrix", [1, 0, 0, 1, 0, 0])))
    x0, y0, x1, y1 = apply_matrix_rect(own, (box[0], box[1], box[2], box[3]))
    left, right = sorted((place[0], place[2]))
    low, high = sorted((place[1], place[3]))
    across = (right - left) / (x1 - x0) if x1 > x0 else 1.0
    up = (high - low) / (y1 - y0) if y1 > y0 else 1.0
    return mult_matrix(own, (across, 0, 0, up, left - x0 * across, low - y0 * up))
