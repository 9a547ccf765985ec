"""The certificates by which an office knows who signed: a folder of its own."""

from __future__ import annotations

from pathlib import Path


def certificates(folder: Path | None) -> tuple[bytes, ...]:
    """Return the certificates that lie in `folder`, in order of name; none where there is no such folder."""
    if folder is None or not folder.is_dir():
        return ()
    names = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".pem", ".crt", ".cer", ".der"))
    return tuple(path.read_bytes() for path in names if path.stat().st_size < 1 << 20)
