"""The only way from a path to a Document: through a child process under limits, kept warm between files."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from extractors.document import Document
from extractors.errors import TonghopError, TooLarge, Unreachable
from extractors.readers.archive import read_archive
from extractors.readers.guard import MAX_FILE
from extractors.readers.sniff import sniff
from extractors.sandbox.limits import Limits
from extractors.sandbox.worker import Box, ChildDied, Worker

T = TypeVar("T")

__all__ = ["Limits", "Reader", "archive_members", "read"]


class Reader:
    """A pool of child readers; a context manager, safe to call from many threads.

    A child starts with the first file that needs it and is replaced when it dies, tires or has served its share.
    `roots` is a folder of certificates (.pem, .crt, .cer, .der) that signers are trusted by.
    """

    def __init__(self, workers: int = 2, limits: Limits | None = None, roots: Path | None = None) -> None:
        self._limits = limits or Limits()
        self._workers = max(1, workers)
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()  # the warmest first
        self._all = [Worker(self._limits, roots) for _ in range(self._workers)]
        for worker in self._all:
            self._idle.put(worker)

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End all children; the next read starts new ones."""
        for worker in self._all:
            worker.stop()

    def read(self, path: Path, name: str | None = None) -> Document:
        """Return the document at `path`, called `name`; raises errors.Unreadable or Unreachable."""
        return self._lent(lambda worker: worker.ask(path, path.name if name is None else name))

    def pictures(self, path: Path, boxes: Sequence[tuple[int, Box]]) -> list[bytes | None]:
        """Return a small PNG for each (page, box) of a scan, None where there is none; raises what `read` raises."""
        return self._lent(lambda worker: worker.pictures(path, boxes))

    def _lent(self, question: Callable[[Worker], T]) -> T:
        worker = self._idle.get()
        try:
            return _ask(worker, question)
        except BaseException as error:
            if not isinstance(error, TonghopError):
                worker.stop()  # interrupted halfway, its answer would meet the next question
            raise
        finally:
            self._idle.put(worker)

    def read_many(self, files: Iterable[tuple[Path, str]]) -> list[Document | TonghopError]:
        """Return the outcome of each (path, name), in their order; all children work at once."""

        def one(item: tuple[Path, str]) -> Document | TonghopError:
            try:
                return self.read(*item)
            except TonghopError as error:
                return error

        with ThreadPoolExecutor(self._workers) as threads:
            return list(threads.map(one, files))


def _ask(worker: Worker, question: Callable[[Worker], T]) -> T:
    used = worker.served > 0
    try:
        return question(worker)
    except ChildDied as death:
        if not used or death.code is None:
            raise death.verdict() from death
    # What earlier files left behind may have killed it: a fresh child decides.
    try:
        return question(worker)
    except ChildDied as death:
        raise death.verdict() from death


def read(path: Path, limits: Limits | None = None, name: str | None = None) -> Document:
    """Return the document at `path` by a child of its own; raises errors.Unreadable or Unreachable."""
    with Reader(1, limits) as reader:
        return reader.read(path, name)


def archive_members(path: Path) -> list[tuple[str, bytes]]:
    """Return (name, bytes) of the files inside where `path` holds a zip of documents, else an empty list.

    Raises Unreachable, Truncated, Broken, Encrypted, TooLarge, Dangerous.
    """
    try:
        with path.open("rb") as handle:
            if handle.read(4) not in (b"PK\x03\x04", b"PK\x05\x06"):
                return []
        if path.stat().st_size > MAX_FILE:
            raise TooLarge(detail=f"tối đa {MAX_FILE >> 20} MB")
        data = path.read_bytes()
    except OSError as error:
        raise Unreachable(detail=error.strerror or "lỗi đọc đĩa") from error
    return read_archive(data) if sniff(data) == "zip" else []
