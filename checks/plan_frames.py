"""Walks the paragraphs of a plan and reads the duties out of them (frames F1-F12 of the grammar of obligations)."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_context import Context, Outline
from checks.plan_deadlines import Deadline, closing, leading, own
from checks.plan_duties import Duty, Place
from checks.plan_exempt import Exemption, exemption
from checks.plan_items import Item
from checks.plan_openings import SHARE, behind_same_time
from checks.plan_quantities import measure
from checks.plan_sentences import Owner, Sentences
from checks.plan_subjects import Subject, Subjects
from checks.plan_text import PlanText, words
from checks.plan_verbs import opening_verb
from extractors.grammars.sentences import split_sentences
from extractors.segment import Section, Zone
from extractors.vietnamese import fold

# "các nội dung sau", "nghiêm các nhiệm vụ": a lead-in that asks for nothing itself.
_GENERIC = re.compile(
    r"(?:một số |những |các |tốt |nghiêm |nghiêm túc |ngay |đồng bộ |có hiệu quả |hiệu quả |đầy đủ )*"
    r"(?:nội dung|nhiệm vụ|chỉ tiêu|công việc|yêu cầu|giải pháp|việc|biện pháp|mục tiêu|tiêu chí|hoạt động)"
)
_ORDINAL = re.compile(
    r"(?:(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"|trước hết|trước mắt)\s*[,:]\s*(?=\w)"
)
_AIMS = re.compile(r"(?m)^[^\w\n]*(?:[\divxa-zđ]{1,4}[.)/-]\s*)?mục đích")
_TIMING = re.compile(r"(?:thời gian|thời hạn|tiến độ|hạn|hoàn thành|thời điểm|xong|chậm nhất|muộn nhất)(?!\w)")


class Frames:
    """Reads the paragraphs of one plan in order; `default` answers for clauses that name nobody."""

    def __init__(self, plan: PlanText, actors: Actors, default: Address, decides: bool = False) -> None:
        self.plan, self.default = plan, default
        self.subjects = Subjects(plan, actors)
        self.sentences = Sentences(plan, actors, self.subjects, decides)
        self.outline = Outline()
        self.outside: list[tuple[int, int]] = []  # actors that are no units of the register
        self.exemptions: list[Exemption] = []
        self._parent: tuple[str, ...] = ()  # the heading under which the current list stands, and where it begins
        self._since = 0

    def read(self, item: Item) -> list[Duty]:
        """Return the duties of one paragraph and remember what it says for those below it."""
        start, end = self.plan.trim(item.start, item.end, " \t\n")
        if start >= end:
            return []
        ordinal = _ORDINAL.match(self.plan.low, start, end)
        start = ordinal.end() if ordinal is not None else start
        text = self.plan.low[start:end]
        self.outline.enter(item, text.endswith((";", ":", ",")))
        if item.section is Section.PURPOSE and not self._demands(item):
            return []
        if item.path[:-1] != self._parent:
            self._parent, self._since = item.path[:-1], item.start
        if item.heading and not self._is_sentence(start, end):
            self._push_heading(item, start, end)
            return []
        if text.endswith(":"):
            *before, (a, b) = split_sentences(self.plan.text, start, end) if item.labelled else [(start, end)]
            told = [duty for c, d in before for duty in self._paragraph(item, c, d)]
            return [*told, *self._lead_in(item, a, b)]
        if self._is_name(item, start, end):
            self._push_heading(item, start, end)
            return []
        found = self._paragraph(item, start, end)
        return [duty for duty in found if duty.explicit or item.section is not Section.PURPOSE]

    def _demands(self, item: Item) -> bool:
        """Return whether "Yêu cầu" heads what is asked, as in a conclusion: no "Mục đích" stands beside it."""
        own_heading = " ".join(fold(item.headings[-1] if item.headings else "").split()).strip(" .:")
        return own_heading == "yêu cầu" and _AIMS.search(self.plan.low) is None

    def _left_over(self, duty: Duty) -> Duty:
        """Take those named before in the same list out of "các đơn vị còn lại"."""
        if duty.actor is None or "còn lại" not in self.plan.low[duty.actor[0] : duty.actor[1]]:
            return duty
        named = {mention.unit for mention in self.plan.units(self._since, duty.actor[0])}
        before = Address(tuple((name, (name,)) for name in sorted(named)))
        return replace(duty, address=duty.address.without(before))

    def _is_sentence(self, start: int, end: int) -> bool:
        """Return whether what the outline takes for a heading is a whole duty: it counts or names a day."""
        if self.plan.low[start:end].endswith(":"):
            last = (split_sentences(self.plan.text, start, end) or [(start, end)])[-1]
            return self.subjects.heading(start, end) is None and self.subjects.sentence(*last) is not None
        subject = self.subjects.sentence(start, end)
        if subject is not None and subject.address and subject.predicate < end and subject.frame == "F4":
            counted = measure(self.plan, subject.predicate, end) or own(self.plan, subject.predicate, end)
            return counted is not None and self.plan.low[end - 1] in ".;"
        if opening_verb(self.plan, start, end) is None:
            return False
        return own(self.plan, start, end) is not None or SHARE.search(self.plan.low[start:end]) is not None

    def _is_name(self, item: Item, start: int, end: int) -> bool:
        """Return whether a line of the text is nothing but actors: a heading that no number and no bold type marks."""
        if item.labelled or item.zone is not Zone.BODY or end - start > 160 or self.plan.low[end - 1] in ".;,":
            return False
        subject = self.subjects.heading(start, end)
        named = self.plan.units(start, end)
        return subject is not None and bool(subject.address) and bool(named) and named[0].start <= start + 4

    def _push_heading(self, item: Item, start: int, end: int) -> None:
        subject = self.subjects.heading(start, end)
        deadline = leading(self.plan, start, end)[0] or closing(self.plan, start, end)
        if subject is None:
            self.outline.push(Context(item.path, item.labelled, None, None, deadline, heading=True))
            return
        self._note(subject)
        self.outline.push(_context(item, subject, deadline, heading=True))

    def _note(self, subject: Subject) -> None:
        if not subject.address:
            self.outside.append((subject.start, subject.end))

    def _lead_in(self, item: Item, start: int, end: int) -> list[Duty]:
        """Read "X có trách nhiệm:": actor and time of the list below; a duty only where it asks for one itself."""
        opens = item.zone is Zone.PREAMBLE
        start = self.sentences.openings.behind_topic(start, end)
        deadline, at = leading(self.plan, start, end)
        *told, (last, _) = split_sentences(self.plan.text, start, end) or [(start, end)]
        if told:
            deadline, at = None, start  # the time of what was told before: "Từ đầu tháng 7 đến nay ... Yêu cầu X:"
        subject = self.sentences.openings.subject(at, end, opens)
        after = subject.predicate if subject is not None else end if opens else self._order(start, end)
        deadline = deadline or own(self.plan, max(after, last), end)
        found: list[Duty] = []
        if subject is not None and not opens:
            verb = opening_verb(self.plan, subject.predicate, end)
            counts = verb is not None and subject.address and SHARE.search(self.plan.low[verb:end])
            if verb is not None and counts and not self._generic(verb, end):
                found = self._paragraph(item, start, end)
                deadline = None
        if subject is None:
            self.outline.push(Context(item.path, item.labelled, None, None, deadline))
            return found
        self._note(subject)
        self.outline.push(_context(item, subject, deadline))
        return found

    def _order(self, start: int, end: int) -> int:
        """Return where the words behind the issuer's order begin: a time before it is told of what it is for."""
        orders = [match.end() for match in words("plan_order_verbs").finditer(self.plan.low, start, end)]
        return orders[-1] if orders else start

    def _generic(self, verb: int, end: int) -> bool:
        return _GENERIC.match(self.plan.low, *self.plan.trim(self.plan.verb(verb, end) or verb, end)) is not None

    def _paragraph(self, item: Item, start: int, end: int) -> list[Duty]:
        found: list[Duty] = []
        place = Place(item.path, item.section, item.headings)
        context = self.outline.actor()
        steers = self._steers(context, item)
        owner = Owner(self.default)
        if context is not None and context.address is not None:
            owner = Owner(context.address, context.actor, context.frame)
        for a, b in split_sentences(self.plan.text, start, end):
            if (freed := exemption(self.plan, self.subjects, a, b, (start, end))) is not None:
                self.exemptions.append(freed)
                continue
            if found and (self._times(found, a, b) or self._apart(found, a, b)):
                continue
            deadline = self.outline.deadline()
            at = behind_same_time(self.plan, a, b)
            if at > a and found:
                deadline = found[-1].deadline
            duties, subject = self.sentences.read(
                at, b, place, owner, deadline, steers=steers, opens=item.zone is Zone.PREAMBLE
            )
            if subject is not None:
                self._note(subject)
                goes_on = (
                    subject.frame == "F4" and owner.actor is None and subject.address and not subject.address.people
                )
                if subject.frame == "F1" or goes_on:  # "X: ..." answers for all sentences of the paragraph
                    owner = Owner(subject.address, (subject.start, subject.end), subject.frame)
                if a == start and item.labelled:
                    self.outline.push(_context(item, subject, None))
            found.extend(duty for each in duties if (duty := self._left_over(each)).address)
        return found

    def _steers(self, context: Context | None, item: Item) -> bool:
        """Return whether the item lies in the list under a unit's own heading."""
        if context is None or not item.labelled:
            return False
        return context.heading and len(item.path) > len(context.path)

    def _apart(self, found: list[Duty], start: int, end: int) -> bool:
        """Read "Riêng X hoàn thành trước ngày ..." as the duty before it, for X with its own day; say whether it is."""
        deadline = own(self.plan, start, end)
        subject = self.subjects.sentence(start, end)
        if not self.plan.low.startswith("riêng", start) or deadline is None or subject is None or not subject.address:
            return False
        last = found[-1]
        found[-1] = replace(last, address=last.address.without(subject.address))
        actor = (subject.start, subject.end)
        found.append(
            replace(
                last,
                start=start,
                end=end,
                stop=end,
                address=subject.address,
                actor=actor,
                deadline=deadline,
                explicit=True,
            )
        )
        return True

    def _times(self, found: list[Duty], start: int, end: int) -> bool:
        """Give "Thời gian hoàn thành: ..." to the duties before it; return whether the sentence says no more."""
        if not _TIMING.match(self.plan.low, start, end) or end - start > 120:
            return False
        deadline = own(self.plan, start, end, cell=True)
        if deadline is None:
            return False
        for at, duty in enumerate(found):
            if duty.deadline is None:
                found[at] = replace(duty, deadline=deadline)
        return True


def _goes_on(subject: Subject, owner: Owner) -> bool:
    """Return whether sentences without a subject go on with this one: it is nearer than those named above, or all."""
    named = subject.address
    if not named and subject.frame in {"F2", "F6"}:
        return True  # "Đề nghị Hội Luật gia tỉnh ...; Tăng cường ...": nobody of the register
    if subject.frame != "F4" or not named or named.people or named.loose:
        return False
    return named.units < owner.address.units


def _context(item: Item, subject: Subject, deadline: Deadline | None, heading: bool = False) -> Context:
    actor = (subject.start, subject.end)
    frame = subject.frame if subject.frame in {"F2", "F3", "F5", "F6"} else "F1"
    return Context(item.path, item.labelled, subject.address, actor, deadline, frame, subject.request, heading)
