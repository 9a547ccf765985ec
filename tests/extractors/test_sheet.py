"""Excel lists as tables."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from extractors.document import Cell, Document
from extractors.errors import Broken, Dangerous
from extractors.readers.sheet import read_sheet, shown
from extractors.rendering import rendered


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def listing() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Điển hình"
    sheet["A1"], sheet["D1"] = "SỞ Y TẾ", "Mẫu số 01"
    sheet["A2"] = "DANH SÁCH TẬP THỂ, CÁ NHÂN TIÊU BIỂU"
    sheet.merge_cells("A2:D2")
    for row in (
        ["STT", "Họ và tên", "Ngày", "Tỷ lệ"],
        [1, "Trần Thị Bích", date(2022, 10, 31), 0.985],
        [2, "Lê Văn Út"],
    ):
        sheet.append(row)
    sheet["D4"].number_format = "0.0%"
    return book


def test_a_list_with_its_title() -> None:
    document = read_sheet(saved(listing()), "0" * 64)
    assert rendered(document) == (
        "SỞ Y TẾ\t\t\tMẫu số 01\nDANH SÁCH TẬP THỂ, CÁ NHÂN TIÊU BIỂU\nSTT\tHọ và tên\tNgày\tTỷ lệ\n"
        "1\tTrần Thị Bích\t31/10/2022\t98,5%\n2\tLê Văn Út\t\t"
    )
    heads = [document.block_text(b) for b in document.blocks if b.cell and b.cell.header]
    assert heads == ["STT", "Họ và tên", "Ngày", "Tỷ lệ"]
    assert document.blocks[-3].path == "trang tính “Điển hình”/dòng 5/ô 2"


def test_merged_cells_stand_once() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["TT", "Đơn vị", "Quý III", None], [None, None, "Giao", "Đạt"], [1, "Phòng A", 5, 6]):
        sheet.append(row)
    for place in ("A1:A2", "B1:B2", "C1:D1"):
        sheet.merge_cells(place)
    document = read_sheet(saved(book), "0" * 64)
    cells = [(b.cell, document.block_text(b)) for b in document.blocks]
    assert cells[:5] == [
        (Cell(1, 0, 0, rows=2, header=True), "TT"),
        (Cell(1, 0, 1, rows=2, header=True), "Đơn vị"),
        (Cell(1, 0, 2, cols=2, header=True), "Quý III"),
        (Cell(1, 1, 2, header=True), "Giao"),
        (Cell(1, 1, 3, header=True), "Đạt"),
    ]


VALUES = [
    (None, ""),
    (12, "12"),
    (12.0, "12"),
    (12.5, "12,5"),
    (0.1 + 0.2, "0,3"),
    (True, "Có"),
    (datetime.fromisoformat("2022-06-10"), "10/06/2022"),
    (datetime.fromisoformat("2022-06-10T14:30"), "10/06/2022 14:30"),
    ("  a ", "a"),
]


@pytest.mark.parametrize(("value", "wanted"), VALUES)
def test_values_as_an_office_writes_them(value: object, wanted: str) -> None:
    assert shown(value) == wanted


def test_a_hidden_sheet_is_named_not_read() -> None:
    book = listing()
    book.create_sheet("Nháp")["A1"] = "mật"
    book["Nháp"].sheet_state = "hidden"
    document = read_sheet(saved(book), "0" * 64)
    assert "mật" not in document.text
    assert document.unread == ("trang tính ẩn “Nháp”",)


def changed(change: tuple[str, bytes, bytes]) -> bytes:
    name, old, new = change
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(listing()))) as package, zipfile.ZipFile(out, "w") as copy:
        for member in package.namelist():
            data = package.read(member)
            copy.writestr(member, data.replace(old, new, 1) if member == name else data)
    return out.getvalue()


def test_a_claimed_size_does_not_run_on() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    data = changed((sheet, b"<sheetData>", b'<sheetData><row r="1"><c r="XFD1" t="inlineStr"><is><t/></is></c></row>'))
    assert isinstance(read_sheet(data, "0" * 64), Document)


def test_entities_are_refused() -> None:
    with pytest.raises(Dangerous):
        read_sheet(changed(("xl/workbook.xml", b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook')), "0" * 64)


def test_a_workbook_without_its_parts_is_broken() -> None:
    with pytest.raises(Broken):
        read_sheet(changed(("xl/workbook.xml", b"<sheets>", b"<sheetz>")), "0" * 64)
