"""Every call that touches the disk, as a numbered point at which a test may kill the process or let the disk fail."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

Act = Callable[[str], None]


class _Slow(io.BufferedIOBase):
    """A file whose every write lands in two halves, with a point between them."""

    def __init__(self, whole: Any, point: Act) -> None:
        self._whole, self._point = whole, point

    def write(self, data: Any) -> int:
        self._point("write")
        self._whole.write(data[: len(data) // 2])
        self._whole.flush()
        self._point("half")
        self._whole.write(data[len(data) // 2 :])
        return len(data)

    def flush(self) -> None:
        if not self._whole.closed:
            self._whole.flush()

    def fileno(self) -> int:
        return int(self._whole.fileno())

    def close(self) -> None:
        self._whole.close()
        super().close()


@contextmanager
def points(act: Act) -> Iterator[None]:
    """Call `act` with the name of the call before it ("rename") and, where it changes something, after it ("renamed").

    `act` kills the process, raises, or only counts.
    """
    with pytest.MonkeyPatch.context() as patch:

        def around(owner: Any, name: str, done: str) -> None:
            real = getattr(owner, name)

            def watched(*args: Any, **named: Any) -> Any:
                act(name)
                found = real(*args, **named)
                act(done)
                return found

            patch.setattr(owner, name, watched)

        for owner, name in ((os, "fsync"), (Path, "rename"), (Path, "replace"), (Path, "chmod"), (Path, "unlink")):
            around(owner, name, f"{name} done")
        around(tempfile, "mkstemp", "mkstemp done")
        around(DefaultDialect, "do_commit", "do_commit done")
        opened, fdopened, made = Path.open, os.fdopen, Path.mkdir

        def watched_open(self: Path, mode: str = "r", *args: Any, **named: Any) -> Any:
            if mode not in {"xb", "rb"}:
                return opened(self, mode, *args, **named)
            act(f"open {mode}")
            found = opened(self, mode, *args, **named)
            return _Slow(found, act) if mode == "xb" else found

        def watched_mkdir(self: Path, *args: Any, **named: Any) -> None:
            if not self.is_dir():
                act("mkdir")
            made(self, *args, **named)

        patch.setattr(Path, "open", watched_open)
        patch.setattr(Path, "mkdir", watched_mkdir)
        patch.setattr(os, "fdopen", lambda *args, **named: _Slow(fdopened(*args, **named), act))

        def watched_statement(*args: Any) -> None:
            if args[2].split(None, 1)[0] in {"INSERT", "UPDATE", "DELETE", "CREATE"}:
                act("statement")

        event.listen(Engine, "before_cursor_execute", watched_statement)
        try:
            yield
        finally:
            event.remove(Engine, "before_cursor_execute", watched_statement)
