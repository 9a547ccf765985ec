"""Targets told as a state: "100% cán bộ được tập huấn", "không còn hộ nghèo", "trên 60% trẻ em biết bơi"."""

from __future__ import annotations

import re

from checks.plan_text import PlanText, verbs

TARGET = re.compile(
    r"(?:đạt|được|giảm|tăng|bảo đảm|đảm bảo|hoàn thành|có|trở lên|duy trì|không còn|không có|biết)(?!\w)"
)
HEAD_SHARE = re.compile(
    r"(?:có |phấn đấu |bảo đảm |đảm bảo |trên |tối thiểu |ít nhất |không dưới |từ |đạt |duy trì )*\d{1,3}(?:,\d+)?\s*%"
)
_NO_MORE = re.compile(r"(?:không còn|không để|không có|xóa bỏ|xóa)\s+[^\W\d]")
# "số lượt vi phạm không quá 02 lượt": a number that is bound, without a verb.
_BOUNDED = re.compile(
    r"(?:số|tổng số|tỷ lệ)\s+[^,;.\d]{3,80}?"
    r"(?:không quá|không vượt quá|tối đa|dưới|tối thiểu|ít nhất|không dưới|đạt|trên|từ)\s+"
    r"(?:trên\s+|từ\s+|ít nhất\s+)?\d"
)
# "mỗi xã có ít nhất 02 mô hình": a number to reach; "các xã có 05 thôn" only says which.
_HAS = re.compile(
    r"(?:có|đạt)\s+(?:(?:ít nhất|tối thiểu|không dưới|không ít hơn)\s+(?:từ\s+)?\d"
    r"|(?:(?:trên|từ|đạt|đủ)\s+)*\d{1,3}(?:,\d+)?\s*%)"
)
_HAS_ONE = re.compile(r"có\s+\d")
_AFTER = 160  # characters in which the state of a target follows its share


def has_amount(low: str, at: int, end: int, each: bool) -> bool:
    """Return whether "có" at `at` says a number to reach; with `each` ("mỗi xã có 01 ...") a plain one is enough."""
    return _HAS.match(low, at, end) is not None or (each and _HAS_ONE.match(low, at, end) is not None)


def verb_in(low: str) -> bool:
    """Return whether a folded stretch holds a verb of a duty or of a state."""
    return verbs().search(low) is not None or TARGET.search(low) is not None


def opens_target(plan: PlanText, start: int, end: int) -> int | None:
    """Return where a target of its own begins in text[start:end], behind a time at its head; None where none does."""
    at, _ = plan.trim(start, end)
    first = next(iter(plan.dates(at, end)), None)
    if first is not None and first.wide.start <= at + 1:
        at, _ = plan.trim(first.wide.end, end)
    if _NO_MORE.match(plan.low, at, end):
        return at
    if _BOUNDED.match(plan.low, at, end):
        return at
    share = HEAD_SHARE.match(plan.low, at, end)
    if share is None:
        return None
    timed = first is not None and first.wide.start < at  # "...; đến 31/12/2025 đạt 100%"
    return at if timed or verb_in(plan.low[share.end() : min(end, share.end() + _AFTER)]) else None


def bounded(plan: PlanText, at: int) -> bool:
    """Return whether "tỷ lệ ... đạt từ 85%", "số ... không quá 02" stands at `at`."""
    return _BOUNDED.match(plan.low, at) is not None


def measured(plan: PlanText, start: int, end: int) -> bool:
    """Return whether text[start:end] holds a share."""
    return re.search(r"\d\s*%", plan.low[start:end]) is not None
