"""The child reader: takes one path a line from its parent, answers one JSON line; started with `python -m`.

It loads neither Prefect nor the grammars, so that it starts in a fraction of a second.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from extractors.errors import Broken, Dangerous, TonghopError, TooLarge, Unreachable
from extractors.readers import docx as _warm  # noqa: F401 (most files are Word files: load their reader at once)
from extractors.readers.crops import pictures
from extractors.readers.door import read_bytes
from extractors.readers.guard import MAX_FILE
from extractors.readers.tools import Tools
from extractors.sandbox.certificates import certificates
from extractors.sandbox.libreoffice import LibreOffice
from extractors.sandbox.limits import Limits, bind, bind_processor
from extractors.sandbox.tesseract import Tesseract, tesseract_path

_PASSING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ESTALE})


class Child:
    """Serves one parent until its pipe closes."""

    def __init__(self, limits: Limits, out: BinaryIO, roots: Path | None = None) -> None:
        self._limits = limits
        self._out = out
        engine = Tesseract(limits, self.grant) if limits.ocr_seconds > 0 and tesseract_path() else None
        self._tools = Tools(engine, LibreOffice(limits, self.grant), certificates(roots))

    def say(self, message: dict[str, Any]) -> None:
        """Write one line to the parent."""
        self._out.write(json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._out.flush()

    def grant(self, seconds: float) -> None:
        """Ask the parent to wait `seconds` from now, and let the processor run as long."""
        bind_processor(seconds)
        self.say({"grant": seconds})

    def serve(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one request: the document or the pictures, or the error with its code and details."""
        bind_processor(self._limits.seconds)
        try:
            data = _bytes(Path(request["path"]))
            if b"%PDF-" in data[:1024]:
                self.grant(self._limits.pdf_seconds + self._limits.page_seconds * _pages(data))
            if "boxes" in request:
                boxes = [(int(page), (x0, top, x1, bottom)) for page, x0, top, x1, bottom in request["boxes"]]
                return {"pictures": [base64.b64encode(one).decode() if one else "" for one in pictures(data, boxes)]}
            digest = hashlib.sha256(data).hexdigest()
            return {"document": read_bytes(data, request["name"], digest, self._tools).as_json()}
        except TonghopError as error:
            return _told(error)
        except MemoryError:
            return _told(Dangerous(detail="đọc cần quá nhiều bộ nhớ")) | {"tired": True}
        except RecursionError:
            return _told(Dangerous(detail="các phần lồng nhau quá sâu"))
        except OSError as error:
            passing = error.errno in _PASSING
            leaf = Unreachable(detail=error.strerror or "lỗi đĩa") if passing else _unforeseen(error)
            return _told(leaf)
        except Exception as error:  # whatever a hostile file leads a library into is the file's fault
            return _told(_unforeseen(error))


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise TooLarge(detail=f"{size >> 20} MB, tối đa {MAX_FILE >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise Unreachable(detail=error.strerror or "lỗi đọc đĩa") from error


def _pages(data: bytes) -> int:
    """Return how many pages a PDF claims, for its time limit only; counting is safe where drawing is not."""
    try:
        import pypdfium2

        document = pypdfium2.PdfDocument(data)
        try:
            return min(len(document), 300)
        finally:
            document.close()
    except Exception:  # an unreadable PDF gets the plain limit
        return 0


def _told(error: TonghopError) -> dict[str, Any]:
    return {"error": {"code": error.code, "details": {key: _plain(value) for key, value in error.details.items()}}}


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def _unforeseen(error: Exception) -> Broken:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "extractors" in frame.filename]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return Broken(detail="cấu trúc bên trong không đúng", where=f"{type(error).__name__} {where}".strip())


def main() -> None:
    """Serve the parent at the other end of standard input and output."""
    limits = Limits(**json.loads(sys.argv[1])) if len(sys.argv) > 1 else Limits()
    bind(limits)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not speak in the answers
    child = Child(limits, out, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    child.say({"ready": True})
    for line in sys.stdin.buffer:
        answer = child.serve(json.loads(line))
        child.say(answer | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10})


if __name__ == "__main__":
    main()
