"""The compiler against plans compiled by hand: both sample campaigns, and invented plans of other bodies and layouts."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.accuracy import CAMPAIGNS, TOGETHER
from checks.plan import compile_plan
from checks.requirement import Kind, Plan, ShownBy, Weight
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.readers.builder import plain
from extractors.readers.docx import read_docx
from tests.checks.plan_cases import CASES, Figures, compare, run_case

NAMES = TOGETHER


@cache
def campaign(name: str) -> tuple[Plan, Register]:
    folder = CAMPAIGNS / name
    given = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
    units = tuple(Unit(u["name"], tuple(u.get("aliases", ())), u["kind"]) for u in given["units"])
    register = Register(units, given["office"])
    document = read_docx((folder / "plan.docx").read_bytes(), "0" * 64)
    return compile_plan(document, extract(document), register), register


def _units(item: dict[str, Any], register: Register) -> set[str]:
    applies = item["applies_to"]
    if item.get("applies_to_units"):
        return set(item["applies_to_units"])
    if applies == "each_unit":
        return {unit.name for unit in register.others()}
    if applies.startswith("kind:"):
        return {unit.name for unit in register.of_kind(applies[5:]) if unit.name != register.office}
    return {register.office if applies == "office" else applies}


def against_gold(name: str) -> Figures:
    plan, register = campaign(name)
    gold = []
    for item in json.loads((CAMPAIGNS / name / "gold/plan.json").read_text("utf-8")):
        quantity = item["quantity"]
        gold.append(
            {
                **item,
                "units": _units(item, register),
                "quantity": (quantity["op"], quantity["value"]) if quantity else (None, None),
            }
        )
    optional = json.loads((CAMPAIGNS / name / "gold/plan_optional.json").read_text("utf-8"))
    return compare(plan, gold, [item["quote"] for item in optional], name)


@pytest.mark.parametrize("name", NAMES)
def test_campaigns(name: str) -> None:
    figures = against_gold(name)
    assert figures.found == 1.0, figures.notes
    assert figures.f1 >= 0.93, figures.notes
    for share in ("deadline", "units", "quantity"):
        assert figures.share(share) >= 0.97, figures.notes


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_invented_plans(path: Path) -> None:
    _, figures = run_case(path)
    assert figures.found >= 0.95, figures.notes
    assert figures.f1 >= 0.93, figures.notes
    for share in ("deadline", "units", "quantity"):
        assert figures.share(share) >= 0.97, figures.notes


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_the_plan_itself(name: str) -> None:
    plan, register = campaign(name)
    document = read_docx((CAMPAIGNS / name / "plan.docx").read_bytes(), "0" * 64)
    for item in plan.requirements:
        assert document.text[item.span.start : item.span.end] == item.quote
        assert item.units and set(item.units) <= {unit.name for unit in register.units}
    assert len({item.id for item in plan.requirements}) == len(plan.requirements)


REGISTER = Register(
    (
        Unit("Văn phòng Sở", kind="văn phòng"),
        Unit("Phòng Quy hoạch", kind="phòng"),
        Unit("Phòng Vận tải", kind="phòng"),
        Unit("Trung tâm Đăng kiểm", kind="đơn vị sự nghiệp"),
    ),
    "Văn phòng Sở",
)
HEAD = "Số: 9/KH-SGT\nTam Điệp, ngày 03 tháng 01 năm 2024\nKẾ HOẠCH\nBảo đảm an toàn giao thông năm 2024\n"


def duties(body: str, register: Register = REGISTER) -> Plan:
    document = plain(HEAD + body)
    return compile_plan(document, extract(document), register)


@pytest.mark.parametrize(
    ("body", "applies", "why"),
    [
        (
            "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Vận tải\n- Kiểm tra 05 bến xe.",
            "Phòng Vận tải",
            "a heading names the actor",
        ),
        ("III. TỔ CHỨC THỰC HIỆN\n- Phòng Vận tải: Kiểm tra 05 bến xe.", "Phòng Vận tải", "a colon ends the actor"),
        ("Giao Phòng Vận tải kiểm tra 05 bến xe trong tháng 3/2024.", "Phòng Vận tải", "an order"),
        ("Mỗi phòng kiểm tra ít nhất 02 bến xe trong tháng 3/2024.", "kind:phòng", "a distributive subject"),
        ("Các phòng, đơn vị tự kiểm tra 01 lần trong tháng 3/2024.", "each_unit", "a collective of all kinds"),
        ("Chánh Văn phòng Sở kiểm tra 02 đơn vị trong quý II/2024.", "office", "the head answers for the office"),
        ("Các phòng, đơn vị (trừ Phòng Vận tải) kiểm tra 02 lần trong quý II/2024.", "each_unit", "an exception"),
    ],
)
def test_actor(body: str, applies: str, why: str) -> None:
    plan = duties(body)
    assert [item.applies_to for item in plan.requirements] == [applies], why


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("III. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- Xử lý 100% vi phạm trước ngày 30/6/2024.", "no unit of ours"),
        ("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Văn phòng Sở.", "a standing rule"),
        ("Yêu cầu Trưởng các phòng, đơn vị nghiêm túc tổ chức thực hiện Kế hoạch này./.", "a closing formula"),
        ("Kế hoạch này có hiệu lực kể từ ngày ký.", "it comes into force"),
        ("Thời gian qua, các phòng, đơn vị đã kiểm tra 120 bến xe.", "told, not asked"),
        ("I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao ý thức của cán bộ, công chức.", "a purpose"),
        ("Đề nghị Báo tỉnh mở chuyên mục an toàn giao thông.", "a request to outsiders"),
        ("Kinh phí thực hiện từ ngân sách tỉnh năm 2024.", "money"),
        ("Những đơn vị gửi báo cáo sau ngày 20/12/2024 sẽ không được xét thi đua.", "a consequence"),
    ],
)
def test_no_duty(body: str, why: str) -> None:
    assert [item.quote for item in duties(body).requirements] == [], why


@pytest.mark.parametrize(
    ("body", "count", "why"),
    [
        ("Văn phòng Sở tổng hợp, báo cáo UBND tỉnh trước ngày 20/12/2024.", 1, "one paper, two verbs"),
        ("Phòng Vận tải tổ chức tổng kết và báo cáo kết quả về Văn phòng Sở trước ngày 05/12/2024.", 2, "two duties"),
        ("Các phòng xây dựng kế hoạch của đơn vị và gửi về Văn phòng Sở trước ngày 30/01/2024.", 1, "written and sent"),
        ("Các phòng xây dựng kế hoạch cụ thể và gửi Kế hoạch về Văn phòng Sở trước ngày 30/01/2024.", 2, "paper named"),
        ("Phòng Vận tải kiểm tra 05 bến xe; tập huấn 02 lớp lái xe.", 2, "a semicolon and a verb"),
        ("Phòng Vận tải kiểm tra 02 đợt: đợt 1 trong tháng 3/2024; đợt 2 trong tháng 9/2024.", 1, "rounds of one duty"),
    ],
)
def test_cuts(body: str, count: int, why: str) -> None:
    assert len(duties(body).requirements) == count, why


def test_a_duty_inside_a_duty() -> None:
    plan = duties(
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Sở\n- Hướng dẫn các phòng, đơn vị xây dựng báo cáo năm và gửi về Văn phòng"
        " Sở để tổng hợp, báo cáo UBND tỉnh, hoàn thành trong tháng 12/2024."
    )
    assert [(item.applies_to, str(item.kind), item.frame) for item in plan.requirements] == [
        ("office", "act", "F9"),
        ("each_unit", "submit", "F9"),
        ("office", "submit", "F9"),
    ]
    assert {str(item.deadline.end) for item in plan.requirements if item.deadline} == {"2024-12-31"}


def test_soft_words_never_weigh_as_must() -> None:
    plan = duties(
        "II. NHIỆM VỤ\n1. Tiếp tục đẩy mạnh tuyên truyền pháp luật.\n2. Các phòng chú trọng cải cách thủ tục."
    )
    assert {item.weight for item in plan.requirements} == {Weight.SHOULD}
    assert {item.shown_by for item in plan.requirements} == {ShownBy.EITHER}


def test_outsiders_are_named_as_unclear() -> None:
    plan = duties("III. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh\n- Xử lý vi phạm.")
    assert any("Công an tỉnh" in line for line in plan.unclear)


def test_a_thousands_dot_ends_no_action() -> None:
    plan = duties("Phòng Vận tải vận động tối thiểu 1.500 chủ xe ký cam kết trong tháng 5/2024.")
    assert [item.action for item in plan.requirements] == ["vận động tối thiểu 1.500 chủ xe ký cam kết"]


def test_a_duty_to_send_has_no_quantity() -> None:
    plan = duties("Các phòng gửi 01 báo cáo kết quả về Văn phòng Sở trước ngày 05/12/2024.")
    assert [(item.kind, item.quantity) for item in plan.requirements] == [(Kind.SUBMIT, None)]


def test_same_plan_whatever_the_order_of_units() -> None:
    body = "Mỗi phòng kiểm tra ít nhất 02 bến xe trong tháng 3/2024."
    other = Register(tuple(reversed(REGISTER.units)), REGISTER.office)
    first, second = duties(body).requirements, duties(body, other).requirements
    assert [(r.applies_to, set(r.units), r.quote) for r in first] == [
        (r.applies_to, set(r.units), r.quote) for r in second
    ]


def test_empty_and_wordless_documents_give_an_empty_plan() -> None:
    for text in ("", "....", "Số: /KH-\n\n-"):
        document = plain(text)
        assert compile_plan(document, extract(document), REGISTER).requirements == ()
