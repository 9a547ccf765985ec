"""Who need not do a duty that the plan lays on all, where another sentence says so: "Riêng X ... không phải ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checks.plan_address import Address
from checks.plan_apart import FREED, apart_mark
from checks.plan_duties import Duty
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText

# Without "riêng" at its head only a plain "need not" frees; "không thực hiện", "chưa xây dựng" tells or forbids.
_NEED_NOT = re.compile(r"(?<!\w)(?:không (?:phải|cần|bắt buộc)|(?:được )?miễn(?! (?:là|sao|phí|dịch)))(?!\w)")
_NOT_FOR = re.compile(
    r"(?:ghi chú:?\s*)?(?P<what>(?:chỉ tiêu|nội dung|nhiệm vụ|mục|điểm|khoản)\s+[^.;:]{1,40}?)"
    r"\s+không\s+(?:giao|áp dụng)\s+(?:đối với|cho|với)\s+(?P<who>[^.;:]{3,160})"
)
_REASON = re.compile(r",|\s(?:do|vì|hiện|đang|đã|lồng ghép|thì|nếu)\s")
_PLACE = re.compile(
    r"(?<!\w)(?:tiểu mục|mục|điểm|khoản|điều|tiết|ý|chỉ tiêu số|nội dung số|nhiệm vụ số)\s+"
    r"(?P<label>(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])(?!\w))"
)
_EMPTY = frozenset(
    {"phải", "nội", "dung", "này", "trên", "nêu", "các", "theo", "của", "việc", "quy", "định", "với", "đối"}
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_COVERED = 0.8  # share of the freed deed's words that the duty has to hold
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Exemption:
    """`address` need not do text[start:end]; `paragraph` is where it is said, `apart` that "riêng" opens it."""

    address: Address
    start: int
    end: int
    paragraph: tuple[int, int]
    apart: bool


def exemption(plan: PlanText, subjects: Subjects, start: int, end: int, paragraph: tuple[int, int]) -> Exemption | None:
    """Return whom the sentence text[start:end] frees of a duty, None for a sentence that frees nobody."""
    start, end = plan.trim(start, end)
    spared = _NOT_FOR.match(plan.low, start, end)
    if spared is not None:
        address = subjects.actors.resolve(plan.low, *spared.span("who"))
        return Exemption(address, *spared.span("what"), paragraph, apart=False) if address else None
    mark = apart_mark(plan, start, end)
    at = mark if mark is not None else start
    freed = (FREED if mark is not None else _NEED_NOT).search(plan.low, at, end)
    if freed is None or (mark is None and freed.start() - at > _LONGEST_NAME):
        return None
    reason = _REASON.search(plan.low, at, freed.start())
    named = plan.trim(at, reason.start() if reason is not None else freed.start())
    if named[0] >= named[1] or subjects.heading(*named) is None:
        return None
    address = subjects.actors.resolve(plan.low, *named)
    return Exemption(address, freed.end(), end, paragraph, mark is not None) if address else None


def released(plan: PlanText, duties: Sequence[Duty], exemptions: Iterable[Exemption]) -> list[Duty]:
    """Return the duties, each without those whom an exemption frees of it.

    What is freed is told by its words or its place ("mục 2"), anywhere in the plan; a "riêng ..." that says neither
    means the paragraph before it.
    """
    found = list(duties)
    for item in exemptions:
        meant = [duty for duty in found if _meant(plan, duty, item)]
        if not meant and item.apart:
            begin = item.paragraph[0]
            meant = [duty for duty in found if begin <= duty.start < item.start and not duty.row]
        freed = {id(duty) for duty in meant}
        found = [_without(duty, item) if id(duty) in freed else duty for duty in found]
    return [duty for duty in found if duty.address]


def _without(duty: Duty, item: Exemption) -> Duty:
    left = duty.address.without(item.address)
    return duty if not item.apart and not left else replace(duty, address=left)


def _meant(plan: PlanText, duty: Duty, item: Exemption) -> bool:
    if not duty.address.units & item.address.units:
        return False
    said = plan.low[item.start : item.end]
    places = {match["label"] for match in _PLACE.finditer(said)}
    if places and "số" in said.split():  # "chỉ tiêu số 4": a row of a table
        return duty.row and bool(duty.place.path) and duty.place.path[-1] in places
    if places:
        own = {part.lower().strip(" .)") for part in duty.place.path}
        return places <= own
    words = set(_WORD.findall(said)) - _EMPTY
    if len(words) < 2:
        return False
    held = set(_WORD.findall(plan.low[duty.start : duty.end]))
    return len(words & held) >= _COVERED * len(words)
