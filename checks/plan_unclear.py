"""What only a person can settle in a plan, said in sentences for staff."""

from __future__ import annotations

from collections.abc import Sequence

from checks.plan_duties import Duty
from checks.plan_text import PlanText
from checks.requirement import Kind, Requirement, ShownBy, Weight
from extractors.facts import DateKind, Letterhead

_VAGUE = ("một số", "nhiều", "đa số", "hầu hết")


def doubts_of(plan: PlanText, duty: Duty, requirement: Requirement) -> tuple[str, ...]:
    """Return what is unclear about one requirement."""
    said: list[str] = list(duty.unclear)
    low = plan.low[duty.start : duty.stop]
    if duty.frame == "F8":
        said.append("Kế hoạch không nêu đơn vị thực hiện; hiểu là tất cả các đơn vị.")
    if duty.frame == "F9" and requirement.kind is Kind.SUBMIT and duty.deadline is None:
        said.append("Kế hoạch không nêu thời hạn riêng cho đơn vị.")
    if duty.address.loose:
        said.append("“Đơn vị liên quan” chưa rõ là đơn vị nào; đề nghị chọn.")
    if duty.address.people:
        said.append("Câu nêu cán bộ, không nêu đơn vị; hiểu là mọi đơn vị.")
    for mention in plan.dates(duty.start, duty.end):
        if mention.kind is DateKind.DURATION:
            said.append(f"Thời hạn “{mention.wide.quote}” tính từ một sự kiện; đề nghị nhập ngày.")
        if "typo" in mention.doubts:
            said.append(f"“{mention.wide.quote}” có thể là lỗi đánh máy.")
        if "impossible" in mention.doubts or mention.kind is DateKind.INVALID:
            said.append(f"“{mention.wide.quote}” không phải ngày có thật.")
        if "blank" in mention.doubts:
            said.append(f"“{mention.wide.quote}” còn để trống ngày.")
    if requirement.quantity is None and any(word + " " in low for word in _VAGUE):
        said.append("Số lượng nêu chung (“một số”, “nhiều”); không suy ra con số.")
    if requirement.weight is Weight.MUST and requirement.deadline is None and requirement.kind is not Kind.ACT:
        said.append("Kế hoạch không nêu thời hạn.")
    return tuple(dict.fromkeys(said))


def questions(head: Letterhead, requirements: Sequence[Requirement], outside: Sequence[str]) -> tuple[str, ...]:
    """Return the questions about the plan as a whole."""
    said: list[str] = []
    if head.number is None:
        said.append("Số của văn bản còn để trống: đề nghị nhập số, ký hiệu.")
    if head.issued is None:
        said.append("Ngày ban hành còn để trống hoặc chưa đọc được: đề nghị nhập ngày.")
    reports = [r for r in requirements if r.shown_by is ShownBy.REPORT_SENT and r.applies_to != "office"]
    if reports and not any(r.deadline and r.deadline.end and r.deadline.start is None for r in reports):
        said.append("Kế hoạch không nêu thời hạn nội bộ để đơn vị nộp báo cáo: đề nghị nhập.")
    if not requirements:
        said.append("Không đọc được nhiệm vụ nào giao cho đơn vị trong danh sách.")
    for name in dict.fromkeys(" ".join(item.split()) for item in outside):
        said.append(f"Nhiệm vụ giao “{name}”: không có trong danh sách đơn vị theo dõi.")
    return tuple(said)
