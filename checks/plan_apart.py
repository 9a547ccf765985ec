"""Exceptions inside a sentence: "riêng X ...", "(trừ X ...)", and the actors that a bracket names ("(X thực hiện)")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.plan_address import Address
from checks.plan_quantities import measure
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText, words
from checks.plan_verbs import opening_verb
from extractors.facts import Quantity

FREED = re.compile(
    r"(?<!\w)(?:(?:không|chưa) (?:phải|cần|bắt buộc|yêu cầu|áp dụng|thực hiện|thuộc diện|xây dựng|gửi|nộp|báo cáo)"
    r"|(?:được )?miễn(?! (?:là|sao|phí|dịch)))(?!\w)"
)
_APART = re.compile(r"[,;(]?\s*(?P<word>riêng(?:\s+đối với)?|còn\s+(?:riêng\s+)?(?:đối\s+)?với)\s+")
_BUT_HAS_TO = re.compile(r"(?<!\w)nhưng\s+(?:(?:vẫn|phải|cần|có thể)\s+)*")
_BUT = re.compile(r"[,;(]\s*(?:ngoại\s+)?trừ\s+(?:đối với\s+)?(?P<who>[^();:.]{3,120})")
_WHY = re.compile(r",?\s+(?:do|vì|hiện|đang|đã)\s")
_BY = re.compile(r"\((?:do\s+)?(?P<who>[^();:]{3,120}?)\s+(?:chủ trì(?:\s+thực hiện)?|thực hiện)\s*(?=[;)])")
_LAST = re.compile(r"\s*\((?P<who>[^();:]{3,120})\)[\s.;,]*$")
_TO_WHOM = re.compile(r"(?<!\w)(?:về|cho|gửi|trình|tới|đến|qua|báo cáo|với|của|tại)\s+(?=[^,;.\d(]*(?:\(|$))")
_NUMBER = re.compile(r"\s+(?:là\s+|phải\s+|cần\s+|đạt\s+)*(?=(?:tối thiểu|ít nhất|không dưới|tối đa|không quá|\d))")
_MORE = re.compile(r"(?<!\w)(?:thêm|bổ sung thêm)(?!\w)")


@dataclass(frozen=True, slots=True)
class Apart:
    """An exception in a clause: who it is for, and where it begins; `amount` where he has but another number."""

    start: int
    actor_start: int
    actor_end: int
    address: Address
    amount: Quantity | None = None


def exception(plan: PlanText, subjects: Subjects, start: int, end: int) -> Apart | None:
    """Return the exception that a clause or a cell ends with ("(riêng các trường mầm non gửi trước ngày ...)")."""
    for match in _APART.finditer(plan.low, start, end):
        at = match.end()
        counted = _counted_apart(plan, subjects, match.start("word"), at, end)
        if counted is not None:
            return counted
        deadline = next(iter(plan.dates(at, end)), None)
        subject = subjects.sentence(at, end)
        unit = next(iter(plan.units(at, end)), None)
        if unit is not None and unit.start == at and adds(plan, unit.end, end) is not None:
            return Apart(match.start("word"), at, unit.end, subjects.actors.resolve(plan.low, at, unit.end))
        if deadline is None:
            if subject is not None and subject.address and _own_amount(plan, subject.predicate, end):
                return Apart(match.start("word"), subject.start, subject.end, subject.address)
            continue
        stop = subject.end if subject is not None else deadline.wide.start
        address = subjects.actors.resolve(plan.low, at, stop)
        if address:
            return Apart(match.start("word"), *plan.trim(at, stop), address)
    return None


def _counted_apart(plan: PlanText, subjects: Subjects, word: int, at: int, end: int) -> Apart | None:
    """Return "riêng X tối thiểu 100 đoàn viên": a number of his own and no verb; else None."""
    number = _NUMBER.search(plan.low, at, min(end, at + 120))
    if number is None:
        return None
    named = plan.trim(at, number.start())
    if subjects.heading(*named) is None:
        return None
    address, amount = subjects.actors.resolve(plan.low, *named), measure(plan, number.end(), end)
    return Apart(word, *named, address, amount) if address and amount is not None else None


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
    counted = _counted_apart(plan, subjects, match.start("word"), match.end(), end)
    if counted is not None:
        return counted, False
    subject = subjects.sentence(match.end(), end)
    if subject is None or not subject.address:
        unit = next(iter(plan.units(match.end(), end)), None)
        if unit is None or unit.start != match.end():
            return None
        address = subjects.actors.resolve(plan.low, unit.start, unit.end)
        apart = Apart(match.start("word"), unit.start, unit.end, address)
        return apart, _freed(plan, unit.end, end)
    apart = Apart(match.start("word"), subject.start, subject.end, subject.address)
    return apart, _freed(plan, subject.end, end)


def _freed(plan: PlanText, start: int, end: int) -> bool:
    """Return whether somebody set apart need not do it, and owes nothing instead."""
    return FREED.search(plan.low, start, end) is not None and _after_but(plan, start, end) == start


def verb_apart(plan: PlanText, start: int, end: int) -> int | None:
    """Return the verb of an exception with a paper or number of its own ("riêng X gửi bản đăng ký"), else None."""
    but = _after_but(plan, start, end)
    verb = opening_verb(plan, but, end)
    after = plan.verb(verb, end) if verb is not None else None
    if after is None:
        return None
    paper = words("plan_paper_nouns").match(plan.low, plan.trim(after, end)[0], end)
    return verb if paper or measure(plan, after, end) is not None else None


def adds(plan: PlanText, start: int, end: int) -> int | None:
    """Return the verb of a deed that somebody set apart owes besides ("riêng X diễn tập thêm ..."), else None."""
    if _MORE.search(plan.low, start, end) is None:
        return None
    return opening_verb(plan, start, end) or plan.trim(start, end)[0]  # a verb that no list may hold


def narrowed(
    plan: PlanText, subjects: Subjects, address: Address, start: int, end: int, *, named: bool
) -> tuple[Address, bool]:
    """Return whom a clause reaches by its own brackets, and whether one names who acts.

    It reaches nobody of "(trừ X)", and only X where it says "(X thực hiện)", or ends with "(X)" and nobody is `named`.
    """
    left = address
    for but in _BUT.finditer(plan.low, start, end):
        why = _WHY.search(plan.low, *but.span("who"))
        stop = why.start() if why is not None else but.end("who")
        others = subjects.actors.resolve(plan.low, but.start("who"), stop)
        if others and not others.people and others.units < left.units:
            left = left.without(others)
    for match in _APART.finditer(plan.low, start, end):
        freed = FREED.search(plan.low, match.end(), min(end, match.end() + 120))
        others = subjects.actors.resolve(plan.low, match.end(), freed.start()) if freed is not None else Address()
        if others and others.units < left.units:
            left = left.without(others)  # "(riêng xã A không thực hiện nội dung này)"
    by = _BY.search(plan.low, start, end) or (None if named else _in_bracket(plan, subjects, start, end))
    acting = subjects.actors.resolve(plan.low, *by.span("who")) if by is not None else Address()
    return (acting if acting and acting.units != left.units else left), bool(acting)


def _in_bracket(plan: PlanText, subjects: Subjects, start: int, end: int) -> re.Match[str] | None:
    """Return the bracket that ends a clause and holds nothing but actors: "... trước ngày 15/4/2024 (các xã)".

    Behind a name or an addressee it says who that is: "về UBND huyện (Văn phòng)".
    """
    match = _LAST.search(plan.low, start, end)
    if match is None or plan.low.startswith("đối với", match.start("who")):
        return None
    for given in _TO_WHOM.finditer(plan.low, start, match.start()):
        if words("plan_recipient_heads").match(plan.low, given.end(), match.start()):
            return None
    if any(mention.end == match.start() for mention in plan.units(start, match.start())):
        return None
    subject = subjects.heading(*match.span("who"))
    return match if subject is not None and subject.address and not subject.address.outside else None


def _own_amount(plan: PlanText, start: int, end: int) -> bool:
    """Return whether an exception asks for another number: "riêng thị trấn tổ chức ít nhất 06 hội nghị"."""
    at = _after_but(plan, start, end)
    return opening_verb(plan, at, end) is not None and measure(plan, at, end) is not None


def _after_but(plan: PlanText, start: int, end: int) -> int:
    """Return where his own deed begins: behind "không phải ... nhưng phải", else at `start`."""
    freed = FREED.search(plan.low, start, end)
    but = _BUT_HAS_TO.search(plan.low, freed.end(), end) if freed is not None else None
    return but.end() if but is not None else start
