"""Hands memory that is free again back to the system."""

from __future__ import annotations

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return what long texts left free; the C library would keep it, and the next long text comes on top.

    Measured: of 284 MB that the results of 2,000 documents took, 155 MB stayed. Nothing happens where the C library
    is not GNU's.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
