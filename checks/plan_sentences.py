"""Reads the duties of one sentence: who, which clauses, and how far its deadline reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_apart import Apart, adds, apart_mark, exception, narrowed, set_apart, verb_apart
from checks.plan_clauses import Clause, cut
from checks.plan_deadlines import Deadline, leading, own
from checks.plan_duties import Duty, Place
from checks.plan_embedded import Tail, embedded, purpose_tail
from checks.plan_groups import counted_of, measured_in
from checks.plan_heads import head_verb
from checks.plan_openings import SHARE, Openings
from checks.plan_periods import Periods
from checks.plan_quantities import measure
from checks.plan_shares import opens_target
from checks.plan_subjects import Subject, Subjects
from checks.plan_text import PlanText
from checks.plan_verbs import guides, opening_verb
from extractors.grammars.sentences import split_clauses
from extractors.segment import Section
from extractors.vietnamese import alternation, lexicon

_TIME_HEAD = 40  # characters of a time that stands before a colon: "Từ ngày 01/10 đến ngày 15/10/2024:"
_PERFORMS = re.compile(r"(?:phê duyệt|ban hành|thành lập|công nhận|bãi bỏ|thông qua|điều chỉnh|bổ sung|thu hồi)(?!\w)")
_EACH = re.compile(r"(?:mỗi|từng)\s")
_EACH_AFTER = re.compile(r",\s+(?:và\s+|trong đó\s+)?(?=(?:mỗi|từng)\s)")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers where a sentence names nobody; `actor` is None where nothing above names anyone either."""

    address: Address
    actor: tuple[int, int] | None = None
    frame: str = "F8"


@cache
def _expressions(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in lexicon(name, "checks")))


def is_formula(low: str) -> bool:
    """Return whether the words are a closing formula, a citation or a frame of the document."""
    return _expressions("plan_formulas").search(" ".join(low.split()).lstrip(": ")) is not None


def _cites(low: str) -> bool:
    """Return whether a sentence without a subject only names what the document rests on."""
    return _expressions("plan_citations").search(" ".join(low.split())) is not None


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + alternation("plan_standing", "checks"))


class Sentences:
    """Reads the sentences of one plan."""

    def __init__(self, plan: PlanText, actors: Actors, subjects: Subjects, decides: bool = False) -> None:
        self.decides = decides  # a decision or resolution: "Phê duyệt ...", "Thành lập ..." is what it does itself
        self.plan, self.actors, self.subjects = plan, actors, subjects
        self.openings = Openings(plan, subjects)
        self.periods = Periods(plan)

    def read(
        self, start: int, end: int, place: Place, owner: Owner, inherited: Deadline | None, *, steers: bool, opens: bool
    ) -> tuple[list[Duty], Subject | None]:
        """Return the duties of text[start:end] and the subject that it names.

        `steers` says that an order at its head is the owner's own deed ("Yêu cầu các đơn vị ..." under the office's
        heading); `opens` that it stands in the opening of the document, where only an order lays duties on others.
        """
        found: list[Duty] = []
        first: Subject | None = None
        parts = self._parts(start, end)
        for number, (a, b) in enumerate(parts):
            duties, subject = self._part(a, b, place, owner, inherited, steers=steers, opens=opens)
            if number == 0:
                first = subject
                inherited = leading(self.plan, a, b)[0] or inherited
            elif found and subject is not None and subject.address.people and not self.plan.units(a, b):
                duties = [replace(duty, address=found[-1].address) for duty in duties]  # their own people
            elif found and self._alike(parts[number - 1], (a, b)):
                duties = [replace(duty, deadline=duty.deadline or found[-1].deadline) for duty in duties]
            found.extend(replace(duty, sentence=start) for duty in duties)
        return found, first

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches of a sentence that have a subject of their own; a rule for "if ..." is left out."""
        parts: list[tuple[int, int]] = []
        for a, b in split_clauses(self.plan.text, start, end):
            if _standing().search(self.plan.low, a, b):
                if not parts:
                    return []
                continue
            for c, d in self._pieces(a, b):
                apart = apart_mark(self.plan, c, d) is not None
                new = self._each(c, d) or (bool(parts) and self._speaks(c, d) and self._over(*parts[-1], c, d))
                if parts and (apart or not new):
                    parts[-1] = (parts[-1][0], d)
                else:
                    parts.append((c, d))
        return parts

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield a stretch cut where "mỗi X có tối thiểu ..." goes on behind a comma after a deed of its own."""
        inside = self.plan.depth(start, end)
        left = start
        for joint in _EACH_AFTER.finditer(self.plan.low, start, end):
            at = joint.end()
            if inside[joint.start() - start] or not self._each(at, end) or self.openings.has_prefix(left, end):
                continue
            if opening_verb(self.plan, left, joint.start()) is not None or self._speaks(left, joint.start()):
                yield left, joint.start()
                left = at
        yield left, end

    def _each(self, start: int, end: int) -> bool:
        """Return whether a stretch says what each of a group has to reach: "mỗi xã tổ chức ít nhất 02 buổi"."""
        if _EACH.match(self.plan.low, *self.plan.trim(start, end)) is None:
            return False
        subject = self.subjects.sentence(*self.plan.trim(start, end))
        if subject is None or not subject.address or subject.address.people:
            return False
        return measure(self.plan, subject.predicate, end) is not None

    def _over(self, start: int, end: int, at: int, stop: int) -> bool:
        """Return whether a stretch is over before another speaker: it has a subject, or a deed before a unit's name."""
        if self._speaks(start, end):
            return True
        unit = next(iter(self.plan.units(at, stop)), None)
        named = unit is not None and unit.start <= self.plan.trim(at, stop)[0]
        return named and opening_verb(self.plan, start, end) is not None and not guides(self.plan, start)

    def _alike(self, before: tuple[int, int], part: tuple[int, int]) -> bool:
        """Return whether two groups owe numbers of one thing: "mỗi huyện 03 tuyến trước ngày ...; mỗi xã 01 tuyến"."""
        if not (self._each(*before) and self._each(*part)):
            return False
        first, second = measure(self.plan, *before), measure(self.plan, *part)
        return first is not None and second is not None and first.unit.split()[:1] == second.unit.split()[:1]

    def _speaks(self, start: int, end: int) -> bool:
        """Return whether a stretch has an actor and what he has to do."""
        start = self.openings.behind_topic(start, end)
        subject = self.subjects.sentence(leading(self.plan, start, end)[1], end)
        return subject is not None and opening_verb(self.plan, subject.predicate, end) is not None

    def _part(
        self, start: int, end: int, place: Place, owner: Owner, inherited: Deadline | None, *, steers: bool, opens: bool
    ) -> tuple[list[Duty], Subject | None]:
        low = self.plan.low[start:end]
        topic, start = start, self.openings.behind_topic(start, end)
        lead, at = leading(self.plan, start, end)
        if lead is None and topic < start <= topic + _TIME_HEAD:
            lead = own(self.plan, topic, start, cell=True)  # "Tháng 11/2024: Đoàn trường tổ chức ..."
        lead = lead or self.periods.opening(start, end)
        steered = steers and self.plan.low.startswith(("yêu cầu", "đề nghị", "chỉ đạo"), at)
        subject = None if steered else self.openings.subject(at, end, opens)
        begin = self.plan.trim(subject.predicate, end)[0] if subject is not None else at
        behind = self.openings.behind(begin, end)
        predicate = subject.predicate if subject is not None and behind == begin else behind
        if is_formula(low) or is_formula(self.plan.low[predicate:end]) or (subject is None and _cites(low)):
            return [], None
        performs = self.decides and any(part.startswith("Điều") for part in place.path) and _PERFORMS.match(low)
        if performs and subject is None and owner.actor is None and not SHARE.search(low):
            return [], None
        if subject is not None:
            named = subject.address
            if subject.frame == "F5" and owner.actor is not None:
                named = named.within(owner.address)  # "mỗi trường" under the heading of some of them
            owner = Owner(named, (subject.start, subject.end), subject.frame)
        if not owner.address or (opens and subject is None):
            return [], subject
        verb = head_verb(self.plan, place.section, subject, predicate, end, owner.actor is not None)
        if verb is None or (place.section is Section.TARGET and owner.actor is None and not SHARE.search(low)):
            return [], subject
        base = Duty(
            start, end, verb, end, owner.address, place, owner.frame, owner.actor, None, owner.actor is not None, start
        )
        return self._clauses(base, lead or inherited), subject

    def _clauses(self, base: Duty, inherited: Deadline | None) -> list[Duty]:
        """Cut the sentence; "hoàn thành ..." at its end binds all before it, a time above or at its head the rest."""
        found: list[Duty] = []
        clauses = cut(self.plan, base.start, base.end, base.verb)
        for clause in clauses:
            if len(clauses) > 1 and base.place.section is Section.TARGET and self._hoped(clause):
                continue
            among = measured_in(self.plan, self.actors, clause.start, clause.end) if base.actor is None else None
            if among is not None:  # it counts for this clause and those after it
                base = replace(base, address=among[0], actor=among[1], frame="F5", explicit=True)
            apart = set_apart(self.plan, self.subjects, clause.start, clause.end) if found else None
            if apart is not None:
                found = self._set_apart(found, clause, *apart)
            elif not is_formula(self.plan.low[clause.verb : clause.end]):
                people = counted_of(self.plan, self.actors.names.register, clause.start, clause.end)
                found.extend(self._clause(replace(base, address=base.address.among(people)), clause))
        completion: Deadline | None = None
        for at in range(len(found) - 1, -1, -1):
            duty = found[at]
            if duty.deadline is None:
                found[at] = replace(duty, deadline=completion or inherited)
            elif duty.deadline.completion:
                completion = duty.deadline
        return [duty for duty in found if duty.address]

    def _hoped(self, clause: Clause) -> bool:
        """Return whether a clause tells how people should fare, without deed, number or day: no target of its own."""
        start, end = clause.start, clause.end
        if opening_verb(self.plan, clause.verb, end) is not None or own(self.plan, start, end) is not None:
            return False
        return measure(self.plan, start, end) is None and opens_target(self.plan, start, end) is None

    def _set_apart(self, found: list[Duty], clause: Clause, apart: Apart, freed: bool) -> list[Duty]:
        """Return the duties of a sentence after "; riêng X ...": X owes his own, or nothing of the clause before."""
        deadline = own(self.plan, apart.start, clause.end)
        verb = verb_apart(self.plan, apart.actor_end, clause.end)
        more = None if verb is not None else adds(self.plan, apart.actor_end, clause.end)
        last = found[-1]
        if more is None and (freed or verb is None):
            found = [replace(duty, address=duty.address.without(apart.address)) for duty in found]
        if freed or (verb is None and more is None and deadline is None and apart.amount is None):
            return [duty for duty in found if duty.address]
        return [*found, self._of_apart(last, apart, clause.end, verb or more, deadline)]

    def _of_apart(self, duty: Duty, apart: Apart, end: int, verb: int | None, deadline: Deadline | None) -> Duty:
        """Return what somebody set apart owes: his own deed, or that of the clause before with his number or day."""
        own_duty = replace(
            duty,
            start=apart.start,
            end=end,
            stop=end,
            verb=verb or duty.verb,
            address=apart.address,
            actor=(apart.actor_start, apart.actor_end),
            deadline=deadline or duty.deadline,
            explicit=True,
        )
        if verb is None and apart.amount is not None:
            return replace(own_duty, start=duty.start, stop=duty.stop, amount=apart.amount)
        return own_duty

    def _clause(self, base: Duty, clause: Clause) -> Iterator[Duty]:
        """Read one clause: its exception ("riêng X ..."), its purpose, and duties that lie inside it (frame F9)."""
        apart = exception(self.plan, self.subjects, clause.verb, clause.end)
        stop = apart.start if apart is not None else clause.end
        duty = replace(base, start=clause.start, end=stop, verb=clause.verb, stop=stop)
        more = adds(self.plan, apart.actor_end, clause.end) if apart is not None else None
        if apart is not None and more is None:
            duty = replace(duty, address=duty.address.without(apart.address))
        tail = purpose_tail(self.plan, clause.verb, stop)
        if tail is not None:
            duty = replace(duty, stop=tail.start)
        address, named = narrowed(
            self.plan, self.subjects, duty.address, duty.start, stop, named=duty.actor is not None
        )
        duty = replace(duty, address=address, explicit=duty.explicit or named)
        deadline = own(self.plan, duty.start, duty.stop) or self.periods.within(duty.start, duty.stop)
        duty = replace(duty, deadline=deadline)
        inner = embedded(self.plan, self.subjects, duty, tail)
        yield from inner or self._with_tail(duty, tail)
        if apart is not None:
            verb = verb_apart(self.plan, apart.actor_end, clause.end) or more
            yield self._of_apart(duty, apart, clause.end, verb, own(self.plan, apart.start, clause.end))

    def _with_tail(self, duty: Duty, tail: Tail | None) -> Iterator[Duty]:
        """Yield the duty, and what the office does with it where its purpose names that with a day of its own."""
        if tail is None or tail.deadline is None:
            yield duty
            return
        shared = tail.deadline.completion or not tail.reports
        yield replace(duty, deadline=duty.deadline or (tail.deadline if shared else None))
        office = self.actors.office_address()
        if not shared and office != duty.address:
            yield replace(
                duty,
                start=tail.verb,
                verb=tail.verb,
                stop=duty.end,
                address=office,
                deadline=tail.deadline,
                frame="F9",
                actor=None,
            )
