"""The campaign's folder of drafts: files appear whole, and what a clerk changed in Word is never overwritten."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

from extractors.errors import TonghopError
from templates.lots import Draft, Lots


class NotWritten(TonghopError):
    """The folder of results does not take what is written."""

    code, why_not, transient = "CHUA_GHI_DUOC", "not_written", True
    reason: ClassVar[str] = "Chưa ghi được kết quả ({detail})."
    remedy: ClassVar[str] = "Hệ thống sẽ tự thử lại; đề nghị kiểm tra dung lượng và quyền ghi của thư mục kết quả."


_ASIDE = ".tmp-"
_RECORD, _LOCK = ".da-ghi.json", ".dang-ghi"
_BASES, _KEPT = ".ban-goc", ".ban-da-sua"  # drafts as handed out, and as a clerk left them before a join
Join = Callable[[bytes, bytes, bytes], bytes]
FRESH = " (máy lập mới)"


class Outbox:
    """Publishes drafts into one folder and remembers the hash of each, to tell its own file from an edited one.

    What was edited since is joined with the new draft by `join` (handed out, edited, new: their union), the edited one
    kept in a hidden folder. Where nothing can be joined, or Word holds the file open just now (its "~$" file lies
    beside it), it stays as it is and the new draft is laid beside it with FRESH in its name; so is that one when it
    was edited in its turn.
    """

    def __init__(self, folder: Path, join: Join | None = None) -> None:
        self.folder, self._join = folder, join
        folder.mkdir(parents=True, exist_ok=True)
        self._record = folder / _RECORD
        self._known: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            self._known = dict(json.loads(self._record.read_text("utf-8")))

    def publish(self, name: str, data: Draft) -> Path:
        """Put `data` under `name` ("phan-hoi/X.docx" too) and return where it lies; raises OSError."""
        if isinstance(data, Lots):
            return self._publish_long(name, data)
        target, digest = self.folder / name, hashlib.sha256(data).hexdigest()
        if self._stands(name, digest):
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        shown: bytes | None = data
        if self.held_open(name):
            shown = None
        elif target.exists() and self.edited(name) and _digest(target) != digest:
            if self._offered(name, data):
                return target  # the clerk has had this very draft: nothing is new
            shown = self._joined(name, target.read_bytes(), data)
            if shown is None:
                self._remember(name, data)
        if shown is None:
            return self._lay_beside(name, data)
        self._note(name, digest)
        put(target, shown)
        if (beside := self.beside(name)) and not self.edited(_beside(name)):
            beside.unlink(missing_ok=True)
        self._remember(name, data)
        self._known[name] = self._known[name].split()[-1]  # the next record forgets the older ones
        return target

    def _publish_long(self, name: str, lots: Lots) -> Path:
        """Put a draft that is too long to be held; one that cannot lie where it belongs is read back."""
        target, digest = self.folder / name, hashlib.sha256()
        with _aside(self.folder, _hashed(lots, digest)) as written:
            if self._stands(name, digest.hexdigest()):
                return target
            if self.edited(name) or self.held_open(name) or self.beside(name):
                return self.publish(name, written.read_bytes())
            self._note(name, digest.hexdigest())
            _lay(written, target)
        self._known[name] = digest.hexdigest()  # the next record forgets the older ones
        return target

    def _stands(self, name: str, digest: str) -> bool:
        """Return whether that very draft lies there, and all about it is noted: nothing is left to write."""
        if self._known.get(name) != digest or self.beside(name):
            return False
        remembered = [self.folder / _BASES / name] if self._join is not None and name.endswith(".docx") else []
        try:
            return all(_digest(path) == digest for path in (self.folder / name, *remembered))
        except OSError:
            return False

    def beside(self, name: str) -> Path | None:
        """Return the newer draft that was laid beside `name`, None where there is none."""
        path = self.folder / _beside(name)
        return path if path.exists() else None

    def _lay_beside(self, name: str, data: bytes) -> Path:
        """Lay the draft beside a file that must stay, under a name that no clerk's work lies under."""
        turn = 1
        while self.edited(_beside(name, turn)) and (self.folder / _beside(name, turn)).read_bytes() != data:
            turn += 1
        free = _beside(name, turn)
        self._note(free, hashlib.sha256(data).hexdigest())
        put(self.folder / free, data)
        return self.folder / free

    def _remember(self, name: str, data: bytes) -> None:
        if self._join is not None and name.endswith(".docx"):
            put_below(self.folder / _BASES / name, data)

    def _offered(self, name: str, data: bytes) -> bool:
        base = self.folder / _BASES / name
        return self._join is not None and base.exists() and base.read_bytes() == data

    def _joined(self, name: str, edited: bytes, data: bytes) -> bytes | None:
        """Return the edited draft with the news brought in, None where that cannot be done."""
        base = self.folder / _BASES / name
        if self._join is None or not name.endswith(".docx") or not base.exists():
            return None
        try:
            joined = self._join(base.read_bytes(), edited, data)
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
            return _digest(target) not in self._known.get(name, "").split()
        except OSError:
            return False

    def held_open(self, name: str) -> bool:
        """Return whether Word holds the file open just now."""
        target = self.folder / name
        # Word drops the first two letters of a long name from the name of its lock file.
        locks = (f"~${target.name}", f"~${target.name[2:]}")
        return target.exists() and any(target.with_name(lock).exists() for lock in locks)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder for one writer at a time: the watcher and a form's run may draft the same campaign.

    A share that knows no locks is written without one; raises OSError only where the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            lock = stack.enter_context((folder / _LOCK).open("a"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, which is never held whole: results and evidence page come to 50 MB each."""
    with path.open("rb") as reader:
        return hashlib.file_digest(reader, "sha256").hexdigest()


def _beside(name: str, turn: int = 1) -> str:
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}{FRESH}{f' {turn}' if turn > 1 else ''}{path.suffix}"))


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
    with _aside(path.parent, (data,)) as written:
        _lay(written, path)


@contextlib.contextmanager
def _aside(folder: Path, lots: Iterable[bytes]) -> Iterator[Path]:
    """Write `lots` into a file of the folder that nobody looks at, and remove it where it was not laid."""
    handle, aside = tempfile.mkstemp(dir=folder, prefix=_ASIDE)
    try:
        with os.fdopen(handle, "wb") as writer:
            writer.writelines(lots)
        yield Path(aside)
    finally:
        Path(aside).unlink(missing_ok=True)


def _lay(written: Path, path: Path) -> None:
    """Put a whole file in the place of another; it is on the disk before it has the name."""
    with written.open("r+b") as writer:
        os.fsync(writer.fileno())
    written.chmod(0o644)
    written.replace(path)


def _hashed(lots: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    for lot in lots:
        digest.update(lot)
        yield lot
