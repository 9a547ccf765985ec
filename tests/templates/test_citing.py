"""How what lays the duties is cited: a chỉ thị must not be called a kế hoạch in a paper that the office signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.plan_called import called
from extractors.extract import extract
from extractors.readers.builder import plain
from templates.citing import basis, short_name, subject
from templates.headings import place_alone, place_in_plan, section_heading
from templates.letters import feedback_letter
from templates.outline import outline
from tests.templates import made
from tests.templates.test_report import text, written

HEAD = "UBND TỈNH AN HẢI\nSỞ Y TẾ\nSố: {}\nAn Hải, ngày 05 tháng 3 năm 2031\n"


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        ("12/KH-SYT", "KẾ HOẠCH\nPhòng, chống tác hại của thuốc lá", "Kế hoạch"),
        ("04/CT-SYT", "CHỈ THỊ\nVề tăng cường phòng cháy, chữa cháy", "Chỉ thị"),
        ("21/TB-SYT", "THÔNG BÁO\nKết luận giao ban quý I", "Thông báo"),
        ("07/HD-SYT", "HƯỚNG DẪN\nTổ chức phong trào thi đua", "Hướng dẫn"),
        ("375/SYT-NVY", "V/v tổ chức Ngày Sách\nKính gửi: Các bệnh viện", "Công văn"),  # a letter bears no type
        ("/KH-SYT", "KẾ HOẠCH\nNăm 2031", "Kế hoạch"),  # the number is not filled in yet
        ("", "Nội dung thi đua năm 2031", "Kế hoạch"),  # nothing tells: what people lay down as the plan is one
    ],
)
def test_each_paper_is_called_by_its_type(number: str, title: str, name: str) -> None:
    assert called(extract(plain(HEAD.format(number) + title + "\nCác đơn vị báo cáo.")).letterhead) == name


@pytest.mark.parametrize(
    ("name", "title", "report", "cited"),
    [
        (
            "Kế hoạch",
            "Kế hoạch Phòng, chống dịch",
            "Kết quả thực hiện Kế hoạch phòng, chống dịch",
            "về phòng, chống dịch",
        ),
        (
            "Chỉ thị",
            "Về tăng cường phòng cháy",
            "Kết quả thực hiện Chỉ thị số 04/CT-SYT về tăng cường phòng cháy",
            "về tăng cường phòng cháy",
        ),
        (
            "Công văn",
            "V/v tổ chức Ngày Sách",
            "Kết quả thực hiện Công văn số 04/CT-SYT về tổ chức Ngày Sách",
            "về tổ chức Ngày Sách",
        ),
    ],
)
def test_it_is_cited_by_type_number_and_matter(name: str, title: str, report: str, cited: str) -> None:
    plan = replace(made.plan(), called=name, title=title, number="04/CT-SYT")
    assert subject(plan) == report
    assert short_name(plan) == f"{name} số 04/CT-SYT"
    assert basis(plan, made.office()).startswith(f"{name} số 04/CT-SYT ")
    assert basis(plan, made.office()).endswith(cited)


def test_a_directive_is_nowhere_called_a_plan() -> None:
    directive = replace(made.campaign(), plan=replace(made.plan(), called="Chỉ thị", number="04/CT-SYT"))
    for data in (written(directive), feedback_letter(directive, made.UNITS[2]), outline(directive)):
        assert "Chỉ thị số 04/CT-SYT" in text(data)
        assert "Kế hoạch" not in text(data)
        assert "KẾ HOẠCH" not in text(data)


def test_rows_of_a_table_share_one_heading_and_are_found_by_their_number() -> None:
    plan = made.plan()
    one, two, other = (
        replace(
            plan.requirements[0],
            section=section,
            heading="NHIỆM VỤ TRỌNG TÂM",
            span=replace(plan.requirements[0].span, path=path),
        )
        for section, path in (("1", "bảng 2/dòng 2/ô 2"), ("2", "bảng 2/dòng 3/ô 2"), ("III.2", "đoạn 30"))
    )
    assert section_heading(one, plan, made.REGISTER) == section_heading(two, plan, made.REGISTER)
    assert section_heading(two, plan, made.REGISTER) != section_heading(other, plan, made.REGISTER)
    assert place_in_plan(two, plan) == "số thứ tự 2 bảng nhiệm vụ của Kế hoạch"
    assert place_in_plan(other, plan) == "mục III.2 Kế hoạch"
    assert place_alone(other) == "mục III.2"
