"""Checks E on content: parts, figures, tense, duties passed over, what was denied or put off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.document_checks import Look, Remark, body, is_report, shorten
from checks.document_checks_promises import report_texts, taken_up
from checks.finding import Cause, Finding, Status
from checks.judge_dossier import Claim, Dossier
from checks.kinds_heard import begun, wishes
from checks.requirement import Kind, Requirement, Weight
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import DocumentKind, Facts, Modality
from extractors.segment import Section, SegmentKind
from extractors.vietnamese import alternation, fold

_PUT_OFF = frozenset({Modality.INTENTION, Modality.PLEDGE, Modality.DRAFTING, Modality.PLANNED, Modality.TARGET})
_AHEAD = frozenset({Section.FUTURE, Section.PROPOSAL})
_AHEAD_WORDS = re.compile(r"\b(?:phương hướng|kiến nghị|đề xuất|đề nghị|nhiệm vụ (?:trọng tâm|quý|tháng|thời gian))\b")
_CLOSING = re.compile(r"\btổng kết\b")
_STATE = re.compile(r"\b(?:chưa|không) có\b")  # a state of things, no deed left undone
# "chưa triển khai", "không quét được": a deed. "chưa đồng đều", "không đạt chất lượng": how things are.
_UNDONE = re.compile(
    r"\b(?:chưa|không)\s(?:được\s|thể\s|kịp\s)*(?!(?:đạt|bảo đảm|đảm bảo|có|chủ động|tham gia)\b)"
    rf"{alternation('action_verbs')}\b|\b(?:chưa|không)\s(?:(?!sẽ\b|đã\b)[^\W\d_]+\s){{1,3}}(?:được|xong)\b"
    r"|\b(?:tạm dừng|chưa gửi)\b"
)
_ROUTINE = re.compile(r"[^,;:]{0,60}\btiếp tục\b|trên đây là\b")  # going on is no postponement, nor the last words
_APPRAISAL = re.compile(r"\b(?:thuận lợi|khó khăn|đánh giá|nhận xét|đặc điểm|tình hình chung|nguyên nhân|bài học)\b")
_LONG = 12  # sentences from which a report is expected to have parts
_SPEAKS = 0.6  # share of a duty's words from which a sentence speaks of it
# "danh sách hộ chưa tham gia được cập nhật": what was not done describes the thing, not the deed.
_DESCRIBED = re.compile(
    r"\b(?:danh sách|số lượng|các|những|đối tượng|trường hợp|hộ|người)\b[^,;:.]{0,40}\b(?:chưa|không)\b[^,;:.]{1,40}"
    r"\b(?:được|đã)\b"
)
_SUPPOSED = re.compile(r"\b(?:trường hợp|nếu|quá thời gian|hết thời gian|để không|không để)\b")
_MODEL = re.compile(r"\b(?:mô hình|điển hình)\b")
_UMBRELLA = re.compile(r"^(?:căn cứ|theo) chức năng, nhiệm vụ\b")


def _findings(look: Look, unit: str) -> Iterable[tuple[Finding, Requirement]]:
    duties = {item.id: item for item in look.plan.requirements}
    for finding in look.findings:
        if finding.unit == unit:
            yield finding, duties[finding.requirement]


def missing_part(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E01: a report of some length without results, or without what comes next."""
    if not is_report(facts) or sum(1 for _ in body(facts)) < _LONG:
        return
    sections = {segment.section for segment in facts.segments}
    headings = " ; ".join(heading for segment in facts.segments for heading in segment.headings)
    if Section.RESULT not in sections and not any(c.modality is Modality.DONE for c in facts.commitments):
        yield Remark("Văn bản chưa có phần “kết quả thực hiện”.")
    if not sections & _AHEAD and not _AHEAD_WORDS.search(fold(headings)):
        yield Remark("Văn bản chưa có phần “phương hướng, kiến nghị”.")


def no_shortcomings(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E12."""
    if not is_report(facts) or sum(1 for _ in body(facts)) < _LONG:
        return
    told = any(segment.section is Section.SHORTCOMING for segment in facts.segments) or any(
        claim.modality in {Modality.DENIED, Modality.PARTLY} for claim in facts.commitments
    )
    if not told and not re.search(r"\b(?:tồn tại|hạn chế|khó khăn|vướng mắc)\b", fold(document.text)):
        yield Remark("Báo cáo chưa nêu hạn chế, nguyên nhân.")


def not_addressed(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E02: papers are there, and none speaks of the duty."""
    for finding, requirement in _findings(look, unit):
        silent = finding.status is Status.MISSING and finding.cause is Cause.ABSENT
        asked = requirement.weight is Weight.MUST and requirement.kind not in {Kind.SUBMIT, Kind.COUNT, Kind.CONTAIN}
        told = requirement.action or requirement.quote
        if not (silent and dossier.current and asked) or _UMBRELLA.match(fold(told)):
            continue
        if not _sent(dossier, told) and not taken_up(told, report_texts(dossier), _SPEAKS):
            yield Remark(f"Chưa thấy nội dung về “{shorten(told, 90)}” ({requirement.id}).")


def _sent(dossier: Dossier, action: str) -> bool:
    """Return whether the duty asks for a paper of a type that the unit sent: "gửi bản đăng ký"."""
    types = {fold(item.facts.letterhead.type_name) for item in dossier.current if item.facts}
    return any(len(name) > 3 and name in fold(action) for name in types)


def no_closing_review(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E07."""
    for finding, requirement in _findings(look, unit):
        closing = requirement.kind is Kind.HOLD and _CLOSING.search(fold(requirement.quote))
        if closing and finding.status is Status.MISSING and dossier.has(DocumentKind.REPORT):
            yield Remark(f"Báo cáo chưa nêu kết quả tổ chức tổng kết ({requirement.id}).", evidence=finding.evidence)


def future_tense(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E08: among the results more is put off than done."""
    if not is_report(facts):
        return
    results = [c for c in facts.commitments if c.section is Section.RESULT]
    later = [c for c in results if c.modality in _PUT_OFF or c.modality is Modality.RESTATED]
    if len(later) >= 2 and 2 * len(later) > len(results):
        spans = tuple(c.span for c in later[:3])
        yield Remark(f"Phần kết quả chủ yếu nêu việc sẽ làm ({len(later):02d}/{len(results):02d} câu).", spans)


def no_figures(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E09: results of several sentences under one heading without a single number."""
    if not is_report(facts):
        return
    parts: dict[str, list[str]] = {}
    for segment in facts.segments:
        if segment.section is Section.RESULT and segment.headings and segment.kind is not SegmentKind.HEADING:
            parts.setdefault(segment.headings[-1], []).append(document.text[segment.start : segment.end])
    for heading, texts in parts.items():
        if len(texts) >= 2 and not _APPRAISAL.search(fold(heading)) and not any(re.search(r"\d", t) for t in texts):
            yield Remark(f"Phần “{shorten(heading, 80)}” không có số liệu hoặc sản phẩm cụ thể.")


def denied(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E13: what a report says was not done; other papers speak of what must not be, or of others."""
    if not is_report(facts):
        return
    for claim in look.bench.dossier(item.unit or "").claims:
        told = claim.file == item.key and claim.modality is Modality.DENIED and not begun(claim.text)
        low = fold(claim.text)
        deed = _UNDONE.search(low) or _UNDONE.search(fold(claim.row))
        if told and deed and not any(p.search(low) for p in (_STATE, _DESCRIBED, _SUPPOSED)):
            yield Remark(f"Đơn vị nêu chưa thực hiện: “{shorten(claim.text)}”.", (claim.commitment.span,))


def put_off(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E14: a report that promises where it should tell; the part on what comes next may promise."""
    if not is_report(facts):
        return
    unit = item.unit or ""
    lacking = [
        (finding, requirement)
        for finding, requirement in _findings(look, unit)
        if requirement.weight is Weight.MUST and finding.status in {Status.MISSING, Status.PARTIAL}
    ]
    answers = {line.span.start for finding, _ in lacking for line in finding.evidence}
    open_duties = [requirement for _, requirement in lacking if requirement.kind is not Kind.SUBMIT]
    for claim in look.bench.dossier(unit).claims:
        if claim.file != item.key or wishes(claim.text) or _ROUTINE.match(fold(claim.text)):
            continue
        asked = claim.commitment.span.start in answers
        if not asked and _next_year(claim) and not _owed(look, unit, claim, open_duties):
            continue
        if claim.modality in _PUT_OFF and (asked or claim.commitment.section not in _AHEAD):
            yield Remark(f"Báo cáo mới nêu dự định: “{shorten(claim.text)}”.", (claim.commitment.span,))


def _owed(look: Look, unit: str, claim: Claim, duties: Iterable[Requirement]) -> bool:
    """Return whether an intention takes up one of the unit's duties: by its words, or a model for a model."""
    model = bool(_MODEL.search(fold(claim.text)))
    return any(
        (model and requirement.kind is Kind.COUNT) or look.bench.ranked(requirement, unit, [claim], 0.5)
        for requirement in duties
    )


def _next_year(claim: Claim) -> bool:
    """Return whether a report speaks of the year after its own: where it is going, unless a duty was left open."""
    when = claim.commitment.deadline
    return bool(when and when.start and claim.issued and when.start.year > claim.issued.year)
