"""What an exemplar did and received: the words of the sentence, cut, never rewritten."""

from __future__ import annotations

import re

from extractors.vietnamese import fold

_AWARD = re.compile(
    r"\b(?:huân chương|huy chương|bằng khen|giấy khen|cờ thi đua|cờ đơn vị|kỷ niệm chương|huy hiệu"
    r"|bằng lao động sáng tạo"
    r"|chiến s[ĩỹ] thi đua|lao động tiên tiến|tập thể lao động (?:xuất sắc|tiên tiến)|đơn vị quyết thắng|giải (?:nhất"
    r"|nhì|ba|khuyến khích|a|b|c)"
    r"|danh hiệu|giáo viên dạy giỏi|gia đình văn hóa|nhà giáo ưu tú|thầy thuốc ưu tú)\b(?:\s+[^,.;:|()\n]{1,80})?"
)
_AWARD_END = re.compile(r"\s(?:vì|cho|do|trong|khi|và|nhờ|với|về)\b")
_OPENING = re.compile(
    r"^[\s,:;.\-–)]*(?:(?:vì|người|với|do|bởi|nhờ|là người|vì đã có|trong đó|cụ thể|anh|chị|ông|bà|đồng chí|em|cô"
    r"|thầy)\s+)+"
    r"|^[\s,:;.\-–)]+"
)
_CUE = re.compile(
    r"^(?:(?:,\s*)?(?:là\s+[^,:;.]{0,70}?(?:gương|điển hình|tiêu biểu|xuất sắc)[^,:;.]{0,60}"
    r"|được\s+[^;.]{0,160}?(?=\s+(?:vì|do|nhờ|với)\s|$))\s*[:,]?\s*)"
)
# "…; thành tích: …" says itself which words are the deed.
_FIELD = re.compile(r"[;,]\s*(?:tóm tắt )?(?:thành tích|việc làm)[^:;|]{0,40}:\s*")
_STOP = re.compile(r"\./\.|[.;](?=\s|$)|\n|\|")
_MAX = 220


def deed_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of what follows a name as its deed in text[start:end], or None when there is nothing."""
    told = _FIELD.search(fold(text[start:end]))
    if told is not None:
        start += told.end()
    stop = _STOP.search(text, start, end)
    b = min(stop.start() if stop else end, start + _MAX)
    if b < end and not stop:
        b = max(text.rfind(",", start, b), text.rfind(" ", start, b), start)
    low = fold(text[start:b])
    a = 0
    for pattern in (_OPENING, _CUE, _OPENING):
        match = pattern.match(low[a:])
        a += match.end() if match else 0
    piece = text[start + a : b]
    if len(piece.split()) < 3:
        return None
    return start + a, b - (len(piece) - len(piece.rstrip(" ,;.")))


def award_in(text: str, start: int, end: int) -> str | None:
    """Return the first award or title named in text[start:end], as written, or None."""
    match = _AWARD.search(fold(text[start:end]))
    if not match:
        return None
    low = match.group(0)
    stop = _AWARD_END.search(low, 6)
    size = stop.start() if stop else len(low)
    return text[start + match.start() : start + match.start() + size].strip()
