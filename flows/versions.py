"""By which version something was read or extracted: a digest of the code and word lists that did it."""

from __future__ import annotations

import hashlib
import shutil
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from extractors.sandbox.certificates import certificates
from flows.settings import settings


def _digest(*folders: str) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        package, _, inner = folder.partition("/")
        root = resources.files(package)
        for item in sorted(_files(root.joinpath(inner) if inner else root), key=lambda pair: pair[0]):
            digest.update(item[0].encode())
            digest.update(item[1].read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        name = f"{prefix}{item.name}"
        if item.is_dir() and item.name not in {"__pycache__"}:
            found.extend(_files(item, name + "/"))
        elif item.name.endswith((".py", ".txt")):
            found.append((name, item))
    return found


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Return the version of the readers; other tools (Tesseract, LibreOffice) or trusted certificates give another."""
    tools = "".join("1" if shutil.which(tool) else "0" for tool in ("tesseract", "soffice"))
    trusted = certificates(settings().trust)
    known = f"-{hashlib.sha256(repr(trusted).encode()).hexdigest()[:8]}" if trusted else ""
    return f"{_digest('extractors/readers', 'extractors/sandbox')}-{tools}{known}"


@lru_cache(maxsize=1)
def grammar_version() -> str:
    """Return the version of the grammars with their word lists."""
    return _digest("extractors/grammars", "extractors/lexicon")
