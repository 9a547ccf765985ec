"""Who is praised and who only looks so: authors, crews, names with marks, lists without a colon, praise still to come."""

from __future__ import annotations

import pytest

from benchmarks.extract import presented
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain

PHRASES: list[tuple[str, set[str]]] = [
    (
        "Sở khen thưởng đột xuất Tổ Hóa - Sinh, Khoa Sản – Nhi và Đội sửa chữa lưới điện 110.",
        {"Khoa Sản – Nhi", "Tổ Hóa - Sinh", "Đội sửa chữa lưới điện 110"},
    ),
    ("Bưu cục Bến Tre được tặng Giấy khen.", {"Bưu cục Bến Tre"}),
    ("Chi đoàn Nhà máy Sợi biểu dương vì trực thay ca 40 buổi.", {"Chi đoàn Nhà máy Sợi"}),
    ("Tập thể Khoa Nội A được đề nghị Sở Y tế khen thưởng vì đón 20.000 lượt.", {"Khoa Nội A"}),
    ("Trường tặng 200 cuốn vở cho Trường Tiểu học Bản Giốc.", set()),
    ("Công đoàn trao 50 suất quà cho Công ty May Sao Mai.", set()),
    (
        "Ban Chấp hành biểu dương: (1) anh Hồ Văn Kỷ; (2) chị Lê Thị Nhài; (3) Chi hội Thanh niên khu phố 6.",
        {"Chi hội Thanh niên khu phố 6", "Hồ Văn Kỷ", "Lê Thị Nhài"},
    ),
    (
        "Hội đồng công nhận 02 sáng kiến: Máy tách hạt (tác giả: Phùng Văn Bảy); Sổ theo dõi điện tử (nhóm tác giả Tổ Kế toán).",
        {"Phùng Văn Bảy", "Tổ Kế toán"},
    ),
    ("Sáng kiến “Máy tách hạt” của anh Phùng Văn Bảy đang chờ thẩm định.", set()),
    ("Nhóm sinh viên Đỗ Khả Ái, Cao Bá Thiên giải Ba cuộc thi Khởi nghiệp.", {"Cao Bá Thiên", "Đỗ Khả Ái"}),
    ("Các trường hợp vi phạm điển hình: Đinh Văn Sáu (lấn chiếm vỉa hè), Trịnh Thị Út (đổ rác).", set()),
    ("Một số vụ việc tiêu biểu như vụ ông Chu Bá Nghị tranh chấp đất.", set()),
    ("Đề nghị nêu gương, không nêu tên đối tượng Ngô Văn Tý.", set()),
    ("Tiêu biểu là anh Sùng Mí Dơ bám bản 10 năm. UBND xã đề nghị khen anh Dơ.", {"Sùng Mí Dơ"}),
    ("Các chị Vi Thị Ngân (Tổ 2), Lô Thị Pà đề nghị được Hội tuyên dương.", {"Lô Thị Pà", "Vi Thị Ngân"}),
    ("Ông Hà Công Rộng đề nghị giải quyết chế độ.", set()),
    ("Nổi lên có em Chảo Láo Lở chống tảo hôn.", {"Chảo Láo Lở"}),
    ("Tiêu biểu trong đội ngũ tổ trưởng có bà Tăng Thị Kim và ông Lục Văn Sĩ.", {"Lục Văn Sĩ", "Tăng Thị Kim"}),
    ("Tiêu biểu trong số các trưởng ban điều hành là ông Kiều Văn Mậu.", {"Kiều Văn Mậu"}),
    (
        "Đăng ký 02 mô hình điểm: mô hình Chợ xanh (đổi pin lấy cây) và mô hình Bếp sạch thôn Hạ.",
        {"Bếp sạch", "Chợ xanh"},
    ),
    ("Từ tháng 3/2024, mô hình Phòng đọc lưu động bản Phiêng hoạt động, cho mượn 900 cuốn.", {"Phòng đọc lưu động"}),
    ("Lấy tên mô hình là Con đường tri thức, khai trương ngày 2/9.", {"Con đường tri thức"}),
    ("Mô hình Xe cứu thương nghĩa tình vận hành từ ngày 3/2, chở 312 lượt bệnh nhân.", {"Xe cứu thương nghĩa tình"}),
    ("Mô hình Góc vui của bé được phụ huynh ủng hộ.", {"Góc vui của bé"}),
    ("Hỗ trợ 05 mô hình thanh niên lập nghiệp có hiệu quả.", set()),
    (
        "Các mô hình hoạt động tốt: mô hình “Tiếng mõ an ninh” tại 3 bản; Tổ liên gia tự quản ở chợ; Camera xanh (12 mắt).",
        {"Camera xanh", "Tiếng mõ an ninh", "Tổ liên gia tự quản"},
    ),
    (
        "Mô hình nuôi ong lấy mật của hộ bà Triệu Thị Liều cho lãi 80 triệu đồng.",
        {"nuôi ong lấy mật của hộ bà Triệu Thị Liều"},
    ),
    ("Công trình: toàn xã hoàn thành 06 tuyến “Đường hoa thanh niên” dài 9 km.", set()),
    ("Mô hình Đổi rác lấy quà tại chỗ thu gom 3 tấn nhựa.", {"Đổi rác lấy quà tại chỗ"}),
    ("Đoàn Trường tổ chức ngày hội; Đoàn Xã phát động hiến máu.", set()),
    (
        "Đề nghị tặng Bằng khen cho Chi hội Nông dân xóm Đồi và ông Bạch Công Tứ.",
        {"Bạch Công Tứ", "Chi hội Nông dân xóm Đồi"},
    ),
    (
        "UBND thành phố đã tặng Giấy khen cho ba cá nhân trên và tập thể Đội Dân phòng phường 9.",
        {"Đội Dân phòng phường 9"},
    ),
    ("Tuyên dương thợ máy H’Lim Kpuih và Đội tuyển Bắn súng nữ.", {"H’Lim Kpuih", "Đội tuyển Bắn súng nữ"}),
    (
        "Hội nghị tuyên dương cầu thủ Lý A Páo, ghi 9 bàn; Đội bóng thôn 4, vô địch hai năm.",
        {"Lý A Páo", "Đội bóng thôn 4"},
    ),
    ("Anh hùng Núp, chị Võ Thị Sáu là những tấm gương được kể trong giờ chào cờ.", set()),
    (
        "Nổi lên ông Vừ Súa Chu (già làng) vận động giao nộp 9 khẩu súng; chị Tráng Thị Mỷ, công an viên, báo tin 2 vụ.",
        {"Vừ Súa Chu", "Tráng Thị Mỷ"},
    ),
]
TO_COME = [
    "Danh hiệu Chiến sĩ thi đua cho đ/c Vương Khả đang được Hội đồng xem xét.",
    "Năm sau Liên đoàn sẽ lập hồ sơ đề nghị tặng Bằng khen cho anh Nhâm Quốc Hạ.",
    "Dự kiến tuyên dương 05 tập thể, 10 cá nhân vào cuối năm, trong đó có ông Lục Văn Nình.",
    "Sẽ xem xét khen thưởng đồng chí Triệu Tòn Pham nếu hoàn thành trước hạn.",
]
HEAD = """SỞ CÔNG THƯƠNG
Số: 3/BC-SCT
Hòa An, ngày 02 tháng 12 năm 2024
BÁO CÁO
Kết quả năm 2024
II. KẾT QUẢ
"""
TABLES = [
    (
        "Tên sáng kiến\tTác giả\tXếp loại\nMáy tách hạt\tKS. Phùng Văn Bảy; Lê Thị Cúc\tA",
        {"Phùng Văn Bảy", "Lê Thị Cúc"},
        "both authors of a graded initiative, not the initiative",
    ),
    ("Tên sáng kiến\tTác giả\tThời gian đăng ký\nMáy tách hạt\tPhùng Văn Bảy\t3/2024", set(), "only entered"),
    (
        "Tên mô hình\tNội dung\tKết quả\nSuối trong\tVớt rác\t3 tấn\nHồ bơi vui\tDạy bơi\tChưa mở được do hồ hỏng",
        {"Suối trong"},
        "what was not opened is no model",
    ),
]


def read(text: str) -> set[str]:
    document = plain(HEAD + text)
    segments = segment(document)
    return {item.name for item in find_exemplars(document, segments, read_letterhead(document, segments))}


@pytest.mark.parametrize(("text", "names"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_praise(text: str, names: set[str]) -> None:
    assert {item.name for item in presented(text)} == names


@pytest.mark.parametrize("text", TO_COME)
def test_praise_to_come(text: str) -> None:
    assert [item.planned for item in presented(text)] == [True]


@pytest.mark.parametrize(("table", "names", "why"), TABLES)
def test_tables(table: str, names: set[str], why: str) -> None:
    assert read(table) == names, why


@pytest.mark.parametrize(
    ("lines", "names", "why"),
    [
        (
            "3. Mô hình, cá nhân nổi bật\n- Câu lạc bộ Cờ vua trẻ: mở 06 buổi đấu tập.",
            {"Câu lạc bộ Cờ vua trẻ"},
            "a heading",
        ),
        ("III. BIỂU DƯƠNG\n- Tổ Cơ điện (Phòng Hành chính): trực đêm 40 ca.", {"Tổ Cơ điện"}, "one word praises"),
        ("III. NHIỆM VỤ\n- Tổ Cơ điện (Phòng Hành chính): trực đêm 40 ca.", set(), "a duty"),
    ],
)
def test_units_below_headings(lines: str, names: set[str], why: str) -> None:
    assert read(lines) == names, why
