"""The numbers that Word computes and does not store as text: "III.", "1.2", "a)", "-"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extractors.readers.docx_styles import Styles, W, flag
from extractors.readers.guard import Element
from extractors.readers.symbols import bullet

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_MOST = 32_767  # Word's own ceiling; a hostile start value would otherwise make a numeral of megabytes


def roman(value: int) -> str:
    """Return `value` (1 to 32767) in capital Roman numerals."""
    out = ""
    for unit, sign in _ROMAN:
        out += sign * (value // unit)
        value %= unit
    return out


def letters(value: int) -> str:
    """Return a, b … z, aa, bb … as Word counts them (ECMA-376-1, 17.18.59 lowerLetter)."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)


def drawn(value: int, form: str) -> str:
    """Return `value` as the number format `form` draws it; unknown formats are drawn in digits."""
    value = min(value, _MOST)
    if form == "none":
        return ""
    if value < 1:
        return str(value)
    if form in ("upperRoman", "lowerRoman"):
        return roman(value) if form == "upperRoman" else roman(value).lower()
    if form in ("upperLetter", "lowerLetter"):
        return letters(value).upper() if form == "upperLetter" else letters(value)
    return f"{value:02d}" if form == "decimalZero" else str(value)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    font: str | None = None
    style: str = ""  # the paragraph style that this level belongs to


@dataclass(slots=True)
class _Instance:
    """One w:num: the list that it counts in, and what it overrides."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


def _value(parent: Element, name: str, default: str = "") -> str:
    found = parent.find(W + name)
    return found.get(W + "val", default) if found is not None else default


def _number(text: str, default: int) -> int:
    try:
        return max(-_MOST, min(_MOST, int(text)))
    except ValueError:
        return default


def _level(item: Element) -> _Level:
    fonts = item.find(f"{W}rPr/{W}rFonts")
    return _Level(
        form=_value(item, "numFmt", "decimal"),
        text=_value(item, "lvlText"),
        start=_number(_value(item, "start", "1"), 1),
        restart=_number(_value(item, "lvlRestart"), -1) if item.find(W + "lvlRestart") is not None else None,
        legal=bool(flag(item, "isLgl")),
        font=fonts.get(W + "ascii") if fonts is not None else None,
        style=_value(item, "pStyle"),
    )


class Numbering:
    """Counts the automatic numbers of one file in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._instances: dict[str, _Instance] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstracts: dict[str, dict[int, _Level]] = {}
        links: dict[str, str] = {}
        for item in root.iter(W + "abstractNum"):
            name = item.get(W + "abstractNumId") or ""
            abstracts[name] = {_number(lvl.get(W + "ilvl", "0"), 0): _level(lvl) for lvl in item.iter(W + "lvl")}
            if link := _value(item, "numStyleLink"):
                links[name] = link
        for item in root.iter(W + "num"):
            self._instances[item.get(W + "numId") or ""] = self._instance(item, abstracts)
        for instance in self._instances.values():
            self._follow(instance, links, abstracts)

    @staticmethod
    def _instance(item: Element, abstracts: dict[str, dict[int, _Level]]) -> _Instance:
        name = _value(item, "abstractNumId")
        instance = _Instance(name, dict(abstracts.get(name, {})))
        for override in item.iter(W + "lvlOverride"):
            at = _number(override.get(W + "ilvl", "0"), 0)
            if (own := override.find(W + "lvl")) is not None:
                instance.levels[at] = _level(own)
            if start := _value(override, "startOverride"):
                instance.starts[at] = _number(start, 1)
        return instance

    def _follow(self, instance: _Instance, links: dict[str, str], abstracts: dict[str, dict[int, _Level]]) -> None:
        """A list may name a numbering style instead of levels; that style names the list that has them."""
        link = links.get(instance.abstract)
        properties = self._styles.name_at(link) if link else None
        target = self._instances.get(_value(properties, "numId")) if properties is not None else None
        if target is not None and not instance.levels:
            instance.abstract = target.abstract
            instance.levels = dict(abstracts.get(target.abstract, {}))

    def label(self, properties: Element | None, style: str | None) -> str:
        """Return the number drawn before a paragraph and count it; "" where it has none."""
        own: Any = properties.find(W + "numPr") if properties is not None else None
        inherited = self._styles.number(style)
        sources = [item for item in (own, inherited) if item is not None]
        name = next((value for item in sources if (value := _value(item, "numId"))), "")
        instance = self._instances.get(name)
        if instance is None:
            return ""
        level = next((value for item in sources if (value := _value(item, "ilvl"))), "")
        if not level:  # a style may name its list only; the list then names the style at its level
            level = next((str(key) for key, one in instance.levels.items() if style and one.style == style), "0")
        at = _number(level, 0)
        return self._draw(instance, at) if at in instance.levels else ""

    def _draw(self, instance: _Instance, at: int) -> str:
        level = instance.levels[at]
        counters = self._counters.setdefault(instance.abstract, {})
        if at in instance.starts and at not in instance.used:
            counters[at] = instance.starts[at]
        else:
            counters[at] = counters.get(at, level.start - 1) + 1
        instance.used.add(at)
        for deeper in [key for key in counters if key > at]:
            after = instance.levels.get(deeper, _Level()).restart
            # lvlRestart 0: never; n: only after a level above n (ECMA-376-1, 17.9.10).
            if after is None or (after > 0 and at < after):
                del counters[deeper]
        if level.form == "bullet":
            return bullet(level.text, level.font)

        def place(match: re.Match[str]) -> str:
            key = int(match[1]) - 1
            source = instance.levels.get(key, _Level())
            form = "decimal" if level.legal and key != at and source.form not in ("decimalZero",) else source.form
            return drawn(counters.get(key, source.start), form)

        return _PLACE.sub(place, level.text).strip()
