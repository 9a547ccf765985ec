"""What is held can be proved, carried away and brought back; what was tampered with is found."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extractors.errors import TonghopError
from extractors.extract import extract
from extractors.readers.builder import plain
from flows.backup import backup, restore
from flows.verify import faults
from ledger.ledger import Ledger, Sighting
from ledger.store import Store
from tests.postgres import fresh_database, postgres, why_not

NOW = "2024-05-20T08:00:00+07:00"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    store, ledger = Store(folder / "store"), Ledger.at(folder)
    sha256 = store.put_bytes(b"noi dung")
    ledger.open_campaign("dot", "Đợt", NOW)
    ledger.record_sighting("dot", Sighting("a.docx", sha256, NOW, False), 8)
    ledger.record_states("dot", [("a.docx", sha256, "accepted", "Phòng A")])
    document = plain("BÁO CÁO\nPhòng đã tổ chức 02 lớp tập huấn ngày 12/4/2024.", sha256)
    ledger.record_reading(sha256, "v", document)
    ledger.record_facts(sha256, "v", extract(document))
    ledger.close()
    return folder


def told(folder: Path) -> list[str]:
    ledger = Ledger.at(folder)
    try:
        return faults(ledger, Store(folder / "store"))
    finally:
        ledger.close()


def test_all_is_well(data: Path) -> None:
    assert told(data) == []


def change(statement: str, folder: Path) -> None:
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        connection.execute(statement)


TAMPERED = [
    ("update events set detail = detail || 'x' where id = 1", "Nhật ký bị sửa", "an event was changed"),
    ("delete from events where id = 1", "Nhật ký bị sửa", "an event is gone"),
    ("update submissions set state = null", "chưa có trạng thái cuối", "an entry reached no end"),
]


@pytest.mark.parametrize(("statement", "words", "why"), TAMPERED)
def test_what_was_tampered_with_is_found(data: Path, statement: str, words: str, why: str) -> None:
    change(statement, data)
    assert any(words in line for line in told(data)), why


def test_a_changed_original_is_found(data: Path) -> None:
    (path,) = (data / "store").glob("??/*")
    path.chmod(0o644)
    path.write_bytes(b"noi dung khac")
    assert any("không còn nguyên vẹn" in line for line in told(data))


def test_a_backup_comes_back_whole(data: Path, tmp_path: Path) -> None:
    assert backup(data, tmp_path / "sao-luu.tar") == 1
    assert restore(tmp_path / "sao-luu.tar", tmp_path / "moi") == 1
    assert told(tmp_path / "moi") == []


def test_nothing_is_overwritten_by_backup_or_restore(data: Path, tmp_path: Path) -> None:
    backup(data, tmp_path / "sao-luu.tar")
    with pytest.raises(TonghopError, match="đã có"):
        backup(data, tmp_path / "sao-luu.tar")
    with pytest.raises(TonghopError, match="không trống"):
        restore(tmp_path / "sao-luu.tar", data)


@pytest.mark.skipif(why_not() is not None, reason=why_not() or "")
def test_a_ledger_goes_from_a_file_into_postgresql_and_back_with_its_chain_whole(data: Path, tmp_path: Path) -> None:
    (data / "campaigns").mkdir()
    (data / "campaigns" / "dot.yaml").write_text("title: Đợt", "utf-8")
    backup(data, tmp_path / "1.tar")
    with postgres() as server:
        ledger = Ledger(fresh_database(server))
        assert restore(tmp_path / "1.tar", tmp_path / "chung", ledger) == 1
        assert not (tmp_path / "chung" / "ledger.sqlite").exists()
        assert faults(ledger, Store(tmp_path / "chung" / "store")) == []
        ledger.claim(["van-ban/1"], "máy 1", 60)
        ledger.open_campaign("dot-2", "Đợt hai", NOW)  # numbered on after the rows that came with their numbers
        with pytest.raises(TonghopError, match="đã có dữ liệu"):
            restore(tmp_path / "1.tar", tmp_path / "khac", ledger)
        backup(tmp_path / "chung", tmp_path / "2.tar", ledger)
        ledger.close()
    restore(tmp_path / "2.tar", tmp_path / "ve")
    assert told(tmp_path / "ve") == []
    back = Ledger.at(tmp_path / "ve")
    assert back.campaigns() == [("dot", "Đợt"), ("dot-2", "Đợt hai")] and back.leased(["van-ban/1"]) == set()
    back.close()
    assert (tmp_path / "ve" / "campaigns" / "dot.yaml").read_text("utf-8") == "title: Đợt"
