"""A long text that comes in pieces, as bytes: only a lot of the pieces is held at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

_LOT = 1 << 20  # characters


class Lots:
    """A draft of 30 to 50 MB, made while it is written: iterating yields it as UTF-8, a megabyte at a time.

    `pieces` is called for each iteration, so that all yield the same.
    """

    def __init__(self, pieces: Callable[[], Iterable[str]]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        """Yield the text in lots; a page comes in pieces of 60 bytes or of a whole document."""
        lot: list[str] = []
        held = 0
        for piece in self._pieces():
            lot.append(piece)
            held += len(piece)
            if held >= _LOT:
                yield "".join(lot).encode("utf-8")
                lot.clear()
                held = 0
        yield "".join(lot).encode("utf-8")

    def whole(self) -> bytes:
        """Return the text in one."""
        return b"".join(self)


Draft = bytes | Lots


def whole(draft: Draft) -> bytes:
    """Return a draft in one, whatever its length."""
    return draft.whole() if isinstance(draft, Lots) else draft
