"""Who sent it: letterhead, symbol, signature, folder and file name against registers of invented units."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.recognise import CONFIRM, CONFLICT, OUTSIDE, UNKNOWN, recognise
from checks.unit_names import NameIndex, initials
from checks.units import Register, Unit
from extractors.document import Source
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain

HEALTH = Register(
    (
        Unit("Văn phòng Sở", ("VP Sở",), "văn phòng"),
        Unit("Thanh tra Sở", (), "phòng"),
        Unit("Phòng Nghiệp vụ Y", ("Phòng NVY",), "phòng"),
        Unit("Phòng Nghiệp vụ Dược", ("Phòng NVD",), "phòng"),
        Unit("Trung tâm Kiểm soát bệnh tật", ("CDC", "TT KSBT"), "đơn vị trực thuộc"),
        Unit("Bệnh viện Đa khoa tỉnh", ("BVĐK tỉnh",), "đơn vị trực thuộc"),
        Unit("Bệnh viện Y học cổ truyền", ("BV YHCT",), "đơn vị trực thuộc"),
        Unit("Chi cục Dân số - Kế hoạch hóa gia đình", ("Chi cục DS-KHHGĐ",), "đơn vị trực thuộc"),
    ),
    "Văn phòng Sở",
)
DISTRICT = Register(
    (
        Unit("Văn phòng HĐND và UBND huyện", ("VP HĐND&UBND",), "văn phòng"),
        Unit("Phòng Nông nghiệp và Phát triển nông thôn", ("Phòng NN&PTNT",), "phòng"),
        Unit("Phòng Kinh tế và Hạ tầng", ("Phòng KTHT",), "phòng"),
        Unit("Thanh tra huyện", (), "phòng"),
        Unit("UBND xã Đắk Ơ", (), "xã"),
        Unit("UBND xã Phú Nghĩa", (), "xã"),
        Unit("UBND xã Phú Văn", (), "xã"),
        Unit("UBND thị trấn Đa Kia", (), "xã"),
        Unit("Trường THCS Lê Hồng Phong", (), "trường"),
        Unit("Trường Tiểu học Lê Hồng Phong", (), "trường"),
    ),
    "Văn phòng HĐND và UBND huyện",
)

FILE_NAMES = [
    (HEALTH, "KH thi dua Phong Nghiep vu Y.docx", "Phòng Nghiệp vụ Y", "no marks"),
    (HEALTH, "BC_NVD_quy2.pdf", "Phòng Nghiệp vụ Dược", "the short form alone"),
    (HEALTH, "bao cao TTKSBT.docx", "Trung tâm Kiểm soát bệnh tật", "blanks of the alias lost"),
    (HEALTH, "CDC - ke hoach 2024.docx", "Trung tâm Kiểm soát bệnh tật", "foreign short form as alias"),
    (HEALTH, "BV YHCT nop bao cao.doc", "Bệnh viện Y học cổ truyền", ""),
    (HEALTH, "BenhVienDaKhoaTinh_KH.pdf", "Bệnh viện Đa khoa tỉnh", "words run together"),
    (HEALTH, "Chi cục DSKHHGĐ BC năm.docx", "Chi cục Dân số - Kế hoạch hóa gia đình", "hyphen lost"),
    (HEALTH, "TTra So - KH.docx", "Thanh tra Sở", "TTra is Thanh tra"),
    (HEALTH, "scan0001.pdf", None, "nothing to tell"),
    (HEALTH, "Bao cao ban cuoi (2).docx", None, "nothing to tell"),
    (DISTRICT, "xã Đắk Ơ/BC.docx", "UBND xã Đắk Ơ", "the folder"),
    (DISTRICT, "BC xa Phu Nghia.pdf", "UBND xã Phú Nghĩa", ""),
    (DISTRICT, "BC_PhuVan.pdf", "UBND xã Phú Văn", ""),
    (DISTRICT, "THCS Le Hong Phong bc.docx", "Trường THCS Lê Hồng Phong", "two schools of one name"),
    (DISTRICT, "TH Le Hong Phong bc.docx", "Trường Tiểu học Lê Hồng Phong", "TH is tiểu học"),
    (DISTRICT, "Le Hong Phong bc.docx", None, "which of the two schools"),
    (DISTRICT, "KH Phong NNPTNT.docx", "Phòng Nông nghiệp và Phát triển nông thôn", ""),
    (DISTRICT, "KTHT-kehoach.docx", "Phòng Kinh tế và Hạ tầng", ""),
    (DISTRICT, "TT Da Kia BC.docx", "UBND thị trấn Đa Kia", "TT is thị trấn before a place"),
]


@pytest.mark.parametrize(("register", "key", "unit", "why"), FILE_NAMES)
def test_a_file_that_cannot_be_read_is_told_by_its_name(
    register: Register, key: str, unit: str | None, why: str
) -> None:
    assert recognise(key, None, None, register)[0] == unit, why


def frame(
    left: str, number: str, kind: str = "BÁO CÁO", opening: str = "Đơn vị báo cáo như sau:", tail: str = ""
) -> str:
    return (
        f"{left}\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Phú An, ngày 12 tháng 6 năm 2024\n{kind}\nKết quả thi đua\n{opening}\nI. KẾT QUẢ\nĐã làm xong./.\n{tail}"
    )


def told(key: str, text: str, register: Register) -> tuple[str | None, set[str]]:
    document = plain(text)
    letterhead = read_letterhead(document, segment(document))
    unit, _, notes = recognise(key, letterhead, document, register)
    return unit, {note.code for note in notes}


FRONT = Register(
    (
        Unit("Huyện Đoàn", (), "đoàn thể"),
        Unit("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", ("MTTQ tỉnh",), "đoàn thể"),
        Unit("Phòng Nội vụ", (), "phòng"),
    ),
    "Phòng Nội vụ",
)
FRAMES = [
    (FRONT, "x.docx", frame("BCH HUYỆN ĐOÀN HÒA AN", "3-BC/HĐTN"), "Huyện Đoàn", set(), "its committee writes"),
    (
        FRONT,
        "x.docx",
        frame("ỦY BAN MTTQ VIỆT NAM\nTỈNH HÒA AN\nBAN THƯỜNG TRỰC", "45/BC-MTTQ-BTT"),
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        set(),
        "a standing organ below the name of its committee, with the place behind",
    ),
    (HEALTH, "x.docx", frame("SỞ Y TẾ\nPHÒNG NGHIỆP VỤ Y", "05/BC-NVY"), "Phòng Nghiệp vụ Y", set(), "the plain case"),
    (HEALTH, "x.docx", frame("SỞ Y TẾ\nTHANH TRA", "05/BC-TTr"), "Thanh tra Sở", set(), "the owner stands above"),
    (
        HEALTH,
        "x.docx",
        frame("SỞ Y TẾ\nTRUNG TÂM\nKIỂM SOÁT BỆNH TẬT", "9/BC-KSBT"),
        "Trung tâm Kiểm soát bệnh tật",
        set(),
        "the name wraps",
    ),
    (
        HEALTH,
        "x.docx",
        frame("SỞ Y TÉ\nPHÒNG NGHIỆP VU DƯƠC", "05/BC-X"),
        "Phòng Nghiệp vụ Dược",
        set(),
        "misread letters",
    ),
    (
        HEALTH,
        "x.docx",
        frame("TRUNG TÂM KIỂM SOÁT BỆNH TẬT\nKHOA TRUYỀN THÔNG", "05/BC-TT"),
        "Trung tâm Kiểm soát bệnh tật",
        set(),
        "a part of a unit speaks for the unit",
    ),
    (
        HEALTH,
        "BC Phong NVY.docx",
        frame("SỞ Y TẾ\nPHÒNG NGHIỆP VỤ DƯỢC", "05/BC-NVY"),
        None,
        {CONFLICT, UNKNOWN},
        "another unit's frame left in: symbol and file name say otherwise, so a person decides",
    ),
    (
        HEALTH,
        "x.docx",
        frame("SỞ Y TẾ\nPHÒNG NGHIỆP VỤ DƯỢC", "05/BC-NVY"),
        "Phòng Nghiệp vụ Dược",
        {CONFLICT},
        "the symbol alone does not outweigh the frame, but the doubt is shown",
    ),
    (
        HEALTH,
        "x.docx",
        frame("UBND TỈNH\nSỞ NỘI VỤ", "88/GM-SNV", "GIẤY MỜI", "Mời Phòng Nghiệp vụ Y và Thanh tra Sở dự họp:"),
        None,
        {OUTSIDE},
        "units that a stranger's letter mentions have not sent it",
    ),
    (
        HEALTH,
        "KH Phong NVY.docx",
        frame("UBND TỈNH\nSỞ Y TẾ", "88/KH-SYT", "KẾ HOẠCH"),
        None,
        {UNKNOWN},
        "the department's own number, but the file name tells of a unit: a person decides",
    ),
    (
        DISTRICT,
        "x.pdf",
        frame("UBND XÃ BÙ GIA", "31/BC-UBND", tail="Nơi nhận:\n- Văn phòng HĐND và UBND huyện;\n- Lưu.\nCHỦ TỊCH"),
        None,
        {UNKNOWN},
        "a commune that the register forgot answers the office",
    ),
    (
        HEALTH,
        "KH cua So.docx",
        frame("UBND TỈNH\nSỞ NỘI VỤ", "88/KH-SNV", "KẾ HOẠCH"),
        None,
        {OUTSIDE},
        "a plan of another department: its symbol is its own",
    ),
    (
        HEALTH,
        "x.docx",
        frame("UBND TỈNH\nSỞ Y TẾ", "05/BC-NVY", opening="Phòng Nghiệp vụ Y báo cáo kết quả thi đua như sau:"),
        "Phòng Nghiệp vụ Y",
        set(),
        "a phòng that writes under its department's frame",
    ),
    (
        DISTRICT,
        "x.pdf",
        frame("ỦY BAN NHÂN DÂN\nXÃ PHÚ NGHĨA", "31/BC-UBND"),
        "UBND xã Phú Nghĩa",
        set(),
        "UBND in the symbol tells nothing",
    ),
    (
        DISTRICT,
        "x.pdf",
        frame("UBND XÃ BÙ GIA", "31/BC-UBND"),
        None,
        {OUTSIDE, UNKNOWN},
        "a commune that is not in the register",
    ),
    (
        DISTRICT,
        "x.pdf",
        frame("UBND HUYỆN\nPHÒNG NÔNG NGHIỆP & PTNT", "12/BC-PNN"),
        "Phòng Nông nghiệp và Phát triển nông thôn",
        set(),
        "half a short form in the frame",
    ),
    (
        DISTRICT,
        "x.pdf",
        frame("UBND HUYỆN\nTRƯỜNG TIỂU HỌC LÊ HỒNG PHONG", "12/BC-THLHP"),
        "Trường Tiểu học Lê Hồng Phong",
        set(),
        "",
    ),
]


@pytest.mark.parametrize(("register", "key", "text", "unit", "notes", "why"), FRAMES)
def test_frames(register: Register, key: str, text: str, unit: str | None, notes: set[str], why: str) -> None:
    got, codes = told(key, text, register)
    assert got == unit, why
    if got is not None or OUTSIDE not in notes:
        assert codes == notes, why
    else:
        assert codes & notes, why


def test_clues_are_told_in_vietnamese() -> None:
    _, clues, _ = recognise("Phong NVY/bc.docx", None, None, HEALTH)
    assert clues == ("thư mục: Phong NVY → Phòng Nghiệp vụ Y",)


def test_number_and_day_of_a_scan_wait_for_a_look_at_the_paper() -> None:
    document = plain(frame("SỞ Y TẾ\nPHÒNG NGHIỆP VỤ Y", "05/BC-NVY"))
    scan = replace(document, blocks=tuple(replace(block, source=Source.OCR) for block in document.blocks))
    letterhead = read_letterhead(scan, segment(scan))
    _, _, notes = recognise("scan.pdf", letterhead, scan, HEALTH)
    assert [note.code for note in notes] == [CONFIRM]
    assert notes[0].text == "Đọc từ bản quét: số 05/BC-NVY, ngày 12/06/2024; đề nghị đối chiếu với bản gốc."


def test_initials() -> None:
    assert {"pnvd", "nvd"} <= initials("Phòng Nghiệp vụ Dược")
    assert "ttksbt" in initials("Trung tâm Kiểm soát bệnh tật")


def test_a_form_of_two_units_means_none() -> None:
    twins = Register((Unit("Phòng Tổ chức Cán bộ"), Unit("Phòng Tài chính Công bằng")), "Phòng Tổ chức Cán bộ")
    assert NameIndex(twins).lookup("tccb") is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_key_is_answered(key: str) -> None:
    unit, _, notes = recognise(key, None, None, HEALTH)
    assert unit is None or HEALTH.by_name(unit) is not None
    assert unit is not None or notes
