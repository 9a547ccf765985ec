"""From a plan to the requirements that it lays on the units of a register.

The grammar of obligations (frames F1-F12) is that of real Vietnamese plans, decisions, directives and dispatches:
an actor as heading, before a colon, as subject, after "Giao", in a column; a duty inside another; a series of reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from checks.plan_actors import Actors
from checks.plan_address import EACH, KIND, KINDS_JOINT, Address
from checks.plan_attributes import Attributes
from checks.plan_called import called
from checks.plan_deadlines import accept
from checks.plan_duties import Duty
from checks.plan_exempt import released
from checks.plan_frames import Frames
from checks.plan_groups import set_kinds_apart
from checks.plan_items import RowItem, read_items
from checks.plan_kind import OTHER, PLAN, REPORT, kind_of, paper_of, shown_by, weight_of
from checks.plan_names import UnitNames
from checks.plan_quantities import measure, produced
from checks.plan_series import ROUND, Instance, expand
from checks.plan_tables import Tables
from checks.plan_text import PlanText
from checks.plan_unclear import doubts_of, questions
from checks.plan_wording import action_of, recipient_of, topic_of
from checks.requirement import GIVEN, Kind, Plan, Requirement
from checks.units import Register
from extractors.document import Document
from extractors.facts import Facts, Quantity, Role
from extractors.grammars.segments_labels import section_path
from extractors.interval import Interval
from extractors.vietnamese import fold

_DECISIONS = frozenset({"quyết định", "nghị quyết"})
_SHARE_LEADS = 24  # characters before a share that opens a target: "Phấn đấu có trên "


def compile_plan(document: Document, facts: Facts, register: Register) -> Plan:
    """Return the plan's duties in its own order, each expanded to units of the register, and what is unclear.

    Actors outside the register get no requirement; they are named in `unclear`. Pure: the same input, the same plan.
    """
    names = UnitNames(register)
    plan = PlanText(document, names, facts.dates, facts.letterhead.issued)
    actors = Actors(names)
    default = _default(actors, facts)
    frames = Frames(plan, actors, default, fold(facts.letterhead.type_name or "") in _DECISIONS)
    tables = Tables(plan, actors, frames.subjects, default)
    duties: list[Duty] = []
    attributes = Attributes(plan, actors, duties)
    for item in read_items(document, facts.segments):
        if isinstance(item, RowItem):
            duties.extend(tables.read(item, frames.outline.actor()))
        elif not attributes.read(item):
            duties.extend(frames.read(item))
    duties = set_kinds_apart(plan, actors, released(plan, attributes.settled(), frames.exemptions))
    issued = facts.letterhead.issued
    requirements = _requirements(plan, duties, _year(facts), issued, register)
    outside = [plan.text[a:b] for a, b in frames.outside + tables.outside + attributes.outside]
    head = facts.letterhead
    return Plan(
        sha256=document.sha256,
        title=head.subject or "",
        number=head.number,
        issued=Interval.day(issued) if issued else None,
        issuer=head.issuer,
        requirements=tuple(requirements),
        unclear=questions(head, requirements, outside),
        called=called(head),
    )


def _default(actors: Actors, facts: Facts) -> Address:
    """Return who answers where nobody is named: those whom a công văn addresses, else every unit."""
    if not facts.letterhead.type_name:
        phrase = "; ".join(facts.letterhead.addressees)
        addressed = actors.resolve(fold(phrase), 0, len(phrase))
        if addressed:
            return addressed
    return actors.everyone()


def _year(facts: Facts) -> int | None:
    """Return the year that the plan is for: the one in its title, else that of its date."""
    subject = facts.letterhead.spans.get("subject")
    issued = facts.letterhead.issued
    for mention in facts.dates:
        if subject is not None and subject.covers(mention.span) and mention.reading and mention.reading.end:
            years = {day.year for day in (mention.reading.start, mention.reading.end) if day}
            if len(years) == 1:
                return years.pop()
    if issued is not None:
        return issued.year
    return next((m.reading.end.year for m in facts.dates if m.role is Role.ISSUE and m.reading and m.reading.end), None)


def _requirements(
    plan: PlanText, duties: Sequence[Duty], year: int | None, issued: date | None, register: Register
) -> list[Requirement]:
    senders = _once_each(plan, [(duty, paper_of(plan, duty)) for duty in duties], year, issued)
    found: list[Requirement] = []
    number = 0
    for at, (duty, paper) in enumerate(senders):
        made = _made(plan, duty, paper, _sends_plan(plan, senders, at), year, issued, f"R{number + 1}", register)
        if made:
            number += 1
            found.extend(made)
    return found


def _once_each(
    plan: PlanText, senders: list[tuple[Duty, str]], year: int | None, issued: date | None
) -> list[tuple[Duty, str]]:
    """Leave out a report without a day that another sentence of the paragraph asks of the same units with its day."""

    def same(first: Duty, second: Duty) -> bool:
        between = plan.text[min(first.start, second.start) : max(first.start, second.start)]
        return first.sentence != second.sentence and first.address == second.address and "\n" not in between

    def dated(duty: Duty) -> bool:
        return duty.deadline is not None or (
            year is not None and bool(expand(plan, duty.start, duty.stop, year, issued))
        )

    reports = [duty for duty, paper in senders if paper == REPORT and not duty.row]
    days = [duty for duty in reports if dated(duty)]
    again = [duty for duty in reports if duty not in days and any(same(duty, other) for other in days)]
    return [(duty, paper) for duty, paper in senders if not any(duty is other for other in again)]


def _sends_plan(plan: PlanText, senders: Sequence[tuple[Duty, str]], at: int) -> bool:
    """Return whether another duty of the same units sends the plan that this one writes."""
    duty, paper = senders[at]
    if paper != PLAN:
        return False
    return any(
        other is not duty
        and kind == PLAN
        and other.address.units & duty.address.units
        and any(word in plan.low[other.verb : other.stop] for word in ("gửi", "nộp"))
        for other, kind in senders
    )


def _measure(plan: PlanText, duty: Duty) -> Quantity | None:
    """Return the amount of a duty, also before its verb: "có ít nhất 02 tổ hoạt động", "100% công chức ký cam kết"."""
    if duty.amount is not None:
        return duty.amount
    own_amount = measure(plan, duty.verb, duty.stop)
    if own_amount is None and duty.verb > duty.start:
        before = measure(plan, duty.start, duty.stop)
        leads = before is not None and "%" in before.unit and before.span.start - duty.start <= _SHARE_LEADS
        stated = before is not None and (before.op != "=" or leads) and before.span.start < duty.verb
        own_amount = before if stated else None
    return own_amount or (produced(plan, *duty.product) if duty.product else None)


def _made(
    plan: PlanText,
    duty: Duty,
    paper: str,
    sends_plan: bool,
    year: int | None,
    issued: date | None,
    base: str,
    register: Register,
) -> list[Requirement]:
    """Return the requirements of one duty: one for each target, and for each period of a series."""
    if paper == PLAN and not _collective(duty) and not sends_plan and "gửi" not in plan.low[duty.verb : duty.stop]:
        paper = OTHER  # one unit that drafts a plan of the whole body hands in no plan of its own
    registers = paper == PLAN and plan.low.startswith("đăng ký", duty.verb)
    quantity = None if paper in {PLAN, REPORT} and not registers else _measure(plan, duty)
    kind = kind_of(plan, duty, paper, quantity, sends_plan)
    weight = weight_of(plan, duty, kind, quantity)
    series: tuple[Instance, ...] = ()
    if kind is Kind.SUBMIT and year is not None:
        series = expand(plan, duty.start, duty.stop, year, issued, dated=paper == PLAN)
        if not series and duty.time is not None:
            series = expand(plan, *duty.time, year, issued, dated=paper == PLAN)
    start, end = plan.trim(duty.start, duty.end, " \t\n,;:-–")
    span = plan.document.span(start, end)
    actor = plan.text[duty.actor[0] : duty.actor[1]] if duty.actor else ""
    deadline = duty.deadline.interval if duty.deadline and not _reported_on(duty, paper) else None
    made: list[Requirement] = []
    several = len(duty.address.targets) > 1
    for order, (applies, units) in enumerate(duty.address.targets):
        requirement = Requirement(
            id=base + ("abcdefghijklmnopqrstuvwxyz"[order % 26] if several else ""),
            span=span,
            section=section_path(duty.place.path),
            actor=" ".join(actor.split()),
            applies_to=_still(applies, units, register),
            units=units,
            action=duty.said or action_of(plan, duty),
            quantity=quantity,
            deadline=deadline,
            recipient=recipient_of(plan, duty),
            kind=kind,
            shown_by=shown_by(plan, duty, kind, paper, weight, quantity),
            weight=weight,
            frame=duty.frame,
            confidence=_confidence(duty),
            topic=duty.said or topic_of(plan, duty) or action_of(plan, duty),
            heading=duty.place.headings[-1] if duty.place.headings else "",
        )
        requirement = replace(requirement, unclear=doubts_of(plan, duty, requirement))
        made.extend(_instances(requirement, series))
    return made


def _still(applies: str, units: tuple[str, ...], register: Register) -> str:
    """Return the group less the kinds that an exception left without a unit."""
    if not applies.startswith(KIND):
        return applies
    left = {unit.kind for unit in register.units if unit.name in units}
    return KIND + KINDS_JOINT.join(kind for kind in applies[len(KIND) :].split(KINDS_JOINT) if kind in left)


def _reported_on(duty: Duty, paper: str) -> bool:
    """Return whether the time is what a report is about ("báo cáo hoạt động trong năm 2023"), not when it is due."""
    if paper != REPORT or duty.deadline is None or duty.deadline.grade > 2 or duty.deadline.completion:
        return False
    mention = duty.deadline.mention
    return duty.verb <= mention.span.start < duty.stop and mention.precision in {"year", "half"}


def _instances(requirement: Requirement, series: tuple[Instance, ...]) -> list[Requirement]:
    if not series:
        return [requirement]
    return [
        replace(
            requirement,
            id=f"{requirement.id}-{item.mark}",
            period=item.period,
            deadline=item.deadline,
            action=_of_round(requirement.action, item.round) + (f" ({item.label})" if item.label else ""),
        )
        for item in series
    ]


def _of_round(action: str, round: str) -> str:
    """Return the deed with the name of its own round in place of the first one's ("đợt 1" → "đợt 2")."""
    return ROUND.sub(round, action, count=1) if round else action


def _collective(duty: Duty) -> bool:
    return any(applies == EACH or applies.startswith(KIND) for applies, _ in duty.address.targets)


def _confidence(duty: Duty) -> float:
    """Return how sure the reading is: a table or a named actor more than an appeal to nobody in particular."""
    sure = {
        "F7": 0.95,
        GIVEN: 0.9,
        "F1": 0.9,
        "F2": 0.95,
        "F3": 0.9,
        "F5": 0.95,
        "F6": 0.9,
        "F4": 0.85,
        "F9": 0.8,
        "F8": 0.6,
    }
    value = sure.get(duty.frame, 0.9 if duty.frame == GIVEN else 0.7)
    return round(value - (0.2 if duty.address.loose or duty.address.people else 0.0), 2)


__all__ = ["accept", "compile_plan"]
