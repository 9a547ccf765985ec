"""What staff type into the forms that they open by themselves."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from checks.decision import Answer
from checks.units import Register, Unit
from extractors.errors import TonghopError
from flows.campaign import BadCampaign, open_campaign
from flows.declared import declaration, declare, undeclared
from flows.deskforms import Correction, Item, Ruling, Verdict
from flows.unit_list import BadUnitList, read_unit_list
from tests.flows.test_forms import FINDING

NOW = "2024-11-01T09:00:00+07:00"
REGISTER = Register(
    (Unit("Phòng Tổng hợp"), Unit("Trường A", ("TH A",)), Unit("Trường Tiểu học Sông Vệ", ("TH Sông Vệ",))),
    "Phòng Tổng hợp",
)


def workbook(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


UNITS = workbook(
    ("DANH SÁCH ĐƠN VỊ",),
    ("TT", "Tên đơn vị", "Tên khác", "Loại", "Có số riêng"),
    ("1", "Phòng Tổng hợp", "", "phòng", ""),
    ("2", "Trường Tiểu học Sông Vệ", "TH Sông Vệ; Tiểu học Sông Vệ", "trường", "có"),
)


def test_the_register_is_read_below_whatever_title_stands_above_it() -> None:
    office, school = read_unit_list(UNITS)
    assert (office.name, office.numbered) == ("Phòng Tổng hợp", None)
    assert (school.aliases, school.kind, school.numbered) == (("TH Sông Vệ", "Tiểu học Sông Vệ"), "trường", True)


def test_the_register_says_who_is_excused_and_since_when() -> None:
    heads = ("Tên đơn vị", "Miễn nộp", "Từ ngày", "Đến ngày", "Sáp nhập vào", "Gia hạn đến")
    one, two, three = read_unit_list(
        workbook(
            heads, ("Trạm A", "x", "01/3/2031"), ("Trạm B", "", "", "30/6/2031", "Trạm A"), ("C", *[""] * 4, "5/7/2031")
        )
    )
    assert (one.exempt, one.since) == ("theo danh sách đơn vị", date(2031, 3, 1))
    assert (two.exempt, two.until, two.merged_into) == ("", date(2031, 6, 30), "Trạm A")
    assert three.extended == date(2031, 7, 5)


BAD_LISTS = [
    (workbook(("Tên đơn vị", "Gia hạn đến"), ("A", "cuối tháng")), "không phải là ngày", "no day"),
    (b"khong phai", "không mở được", "no workbook"),
    (workbook(("a", "b")), "không thấy cột", "no heading"),
    (workbook(("Tên đơn vị",)), "không có đơn vị", "no rows"),
]


@pytest.mark.parametrize(("data", "words", "why"), BAD_LISTS)
def test_a_bad_register_says_what_is_wrong(data: bytes, words: str, why: str) -> None:
    with pytest.raises(BadUnitList, match=words):
        read_unit_list(data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "inbox" / "an-toan"
    found.mkdir(parents=True)
    (found / "plan.docx").write_bytes(b"plan")
    (tmp_path / "inbox" / "don-vi.xlsx").write_bytes(UNITS)
    return found


def test_a_folder_with_a_plan_asks_once_and_becomes_a_campaign_without_a_file_in_the_inbox(
    folder: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    assert undeclared(folder.parent, data) == [folder]
    declare(folder, data, "An toàn trường học", "Phòng Tổng hợp")
    assert undeclared(folder.parent, data) == []
    campaign = open_campaign(folder, declaration(folder, data))
    assert (campaign.title, campaign.register.office) == ("An toàn trường học", "Phòng Tổng hợp")
    assert sorted(path.name for path in folder.iterdir()) == ["plan.docx"]


def test_the_office_must_be_one_of_the_units(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadCampaign, match="không có trong danh sách"):
        declare(folder, tmp_path / "data", "An toàn", "Phòng Khác")


def ruling(**given: object) -> Ruling:
    told = {
        "dot": "d",
        "don_vi": "Trường A",
        "yeu_cau": "R2",
        "ket_luan": Verdict.ACCEPT,
        "Họ và tên": "Lê Văn Tám",
    }
    return Ruling.model_validate(told | given)


def test_a_wrong_met_is_corrected_by_another_name_of_the_unit() -> None:
    decision = ruling(don_vi=" th  a", yeu_cau="r2", ket_luan=Verdict.AGREE).decision([FINDING], REGISTER, NOW)
    assert (decision.subject, decision.answer) == ("R2@Trường A", Answer.AGREE.value)


def test_a_word_on_any_finding_becomes_a_decision() -> None:
    decision = ruling(ly_do="đã có biên bản").decision([FINDING], REGISTER, NOW)
    assert (decision.subject, decision.answer, decision.reason) == (
        "R2@Trường A",
        Answer.ACCEPT.value,
        "đã có biên bản",
    )


BAD_RULINGS = [
    ({"yeu_cau": "R9"}, "không có kết quả", "no such finding"),
    ({"ket_luan": Verdict.EXEMPT}, "phải ghi lý do", "an exemption needs its reason"),
    ({"don_vi": "Trường Z"}, "Không thấy đơn vị", "nobody goes by that name"),
]


@pytest.mark.parametrize(("given", "words", "why"), BAD_RULINGS)
def test_a_word_that_cannot_be_taken_is_refused(given: dict[str, object], words: str, why: str) -> None:
    with pytest.raises(TonghopError, match=words):
        ruling(**given).decision([FINDING], REGISTER, NOW)


CORRECTIONS = [
    (Item.UNIT, "Trường Tiểu học Sông Vệ", "don_vi@", "Trường Tiểu học Sông Vệ"),
    (Item.UNIT, "th sông vệ", "don_vi@", "Trường Tiểu học Sông Vệ"),
    (Item.UNIT, "", "don_vi@", ""),
    (Item.NUMBER, "12/BC-THSV", "so@", "12/BC-THSV"),
    (Item.ISSUED, "5/2/2024", "ngay@", "2024-02-05"),
    (Item.KIND, "Báo cáo", "loai@", "bao_cao"),
    (Item.RECEIVED, "06-3-2024", "ngay_den@", "2024-03-06T12:00:00+07:00"),
]


@pytest.mark.parametrize(("item", "typed", "subject", "value"), CORRECTIONS)
def test_a_correction_is_kept_in_one_form(item: Item, typed: str, subject: str, value: str) -> None:
    form = Correction(dot="d", tep="a.docx", thong_tin=item, gia_tri=typed, nguoi_sua="Lê Văn Tám")
    decision = form.decision("f" * 64, REGISTER, NOW)
    assert decision.subject == subject + "f" * 64 and decision.value == value


@pytest.mark.parametrize(("item", "typed"), [(Item.ISSUED, "31/2/2024"), (Item.ISSUED, "hôm qua"), (Item.KIND, "thư")])
def test_what_cannot_be_read_is_refused(item: Item, typed: str) -> None:
    with pytest.raises(TonghopError):
        Correction(dot="d", tep="a", thong_tin=item, gia_tri=typed, nguoi_sua="Lê Văn Tám").decision(
            "f" * 64, REGISTER, NOW
        )
