"""Checks E on promises: what the unit's plan sets itself, and whether its reports take that up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from checks import evidence
from checks.document_checks import Look, Remark, is_plan, is_report, shorten
from checks.judge_dossier import Claim, Dossier
from checks.kinds_measure import amount_words, concreteness, measure, number_words
from checks.match_terms import terms
from checks.requirement import Kind, Requirement
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import DocumentKind, ExemplarKind, Facts, Modality, Quantity
from extractors.vietnamese import fold, words

_NAME = re.compile(r"[“\"]([^”\"]{3,})[”\"]")
_EACH = re.compile(r"\b(?:mỗi|từng|bình quân|h[ằà]ng (?:tuần|tháng|quý|năm))\b")
_SPOKEN = frozenset({Modality.RESTATED, Modality.DONE, Modality.DENIED, Modality.NONE})
_SAME = 0.6  # share from which two sentences count the same thing
_ANSWERED = 0.42  # share of a promise's words that a report must take up
_BEFORE_ITS_END = timedelta(
    days=20
)  # a report on a period is written in its last weeks: "trước ngày 20 tháng cuối quý"
_TASKS = range(4, 16)  # tasks of a short plan: a long one tells who does what in ways of its own
_ASSIGNS = re.compile(
    r"\b(?:(?:[Gg]iao|[Pp]hân công)\s(?:cho\s)?(?:đồng chí|đ/c|[A-ZĐ])|[Cc]hủ trì|đầu mối|phụ trách\b)"
)
_BUILDS = re.compile(r"\b(?:mô hình|điển hình|gương)\b")
_MAKES = re.compile(r"[\W\d]*(?:xây dựng|lựa chọn|đăng ký|giới thiệu|thực hiện|triển khai)\b")


def _own(look: Look, item: Submission) -> list[Claim]:
    return [claim for claim in look.bench.dossier(item.unit or "").claims if claim.file == item.key]


def too_little_promised(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E06: the unit's plan sets itself less than the duty asks, all its tasks of that kind together.

    A number "for each" room, class or month is no sum that could be held against the duty.
    """
    if not is_plan(facts):
        return
    unit, own = item.unit or "", _own(look, item)
    for requirement in look.plan.requirements:
        want = requirement.quantity
        if unit not in requirement.units or want is None or requirement.kind is Kind.SUBMIT:
            continue
        due = look.bench.due(requirement, unit)
        ranked = look.bench.ranked(requirement, unit, own, 0.5)
        results = [(measure(requirement, one.claim, due), one.claim) for one in ranked]
        stated = [(found.got, claim) for found, claim in results if found.stated and found.got is not None]
        if not stated or any(found.enough for found, _ in results) or _EACH.search(fold(stated[0][1].text)):
            continue
        if not want.unit.startswith("%") and sum(got for got, _ in stated) >= want.value:
            continue
        got, asked = amount_words(want, stated[0][0]), amount_words(want, want.value)
        yield Remark(
            f"Đơn vị cam kết {got}, yêu cầu {asked} ({requirement.id}): “{shorten(stated[0][1].text, 100)}”.",
            (stated[0][1].commitment.span,),
        )


def unnamed_model(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E15: the plan sets out to build a model that the duty asks for, and names none."""
    unit = item.unit or ""
    asked = [r for r in look.plan.requirements if r.kind is Kind.COUNT and unit in r.units]
    if not is_plan(facts) or not asked or any(one.kind is ExemplarKind.MODEL for one in facts.exemplars):
        return
    for claim in _own(look, item):
        low = fold(claim.text)
        building = _MAKES.match(low) and _BUILDS.search(low) and claim.modality not in _SPOKEN
        if building and not _NAME.search(claim.text):
            yield Remark(
                f"Kế hoạch chưa nêu tên mô hình, điển hình: “{shorten(claim.text)}”.", (claim.commitment.span,)
            )
            return


def too_general(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """E16: of the few tasks of a plan at most one tells a number, a day within the year or a name; none is assigned."""
    if not is_plan(facts) or _ASSIGNS.search(document.text):
        return
    tasks = [claim for claim in _own(look, item) if claim.modality not in _SPOKEN - {Modality.RESTATED}]
    general = [claim for claim in tasks if not concreteness(claim) and not claim.row]
    if len(tasks) in _TASKS and len(tasks) - len(general) <= 1:
        yield Remark(
            f"{len(general):02d}/{len(tasks):02d} nhiệm vụ trong kế hoạch nêu chung, chưa có số lượng, thời hạn hoặc "
            "người thực hiện cụ thể.",
            tuple(claim.commitment.span for claim in general[:3]),
        )


def unanswered(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E10: a countable promise of the unit's plan whose day has gone by, and no sentence of its reports takes it up."""
    issued = [claim.issued for claim in dossier.claims if claim.kind is DocumentKind.REPORT and claim.issued]
    if not issued:
        return
    until, told = max(issued), report_texts(dossier)
    for claim in dossier.claims:
        if _countable(claim, until) and not _answered(claim, told):
            yield Remark(
                f"Kế hoạch của đơn vị cam kết “{shorten(claim.text)}” nhưng báo cáo chưa nêu kết quả.",
                evidence=(evidence.of_claim(claim),),
            )


def below_promise(look: Look, unit: str, dossier: Dossier) -> Iterable[Remark]:
    """E11: the last report that counts the same thing stays below the number promised, once its time is over."""
    told = [claim for claim in dossier.claims if not claim.from_plan and claim.commitment.quantities]
    last = _last_report(look, unit)
    for claim in dossier.claims:
        if not claim.from_plan or claim.modality in {Modality.RESTATED, Modality.DONE}:
            continue
        due = claim.commitment.deadline.end if claim.commitment.deadline else last
        if due and due > look.as_of:
            continue
        ripe = [one for one in told if not due or (one.issued and one.issued >= due - _BEFORE_ITS_END)]
        pairs = [(one, pair) for one in _takers(claim, ripe) if (pair := _same_unit(claim, one))]
        if not pairs or any(got.value >= want.value for _, (want, got) in pairs):
            continue
        answer, (want, got) = max(pairs, key=lambda pair: (pair[0].issued or date.min, pair[1][1].value))
        if sum(other.value for one, (_, other) in pairs if one.file == answer.file) >= want.value:
            continue  # told in parts: "01 lớp tại ...", "01 lớp tại ..."
        told_of = f"cam kết {_counted(want)}, báo cáo nêu {_counted(got)}"
        yield Remark(
            f"Kế hoạch của đơn vị {told_of}: “{shorten(answer.text, 100)}”.",
            evidence=(evidence.of_claim(answer), evidence.of_claim(claim)),
        )


def _counted(item: Quantity) -> str:
    return f"{number_words(item.value)} {item.unit}".replace(" %", "%")


def _last_report(look: Look, unit: str) -> date | None:
    """Return the day of the unit's last report duty: a promise without a day of its own is for the whole time."""
    duties = [r for r in look.plan.requirements if r.kind is Kind.SUBMIT and unit in r.units and not _sends_plan(r)]
    days = [day for day in (look.bench.due(duty, unit).last for duty in duties) if day]
    return max(days) if days else None


def _sends_plan(requirement: Requirement) -> bool:
    return requirement.shown_by.value == "submission_of_plan"


def _countable(claim: Claim, until: date) -> bool:
    """Return whether a promise has a number or a name, a day of its own that has gone by, and is the unit's task."""
    item = claim.commitment
    if not claim.from_plan or item.modality in {Modality.RESTATED, Modality.DONE, Modality.DENIED}:
        return False
    when = item.deadline.end if item.deadline else None
    named = bool(item.quantities) or "“" in claim.text
    return named and when is not None and when <= until and len(words(claim.text)) >= 5


def report_texts(dossier: Dossier) -> list[str]:
    """Return all sentences and table rows of the unit's reports."""
    found = []
    for item in dossier.current:
        if item.facts is None or item.document is None or not is_report(item.facts):
            continue
        for segment in item.facts.segments:
            cells = [item.document.text[cell.start : cell.end] for cell in segment.row]
            found.append(" ".join(cells) or item.document.text[segment.start : segment.end])
    return list(dict.fromkeys(found))


def taken_up(text: str, texts: Iterable[str], least: float = _ANSWERED) -> bool:
    """Return whether one of `texts` holds at least that share of the words of `text`, by their weight."""
    own = terms(text)
    whole = sum(own.values()) or 1.0
    return any(sum(w for term, w in own.items() if term in terms(other)) >= least * whole for other in texts)


def _answered(claim: Claim, texts: list[str]) -> bool:
    """Return whether a report takes up the promise: by its own name for it, or by most of its words."""
    names = [fold(name) for name in _NAME.findall(claim.text)]
    plain = _NAME.sub(" ", claim.text)  # a report may tell of the contest without its motto
    return any(name in fold(text) for name in names for text in texts) or taken_up(plain, texts)


def _takers(claim: Claim, told: list[Claim]) -> list[Claim]:
    """Return the reports' sentences that count what the promise counts."""
    own = terms(claim.text)
    whole = sum(own.values()) or 1.0
    found = []
    for other in told:
        there = terms(f"{other.text}\n{other.context}")
        if sum(weight for term, weight in own.items() if term in there) >= _SAME * whole:
            found.append(other)
    return found


def _same_unit(claim: Claim, answer: Claim) -> tuple[Quantity, Quantity] | None:
    """Return the first numbers of both that count the same thing."""
    for mine in claim.commitment.quantities:
        for other in answer.commitment.quantities:
            a, b = sorted((fold(mine.unit).split(), fold(other.unit).split()), key=len)
            alike = bool(a) and b[: len(a)] == a  # "98 hố" answers "120 hố ủ phân"
            if alike and mine.op != "<=" and mine.ratio is None and other.ratio is None:
                return mine, other
    return None
