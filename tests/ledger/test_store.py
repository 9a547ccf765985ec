"""The vault holds what it was given, whole, once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ledger.store import Damaged, Store


def test_a_file_is_held_once_under_its_own_hash(tmp_path: Path) -> None:
    source = tmp_path / "Kế hoạch.docx"
    source.write_bytes(b"noi dung" * 1000)
    store = Store(tmp_path / "store")
    sha256, size = store.put(source)
    again, _ = store.put(source)
    assert sha256 == again == hashlib.sha256(source.read_bytes()).hexdigest()
    assert size == 8000 and store.path(sha256).read_bytes() == source.read_bytes()
    held = [path for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert held == [store.path(sha256)]
    assert source.exists(), "the inbox is never touched"


def test_what_is_held_cannot_be_written_and_damage_shows(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sha256 = store.put_bytes(b"abc")
    assert store.path(sha256).stat().st_mode & 0o222 == 0
    store.verify(sha256)
    store.path(sha256).chmod(0o644)
    store.path(sha256).write_bytes(b"abd")
    with pytest.raises(Damaged) as caught:
        store.verify(sha256)
    assert "không còn nguyên vẹn" in caught.value.message


def test_a_killed_copy_is_swept_and_never_held(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / ".tmp-1-dead").write_bytes(b"half")
    assert store.sweep() == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63])
def test_no_path_is_made_from_anything_but_a_hash(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        Store(tmp_path).path(name)
