"""The campaign's folder of drafts: files appear whole, and what a clerk changed in Word is never overwritten."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError


class NotWritten(TonghopError):
    """The folder of results does not take what is written."""

    code, why_not, transient = "CHUA_GHI_DUOC", "not_written", True
    reason: ClassVar[str] = "Chưa ghi được kết quả ({detail})."
    remedy: ClassVar[str] = "Hệ thống sẽ tự thử lại; đề nghị kiểm tra dung lượng và quyền ghi của thư mục kết quả."


_ASIDE = ".tmp-"
_RECORD = ".da-ghi.json"
_BASES, _KEPT = ".ban-goc", ".ban-da-sua"  # drafts as handed out, and as a clerk left them before a join
Join = Callable[[bytes, bytes, bytes], bytes]
FRESH = " (máy lập mới)"


class Outbox:
    """Publishes drafts into one folder and remembers the hash of each, to tell its own file from an edited one.

    What was edited since is joined with the new draft by `join` (handed out, edited, new: their union), the edited one
    kept in a hidden folder. Where nothing can be joined, or Word holds the file open just now (its "~$" file lies
    beside it), it stays as it is and the new draft is laid beside it with FRESH in its name.
    """

    def __init__(self, folder: Path, join: Join | None = None) -> None:
        self.folder, self._join = folder, join
        folder.mkdir(parents=True, exist_ok=True)
        self._record = folder / _RECORD
        self._known: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            self._known = dict(json.loads(self._record.read_text("utf-8")))

    def publish(self, name: str, data: bytes) -> Path:
        """Put `data` under `name` ("phan-hoi/X.docx" too) and return where it lies; raises OSError."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{target.stem}{FRESH}{target.suffix}")
        shown: bytes | None = data
        if self._open_in_word(target):
            shown = None
        elif target.exists() and self.edited(name) and target.read_bytes() != data:
            shown = self._joined(name, target.read_bytes(), data)
        if shown is None:
            put(beside, data)
            return beside
        self._note(name, hashlib.sha256(data).hexdigest())
        put(target, shown)
        beside.unlink(missing_ok=True)
        if self._join is not None and name.endswith(".docx"):
            put_below(self.folder / _BASES / name, data)
        self._known[name] = self._known[name].split()[-1]  # the next record forgets the older ones
        return target

    def _joined(self, name: str, edited: bytes, data: bytes) -> bytes | None:
        """Return the edited draft with the news brought in, None where that cannot be done."""
        base = self.folder / _BASES / name
        if self._join is None or not name.endswith(".docx") or not base.exists():
            return None
        known = base.read_bytes()
        if known == data:
            return edited  # nothing new: the clerk's file is the newest there is
        try:
            joined = self._join(known, edited, data)
        except Exception:  # a file that Word or another program left odd: both stay, side by side
            return None
        put_below(self.folder / _KEPT / name, edited)
        return joined

    def _note(self, name: str, digest: str) -> None:
        """Record, before the file is written, that both what lies there and what comes are our own.

        A kill between the two would else make our own draft look like one that a clerk changed.
        """
        old = [known for known in self._known.get(name, "").split() if known != digest]
        told = {**self._known, name: " ".join([*old, digest])}
        put(self._record, (json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode())
        self._known[name] = told[name]

    def edited(self, name: str) -> bool:
        """Return whether someone changed the file since it was published."""
        target = self.folder / name
        try:
            return hashlib.sha256(target.read_bytes()).hexdigest() not in self._known.get(name, "").split()
        except OSError:
            return False

    def _open_in_word(self, target: Path) -> bool:
        # Word drops the first two letters of a long name from the name of its lock file.
        locks = (f"~${target.name}", f"~${target.name[2:]}")
        return target.exists() and any(target.with_name(lock).exists() for lock in locks)


def sweep(folder: Path) -> int:
    """Remove below `folder` what a killed process left half written; return how many files that were."""
    left = [path for path in folder.rglob(f"{_ASIDE}????????") if path.is_file() and not path.is_symlink()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def put_below(path: Path, data: bytes) -> None:
    """Put `data` at `path`, making its folders; raises what `put` raises."""
    path.parent.mkdir(parents=True, exist_ok=True)
    put(path, data)


def put(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; raises OSError."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=_ASIDE)
    try:
        with os.fdopen(handle, "wb") as writer:
            writer.write(data)
            writer.flush()
            os.fsync(writer.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)
