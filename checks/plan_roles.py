"""What the heading of a column, or the word before a colon, says about what stands there."""

from __future__ import annotations

import re
from functools import cache

from extractors.vietnamese import fold, lexicon


@cache
def _heads(name: str) -> frozenset[str]:
    return frozenset(lexicon(f"plan_{name}_heads", "checks"))


def role_of(head: str, *, whole: bool = False) -> str | None:
    """Return "task", "lead", "partner", "time" or "other" for a heading, None for one not known.

    With `whole` the heading must be one of the list; else it is enough that an entry of more than one word is in it.
    """
    text = re.sub(r"\s+", " ", fold(head)).strip(" :.()/-")
    last = text.rsplit(" / ", 1)[-1]
    for name in ("partner", "time", "lead", "task", "other"):
        if text in _heads(name) or last in _heads(name):
            return name
    if "chủ trì" in text and "phối hợp" in text:
        return "lead"  # "Đơn vị chủ trì/phối hợp": the first of its cell leads
    if whole:
        return None
    for name in ("partner", "lead", "time", "other", "task"):
        if any(_within(entry, text) for entry in _heads(name) if " " in entry or name != "lead"):
            return name
    return None


def is_product(head: str) -> bool:
    """Return whether a column says what is to be there in the end ("Sản phẩm", "Số lượng", "Chỉ tiêu")."""
    text = re.sub(r"\s+", " ", fold(head)).strip(" :.()/-")
    return text in _heads("product") or text.rsplit(" / ", 1)[-1] in _heads("product")


def _within(entry: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(entry)}(?!\w)", text) is not None
