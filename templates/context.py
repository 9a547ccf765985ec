"""All that the consolidated report says, before it is given a form: counted from findings, quoted from documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from checks.finding import Finding, Status
from checks.requirement import Plan, Requirement, Weight
from checks.ruling import standing
from checks.submission import Submission
from checks.units import Register
from templates.arrivals import arrivals, document_kind, is_sending, is_this_report, sending_duties, sent_words
from templates.citing import basis, issuer, short_name, subject
from templates.content import Appendix, Point, Report, Section
from templates.duties import DutyTold, Teller, reservations
from templates.headings import section_heading
from templates.naming import duty_title
from templates.office import OfficeFacts
from templates.overview import overview
from templates.people import Exemplary, asks_for_exemplars, exemplars, facts_of, wanted
from templates.phrases import clean, count, day, listing, lower_first, point, upper_first
from templates.said import confessions, outlook, shortcomings
from templates.sentences import say
from templates.sources import Said, Sources
from templates.vocabulary import plain, speaks_of


def report(
    plan: Plan,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    register: Register,
    office: OfficeFacts,
    as_of: date,
    sources: bool,
) -> Report:
    """Return the report's content; with `sources` undecided findings are marked where units are named."""
    return _Writer(plan, submissions, findings, register, office, as_of, sources).write()


class _Writer:
    def __init__(
        self,
        plan: Plan,
        submissions: Sequence[Submission],
        findings: Sequence[Finding],
        register: Register,
        office: OfficeFacts,
        as_of: date,
        sources: bool,
    ) -> None:
        self.plan, self.submissions, self.findings = plan, submissions, findings
        self.register, self.office, self.as_of = register, office, as_of
        self.sources = Sources(submissions)
        self.by_duty: dict[str, list[Finding]] = {item.id: [] for item in plan.requirements}
        for finding in findings:
            self.by_duty.setdefault(finding.requirement, []).append(finding)
        self.must = {item.id for item in plan.requirements if item.weight is Weight.MUST}
        reserved = reservations(f for f in findings if f.requirement in self.must)
        confessed = confessions(submissions, register)
        self.teller = Teller(submissions, self.sources, sources, register.office, plan, reserved, confessed)

    def write(self) -> Report:
        """Return the whole, told from top to bottom so that marks count up in the order of reading."""
        people_wanted = wanted(self.plan, exemplars(self.submissions, self.register, Sources(self.submissions)))
        appendix = Appendix("I", "II" if people_wanted else "", "III" if people_wanted else "II")
        issued = self.issued()
        plans = self.sent("ke_hoach")
        supervision = self.told(item for item in self.plan.requirements if self.supervising(item))
        sections = self.sections()
        asking = (item for item in self.plan.requirements if asks_for_exemplars(item))
        duties = self.told(asking, below_heading=False)
        people = exemplars(self.submissions, self.register, self.sources)
        lead = self.people_lead(people, appendix.exemplars) if people else None
        reports = self.sent("bao_cao")
        gaps = self.gaps(appendix.overview)
        own = shortcomings(self.submissions, self.register, self.sources)
        upcoming = self.upcoming()
        proposals = outlook(self.submissions, self.register, self.sources)
        return Report(
            office=self.office,
            subject=subject(self.plan),
            basis=basis(self.plan, self.office),
            plan_name=short_name(self.plan),
            called=self.plan.called,
            as_of=self.as_of,
            issued=issued,
            plans_sent=plans,
            supervision=supervision,
            sections=sections,
            exemplars=tuple(people),
            exemplar_lead=lead,
            exemplar_duties=duties,
            reports_sent=reports,
            gaps=gaps,
            own_shortcomings=own,
            upcoming=upcoming,
            proposals=proposals,
            silent=self.silent(sections),
            undecided=self.undecided(),
            arrivals=tuple(arrivals(self.plan, self.submissions, self.findings, self.register)),
            overview=tuple(overview(self.plan, self.findings, self.teller, self.register)),
            appendix=appendix,
            quotes=tuple(self.sources.quotes),
            counts=tuple(self.sources.counts),
        )

    def issued(self) -> Said:
        named = {f.unit for f in self.findings if f.requirement in self.must}
        whole = [unit.name for unit in self.register.others() if unit.name in named]
        number, mark = self.sources.count("giao nhiệm vụ", whole)
        text = say(
            "ban_hanh",
            whole=count(number),
            units=self.office.units,
            issuer=issuer(self.office),
            called=self.plan.called,
        )
        return Said(upper_first(text), (mark,))

    def told(self, items: Iterable[Requirement], below_heading: bool = True) -> tuple[DutyTold, ...]:
        answered = [(item, self.by_duty[item.id]) for item in items if self.by_duty[item.id]]
        told = (self.teller.duty(item, findings, below_heading) for item, findings in answered)
        return tuple(duty for duty in told if duty)

    def sent(self, kind: str) -> tuple[Said, ...]:
        """Return one sentence for each plan or report that units owe, those wholly ahead left out."""
        duties = sending_duties(self.plan, self.register)
        said = []
        for item in duties:
            findings = self.by_duty[item.id]
            due = [f for f in findings if f.status is not Status.NOT_DUE or f.evidence]
            if document_kind(item).value == kind and due:
                said.append(self.sending(item, findings, sent_words(item, duties)))
        return tuple(said)

    def sending(self, item: Requirement, findings: Sequence[Finding], what: str) -> Said:
        stands = [(f, standing(f)) for f in findings]
        sent = [f for f, s in stands if not s.exempt and s.status in {Status.MET, Status.LATE, Status.PARTIAL}]
        late = [f for f in sent if standing(f).status is Status.LATE]
        unknown = [f for f in sent if f not in late and self.arrival_unknown(f)]
        rest = [(f, s) for f, s in stands if f not in sent]
        facts = {
            **self.teller.facts(item, findings),
            "as_of": day(self.as_of),
            "what": lower_first(what),
            "sent": count(len(sent)),
            "timely": count(len(sent) - len(late) - len(unknown)),
            "late": count(len(late)),
            "late_names": self.teller.names(late),
            "unknown": count(len(unknown)),
            "unknown_names": self.teller.names(unknown),
            "groups": self.teller.groups(item, rest),
        }
        return Said(say("gui_van_ban", **facts), self.teller.marks(item, findings))

    def arrival_unknown(self, finding: Finding) -> bool:
        files = {evidence.file for evidence in finding.evidence}
        mine = self.sources.files.among(files)
        return bool(mine) and all(s.received is None for s in mine)

    def supervising(self, item: Requirement) -> bool:
        own = item.applies_to == "office" or item.units == (self.register.office,)
        return own and not is_sending(item) and speaks_of("supervise", duty_title(item))

    def sections(self) -> tuple[Section, ...]:
        """Return the results under the plan's own headings, in its order."""
        items = [
            item
            for item in self.plan.requirements
            if not is_sending(item) and not self.supervising(item) and not asks_for_exemplars(item)
        ]
        found: list[Section] = []
        for (_, title), group in groupby(items, key=lambda item: section_heading(item, self.plan, self.register)):
            duties = self.told(group)
            if duties:
                # A lone duty needs no letter.
                letters = map(point, range(len(duties))) if len(duties) > 1 else ("",)
                points = tuple(Point(letter, duty) for letter, duty in zip(letters, duties, strict=False))
                found.append(Section(len(found) + 1, title, points))
        return tuple(found)

    def silent(self, sections: Iterable[Section]) -> tuple[str, ...]:
        """Return the sections whose general duties no unit's report speaks of, for the clerk to complete."""
        told = {point.told.requirement.id for section in sections for point in section.points}
        general = (item for item in self.plan.requirements if item.weight is Weight.SHOULD and not is_sending(item))
        return tuple(dict.fromkeys(clean(item.section) for item in general if item.id not in told and item.section))

    def people_lead(self, people: Sequence[Exemplary], appendix: str) -> Said:
        _, mark = self.sources.count("điển hình, mô hình", map(_listed, people))
        marks = tuple(dict.fromkeys(m for row in people for m in row.marks))
        return Said(say("dien_hinh", **facts_of(people, self.office.units, appendix)), (mark, *marks))

    def gaps(self, appendix: str) -> Said | None:
        short = {f.unit for f in self.findings if f.requirement in self.must and standing(f).gap}
        units = [unit.name for unit in self.register.others() if unit.name in short]
        if not units:
            return None
        number, mark = self.sources.count("còn nội dung chưa đạt yêu cầu", units)
        facts = {
            "number": count(number),
            "units": self.office.units,
            "names": listing(units),
            "called": self.plan.called,
            "appendix": appendix,
        }
        return Said(say("con_thieu", **facts), (mark,))

    def upcoming(self) -> tuple[Said, ...]:
        """Return the must-duties of units that are still ahead."""
        said = []
        for item in self.plan.requirements:
            ahead = [f for f in self.by_duty[item.id] if f.status is Status.NOT_DUE]
            if item.id in self.must and ahead and not is_sending(item):
                facts = self.teller.facts(item, ahead)
                _, mark = self.sources.count(f"{item.id}: chưa đến hạn", (f.unit for f in ahead))
                said.append(Said(say("chua_den_han", **facts), (mark,)))
        return tuple(said)

    def undecided(self) -> tuple[str, ...]:
        """Return "đơn vị: yêu cầu" for every must-duty that waits for a person."""
        actions = {item.id: duty_title(item, 120) for item in self.plan.requirements}
        must = self.must - {item.id for item in self.plan.requirements if is_this_report(item, self.register)}
        waiting = [f for f in self.findings if f.requirement in must and standing(f).undecided]
        return tuple(f"{f.unit}: {actions.get(f.requirement, f.requirement)}" for f in waiting)


def _listed(row: Exemplary) -> str:
    """Return an exemplar as the source of the sentence that counts them: name, kind, unit, whether awarded."""
    told = [row.kind.lower(), row.unit, *([plain("proposed" if row.proposed else "awarded")] if row.award else [])]
    return f"{row.name} ({'; '.join(told)})"
