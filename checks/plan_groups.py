"""Among whom a target is measured, where its sentence has no such subject: "ở mỗi xã", "100% giáo viên mầm non"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from checks.plan_actors import Actors
from checks.plan_address import EACH, KIND, KINDS_JOINT, Address
from checks.plan_duties import Duty
from checks.plan_names import kinds_of, written_out
from checks.plan_text import PlanText
from checks.units import Register
from extractors.vietnamese import alternation, fold

_EACH_OF = re.compile(
    r"(?:(?:tại|ở|của|trên địa bàn|trong)\s+(?=mỗi|từng)|(?<=\w)/(?!\s*(?:người|hộ|ngày|tháng|quý|năm|lần|đợt)))"
    r"(?P<group>(?:(?:mỗi|từng)\s+)?[^\W\d]+(?:\s+[^\W\d]+){0,3})"
)
_LEVEL = r"\s+(?:cấp |bậc |khối |ngành |ở |tại |các )*(?:học |trường )?"
_SHARE = re.compile(r"\d\s*%\s+(?:số\s+|các\s+|tổng\s+số\s+)?")


def measured_in(plan: PlanText, actors: Actors, start: int, end: int) -> tuple[Address, tuple[int, int]] | None:
    """Return the group that text[start:end] counts in ("02 lượt/chi đoàn") and where it stands, None for none."""
    for match in _EACH_OF.finditer(plan.low, start, end):
        address = actors.resolve(plan.low, match.start("group"), match.end("group"))
        if address and not address.people and len(address.units) > 1:
            return address, (match.start("group"), match.end("group"))
    return None


def counted_of(plan: PlanText, register: Register, start: int, end: int) -> Address | None:
    """Return the kinds whose people alone a share counts ("100% giáo viên mầm non": the nursery schools), else None.

    Only kinds that share their first word tell people apart: "trường mầm non" and "trường tiểu học".
    """
    share = _SHARE.search(plan.low, start, end)
    people = _people().match(plan.low, share.end(), end) if share is not None else None
    if people is None:
        return None
    found = [unit for unit in register.others() if _told_of(plan, people.end(), _tails(register).get(unit.kind, ()))]
    kinds = dict.fromkeys(unit.kind for unit in found)
    return Address(((KIND + KINDS_JOINT.join(kinds), tuple(unit.name for unit in found)),)) if found else None


def _told_of(plan: PlanText, at: int, tails: tuple[str, ...]) -> bool:
    """Return whether one of the names of a kind follows the people at `at`: " cấp tiểu học"."""
    return any(re.compile(rf"{_LEVEL}{re.escape(tail)}(?!\w)").match(plan.low, at) for tail in tails)


@cache
def _people() -> re.Pattern[str]:
    heads = alternation("plan_counted_people", "checks")
    return re.compile(rf"{heads}(?:\s*(?:,|và)\s+{heads})*(?!\w)")


@cache
def _tails(register: Register) -> dict[str, tuple[str, ...]]:
    """Return what tells the kinds that share their first word apart, also in short: "tiểu học", "thcs"."""
    short = {fold(whole): fold(letters) for letters, whole in written_out().items()}
    named = {unit.kind: [fold(form).split() for form in kinds_of(unit)] for unit in register.units if unit.kind}
    heads = [forms[-1][0] for forms in named.values()]
    found: dict[str, tuple[str, ...]] = {}
    for kind, forms in named.items():
        tails = [" ".join(form[1:]) for form in forms if len(form) > 1 and heads.count(forms[-1][0]) > 1]
        found[kind] = tuple(dict.fromkeys([*tails, *(short[tail] for tail in tails if tail in short)]))
    return found


def set_kinds_apart(plan: PlanText, actors: Actors, duties: list[Duty]) -> list[Duty]:
    """Read "các đơn vị trực thuộc" as that kind alone where the plan sets another kind apart as a group of its own."""
    kinds = {kind for kind in (unit.kind for unit in actors.names.register.units) if kind}
    set_apart = {
        kind
        for duty in duties
        for applies, _ in duty.address.targets
        if applies.startswith(KIND)
        for kind in applies[len(KIND) :].split(KINDS_JOINT)
    }
    if not set_apart:
        return duties
    return [_narrow(plan, actors, duty, kinds, set_apart) for duty in duties]


def _narrow(plan: PlanText, actors: Actors, duty: Duty, kinds: set[str], set_apart: set[str]) -> Duty:
    if duty.actor is None or not any(applies == EACH for applies, _ in duty.address.targets):
        return duty
    phrase = " ".join(plan.low[duty.actor[0] : duty.actor[1]].split())
    # "các đơn vị thuộc Sở" are all of them, whatever a kind of the register is called.
    for kind in sorted(kind for kind in kinds - set_apart if " thuộc" not in kind.lower().replace("trực thuộc", "")):
        if kind.lower().startswith(("đơn vị", "cơ quan")) and kind.lower() in phrase:
            units = tuple(unit.name for unit in actors.names.register.of_kind(kind) if unit.name != actors.office)
            head = phrase.split(kind.lower())[0]
            if units and not any(mark in head for mark in (",", ";", " và ")):
                return replace(duty, address=replace(duty.address, targets=((KIND + kind, units),)))
    return duty
