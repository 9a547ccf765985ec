"""The one family of errors: each leaf says what happened, what to do, and whether waiting helps.

The messages are what staff read (codes and wording: the reading research, section 2.4).
"""

from __future__ import annotations

from typing import Any, ClassVar


class TonghopError(Exception):
    """Root of all errors of this project.

    `code` names the leaf in results and in the ledger; `reason` and `remedy` are Vietnamese sentences whose {fields}
    are filled from `details`; a `transient` error is retried, any other quarantines the file it speaks of.
    `brief` says what is the matter in a few words, for a sentence about the unit that sent the file. `ours` says that
    the file may be whole and this machine cannot read it: nobody is to be blamed or asked to send it again.
    """

    code: ClassVar[str] = "LOI"
    reason: ClassVar[str] = "Có lỗi chưa phân loại: {detail}"
    remedy: ClassVar[str] = "Đề nghị báo bộ phận công nghệ thông tin."
    why_not: ClassVar[str] = "error"
    transient: ClassVar[bool] = False
    brief: ClassVar[str] = "tệp chưa đọc được"
    ours: ClassVar[bool] = False

    def __init__(self, **details: Any) -> None:
        self.details: dict[str, Any] = {"detail": "", **details}
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """Return the Vietnamese reason with its details filled in."""
        return self.reason.format_map(_Blank(self.details)).strip()

    def as_json(self) -> dict[str, Any]:
        """Return code, message, remedy and details, for the ledger and for a child process."""
        return {"code": self.code, "message": self.message, "remedy": self.remedy, "details": self.details}


class _Blank(dict[str, Any]):
    """A missing detail is shown as an ellipsis rather than raised: a message must never fail."""

    def __missing__(self, key: str) -> str:
        return "…"


class Unreadable(TonghopError):
    """A file that cannot be read; `why_not` is the word that `results.json` uses for it."""

    why_not: ClassVar[str] = "not_a_document"
    brief: ClassVar[str] = "tệp hỏng"


class EmptyFile(Unreadable):
    code, why_not = "TEP_RONG", "empty"
    brief = "tệp rỗng"
    reason = "Tệp rỗng (0 byte)."
    remedy = "Đề nghị đơn vị gửi lại tệp."


class TemporaryFile(Unreadable):
    code, why_not = "TEP_TAM", "temp_file"
    brief = "tệp tạm"
    reason = "Tệp tạm do phần mềm soạn thảo tạo ra, không phải văn bản."
    remedy = "Không phải làm gì; tệp tạm được bỏ qua."


class Truncated(Unreadable):
    code, why_not = "CHUA_CHEP_XONG", "truncated"
    reason = "Tệp đang được sao chép hoặc bị cắt giữa chừng."
    remedy = "Đề nghị chép lại tệp trọn vẹn."


class Encrypted(Unreadable):
    code, why_not = "CO_MAT_KHAU", "encrypted"
    brief = "tệp có mật khẩu mở"
    reason = "Tệp có mật khẩu mở."
    remedy = "Đề nghị đơn vị gửi bản không đặt mật khẩu."


class WrongKind(Unreadable):
    code, why_not = "SAI_LOAI_TEP", "not_a_document"
    brief = "tệp không phải văn bản"
    reason = "Nội dung tệp là {actual}, không phải văn bản đọc được."
    remedy = "Đề nghị đơn vị gửi bản Word hoặc PDF."


class Opened(Unreadable):
    code = "DA_MO_TEP_NEN"
    reason = "Tệp nén đã mở, có {count} tệp bên trong."
    remedy = "Không phải làm gì; mỗi tệp bên trong có trạng thái riêng."


class Broken(Unreadable):
    code, why_not = "TEP_HONG", "truncated"
    reason = "Tệp hỏng, không mở được ({detail})."
    remedy = "Đề nghị mở bằng Word, lưu lại rồi gửi lại."


class Dangerous(Unreadable):
    code, why_not = "TEP_NGUY_HIEM", "not_a_document"
    brief = "tệp có cấu trúc bất thường"
    reason = "Tệp bị từ chối vì có cấu trúc bất thường ({detail})."
    remedy = "Đề nghị báo bộ phận công nghệ thông tin kiểm tra tệp."


class TooLarge(Unreadable):
    code, why_not = "QUA_LON", "too_large"
    brief = "tệp quá lớn"
    reason = "Tệp vượt giới hạn ({detail})."
    remedy = "Đề nghị đơn vị tách tệp hoặc gửi bản gọn hơn."


class TimedOut(Unreadable):
    code, why_not = "QUA_THOI_GIAN", "timed_out"
    brief, ours = "đọc quá lâu nên đã dừng", True
    reason = "Đọc quá {seconds} giây nên đã dừng."
    remedy = "Đề nghị người xem tệp gốc, hoặc đơn vị gửi bản Word."


class NeedsOcr(Unreadable):
    code, why_not = "CAN_OCR", "needs_ocr"
    brief, ours = "bản quét, máy chưa cài bộ nhận dạng chữ", True
    reason = "Tệp là ảnh quét ({detail}), máy chưa cài bộ nhận dạng chữ."
    remedy = "Cài gói tesseract-ocr và tesseract-ocr-vie, hoặc đề nghị đơn vị gửi bản Word."


class NeedsLibreOffice(Unreadable):
    code, why_not = "CAN_LIBREOFFICE", "needs_libreoffice"
    brief, ours = "định dạng cũ, máy chưa cài phần mềm đọc", True
    reason = "Định dạng {actual} cần LibreOffice, máy chưa cài."
    remedy = "Cài gói libreoffice-writer, hoặc đề nghị đơn vị gửi bản .docx."


class NoLetters(Unreadable):
    code, why_not = "KHONG_CO_CHU", "no_text"
    brief = "tệp không có chữ"
    reason = "Không tìm thấy chữ nào trong tệp."
    remedy = "Đề nghị xem tệp gốc và gửi lại bản có chữ."


class Unreachable(TonghopError):
    """The file could not be taken from the disk just now: the share is away, the disk is full, access is denied."""

    code, why_not, transient = "KHONG_TOI_DUOC", "unreachable", True
    brief, ours = "chưa lấy được tệp", True
    reason = "Không lấy được tệp lúc này ({detail})."
    remedy = "Hệ thống sẽ tự thử lại; nếu kéo dài, kiểm tra thư mục dùng chung."


def by_code() -> dict[str, type[TonghopError]]:
    """Return every leaf by its code, so that an error that crossed a process border can be raised again."""
    found: dict[str, type[TonghopError]] = {}
    todo: list[type[TonghopError]] = [TonghopError]
    while todo:
        cls = todo.pop()
        found[cls.code] = cls
        todo.extend(cls.__subclasses__())
    return found
