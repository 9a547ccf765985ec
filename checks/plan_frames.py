"""Walks the paragraphs of a plan and reads the duties out of them (frames F1-F12 of the grammar of obligations)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checks.plan_actors import Actors, Address
from checks.plan_clauses import Clause, cut, opening_verb
from checks.plan_context import Context, Outline
from checks.plan_deadlines import Deadline, leading, own
from checks.plan_duties import Duty, Place
from checks.plan_embedded import embedded, exception, purpose_tail
from checks.plan_items import Item
from checks.plan_subjects import Subject, Subjects
from checks.plan_text import PlanText, words
from extractors.grammars.sentences import split_sentences
from extractors.segment import Section, Zone
from extractors.vietnamese import alternation, lexicon

_PREFIX = re.compile(
    r"(?:căn cứ|trên cơ sở|để|nhằm|sau khi|khi|theo|ngoài ra|bên cạnh đó|đồng thời|cùng với|thực hiện|tiếp theo|từ nay"
    r"|hằng năm|hàng năm|về|với|trong|đối với|qua|ngay sau khi|riêng|trường hợp|tùy theo|tuỳ theo|xét)(?!\w)"
)
_GENERIC = re.compile(
    r"(?:một số |những |các |tốt |nghiêm |nghiêm túc |ngay |đồng bộ |có hiệu quả |hiệu quả |đầy đủ )*"
    r"(?:nội dung|nhiệm vụ|chỉ tiêu|công việc|yêu cầu|giải pháp|việc|biện pháp|mục tiêu|tiêu chí|hoạt động)"
)
_TARGET = re.compile(r"(?:đạt|được|giảm|tăng|bảo đảm|đảm bảo|hoàn thành|có|trở lên|duy trì|không còn|không có)(?!\w)")
_SHARE = re.compile(r"\d+(?:,\d+)?\s*%|(?:tối thiểu|ít nhất|không dưới|trên|đạt từ|từ)\s+\d")
_TIMING = re.compile(
    r"(?:thời gian|thời hạn|tiến độ|hạn|hoàn thành|thời điểm|xong|chậm nhất|muộn nhất)(?!\w)[^.;]{0,60}"
)
_PAPER_SENT = re.compile(r"(?:nộp|gửi)(?!\w)")


@cache
def _formulas() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in lexicon("plan_formulas", "checks")))


@cache
def _standing() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + alternation("plan_standing", "checks"))


class Frames:
    """Reads the paragraphs of one plan in order; `default` answers for clauses that name nobody."""

    def __init__(self, plan: PlanText, actors: Actors, default: Address) -> None:
        self.plan, self.actors, self.default = plan, actors, default
        self.subjects = Subjects(plan, actors)
        self.outline = Outline()
        self.outside: list[tuple[int, int]] = []  # actors that are no units of the register

    def read(self, item: Item) -> list[Duty]:
        """Return the duties of one paragraph and remember what it says for those below it."""
        start, end = self.plan.trim(item.start, item.end, " \t\n")
        if start >= end:
            return []
        text = self.plan.low[start:end]
        self.outline.enter(item, text.endswith((";", ":", ",")))
        if item.section is Section.PURPOSE:
            return []
        if item.heading and not self._is_sentence(start, end):
            self._push_heading(item, start, end)
            return []
        if text.endswith(":"):
            return self._lead_in(item, start, end)
        return self._sentences(item, start, end)

    def _is_sentence(self, start: int, end: int) -> bool:
        """Return whether what the outline takes for a heading is a whole duty: it counts or names a day."""
        verb = opening_verb(self.plan, start, end)
        if self.plan.low[start:end].endswith(":"):
            return self.subjects.sentence(start, end) is not None and self.subjects.heading(start, end) is None
        return verb is not None and (
            own(self.plan, start, end) is not None or _SHARE.search(self.plan.low[start:end]) is not None
        )

    def _push_heading(self, item: Item, start: int, end: int) -> None:
        subject = self.subjects.heading(start, end)
        deadline, _ = leading(self.plan, start, end)
        if subject is None:
            self.outline.push(Context(item.path, item.labelled, None, None, deadline, heading=True))
            return
        self._note(subject)
        self.outline.push(self._context(item, subject, deadline, heading=True))

    def _context(self, item: Item, subject: Subject, deadline: Deadline | None, heading: bool = False) -> Context:
        actor = (subject.start, subject.end)
        frame = subject.frame if subject.frame in {"F2", "F3", "F5", "F6"} else "F1"
        return Context(item.path, item.labelled, subject.address, actor, deadline, frame, subject.request, heading)

    def _note(self, subject: Subject) -> None:
        if not subject.address:
            self.outside.append((subject.start, subject.end))

    def _lead_in(self, item: Item, start: int, end: int) -> list[Duty]:
        """Read "X có trách nhiệm:": it gives actor and time to the list below, and is a duty only if it asks for one."""
        deadline, at = leading(self.plan, start, end)
        deadline = deadline or own(self.plan, start, end)
        subject = self._subject(at, end, item.zone is Zone.PREAMBLE)
        found: list[Duty] = []
        if subject is not None and item.zone is not Zone.PREAMBLE:
            verb = opening_verb(self.plan, subject.predicate, end)
            if (
                verb is not None
                and subject.address
                and _SHARE.search(self.plan.low[verb:end])
                and self._specific(verb, end)
            ):
                found = self._sentences(item, start, end)
                deadline = None
        if subject is not None:
            self._note(subject)
            self.outline.push(self._context(item, subject, deadline))
        else:
            self.outline.push(Context(item.path, item.labelled, None, None, deadline))
        return found

    def _specific(self, verb: int, end: int) -> bool:
        after = self.plan.verb(verb, end) or verb
        return _GENERIC.match(self.plan.low, *self.plan.trim(after, end)) is None

    def _subject(self, start: int, end: int, preamble: bool = False) -> Subject | None:
        """Return the subject of a sentence, also behind an opening ("Căn cứ ..., X ...") or an order of the issuer."""
        if not preamble:
            found = self.subjects.sentence(start, end)
            if found is None and _PREFIX.match(self.plan.low, start, end):
                found = self._behind_prefix(start, end)
            if found is not None and (found.address or not self._orders(found)):
                return found
        return self.subjects.ordered(start, min(end, start + 900))

    def _orders(self, subject: Subject) -> bool:
        at, _ = self.plan.trim(subject.predicate, len(self.plan.low))
        return words("plan_order_verbs").match(self.plan.low, at) is not None

    def _behind_prefix(self, start: int, end: int) -> Subject | None:
        inside = self.plan.depth(start, end)
        tried = 0
        for at in range(start, end):
            if self.plan.low[at] not in ",;" or inside[at - start]:
                continue
            begin, _ = self.plan.trim(at, end)
            tried += 1
            found = self.subjects.sentence(begin, end)
            if found is not None or tried > 8:
                return found
        return None

    def _sentences(self, item: Item, start: int, end: int) -> list[Duty]:
        found: list[Duty] = []
        local: Subject | None = None
        for a, b in split_sentences(self.plan.text, start, end):
            if found and self._times(found, a, b):
                continue
            duties, subject = self._sentence(item, a, b, local)
            if subject is not None and subject.frame == "F1":
                local = subject  # "X: ..." answers for all sentences of the paragraph
            if subject is not None and a == start and item.labelled:
                self.outline.push(self._context(item, subject, None))
            found.extend(duties)
        return found

    def _times(self, found: list[Duty], start: int, end: int) -> bool:
        """Give "Thời gian hoàn thành: ..." to the duties before it; return whether the sentence is no more than that."""
        if not _TIMING.match(self.plan.low, start, end) or end - start > 120:
            return False
        deadline = own(self.plan, start, end, cell=True)
        if deadline is None:
            return False
        for at, duty in enumerate(found):
            if duty.deadline is None:
                found[at] = replace(duty, deadline=deadline)
        return True

    def _sentence(self, item: Item, start: int, end: int, local: Subject | None) -> tuple[list[Duty], Subject | None]:
        low = self.plan.low[start:end]
        if _standing().search(low):
            return [], None
        lead, at = leading(self.plan, start, end)
        subject = self._subject(at, end, item.zone is Zone.PREAMBLE)
        predicate = subject.predicate if subject is not None else at
        if _formulas().search(low) or _formulas().search(low[self.plan.trim(predicate, end)[0] - start :]):
            return [], None
        context = self.outline.actor()
        if subject is not None:
            self._note(subject)
            address, actor, frame, request = (
                subject.address,
                (subject.start, subject.end),
                subject.frame,
                subject.request,
            )
        elif local is not None:
            address, actor, frame, request = local.address, (local.start, local.end), "F1", local.request
        elif context is not None and context.address is not None:
            address, actor, frame, request = context.address, context.actor, context.frame, context.request
        else:
            address, actor, frame, request = self.default, None, "F8", False
        if not address or (item.zone is Zone.PREAMBLE and subject is None):
            return [], subject
        verb = self._verb(item, subject, predicate, end, actor is not None)
        if verb is None:
            return [], subject
        place = Place(item.path, item.section, item.headings)
        base = Duty(start, end, verb, end, address, place, frame, actor, None, actor is not None)
        inherited = lead or self.outline.deadline()
        return list(self._clauses(base, inherited, context)), subject

    def _verb(self, item: Item, subject: Subject | None, predicate: int, end: int, named: bool) -> int | None:
        verb = opening_verb(self.plan, predicate, end)
        if verb is not None:
            return verb
        begin, _ = self.plan.trim(predicate, end)
        if subject is not None and words("plan_modals").match(self.plan.low, begin, end):
            return self.plan.find_verb(begin, end) or begin
        low = self.plan.low[begin:end]
        if words("plan_paper_nouns").match(self.plan.low, begin, end) and _PAPER_SENT.search(low):
            return begin
        target = named or item.section is Section.TARGET
        if target and subject is None and _SHARE.search(low) and _TARGET.search(low):
            return begin
        return None

    def _clauses(self, base: Duty, inherited: Deadline | None, context: Context | None) -> Iterator[Duty]:
        clauses = cut(self.plan, base.start, base.end, base.verb)
        found: list[Duty] = []
        for clause in clauses:
            found.extend(self._clause(base, clause))
        completion: Deadline | None = None
        for at in range(len(found) - 1, -1, -1):
            duty = found[at]
            if duty.deadline is None:
                found[at] = replace(duty, deadline=completion or inherited)
            elif duty.deadline.completion:
                completion = duty.deadline
        yield from (duty for duty in found if duty.address)

    def _clause(self, base: Duty, clause: Clause) -> Iterator[Duty]:
        """Read one clause: its exception ("riêng X ..."), its purpose, and duties that lie inside it (frame F9)."""
        stop, barred = clause.end, None
        apart = exception(self.plan, self.subjects, clause)
        if apart is not None:
            stop = apart.start
            barred = apart.address
        duty = replace(base, start=clause.start, end=stop, verb=clause.verb, stop=stop)
        if barred is not None:
            duty = replace(duty, address=_without(duty.address, barred))
        tail = purpose_tail(self.plan, clause.verb, stop)
        if tail is not None:
            duty = replace(duty, stop=tail.start)
        duty = replace(duty, deadline=own(self.plan, duty.start, duty.stop))
        inner = embedded(self.plan, self.subjects, duty, tail)
        if inner:
            yield from inner
        else:
            office = self.actors.office_address()
            yield from _with_tail(self.plan, duty, tail, office)
        if apart is not None and barred is not None:
            deadline = own(self.plan, apart.start, clause.end)
            yield replace(
                duty,
                start=apart.start,
                end=clause.end,
                stop=clause.end,
                address=barred,
                deadline=deadline,
                actor=(apart.actor_start, apart.actor_end),
                explicit=True,
            )


def _without(address: Address, barred: Address) -> Address:
    targets = tuple(
        (applies, tuple(name for name in names if name not in barred.units)) for applies, names in address.targets
    )
    return replace(address, targets=tuple(target for target in targets if target[1]))


def _with_tail(plan: PlanText, duty: Duty, tail: object, office: Address) -> Iterator[Duty]:
    from checks.plan_embedded import Tail

    if not isinstance(tail, Tail):
        yield duty
        return
    deadline = duty.deadline
    if deadline is None and (not tail.reports or (tail.deadline is not None and tail.deadline.completion)):
        deadline = tail.deadline
    yield replace(duty, deadline=deadline)
    if tail.reports and tail.deadline is not None and not tail.deadline.completion and office != duty.address:
        yield replace(
            duty,
            start=tail.verb,
            end=duty.end,
            verb=tail.verb,
            stop=duty.end,
            address=office,
            deadline=tail.deadline,
            frame="F9",
            actor=None,
        )
