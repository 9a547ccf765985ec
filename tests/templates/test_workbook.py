"""The tracking book: what stands in it, that it prints, and that no text of a document is ever a formula."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from checks.decision import Answer, Decision
from checks.nominees import Part
from templates.letters import Campaign
from templates.vocabulary import word
from templates.workbook import tracking_book
from tests.templates import made
from tests.templates.test_report import ENGLISH, hostile

CAMPAIGN = made.campaign()


def opened(campaign: Campaign = CAMPAIGN) -> Workbook:
    return load_workbook(io.BytesIO(tracking_book(campaign)))


def rows(book: Workbook, sheet: str) -> list[tuple[str, ...]]:
    return [tuple(str(cell or "") for cell in row) for row in book[sheet].iter_rows(min_row=4, values_only=True)]


def test_the_register_has_the_columns_of_the_decree_in_the_order_of_arrival() -> None:
    table = rows(opened(), "Văn bản đến")
    assert table[0][:9] == (
        "Số đến", "Ngày đến", "Đơn vị gửi", "Số, ký hiệu", "Ngày văn bản", "Tên loại", "Trích yếu", "Người ký", "Chức vụ",
    )  # fmt: skip
    assert [row[1] for row in table[1:]] == ["18/6/2031", "19/6/2031", "24/6/2031"]
    assert table[2][11] == "Không đọc được"
    assert "Đề nghị mở bằng Word" in table[2][12]


def test_the_matrix_shows_each_unit_against_each_must_duty() -> None:
    table = rows(opened(), "Đối chiếu")
    assert len(table[0]) == 2 + 5  # the general duty is left out
    assert table[3][1:4] == ("Trung tâm Kiểm soát bệnh tật", "Nộp muộn (chưa kết luận)", "Đạt một phần (chưa kết luận)")
    assert table[4][2] == "Không đọc được (chưa kết luận)"
    colours = {opened()["Đối chiếu"].cell(row, 3).fill.start_color.rgb for row in (6, 7, 8)}
    assert len(colours) == 3


def test_findings_carry_their_evidence_and_decisions_their_author() -> None:
    subject = f"R2@{made.UNITS[2]}"
    decision = Decision(subject, Answer.ACCEPT, "Người Mẫu", "2031-07-04T08:30:00", reason="Đã kiểm tra thực tế")
    book = opened(made.campaign(decision))
    row = next(row for row in rows(book, "Kết quả") if row[1] == made.UNITS[2] and row[2] == "II.2")
    assert row[6] == "Đạt"
    assert row[10].startswith("Trung tâm đã xây dựng 01 mô hình")
    assert row[12] == "Chấp nhận"
    assert rows(book, "Kết luận")[1][1:7] == (
        made.UNITS[2],
        "Xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc",
        "Chấp nhận",
        "Đã kiểm tra thực tế",
        "Người Mẫu",
        "2031-07-04 08:30",
    )


def test_a_general_duty_that_nobody_met_is_not_listed_as_lacking() -> None:
    general = [row for row in rows(opened(), "Kết quả") if row[4] == "Nội dung chung"]
    assert [row[6] for row in general] == ["Đạt", "Đạt"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_begins_like_a_formula_is_text(start: str) -> None:
    name = f'{start}HYPERLINK("http://x","nhấn vào đây")'
    book = opened(hostile(name))
    found = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value == name]
    assert len(found) >= 3
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found)


def test_control_characters_and_endless_names_do_not_spoil_the_file() -> None:
    assert opened(hostile("a\x00\x07" + "b" * 40_000))["Đối chiếu"]["B7"].value.startswith("a␀␇b")


def test_it_prints_on_a4_with_frozen_heads_and_filters() -> None:
    for sheet in opened():
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.title == word("chart", "title"):
            continue  # charts are no table: nothing to freeze or to filter
        assert sheet.freeze_panes == "C5"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.auto_filter.ref.startswith("A4:")


def test_the_same_input_gives_the_same_bytes_and_no_english() -> None:
    assert tracking_book(CAMPAIGN) == tracking_book(made.campaign())
    told = " ".join(
        str(cell) for sheet in opened() for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )
    assert ENGLISH.findall(told.replace("docx", "")) == []


def test_an_empty_campaign_still_opens() -> None:
    book = opened(replace(CAMPAIGN, submissions=(), findings=()))
    assert len(rows(book, "Văn bản đến")) == 1


def test_exemplars_carry_what_a_person_concluded() -> None:
    first, second = made.nominated()
    at = "2031-07-04T08:30:00"
    words = [
        first.tick("Người Mẫu", at),
        first.mend(Part.AWARD, "Giấy khen của Giám đốc Sở", "Người Mẫu", at),
        second.strike("Người Mẫu", at, "Trùng với đợt trước"),
    ]
    book = opened(made.campaign(on_people=words))
    assert rows(book, "Điển hình")[1][-1] == "Chọn; đề nghị Giấy khen của Giám đốc Sở"
    assert [row[2:5] for row in rows(book, "Kết luận")[1:]] == [
        (f"Điển hình: {n.read.name}", answer, reason)
        for n, answer, reason in sorted(
            ((first, "Chọn", ""), (second, "Gạch bỏ", "Trùng với đợt trước")), key=lambda row: row[0].place
        )
    ]
    assert rows(opened(), "Điển hình")[1][-1] == "Chưa kết luận"
