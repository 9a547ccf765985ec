"""What must hold of a compile whatever the text: spans, units, order, no crash, time that grows with the text."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.plan import compile_plan
from checks.planfile import write_planfile
from checks.planfile_read import read_planfile
from checks.requirement import Plan
from checks.units import Register, Unit
from extractors.document import Document
from extractors.extract import extract
from extractors.readers.builder import plain

REGISTER = Register(
    (
        Unit("Văn phòng Sở", ("VP Sở",), "văn phòng"),
        Unit("Phòng Kế hoạch - Tài chính", ("Phòng KHTC",), "phòng"),
        Unit("UBND xã Đông Thọ", (), "UBND xã"),
        Unit("UBND xã Tây Thọ", (), "UBND xã"),
    ),
    "Văn phòng Sở",
)
PIECES = [
    "Các phòng, đơn vị", "UBND các xã", "Giao Văn phòng Sở", "chủ trì, phối hợp với", "Phòng KHTC", "xây dựng kế hoạch",
    "và gửi về Văn phòng Sở", "trước ngày 30/6/2024", "trong quý III/2024", "hoàn thành", "báo cáo kết quả", "hằng tháng",
    "trước ngày 25 tháng cuối quý", "(riêng xã Đông Thọ", ")", ";", ".", ":", "\n", "\n- ", "\n1. ", "\nII. NHIỆM VỤ\n",
    "\nIII. TỔ CHỨC THỰC HIỆN\n", "ít nhất 02 mô hình", "100% hồ sơ", "(trừ", "“", "”", '"', "để tổng hợp, báo cáo UBND tỉnh",
    "Yêu cầu", "đề nghị", "Hướng dẫn các đơn vị", "mỗi đơn vị", "\t", "nt", "Trước ngày", "31/02/2024", "Thời gian:",
    "Đơn vị chủ trì:", "tiếp tục đẩy mạnh", "nếu có vướng mắc", "Quý II/2024", "6 tháng, năm", "các sở:", "thuộc Sở",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join)


def compiled(text: str) -> tuple[Plan, Document]:
    document = plain("Số: 3/KH-SX\nThọ Xuân, ngày 05 tháng 01 năm 2024\nKẾ HOẠCH\nNăm 2024\n" + text)
    return compile_plan(document, extract(document), REGISTER), document


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_requirement_stands_in_the_plan(text: str) -> None:
    plan, document = compiled(text)
    names = {unit.name for unit in REGISTER.units}
    assert len({item.id for item in plan.requirements}) == len(plan.requirements)
    for item in plan.requirements:
        assert document.text[item.span.start : item.span.end] == item.quote
        assert item.quote.strip()
        assert item.units and set(item.units) <= names
        if item.deadline and item.deadline.start and item.deadline.end:
            assert item.deadline.start <= item.deadline.end


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_the_workbook_reads_back_without_a_change(text: str) -> None:
    plan, _ = compiled(text)
    corrections = read_planfile(write_planfile(plan, REGISTER))
    assert (corrections.changed, corrections.struck, corrections.added) == ({}, frozenset(), ())


def test_time_grows_with_the_text_only() -> None:
    sentence = (
        "Các phòng, đơn vị, UBND các xã (trừ xã Đông Thọ) xây dựng kế hoạch, gửi về Văn phòng Sở trước ngày 30/6/2024; "
    )
    hostile = "các " * 1500 + "\n" + "Các phòng, " * 800 + "\n" + "(" * 1500 + "\n" + "để tổng hợp " * 600
    took: list[float] = []
    for text in (sentence * 40, sentence * 160, hostile):
        document = plain(text)
        facts = extract(document)
        start = time.process_time()
        compile_plan(document, facts, REGISTER)
        took.append(time.process_time() - start)
    assert took[1] < 12 * took[0] + 1.0, took
    assert took[2] < 10.0, took
