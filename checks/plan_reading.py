"""How one requirement was read out of the plan, step by step, in sentences for staff (`tonghop plan --explain`)."""

from __future__ import annotations

from checks.deadlines import day_words, interval_words
from checks.planfile_rows import KINDS, OPS, SHOWN, WEIGHTS, applies_text, number_text
from checks.reasons import period_words
from checks.requirement import GIVEN, Requirement

_FRAMES = {
    "F1": "tên đơn vị đứng ở đề mục hoặc trước dấu hai chấm",
    "F2": "câu giao đơn vị chủ trì",
    "F3": "câu nêu đơn vị có trách nhiệm",
    "F4": "đơn vị là chủ ngữ của câu",
    "F5": "câu nêu “mỗi”, “từng” đơn vị",
    "F6": "câu yêu cầu hoặc đề nghị đơn vị",
    "F7": "cột đơn vị thực hiện của bảng",
    GIVEN: "bảng giao số liệu cho từng đơn vị",
    "F8": "kế hoạch không nêu đơn vị; hiểu là mọi đơn vị nhận kế hoạch",
    "F9": "việc nằm trong câu giao một đơn vị khác hướng dẫn, đôn đốc, tổng hợp",
}


def reading(item: Requirement) -> list[str]:
    """Return the title of a requirement and the numbered steps of its reading, one string a line."""
    steps = [*_where(item), *_who(item), *_what(item), *(f"Chưa rõ: {text}" for text in item.unclear)]
    return [f"{item.id}: {item.action}", *(f"  {n}. {step}" for n, step in enumerate(steps, start=1))]


def _where(item: Requirement) -> list[str]:
    place = f" (mục {item.section})" if item.section else ""
    steps = [f"Kế hoạch ghi{place}: “{' '.join(item.quote.split()).rstrip(' .;')}”."]
    return [*steps, f"Đề mục bên trên: “{' '.join(item.heading.split())}”."] if item.heading else steps


def _who(item: Requirement) -> list[str]:
    named = f", ghi là “{item.actor}”" if item.actor else ""
    units = ", ".join(item.units)
    return [
        f"Đơn vị thực hiện: {_FRAMES.get(item.frame, _FRAMES['F8'])}{named}.",
        f"Áp dụng cho: {applies_text(item.applies_to)} ({len(item.units):02d} đơn vị: {units}).",
    ]


def _what(item: Requirement) -> list[str]:
    amount = item.quantity
    count = f"{OPS[amount.op]} {number_text(amount.value)} {amount.unit}".strip() if amount else "không nêu"
    return [
        f"Số lượng: {count}.",
        f"Thời hạn: {_when(item)}.",
        *([f"Kỳ báo cáo: {period_words(item.period)}."] if item.period else []),
        *([f"Nơi nhận: {item.recipient}."] if item.recipient else []),
        f"Loại yêu cầu: {KINDS[item.kind].lower()}; đối chiếu bằng: {SHOWN[item.shown_by].lower()}; "
        f"mức độ: {WEIGHTS[item.weight].lower()}.",
        f"Mức tin cậy của việc đọc: {round(100 * item.confidence)}%.",
    ]


def _when(item: Requirement) -> str:
    if item.deadline is None:
        return "kế hoạch không nêu"
    start, end = item.deadline.start, item.deadline.end
    return f"chậm nhất ngày {day_words(end)}" if end and not start else interval_words(item.deadline)
