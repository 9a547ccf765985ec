"""What the office writes of itself in Excel goes before what the plan says, for its days and its campaign only."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from templates.office import OfficeFacts
from templates.office_book import BadOfficeBook, OfficeBook, Told, empty_office_book, read_office_book

DAY = date(2031, 7, 8)


def filled(*rows: tuple[object, ...], short: tuple[tuple[str, str], ...] = ()) -> bytes:
    """The workbook as laid down, with rows that a clerk added below the prepared ones."""
    book = load_workbook(io.BytesIO(empty_office_book()))
    for row in rows:
        book.worksheets[0].append(list(row))
    for pair in short:
        book.worksheets[1].append(list(pair))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_as_laid_down_it_says_nothing_and_names_every_fact() -> None:
    assert read_office_book(empty_office_book()) == OfficeBook()
    sheet = load_workbook(io.BytesIO(empty_office_book())).worksheets[0]
    labels = [cell.value for cell in sheet["A"][6:]]
    assert len(labels) == len(set(labels)) == len(OfficeFacts.__dataclass_fields__)
    assert empty_office_book() == empty_office_book()


def test_the_same_name_twice_is_told_apart_by_days_and_campaign() -> None:
    data = filled(
        ("Họ và tên người ký báo cáo", "Người Cũ", None, "30/6/2031"),
        ("họ và tên  người ký báo cáo", "Người Mới", date(2031, 7, 1), None),
        ("Họ và tên người ký báo cáo", "Người Của Đợt", None, None, "DOT-MAU"),
        ("Địa danh", "Hải Châu"),
    )
    book = read_office_book(data)
    signed = [
        book.settings(day, names)["name"]
        for day, names in (
            (date(2031, 6, 30), ("dot-khac",)),
            (date(2031, 7, 1), ("dot-khac",)),
            (DAY, ("dot-mau", "Đợt mẫu")),
        )
    ]
    assert signed == ["Người Cũ", "Người Mới", "Người Của Đợt"]
    assert book.settings(DAY, ())["place"] == "Hải Châu"


def test_recipients_are_the_lines_of_a_cell() -> None:
    book = read_office_book(filled(("Nơi nhận báo cáo", "- UBND tỉnh (để b/c);\n- Lãnh đạo Sở;\n")))
    facts = OfficeFacts().override(book.settings(DAY, ()))
    assert facts.recipients == ("UBND tỉnh (để b/c)", "Lãnh đạo Sở")


def test_abbreviations_come_with_their_names() -> None:
    assert read_office_book(filled(short=(("VPS", "Văn phòng Sở"),))).short == (("VPS", "Văn phòng Sở"),)


def test_only_the_newest_of_valid_rows_counts() -> None:
    rows = (Told("title", "CHỦ TỊCH", date(2031, 1, 1)), Told("title", "PHÓ CHỦ TỊCH", date(2030, 1, 1)))
    assert OfficeBook(rows).settings(DAY, ()) == {"title": "CHỦ TỊCH"}
    assert OfficeBook(rows).settings(date(2029, 1, 1), ()) == {}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("Nơi ký", "An Hải"), "dòng 25: không có mục nào tên “Nơi ký”"),
        (("Địa danh", "An Hải", "32/1/2031"), "dòng 25: “32/1/2031” không phải ngày"),
        (("Địa danh", "An Hải", "2/1/2031", "1/1/2031"), "“Đến ngày” sớm hơn “Từ ngày”"),
    ],
)
def test_a_row_that_cannot_be_understood_is_named(row: tuple[object, ...], told: str) -> None:
    with pytest.raises(BadOfficeBook, match=told):
        read_office_book(filled(row))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no archive", "Địa danh: An Hải".encode()])
def test_what_is_no_workbook_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(BadOfficeBook, match="không mở được tệp"):
        read_office_book(data)
