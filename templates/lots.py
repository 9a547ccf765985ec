"""A long text that comes in small pieces, as bytes: only a lot of the pieces is held at a time."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice

_LOT = 20_000  # pieces


def in_lots(pieces: Iterable[str], end: str = "") -> bytes:
    """Return the pieces, then `end`, as UTF-8; a page of 30 MB comes in two million pieces of 60 bytes and more."""
    out, rest = io.BytesIO(), iter(pieces)
    while lot := list(islice(rest, _LOT)):
        out.write("".join(lot).encode("utf-8"))
    out.write(end.encode("utf-8"))
    return out.getvalue()
