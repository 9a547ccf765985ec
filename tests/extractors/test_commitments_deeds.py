"""Deeds of those whom a report presents, against what the unit itself claims."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.grammars.commitments import worth_listing
from extractors.readers.builder import plain

FRAME = """SỞ Y TẾ
CHI CỤC DÂN SỐ
Số: 8/BC-CCDS
Phú Sơn, ngày 10 tháng 9 năm 2024
BÁO CÁO
Công tác dân số năm 2024
I. KẾT QUẢ
"""

DEEDS = [
    # text of the report, quotes listed, why
    (
        "Chi cục đã mở 04 lớp tập huấn.\nII. ĐIỂN HÌNH TIÊN TIẾN\n- Bà Tẩn Thị Pham, cộng tác viên bản Nậm Pé: vận động"
        " 31 cặp vợ chồng khám sức khỏe.",
        ["Chi cục đã mở 04 lớp tập huấn"],
        "an item that opens with the name of a person",
    ),
    (
        "Biểu dương các tập thể, cá nhân sau:\n- Tổ Truyền thông: 09 năm không để ai phàn nàn.\n"
        "- Đồng chí Kha Văn Ót (lái xe): lái an toàn 120.000 km.",
        [],
        "a collective, and what it did without",
    ),
    (
        "Trong phong trào nổi lên ông Vi Văn Hặc, trưởng bản Nà Tông, đã hiến 200 m2 đất và vận động 14 hộ làm theo.",
        [],
        "the second half of the sentence tells of him too",
    ),
    (
        "Chi cục đã tặng Giấy khen cho chị Tẩn Thị Pham, cộng tác viên bản Nậm Pé.",
        ["Chi cục đã tặng Giấy khen cho chị Tẩn Thị Pham, cộng tác viên bản Nậm Pé"],
        "the name stands behind the verb: the unit gave",
    ),
]


@pytest.mark.parametrize(("text", "quotes", "why"), DEEDS, ids=[row[2] for row in DEEDS])
def test_deeds_of_exemplars(text: str, quotes: list[str], why: str) -> None:
    facts = extract(plain(FRAME + text))
    assert [item.span.quote for item in facts.commitments if worth_listing(item)] == quotes, why
