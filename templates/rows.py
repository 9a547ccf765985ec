"""Rows of the tracking book: incoming documents after the decree's Phụ lục VI, findings with evidence, decisions."""

from __future__ import annotations

from checks.decision import ANSWER_WORDS, Answer
from checks.finding import Finding, Status
from checks.nominees import Nominee
from checks.requirement import Requirement, Weight
from checks.ruling import standing, told_reason
from checks.submission import State, Submission
from templates.letters import Campaign
from templates.naming import duty_title
from templates.people import exemplars
from templates.phrases import clean, day, decimal, key, name, quoted, upper_first
from templates.sources import Sources, place
from templates.vocabulary import plain, shown_status, state_word, word
from templates.when import arrival, deadline

Row = tuple[str, ...]


def incoming_rows(campaign: Campaign) -> list[Row]:
    """Return the register of incoming documents, by arrival; temporary files are no documents."""
    items = [item for item in campaign.submissions if item.state is not State.IGNORED]
    ordered = sorted(items, key=lambda s: (s.received is None, str(s.received or ""), s.key))
    return [_incoming(order, item) for order, item in enumerate(ordered, start=1)]


def _incoming(order: int, item: Submission) -> Row:
    head = item.facts.letterhead if item.facts else None
    notes = [clean(f"{item.error.message} {item.error.remedy}")] if item.error else []
    said = [clean(note.text) for note in item.notes]
    # What a note says of the other file already needs no second sentence.
    others = [(key, name(value)) for key, value in _relations(item) if value]
    notes += [plain(key).format(other) for key, other in others if not any(other in note for note in said)]
    notes += said
    return (
        str(order),
        arrival(item.received, plain("arrival_unknown")),
        name(item.unit or ""),
        clean(head.number or "") if head else "",
        day(head.issued) if head else "",
        upper_first(clean(head.type_name).lower()) if head and head.type_name else "",
        quoted(head.subject or "") if head else "",
        clean(head.signer or "") if head else "",
        clean((head.signer_title or "").replace("\n", "; ")) if head else "",
        "; ".join(map(clean, head.recipients)) if head else "",
        name(item.key),
        state_word(item.state),
        ". ".join(note.rstrip(". ") for note in notes),
    )


def _relations(item: Submission) -> tuple[tuple[str, str | None], ...]:
    return (("supersedes", item.supersedes), ("duplicate_of", item.duplicate_of), ("attached_to", item.attached_to))


def finding_rows(campaign: Campaign) -> list[Row]:
    """Return the findings: must-duties first, then the general ones that some unit answers."""
    duties = {item.id: item for item in campaign.plan.requirements}
    must = [f for f in campaign.findings if duties[f.requirement].weight is Weight.MUST]
    soft = [
        f
        for f in campaign.findings
        if duties[f.requirement].weight is not Weight.MUST and f.status in {Status.MET, Status.PARTIAL}
    ]
    return [_finding(order, f, duties[f.requirement]) for order, f in enumerate([*must, *soft], start=1)]


def _finding(order: int, finding: Finding, item: Requirement) -> Row:
    best = finding.evidence[0] if finding.evidence else None
    decision = finding.decision
    return (
        str(order),
        name(finding.unit),
        clean(item.section),
        duty_title(item, 300),
        word("weight", item.weight.value),
        deadline(item.deadline),
        shown_status(finding),
        clean(told_reason(finding)),
        name(best.file) if best else "",
        place(best.span) if best else "",
        clean(best.span.quote) if best else "",
        f"{decimal(100 * finding.confidence)}%",
        _answer(decision.answer) if decision else plain("undecided") if standing(finding).undecided else "",
    )


def _answer(answer: str) -> str:
    return ANSWER_WORDS[Answer(answer)] if answer in set(Answer) else clean(answer)


def decision_rows(campaign: Campaign) -> list[Row]:
    """Return what persons have decided, on findings and on exemplars, by time."""
    duties = {item.id: item for item in campaign.plan.requirements}
    decided = [
        (f.unit, duty_title(duties[f.requirement]), _answer(f.decision.answer), f.decision)
        for f in campaign.findings
        if f.decision
    ]
    decided += [
        (n.unit, word("nominee", "subject").format(n.exemplar.name), _verdict(n), n.decision)
        for n in campaign.nominees
        if n.decision
    ]
    rows = [
        (
            name(unit),
            name(subject),
            answer,
            clean(d.reason),
            clean(d.reviewer),
            clean(d.decided_at[:16].replace("T", " ")),
            plain("stale") if d.stale else "",
        )
        for unit, subject, answer, d in sorted(decided, key=lambda row: (row[3].decided_at, row[3].subject))
    ]
    return [(str(order), *row) for order, row in enumerate(rows, start=1)]


def exemplar_rows(campaign: Campaign) -> list[Row]:
    """Return the exemplars that reports name, with what a person concluded on each; those struck out are gone."""
    ruled = {(name(n.unit), key(n.exemplar.name)): n for n in campaign.nominees}
    people = exemplars(campaign.submissions, campaign.register, Sources(campaign.submissions))
    return [
        (str(p.order), p.unit, p.kind, p.name, p.who, p.deed, p.award, _conclusion(ruled.get((p.unit, key(p.name)))))
        for p in people
    ]


def _verdict(nominee: Nominee) -> str:
    return word("nominee", nominee.verdict.value)


def _conclusion(nominee: Nominee | None) -> str:
    if nominee is None:
        return ""
    asked = word("nominee", "award").format(clean(nominee.award)) if nominee.decided and nominee.award else ""
    return "; ".join(part for part in (_verdict(nominee), asked) if part)
