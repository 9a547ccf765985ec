"""The names under which staff find the deployments; the flows behind them keep names that no file system minds."""

from __future__ import annotations

_OURS = "Máy tự mở: "  # the service starts these itself; they stand together in the list
TITLES = {
    "bien-dich-lai-ke-hoach": "Biên dịch lại kế hoạch",
    "cong-van-don-doc": "Công văn đôn đốc",
    "dien-hinh": "Chọn điển hình",
    "doc-lai-tep": "Đọc lại tệp",
    "ket-luan": "Kết luận",
    "khai-bao-dot": f"{_OURS}khai báo đợt",
    "kiem-tra-toan-ven": "Kiểm tra toàn vẹn",
    "lap-bao-cao-tong-hop": "Lập báo cáo tổng hợp",
    "nhac-thoi-han": "Nhắc thời hạn",
    "phat-hanh-bao-cao": "Phát hành báo cáo",
    "sua-thong-tin": "Sửa thông tin",
    "tin-tuan": "Tin tuần gửi lãnh đạo",
    "tinh-hinh-hang-ngay": "Tình hình hằng ngày",
    "trinh-ky": "Trình ký",
    "xac-nhan-ke-hoach": f"{_OURS}xác nhận kế hoạch",
    "xem-dien-hinh": f"{_OURS}xem điển hình",
    "xem-tep": f"{_OURS}xem tệp",
    "xem-xet": f"{_OURS}xem xét đơn vị",
}
# Prefect labels a parameter by its name in Python; staff read this instead.
PARAMETERS = {
    "phieu": "Phiếu",
    "dot": "Đợt",
    "ten_dot": "Tên đợt",
    "don_vi": "Phòng, đơn vị",
    "noi_dung": "Nội dung hỏi",
    "minh_chung": "Minh chứng",
    "nhac": "Lời nhắc",
    "tep": "Tệp",
    "trich": "Phần đầu văn bản",
    "may_doc": "Máy đọc",
    "cac_don_vi": "Các phòng, đơn vị",
    "ke_hoach": "Kế hoạch",
    "thu_muc": "Thư mục trong hộp thư",
    "phan": "Phần",
    "dien_hinh": "Điển hình",
}


def path(flow: str) -> str:
    """Return the name by which Prefect finds the deployment of that flow."""
    return f"{flow}/{TITLES[flow]}"
