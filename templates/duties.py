"""What has become of each duty, in words: how many of how many, who not, and the sentences that units wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checks.finding import Cause, Evidence, Finding, Status
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.ruling import Standing, standing
from checks.submission import Submission
from extractors.facts import DocumentKind, Quantity
from templates.headings import place_in_plan
from templates.naming import duty_title
from templates.phrases import clean, count, decimal, key, listing, lower_first, name, quoted, same, upper_first
from templates.row_told import whole_row
from templates.sentences import say
from templates.sources import Said, Sources
from templates.vocabulary import collective, plain, vocabulary, word
from templates.when import deadline, period

SHORTEST = 20  # a scrap says nothing on its own
# "Công văn số … của Sở về việc …, Phòng A báo cáo kết quả như sau": the letter is the news, the rest an opening.
_OPENS = re.compile(r",\s+[^,;]{2,120}?\bbáo cáo\b[^,;]{0,60}\bnhư sau$")
_POSITIVE = frozenset({Status.MET, Status.PARTIAL, Status.LATE})
_PLAN_SHOWN = frozenset({ShownBy.PLAN_SENT, ShownBy.PLAN_CONTENT})


@dataclass(frozen=True, slots=True)
class Line:
    """What one unit, or several in the same words, wrote of a duty."""

    who: str
    text: str
    marks: tuple[str, ...]
    told_by: str = ""  # another unit whose document says it


@dataclass(frozen=True, slots=True)
class DutyTold:
    """One duty of the plan as the report tells it."""

    requirement: Requirement
    lead: Said
    lines: tuple[Line, ...]
    single: bool = False  # laid on one unit: its name need not stand before each line


@dataclass(frozen=True, slots=True)
class Group:
    """Units of one fate: `names` is "" where they are not to be named."""

    word: str
    number: str
    names: str


@dataclass
class Teller:
    """Tells duties; remembers which sentences were told, so that none stands twice in a report."""

    submissions: Sequence[Submission]
    sources: Sources
    show_undecided: bool
    office: str
    plan: Plan
    # Which must-duty a unit's sentence belongs to: a general duty further up must not take it away.
    reserved: Mapping[tuple[str, str], str] = field(default_factory=dict)

    # What a unit calls its own shortcoming is told there, not as a result.
    confessed: frozenset[tuple[str, str]] = frozenset()

    def __post_init__(self) -> None:
        self._told: set[tuple[str, str]] = set()
        self._kinds = {s.key: s.facts.letterhead.kind for s in self.submissions if s.facts}

    def duty(self, item: Requirement, findings: Sequence[Finding], below_heading: bool = True) -> DutyTold | None:
        """Return the duty told; None for a general one that no unit speaks of.

        Below the plan's own heading a unit that the heading names is not named again.
        """
        facts = self.facts(item, findings)
        if not below_heading and len(findings) == 1:
            facts["only"] = name(findings[0].unit)
        if item.weight is Weight.SHOULD:
            return self._general(item, findings, facts)
        lead = Said(upper_first(say("ket_qua", **facts)), self.marks(item, findings))
        return DutyTold(item, lead, self.lines(item, findings), len(findings) == 1)

    def _general(self, item: Requirement, findings: Sequence[Finding], facts: dict[str, object]) -> DutyTold | None:
        """Return a general duty told by those that report of it; who does not is not named: it is no gap."""
        lines = self.lines(item, findings)
        if not lines:
            return None
        speaking = [f for f in findings if any(self._in_report(e) for e in f.evidence) and _speaks(f)]
        label = f"{item.id}: {duty_title(item, 120)}"
        fates = (f"{name(f.unit)}: {plain('soft_told' if f in speaking else 'soft_open')}" for f in findings)
        mark = self.sources.count(label, fates)[1]
        # Below some of the sentences stand nowhere or elsewhere: the count must still say whom it counts.
        shown = all(any(f.unit in line.who for line in lines) for f in speaking)
        who = "" if shown else listing(f.unit for f in speaking)
        told = "ket_qua_chung" if len(findings) == 1 else "noi_dung_chung"
        text = say(told, **{**facts, "asked": "", "met": count(len(speaking)), "who": who})
        return DutyTold(item, Said(upper_first(text), (mark, *self.sources.of_findings(speaking))), lines)

    def _in_report(self, evidence: Evidence) -> bool:
        return self._kinds.get(evidence.file) is DocumentKind.REPORT

    def marks(self, item: Requirement, findings: Sequence[Finding]) -> tuple[str, ...]:
        """Return the marks under which the units of a duty are listed by fate, and the sentences that decided it."""
        label = f"{item.id}: {duty_title(item, 120)}"
        fates = [f"{name(f.unit)}: {self.fate(f)}" for f in findings]
        return (self.sources.count(label, fates)[1], *self.sources.of_findings(findings))

    def fate(self, finding: Finding) -> str:
        """Return what became of one unit's duty: "Đạt", "Thiếu (chưa kết luận)", "Được miễn"."""
        stands = standing(finding)
        text = plain("exempt") if stands.exempt else word("status", stands.status.value)
        return f"{text} ({plain('undecided')})" if stands.undecided else text

    def marked(self, finding: Finding) -> bool:
        """Return whether it is to be shown that nobody has decided yet."""
        return self.show_undecided and standing(finding).undecided

    def names(self, findings: Sequence[Finding]) -> str:
        """Return the units' names; those on which nobody has decided yet are marked, in one word where all are."""
        undecided = [self.marked(finding) for finding in findings]
        if all(undecided):
            return listing([*(finding.unit for finding in findings), plain("undecided")] if findings else [])
        return listing(
            f"{name(finding.unit)} [{plain('undecided')}]" if flag else finding.unit
            for finding, flag in zip(findings, undecided, strict=True)
        )

    def facts(self, item: Requirement, findings: Sequence[Finding]) -> dict[str, object]:
        """Return what the sentences of a duty are filled with."""
        stands = [(finding, standing(finding)) for finding in findings]
        met = [f for f, s in stands if s.status is Status.MET and not s.exempt]
        only = findings[0] if len(findings) == 1 else None
        return {
            "title": duty_title(item),
            "section": place_in_plan(item, self.plan),
            "asked": asked(item),
            "due": "" if _says(duty_title(item), item) else deadline(item.deadline),
            "units": collective(f.unit for f in findings),
            "whole": count(len(findings)),
            "ahead": all(s.status is Status.NOT_DUE and not s.exempt for _, s in stands),
            "met": count(len(met)),
            "done_word": word("done", item.kind.value),
            "none_word": word("none", item.kind.value),
            "groups": self.groups(item, stands),
            "only": name(only.unit) if only and not same(only.unit, item.heading) else "",
            "single": self.fate_words(item, only, standing(only)) if only else "",
            "undecided": f" ({plain('undecided')})" if only and self.marked(only) else "",
        }

    def groups(self, item: Requirement, stands: Sequence[tuple[Finding, Standing]]) -> list[Group]:
        """Return the units that have not met the duty, by what became of it."""
        fates: dict[str, list[Finding]] = {}
        for finding, stand in stands:
            if stand.status is not Status.MET or stand.exempt:
                fates.setdefault(self.fate_words(item, finding, stand), []).append(finding)
        return [Group(fate, count(len(them)), self.names(them)) for fate, them in fates.items()]

    def fate_words(self, item: Requirement, finding: Finding, stand: Standing) -> str:
        """Return what is said of one unit: "đã tổ chức thực hiện", "chưa gửi báo cáo", "chưa đến hạn"."""
        if stand.exempt:
            return plain("exempt").lower()
        if stand.status is Status.MET:
            return word("done", item.kind.value)
        if stand.status in {Status.NOT_DUE, Status.LATE}:
            return word("fate", stand.status.value)
        if finding.cause in {Cause.NONE, Cause.ABSENT}:
            return word("partly", item.kind.value) if stand.status is Status.PARTIAL else self._absent(item, finding)
        if finding.cause is Cause.DENIED and item.kind is Kind.SUBMIT:
            wanted = "ke_hoach" if item.shown_by in _PLAN_SHOWN else "bao_cao"
            return word("cause", "denied_paper").format(word("type", wanted).lower())
        fates = vocabulary()["short_fate"] if finding.cause is Cause.SHORT else ()
        told = next((fate for sign, fate in fates if sign in finding.reason), "")
        return told or word("cause", finding.cause.value)

    def _absent(self, item: Requirement, finding: Finding) -> str:
        wanted = DocumentKind.PLAN if item.shown_by in _PLAN_SHOWN else DocumentKind.REPORT
        mine = [s for s in self.sources.files.of(finding.unit) if s.current]
        if finding.unit == self.office:
            return word("cause", "no_trace")
        if item.kind is Kind.SUBMIT:
            return word("cause", "not_sent")
        if any(self._kinds.get(s.key) is wanted for s in mine):
            return word("cause", "absent")
        return word("cause", "no_plan" if wanted is DocumentKind.PLAN else "no_report")

    def lines(self, item: Requirement, findings: Sequence[Finding]) -> tuple[Line, ...]:
        """Return what the units' reports say of the duty, best sentence of each, alike ones together."""
        alike: dict[str, list[tuple[Finding, str]]] = {}
        for finding in findings:
            text = self._best(item, finding)
            if text:
                self._told.add((finding.unit, key(text)))
                alike.setdefault(key(text), []).append((finding, text))
        return tuple(self._line(group) for group in alike.values())

    def _best(self, item: Requirement, finding: Finding) -> str:
        """Return the sentence that tells one unit's result, "" where it stands elsewhere in the report already."""
        if not _speaks(finding):
            return ""
        for evidence in finding.evidence[:1] if item.weight is Weight.MUST else finding.evidence[:2]:
            text = self._sentence(evidence)
            told = (finding.unit, key(quoted(evidence.span.quote)))
            other = self.reserved.get(told, item.id) != item.id
            other = other or (item.weight is Weight.SHOULD and told in self.confessed)
            told = (finding.unit, key(text))
            if self._in_report(evidence) and told not in self._told and not other and len(text) >= SHORTEST:
                return text
        return ""

    def _sentence(self, evidence: Evidence) -> str:
        """Return the sentence as a report quotes it, without the opening that only leads to a unit's own account."""
        sender = self.sources.files.named(evidence.file)
        row = whole_row(sender.document, evidence.span) if sender and sender.document else ""
        return row or _OPENS.sub("", quoted(evidence.span.quote))

    def _line(self, group: Sequence[tuple[Finding, str]]) -> Line:
        found = [next(e for e in f.evidence if self._sentence(e) == text) for f, text in group]
        marks = tuple(self.sources.quote(e, f) for e, (f, _) in zip(found, group, strict=True))
        units = {finding.unit for finding, _ in group}
        files = {evidence.file for evidence in found}
        others = [s for s in self.sources.files.among(files) if s.unit and s.unit not in units]
        told_by = [f"{word('type', self._kinds[s.key].value).lower()} của {s.unit}" for s in others]
        return Line(listing(finding.unit for finding, _ in group), group[0][1], marks, listing(told_by))


def _says(title: str, item: Requirement) -> bool:
    named = period(item.deadline)
    return bool(named) and named.removeprefix("ngày ") in title


def _speaks(finding: Finding) -> bool:
    """Return whether the unit has something to show for the duty, after a person's word."""
    stand = standing(finding)
    return stand.status in _POSITIVE and not stand.exempt


def asked(item: Requirement) -> str:
    """Return the quantity that a duty asks for, "" where its title says it already."""
    return "" if item.quantity is None else _amount(item.quantity, duty_title(item))


def _amount(quantity: Quantity, title: str) -> str:
    share = quantity.unit.startswith("%")
    number = decimal(quantity.value) if share else _padded(quantity.value)
    if number in title:
        return ""
    sign = vocabulary()["op"].get(quantity.op, "")
    upper = f" đến {_padded(quantity.upper)}" if quantity.upper is not None else ""
    return clean(f"{sign} {number}{upper}{'' if share else ' '}{lower_first(quantity.unit)}")


def _padded(value: float) -> str:
    return count(int(value)) if float(value).is_integer() else decimal(value)


def reservations(must: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """Return the requirement that the best sentence of each finding belongs to, by unit and sentence."""
    found: dict[tuple[str, str], str] = {}
    for finding in must:
        if finding.evidence and _speaks(finding):
            found.setdefault((finding.unit, key(quoted(finding.evidence[0].span.quote))), finding.requirement)
    return found
