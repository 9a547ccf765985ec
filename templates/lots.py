"""A long text that comes in pieces, as bytes: only a lot of the pieces is held at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable

_LOT = 1 << 20  # characters


def in_lots(pieces: Iterable[str], end: str = "") -> bytes:
    """Return the pieces, then `end`, as UTF-8; a page of 30 MB comes in pieces of 60 bytes or of a whole document."""
    out = io.BytesIO()
    lot: list[str] = []
    held = 0
    for piece in pieces:
        lot.append(piece)
        held += len(piece)
        if held >= _LOT:
            out.write("".join(lot).encode("utf-8"))
            lot.clear()
            held = 0
    out.write("".join((*lot, end)).encode("utf-8"))
    return out.getvalue()
