"""A zip of submissions, opened safely: one level deep, counted, with names that cannot lead anywhere."""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib

from extractors.errors import Dangerous, Encrypted, TooLarge
from extractors.readers.guard import MAX_FILE, Package

MAX_ENTRIES = 500
MAX_INFLATED = 300 << 20
PLENTY = 20 << 20  # bytes: below it any ratio is harmless
MAX_RATIO = 30  # documents are packed already and hardly shrink in a zip; a bomb shrinks a thousandfold
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def read_archive(data: bytes) -> list[tuple[str, bytes]]:
    """Return (name, bytes) of the files in a zip, in directory order; names are NFC, relative, with "/" between parts.

    A member that does not inflate comes with what could be had of it: its own reading then says that it is broken.
    A zip inside the zip is a member like any other and is not opened. Raises Truncated, Broken, Encrypted, TooLarge,
    Dangerous.
    """
    Package(data)  # refuses what has no directory, or too large a one
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _JUNK.search(info.filename)]
        infos = [info for info in infos if not stat.S_ISLNK(info.external_attr >> 16)]
        if len(infos) > MAX_ENTRIES:
            raise TooLarge(detail=f"{len(infos)} tệp trong tệp nén, tối đa {MAX_ENTRIES}")
        if any(info.flag_bits & 1 for info in infos):
            raise Encrypted()
        declared, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
        if declared > MAX_INFLATED or (declared > PLENTY and declared > MAX_RATIO * packed):
            raise Dangerous(detail="tệp nén bung ra quá lớn")
        found: dict[str, bytes] = {}
        left = MAX_INFLATED
        for info in infos:
            content = _inflate(archive, info, min(left, MAX_FILE))
            left -= len(content)
            found[_unique(safe_name(_decoded(info)), found)] = content
    return list(found.items())


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    chunks: list[bytes] = []
    total = 0
    try:
        with archive.open(info) as handle:
            while chunk := handle.read(1 << 20):
                total += len(chunk)
                if total > limit:
                    raise Dangerous(detail="tệp nén bung ra quá lớn")
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return b"".join(chunks)
    return b"".join(chunks)


def _decoded(info: zipfile.ZipInfo) -> str:
    """Windows and old tools write UTF-8 names without saying so; zipfile then shows them as code page 437."""
    if info.flag_bits & 0x800:
        return info.filename
    at = 0
    while at + 4 <= len(info.extra):  # Info-ZIP's Unicode path, field 0x7075
        field, size = (int.from_bytes(info.extra[at + 2 * n : at + 2 * n + 2], "little") for n in (0, 1))
        if field == 0x7075:
            return info.extra[at + 9 : at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def safe_name(name: str) -> str:
    """Return a member's name as a relative path without "..", drive letters or control signs; never empty."""
    name = unicodedata.normalize("NFC", name).replace("\\", "/")
    name = re.sub(r"[\x00-\x1f\x7f]", "", name)
    parts = [part.strip() for part in re.sub(r"^[A-Za-z]:", "", name).split("/")]
    return "/".join(part for part in parts if part and part not in (".", "..")) or "tệp không tên"


def _unique(name: str, taken: dict[str, bytes]) -> str:
    stem, dot, suffix = name.rpartition(".")
    number, wanted = 2, name
    while wanted in taken:
        wanted = f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
        number += 1
    return wanted
