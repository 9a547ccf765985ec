"""Winners are exemplars, whoever judges, hands over or ranks first in something else is none."""

from __future__ import annotations

import pytest

from benchmarks.extract import presented

PHRASES = [
    # The rank stands alone before each winner.
    (
        "Giải kéo co nam nữ ngày 14/5. Kết quả: Nhất: CĐCS Trường Tiểu học Hoa Sim; Nhì: CĐCS Trạm Y tế xã Yên Thái; "
        "đồng giải Ba: CĐCS Mầm non Số 2, CĐCS Văn phòng.",
        {
            "CĐCS Trường Tiểu học Hoa Sim",
            "CĐCS Trạm Y tế xã Yên Thái",
            "CĐCS Mầm non Số 2",
            "CĐCS Văn phòng",
        },
    ),
    (
        "Hội thi hùng biện có 24 em dự. Nhất: Tòng Hải Yến (9A1); Nhì: Y Blim Mlô (8B); Ba: không trao. "
        "Giám khảo: cô Bùi Thị Then, thầy Lê Tú.",
        {"Tòng Hải Yến", "Y Blim Mlô"},
    ),
    (
        "Kết quả hội thi: giải Nhất thuộc về Đội thi xã Bản Lầu, giải Nhì thuộc về Đội thi xã Nậm Chảy.",
        {"Đội thi xã Bản Lầu", "Đội thi xã Nậm Chảy"},
    ),
    (
        "Chung cuộc: giải Nhất toàn đoàn trao cho Công an phường Đông Ngàn; giải Nhì: Ban Chỉ huy Quân sự phường "
        "Tân Hồng; giải Ba: Đoàn phường Đồng Kỵ và Hội Phụ nữ phường Trang Hạ.",
        {
            "Công an phường Đông Ngàn",
            "Ban Chỉ huy Quân sự phường Tân Hồng",
            "Đoàn phường Đồng Kỵ",
            "Hội Phụ nữ phường Trang Hạ",
        },
    ),
    # A unit behind a winner is where the winner comes from.
    (
        "Giải A: Phạm Thị Hương Thảo, Trường Mầm non Số 2; giải B: Lê Văn Chiểu, Trường THPT chuyên.",
        {"Phạm Thị Hương Thảo", "Lê Văn Chiểu"},
    ),
    (
        "Huy chương Vàng nội dung đơn nam: Trần Bảo Khang (Cục Thuế); Huy chương Bạc: Vũ Đức Mạnh (Kho bạc Nhà nước).",
        {"Trần Bảo Khang", "Vũ Đức Mạnh"},
    ),
    ("Xếp hạng: hạng Nhất: Chi cục Kiểm lâm; hạng Nhì: Chi cục Thủy lợi.", {"Chi cục Kiểm lâm", "Chi cục Thủy lợi"}),
    ("Giải Khuyến khích gọi tên chị Ma Thị Nguyệt (Hội Nông dân huyện).", {"Ma Thị Nguyệt"}),
    (
        "Giải Nhất (01 giải): nhóm tác giả Hoàng Minh Đức, Lê Khánh Ly; giải Nhì (02 giải): Chi đoàn Bệnh viện Phổi, "
        "Chi đoàn Sở Xây dựng.",
        {"Hoàng Minh Đức", "Lê Khánh Ly", "Chi đoàn Bệnh viện Phổi", "Chi đoàn Sở Xây dựng"},
    ),
    # What ranks first in an order of work, in a figure or in money wins nothing.
    ("Thứ nhất: Phòng Nội vụ chủ trì rà soát; thứ hai: Phòng Tài chính cân đối kinh phí.", set()),
    ("Tỷ lệ cao nhất: Ban Quản lý dự án huyện (92%); thấp nhất: UBND xã Kim Sơn (31%).", set()),
    ("Cơ cấu giải thưởng: 01 giải Nhất: 2.000.000 đồng; 02 giải Nhì: 1.500.000 đồng.", set()),
    ("Giải quyết khiếu nại: Phòng Tư pháp 03 đơn, Thanh tra huyện 02 đơn.", set()),
    ("Thực hiện hợp nhất: Phòng Lao động và Phòng Nội vụ.", set()),
    ("Ưu tiên số một: Trạm Y tế xã Đồng Tâm, ba: Trạm Y tế xã Tân Lập.", set()),
]


@pytest.mark.parametrize(("text", "names"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_winners(text: str, names: set[str]) -> None:
    assert {item.name for item in presented(text)} == names
