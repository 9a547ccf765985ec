"""What a paragraph of a .docx really looks like: its own settings, else its styles', else the document's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_THEME = re.compile(r'<a:(major|minor)Font>.*?<a:latin typeface="([^"]*)"', re.DOTALL)


@dataclass(frozen=True)
class Look:
    """Effective form of a paragraph: letters by their largest run, lengths in points (indent in cm)."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    black: bool
    align: str
    first_line_cm: float
    before: float
    after: float
    spacing: float | None  # lines; None where the height is fixed in points


class Reader:
    """Reads the effective form of paragraphs of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _defaults(self) -> Any:
        return self.document.styles.element.find(qn("w:docDefaults"))

    @cached_property
    def _theme(self) -> dict[str, str]:
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith("/theme"):
                return dict(_THEME.findall(relation.target_part.blob.decode("utf-8", "replace")))
        return {}

    def look(self, paragraph: Paragraph) -> Look:
        """Return the effective form of `paragraph`."""
        runs = [run for run in paragraph.runs if run.text.strip()]
        main = max(runs, key=lambda run: len(run.text.strip()), default=None)
        form = paragraph.paragraph_format
        chain = list(_chain(paragraph.style))
        spacing, exact = self._spacing(paragraph, chain)
        first = _first([form.first_line_indent, *(s.paragraph_format.first_line_indent for s in chain)])
        before = _first([form.space_before, *(s.paragraph_format.space_before for s in chain)])
        after = _first([form.space_after, *(s.paragraph_format.space_after for s in chain)])
        holders = [paragraph._p.pPr, *(style.element.pPr for style in chain)]
        align = _first([_alignment(properties) for properties in holders])
        return Look(
            text=paragraph.text.strip(),
            font=self._font(main, chain),
            size=self._size(main, chain),
            bold=bool(self._flag(main, chain, "bold")),
            italic=bool(self._flag(main, chain, "italic")),
            black=self._black(main, chain),
            align=align or "left",
            first_line_cm=round(first.cm, 2) if first is not None else 0.0,
            before=before.pt if before is not None else self._default_spacing("before"),
            after=after.pt if after is not None else self._default_spacing("after"),
            spacing=None if exact else spacing,
        )

    def _font(self, run: Run | None, chain: list[Any]) -> str:
        holders = [run._r.rPr if run is not None else None, *(style.element.rPr for style in chain)]
        default = self._defaults.find(f".//{qn('w:rPr')}") if self._defaults is not None else None
        for properties in [*holders, default]:
            fonts = properties.find(qn("w:rFonts")) if properties is not None else None
            if fonts is None:
                continue
            if theme := fonts.get(qn("w:asciiTheme")):
                return str(self._theme.get("major" if theme.startswith("major") else "minor", theme))
            if name := fonts.get(qn("w:ascii")):
                return str(name)
        return ""

    def _size(self, run: Run | None, chain: list[Any]) -> float:
        size = _first([run.font.size if run is not None else None, *(style.font.size for style in chain)])
        if size is not None:
            return float(size.pt)
        found = self._defaults.find(f".//{qn('w:sz')}") if self._defaults is not None else None
        return int(found.get(qn("w:val"))) / 2 if found is not None else 10.0

    @staticmethod
    def _flag(run: Run | None, chain: list[Any], name: str) -> Any:
        return _first([getattr(run.font, name) if run is not None else None, *(getattr(s.font, name) for s in chain)])

    @staticmethod
    def _black(run: Run | None, chain: list[Any]) -> bool:
        colours = [run.font.color.rgb if run is not None else None, *(style.font.color.rgb for style in chain)]
        found = _first(colours)
        return found is None or str(found) == "000000"

    @staticmethod
    def _spacing(paragraph: Paragraph, chain: list[Any]) -> tuple[float, bool]:
        found = _first([paragraph.paragraph_format.line_spacing, *(s.paragraph_format.line_spacing for s in chain)])
        if found is None:
            return 1.0, False
        return (float(found), False) if isinstance(found, float) else (0.0, True)

    def _default_spacing(self, side: str) -> float:
        found = self._defaults.find(f".//{qn('w:spacing')}") if self._defaults is not None else None
        value = found.get(qn(f"w:{side}")) if found is not None else None
        return int(value) / 20 if value else 0.0


_ALIGN = {"center": "center", "both": "justify", "distribute": "justify", "right": "right", "end": "right"}


def _alignment(properties: Any) -> str | None:
    """Return the alignment that paragraph properties state; the raw word, for newer files write "start" and "end"."""
    found = properties.find(qn("w:jc")) if properties is not None else None
    return _ALIGN.get(found.get(qn("w:val")), "left") if found is not None else None


def _chain(style: BaseStyle | None) -> Iterator[Any]:
    seen: set[str] = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style
        style = style.base_style  # type: ignore[attr-defined]  # styles of paragraphs have one


def _first(values: list[Any]) -> Any:
    return next((value for value in values if value is not None), None)
