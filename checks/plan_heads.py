"""Where the words about the deed begin: a verb of the lists, a verb that no list holds, or a target without one."""

from __future__ import annotations

import re

from checks.plan_openings import SHARE
from checks.plan_shares import HEAD_SHARE, TARGET, has_amount, opens_target, verb_in
from checks.plan_subjects import Subject
from checks.plan_text import PlanText, words
from checks.plan_verbs import opening_verb
from extractors.segment import Section

_AMOUNT = re.compile(r"(?:tối thiểu|ít nhất|không dưới|không ít hơn)\s+\d")
_NUMBER = re.compile(r"(?<![\w/])\d+\s+[^\W\d]")
_TOLD_OF = re.compile(r"(?<!\w)(?:đã|đang|vẫn|chưa|từng)(?!\w)")
_PASSIVE = re.compile(r"(?<!\w)được\s+[^\W\d]+[^.;]{0,60}?\d\s*%")
_PAPER_SENT = re.compile(r"(?:nộp|gửi)(?!\w)")
# "Mỗi báo cáo năm nêu rõ ít nhất 01 điển hình": what a paper has to hold is asked of those who send it.
_PAPER_HOLDS = re.compile(
    r"(?:mỗi |trong |các |từng |bản )*(?:báo cáo|kế hoạch)(?: [^\W\d]+){0,3}? (?:phải |cần )?"
    r"(?P<verb>nêu rõ|nêu|giới thiệu|kèm theo|kèm|đính kèm|lựa chọn|đề xuất|thể hiện|đăng ký|xác định)\s"
)


def head_verb(
    plan: PlanText, section: Section, subject: Subject | None, predicate: int, end: int, named: bool
) -> int | None:
    """Return where the verb of text[predicate:end] begins, or the target that needs none; None where it asks nothing.

    `named` says that an actor is known, by the sentence or from above.
    """
    verb = opening_verb(plan, predicate, end)
    if verb is not None:
        return verb
    begin, _ = plan.trim(predicate, end)
    if subject is not None and words("plan_modals").match(plan.low, begin, end):
        return plan.find_verb(begin, end) or begin
    if subject is not None and has_amount(plan.low, begin, end, subject.frame == "F5"):
        return begin
    low = plan.low[begin:end]
    held = _PAPER_HOLDS.match(low)
    if held is not None and _NUMBER.search(low):
        return begin + held.start("verb")
    if words("plan_paper_nouns").match(plan.low, begin, end) and _PAPER_SENT.search(low):
        return begin
    return begin if _unlisted(plan, section, subject, begin, end, named) else None


def _unlisted(plan: PlanText, section: Section, subject: Subject | None, begin: int, end: int, named: bool) -> bool:
    """Return whether words without a verb of the lists ask for something yet: a number or a share to reach."""
    low = plan.low[begin:end]
    given = subject.frame in {"F1", "F2", "F6"} if subject is not None else named and section is not Section.TARGET
    if subject is not None and subject.frame == "F4" and begin <= subject.end + 1:
        given = plan.units(subject.start, subject.end) != []  # a whole name and words that no list holds
    if given and _AMOUNT.search(low) and not _TOLD_OF.search(low):
        return True  # "Yêu cầu X lấy tối thiểu 150 mẫu": a verb that no list holds, but a number to reach
    target = named or section is Section.TARGET
    if section is Section.TASK and subject is None and HEAD_SHARE.match(low) and verb_in(low):
        return True  # "100% chi bộ đưa nội dung ... vào sinh hoạt" among the tasks
    if target and (subject is None or subject.frame == "F1") and SHARE.search(low) and TARGET.search(low):
        return True
    if section is Section.TASK and subject is None and _PASSIVE.search(low) and not _TOLD_OF.search(low):
        return True  # "Bảng kiểm được áp dụng cho 100% ca mổ"
    # Among the targets a share needs no verb: "95% học sinh đội mũ bảo hiểm".
    bare = HEAD_SHARE.match(low) is not None or opens_target(plan, begin, end) is not None
    return section is Section.TARGET and subject is None and bare
