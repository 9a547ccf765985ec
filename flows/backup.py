"""`tonghop backup` and `restore`: ledger and vault in one tar, taken while the service runs."""

from __future__ import annotations

import sqlite3
import tarfile
import tempfile
from pathlib import Path
from typing import ClassVar

from extractors.errors import TonghopError
from ledger.copying import copy_rows
from ledger.database import FILE
from ledger.ledger import Ledger
from ledger.store import Store


class BadBackup(TonghopError):
    """The backup cannot be made or taken back."""

    code = "SAO_LUU_LOI"
    reason: ClassVar[str] = "Không sao lưu hoặc khôi phục được: {detail}."
    remedy: ClassVar[str] = "Đề nghị kiểm tra đường dẫn và dung lượng đĩa."


# Made again by the next start, or of this machine only; everything else in the data folder is somebody's work.
_NOT_KEPT = {FILE, f"{FILE}-wal", f"{FILE}-shm", "store", "prefect", "logs", "service.lock", "nhip-dich-vu.json"}


def backup(data: Path, target: Path, ledger: Ledger | None = None) -> int:
    """Write ledger, originals and what the office declared into the tar `target`; return how many originals.

    The ledger is copied first: every original that it names is already in the vault. SQLite is copied by its own
    online backup; a `ledger` elsewhere (PostgreSQL) row by row, as it is at one moment. Raises BadBackup.
    """
    if ledger is None and not (data / FILE).exists():
        raise BadBackup(detail=f"không thấy sổ cái trong “{data}”")
    if target.exists():
        raise BadBackup(detail=f"tệp “{target}” đã có")
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / FILE
        if ledger is None:
            with sqlite3.connect(data / FILE) as source, sqlite3.connect(copy) as sink:
                source.backup(sink)
        else:
            _into_file(ledger, copy.parent)
        with tarfile.open(target, "x") as archive:
            archive.add(copy, arcname=FILE)
            for path in sorted((data / "store").glob("??/*")):
                archive.add(path, arcname=f"store/{path.parent.name}/{path.name}")
                count += 1
            for path in sorted(data.iterdir()):
                if path.name not in _NOT_KEPT:
                    archive.add(path, arcname=path.name)
    return count


def _into_file(ledger: Ledger, folder: Path) -> None:
    found = Ledger.at(folder)
    try:
        copy_rows(ledger, found)
        with found.engine.connect() as connection:  # everything into the one file
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        found.close()


def restore(source: Path, data: Path, ledger: Ledger | None = None) -> int:
    """Put a backup into the empty folder `data` and return how many originals it held.

    Its rows go into `ledger`, an empty one elsewhere (PostgreSQL), where one is given. Raises BadBackup, NotEmpty,
    Damaged.
    """
    if data.exists() and any(data.iterdir()):
        raise BadBackup(detail=f"thư mục “{data}” không trống")
    data.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(source) as archive:
            archive.extractall(data, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise BadBackup(detail=f"không mở được “{source}”") from error
    vault, found = Store(data / "store"), Ledger.at(data)
    try:
        held = found.originals()
        if ledger is not None:
            copy_rows(found, ledger)
    finally:
        found.close()
    if ledger is not None:
        for path in data.glob(f"{FILE}*"):  # two ledgers of one office would each tell a part
            path.unlink()
    for sha256 in held:
        vault.verify(sha256)
    return len(held)
