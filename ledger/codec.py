"""How nouns lie in the database: JSON of the dataclass, packed; read back into the same frozen dataclass."""

from __future__ import annotations

import zlib
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Building an adapter costs milliseconds, so each kind has one for the life of the process."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def pack(noun: object) -> bytes:
    """Return the packed form of a dataclass instance; equal nouns give equal bytes."""
    plain: bytes = _adapter(type(noun)).dump_json(noun)
    return zlib.compress(plain, 6)


def unpack(kind: type[T], data: bytes) -> T:
    """Return the instance of `kind` that `pack` wrote; raises ValueError where the bytes hold something else."""
    noun: T = _adapter(kind).validate_json(zlib.decompress(data))
    return noun
