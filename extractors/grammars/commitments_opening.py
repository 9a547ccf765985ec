"""Results told in the opening paragraph of a report, behind the documents that it rests on.

"Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2024 của UBND huyện, đến nay Hội đã xóa 04 nhà tạm. Kết quả như sau:"
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.vietnamese import fold

_BASIS = re.compile(
    r"(?:căn cứ|thực hiện|theo|trên cơ sở|tiếp tục thực hiện|triển khai|chấp hành|phúc đáp|hưởng ứng|quán triệt"
    r"|thi hành|được sự|dưới sự|với sự|nhờ|nhằm|để)\b"
)
_COMMA = re.compile(r",\s+")
_TIME = re.compile(r"(?:đến nay|đến hết|tính đến|trong|qua|sau|từ|năm \d|quý|riêng)\b")
_TELLS = re.compile(r"\bđã\b|\b(?:đạt|có|được|hoàn thành|đạt được)\s+(?:tỷ lệ )?\d|\bđạt\b[^,;]*\d")
_CITED = re.compile(
    r"\bsố\s*:?\s*\d[\w./-]*|\d+[-/][a-zđ][\wđ/.-]*|\bngày\s+[\d/.\- ]+(?:tháng\s+\d+\s+năm\s+\d+)?"
    r"|\b(?:năm|tháng|quý|giai đoạn)\s+[\divx/.\-– ]+|\d+\s+tháng\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
)


def told_in_opening(text: str, start: int, end: int) -> int | None:
    """Return where a counted result begins in the opening sentence text[start:end]; None where it tells none."""
    low = fold(text[start:end])
    bounds = [0, *(match.end() for match in _COMMA.finditer(low)), len(low)]
    parts = [low[a:b] for a, b in pairwise(bounds)]
    first = 1 if _BASIS.match(low) else 0
    for at in range(first, len(parts)):
        if _TIME.match(parts[at]) or _TELLS.search(parts[at]):
            claim = low[bounds[at] :]
            counted = any(c.isdigit() for c in _CITED.sub(" ", claim))
            return start + bounds[at] if counted and _TELLS.search(claim) else None
    return None
