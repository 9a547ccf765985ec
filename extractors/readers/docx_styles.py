"""What the styles of a Word file say of a paragraph and its runs: font, weight, size, place, number, capitals.

Only what the readers use is resolved (ECMA-376-1, 17.7.2): direct formatting, then the character style, then the
paragraph style with what it is based on, then the document's defaults. Table styles are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from extractors.readers.guard import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_DEPTH = 20  # styles based on styles; a loop in the file ends here


@dataclass(frozen=True, slots=True)
class Look:
    """Formatting of a run or paragraph; None where nothing is said."""

    font: str | None = None
    bold: bool | None = None
    size: float | None = None
    caps: bool | None = None
    hidden: bool | None = None
    centered: bool | None = None

    def over(self, base: Look) -> Look:
        """Return this look with what it leaves open taken from `base`."""
        return Look(
            self.font if self.font is not None else base.font,
            self.bold if self.bold is not None else base.bold,
            self.size if self.size is not None else base.size,
            self.caps if self.caps is not None else base.caps,
            self.hidden if self.hidden is not None else base.hidden,
            self.centered if self.centered is not None else base.centered,
        )


def flag(properties: Element, name: str) -> bool | None:
    """Return the on/off property `name`, None where it is not given."""
    found = properties.find(W + name)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def run_look(properties: Element | None) -> Look:
    """Return what a w:rPr says."""
    if properties is None or not len(properties):
        return Look()
    fonts = properties.find(W + "rFonts")
    size = properties.find(W + "sz")
    return Look(
        # Letters beyond ASCII, all that an 8-bit encoding is about, take the hAnsi font.
        font=(fonts.get(W + "hAnsi") or fonts.get(W + "ascii")) if fonts is not None else None,
        bold=flag(properties, "b"),
        size=_half_points(size.get(W + "val")) if size is not None else None,
        caps=flag(properties, "caps"),
        hidden=flag(properties, "vanish"),
    )


def _half_points(value: str | None) -> float | None:
    try:
        return float(value or "") / 2
    except ValueError:
        return None


def centered(properties: Element | None) -> bool | None:
    """Return whether a w:pPr centres its paragraph, None where it does not say."""
    place = properties.find(W + "jc") if properties is not None else None
    return None if place is None else place.get(W + "val") == "center"


class Styles:
    """The styles of one file; a missing or broken styles part gives empty looks.

    Word writes some 300 styles into every file and uses ten: a look is made when it is first asked for.
    """

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._base: dict[str, str | None] = {}
        self._number: dict[str, Any] = {}
        self._resolved: dict[str | None, Look] = {}
        self.default: str | None = None
        self._defaults = Look()
        if root is None:
            return
        self._defaults = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")).over(
            Look(centered=centered(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")))
        )
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId") or ""
            base = style.find(W + "basedOn")
            properties = style.find(W + "pPr")
            self._base[name] = base.get(W + "val") if base is not None else None
            self._elements[name] = style
            if properties is not None and properties.find(W + "numPr") is not None:
                self._number[name] = properties.find(W + "numPr")
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self.default = name

    def _own(self, name: str) -> Look:
        """Return what the style itself says."""
        known = self._looks.get(name)
        if known is None:
            style = self._elements[name]
            known = replace(run_look(style.find(W + "rPr")), centered=centered(style.find(W + "pPr")))
            self._looks[name] = known
        return known

    def _chain(self, name: str | None) -> list[str]:
        found: list[str] = []
        while name and name in self._elements and len(found) < _DEPTH:
            found.append(name)
            name = self._base[name]
        return found

    def paragraph(self, name: str | None) -> Look:
        """Return the look of a paragraph style over the defaults; an unknown name means the default style."""
        if name not in self._elements:
            name = self.default
        if name not in self._resolved:
            look = Look()
            for step in self._chain(name):
                look = look.over(self._own(step))
            self._resolved[name] = look.over(self._defaults)
        return self._resolved[name]

    def character(self, name: str | None) -> Look:
        """Return the look that a character style itself says, without the defaults."""
        look = Look()
        for step in self._chain(name):
            look = look.over(self._own(step))
        return replace(look, centered=None)

    def number(self, name: str | None) -> Element | None:
        """Return the w:numPr that a paragraph style carries or inherits."""
        steps = self._chain(name if name in self._elements else self.default)
        return next((self._number[step] for step in steps if step in self._number), None)

    def name_at(self, numbered: str) -> Element | None:
        """Return the w:numPr of a numbering style."""
        return self.number(numbered) if numbered in self._elements else None
