"""What this machine has: the tools that read scans and old formats, and the versions that matter."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

_TOOLS = {
    "soffice": ("LibreOffice (đọc .doc, .rtf, .odt)", "libreoffice-writer"),
    "tesseract": ("Tesseract (đọc bản quét)", "tesseract-ocr tesseract-ocr-vie"),
}
_PACKAGES = ("prefect", "fastapi", "sqlalchemy", "python-docx", "pdfplumber", "underthesea", "jinja2")


def doctor_lines() -> list[str]:
    """Return one line a tool or package: what is there, and how to get what is not."""
    lines = [f"Python {sys.version.split()[0]}"]
    for command, (words, packages) in _TOOLS.items():
        where = shutil.which(command)
        lines.append(f"{words}: {'có' if where else f'chưa có, cài các gói {packages}'}")
    if shutil.which("tesseract"):
        lines.append(f"Tiếng Việt cho Tesseract: {'có' if _has_vietnamese() else 'chưa có, cài gói tesseract-ocr-vie'}")
    for package in _PACKAGES:
        try:
            lines.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            lines.append(f"{package}: chưa có, chạy lại “make run”")
    return lines


def _has_vietnamese() -> bool:
    done = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    return "vie" in done.stdout.split()
