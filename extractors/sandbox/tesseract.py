"""Tesseract as an OcrEngine: one page image in, its TSV out."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from extractors.errors import Broken, NeedsOcr
from extractors.sandbox.limits import Limits
from extractors.sandbox.tool import run_tool


@cache
def tesseract_path() -> str | None:
    """Return the program with the Vietnamese model, None where either is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if "vie" in done.stdout.split() else None


class Tesseract:
    """Recognises page images one at a time with one thread: a core a page is fastest (research, 1.4)."""

    def __init__(self, limits: Limits, grant: Callable[[float], None] | None = None) -> None:
        self._limits = limits
        self._grant = grant

    def __call__(self, png: bytes, *, psm: int = 3) -> str:
        """Return the TSV of a page (psm 0: the orientation report); raises NeedsOcr, TimedOut, Broken."""
        program = tesseract_path()
        if program is None:
            raise NeedsOcr(detail="mọi trang")
        language = "osd" if psm == 0 else "vie"
        output = [] if psm == 0 else ["tsv"]
        with tempfile.TemporaryDirectory(prefix="tonghop-ocr-") as folder:
            image = Path(folder, "page.png")
            image.write_bytes(png)
            done = run_tool(
                [program, str(image), "stdout", "-l", language, "--psm", str(psm), *output],
                folder=Path(folder),
                seconds=self._limits.ocr_seconds,
                memory=self._limits.memory,
                env={"OMP_THREAD_LIMIT": "1"},
                grant=self._grant,
            )
        text = done.stdout.decode("utf-8", "replace")
        # A page without words has no orientation: Tesseract then fails with "Too few characters".
        if done.returncode != 0 and psm != 0 and not text:
            raise Broken(detail="không nhận dạng được ảnh trang")
        return text
