"""Duties of the collecting office: its own papers, and what the units' papers testify of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks import evidence, reasons
from checks.deadlines import Due, day_words
from checks.finding import Cause, Evidence, Status
from checks.judge_bench import NEAR, Bench
from checks.judge_dossier import Cited, Claim
from checks.judge_verdict import Verdict
from checks.kinds_claims import claimed
from checks.kinds_measure import measure
from checks.match_terms import acts
from checks.requirement import Requirement
from extractors.vietnamese import fold

_LETTER = re.compile(r"công văn|thông báo|hướng dẫn|văn bản|giấy mời|quyết định", re.IGNORECASE)
_VISIT = 0.3  # share of the topic from which a visit by name of the office speaks of it


def office_duty(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    """Return what shows that the office did its part: its own word, then the letters and visits that units name."""
    own = claimed(bench, requirement, unit)
    if own.status is Status.MET:
        return own
    due = bench.due(requirement, unit)
    found = [*_letters(bench, requirement, unit), *_visits(bench, requirement, unit)]
    if not found:
        return own
    found.sort(key=lambda item: (_late(item[2], due), -item[0], item[1].file, item[1].span.start))
    score, _, claim_or_letter, sender = found[0]
    reason = reasons.testified(sender, _said(claim_or_letter))
    steps = (*own.steps, f"Tìm trong văn bản của các đơn vị khác: {reason}")
    lines = evidence.distinct(item[1] for item in found)
    places = {item[3] for item in found if not _late(item[2], due)}
    want = requirement.quantity
    if want and not want.unit.startswith("%") and want.op != "<=" and 0 < len(places) < want.value:
        # Each unit bears witness to the visit at its own place only; the others may still tell of theirs.
        told = reasons.seen_at(len(places), want)
        return Verdict(Status.PARTIAL, Cause.SHORT, told, lines, 0.6, steps)
    if _late(claim_or_letter, due):
        return Verdict(Status.PARTIAL, Cause.SHORT, f"{reason[:-1]}, sau {reasons.due_words(due)}.", lines, 0.7, steps)
    return Verdict(Status.MET, Cause.NONE, reason, lines, round(min(0.9, 0.5 + 0.4 * score), 2), steps)


def witnessed(bench: Bench, requirement: Requirement, unit: str, own: Verdict) -> Verdict:
    """Return what other units' papers tell of a duty of which the unit itself says nothing."""
    found = []
    for name, told in bench.told_of(unit):
        if name != unit:
            found += [(item, name) for item in bench.ranked(requirement, unit, told)]
    if not found:
        return own
    found.sort(key=lambda pair: (-pair[0].score, pair[0].claim.file, pair[0].claim.commitment.span.start))
    due = bench.due(requirement, unit)
    results = [(measure(requirement, item.claim, due), item, name) for item, name in found]
    best = next((result for result in results if result[0].fits), results[0])
    lines = evidence.of_claims(item for _, item, _ in results)
    steps = (*own.steps, f"Tìm trong văn bản của các đơn vị khác: “{best[1].claim.text[:160]}” ({best[2]}).")
    if best[0].fits:
        reason = reasons.testified(best[2], _said(best[1].claim))
        return Verdict(Status.MET, Cause.NONE, reason, lines, 0.65, steps)
    reason = reasons.short(requirement, best[0], due, bench.as_of)
    return Verdict(Status.PARTIAL, Cause.SHORT, reason, lines, 0.6, steps)


_ASIDE = re.compile(r"\bdo\b[^;]{3,100}\b(?:thành lập|ban hành|phê duyệt|cử|chỉ định)\b[^;]{0,20}\bđã\b")
Found = tuple[float, Evidence, "Cited | Claim", str]


def _letters(bench: Bench, requirement: Requirement, office: str) -> Iterable[Found]:
    """Yield the letters from above that units cite about this duty: same kind of doing, dated in the campaign."""
    topic = bench.matcher.topic(requirement)
    for name, file in bench.witnesses():
        if name == office:
            continue
        for cited, place in file.letters:
            text = f"{cited.citation.subject or ''} {cited.citation.span.quote}"
            lead = set(acts(text)) & (topic.lead or set(acts(requirement.quote)))
            if not lead or not _LETTER.search(cited.citation.type or cited.citation.span.quote):
                continue
            if _before_plan(bench, cited) or _by_unit(bench, cited, office, name):
                continue
            yield 0.6 + 0.3 * len(lead), place, cited, name


def _before_plan(bench: Bench, cited: Cited) -> bool:
    first = bench.plan.issued.start if bench.plan.issued else None
    return bool(first and cited.citation.issued and cited.citation.issued < first)


def _by_unit(bench: Bench, cited: Cited, office: str, sender: str) -> bool:
    """Return whether the letter comes from a unit of the register: that is no word of the office."""
    issuer = fold(cited.citation.issuer or "")
    for unit in bench.register.units:
        if unit.name == office or not issuer:
            continue
        if any(fold(form) in issuer for form in (unit.name, *unit.aliases) if len(form) > 5):
            return True
    return issuer in {"phòng", "đơn vị", "chi cục", "trung tâm"} or fold(sender) == issuer


def _visits(bench: Bench, requirement: Requirement, office: str) -> Iterable[Found]:
    """Yield the sentences of other units that tell what the office, or its team, did there."""
    topic = bench.matcher.topic(requirement)
    for name, file in bench.witnesses():
        if name == office:
            continue
        for claim in file.visits:
            score = bench.matcher.score(topic, claim.text, claim.context)
            same = not topic.lead or bool(topic.lead & set(acts(claim.text)))
            if score >= (_VISIT if same else NEAR):
                yield score, evidence.of_claim(claim), claim, name


def _late(item: Cited | Claim, due: Due) -> bool:
    if due.last is None:
        return False
    if isinstance(item, Cited):
        return bool(item.citation.issued and item.citation.issued > due.last)
    when = item.commitment.deadline
    if _ASIDE.search(fold(item.text)):
        return False  # the day is that of the visit, not of the deed told by the way
    return bool(when and when.start and when.start > due.last)


def _said(item: Cited | Claim) -> str:
    if isinstance(item, Cited):
        what = " ".join(item.citation.span.quote.split())
        return f"dẫn {what}" if len(what) <= 160 else f"dẫn {what[:157]}…"
    when = item.commitment.deadline
    day = f" ({day_words(when.start)})" if when and when.start and when.start == when.end else ""
    return f"nêu việc này đã được thực hiện{day}"
