"""Check B13: paper, margins, font and size of letters against Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I.

A hint, one for a paper: nothing that is sent in is refused for its looks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from checks.document_checks import Look, Remark, is_scan
from checks.submission import Submission
from extractors.document import Document, Part, Sheet, Source
from extractors.facts import Facts
from extractors.vietnamese import fold

_A4 = (210.0, 297.0)
_PAPER = 3.0  # mm by which printers and converters miss a paper
_SLACK = 1.0  # mm: Word keeps lengths in twentieths of a point, and offices type inches
_MARGINS = (("top", "trên", 20, 25), ("bottom", "dưới", 20, 25), ("left", "trái", 30, 35), ("right", "phải", 15, 20))
_FONT = "times new roman"
_SIZES = (13, 14)
_PARTY = "đảng cộng sản việt nam"  # its papers follow a guide of their own


def layout(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B13: what differs, in one remark; a scan shows a picture of its paper only and is left alone.

    Sections that lie across are for wide tables; their margins turn with them and are not measured.
    """
    if is_scan(document) or not (document.sheets or document.font) or _PARTY in fold(document.text[:600]):
        return
    told = [*_paper(document.sheets), *_margins(document.sheets), *_letters(document)]
    if told:
        yield Remark(f"Thể thức khác quy định: {'; '.join(told)}.")


def _paper(sheets: tuple[Sheet, ...]) -> Iterable[str]:
    for sheet in sheets:
        sides = sorted((sheet.width, sheet.height))
        if any(abs(a - b) > _PAPER for a, b in zip(sides, _A4, strict=True)):
            yield f"khổ giấy {sides[0]:.0f} × {sides[1]:.0f} mm, quy định A4 (210 × 297 mm)"
            return


def _margins(sheets: tuple[Sheet, ...]) -> Iterable[str]:
    upright = next((sheet for sheet in sheets if sheet.width <= sheet.height), None)
    for name, side, low, high in _MARGINS if upright else ():
        value = getattr(upright, name)
        if value is not None and not low - _SLACK <= value <= high + _SLACK:
            yield f"lề {side} {value:.0f} mm, quy định {low}–{high} mm"


def _letters(document: Document) -> Iterable[str]:
    unicode_only = all(block.source is Source.TEXT for block in document.blocks)
    if document.font and unicode_only and fold(document.font) != _FONT:
        yield f"phông chữ {document.font}, quy định Times New Roman"
    sizes: Counter[float] = Counter()
    for block in document.blocks:
        if block.part is Part.BODY and block.cell is None and block.size is not None and block.source is Source.TEXT:
            sizes[block.size] += block.end - block.start
    if sizes and not document.format.startswith("pdf"):
        most = max(sorted(sizes), key=lambda size: sizes[size])
        if not _SIZES[0] <= most <= _SIZES[1]:
            yield f"cỡ chữ {most:g}, quy định {_SIZES[0]}–{_SIZES[1]}".replace(".", ",")
