"""`tonghop backup` and `restore`: ledger and vault in one tar, taken while the service runs."""

from __future__ import annotations

import sqlite3
import tarfile
import tempfile
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError
from ledger.database import FILE
from ledger.ledger import Ledger
from ledger.store import Store


class BadBackup(TonghopError):
    """The backup cannot be made or taken back."""

    code = "SAO_LUU_LOI"
    reason: ClassVar[str] = "Không sao lưu hoặc khôi phục được: {detail}."
    remedy: ClassVar[str] = "Đề nghị kiểm tra đường dẫn và dung lượng đĩa."


def backup(data: Path, target: Path) -> int:
    """Write ledger and originals of `data` into the tar `target` and return how many originals; raises BadBackup.

    The database is copied by SQLite's own online backup, first: every original that it names is already in the vault.
    """
    if not (data / FILE).exists():
        raise BadBackup(detail=f"không thấy sổ cái trong “{data}”")
    if target.exists():
        raise BadBackup(detail=f"tệp “{target}” đã có")
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / FILE
        with sqlite3.connect(data / FILE) as source, sqlite3.connect(copy) as sink:
            source.backup(sink)
        with tarfile.open(target, "x") as archive:
            archive.add(copy, arcname=FILE)
            for path in sorted((data / "store").glob("??/*")):
                archive.add(path, arcname=f"store/{path.parent.name}/{path.name}")
                count += 1
    return count


def restore(source: Path, data: Path) -> int:
    """Put a backup into the empty folder `data` and return how many originals it held; raises BadBackup, Damaged."""
    if data.exists() and any(data.iterdir()):
        raise BadBackup(detail=f"thư mục “{data}” không trống")
    data.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(source) as archive:
            archive.extractall(data, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise BadBackup(detail=f"không mở được “{source}”") from error
    vault, ledger = Store(data / "store"), Ledger.at(data)
    try:
        held = ledger.originals()
    finally:
        ledger.close()
    for sha256 in held:
        vault.verify(sha256)
    return len(held)
