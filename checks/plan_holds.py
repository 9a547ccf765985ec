"""What a paper has to hold: "xây dựng kế hoạch, trong đó đăng ký 01 mô hình", "..., nêu rõ người phụ trách"."""

from __future__ import annotations

import re

# "báo cáo kết quả ..., trong đó nêu tên ít nhất 02 gương": what the paper has to hold.
HELD_IN = re.compile(
    r"(?:trong đó|trong (?:bản )?(?:báo cáo|kế hoạch))[\s,]+(?:phải |cần )?"
    r"(?P<verb>nêu|đăng ký|xác định|giới thiệu|kèm|đính kèm|đề xuất|lựa chọn|thể hiện)\s"
)
_STATES = re.compile(
    r"(?:xây dựng|lập|ban hành|xây dựng và ban hành|xây dựng, ban hành|cụ thể hóa)\s+(?:\w+\s+){0,2}?"
    r"(?:kế hoạch|chương trình|phương án)(?!\w)[^;.]*?[,(]\s*(?:trong đó\s+)?(?:phải\s+|cần\s+)?"
    r"(?:(?:xác định|nêu|làm|phân công|phân định|thể hiện|ghi|chỉ)\s+(?:cụ thể,?\s+)?rõ|quy định cụ thể|nêu cụ thể)\s"
)
_SENT = re.compile(r"\s*[,;]?\s+(?:và\s+)?(?:gửi|nộp)\s|\s*,\s+về\s")


def sent_behind(low: str, verb: int, end: int) -> int | None:
    """Return where, behind what a paper has to hold, its sending begins: "..., gửi về X"; None where none does."""
    sent = _SENT.search(low, verb, end)
    return sent.start() if sent is not None else None


def states_content(low: str, verb: int, end: int) -> bool:
    """Return whether the clause low[verb:end] writes a plan and also says what has to stand in it."""
    return _STATES.match(low, verb, end) is not None
