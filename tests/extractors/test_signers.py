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


@pytest.mark.parametrize("mark", ["(đã ký)", "(Ký, đóng dấu)", "Ký", "(dấu)"])
def test_a_mark_in_the_place_of_a_signature_is_nobody(mark: str) -> None:
    text = f"BÁO CÁO\nKết quả\nĐã tổ chức 02 lớp./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\n{mark}\nTrần Thị Ba"
    assert extract(plain(text)).letterhead.signer == "Trần Thị Ba"
