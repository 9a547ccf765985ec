"""The office's own files: laid down once, never written over, and every output speaks from them."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from flows import handover
from flows.office_files import OWN_TEMPLATES, lay_down, office_stamps, own_facts, own_templates
from templates.office_book import OFFICE_BOOK, OfficeBook
from templates.word import REPORT, BadTemplate
from tests.flows import tiny


def write(data: Path, **facts: str) -> None:
    """A clerk fills in the book and saves it."""
    lay_down(data)
    book = load_workbook(data / OFFICE_BOOK)
    for row in book.worksheets[0].iter_rows(min_row=7):
        row[1].value = facts.pop(str(row[0].value), row[1].value)
    assert not facts
    book.save(data / OFFICE_BOOK)


def text(path: Path) -> str:
    """All text of a Word file, tables too."""
    body = docx.Document(io.BytesIO(path.read_bytes())).element.body
    return "\n".join("".join(p.itertext("{*}t")) for p in body.iter("{*}p"))


def test_what_lies_there_is_the_offices_own(tmp_path: Path) -> None:
    lay_down(tmp_path)
    assert own_facts(tmp_path) == OfficeBook() and own_templates(tmp_path) == {}
    (tmp_path / OFFICE_BOOK).write_bytes(b"mine")
    mine = tmp_path / OWN_TEMPLATES / REPORT
    mine.write_bytes(b"mine")
    lay_down(tmp_path)
    assert (tmp_path / OFFICE_BOOK).read_bytes() == mine.read_bytes() == b"mine"
    assert own_templates(tmp_path) == {REPORT: b"mine"}


def test_a_change_of_the_offices_files_shows(tmp_path: Path) -> None:
    lay_down(tmp_path)
    before = office_stamps(tmp_path)
    assert [name for name, _ in before] == [OFFICE_BOOK]
    (tmp_path / OFFICE_BOOK).write_bytes(b"longer than nothing")
    assert office_stamps(tmp_path) != before
    assert office_stamps(None) == ()


def test_every_output_speaks_from_the_offices_facts(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    write(
        data,
        **{
            "Địa danh": "Cửa Bắc",
            "Họ và tên người ký báo cáo": "Trần Thị Ký",
            "Họ và tên người ký công văn": "Lê Văn Lệnh",
            "Nơi gửi báo cáo": "Thường trực Ủy ban",
            "Đầu mối liên hệ": "Ông Phạm Văn Mối",
        },
    )
    folder = tiny.build(tmp_path / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1)})
    work = tiny.shop(folder, data)
    try:
        found = tiny.steps(work, None)
        handover.hand_over(found, work.campaign, tiny.DAY, out, data)
    finally:
        work.ledger.close()
    report, letter = text(out / REPORT), text(out / "cong-van-don-doc.docx")
    assert "Cửa Bắc, ngày" in report and "Trần Thị Ký" in report and "Kính gửi: Thường trực Ủy ban" in report
    assert "Cửa Bắc, ngày" in letter and "Lê Văn Lệnh" in letter and "Ông Phạm Văn Mối" in letter


def test_a_broken_template_writes_over_no_draft(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    folder = tiny.build(tmp_path / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1)})
    broken = docx.Document()
    broken.add_paragraph("Kính gửi: {{ don_vi_la }}")
    (data / OWN_TEMPLATES).mkdir(parents=True)
    broken.save(str(data / OWN_TEMPLATES / "phan-hoi.docx"))
    out.mkdir()
    (out / REPORT).write_bytes(b"as it was")
    work = tiny.shop(folder, data)
    try:
        found = tiny.steps(work, None)
        with pytest.raises(BadTemplate, match="don_vi_la"):
            handover.hand_over(found, work.campaign, tiny.DAY, out, data)
    finally:
        work.ledger.close()
    assert (out / REPORT).read_bytes() == b"as it was"
    assert (out / "results.json").is_file()
