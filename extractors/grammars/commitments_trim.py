"""What a clerk leaves out when he quotes a clause: side remarks, the cause of a failure, marks at its edges."""

from __future__ import annotations

import re

_SIDE = re.compile(
    r",\s*(?:trong đó|chú ý|trọng tâm là|gắn với|lấy đó|góp phần|qua đó|từ đó|nhằm|cụ thể|bao gồm|được (?:nhân dân"
    r"|cấp trên)|để từng bước|nhiều [^;]{3,60} được (?:biểu dương|tuyên dương|khen)"
    r"|do (?:ông|bà|đồng chí|đ/c) [^;]{3,120}?\bchủ trì(?=\W*$)"
    r"|có (?:sự tham (?:gia|dự)|sự (?:hiện diện|chứng kiến)|(?:các )?(?:đại biểu|ông|bà|đồng chí|đ/c))(?= ))\b.*$",
    re.DOTALL,
)
_REASON = re.compile(r"(?:\s*\([^()]*\))?\s+vì\s.*$", re.DOTALL)
_CAUSE = re.compile(r"\s+(?:do|vì|bởi)\s+(?!\w+ (?:phụ trách|chủ trì|làm)).*$", re.DOTALL)
_PRAISES = re.compile(r"\b(?:biểu dương|tuyên dương|khen|tặng)\b")
# "Biểu dương ông X, Trưởng thôn, đã vận động …": post and deed tell why, the act is to praise.
_PRAISED = re.compile(
    r"(?:[^,;:]{0,40}\b)?(?:biểu dương|tuyên dương) (?:ông|bà|anh|chị|em|cô|thầy|đồng chí|đ/c)"
    r"\s[^,;:()\-]{3,36}(?=\s*[,(]|\s-\s)"
)
# "tôn vinh 02 cá nhân tiêu biểu là anh X, …": the act is to praise so many, who they are is told besides.
_NAMED_AFTER = re.compile(
    r"\b(?:\d+|hai|ba|bốn|năm) (?:cá nhân|tập thể|đồng chí|tấm gương|gương)\b[^,;:]{0,30}?"
    r"( (?:là|gồm) (?:anh|chị|em|ông|bà|cô|thầy|đồng chí|đ/c|tập thể)\b.*)$",
    re.DOTALL,
)
_FAILS = re.compile(r"\b(?:chưa|không)\b")


# "Do …, Phòng chưa gửi báo cáo", "Vì … nên xã chưa tổ chức": the cause stands first.
_CAUSE_FIRST = (
    re.compile(r"(?:do|vì|bởi) [^;]{4,240}? nên (?=[^;]*\b(?:chưa|không)\b)"),
    re.compile(r"(?:do|vì|bởi) [^;,]{4,160}?, (?=[^;,]{0,60}\b(?:chưa|không)\b)"),
)


def trimmed(low: str, a: int, b: int) -> tuple[int, int]:
    """Return the range without side remarks, cause of a failure, and marks at its edges."""
    piece = low[a:b]
    side = _SIDE.search(piece)
    if side and side.start() > 12:
        piece = piece[: side.start()]
    reason = _REASON.search(piece) if "vì" in piece else None
    if reason and _PRAISES.search(piece[: reason.start()]):
        piece = piece[: reason.start()]
    praised = _PRAISED.match(piece) if "dương" in piece else None
    if praised:
        piece = piece[: praised.end()]
    named = _NAMED_AFTER.search(piece) if " là " in piece or " gồm " in piece else None
    if named:
        piece = piece[: named.start(1)]
    cause = _CAUSE.search(piece) if "chưa" in piece or "không" in piece else None
    short = cause is not None and len(piece[: cause.start()].split()) < 5  # "chưa triển khai do chưa có kinh phí"
    if cause and not short and _FAILS.search(piece[: cause.start()]):
        piece = piece[: cause.start()]
    piece = piece.rstrip(" .;,:/")
    if piece.lstrip().startswith(("do ", "vì ", "bởi ")):
        lead = len(piece) - len(piece.lstrip())
        first = next((match for pattern in _CAUSE_FIRST if (match := pattern.match(piece, lead))), None)
        if first is not None and len(piece[first.end() :].split()) > 3:
            return a + first.end(), a + len(piece)
    return a + len(piece) - len(piece.lstrip(" -+•*–.")), a + len(piece)
