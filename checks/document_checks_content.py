"""Checks E on content: parts, figures, tense, what was promised and not answered, what was denied or put off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from checks import evidence
from checks.document_checks import Look, Remark, body, is_plan, is_report, shorten
from checks.finding import Cause, Finding, Status
from checks.judge_dossier import Claim, Dossier
from checks.kinds_claims import begun, wishes
from checks.kinds_measure import amount_words, measure, number_words
from checks.match_terms import terms
from checks.requirement import Kind, Requirement, Weight
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import DocumentKind, Facts, Modality, Quantity
from extractors.segment import Section, SegmentKind
from extractors.vietnamese import fold, words

_PUT_OFF = frozenset({Modality.INTENTION, Modality.PLEDGE, Modality.DRAFTING, Modality.PLANNED, Modality.TARGET})
_AHEAD = frozenset({Section.FUTURE, Section.PROPOSAL})
_AHEAD_WORDS = re.compile(r"\b(?:phương hướng|kiến nghị|đề xuất|đề nghị|nhiệm vụ (?:trọng tâm|quý|tháng|thời gian))\b")
_CLOSING = re.compile(r"\btổng kết\b")
_NAME = re.compile(r"[“\"]([^”\"]{3,})[”\"]")
_STATE = re.compile(r"\b(?:chưa|không) có\b")  # a state of things, no deed left undone
_ROUTINE = re.compile(r"[\W\d]*(?:sẽ )?tiếp tục\b")  # going on is no postponement
_LONG = 12  # sentences from which a report is expected to have parts
_SAME = 0.6  # share from which two sentences count the same thing
_ANSWERED = 0.42  # share of a promise's words that a report must take up


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
        if silent and dossier.current and asked:
            yield Remark(
                f"Chưa thấy nội dung về “{shorten(requirement.action or requirement.quote, 90)}” ({requirement.id})."
            )


def too_little_promised(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E06: the unit's plan sets itself less than the duty asks."""
    if not is_plan(facts):
        return
    unit = item.unit or ""
    own = [claim for claim in look.bench.dossier(unit).claims if claim.file == item.key]
    for requirement in look.plan.requirements:
        want = requirement.quantity
        if unit not in requirement.units or want is None or requirement.kind is Kind.SUBMIT:
            continue
        due = look.bench.due(requirement, unit)
        ranked = look.bench.ranked(requirement, unit, own, 0.5)
        results = [(measure(requirement, one.claim, due), one.claim) for one in ranked]
        stated = [pair for pair in results if pair[0].stated and pair[0].got is not None]
        if stated and not any(found.enough for found, _ in results):
            found, claim = stated[0]
            got, asked = amount_words(want, found.got or 0), amount_words(want, want.value)
            yield Remark(
                f"Đơn vị cam kết {got}, yêu cầu {asked} ({requirement.id}): “{shorten(claim.text, 100)}”.",
                (claim.commitment.span,),
            )


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
        if len(texts) >= 2 and not any(re.search(r"\d", text) for text in texts):
            yield Remark(f"Phần “{shorten(heading, 80)}” không có số liệu hoặc sản phẩm cụ thể.")


def denied(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E13: what a report says was not done."""
    if is_plan(facts):
        return
    for claim in look.bench.dossier(item.unit or "").claims:
        told = claim.file == item.key and claim.modality is Modality.DENIED and not begun(claim.text)
        if told and not _STATE.search(fold(claim.text)):
            yield Remark(f"Đơn vị nêu chưa thực hiện: “{shorten(claim.text)}”.", (claim.commitment.span,))


def put_off(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E14: a report that promises where it should tell; the part on what comes next may promise."""
    if not is_report(facts):
        return
    unit = item.unit or ""
    answers = {
        line.span.start
        for finding, requirement in _findings(look, unit)
        if requirement.weight is Weight.MUST and finding.status in {Status.MISSING, Status.PARTIAL}
        for line in finding.evidence
    }
    for claim in look.bench.dossier(unit).claims:
        if claim.file != item.key or wishes(claim.text) or _ROUTINE.match(fold(claim.text)):
            continue
        asked = claim.commitment.span.start in answers
        if claim.modality in _PUT_OFF and (asked or claim.commitment.section not in _AHEAD):
            yield Remark(f"Báo cáo mới nêu dự định: “{shorten(claim.text)}”.", (claim.commitment.span,))


def unanswered(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E10: a countable promise of the unit's plan whose day has gone by, and no sentence of its reports takes it up."""
    issued = [claim.issued for claim in dossier.claims if claim.kind is DocumentKind.REPORT and claim.issued]
    if not issued:
        return
    until, told = max(issued), _report_texts(dossier)
    for claim in dossier.claims:
        if _countable(claim, until) and not _answered(claim, told):
            yield Remark(
                f"Kế hoạch của đơn vị cam kết “{shorten(claim.text)}” nhưng báo cáo chưa nêu kết quả.",
                evidence=(evidence.of_claim(claim),),
            )


def below_promise(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E11: the report's number stays below the number promised in the same unit."""
    told = [claim for claim in dossier.claims if not claim.from_plan and claim.commitment.quantities]
    for claim in dossier.claims:
        when = claim.commitment.deadline
        open_still = when is not None and when.end is not None and when.end > look.as_of
        if not claim.from_plan or claim.modality in {Modality.RESTATED, Modality.DONE} or open_still:
            continue
        answer = _best(claim, told, _SAME)
        pair = _same_unit(claim, answer) if answer else None
        if answer and pair and pair[1].value < pair[0].value:
            a, b = (f"{number_words(q.value)} {q.unit}".replace(" %", "%") for q in pair)
            yield Remark(
                f"Cam kết {a}, báo cáo {b}: “{shorten(answer.text, 100)}”.",
                evidence=(evidence.of_claim(answer), evidence.of_claim(claim)),
            )


def _countable(claim: Claim, until: date) -> bool:
    """Return whether a promise has a number or a name, a day of its own that has gone by, and is the unit's task."""
    item = claim.commitment
    if not claim.from_plan or item.modality in {Modality.RESTATED, Modality.DONE, Modality.DENIED}:
        return False
    when = item.deadline.end if item.deadline else None
    named = bool(item.quantities) or "“" in claim.text
    return named and when is not None and when <= until and len(words(claim.text)) >= 5


def _report_texts(dossier: Dossier) -> list[str]:
    """Return all sentences and table rows of the unit's reports."""
    found = []
    for item in dossier.current:
        if item.facts is None or item.document is None or not is_report(item.facts):
            continue
        for segment in item.facts.segments:
            cells = [item.document.text[cell.start : cell.end] for cell in segment.row]
            found.append(" ".join(cells) or item.document.text[segment.start : segment.end])
    return list(dict.fromkeys(found))


def _answered(claim: Claim, texts: list[str]) -> bool:
    """Return whether a report takes up the promise: by its own name for it, or by most of its words."""
    names = [fold(name) for name in _NAME.findall(claim.text)]
    if any(name in fold(text) for name in names for text in texts):
        return True
    own = terms(claim.text)
    whole = sum(own.values()) or 1.0
    return any(sum(w for term, w in own.items() if term in terms(text)) >= _ANSWERED * whole for text in texts)


def _best(claim: Claim, told: list[Claim], least: float) -> Claim | None:
    """Return the report's sentence that takes up most of a promise, None where none takes up enough."""
    own = terms(claim.text)
    whole = sum(own.values()) or 1.0
    best, share = None, least
    for other in told:
        there = terms(f"{other.text}\n{other.context}")
        held = sum(weight for term, weight in own.items() if term in there) / whole
        if held >= share:
            best, share = other, held
    return best


def _same_unit(claim: Claim, answer: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the first numbers of both that count the same thing."""
    for mine in claim.commitment.quantities:
        for other in answer.commitment.quantities:
            alike = fold(mine.unit) == fold(other.unit) and bool(mine.unit)
            if alike and mine.op != "<=" and mine.ratio is None and other.ratio is None:
                return mine, other
    return None
