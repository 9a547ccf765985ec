"""The papers that a Word file is set on: size and margins of its sections, in millimetres."""

from __future__ import annotations

from extractors.document import Sheet
from extractors.readers.docx_styles import W
from extractors.readers.guard import Element

_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre
_MOST = 2000.0  # millimetres; beyond it the file speaks nonsense


def sheets(body: Element) -> tuple[Sheet, ...]:
    """Return the different papers of the sections, in order; () where no section says its size.

    What stood before a tracked change of a section is left out. The gutter counts as margin on the left.
    """
    found: dict[Sheet, None] = {}
    for section in body.iter(W + "sectPr"):
        parent = section.getparent()
        if parent is not None and parent.tag == W + "sectPrChange":
            continue
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        width, height = _length(size, "w"), _length(size, "h")
        if width is None or height is None:
            continue
        left, gutter = _length(margins, "left"), _length(margins, "gutter")
        if left is not None and gutter is not None:
            left = round(left + gutter, 1)
        sides = {side: _length(margins, side) for side in ("top", "right", "bottom")}
        found.setdefault(Sheet(width, height, left=left, **sides))
    return tuple(found)


def _length(element: Element | None, name: str) -> float | None:
    """Return a length in millimetres, to a tenth; Word writes a margin that may not give way as a negative number."""
    try:
        value = abs(float(element.get(W + name) or "")) / _TWIPS if element is not None else None
    except ValueError:
        return None
    return round(value, 1) if value is not None and value <= _MOST else None
