"""The little of HTML styling that readers use: font, weight, size, place, capitals, hidden parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.readers.guard import Element

# Not drawn, or no text of the document: scripts, forms' inner lists, deleted text.
LOST = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "meta",
        "link",
        "template",
        "noscript",
        "del",
        "s",
        "strike",
        "select",
        "object",
        "iframe",
        "svg",
    ]
)
_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_HIDING = frozenset({("display", "none"), ("visibility", "hidden"), ("mso-hide", "all")})
_POINTS = re.compile(r"^([\d.]{1,6})\s*(pt|px)$")


@dataclass(frozen=True, slots=True)
class Style:
    """How text is drawn, as far as it matters here."""

    font: str | None = None
    bold: bool = False
    size: float | None = None
    centered: bool = False
    caps: bool = False
    hidden: bool = False
    pre: bool = False


def styled(element: Element, base: Style) -> Style:
    """Return the style inside `element`: its tag, its attributes, its own style sheet line."""
    tag = str(element.tag)
    style = base
    if tag in ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"):
        style = replace(style, bold=True)
    if tag == "center" or (element.get("align") or "").lower() == "center":
        style = replace(style, centered=True)
    elif element.get("align"):
        style = replace(style, centered=False)
    if tag == "pre":
        style = replace(style, pre=True)
    if tag == "font":
        style = replace(style, font=element.get("face") or style.font)
        style = replace(style, size=_SIZES.get(element.get("size") or "", style.size))
    if element.get("hidden") is not None:
        style = replace(style, hidden=True)
    line = element.get("style")
    return _sheet(line, style) if line else style


def _sheet(line: str, style: Style) -> Style:
    for rule in line[:2000].split(";"):
        name, _, value = rule.partition(":")
        name, value = name.strip().lower(), value.strip()
        low = value.lower()
        if name == "font-family":
            style = replace(style, font=value.split(",")[0].strip("\"' "))
        elif name == "font-weight":
            style = replace(style, bold=low in ("bold", "bolder") or (low.isdigit() and int(low[:4]) >= 600))
        elif name == "text-align":
            style = replace(style, centered=low == "center")
        elif name == "text-transform":
            style = replace(style, caps=low == "uppercase")
        elif name == "font-size" and (match := _POINTS.match(low)):
            style = replace(style, size=_points(match))
        elif (name, low) in _HIDING:
            style = replace(style, hidden=True)
    return style


def _points(match: re.Match[str]) -> float | None:
    try:
        value = float(match[1])
    except ValueError:
        return None
    return value if match[2] == "pt" else value * 0.75
