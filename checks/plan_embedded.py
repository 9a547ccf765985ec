"""Duties inside duties: "Hướng dẫn các đơn vị xây dựng báo cáo ... và gửi về ... để tổng hợp, báo cáo ..." (frame F9),
and purposes that are none (F11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.plan_address import Address
from checks.plan_deadlines import Deadline, own
from checks.plan_duties import Duty
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText, words
from checks.plan_verbs import guides, opening_verb

_TAIL = re.compile(
    r"(?<!\w)(?:để|nhằm|làm cơ sở)\s+(?P<what>(?:văn phòng |phòng |sở |ubnd )?[^.;]{0,40}?"
    r"(?:tổng hợp|theo dõi|báo cáo|xem xét|biết))"
)
_REPORTS = re.compile(r"(?P<verb>tổng hợp)?[,\s]*(?:và\s+)?(?:chung\s+)?báo cáo\s+(?P<to>\w+)")
_WRITES = re.compile(r"(?:xây dựng|lập|viết|hoàn thiện|ban hành|chuẩn bị)\s+(?:và\s+\w+\s+\w+\s+)?(?:kế hoạch|báo cáo)")
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)(?!\w)")
# "đôn đốc các đơn vị gửi báo cáo đúng hạn": the day and the paper are asked for elsewhere.
_AS_ASKED = re.compile(
    r"(?<!\w)(?:đúng|bảo đảm|đảm bảo|kịp|theo)\s+(?:thời\s+)?(?:hạn|gian|quy định|tiến độ|yêu cầu)(?!\w)"
)
_PRODS = re.compile(r"(?:theo dõi|đôn đốc|nhắc nhở)(?!\w)")
_SENDING = re.compile(r"(?:,|\s+và|,\s*đồng thời)\s+(?:gửi|nộp|báo cáo)(?!\w)")


@dataclass(frozen=True, slots=True)
class Tail:
    """A purpose at the end of a clause; `reports` where it names a report to somebody above, from `verb` on."""

    start: int
    verb: int
    reports: bool
    deadline: Deadline | None


def purpose_tail(plan: PlanText, verb: int, end: int) -> Tail | None:
    """Return the purpose that ends a clause ("để tổng hợp, báo cáo UBND tỉnh"), None where there is none."""
    match = _TAIL.search(plan.low, verb, end)
    if match is None:
        return None
    report = _REPORTS.search(plan.low, match.start("what"), end)
    reports = False
    at = match.start("what")
    if report is not None:
        at = report.start("verb") if report["verb"] else plan.low.index("báo cáo", report.start())
        reports = words("plan_recipient_heads").match(plan.low, report.start("to"), end) is not None
    return Tail(match.start(), at, reports, own(plan, match.start(), end))


def embedded(plan: PlanText, subjects: Subjects, duty: Duty, tail: Tail | None) -> list[Duty]:
    """Return the duties of a clause that steers others into sending something: guide, send, gather; else none."""
    if not guides(plan, duty.verb):
        return []
    after = plan.verb(duty.verb, duty.end) or duty.verb
    inner = next((s for at in _complements(plan, after, duty.end) if (s := subjects.sentence(at, duty.end))), None)
    if inner is None or not inner.address or inner.address == duty.address:
        return []
    verb = opening_verb(plan, inner.predicate, duty.end)
    sends = verb is not None and (_SENDS.match(plan.low, verb) or _SENDING.search(plan.low, verb, duty.end))
    if verb is None or not (sends or _WRITES.match(plan.low, verb)):
        return []
    stated = own(plan, verb, duty.end) is not None or (tail is not None and tail.reports)
    if _PRODS.match(plan.low, duty.verb) and not stated and _AS_ASKED.search(plan.low, verb, duty.end):
        return []
    return list(_three(plan, duty, inner.address, (inner.start, inner.end), verb, tail))


def _complements(plan: PlanText, at: int, end: int) -> Iterator[int]:
    """Yield where the complement of a guiding verb may begin: right after it, or after the next coordinated verbs."""
    for _ in range(4):
        at, _end = plan.trim(at, end)
        yield at
        following = plan.verb(at, end)
        if following is None:
            return
        at = following


def _three(
    plan: PlanText, duty: Duty, address: Address, actor: tuple[int, int], verb: int, tail: Tail | None
) -> Iterator[Duty]:
    shared = tail.deadline if tail is not None and tail.deadline is not None and tail.deadline.completion else None
    if duty.deadline is not None and duty.deadline.completion:
        shared = duty.deadline
    stop = tail.start if tail is not None else duty.end
    sending = _SENDING.search(plan.low, verb, stop)
    guided = sending.start() if sending is not None else stop
    yield replace(duty, end=guided, stop=guided, deadline=shared, frame="F9")
    own_deadline = own(plan, verb, stop) or shared
    if own_deadline is None and tail is not None and not tail.reports:
        own_deadline = tail.deadline
    yield replace(
        duty,
        start=verb,
        verb=verb,
        stop=stop,
        address=address,
        actor=actor,
        deadline=own_deadline,
        frame="F9",
        explicit=True,
    )
    if tail is not None and tail.reports:
        yield replace(
            duty, start=tail.verb, verb=tail.verb, stop=duty.end, deadline=tail.deadline or shared, frame="F9"
        )
