"""Whose letterhead it is, told by the plan: departments, districts, schools, units that report to themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.requirement import Plan
from checks.units import Register, Unit
from extractors.facts import DocumentKind
from templates.office import OfficeFacts, office_facts
from templates.spelling import shortened, spelled
from templates.vocabulary import collective
from tests.templates import made


@pytest.mark.parametrize(
    ("capitals", "witness", "prose"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", "", "Sở Khoa học và Công nghệ"),
        ("SỞ Y TẾ", "mô hình cơ sở y tế không khói thuốc", "Sở Y tế"),  # a common noun is no witness
        ("UBND TỈNH AN HẢI", "", "Ủy ban nhân dân tỉnh An Hải"),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP", "", "Ủy ban nhân dân xã Tân Lập"),
        ("TRUNG TÂM Y TẾ HUYỆN AN MINH", "", "Trung tâm Y tế huyện An Minh"),
        # The rule cannot know where each word begins; a text that writes the name can.
        ("CHI CỤC CHĂN NUÔI VÀ THÚ Y", "gửi Chi cục Chăn nuôi và Thú y trước", "Chi cục Chăn nuôi và Thú y"),
        # A unit's paper names it in capitals first, and means it all the same.
        (
            "CHI CỤC CHĂN NUÔI VÀ THÚ Y",
            "CHI CỤC CHĂN NUÔI VÀ THÚ Y\n\nThực hiện kế hoạch của Chi cục Chăn nuôi và Thú y",
            "Chi cục Chăn nuôi và Thú y",
        ),
        ("TRƯỜNG THPT LÊ LỢI", "của Trường THPT Lê Lợi", "Trường THPT Lê Lợi"),
        # Bodies whose names are proper names, and one that holds another.
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "", "Tổng Liên đoàn Lao động Việt Nam"),
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH AN HẢI", "", "Liên đoàn Lao động tỉnh An Hải"),
        ("HỘI LIÊN HIỆP PHỤ NỮ HUYỆN AN MINH", "", "Hội Liên hiệp Phụ nữ huyện An Minh"),
        ("TỈNH ĐOÀN KIM SƠN", "", "Tỉnh đoàn Kim Sơn"),
        ("HUYỆN ỦY AN MINH", "", "Huyện ủy An Minh"),
        ("Sở Tư pháp", "", "Sở Tư pháp"),
        ("", "", ""),
    ],
)
def test_names_come_out_of_capitals(capitals: str, witness: str, prose: str) -> None:
    assert spelled(capitals, [witness]) == prose


def test_a_letterhead_may_shorten_the_superior_body() -> None:
    assert shortened("Ủy ban nhân dân tỉnh An Hải") == "UBND tỉnh An Hải"


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (("Văn phòng Sở", "Thanh tra Sở", "Chi cục Thú y"), "phòng, đơn vị"),
        (("Phòng Nội vụ", "Phòng Tư pháp"), "phòng"),
        (("UBND xã An Lạc", "UBND thị trấn Me"), "xã, thị trấn"),
        (("Ủy ban nhân dân xã An Lạc", "UBND phường Me"), "xã, phường"),
        (("UBND xã An Lạc", "UBND xã Thạch Bình"), "xã"),
        (("Huyện đoàn", "Huyện ủy An Hải"), "đơn vị"),  # bodies of a district, no districts
        (("Phòng Nội vụ", "UBND xã An Lạc"), "cơ quan, địa phương"),
        (("Sở Y tế", "Sở Nội vụ"), "sở, ngành"),
        (("Trường THPT A", "Trường Tiểu học B"), "nhà trường"),
        (("Chi bộ 1", "Chi bộ 2"), "chi bộ"),
        (("Báo An Hải", "UBND xã An Lạc", "Sở Y tế", "Trường THPT A"), "cơ quan, đơn vị"),
    ],
)
def test_units_are_called_by_what_they_are(names: tuple[str, ...], together: str) -> None:
    assert collective(names) == together


def test_a_department_reports_to_its_province_and_its_office_signs_letters_by_order() -> None:
    office = made.office()
    assert (office.parent, office.body, office.addressee) == (
        "Ủy ban nhân dân tỉnh An Hải",
        "Sở Y tế",
        "Ủy ban nhân dân tỉnh An Hải",
    )
    assert (office.symbol, office.unit_symbol, office.place) == ("SYT", "VP", "An Hải")
    assert (office.authority, office.title, office.name) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Mẫu")
    assert (office.letter_authority, office.letter_title, office.letter_name) == ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "")
    assert office.recipients == ("UBND tỉnh (để b/c)", "Lãnh đạo Sở")


@pytest.mark.parametrize(
    ("signature", "by_order"),
    [
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "TL. GIÁM ĐỐC"),
        ("TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "TL. BAN THƯỜNG VỤ"),  # who signed by order himself orders nobody
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TL. CHỦ TỊCH"),
        ("GIÁM ĐỐC", "TL. GIÁM ĐỐC"),
    ],
)
def test_letters_are_signed_by_order_of_the_head(signature: str, by_order: str) -> None:
    office = office_facts(made.plan(), made.letterhead(DocumentKind.PLAN, signer_title=signature), made.REGISTER)
    assert office.letter_authority == by_order


def test_a_board_does_not_report_to_the_body_that_it_heads() -> None:
    head = made.letterhead(DocumentKind.PLAN, issuer="BAN THƯỜNG VỤ", parent="TỈNH ĐOÀN KIM SƠN")
    plan = replace(made.plan(), issuer="BAN THƯỜNG VỤ", requirements=())
    assert office_facts(plan, head, made.REGISTER).addressee == ""


def district(recipient: str, office: str = "Phòng Nội vụ") -> tuple[Plan, Register]:
    requirement = replace(made.plan().requirements[5], units=(office,), recipient=recipient)
    plan = replace(made.plan(), issuer="ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ", number="24/KH-UBND", requirements=(requirement,))
    return plan, Register((Unit(office), Unit("UBND xã Đồng Tâm")), office)


HEAD = made.letterhead(
    DocumentKind.PLAN,
    issuer="ỦY BAN NHÂN DÂN HUYỆN SƠN HÀ",
    place="Sơn Hà",
    signer="Đinh Văn Mẫu",
    signer_title="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
)


def test_where_the_plan_asks_to_report_to_its_own_issuer_the_office_writes() -> None:
    plan, register = district("UBND huyện")
    office = office_facts(plan, HEAD, register)
    assert office.parent == office.addressee == "Ủy ban nhân dân huyện Sơn Hà"
    assert (office.body, office.symbol, office.title, office.name) == ("Phòng Nội vụ", "PNV", "TRƯỞNG PHÒNG", "")


def test_where_it_goes_higher_the_issuer_writes() -> None:
    plan, register = district("UBND tỉnh")
    office = office_facts(plan, HEAD, register)
    assert (office.body, office.addressee) == ("Ủy ban nhân dân huyện Sơn Hà", "UBND tỉnh")
    assert (office.symbol, office.letter_authority) == ("UBND", "TL. CHỦ TỊCH")


def test_a_blank_number_takes_its_symbol_from_those_who_cite_it() -> None:
    plan = replace(made.plan(), number=None, issuer="SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    cited = ["Thực hiện Kế hoạch số 512/KH-SKHCN ngày 19/5/2031 của Sở Khoa học và Công nghệ, đơn vị báo cáo"]
    head = replace(made.PLAN_HEAD, number=None)
    assert office_facts(plan, head, made.REGISTER, cited).symbol == "SKHCN"
    assert office_facts(plan, head, made.REGISTER, ["số 9/KH-SYT của Sở Y tế"]).symbol == "SKHCN"  # else by its letters


def test_settings_override_and_a_misspelt_one_is_refused() -> None:
    office = made.office().override({"place": "Hải Châu", "recipients": ["Như trên", "Lưu: VT"]})
    assert (office.place, office.recipients) == ("Hải Châu", ("Như trên", "Lưu: VT"))
    with pytest.raises(KeyError, match="noi_ky"):
        OfficeFacts().override({"noi_ky": "x"})
