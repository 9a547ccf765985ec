"""Models that are named without quotation marks, and what speaks of models without naming one."""

from __future__ import annotations

import pytest

from benchmarks.extract import presented
from extractors.facts import ExemplarKind

MODELS = [
    # A capital opens the name; the verb, its place, its owner or a comma ends it.
    (
        "Mô hình Tủ giống 0 đồng do Hội Nông dân xã quản lý đã cấp miễn phí 640 kg lúa giống.",
        {"Tủ giống 0 đồng"},
    ),
    ("Trạm Y tế duy trì mô hình Góc tư vấn dinh dưỡng, mỗi tuần tiếp 15 bà mẹ.", {"Góc tư vấn dinh dưỡng"}),
    ("Mô hình Bữa sáng yêu thương được phụ huynh đồng tình, mỗi tháng nấu 1.200 suất.", {"Bữa sáng yêu thương"}),
    ("Nhà trường đã triển khai mô hình Thư viện ngoài trời từ tháng 9/2023.", {"Thư viện ngoài trời"}),
    ("Công an xã phối hợp ra mắt mô hình Zalo an ninh tại 7 thôn.", {"Zalo an ninh"}),
    (
        "Đã thành lập mô hình Dòng họ Phan không có người vi phạm pháp luật.",
        {"Dòng họ Phan không có người vi phạm pháp luật"},
    ),
    (
        "Chi cục Thuế vận hành mô hình Ki-ốt hỗ trợ kê khai, phục vụ 2.310 lượt hộ kinh doanh.",
        {"Ki-ốt hỗ trợ kê khai"},
    ),
    ("Bảo tàng tỉnh thí điểm mô hình Giờ học di sản, đón 48 lớp.", {"Giờ học di sản"}),
    ("Đến nay mô hình Vườn thuốc lớp em đã được nhân ra 7/7 điểm trường.", {"Vườn thuốc lớp em"}),
    ("Đã thành lập thêm 02 mô hình Bến đò an toàn.", {"Bến đò an toàn"}),
    (
        "Xây dựng các mô hình Ngõ sạch, Vườn xanh và Chợ không rác.",
        {"Ngõ sạch", "Vườn xanh", "Chợ không rác"},
    ),
    ("Mô hình vườn thuốc nam lớp em cung cấp 1,2 tạ lá mỗi vụ.", {"vườn thuốc nam lớp em"}),
    # Heard of, visited, copied, taught, or laid down by the State for all.
    ("Tổ chức lớp tập huấn về mô hình Vườn rừng cho 40 hộ.", set()),
    ("Đoàn tham quan mô hình Hợp tác xã Rau sạch tại tỉnh bạn.", set()),
    ("Trạm hoạt động theo mô hình Trung tâm điều hành thông minh tại huyện.", set()),
    ("Chuyển sang mô hình Chính quyền địa phương 02 cấp từ 01/7.", set()),
    ("Triển khai mô hình Hợp tác xã kiểu mới.", set()),
    ("Xây dựng 04 mô hình trình diễn tại các thôn.", set()),
    ("Tiếp tục nhân rộng các mô hình hay, cách làm hiệu quả trong toàn ngành.", set()),
    ("Mô hình kinh tế tập thể của huyện còn nhỏ lẻ, manh mún.", set()),
    # What a youth union builds is a work.
    ("Công trình thanh niên “Cầu dân sinh suối Nậm” dài 18 m đã khánh thành ngày 26/3.", set()),
    ("Đoàn xã đăng ký công trình thanh niên “Sân chơi từ lốp cũ”.", set()),
]


@pytest.mark.parametrize(("text", "names"), MODELS, ids=[text[:40] for text, _ in MODELS])
def test_models(text: str, names: set[str]) -> None:
    assert {item.name for item in presented(text) if item.kind is ExemplarKind.MODEL} == names


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Mô hình “Thứ Bảy vì dân” sẽ ra mắt trong tháng 3/2023.", True),
        ("Mô hình “Thứ Bảy vì dân” dự kiến đi vào hoạt động từ quý II.", True),
        ("Mô hình “Thứ Bảy vì dân” đã ra mắt trong tháng 3/2023.", False),
    ],
)
def test_to_come(text: str, planned: bool) -> None:
    assert [(item.name, item.planned) for item in presented(text)] == [("Thứ Bảy vì dân", planned)]
