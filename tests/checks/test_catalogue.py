"""The catalogue of checks: each on a paper that breaks it and on one that does not; the planted gaps of the samples."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from checks.catalogue import examine
from checks.document_checks import Flag, Severity, checks
from checks.document_checks_exemplars import several
from checks.judge import judge
from checks.policy import Policy
from checks.submission import State
from checks.units import Register
from extractors.document import Change, Source
from extractors.extract import extract
from extractors.facts import Facts
from extractors.readers.builder import plain
from flows.assess import assess
from tests.checks.gold import CAMPAIGNS, Case, load
from tests.checks.market import CITES, DAY, OTHER, PLAN, REGISTER, UNIT, ids, planned, run, said
from tests.checks.papers import OFFICE, broken, paper, report


@pytest.mark.parametrize(
    ("id", "text", "fine"),
    [
        ("A08", "Đã cấp … % giấy phép.", "Đã cấp 80% giấy phép."),
        ("B03", "Phòng đã họp ngày 31/11/2031.", "Phòng đã họp ngày 30/11/2031."),
        ("B12", "Đã khen thưởng 05 cá nhân (có danh sách kèm theo).", "Đã khen thưởng 05 cá nhân."),
        (
            "E13",
            "Phòng chưa tổ chức được lớp tập huấn bán hàng trực tuyến.",
            "Đã tổ chức 02 lớp tập huấn bán hàng trực tuyến.",
        ),
        (
            "E14",
            "Phòng sẽ tổ chức 02 lớp tập huấn bán hàng trực tuyến.",
            "Đã tổ chức 02 lớp tập huấn bán hàng trực tuyến.",
        ),
        ("E04", "Phòng đã xây dựng 01 mô hình chợ số.", "Phòng đã xây dựng mô hình chợ số “Chợ không tiền mặt”."),
        ("F02", "Toàn phòng có 15 đảng viên (10 nam, 6 nữ).", "Toàn phòng có 16 đảng viên (10 nam, 6 nữ)."),
        (
            "F03",
            "Có 18/20 tiểu thương (đạt 85%) bán hàng trên mạng.",
            "Có 18/20 tiểu thương (đạt 90%) bán hàng trên mạng.",
        ),
        ("F03", "Có 27/32 trường (84,9%) có kết nối.", "Có 27/32 trường (84,4%) có kết nối."),
        (
            "F08",
            "Đề nghị Giám đốc Sở tặng Bằng khen cho 02 cá nhân.",
            "Đề nghị Giám đốc Sở tặng Giấy khen cho 02 cá nhân.",
        ),
        ("F08", "Chủ tịch UBND tỉnh tặng Giấy khen cho Phòng.", "Chủ tịch UBND tỉnh tặng Bằng khen cho Phòng."),
        (
            "F01",
            "Đã tập huấn cho 118 học viên, cụ thể:\nLớp\tSố học viên\nLớp 1\t64\nLớp 2\t45",
            "Đã tập huấn cho 109 học viên, cụ thể:\nLớp\tSố học viên\nLớp 1\t64\nLớp 2\t45",
        ),
        (
            "F02",
            "Kết quả cụ thể:\nLớp\tSố học viên\nLớp 1\t64\nLớp 2\t45\nTổng cộng\t119",
            "Kết quả cụ thể:\nLớp\tSố học viên\nLớp 1\t64\nLớp 2\t45\nTổng cộng\t109",
        ),
    ],
)
def test_a_check_on_the_body_of_a_report(id: str, text: str, fine: str) -> None:
    assert id in ids(said(text)), "broken"
    assert id not in ids(said(fine)), "fine"


@pytest.mark.parametrize(
    ("id", "text", "fine"),
    [
        (
            "D06",
            "Tổ chức 02 lớp tập huấn bán hàng trực tuyến, hoàn thành trước ngày 31/10/2031.",
            "Tổ chức 02 lớp tập huấn bán hàng trực tuyến, hoàn thành trước ngày 31/8/2031.",
        ),
        ("E06", "Tổ chức 01 lớp tập huấn bán hàng trực tuyến.", "Tổ chức 03 lớp tập huấn bán hàng trực tuyến."),
        (
            "D07",
            "Tổ chức đối thoại với tiểu thương trong thời gian tới.",
            "Tổ chức đối thoại với tiểu thương ngày 12/5/2031.",
        ),
    ],
)
def test_a_check_on_the_body_of_a_plan(id: str, text: str, fine: str) -> None:
    assert id in ids(planned(text)), "broken"
    assert id not in ids(planned(fine)), "fine"


@pytest.mark.parametrize(
    ("cites", "id"),
    [
        ("Thực hiện Kế hoạch số 42/KH-SCN ngày 10/02/2031 của Sở Công nghệ, phòng đã có kết quả.", "C02"),
        ("Thực hiện Kế hoạch số 24/KH-SCN ngày 10/3/2031 của Sở Công nghệ, phòng đã có kết quả.", "C02"),
        ("Thực hiện Kế hoạch số 719/KH-UBND ngày 13/01/2031 của UBND tỉnh, phòng đã có kết quả.", "C02"),
        ("Phòng đã có kết quả.", "C01"),
    ],
)
def test_grounds(cites: str, id: str) -> None:
    assert id in ids(said("Đã tổ chức 02 lớp tập huấn.", cites=cites))
    assert not {"C01", "C02"} & ids(said("Đã tổ chức 02 lớp tập huấn."))


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("Số: 12/BC-TH", "Số:       /BC-TH", "B01"),
        ("Số: 12/BC-TH\n", "", "B01"),
        ("ngày 20 tháng 12 năm 2031", "ngày     tháng 12 năm 2031", "B02"),
        ("ngày 20 tháng 12 năm 2031", "ngày 5 tháng 12 năm 2031", "B04"),
        ("Số: 12/BC-TH", "Số: 12/KH-TH", "B05"),
        ("\nNguyễn Văn Bình", "", "B07"),
        ("TRƯỞNG PHÒNG\n", "KT. TRƯỞNG PHÒNG\nTRƯỞNG PHÒNG\n", "B09"),
        ("- Văn phòng Sở;", "- Ban Giám đốc;", "B10"),
        ("năm 2031\nPhòng báo cáo", "năm 2030\nPhòng báo cáo", "C03"),
        ("ngày 20 tháng 12 năm 2031", "ngày 25 tháng 12 năm 2031", "D04"),
        ("ngày 20 tháng 12 năm 2031", "ngày 20 tháng 01 năm 2031", "D05"),
    ],
)
def test_the_frame(old: str, new: str, id: str) -> None:
    text = report(f"{CITES}\nĐã tổ chức 02 lớp tập huấn.")
    assert old in text
    frame = {"B01", "B02", "B04", "B05", "B07", "B09", "B10", "C03", "D04", "D05"}
    assert not frame & ids(paper("bc.docx", UNIT, text, "2031-12-21 09:00"))
    assert id in ids(paper("bc.docx", UNIT, text.replace(old, new), "2031-12-21 09:00"))


def test_a_paper_without_number_of_a_unit_without_numbers_is_no_remark() -> None:
    text = report(f"{CITES}\nĐã tổ chức 02 lớp tập huấn.").replace("Số: 12/BC-TH\n", "")
    unnumbered = Register(tuple(replace(unit, numbered=None) for unit in REGISTER.units), OFFICE)
    assert "B01" not in ids(paper("bc.docx", UNIT, text, "2031-12-21 09:00"), register=unnumbered)


def test_the_word_twin_of_a_signed_pdf_is_never_blamed_for_its_blank_number() -> None:
    text = report(f"{CITES}\nĐã tổ chức 02 lớp tập huấn.")
    signed = paper("bc.pdf", UNIT, text, "2031-12-21 09:00")
    twin = paper("bc.docx", UNIT, text.replace("Số: 12/BC-TH", "Số:      /BC-TH"), "2031-12-21 09:00", State.DUPLICATE)
    found = ids(signed, replace(twin, duplicate_of="bc.pdf"))
    assert "B01" not in found and "A06" in found


def test_copying_the_plan_is_told_with_its_share() -> None:
    sentences = PLAN.text.split("\n")[14:17]
    flags = [flag for flag in run(planned("\n".join(sentences))) if flag.id == "C05"]
    assert len(flags) == 1 and "trùng nguyên văn" in flags[0].message and len(flags[0].evidence) == 3
    assert "C05" not in ids(planned("1. Mở 02 lớp tại chợ Mới.\n2. Khảo sát 40 tiểu thương.\n3. Họp ngày 12/5/2031."))


def test_files_that_cannot_be_read_or_placed() -> None:
    flags = {flag.id: flag for flag in run(broken("kh.docx", UNIT, "2031-02-20 09:00"))}
    assert flags["A01"].severity is Severity.ERROR and "kh.docx" in flags["A01"].message
    stray = replace(said("Đã tổ chức 02 lớp tập huấn."), unit=None, state=State.UNKNOWN_UNIT)
    assert "A04" in ids(stray)


def test_scans_old_letters_and_tracked_changes() -> None:
    item = said("Đã tổ chức 02 lớp tập huấn.")
    assert item.document is not None
    blocks = item.document.blocks
    for source, id in ((Source.OCR, "A02"), (Source.TCVN3, "A03")):
        seen = replace(item.document, blocks=tuple(replace(block, source=source) for block in blocks))
        assert id in ids(replace(item, document=seen))
    changed = replace(item.document, changes=(Change("insertion", "x", "A", "", ""),))
    assert "A08" in ids(replace(item, document=changed))
    assert not {"A02", "A03", "A08"} & ids(item)


def test_plan_and_report_of_one_unit() -> None:
    promise = planned(
        "Tổ chức 03 lớp tập huấn bán hàng trực tuyến trước ngày 30/8/2031.\nKhảo sát 40 tiểu thương trước ngày 30/6/2031."
    )
    answer = said("Đã tổ chức 02 lớp tập huấn bán hàng trực tuyến ngày 12/8/2031.")
    flags = run(promise, answer)
    assert any(flag.id == "E11" and "03" in flag.message and "02" in flag.message for flag in flags)
    assert any(flag.id == "E10" and "Khảo sát 40 tiểu thương" in flag.message for flag in flags)
    kept = run(
        promise, said("Đã tổ chức 03 lớp tập huấn bán hàng trực tuyến; khảo sát 42 tiểu thương trong tháng 6/2031.")
    )
    assert not {"E10", "E11"} & {flag.id for flag in kept}


def test_one_exemplar_in_two_reports_is_told_to_both() -> None:
    told = "Biểu dương đồng chí Lê Thị Thu Hà, chuyên viên, đã hướng dẫn 40 tiểu thương mở gian hàng."
    mine = said(told)
    other = said(told, key="bc2.docx", unit=OTHER)
    flags = [flag for flag in run(mine, other) if flag.id == "F07"]
    assert {flag.unit for flag in flags} == {UNIT, OTHER}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Xã A"], "Xã A"),
        (["Xã A", "Xã B", "Xã C"], "Xã A và Xã B và Xã C"),
        (["Xã A", "Xã B", "Xã C", "Xã D", "Xã E"], "Xã A, Xã B, Xã C và 02 đơn vị khác"),
    ],
)
def test_of_many_units_the_first_few_are_named(names: list[str], told: str) -> None:
    assert several(names) == told


@pytest.mark.parametrize(("second", "same"), [("Lê Thị Thúy Hà", True), ("Lê Thị Thu Hương", False)])
def test_one_person_spelt_in_two_ways(second: str, same: bool) -> None:
    text = (
        "Biểu dương đồng chí Lê Thị Thuỷ Hà, chuyên viên, đã hướng dẫn 40 tiểu thương mở gian hàng.\n"
        f"Biểu dương đồng chí {second}, chuyên viên, đã viết 12 bài hướng dẫn bán hàng."
    )
    assert ("F04" in ids(said(text))) is same


def test_all_checks_have_severity_name_and_remedy_in_vietnamese() -> None:
    for check in checks().values():
        assert check.name[0].isupper() and check.remedy.endswith("."), check


@cache
def sample(name: str) -> tuple[Case, tuple[Flag, ...]]:
    case = load(name)
    plan_facts = _plan_facts()
    findings = judge(case.plan, case.submissions, case.register, case.as_of)
    document = plain("\n".join(item.quote for item in case.plan.requirements), case.plan.sha256)
    flags = examine(case.plan, document, plan_facts, case.submissions, case.register, findings, case.as_of, Policy())
    return case, flags


def _plan_facts() -> Facts:
    return extract(PLAN)


_SHOWN = {
    "denial": {"E13"},
    "intention_not_result": {"E14"},
    "unnamed_exemplar": {"E04"},
    "deadline_after_plan": {"D06"},
}


@pytest.mark.parametrize("name", ["thi-dua-2022", "chuyen-doi-so-2023"])
def test_planted_gaps_are_flagged_on_gold_facts(name: str) -> None:
    case, flags = sample(name)
    current = {item.key for item in case.submissions if item.state is State.ACCEPTED}
    planted = json.loads((CAMPAIGNS / name / "gold/flags.json").read_text("utf-8"))
    missed = []
    for gap in planted:
        if gap["kind"] not in _SHOWN or gap["file"] not in current:
            continue
        quotes = [set(quote.split()) for quote in gap["quotes"]]
        near = [flag for flag in flags if flag.file == gap["file"] and flag.id in _SHOWN[gap["kind"]]]
        words = [set(line.span.quote.split()) for flag in near for line in flag.evidence]
        if not any(len(a & b) >= 0.6 * min(len(a), len(b)) for a in quotes for b in words):
            missed.append(gap)
    assert missed == []


def test_the_order_of_files_makes_no_difference() -> None:
    items = [said("Đã tổ chức 02 lớp tập huấn."), planned("Tổ chức 01 lớp tập huấn bán hàng trực tuyến.")]
    assert run(*items) == run(*items[::-1])


def test_flags_of_an_assessed_campaign_point_into_their_files() -> None:
    facts = extract(PLAN)
    items = [said("Phòng sẽ tổ chức 02 lớp tập huấn.")]
    found = assess(PLAN, facts, items, REGISTER, DAY, Policy())
    flags = examine(found.plan, PLAN, facts, found.submissions, REGISTER, found.findings, DAY, Policy())
    texts = {item.key: item.document.text for item in found.submissions if item.document}
    for flag in flags:
        for line in flag.evidence:
            assert texts[line.file][line.span.start : line.span.end] == line.span.quote
