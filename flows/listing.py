"""One look at a folder: every entry below it with the marks by which a change shows. Names are read, never written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import Unreachable


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size, times and inode of an entry: while all stay the same, nobody is writing it. `regular` is a plain file."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    regular: bool = True


def scan(root: Path) -> dict[str, Stamp]:
    """Return every entry below `root` that is no folder, by its path as the disk spells it ("/" between parts).

    Links are listed, never followed. Raises Unreachable where the folder or a part of it cannot be listed: a share
    that is away must not look like a folder from which everything was deleted.
    """
    try:
        return dict(_entries(os.fspath(root), ""))
    except OSError as error:
        raise Unreachable(detail=error.strerror or "không liệt kê được thư mục") from error


def _entries(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, f"{prefix}{entry.name}/")
                continue
            try:
                found = entry.stat(follow_symlinks=False)
            except FileNotFoundError:  # moved away between the listing and the look: gone, not unreachable
                continue
            yield (
                prefix + entry.name,
                Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, stat.S_ISREG(found.st_mode)),
            )
