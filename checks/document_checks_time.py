"""Checks D: what was sent when, and days that do not fit the plan's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.deadlines import arrival_day, day_words
from checks.document_checks import Look, Remark, Severity, is_plan, shorten
from checks.finding import Cause, Finding, Status
from checks.judge_dossier import Claim, Dossier
from checks.reasons import due_words, paper_words
from checks.requirement import Kind, Requirement, ShownBy, Weight
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import Facts, Modality
from extractors.vietnamese import alternation, fold

_SENDS_REPORT = re.compile(
    r"\b(?:báo cáo|kết quả)\b[^.;]{0,60}\b(?:gửi|về)\b|\bgửi\b[^.;]{0,40}\b(?:báo cáo|kết quả)\b"
)
_SENDS_PLAN = re.compile(r"\bgửi\b[^.;]{0,30}\bkế hoạch\b|\bkế hoạch\b[^.;]{0,30}\bgửi\b")
_INNER = re.compile(
    r"\b(?:các|từng) (?:phòng|tổ|thôn|trường|bộ phận|khoa|chi đoàn|đơn vị)\b[^.;]{0,60}\b(?:báo cáo|gửi)\b"
)
REGISTERS = re.compile(r"\b(?:đăng ký|gửi danh sách)\b")  # its day is for the list, not for the deed
_SOON = re.compile(rf"\b{alternation('check_vague_times', 'checks')}\b")


def _submits(look: Look) -> dict[str, Requirement]:
    return {item.id: item for item in look.plan.requirements if item.kind is Kind.SUBMIT}


def _of(look: Look, unit: str, status: Status) -> Iterable[tuple[Finding, Requirement]]:
    submits = _submits(look)
    for finding in look.findings:
        if finding.unit == unit and finding.status is status and finding.requirement in submits:
            yield finding, submits[finding.requirement]


def not_sent(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """D01."""
    for finding, requirement in _of(look, unit, Status.MISSING):
        if finding.cause is not Cause.UNREADABLE and requirement.weight is Weight.MUST:
            due = look.bench.due(requirement, unit)
            yield Remark(
                f"{unit} chưa gửi {paper_words(requirement)}; {due_words(due)} (yêu cầu {requirement.id}).",
                evidence=finding.evidence,
            )


def sent_late(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """D02."""
    for finding, requirement in _of(look, unit, Status.LATE):
        told = finding.reason[:1].lower() + finding.reason[1:].rstrip(".")
        yield Remark(f"{unit}: {told} (yêu cầu {requirement.id}).", evidence=finding.evidence)


def on_the_edge(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """D03: it came on the very day of "trước ngày"."""
    for finding, requirement in _of(look, unit, Status.MET):
        due = look.bench.due(requirement, unit)
        arrived = {dossier.days.get(line.file) for line in finding.evidence}
        if due.edge is not None and due.edge in arrived and not any(day and day < due.edge for day in arrived):
            held = "coi là đúng hạn" if look.policy.before_includes_day else "coi là muộn"
            yield Remark(
                f"Văn bản đến đúng ngày {day_words(due.edge)}; kế hoạch ghi “trước ngày” đó, {held}.",
                evidence=finding.evidence,
            )


def dated_after_arrival(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """D04."""
    arrived, issued = arrival_day(item.received, look.policy), facts.letterhead.issued
    if arrived and issued and issued > arrived:
        spans = (facts.letterhead.spans["issued"],) if "issued" in facts.letterhead.spans else ()
        yield Remark(f"Ngày ban hành {day_words(issued)} sau ngày tiếp nhận {day_words(arrived)}.", spans)


def dated_before_plan(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """D05."""
    first, issued = (look.plan.issued.start if look.plan.issued else None), facts.letterhead.issued
    if first and issued and issued < first:
        spans = (facts.letterhead.spans["issued"],) if "issued" in facts.letterhead.spans else ()
        yield Remark(f"Ngày ban hành {day_words(issued)} trước ngày của kế hoạch căn cứ {day_words(first)}.", spans)


def after_the_deadline(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """D06: the unit's plan sets itself a day after the one that it was given."""
    if not is_plan(facts):
        return
    unit = item.unit or ""
    own = [claim for claim in look.bench.dossier(unit).claims if claim.file == item.key]
    for claim in own:
        when = claim.commitment.deadline
        if when is None or when.end is None:
            continue
        for requirement in look.plan.requirements:
            last = look.bench.due(requirement, unit).last if unit in requirement.units else None
            if last and when.end > last and _about(look, requirement, unit, claim):
                quote = shorten(claim.text, 120)
                # "trong tháng 5", "quý IV" against 20/5, 30/11: it may still be in time.
                straddles = when.start is not None and when.start <= last
                after = "có thể sau" if straddles else "sau"
                yield Remark(
                    f"Đơn vị dự kiến “{quote}” ({day_words(when.end)}), {after} thời hạn {day_words(last)} của yêu cầu "
                    f"{requirement.id}.",
                    (claim.commitment.span,),
                    severity=Severity.HINT if straddles else None,
                )
                break


def _about(look: Look, requirement: Requirement, unit: str, claim: Claim) -> bool:
    low = fold(claim.text)
    if REGISTERS.search(fold(requirement.action)) and not REGISTERS.search(low):
        return False
    if requirement.kind is Kind.SUBMIT:
        if requirement.period is not None or _INNER.search(low):
            return False
        pattern = _SENDS_PLAN if requirement.shown_by is ShownBy.PLAN_SENT else _SENDS_REPORT
        return bool(pattern.search(low)) and requirement.shown_by in {ShownBy.PLAN_SENT, ShownBy.REPORT_SENT}
    if claim.modality in {Modality.DONE, Modality.DENIED}:
        return False
    return bool(look.bench.ranked(requirement, unit, [claim], 0.5)) or _same_model(requirement, low)


def _same_model(requirement: Requirement, low: str) -> bool:
    """Return whether both are about building a model: a plan names its own, in words of its own."""
    return requirement.kind is Kind.COUNT and bool(re.match(r"[\W\d]*xây dựng\b[^,;]{0,20}\bmô hình\b", low))


def vague_time(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """D07."""
    if not is_plan(facts):
        return
    for claim in look.bench.dossier(item.unit or "").claims:
        if claim.file == item.key and claim.commitment.deadline is None and _SOON.search(fold(claim.text)):
            yield Remark(f"Nội dung “{shorten(claim.text)}” chưa có mốc thời gian cụ thể.", (claim.commitment.span,))
