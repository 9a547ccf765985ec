"""Which number of a clause is the measure of its duty."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.plan_text import PlanText
from extractors.facts import Quantity
from extractors.grammars.quantities import find_quantities

_TIME = re.compile(r"(?:ngày|tháng|giờ|năm|tuần|quý|phút)(?: làm việc)?")
_EVENT = re.compile(r"[\d.,]+\s+(?:ngày hội|tuần lễ|tháng thanh niên|ngày chủ nhật|ngày thứ bảy|tháng hành động)")
# "rút ngắn thời gian chờ khám xuống còn dưới 60 phút": here a duration is what is measured.
_SHORTENED = re.compile(
    r"(?:rút ngắn|giảm)\s[^.;,]{0,60}$|thời gian\s[^.;,]{2,60}?(?:còn|dưới|không quá|tối đa)[^.;,]{0,20}$"
)
_HEAD = 12  # characters before a share that opens a duty: "Có ", "Phấn đấu "
# "tuyên truyền nội dung 8 tiêu chí của cuộc vận động", "từ nguồn tiết kiệm 10% chi thường xuyên": a number that the
# thing spoken of has by itself.
_PARTS = (
    r"(?:tiêu chí|tiêu chuẩn|nội dung|nguyên tắc|điều|nhóm|nhiệm vụ|giải pháp|trụ cột|quan điểm|mục tiêu|khâu|đột phá)"
)
_COUNTED_PART = re.compile(rf"[\d.,]+\s+(?={_PARTS}(?!\w))")
_OWN_NUMBER = re.compile(
    r"(?:(?:tuyên truyền|phổ biến|quán triệt|nội dung|phương châm|nguyên tắc|cuộc vận động|phong trào|khẩu hiệu)"
    r"(?:\s+(?:về|nội dung|thực hiện|các|đầy đủ|sâu rộng|gồm|với))*|nguồn(?:\s+[^\W\d]+){0,4}?)\s+[\"“(]?$"
)
_PREVENTS = re.compile(r"(?<!\w)không (?:để|còn|xảy ra|phát sinh)(?!\w)[^.;%]{0,120}$")
_OF_PAPER = re.compile(
    _PARTS + r"(?:\s+[^\W\d]+){0,4}?\s+(?:của|tại|trong|theo)\s+(?:bộ tiêu chí|cuộc vận động|phong trào|nghị quyết"
    r"|chương trình|kế hoạch|đề án|chỉ thị|quyết định|kết luận|chiến lược|cương lĩnh|quy định)(?!\w)"
)
_PUTS_IN_FORCE = re.compile(
    r"(?:thực hiện|triển khai|quán triệt|học tập)"
    r"(?:\s+(?:thực hiện|tốt|nghiêm|nghiêm túc|đồng bộ|đầy đủ|hiệu quả|có hiệu quả|các))*\s+$"
)
_UP = re.compile(r"[^.;,\d]{0,60}?(?<!\w)trở lên(?!\w)")


def measure(plan: PlanText, start: int, end: int) -> Quantity | None:
    """Return the amount that measures the duty: the first with a comparison, else the first; None where none does.

    Durations and what stands in brackets ("trừ 02 trường hợp") measure nothing.
    """
    taken = [(mention.wide.start, mention.wide.end) for mention in plan.dates(start, end)]
    inside = plan.depth(start, end)
    found = [
        item
        for item in find_quantities(plan.document, start, end, taken)
        if not (
            _TIME.fullmatch(item.unit.lower().split("/")[0].strip())
            and not _EVENT.match(plan.low, item.span.start)
            and not (item.op == "<=" and _SHORTENED.search(plan.low, start, item.span.start))
        )
        and not (inside[item.span.start - start] and "%" not in item.unit)
        and not _by_itself(plan, item, start, end)
    ]
    found = [_risen(plan, item) for item in found]
    if found and "%" in found[0].unit and found[0].span.start - start <= _HEAD:
        return found[0]  # "100% chi bộ ..., mỗi quý ít nhất 01 lần": the share leads
    return next((item for item in found if item.op != "="), found[0] if found else None)


def _by_itself(plan: PlanText, item: Quantity, start: int, end: int) -> bool:
    """Return whether the number only names what the deed is about, and no more is asked than to do it."""
    at = item.span.start
    if item.op != "<=" and _PREVENTS.search(plan.low, start, at):
        return True  # "không để xảy ra vụ ngộ độc từ 30 người mắc trở lên": which ones
    if item.op != "=":
        return False
    before = _OWN_NUMBER.search(plan.low, max(start, at - 60), at)
    if "%" in item.unit or (before is not None and before.group(0).startswith("nguồn")):
        return before is not None and before.group(0).startswith("nguồn")
    part = _COUNTED_PART.match(plan.low, at)
    if part is None:
        return False
    if before is not None:
        return True
    of_paper = _OF_PAPER.match(plan.low, part.end(), end)
    return of_paper is not None and _PUTS_IN_FORCE.search(plan.low, max(start, at - 60), at) is not None


def produced(plan: PlanText, start: int, end: int) -> Quantity | None:
    """Return the amount that the product of a task states: "tối thiểu 03 mô hình"; one paper is no measure."""
    amount = measure(plan, start, end)
    return amount if amount is not None and (amount.op != "=" or amount.value > 1) else None


def _risen(plan: PlanText, item: Quantity) -> Quantity:
    """Return "85% rác thải sinh hoạt trở lên" as at least 85."""
    if item.op == "=" and _UP.match(plan.low, item.span.end):
        return replace(item, op=">=")
    return item
