"""How nouns lie in the database: JSON of the dataclass, packed; read back into the same frozen dataclass."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(kind: type[T]) -> TypeAdapter[T]:
    return TypeAdapter(kind)


def pack(noun: object) -> bytes:
    """Return the packed form of a dataclass instance; equal nouns give equal bytes."""
    return zlib.compress(_adapter(type(noun)).dump_json(noun), 6)


def unpack(kind: type[T], data: bytes) -> T:
    """Return the instance of `kind` that `pack` wrote; raises ValueError where the bytes hold something else."""
    return _adapter(kind).validate_json(zlib.decompress(data))
