"""Signs that Word keeps as positions of a symbol font, turned into the letters that are drawn."""

from __future__ import annotations

import re

# Positions that office files use; drawn as in the fonts' own charts. F0xx is the private area Word shifts them to.
_SYMBOL = {
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xAC: "←",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xDE: "⇒",
    0xDB: "⇔",
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x6D: "μ",
    0x70: "π",
}
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x6C: "●",
    0x6D: "○",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬧",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "•", 0x98: "•", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS2}
_PRIVATE = re.compile("[\uf000-\uf0ff]")
# A bullet is a bullet: the eye sees no difference, and a person types "-" for it.
_DASHES = {"-", "–", "—", "−", "\u00ad", "\u2010", "\u2011", "\u2012", "\u2015"}


def is_symbol_font(font: str | None) -> bool:
    """Return whether `font` draws signs in place of letters."""
    return bool(font) and str(font).lower() in _FONTS


def sign(code: int, font: str | None) -> str:
    """Return the sign at position `code` of a symbol font, U+FFFD where it is not known."""
    if not 0 < code < 0x110000:
        return ""
    table = _FONTS.get((font or "").lower())
    position = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if table is None:
        # Without a known font the private area says nothing; any other code is the letter itself.
        return "•" if position == 0xB7 and code >= 0xF000 else "\ufffd" if 0xE000 <= code <= 0xF8FF else chr(code)
    return table.get(position, chr(position) if 0x20 <= position < 0x7F and table is _SYMBOL else "\ufffd")


def in_symbol_font(text: str, font: str | None) -> str:
    """Return `text` as a symbol font draws it; private-area letters of other fonts become signs too."""
    if is_symbol_font(font):
        return "".join(char if char.isspace() else sign(ord(char), font) for char in text)
    if _PRIVATE.search(text):
        return "".join(sign(ord(char), font) if "\uf000" <= char <= "\uf0ff" else char for char in text)
    return text


def bullet(text: str, font: str | None) -> str:
    """Return the sign of a bulleted list; dashes of every kind as "-", an unknown sign as "•"."""
    if not text.strip():
        return ""
    shown = in_symbol_font(text.strip(), font)
    if shown in _DASHES:
        return "-"
    if shown == "o" and (font or "").lower().startswith("courier"):
        return "◦"
    return "•" if "\ufffd" in shown else shown
