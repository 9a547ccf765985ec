"""The inspection sheet asks about what is lacking, with the sentence; the proposal names those who lack most first."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from checks.ruling import standing
from templates.format import check_format
from templates.inspection import inspection_proposal, inspection_sheet
from tests.templates import made
from tests.templates.test_brief import SAMPLES, sample
from tests.templates.test_report import text

MADE = made.campaign()


def rows(data: bytes, head: str) -> list[list[str]]:
    for table in docx.Document(io.BytesIO(data)).tables:
        if any(cell.text == head for cell in table.rows[0].cells):
            return [[cell.text for cell in row.cells] for row in table.rows][1:]
    return []


def test_the_sheet_asks_about_each_gap_with_reason_and_sentence() -> None:
    asked = rows(inspection_sheet(MADE, made.UNITS[2]), "Câu trong văn bản cần hỏi")
    assert [row[1] for row in asked] == [
        "Gửi báo cáo kết quả thực hiện về Văn phòng Sở",  # it came late, and nobody has said what that means
        "Xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc",
    ]
    (_, _, result, sentence, empty) = asked[1]
    assert result.startswith("Đạt một phần: Có 01 mô hình")
    assert "“Trung tâm đã xây dựng 01 mô hình" in sentence and "đoạn 1" in sentence
    assert empty == ""  # room for what the inspection finds


def test_a_unit_without_gaps_has_a_sheet_that_says_so() -> None:
    told = text(inspection_sheet(MADE, made.UNITS[1]))
    assert "Qua đối chiếu văn bản, chưa thấy nội dung còn thiếu." in told


@pytest.mark.parametrize("name", SAMPLES)
def test_promises_of_the_units_own_plans_are_listed_with_their_place(name: str) -> None:
    campaign = sample(name)
    for unit in campaign.register.others():
        for row in rows(inspection_sheet(campaign, unit.name), "Nội dung (vị trí trong văn bản)"):
            files = [item.key for item in campaign.submissions if item.unit == unit.name]
            assert any(file in row[1] for file in files), row


def test_a_plan_written_as_duties_and_targets_is_what_the_unit_promised() -> None:
    told = rows(inspection_sheet(sample("chuyen-doi-so-2023"), "UBND xã Lâm Thượng"), "Nội dung (vị trí trong văn bản)")
    assert any("Xây dựng mô hình “Chợ 4.0”" in row[1] and "15/11/2023" in row[2] for row in told)
    assert not any(row[1].startswith(("Số thành viên", "Ông", "Bà")) for row in told)  # cells of a table


def test_the_proposal_says_of_each_cause_how_often() -> None:
    reasons = " ".join(row[2] for row in rows(inspection_proposal(MADE), "Lý do đề xuất"))
    assert "trong đó 01 nội dung chưa đạt mức yêu cầu: “" in reasons


@pytest.mark.parametrize("name", SAMPLES)
def test_the_proposal_names_whoever_lacks_something_and_no_one_else(name: str) -> None:
    campaign = sample(name)
    letter = inspection_proposal(campaign)
    must = {item.id for item in campaign.plan.requirements if item.weight == "must"}
    lacking = {f.unit for f in campaign.findings if f.requirement in must and standing(f).gap}
    named = [row[1] for row in rows(letter, "Lý do đề xuất")]
    assert set(named) == lacking - {campaign.register.office}
    assert check_format(letter) == []
    assert letter == inspection_proposal(campaign)


def test_the_proposal_says_what_the_plan_asks_for_and_who_was_inspected() -> None:
    campaign = sample("thi-dua-2022")
    assert (
        "kiểm tra tình hình tổ chức triển khai" in text(inspection_proposal(campaign)).split("giao: “")[1].split("”")[0]
    )
    (asked,) = [item.id for item in campaign.plan.requirements if item.action.startswith("tham mưu kiểm tra")]
    lacking = next(f for f in campaign.findings if f.unit == "Phòng Quản lý Khoa học" and f.evidence)
    told = [replace(f, evidence=lacking.evidence) if f.requirement == asked else f for f in campaign.findings]
    reasons = {row[1]: row[2] for row in rows(inspection_proposal(replace(campaign, findings=told)), "Lý do đề xuất")}
    assert [unit for unit, why in reasons.items() if "nêu đã được kiểm tra: “" in why] == [lacking.unit]
