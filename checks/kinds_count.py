"""COUNT: so many exemplars or models, done and named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checks import evidence, reasons
from checks.finding import Cause, Evidence, Status
from checks.judge_bench import NEAR, Bench
from checks.judge_dossier import Claim, Dossier, Ranked, Shown
from checks.judge_verdict import Verdict
from checks.kinds_claims import absent
from checks.kinds_heard import Heard
from checks.match import hands_on
from checks.match_terms import terms
from checks.matter import other_matter
from checks.requirement import Kind, Requirement
from extractors.facts import DocumentKind, ExemplarKind, Modality, Quantity
from extractors.vietnamese import fold, lexicon

_MODEL = re.compile(r"\b(?:mô hình|cách làm|công trình|sáng kiến|giải pháp|câu lạc bộ)\b")
_PERSON = re.compile(
    r"\b(?:công nhân|đoàn viên|hội viên|học sinh|giáo viên|nông dân|cá nhân|gương|đồng chí|người tốt)\b"
)
_COLLECTIVE = re.compile(r"\b(?:tập thể|đơn vị điển hình|tổ chức|chi bộ|chi đoàn)\b")
_EXEMPLARY = re.compile(r"\b(?:mô hình|điển hình|cách làm|gương|nhân tố mới|sáng kiến|tiêu biểu)\b")
_ANY = re.compile(r"\bđiển hình\b(?! điểm)")
# Words of a duty to build exemplars that say nothing of their field: "mô hình tiêu biểu của đơn vị mình".
_NO_NAME = re.compile(r"(?:còn|chưa|đã|đang|được|gặp|có|sẽ|cần|nêu trên)\b")
_GENERAL = frozenset(lexicon("match_general", "checks"))
# Who must register a model has done so with the plan that names it.
_REGISTERS = re.compile(
    r"\bđăng ký (?:xây dựng |các |những |ít nhất |tối thiểu |danh sách |từ |\d+ )*"
    r"(?:mô hình|điển hình|sáng kiến|gương|cách làm|công trình)\b"
)
_BUILT = re.compile(r"\b(?:xây dựng|triển khai|thực hiện|duy trì|hình thành|thành lập)\b[^,;.]{0,20}\b\d+ mô hình\b")
_AHEAD = frozenset({Modality.IN_PROGRESS, Modality.DRAFTING, Modality.INTENTION, Modality.PLANNED})
_LIST = 400  # characters behind "03 mô hình:" in which its list stands
_FIELD = 0.12  # share of the field's words that a model of that field holds at least


def counted(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    """Return whether the unit's reports name as many exemplars of the asked kind and field as the duty wants."""
    file, due = bench.dossier(unit), bench.due(requirement, unit)
    want = requirement.quantity
    kinds = _kinds(requirement)
    elsewhere = {item.key for item in file.current if other_matter(bench, item)}
    registers = _REGISTERS.search(fold(requirement.quote)) is not None
    named = _distinct(
        item
        for item in file.shown
        if item.file not in elsewhere
        and ((_shown(item) and not _still_to_come(item, file)) or (registers and _registered(item)))
        and item.exemplar.kind in kinds
        and not _NO_NAME.match(fold(item.exemplar.name))
    )
    fitting = [item for item in named if _in_field(bench, requirement, item, file)]
    if registers and not fitting and not _rival_count(bench, requirement, unit):
        fitting = [
            item for item in named if _registered(item)
        ]  # what a plan of this campaign registers, it registers for the one duty to do so
    alone = ExemplarKind.MODEL in kinds and not _rival_count(bench, requirement, unit)
    heard = Heard.of(_speaking(bench, requirement, file, any_field=alone))
    step = (
        f"Điển hình, mô hình được nêu tên trong báo cáo: {len(named):02d}; đúng nội dung yêu cầu: {len(fitting):02d}."
    )
    if heard.denied and not fitting:
        lines = evidence.of_claims(heard.denied)
        return Verdict(Status.MISSING, Cause.DENIED, reasons.denied(), lines, 0.9, (step,))
    if fitting:
        return _named(fitting, want, file).after(step)
    listed = [item for item in named if any(_lists(claim.claim, item, file) for claim in heard.done)]
    if listed:  # the clause that counts models of the field names these, whatever they are called
        opens = [one for one in heard.done if any(_lists(one.claim, item, file) for item in listed)]
        verdict = _named(listed, want, file).after(step)
        return replace(verdict, evidence=evidence.distinct((*evidence.of_claims(opens[:1]), *verdict.evidence)))
    counts = [*heard.done, *(item for item in heard.partly if _BUILT.search(fold(item.claim.text)))]
    if counts:
        lines = evidence.of_claims(counts)
        return Verdict(Status.PARTIAL, Cause.UNNAMED, reasons.unnamed(), lines, 0.8, (step,))
    intended = (*heard.promised, *heard.planned, *heard.started)
    if due.ahead(bench.as_of):
        reason = reasons.promised_waits(due) if intended else reasons.waits(due)
        return Verdict(Status.NOT_DUE, Cause.NONE, reason, _planned(file, kinds, intended), 0.9, (step,))
    if intended:
        reason = reasons.promised_only(due, from_plan=not heard.promised)
        return Verdict(Status.MISSING, Cause.PROMISED, reason, _planned(file, kinds, intended), 0.85, (step,))
    return absent(file, due).after(step)


def _shown(item: Shown) -> bool:
    return item.kind is not DocumentKind.PLAN and not item.exemplar.planned


def _still_to_come(item: Shown, file: Dossier) -> bool:
    """Return whether the clause that names an exemplar says that it is only being prepared."""
    return any(
        claim.file == item.file and claim.modality in _AHEAD and claim.commitment.span.covers(item.exemplar.span)
        for claim in file.claims
    )


def _rival_count(bench: Bench, requirement: Requirement, unit: str) -> bool:
    """Return whether another duty asks this unit for exemplars of such a kind."""
    kinds = _kinds(requirement)
    return any(
        other.kind is Kind.COUNT
        and unit in other.units
        and other.quote != requirement.quote
        and not kinds.isdisjoint(_kinds(other))
        for other in bench.plan.requirements
    )


def _lists(claim: Claim, item: Shown, file: Dossier) -> bool:
    """Return whether an exemplar is named in a clause or in the list that the clause opens."""
    if claim.file != item.file or claim.modality is not Modality.DONE:
        return False
    apart = item.exemplar.span.start - claim.commitment.span.end
    return claim.commitment.span.covers(item.exemplar.span) or (
        0 <= apart <= _LIST and bool(claim.commitment.quantities)
    )


def _registered(item: Shown) -> bool:
    """Return whether an exemplar is registered: a plan names it, or a report says that it was."""
    return item.kind is DocumentKind.PLAN or "đăng ký" in fold(item.exemplar.context.quote)


def _named(fitting: Sequence[Shown], want: Quantity | None, file: Dossier) -> Verdict:
    total, names = len(fitting), [item.exemplar.name for item in fitting]
    lines = evidence.distinct(evidence.of_shown(item, file) for item in _one_of_each(fitting))
    if want and want.op != "<=" and total < want.value:
        return Verdict(Status.PARTIAL, Cause.SHORT, reasons.too_few(total, want), lines, 0.8)
    return Verdict(Status.MET, Cause.NONE, reasons.named(names, total), lines, 0.9)


def _kinds(requirement: Requirement) -> frozenset[ExemplarKind]:
    low = fold(f"{requirement.quantity.unit if requirement.quantity else ''} {requirement.quote}")
    head = fold(requirement.quantity.unit) if requirement.quantity else low
    for text in (head, low):
        if _ANY.search(text):
            return frozenset(ExemplarKind)
        found = {
            kind
            for kind, pattern in (
                (ExemplarKind.MODEL, _MODEL),
                (ExemplarKind.PERSON, _PERSON),
                (ExemplarKind.COLLECTIVE, _COLLECTIVE),
            )
            if pattern.search(text)
        }
        if found:
            return frozenset(found)
    return frozenset(ExemplarKind)


def _distinct(items: Iterable[Shown]) -> list[Shown]:
    seen: dict[str, Shown] = {}
    for item in items:
        seen.setdefault(" ".join(fold(item.exemplar.name).split()), item)
    people = [name for name, item in seen.items() if item.exemplar.kind is ExemplarKind.PERSON]
    # "anh Dơ" is "anh Vàng A Dơ" again.
    again = {name for name in people if any(other.endswith(f" {name}") for other in people)}
    return [item for name, item in seen.items() if name not in again]


def _in_field(bench: Bench, requirement: Requirement, item: Shown, file: Dossier) -> bool:
    """Return whether an exemplar is of the duty's field by what its paper says of it, or the unit's plan did before."""
    if item.exemplar.kind is not ExemplarKind.MODEL:
        return True  # persons are told by their deeds, whatever the field
    name = fold(item.exemplar.name)
    planned = [one for one in file.shown if one.kind is DocumentKind.PLAN and fold(one.exemplar.name) == name]
    return any(
        _speaks_of_field(
            bench, requirement, f"{one.exemplar.context.quote} {one.exemplar.deed or ''} {one.exemplar.name}"
        )
        for one in (item, *planned)
    )


def _speaks_of_field(bench: Bench, requirement: Requirement, text: str) -> bool:
    """Return whether a text is of the field that the duty names; where it names none, any is."""
    topic = bench.matcher.topic(requirement)
    known = _GENERAL | bench.matcher.theme  # the campaign's own subject sets no exemplar apart
    field = {term: weight for term, weight in topic.weights.items() if term not in known and not _pair_of_general(term)}
    strong = {term: weight for term, weight in field.items() if weight >= 0.5}
    if not strong:
        return True
    words = terms(text)
    return sum(weight for term, weight in strong.items() if term in words) >= _FIELD * sum(strong.values())


def _pair_of_general(term: str) -> bool:
    """Return whether a pair of syllables reaches into a general word: "sáng kiến mới" holds "kiến mới"."""
    return " " in term and ":" not in term and not _GENERAL.isdisjoint(term.split())


def _one_of_each(items: Sequence[Shown]) -> list[Shown]:
    """Return the exemplars so that models, persons and collectives take turns: a clerk quotes one of each."""
    order = {ExemplarKind.MODEL: 0, ExemplarKind.PERSON: 1, ExemplarKind.COLLECTIVE: 2}
    firsts: dict[ExemplarKind, Shown] = {}
    for item in items:
        firsts.setdefault(item.exemplar.kind, item)
    lead = sorted(firsts.values(), key=lambda item: order[item.exemplar.kind])
    return [*lead, *(item for item in items if item not in lead)]


def _speaking(bench: Bench, requirement: Requirement, file: Dossier, any_field: bool = False) -> list[Ranked]:
    """Return the claims about models or exemplars of the duty's field, but for those that only pass the duty on.

    In `any_field` those that count models count too: "xã đã xây dựng được 01 mô hình".
    """
    topic, found = bench.matcher.topic(requirement), []
    for claim in file.claims:
        if not _EXEMPLARY.search(fold(claim.text)) or hands_on(claim.text):
            continue
        score = bench.matcher.score(topic, claim.text, claim.context)
        counts = any_field and _BUILT.search(fold(claim.text)) is not None
        if counts or _speaks_of_field(bench, requirement, f"{claim.text} {claim.context}"):
            found.append(Ranked(max(score, NEAR), claim))
    return sorted(found, key=lambda item: (-item.score, item.claim.file, item.claim.commitment.span.start))


def _planned(file: Dossier, kinds: frozenset[ExemplarKind], intended: Sequence[Ranked]) -> tuple[Evidence, ...]:
    shown = [item for item in file.shown if item.kind is DocumentKind.PLAN and item.exemplar.kind in kinds]
    lines = [*(evidence.of_claim(item.claim) for item in intended), *(evidence.of_shown(item, file) for item in shown)]
    return evidence.distinct(lines)
