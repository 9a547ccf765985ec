"""The campaign's folder of drafts: files appear whole, and what a clerk changed in Word is never overwritten."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
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
FRESH = " (máy lập mới)"


class Outbox:
    """Publishes drafts into one folder and remembers the hash of each, to tell its own file from an edited one.

    A file that was edited since, or that Word holds open just now (its "~$" file lies beside it), stays as it is; the
    new draft is laid beside it with FRESH in its name.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._record = folder / _RECORD
        self._known: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            self._known = dict(json.loads(self._record.read_text("utf-8")))

    def publish(self, name: str, data: bytes) -> Path:
        """Put `data` under `name` ("phan-hoi/X.docx" too) and return where it lies; raises OSError."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if self._theirs(name, target, data):
            target = target.with_name(f"{target.stem}{FRESH}{target.suffix}")
        else:
            target.with_name(f"{target.stem}{FRESH}{target.suffix}").unlink(missing_ok=True)
            self._known[name] = hashlib.sha256(data).hexdigest()
        put(target, data)
        put(self._record, (json.dumps(self._known, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode())
        return target

    def edited(self, name: str) -> bool:
        """Return whether someone changed the file since it was published."""
        target = self.folder / name
        try:
            return hashlib.sha256(target.read_bytes()).hexdigest() != self._known.get(name)
        except OSError:
            return False

    def _theirs(self, name: str, target: Path, data: bytes) -> bool:
        if not target.exists():
            return False
        if target.with_name(f"~${target.name}").exists() or target.with_name(f"~${target.name[2:]}").exists():
            return True
        # The same bytes again harm nobody, whoever wrote them.
        return self.edited(name) and target.read_bytes() != data


def sweep(folder: Path) -> int:
    """Remove below `folder` what a killed process left half written; return how many files that were."""
    left = [path for path in folder.rglob(f"{_ASIDE}????????") if path.is_file() and not path.is_symlink()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


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
