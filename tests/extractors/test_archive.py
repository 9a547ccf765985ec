"""A zip of submissions: every member with a safe name, nothing unpacked without counting."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Dangerous, Encrypted, TooLarge, Truncated, Unreachable
from extractors.readers import archive
from extractors.readers.archive import read_archive, safe_name
from extractors.sandbox import archive_members
from tests.extractors.hostile import PLAIN


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members:
            package.writestr(name, data)
    return out.getvalue()


def test_members_in_order_with_composed_names() -> None:
    data = zipped(("Phòng A/KH.docx", b"1"), ("Pho\u0300ng B/BC.pdf", b"2"), ("Phòng A/", b""))
    assert read_archive(data) == [("Phòng A/KH.docx", b"1"), ("Phòng B/BC.pdf", b"2")]


def test_names_that_windows_wrote_without_saying_utf8() -> None:
    info = zipfile.ZipInfo("x" * len("Báo cáo.docx".encode()))
    data = zipped((info, b"1")).replace(b"x" * len("Báo cáo.docx".encode()), "Báo cáo.docx".encode())
    assert read_archive(data) == [("Báo cáo.docx", b"1")]


def test_junk_and_links_are_left_out() -> None:
    link = zipfile.ZipInfo("lien_ket")
    link.external_attr = 0o120777 << 16
    data = zipped(("__MACOSX/._a.docx", b"x"), ("a/.DS_Store", b"x"), (link, b"/etc/passwd"), ("a.docx", b"1"))
    assert read_archive(data) == [("a.docx", b"1")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_equal_names_are_told_apart() -> None:
    data = zipped(("a.docx", b"1"), ("../a.docx", b"2"), ("a.docx", b"3"))
    assert read_archive(data) == [("a.docx", b"1"), ("a (2).docx", b"2"), ("a (3).docx", b"3")]


def test_a_zip_inside_is_a_member_and_not_opened() -> None:
    inner = zipped(("b.docx", b"x"))
    assert read_archive(zipped(("trong.zip", inner))) == [("trong.zip", inner)]


def test_a_broken_member_does_not_hide_the_others() -> None:
    data = bytearray(zipped(("a.txt", bytes(1000) + b"x" * 1000), ("b.txt", "khác".encode())))
    data[40] ^= 0xFF  # inside the first member's compressed bytes
    found = dict(read_archive(bytes(data)))
    assert found["b.txt"] == "khác".encode() and set(found) == {"a.txt", "b.txt"}


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(*((f"{n}.docx", b"x" * 100) for n in range(20)))
    monkeypatch.setattr(archive, "MAX_INFLATED", 1000)
    with pytest.raises(Dangerous):
        read_archive(data)
    monkeypatch.setattr(archive, "MAX_ENTRIES", 10)
    with pytest.raises(TooLarge):
        read_archive(data)


def test_a_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(("a.docx", bytes(30 << 20)))
    monkeypatch.setattr(archive, "_inflate", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(Dangerous):
        read_archive(data)


def test_a_locked_member_locks_the_archive() -> None:
    data = bytearray(zipped(("a.docx", b"1")))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(Encrypted):
        read_archive(bytes(data))


NAMES = [
    ("../../etc/passwd", "etc/passwd"),
    ("/tuyệt/đối.docx", "tuyệt/đối.docx"),
    ("C:\\Users\\a\\BC.docx", "Users/a/BC.docx"),
    ("a/./b//c.docx", "a/b/c.docx"),
    ("..", "tệp không tên"),
    ("a\x00\n.docx", "a.docx"),
]


@pytest.mark.parametrize(("name", "wanted"), NAMES)
def test_safe_names(name: str, wanted: str) -> None:
    assert safe_name(name) == wanted


@given(st.text(max_size=40))
def test_no_name_leads_out(name: str) -> None:
    parts = safe_name(name).split("/")
    assert all(part and part not in (".", "..") for part in parts)
    assert not Path(safe_name(name)).is_absolute()


def test_only_a_plain_zip_has_members(tmp_path: Path) -> None:
    path = tmp_path / "nop.zip"
    path.write_bytes(zipped(("KH.docx", PLAIN.read_bytes())))
    assert archive_members(path) == [("KH.docx", PLAIN.read_bytes())]
    assert archive_members(PLAIN) == []
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(Truncated):
        archive_members(path)
    with pytest.raises(Unreachable):
        archive_members(tmp_path / "mất.zip")
