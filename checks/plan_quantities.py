"""Which number of a clause is the measure of its duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.plan_text import PlanText
from extractors.facts import Quantity

_NUMBER = re.compile(
    r"(?<![\w/.,-])(?P<value>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
    r"(?:\s*(?:-|đến|tới)\s*(?P<upper>\d+(?:,\d+)?)(?![\d/.]))?\s*(?:\([^)\d]{1,24}\)\s*)?(?P<unit>%|[^\W\d_])"
)
_AT_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|không dưới|không ít hơn|từ|trên|hơn|đạt từ|đạt trên|quá)(?: là| đạt| từ| được| khoảng)*\s*$"
)
_AT_MOST = re.compile(r"(?:không quá|tối đa|dưới|không vượt quá|nhiều nhất|không nhiều hơn)(?: là)?\s*$")
_TIME = re.compile(r"(?:ngày|tháng|giờ|năm|tuần|quý|phút|h|g)(?!\w)")
_NAMING = re.compile(
    r"(?:số|ngày|tháng|năm|quý|lớp|khóa|khoá|khoản|điều|mục|điểm|đợt|lần thứ|giai đoạn|quyển|tập|phụ lục|biểu|mẫu|khu phố"
    r"|tổ|thôn|xóm|bản|đội|khối|cấp độ|mức độ|mức|vùng|tuổi|học kỳ|phòng|đường|quốc lộ|tp|phiên bản)\s*$"
)
_UNIT_END = re.compile(
    r"[.;:()\"“”\n]|,(?!\s*(?:mô hình|bài|đơn vị|cá nhân|gương)(?!\w))|(?<!\w)(?:trong|trước|đến|để|nhằm|về|tại|cho|của|được|do|là|với|theo|vào|từ|có|và gửi|trên|gắn|trở lên|so với|mỗi năm)(?!\w)"
)
_UP = re.compile(r"[^.;,]{0,60}?trở lên")
_PER = re.compile(r"\s*(?:/|mỗi\s+|một\s+|trong\s+(?:mỗi|một)\s+)(?P<per>tháng|quý|năm|tuần|học kỳ|ngày|đơn vị)")


def find(plan: PlanText, start: int, end: int) -> list[Quantity]:
    """Return the amounts of text[start:end] in order: no dates, durations, numbers of documents or of rounds."""
    return list(_amounts(plan, start, end))


def _amounts(plan: PlanText, start: int, end: int) -> Iterator[Quantity]:
    taken = [(mention.wide.start, mention.wide.end) for mention in plan.dates(start, end)]
    inside = plan.depth(start, end)
    for match in _NUMBER.finditer(plan.low, start, end):
        at = match.start()
        if any(a <= at < b for a, b in taken):
            continue
        if _TIME.match(plan.low, match.start("unit")) or _NAMING.search(plan.low, max(start, at - 14), at):
            continue
        if inside[at - start] and match["unit"] != "%":
            continue
        yield _amount(plan, match, start, end)


def _amount(plan: PlanText, match: re.Match[str], start: int, end: int) -> Quantity:
    left = plan.low[max(start, match.start() - 24) : match.start()]
    op = ">=" if _AT_LEAST.search(left) else "<=" if _AT_MOST.search(left) else "="
    value = _value(match["value"])
    if op == "=" and _UP.match(plan.low, match.start("unit"), end):
        op = ">="
    stop = _UNIT_END.search(plan.low, match.end("unit"), min(end, match.end("unit") + 60))
    unit_end = stop.start() if stop else min(end, match.end("unit") + 60)
    unit = " ".join(plan.text[match.start("unit") : unit_end].split())
    per = _PER.match(plan.low, unit_end, end) or _PER.search(plan.low, match.end("unit"), min(end, unit_end + 14))
    if per and "/" + per["per"] not in unit:
        unit = re.sub(r"\s*(?:mỗi|một)\s+" + per["per"] + r"$", "", unit) + "/" + per["per"]
    upper = _value(match["upper"]) if match["upper"] else None
    return Quantity(op, value, unit, plan.document.span(match.start(), match.end("unit")), upper)


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def measure(plan: PlanText, start: int, end: int) -> Quantity | None:
    """Return the amount that measures the duty: the first with a comparison, else the first."""
    found = find(plan, start, end)
    return next((item for item in found if item.op != "="), found[0] if found else None)
