"""Who has sent what and when: one row for each document that the plan asks of a unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checks.finding import Cause, Finding, Status
from checks.requirement import Kind, Plan, Requirement, ShownBy
from checks.ruling import standing
from checks.submission import Submission
from checks.units import Register
from extractors.facts import DocumentKind
from templates.files import Files
from templates.phrases import clean, day, name, quoted
from templates.vocabulary import plain, shown_status, word
from templates.when import arrival, deadline, period

SENT = {ShownBy.PLAN_SENT: DocumentKind.PLAN, ShownBy.REPORT_SENT: DocumentKind.REPORT}

UNREAD = frozenset({Cause.UNREADABLE, Cause.WAITS})  # a file came

_DAYS_LATE = re.compile(r"muộn (\d+) ngày")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One row of "Tình hình gửi văn bản"; `order` counts units, and is given in the first row of each."""

    order: int
    unit: str
    first: bool
    what: str
    due: str
    number: str
    issued: str
    received: str
    status: str
    note: str
    file: str = ""


def is_sending(item: Requirement) -> bool:
    """Return whether the duty is to send a document."""
    return item.kind is Kind.SUBMIT or item.shown_by in SENT


def document_kind(item: Requirement) -> DocumentKind:
    """Return which document a duty to send asks for."""
    return SENT.get(item.shown_by, DocumentKind.OTHER)


def sending_duties(plan: Plan, register: Register) -> list[Requirement]:
    """Return the duties to send that units have, by deadline; the office's own report is the one being written."""
    mine = [item for item in plan.requirements if is_sending(item) and item.units and not _own(item, register)]
    return sorted(mine, key=lambda item: (item.deadline.end if item.deadline else None) or date.max)


def is_this_report(item: Requirement, register: Register) -> bool:
    """Return whether the duty is the office's own report: the one that is being written."""
    return is_sending(item) and _own(item, register)


def _own(item: Requirement, register: Register) -> bool:
    return item.applies_to == "office" or item.units == (register.office,)


def sent_words(item: Requirement, duties: Sequence[Requirement]) -> str:
    """Return what is to be sent: "Kế hoạch", "Báo cáo quý II/2025" where several of the kind are."""
    kind = document_kind(item)
    several = Counter(document_kind(duty) for duty in duties)[kind] > 1
    return clean(f"{word('type', kind.value)} {period(item.period) if several else ''}")


def arrivals(
    plan: Plan, submissions: Sequence[Submission], findings: Sequence[Finding], register: Register
) -> list[Arrival]:
    """Return the rows of who has sent what, in the order of the register, duties that are not due yet left out."""
    duties = sending_duties(plan, register)
    found = {(f.unit, f.requirement): f for f in findings}
    files = Files(submissions)
    rows: list[Arrival] = []
    order = 0
    for unit in register.units:
        mine = [(duty, found[unit.name, duty.id]) for duty in duties if (unit.name, duty.id) in found]
        mine = [(duty, f) for duty, f in mine if f.status is not Status.NOT_DUE or f.evidence]
        order += bool(mine)
        for at, (duty, finding) in enumerate(mine):
            sent = document_of(finding, duty, files, duties)
            rows.append(_row(order, at == 0, duty, duties, finding, sent))
    return rows


def document_of(finding: Finding, duty: Requirement, files: Files, duties: Sequence[Requirement]) -> Submission | None:
    """Return the file that answers a duty to send: the evidence's, else the unit's only one of that kind."""
    if finding.status is Status.MISSING and finding.cause not in UNREAD:
        return None  # its evidence is a sentence that denies, in a document of another kind
    for evidence in finding.evidence:
        if (item := files.named(evidence.file)) is not None:
            return item
    kind = document_kind(duty)
    if sum(document_kind(other) is kind for other in duties) > 1:
        return None
    mine = [s for s in files.of(finding.unit) if s.current and s.facts]
    mine = [s for s in mine if s.facts and s.facts.letterhead.kind is kind]
    return mine[0] if len(mine) == 1 else None


def _row(
    order: int,
    first: bool,
    duty: Requirement,
    duties: Sequence[Requirement],
    finding: Finding,
    sent: Submission | None,
) -> Arrival:
    head = sent.facts.letterhead if sent and sent.facts else None
    return Arrival(
        order=order,
        unit=name(finding.unit),
        first=first,
        what=sent_words(duty, duties),
        due=deadline(duty.deadline),
        number=clean((head.number if head else None) or ""),
        issued=day(head.issued) if head else "",
        received=arrival(sent.received, plain("arrival_unknown")) if sent else "",
        status=_status(finding),
        note=_note(finding),
        file=sent.key if sent else "",
    )


def _note(finding: Finding) -> str:
    stands = standing(finding)
    if stands.exempt and finding.decision:
        return quoted(finding.decision.reason)
    if finding.decision is None and finding.status is Status.MISSING and finding.cause in {Cause.NONE, Cause.ABSENT}:
        return ""  # the status says it
    late = _DAYS_LATE.search(finding.reason) if finding.status is Status.LATE else None
    told = plain("days_late").format(late.group(1)) if late else quoted(finding.reason)
    return told if stands.gap else ""


def _status(finding: Finding) -> str:
    """Return what the table of arrivals says of a paper: it came, came late, did not come."""
    stands = standing(finding)
    plainly = stands.status is not Status.MISSING or finding.cause in {Cause.NONE, Cause.ABSENT, Cause.DENIED}
    return word("arrival", stands.status.value) if plainly and not stands.exempt else shown_status(finding)
