"""The parent's end of one child reader: starts it, asks it, kills it with all that it started."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.errors import Broken, Dangerous, TimedOut, TonghopError, TooLarge, by_code
from extractors.sandbox.limits import Limits

MAX_ANSWER = 256 << 20  # bytes: a document of 5 million letters with its blocks stays far below
MAX_SERVED = 200  # files: then a child is replaced, whatever its libraries may have kept
MAX_MEMORY = 700 << 20  # bytes of resident memory at its peak
Box = tuple[float, float, float, float]  # x0, top, x1, bottom in points
CHILD = "extractors.sandbox.child"
_START_SECONDS = 60.0
_ROOT = Path(__file__).resolve().parents[2]


class ChildDied(Exception):
    """The child ended without an answer; `code` is its return code, None where it was killed for its time."""

    def __init__(self, code: int | None, seconds: float) -> None:
        super().__init__(f"child reader ended with {code} after {seconds:.0f} s")
        self.code, self.seconds = code, seconds

    def verdict(self) -> TonghopError:
        """Return what the death says of the file."""
        if self.code is None or self.code == -signal.SIGXCPU:
            return TimedOut(seconds=round(self.seconds))
        if self.code == -signal.SIGKILL:
            return Dangerous(detail="đọc cần quá nhiều bộ nhớ")
        return Broken(detail="chương trình đọc dừng đột ngột")


class Worker:
    """One child process; not thread-safe: the pool lends it to one caller at a time."""

    def __init__(self, limits: Limits, roots: Path | None = None) -> None:
        self._limits = limits
        self._roots = [os.fspath(roots.absolute())] if roots else []
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._buffer = bytearray()
        self.served = 0

    def ask(self, path: Path, name: str) -> Document:
        """Return the document at `path`; raises the TonghopError that the child met, or ChildDied."""
        return Document.from_json(self._asked({"path": os.fspath(path.absolute()), "name": name})["document"])

    def pictures(self, path: Path, boxes: Sequence[tuple[int, Box]]) -> list[bytes | None]:
        """Return a PNG of each box of a scan; raises what `ask` raises."""
        told = [[page, *box] for page, box in boxes]
        found = self._asked({"path": os.fspath(path.absolute()), "name": "", "boxes": told})["pictures"]
        return [base64.b64decode(one) if one else None for one in found]

    def _asked(self, request: dict[str, Any]) -> dict[str, Any]:
        self._start()
        deadline = time.monotonic() + self._limits.seconds
        self._send(request)
        answer = self._answer(deadline, self._limits.seconds)
        self.served += 1
        if answer.get("tired") or self.served >= MAX_SERVED or answer.get("memory", 0) > MAX_MEMORY:
            self.stop()
        if "error" in answer:
            leaf = by_code().get(answer["error"]["code"], Broken)
            raise leaf(**answer["error"]["details"])
        return answer

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is None:
            return
        self.stop()
        self._folder = tempfile.TemporaryDirectory(prefix="tonghop-read-", ignore_cleanup_errors=True)
        path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", CHILD, json.dumps(self._limits.as_json()), *self._roots],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env={**os.environ, "PYTHONPATH": path, "TMPDIR": self._folder.name, "PYTHONHASHSEED": "0"},
            start_new_session=True,
        )
        self.served = 0
        self._answer(time.monotonic() + _START_SECONDS, _START_SECONDS)

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process is not None and self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # a child that is gone is found when its answer is read
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()

    def _answer(self, deadline: float, allowed: float) -> dict[str, Any]:
        most = deadline - allowed + self._limits.most_seconds
        while True:
            try:
                message = json.loads(self._line(deadline, allowed))
            except ValueError as error:
                self.stop()
                raise ChildDied(-1, allowed) from error
            if "grant" not in message:
                return dict(message)
            allowed = float(message["grant"])
            deadline = min(time.monotonic() + allowed, most)

    def _line(self, deadline: float, allowed: float) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            searched = 0
            while (end := self._buffer.find(b"\n", searched)) < 0:
                searched = len(self._buffer)
                left = deadline - time.monotonic()
                if left <= 0 or not selector.select(left):
                    self.stop()
                    raise ChildDied(None, allowed)
                chunk = os.read(pipe, 1 << 20)
                if not chunk:
                    code = self._process.wait()
                    self.stop()
                    raise ChildDied(code, allowed)
                self._buffer += chunk
                if len(self._buffer) > MAX_ANSWER:
                    self.stop()
                    raise TooLarge(detail="kết quả đọc quá lớn")
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        return line

    def stop(self) -> None:
        """Kill the child's whole process group and remove its temporary files; harmless when it is gone."""
        process, self._process = self._process, None
        self._buffer = bytearray()
        if process is not None:
            # The group outlives its leader where a tool still runs.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
