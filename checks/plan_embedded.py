"""Duties inside duties: "Hướng dẫn các đơn vị xây dựng báo cáo ... và gửi về ... để tổng hợp, báo cáo ..." (frame F9),
purposes that are none (F11), and exceptions ("riêng X ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.plan_address import Address
from checks.plan_clauses import guides, opening_verb
from checks.plan_deadlines import Deadline, own
from checks.plan_duties import Duty
from checks.plan_quantities import measure
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText, words

_TAIL = re.compile(
    r"(?<!\w)(?:để|nhằm|làm cơ sở)\s+(?P<what>(?:văn phòng |phòng |sở |ubnd )?[^.;]{0,40}?"
    r"(?:tổng hợp|theo dõi|báo cáo|xem xét|biết))"
)
_REPORTS = re.compile(r"(?P<verb>tổng hợp)?[,\s]*(?:và\s+)?(?:chung\s+)?báo cáo\s+(?P<to>\w+)")
_APART = re.compile(r"[,;(]?\s*(?P<word>riêng)(?:\s+đối với)?\s+")
FREED = re.compile(
    r"(?<!\w)(?:(?:không|chưa) (?:phải|cần|bắt buộc|yêu cầu|áp dụng|thực hiện|thuộc diện|xây dựng|gửi|nộp|báo cáo)"
    r"|(?:được )?miễn(?! (?:là|sao|phí|dịch)))(?!\w)"
)
_WRITES = re.compile(r"(?:xây dựng|lập|viết|hoàn thiện|ban hành|chuẩn bị)\s+(?:và\s+\w+\s+\w+\s+)?(?:kế hoạch|báo cáo)")
_SENDS = re.compile(r"(?:gửi|nộp|báo cáo)(?!\w)")
_SENDING = re.compile(r"(?:,|\s+và|,\s*đồng thời)\s+(?:gửi|nộp|báo cáo)(?!\w)")


@dataclass(frozen=True, slots=True)
class Tail:
    """A purpose at the end of a clause; `reports` where it names a report to somebody above, from `verb` on."""

    start: int
    verb: int
    reports: bool
    deadline: Deadline | None


@dataclass(frozen=True, slots=True)
class Apart:
    """An exception in a clause: who it is for, and where it begins."""

    start: int
    actor_start: int
    actor_end: int
    address: Address


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


def exception(plan: PlanText, subjects: Subjects, start: int, end: int) -> Apart | None:
    """Return the exception that a clause or a cell ends with ("(riêng các trường mầm non gửi trước ngày ...)")."""
    for match in _APART.finditer(plan.low, start, end):
        at = match.end()
        deadline = next(iter(plan.dates(at, end)), None)
        subject = subjects.sentence(at, end)
        if deadline is None:
            if subject is not None and subject.address and _own_amount(plan, subject.predicate, end):
                return Apart(match.start("word"), subject.start, subject.end, subject.address)
            continue
        stop = subject.end if subject is not None else deadline.wide.start
        address = subjects.actors.resolve(plan.low, at, stop)
        if address:
            return Apart(match.start("word"), *plan.trim(at, stop), address)
    return None


def apart_mark(plan: PlanText, start: int, end: int) -> int | None:
    """Return where the words after "riêng (đối với)" begin that open text[start:end], None where it opens otherwise."""
    match = _APART.match(plan.low, start, end)
    return match.end() if match is not None else None


def set_apart(plan: PlanText, subjects: Subjects, start: int, end: int) -> tuple[Apart, bool] | None:
    """Return whom "riêng X ..." at the head of a clause sets apart, and whether it frees him ("không phải ...")."""
    start, end = plan.trim(start, end)
    match = _APART.match(plan.low, start, end)
    if match is None:
        return None
    subject = subjects.sentence(match.end(), end)
    if subject is None or not subject.address:
        return None
    apart = Apart(match.start("word"), subject.start, subject.end, subject.address)
    return apart, FREED.search(plan.low, subject.end, end) is not None


def _own_amount(plan: PlanText, start: int, end: int) -> bool:
    """Return whether an exception asks for another number: "riêng thị trấn tổ chức ít nhất 06 hội nghị"."""
    return opening_verb(plan, start, end) is not None and measure(plan, start, end) is not None


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
