"""Decides which date of a clause is the deadline of its duty, and how far a deadline reaches.

Rules of `trước ngày`, `hoàn thành <time>` and leading times: research on real plans, Nghị định 30/2020/NĐ-CP style.
Only what the plan states becomes a deadline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from checks.plan_text import PlanText
from extractors.facts import DateKind, DateMention, Modifier, Role
from extractors.interval import Interval

_NEVER = frozenset({Role.LEGAL, Role.ISSUE, Role.COMPARE, Role.BIOGRAPHY, Role.EFFECTIVE})
_BINDING = frozenset({Modifier.BEFORE, Modifier.BY, Modifier.UNTIL, Modifier.RANGE, Modifier.WITHIN})
_COMPLETION = re.compile(
    r"(?:hoàn thành|hoàn tất|xong|kết thúc|thời gian|thời hạn|(?:^|[,;.(:\n-]\s{0,2})tiến độ)"
    r"(?:(?!(?:gửi|nộp)\s)[^.;\d]){0,24}$"
)
_BEFORE = re.compile(r"(?:trước|chậm nhất|muộn nhất|không quá|hạn chót|hạn cuối)(?: là| vào| đến| hết| trong|:)*\s*$")
_PREPOSITION = re.compile(
    r"(?:trong|vào|đến|hết|dịp|đầu|giữa|cuối|xong|hoàn thành|dự kiến|phấn đấu|từ|khoảng|thời gian:?)\s*$"
)
_AFTER_LEAD = re.compile(r"\s*[,:]?\s*")
_BOUND = re.compile(r"trước|chậm|muộn|hết|đến|tới|không quá|xong|từ|cuối|trong vòng")
_EVENT_BEFORE = re.compile(r"\s*(?:trước|chậm nhất|muộn nhất|xong trước)(?!\w)[^\d]{3,60}\(")
_TERM = re.compile(r"(?<!trong )(?<!\w)(?:giai đoạn|nhiệm kỳ)\s*(?:từ )?(?:năm )?$")
_OF_WHICH = re.compile(r"[,;(]\s*trong đó(?!\w)")  # what follows is told of a part: "trong đó có 01 buổi vào tháng 6"
_OF_ALL = re.compile(
    r"[,;]\s*(?:(?:tất cả|phải|cần)\s+)*(?:hoàn thành|hoàn tất|xong)(?!\w)[^.;\d]{0,24}$"
    r"|(?:[,;]|\svà)\s+(?:(?:gửi|nộp)\s|về\s)[^.;\d]{0,90}$"
)
_IN_ALL = re.compile(r"(?<!\w)(?:trong|đến|đến hết|trước|xong|hoàn thành|từ)\s+(?:hết |cuối |ngày |tháng |năm |quý )*$")
_SINCE = re.compile(r"(?:tính đến|kết quả|tình hình|số liệu|từ đầu năm đến|tính từ|so với|báo cáo)\s*(?:hết\s*)?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as stated: `grade` 3 binds by its own words, 2 names a time, 1 is the day of an event."""

    interval: Interval
    mention: DateMention
    grade: int
    completion: bool  # "hoàn thành ...": binds all that the sentence asks before it


def accept(plan: PlanText, mention: DateMention, *, cell: bool = False, leading: bool = False) -> Deadline | None:
    """Return the deadline that a date states, None where it is no deadline (a citation, a term, a bare year)."""
    if mention.kind is not DateKind.INTERVAL or mention.reading is None:
        return None
    if mention.role in _NEVER and not _bound_after_all(plan, mention):
        return None
    if _in_title(plan, mention):
        return None  # “Phong trào ... năm 2025”: part of a name
    if plan.issued is not None and mention.reading.end is not None and mention.reading.end < plan.issued:
        return None  # "hồ sơ tồn đọng trước năm 2023": the past is no deadline
    start = mention.wide.start
    left = plan.low[max(0, start - 40) : start]
    inner = plan.low[start : mention.span.start]
    completion = bool(_COMPLETION.search(left))
    if _is_term(plan, mention, left + inner) and not (cell or leading or completion or _BEFORE.search(left)):
        return None  # "kế hoạch chỉnh lý giai đoạn 2022 - 2025" says what the paper is about
    return _stated(plan, mention, completion, cell=cell, leading=leading)


def _in_title(plan: PlanText, mention: DateMention) -> bool:
    """Return whether a date stands in quotation marks with words before it."""
    start = mention.wide.start
    line = plan.text.rfind("\n", 0, start) + 1
    opened = max(plan.text.rfind(mark, line, start) for mark in "“«")
    if opened >= 0 and all(mark not in plan.text[opened:start] for mark in "”»"):
        return True
    return plan.text.count('"', line, start) % 2 == 1 and '"' in plan.text[start:].split("\n", 1)[0]


def _is_term(plan: PlanText, mention: DateMention, before: str) -> bool:
    spans_years = mention.modifier is Modifier.RANGE or mention.precision in {"year", "range"}
    named = _TERM.search(before) or plan.low.startswith(("giai đoạn", "nhiệm kỳ"), mention.span.start)
    return spans_years and bool(named)


def _stated(plan: PlanText, mention: DateMention, completion: bool, *, cell: bool, leading: bool) -> Deadline | None:
    """Return the deadline of a date that is neither a citation nor a term, by the words around it."""
    assert mention.reading is not None
    start = mention.wide.start
    left, inner = plan.low[max(0, start - 40) : start], plan.low[start : mention.span.start]
    interval = mention.reading
    named_only = not (cell or leading or completion) and inner.strip() == "năm học"
    if named_only and not _PREPOSITION.search(left) and not _BEFORE.search(left):
        return None  # "kế hoạch giáo dục năm học 2024 - 2025" says which one
    if mention.modifier in _BINDING:
        spans = mention.precision not in {"day", "range"} and len(mention.intervals) == 1
        if spans and not _BOUND.search(left[-28:] + inner):
            interval = mention.intervals[0]  # "Thời hạn: Quý III/2025" names a time, no last day of an open one
        return Deadline(interval, mention, 3, completion)
    if _BEFORE.search(left) or _BEFORE.search(inner):
        return Deadline(Interval(None, interval.end), mention, 3, completion)
    if cell or completion:
        return Deadline(interval, mention, 3 if completion else 2, completion)
    if mention.modifier in {Modifier.REFERENCE, Modifier.LUNAR, Modifier.AFTER} or _SINCE.search(left):
        return None
    if mention.role is Role.ANNIVERSARY:
        one = interval.start is not None and interval.start == interval.end
        bracketed = plan.low[start - 1 : start] == "("
        return Deadline(interval, mention, 1, completion) if one and not bracketed else None
    stated = bool(inner.strip()) or bool(_PREPOSITION.search(left)) or leading
    if mention.precision == "year" and not stated:
        return None
    bracketed = mention.precision in {"month", "quarter"} and _closes(plan, mention)  # "sơ kết (tháng 7/2026)"
    if mention.role in {Role.PERIOD, Role.HORIZON} and not stated and not bracketed:
        return None
    if mention.precision != "day" and not stated and not _closes(plan, mention):
        return None
    return Deadline(interval, mention, 2, completion)


def _bound_after_all(plan: PlanText, mention: DateMention) -> bool:
    """Return whether a date that looks like a citation's is none: a range, "trước ngày ...", or "vào ngày ..."."""
    if mention.role is not Role.LEGAL:
        return False
    at = mention.wide.start
    return mention.modifier in _BINDING or plan.low[max(0, at - 5) : at].strip().endswith("vào")


def _closes(plan: PlanText, mention: DateMention) -> bool:
    """Return whether nothing but punctuation follows: "Tổ chức hội thi, tháng 10/2024."."""
    rest = plan.low[mention.wide.end : mention.wide.end + 2].strip()
    before = plan.low[max(0, mention.wide.start - 2) : mention.wide.start].strip()
    return rest[:1] in {"", ".", ";", ")"} and before[-1:] in {",", "(", ":", ""}


def own(plan: PlanText, start: int, end: int, *, cell: bool = False) -> Deadline | None:
    """Return the deadline that text[start:end] states for itself: of several the last, the times of rounds joined."""
    part = _OF_WHICH.search(plan.low, start, end)
    whole = part.start() if part is not None and part.start() > start + 20 else end
    found = [
        deadline
        for mention in plan.dates(start, end)
        if mention.span.end <= whole or _OF_ALL.search(plan.low, whole, mention.wide.start)
        if (deadline := accept(plan, mention, cell=cell)) is not None
    ]
    if not found:
        return None
    if cell and len(found) == 1 and _EVENT_BEFORE.match(plan.low, start, end):
        interval = found[0].interval
        return replace(found[0], interval=Interval(None, interval.end))  # "Trước khi nghỉ hè (25/5)"
    best = max(item.grade for item in found)
    top = [item for item in found if item.grade == best]
    if len(top) > 1 and all(item.interval.start and item.interval.end for item in top):
        starts = [item.interval.start for item in top if item.interval.start]
        ends = [item.interval.end for item in top if item.interval.end]
        return Deadline(Interval(min(starts), max(ends)), top[0].mention, best, top[-1].completion)
    return top[-1]


def by_day(deadline: Deadline) -> Deadline:
    """Return a deadline that names one day as that day at the latest, any other as it is."""
    interval = deadline.interval
    if interval.start != interval.end or interval.end is None:
        return deadline
    return replace(deadline, interval=Interval(None, interval.end))


def leading(plan: PlanText, start: int, end: int) -> tuple[Deadline | None, int]:
    """Return the time that opens a sentence ("Trong năm 2022, ..."), and where the words after it begin."""
    first = next(iter(plan.dates(start, end)), None)
    if first is None:
        return None, start
    opening = plan.low[start : first.wide.start].strip(" ,")
    if opening not in {"", "định kỳ", "xong", "hoàn thành", "chậm nhất", "dự kiến", "thời gian", "đến", "trong", "vào"}:
        return None, start
    after = _AFTER_LEAD.match(plan.low, first.wide.end, end)
    at = after.end() if after else first.wide.end
    return accept(plan, first, leading=True), at


def closing(plan: PlanText, start: int, end: int) -> Deadline | None:
    """Return the time that a heading ends with, for what stands below it: "2. Mục tiêu cụ thể trong năm 2023"."""
    start, end = plan.trim(start, end, " \t\n,;:.-–()")
    last = next(iter(reversed(plan.dates(start, end))), None)
    if last is None or last.wide.end < end or not _IN_ALL.search(plan.low, start, last.span.start):
        return None
    return accept(plan, last, leading=True)
