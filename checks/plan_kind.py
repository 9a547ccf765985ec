"""What kind of duty a clause lays down, which document shows it, and how heavy it weighs: one table for each."""

from __future__ import annotations

import re

from checks.plan_clauses import has_object
from checks.plan_duties import Duty
from checks.plan_text import PlanText, words
from checks.plan_verbs import guides, opening_verb
from checks.requirement import Kind, ShownBy, Weight
from extractors.facts import Quantity
from extractors.segment import Section
from extractors.vietnamese import lexicon

PLAN, REPORT, OTHER = "ke_hoach", "bao_cao", ""

# (kind, paper) -> the document that shows it; a "should" may always be shown by either.
_SHOWN = {
    (Kind.SUBMIT, PLAN): ShownBy.PLAN_SENT,
    (Kind.SUBMIT, REPORT): ShownBy.REPORT_SENT,
    (Kind.CONTAIN, PLAN): ShownBy.PLAN_CONTENT,
    (Kind.COUNT, OTHER): ShownBy.REPORT_CONTENT,
    (Kind.HOLD, OTHER): ShownBy.REPORT_CONTENT,
    (Kind.REACH, OTHER): ShownBy.REPORT_CONTENT,
    (Kind.PUBLISH, OTHER): ShownBy.REPORT_CONTENT,
    (Kind.ACT, OTHER): ShownBy.REPORT_CONTENT,
}
_SEND = re.compile(r"(?<!\w)(?:gửi|nộp)(?!\w)")
_GATHER_REPORT = re.compile(
    r"(?:tham mưu\s+)?(?:tổng hợp|đánh giá|sơ kết|tổng kết|theo dõi|đôn đốc|thống kê|rà soát|khảo sát|kiểm kê)"
    r"[^.;]{0,90}?báo cáo(?!\w)|báo cáo(?!\w)"
)
_RESULT_SENT = re.compile(r"(?:gửi|nộp)\s+(?:\w+\s+){0,2}?kết quả(?!\w)")
_AND_REPORTS = re.compile(r"(?:và|,)\s*báo cáo\s+(?:kết quả|bằng văn bản|tình hình)?[^,.;]{0,40}?(?:về|cho|tới|đến)\s")
_TO = re.compile(r"(?:về|cho|tới|đến|lên)\s+")
_WRITE = re.compile(
    r"(?:xây dựng|lập|viết|ban hành|hoàn thiện|xây dựng và ban hành|xây dựng, ban hành|cụ thể hóa|chuẩn bị)\s+"
    r"(?:và\s+\w+\s+\w+\s+|,\s*\w+\s+\w+\s+)?(?:bản\s+|các\s+|văn bản,?\s+)?"
    r"(?P<paper>kế hoạch|báo cáo|chương trình hành động|chương trình công tác)"
)
_PLAN_SENT = re.compile(r"(?:gửi|nộp)(?:\s+\w+){0,2}?\s+kế hoạch|kế hoạch[^.;]{0,160}?(?:gửi|nộp)(?!\w)")
_OWN_PAPER = re.compile(
    r"(?:xây dựng|lập|hoàn thiện|ban hành|rà soát, bổ sung)\s+(?:các\s+)?(?:phương án|bản (?:đăng ký|cam kết))(?!\w)"
)
# "gửi bản đăng ký về ...": looked for by its own name, like a plan.
_SENT_PAPER = re.compile(r"(?:gửi|nộp)\s+(?:(?:bản|phiếu)\s+(?:đăng ký|cam kết)|phương án)(?!\w)")
_HEAD = 100
# A target that the whole province or branch reaches together is no single unit's.
_OF_ALL = re.compile(r"(?<!\w)(?:toàn|cả) (?:tỉnh|huyện|thành phố|ngành|thị xã|quận|vùng|quốc)(?!\w)")
_ASSIGNS = re.compile(
    r"(?:phân công|chỉ định|(?:cử|bố trí|giao)\b[^.;]{0,60}\b(?:đầu mối|phụ trách|theo dõi|chuyên trách|kiêm nhiệm))"
)
_REGISTERS = re.compile(
    r"(?<!\w)đăng ký (?:xây dựng |các |những |danh sách )*"
    r"(?:mô hình|điển hình|sáng kiến|gương|cách làm|công trình)(?!\w)"
)
_OFTEN = re.compile(r"(?<!\w)thường xuyên\s+$")
_ADVISED = re.compile(
    r"(?:tham mưu|giúp)\s+(?:(?:[^\W\d]+\s+){0,3}(?:tổ chức|thành lập đoàn)\s+)?"
    r"(?:kiểm tra|sơ kết|tổng kết|giám sát|theo dõi|đôn đốc|hướng dẫn)"
    r"|giúp\s+(?:\w+\s+){1,5}?(?:theo dõi|đôn đốc|kiểm tra)"
)


def paper_of(plan: PlanText, duty: Duty) -> str:
    """Return which paper the clause asks to be sent: PLAN, REPORT, or OTHER for none that a campaign collects."""
    low = plan.low[duty.verb : duty.stop]
    if low.startswith("báo cáo"):
        return REPORT
    if _SEND.match(low) and not words("plan_paper_nouns").search(low):
        low = _last_paper(plan, duty) + low  # "..., gửi về X": what was written just before
    if (_OWN_PAPER.match(low) and _SEND.search(low)) or _SENT_PAPER.search(low):
        return PLAN  # a paper that is looked for by its own name
    steers = guides(plan, duty.verb)  # "Đôn đốc các đơn vị gửi kế hoạch": others send it
    if _write_of_plan(low) or (not steers and _SEND.search(low) and _PLAN_SENT.search(low)):
        return PLAN
    if _asks_report(plan, duty, low):
        return REPORT
    return OTHER


def _last_paper(plan: PlanText, duty: Duty) -> str:
    found = list(words("plan_paper_nouns").finditer(plan.low, duty.sentence, duty.verb))
    return f"gửi {found[-1].group(0)} " if found else ""


def _write_of_plan(low: str) -> bool:
    match = _WRITE.match(low)
    return match is not None and match["paper"] != "báo cáo"


def _asks_report(plan: PlanText, duty: Duty, low: str) -> bool:
    write = _WRITE.match(low)
    if write is not None and write["paper"] == "báo cáo":
        return True
    if _SEND.search(low):
        if guides(plan, duty.verb) and "tổng hợp" not in low:
            return False
        return "báo cáo" in low or low.startswith("kết quả") or _RESULT_SENT.search(low) is not None
    if _AND_REPORTS.search(low):
        return True
    found = _GATHER_REPORT.match(low)
    if found is None:
        return False
    # The verb of the clause itself, not the noun: "sửa đổi mẫu báo cáo" reports to nobody.
    at, _ = plan.trim(duty.verb + found.end(), duty.stop)
    to = _TO.match(plan.low, at, duty.stop)
    if to is not None and plan.text[to.end() : to.end() + 1].isupper():
        at = to.end()  # "báo cáo về Phòng" names who is told, "báo cáo về phòng, chống dịch" what of
    after = plan.low[at : duty.stop]
    return bool(words("plan_recipient_heads").match(after) or words("plan_report_nouns").match(after)) or duty.row


def kind_of(plan: PlanText, duty: Duty, paper: str, quantity: Quantity | None, sends_plan: bool) -> Kind:
    """Return the kind; `sends_plan` says that a separate duty of the same actor sends the plan that this one writes."""
    low = plan.low[duty.verb : duty.stop]
    if paper == PLAN:
        sent = _SEND.search(low) is not None
        return Kind.CONTAIN if sends_plan and not sent else Kind.SUBMIT
    if paper == REPORT:
        return Kind.SUBMIT
    if quantity is not None and _names_models(quantity, low):
        return Kind.COUNT
    if quantity is None and _REGISTERS.search(low[:_HEAD]):
        return Kind.COUNT
    if _ASSIGNS.match(low) and (quantity is None or "%" not in quantity.unit):
        return Kind.ACT
    if quantity is not None and "%" in quantity.unit:
        return Kind.PUBLISH if _publishes(plan, duty) else Kind.REACH
    if words("plan_event_verbs").match(plan.low, duty.verb, duty.stop) and _event(plan, duty):
        return Kind.HOLD
    if _publishes(plan, duty):
        return Kind.PUBLISH
    if quantity is not None and not words("plan_event_nouns").search(low):
        return Kind.REACH
    if quantity is not None:
        return Kind.HOLD
    return Kind.ACT


def _names_models(quantity: Quantity, low: str) -> bool:
    unit = quantity.unit.lower()
    return "%" not in unit and words("plan_model_nouns").search(unit[:40]) is not None


def _event(plan: PlanText, duty: Duty) -> bool:
    first = plan.low[duty.verb : min(duty.stop, duty.verb + 120)]
    return words("plan_event_nouns").search(first) is not None


def _publishes(plan: PlanText, duty: Duty) -> bool:
    verb = words("plan_publish_verbs").match(plan.low, duty.verb, duty.stop)
    if verb is not None:
        return True
    low = plan.low[duty.verb : duty.stop]
    return words("plan_publish_verbs").search(low) is not None and words("plan_channels").search(low) is not None


def shown_by(plan: PlanText, duty: Duty, kind: Kind, paper: str, weight: Weight, quantity: Quantity | None) -> ShownBy:
    """Return the document that shows the duty (one table; soft duties and oversight may be shown by either)."""
    if kind in {Kind.SUBMIT, Kind.CONTAIN}:
        return _SHOWN[kind, paper]
    if weight is Weight.SHOULD or (kind in {Kind.ACT, Kind.HOLD} and quantity is None and _oversees(plan, duty)):
        return ShownBy.EITHER
    if kind is Kind.ACT and (_hands_over(plan, duty) or _ASSIGNS.match(plan.low, duty.verb, duty.stop)):
        return ShownBy.EITHER
    return _SHOWN[kind, OTHER]


def _oversees(plan: PlanText, duty: Duty) -> bool:
    low = plan.low[duty.verb : duty.stop]
    first = words("plan_oversight_verbs").match(low)
    if first is not None:
        return True
    return _ADVISED.match(low) is not None


def _hands_over(plan: PlanText, duty: Duty) -> bool:
    at = plan.verb(duty.verb, duty.stop) if opening_verb(plan, duty.verb, duty.stop) is None else duty.verb
    return at is not None and plan.low.startswith(("gửi", "nộp", "đăng ký"), at)


def weight_of(plan: PlanText, duty: Duty, kind: Kind, quantity: Quantity | None) -> Weight:
    """Return MUST for an explicit task: a hard verb under a named actor in the tasks, or a deadline, or a number."""
    soft = plan.low[duty.verb : plan.verb(duty.verb, duty.stop) or duty.verb] in lexicon("plan_soft_verbs", "checks")
    soft = soft or _OFTEN.search(plan.low, duty.start, duty.verb) is not None
    stated = duty.deadline is not None or quantity is not None
    if kind in {Kind.SUBMIT, Kind.CONTAIN}:
        return Weight.MUST
    if duty.address.people or duty.address.loose:
        striven = quantity is not None and plan.low.startswith("phấn đấu", duty.verb)
        return Weight.MUST if stated and duty.explicit and (striven or not soft) else Weight.SHOULD
    if soft:
        striven = plan.low.startswith(("phấn đấu", "bảo đảm", "đảm bảo", "duy trì", "tăng", "hoàn thành"), duty.verb)
        return Weight.MUST if stated and duty.explicit and (striven or quantity is not None) else Weight.SHOULD
    if stated:
        named = duty.explicit or duty.place.section is not Section.TARGET
        named = named or (not soft and not _OF_ALL.search(plan.low[duty.start : duty.end]))
        return Weight.MUST if named else Weight.SHOULD
    if duty.row:
        return Weight.MUST
    assigned = duty.explicit and (duty.place.section is not Section.TASK or _alone(duty))
    return Weight.MUST if assigned else Weight.SHOULD


def _alone(duty: Duty) -> bool:
    """Return whether the actor is one unit or the office, or an order names it: then it is no general appeal."""
    return duty.frame in {"F2", "F3", "F5", "F6", "F9"} or all(
        not applies.startswith("kind:") and applies != "each_unit" for applies, _ in duty.address.targets
    )


def hard_verb_lists() -> frozenset[str]:
    """Return the verbs of this room that are soft, for tests that keep the lists apart."""
    return frozenset(lexicon("plan_soft_verbs", "checks"))


__all__ = ["OTHER", "PLAN", "REPORT", "has_object", "kind_of", "opening_verb", "paper_of", "shown_by", "weight_of"]
