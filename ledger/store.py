"""The vault of originals: write-once files named by their SHA-256."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from pathlib import Path

from extractors.errors import TonghopError

_CHUNK = 1 << 20


class Damaged(TonghopError):
    """A stored original no longer hashes to its name."""

    code, why_not = "KHO_HONG", "damaged"
    reason = "Bản gốc {sha256} trong kho không còn nguyên vẹn."
    remedy = "Đề nghị khôi phục kho từ bản sao lưu rồi chạy “tonghop verify”."


class Store:
    """Originals below `root`, each at `root/ab/abcd…`; nothing in it is ever changed or removed.

    A file appears whole or not at all: written aside, forced to the disk, renamed, its folder forced too. The name is
    made from the content, never from what the sender called it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        """Return where that original lies or would lie; raises ValueError for anything but a SHA-256."""
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256")
        return self.root / sha256[:2] / sha256

    def put(self, source: Path) -> tuple[str, int]:
        """Copy the file at `source` in and return its SHA-256 and size in bytes; raises OSError.

        The hash is that of the bytes that were copied, so a file that changes meanwhile is stored as what was read.
        """
        digest, size = hashlib.sha256(), 0
        aside = self.root / f".tmp-{os.getpid()}-{secrets.token_hex(8)}"
        try:
            with source.open("rb") as reader, aside.open("xb") as writer:
                while chunk := reader.read(_CHUNK):
                    digest.update(chunk)
                    writer.write(chunk)
                    size += len(chunk)
                writer.flush()
                os.fsync(writer.fileno())
            self._settle(aside, digest.hexdigest())
        finally:
            aside.unlink(missing_ok=True)
        return digest.hexdigest(), size

    def put_bytes(self, data: bytes) -> str:
        """Store `data` and return its SHA-256; raises OSError."""
        sha256 = hashlib.sha256(data).hexdigest()
        aside = self.root / f".tmp-{os.getpid()}-{secrets.token_hex(8)}"
        try:
            with aside.open("xb") as writer:
                writer.write(data)
                writer.flush()
                os.fsync(writer.fileno())
            self._settle(aside, sha256)
        finally:
            aside.unlink(missing_ok=True)
        return sha256

    def _settle(self, aside: Path, sha256: str) -> None:
        target = self.path(sha256)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            aside.chmod(0o444)
            aside.rename(target)
        # Also for one that was there: who put it may have been killed before its name was forced to the disk.
        for folder in (target.parent, self.root):
            _sync_folder(folder)

    def has(self, sha256: str) -> bool:
        """Return whether that original is held."""
        return self.path(sha256).exists()

    def verify(self, sha256: str) -> None:
        """Read that original again; raises Damaged where it is gone or changed."""
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb") as reader:
                while chunk := reader.read(_CHUNK):
                    digest.update(chunk)
        except OSError as error:
            raise Damaged(sha256=sha256) from error
        if digest.hexdigest() != sha256:
            raise Damaged(sha256=sha256)

    def sweep(self, age: float = 0.0) -> int:
        """Remove what a killed process left half written; return how many files that were.

        `age` is for how many seconds a file must lie untouched: 0 where nobody else can be writing.
        """
        young = time.time() - age
        left = [path for path in self.root.glob(".tmp-*") if age == 0.0 or path.stat().st_mtime < young]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
