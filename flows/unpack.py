"""A zip of submissions: each member is a submission of its own."""

from __future__ import annotations

from pathlib import Path

from extractors.errors import TonghopError
from extractors.sandbox import archive_members


def unpacked(path: Path) -> list[tuple[str, bytes]]:
    """Return (name, bytes) of the members where the stored file is a plain zip, told by its content, else nothing.

    A zip that is refused gives nothing here; reading it says why.
    """
    try:
        return archive_members(path)
    except TonghopError:
        return []
