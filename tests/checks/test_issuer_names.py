"""Letterheads of a district, in the ways in which offices write them, against the names of the register."""

from __future__ import annotations

import pytest

from checks.recognise import recognise
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.readers.builder import plain

NAMES = (
    "Phòng Nội vụ",
    "Văn phòng UBND huyện",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Kinh tế và Hạ tầng",
    "Thanh tra huyện",
    "Ban Chỉ huy Quân sự huyện",
    "Hội Liên hiệp Phụ nữ huyện",
    "Hội Nông dân huyện",
    "Huyện Đoàn",
    "Liên đoàn Lao động huyện",
    "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
    "Ban Dân vận Huyện ủy",
    "Trung tâm Y tế huyện",
    "Hạt Kiểm lâm huyện",
    "Ngân hàng Chính sách xã hội huyện",
    "Điện lực Sơn Hòa",
    "Đồn Biên phòng Bãi Hải",
    "UBND xã Hòa An",
    "UBND xã Hòa An Tây",
    "Thôn Hòa Bình",
    "Hợp tác xã Nông nghiệp Hòa An",
    "Đoàn Thanh niên xã",
    "Văn phòng UBND tỉnh",
    "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
    "Hải quan khu vực V",
    "Trạm Y tế xã Cát Lâm",
    "Công ty Cổ phần Cấp nước Ba Đồn",
)
REGISTER = Register(tuple(Unit(name) for name in NAMES), "Phòng Nội vụ")
HEADS = [
    ("UBND HUYỆN SƠN HÒA\nVĂN PHÒNG HĐND VÀ UBND", "3/BC-VP", "Văn phòng UBND huyện", "the office serves both"),
    (
        "UBND HUYỆN SƠN HÒA\nPHÒNG LĐ-TB&XH",
        "3/BC-X",
        "Phòng Lao động - Thương binh và Xã hội",
        "a short form in pieces",
    ),
    ("UBND HUYỆN SƠN HÒA\nPHÒNG KT&HT", "3/BC-X", "Phòng Kinh tế và Hạ tầng", "another"),
    ("UBND HUYỆN SƠN HÒA\nTHANH TRA", "3/BC-TTr", "Thanh tra huyện", "the owner stands above"),
    ("BỘ CHQS TỈNH A\nBAN CHQS HUYỆN SƠN HÒA", "3/BC-BCH", "Ban Chỉ huy Quân sự huyện", "both levels shortened"),
    ("HỘI LHPN TỈNH A\nBAN THƯỜNG VỤ HUYỆN SƠN HÒA", "3/BC-BTV", "Hội Liên hiệp Phụ nữ huyện", "only organ and place"),
    ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nHUYỆN SƠN HÒA", "3/BC-X", "Hội Liên hiệp Phụ nữ huyện", "the country between"),
    ("HỘI NÔNG DÂN VIỆT NAM\nBCH HUYỆN SƠN HÒA", "3-BC/X", "Hội Nông dân huyện", "its committee"),
    (
        "ĐOÀN TNCS HỒ CHÍ MINH\nBCH HUYỆN SƠN HÒA\n***",
        "3-BC/ĐTN",
        "Huyện Đoàn",
        "the union stands in the motto's place",
    ),
    ("TỈNH ĐOÀN A\nHUYỆN ĐOÀN SƠN HÒA", "3-BC/HĐ", "Huyện Đoàn", "no wrapped line"),
    ("LĐLĐ TỈNH A\nLĐLĐ HUYỆN SƠN HÒA", "3/BC-X", "Liên đoàn Lao động huyện", "a short form begins a body"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ HUYỆN SƠN HÒA", "3/BC-X", NAMES[10], "the country left out"),
    ("HUYỆN ỦY SƠN HÒA\nBAN DÂN VẬN\n*", "3-BC/BDV", "Ban Dân vận Huyện ủy", "two syllables of the owner"),
    ("SỞ Y TẾ A\nTRUNG TÂM Y TẾ SƠN HÒA", "3/BC-TTYT", "Trung tâm Y tế huyện", "the level left out"),
    ("CHI CỤC KIỂM LÂM A\nHẠT KIỂM LÂM SƠN HÒA", "3/BC-HKL", "Hạt Kiểm lâm huyện", "once more"),
    ("CHI NHÁNH NHCSXH TỈNH A\nPHÒNG GIAO DỊCH NHCSXH\nHUYỆN SƠN HÒA", "3/BC-X", NAMES[14], "the office of a bank"),
    ("CÔNG TY ĐIỆN LỰC A\nĐIỆN LỰC SƠN HÒA", "3/BC-ĐL", "Điện lực Sơn Hòa", "no telegram"),
    ("BỘ ĐỘI BIÊN PHÒNG TỈNH\nĐỒN BIÊN PHÒNG BÃI HẢI", "3/BC-ĐBP", "Đồn Biên phòng Bãi Hải", "no application"),
    ("ỦY BAN NHÂN DÂN\nXÃ HÒA AN TÂY", "3/BC-UBND", "UBND xã Hòa An Tây", "not the commune whose name it begins with"),
    ("UBND XÃ HÒA AN\nTHÔN HÒA BÌNH", "3/BC-TH", "Thôn Hòa Bình", "a village below its commune"),
    ("LIÊN MINH HTX TỈNH A\nHTX NÔNG NGHIỆP HÒA AN", "3/BC-X", "Hợp tác xã Nông nghiệp Hòa An", "a body in short form"),
    ("TỈNH ĐOÀN A\nBCH ĐOÀN XÃ TÂN LỘC", "3-BC/ĐX", "Đoàn Thanh niên xã", "the union is called Đoàn"),
    ("ỦY BAN NHÂN DÂN TỈNH A\nVĂN PHÒNG", "3/BC-VP", "Văn phòng UBND tỉnh", "only the body above tells whose office"),
    ("LIÊN HIỆP CÁC HỘI KH&KT\nTỈNH A", "3/BC-LHH", NAMES[23], "a short form with &"),
    ("CỤC HẢI QUAN\nCHI CỤC HẢI QUAN KHU VỰC V", "3/BC-X", "Hải quan khu vực V", "with its kind in front"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nHUYỆN SƠN HÒA\nBAN THƯỜNG TRỰC", "3/BC-X", NAMES[10], "without its Ủy ban"),
    ("UBND XÃ CÁT LÂM\nTRẠM Y TẾ", "3/BC-TYT", "Trạm Y tế xã Cát Lâm", "the whole place stands above"),
    ("UBND XÃ CÁT HẢI\nTRẠM Y TẾ", "3/BC-TYT", None, "another commune's"),
    ("CÔNG TY CP CẤP NƯỚC BA ĐỒN\nBADOWACO", "3/BC-CTCN", "Công ty Cổ phần Cấp nước Ba Đồn", "its trade name below"),
    ("HỘI NÔNG DÂN TỈNH A", "3/BC-HNDT", None, "the level above is somebody else"),
    ("CÔNG AN TỈNH A\nCÔNG AN HUYỆN SƠN HÒA", "3/BC-CAH", None, "not in the register"),
    ("ỦY BAN NHÂN DÂN\nXÃ HÒA CHÂU", "3/BC-UBND", None, "another commune"),
]


@pytest.mark.parametrize(("head", "number", "unit", "why"), HEADS, ids=[head.replace("\n", " ") for head, *_ in HEADS])
def test_heads(head: str, number: str, unit: str | None, why: str) -> None:
    text = f"{head}\nSố: {number}\nSơn Hòa, ngày 02 tháng 12 năm 2024\nBÁO CÁO\nKết quả năm 2024\n1. Đã mở 02 lớp./."
    document = plain(text)
    assert recognise("x.docx", extract(document).letterhead, document, REGISTER)[0] == unit, why


def test_a_department_of_one_district_among_many_is_told_by_the_place_above() -> None:
    names = ("Phòng Y tế huyện Sơn Hòa", "Phòng Y tế huyện Đồng Tâm", "Trung tâm Y tế huyện Sơn Hòa")
    register = Register(tuple(Unit(name) for name in names), "Văn phòng Sở")
    document = plain(
        "UBND HUYỆN SƠN HÒA\nPHÒNG Y TẾ\nSố: 3/BC-PYT\nSơn Hòa, ngày 02 tháng 6 năm 2031\nBÁO CÁO\nKết quả"
    )
    assert recognise("a.docx", extract(document).letterhead, document, register)[0] == names[0]
