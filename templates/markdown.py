"""Text of documents in markdown: always as letters, never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$])")
# Bare addresses become links by themselves: the letter that makes them one is written as a number.
_LINK = re.compile(r"(?:https?|ftp):|www\\\.|@", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def plain_text(text: str, longest: int = 400) -> str:
    """Return `text` on one line, cut to `longest` characters, with everything that markdown or HTML reads escaped."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    if len(line) > longest:
        line = line[: longest - 1].rstrip() + "…"
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINK.sub(lambda m: m.group(0)[:-1] + f"&#{ord(m.group(0)[-1])};", _MARKUP.sub(r"\\\1", line))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a markdown table; cells must be escaped already."""
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines.extend("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join(lines)
