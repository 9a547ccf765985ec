"""Surnames that look like other words of a signature block are still surnames."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.readers.builder import plain

NAMES = [
    ("Lưu Thị Hòa", "Lưu is also the line of the archive"),
    ("Hứa Thị Lưu", "as a given name too"),
    ("Đậu Văn Thắng", "without its marks Đậu is a dấu"),
    ("Kỳ Văn Lâm", "and Kỳ a ký"),
    ("Phan Nhật Quang", "without its marks Phan Nhật is a Phần nhất"),
    ("Phó Đức Lâm", "Phó is also half of a title"),
    ("Điêu Chính Kỳ", "Điêu is no Điều"),
    ("Nguyễn Văn An", "an ordinary one"),
]


@pytest.mark.parametrize(("name", "why"), NAMES)
@pytest.mark.parametrize("layout", ["lines", "cells"])
def test_the_signer_is_found(name: str, why: str, layout: str) -> None:
    body = "SỞ Y TẾ\nSố: 12/BC-SYT\nBÁO CÁO\nKết quả tiêm chủng\nĐơn vị đã tổ chức 02 lớp tập huấn./.\n"
    ends = {
        "lines": f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\n\n{name}",
        "cells": f"Nơi nhận:\t\n- Như trên;\n- Lưu: VT.\tGIÁM ĐỐC\n\t{name}",
    }
    assert extract(plain(body + ends[layout])).letterhead.signer == name, why


@pytest.mark.parametrize("degree", ["Y sĩ", "Dược sĩ", "Kỹ sư", "Cử nhân", "Điều dưỡng", "BSCKI.", "Đại đức"])
def test_a_degree_is_no_part_of_the_name(degree: str) -> None:
    text = (
        f"TRẠM Y TẾ\nSố: 2/BC-TYT\nBÁO CÁO\nKết quả quý I\nTrạm đã khám 90 lượt./.\nTRƯỞNG TRẠM\n\n{degree} Lò Văn Tá"
    )
    assert extract(plain(text)).letterhead.signer == "Lò Văn Tá"


@pytest.mark.parametrize("mark", ["(đã ký)", "(Ký, đóng dấu)", "Ký", "(dấu)"])
def test_a_mark_in_the_place_of_a_signature_is_nobody(mark: str) -> None:
    text = f"BÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\n{mark}\nTrần Thị Ba"
    assert extract(plain(text)).letterhead.signer == "Trần Thị Ba"


FILED = [
    ("- Lưu: VT. Phan Văn Tá", "Phan Văn Tá", "a PDF reads the filing note and the name at its height as one line"),
    ("- Lưu: VT, NNMT Phan Văn Tá", "Phan Văn Tá", "with the sign of the unit that wrote it"),
    ("- Lưu: CAP. Trung tá Phan Văn Tá", "Phan Văn Tá", "with a rank"),
    ("- Lưu: VT.", None, "nobody stands beside it"),
]


@pytest.mark.parametrize(("line", "name", "why"), FILED)
def test_a_name_beside_the_filing_note(line: str, name: str | None, why: str) -> None:
    text = f"PHÒNG Y TẾ\nSố: 4/BC-PYT\nBÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./.\nNơi nhận:\n- Như trên;\n{line}\nTRƯỞNG PHÒNG"
    assert extract(plain(text)).letterhead.signer == name, why


def test_a_year_wrapped_below_its_day_is_read() -> None:
    text = "PHÒNG Y TẾ\nSố: 4/BC-PYT\nHòa An, ngày 19 tháng 11\nnăm 2024\nBÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./."
    assert str(extract(plain(text)).letterhead.issued) == "2024-11-19"


def test_a_word_torn_by_a_narrow_column_is_one() -> None:
    text = "UBND HUYỆN HÒA AN\nPHÒNG NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG\nSố: 4/BC-NNMT\nBÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./."
    assert extract(plain(text)).letterhead.issuer == "PHÒNG NÔNG NGHIỆP VÀ MÔI TRƯỜNG"


def test_a_deputy_in_short_is_no_lettered_heading() -> None:
    text = "TRƯỜNG THPT A\nSố: 2/BC-THPT\nBÁO CÁO\nKết quả\nTrường dạy 90 lớp./.\nP. HIỆU TRƯỞNG\nLò Văn Tá\nNơi nhận:\n- nt."
    letterhead = extract(plain(text)).letterhead
    assert (letterhead.signer_title, letterhead.signer) == ("P. HIỆU TRƯỞNG", "Lò Văn Tá")


def test_the_last_of_a_list_of_provinces_is_no_signer() -> None:
    text = "BÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./.\nNơi nhận:\n- Lưu: VT.\nQuảng Nam, Phú Yên,\nBình Thuận."
    assert extract(plain(text)).letterhead.signer is None


def test_who_presides_signs_minutes_and_not_who_keeps_them() -> None:
    text = (
        "PHÒNG Y TẾ\nHòa An, ngày 19 tháng 11 năm 2024\nBIÊN BẢN\nHọp Hội đồng thi đua\nI. THÀNH PHẦN\n1. Chủ trì: ông Lê An.\n"
        "II. NỘI DUNG\n1. Hội đồng thống nhất danh sách.\nTHƯ KÝ\tCHỦ TRÌ\n\t\nLưu Thị Ngân\tLê Văn An"
    )
    assert extract(plain(text)).letterhead.signer == "Lê Văn An"
