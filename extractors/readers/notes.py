"""The closed list of warnings that a reading may carry, and the sentence that staff read for each."""

from __future__ import annotations

from typing import Any

from extractors.document import Note

NOTES: dict[str, str] = {
    "ANH_CHUA_DOC": "Văn bản có {n} hình ảnh lớn chưa được nhận dạng chữ; đề nghị xem tệp gốc.",
    "BO_QUA_TRANG": "Tệp có {n} trang, chỉ đọc {m} trang đầu.",
    "CAN_OCR": "Trang {pages} là ảnh quét hoặc hỏng lớp chữ, máy chưa cài bộ nhận dạng chữ (tesseract-ocr-vie).",
    "CHU_AN": "Văn bản có chữ ẩn ({n} ký tự), không đưa vào nội dung đọc.",
    "CHU_KY_CHUA_KIEM_CHUNG": "Chữ ký số của {signer}: chưa kiểm chứng người ký.",
    "CHU_KY_SO_HONG": "Chữ ký số của {signer} không còn nguyên vẹn: {detail}.",
    "CON_VET_SUA": "Còn vết sửa chưa chấp nhận: {detail}.",
    "HAI_NGAY_DINH_NHAU": "Có hai ngày viết liền nhau ({detail}), có thể do in kèm vết sửa.",
    "LOP_CHU_SAI": "Lớp chữ của bản quét không phải tiếng Việt ({detail}), đã nhận dạng lại.",
    "OCR_KHONG_CHAC": "Trang {page}: {n} từ nhận dạng chưa chắc chắn, xem ảnh kèm theo.",
    "PHAN_NHUNG": "Văn bản có {n} phần nhúng (tệp, biểu đồ, sơ đồ) không đọc được.",
    "PHONG_CHU_CU": "Văn bản dùng phông {detail}, đã chuyển sang Unicode.",
    "SAI_DUOI_TEP": "Tên tệp là {name} nhưng nội dung là {actual}; đã đọc theo nội dung thật.",
    "THU_TU_MUC_BAT_THUONG": "Thứ tự các mục có chỗ bất thường ({detail}).",
}


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def note(code: str, **details: Any) -> Note:
    """Return the warning `code` with its sentence filled in; raises KeyError for a code outside the list."""
    return Note(code, NOTES[code].format_map(_Blank(details)))
