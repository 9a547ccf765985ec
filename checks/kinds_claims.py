"""HOLD, REACH, PUBLISH, ACT: what the unit claims, gated by status first, then by number, day and completeness.

Similarity has only fetched the sentences; it never decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks import evidence, reasons
from checks.deadlines import Due
from checks.finding import Cause, Status
from checks.judge_bench import NEAR, Bench
from checks.judge_dossier import Dossier, Ranked
from checks.judge_verdict import Verdict
from checks.kinds_heard import Heard, limited, put_off, wants_gone
from checks.kinds_measure import Measure, concreteness, measure, vague
from checks.kinds_sides import Lack, lacking
from checks.kinds_unread import nothing_read
from checks.match_terms import acts
from checks.requirement import Requirement, ShownBy
from extractors.facts import DocumentKind, Modality
from extractors.vietnamese import fold, words

_WITHOUT_NUMBER = 0.55  # share of the topic from which a sentence speaks of a counted duty though it tells no number
_OPENING, _RUN = 22, 5  # words of a duty that may be echoed, and how many in a row make an echo
_ASSIGNS = re.compile(r"(?:phân công|chỉ định|(?:cử|bố trí|giao)\b.*\b(?:đầu mối|phụ trách|theo dõi|chuyên trách))")
_IN_CHARGE = re.compile(
    r"(?:phân công|chỉ định|giao|cử)\s+(?:đồng chí|đ/c|ông|bà|\d+ (?:cán bộ|công chức|viên chức|đồng chí))\b"
    r".*\b(?:đầu mối|phụ trách|theo dõi|tổng hợp)\b"
)
_GROWN = 0.3  # how much farther from the words of the duty a later result may be that overtakes an earlier one
_OUTWEIGHS = 0.15  # a denial this much nearer to the duty than any claim of fulfilment stands against it


def claimed(bench: Bench, requirement: Requirement, unit: str) -> Verdict:
    """Return what the unit's own sentences show of a duty that a claim can answer."""
    file, due = bench.dossier(unit), bench.due(requirement, unit)
    ranked = bench.ranked(requirement, unit, file.claims)
    heard = Heard.of([*ranked, *_assigned(requirement, file, ranked)], requirement.quote, requirement.action)
    steps = tuple(_told(item) for item in _nearest(heard))
    return _decide(bench, requirement, file, due, heard).after(*steps)


def _assigned(requirement: Requirement, file: Dossier, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return who was put in charge, for a duty to put somebody in charge: a name and a post, none of its words."""
    if not _ASSIGNS.match(fold(requirement.action)):
        return []
    known = {id(item.claim) for item in ranked}
    return [Ranked(NEAR, c) for c in file.claims if id(c) not in known and _IN_CHARGE.search(fold(c.text))]


def _decide(bench: Bench, requirement: Requirement, file: Dossier, due: Due, heard: Heard) -> Verdict:
    done = _done(bench, requirement, file, due, heard)
    if done and not (done.status is Status.PARTIAL and heard.denied and _outweighs(heard)):
        return done
    figures = all(item.claim.row for item in heard.partly)
    if heard.partly and figures and requirement.quantity is None and not wants_gone(requirement.action):
        # A row of figures falls short of the unit's own goal; the duty sets none.
        return Verdict(Status.MET, Cause.NONE, reasons.reported(), evidence.of_claims(heard.partly), 0.7)
    if heard.partly:
        return _partial(Cause.SHORT, reasons.partly(), heard.partly)
    if heard.denied and due.ahead(bench.as_of) and (heard.promised or put_off(heard.denied[0].claim)):
        lines = evidence.of_claims((*heard.denied, *heard.promised, *heard.planned))
        return Verdict(Status.NOT_DUE, Cause.NONE, reasons.denied_waits(due), lines, _sure(heard.denied))
    beside = _beside(heard)
    if beside or (heard.denied and limited(heard.denied[0].claim)):
        return _partial(Cause.SHORT, reasons.partly(), (heard.denied[0], *beside))
    if heard.denied:
        return Verdict(
            Status.MISSING, Cause.DENIED, reasons.denied(), evidence.of_claims(heard.denied), _sure(heard.denied)
        )
    if heard.started:
        return _partial(Cause.SHORT, reasons.started(), (*heard.started, *heard.planned))
    if requirement.shown_by is ShownBy.EITHER and heard.planned:
        return provided(heard.planned)
    verdict = _not_done(bench, file, due, heard)
    if verdict.cause is Cause.ABSENT and requirement.shown_by is ShownBy.EITHER:
        return _echo(requirement, file) or verdict
    return verdict


def _done(bench: Bench, requirement: Requirement, file: Dossier, due: Due, heard: Heard) -> Verdict | None:
    # A result short of the unit's own goal may still be what the duty asks for: its number decides.
    numbers = heard.partly if requirement.quantity else ()
    told = sorted((*heard.done, *numbers), key=lambda item: -item.score)
    if not told or (heard.denied and _outweighs(heard)):
        return None
    concrete = [item for item in told if not vague(item.claim)]
    if not concrete:
        if requirement.shown_by is ShownBy.EITHER and any(not vague(item.claim) for item in heard.planned):
            return provided(heard.planned)
        return _partial(Cause.VAGUE, reasons.general(from_plan=False), told)
    pairs = [(measure(requirement, item.claim, due), item) for item in concrete]
    pairs = [(found, item) for found, item in pairs if found.stated or _near_enough(found, item)]
    if not pairs:
        return None
    measured = sorted(
        pairs,
        key=lambda pair: (not pair[0].stated, -round(pair[1].score, 1), not pair[0].fits, -concreteness(pair[1].claim)),
    )
    found, best = _overtaken(measured)
    if found.fits:
        lack = lacking(bench, requirement, file, heard.done)
        if lack is not None:
            return _lacking(lack, [item for _, item in measured], heard)
        lines = evidence.of_claims([item for result, item in measured if result.fits])
        return Verdict(Status.MET, Cause.NONE, reasons.done(requirement, found), lines, _sure([best]))
    lines = evidence.of_claims([best, *heard.planned])
    reason = reasons.short(requirement, found, due, bench.as_of)
    return Verdict(Status.PARTIAL, Cause.SHORT, reason, lines, _sure([best]))


def _overtaken(measured: Sequence[tuple[Measure, Ranked]]) -> tuple[Measure, Ranked]:
    """Return the best claim, or the one of a later paper that reaches the number: results grow from half to year."""
    found, best = measured[0]
    then = best.claim.issued
    if found.fits or not found.stated or then is None:
        return found, best
    later = (
        pair
        for pair in measured[1:]
        if pair[0].fits and pair[0].stated and pair[1].claim.issued and pair[1].claim.issued > then
    )
    return next((pair for pair in later if pair[1].score >= best.score - _GROWN), (found, best))


def _near_enough(found: Measure, item: Ranked) -> bool:
    """Return whether a claim without a number may stand: it needs none, or speaks of little else than the duty."""
    if item.claim.modality is Modality.PARTLY:
        return False
    return found.enough or item.score >= _WITHOUT_NUMBER


def _lacking(lack: Lack, done: Sequence[Ranked], heard: Heard) -> Verdict:
    # The deed first: a report quotes the first sentence, and what is lacking is told by the reason.
    best = [evidence.of_claim(item.claim) for item in done[:1]]
    rest = (evidence.of_claim(item.claim) for item in (*heard.promised[:1], *done[1:]))
    lines = [*best, *lack.evidence, *rest]
    return Verdict(Status.PARTIAL, Cause.SHORT, lack.reason, evidence.distinct(lines), 0.7)


def provided(planned: Sequence[Ranked]) -> Verdict:
    """Return the verdict on a duty that the unit's plan may meet: met by something that can be pointed at."""
    concrete = [item for item in planned if not vague(item.claim)]
    if concrete:
        return Verdict(Status.MET, Cause.NONE, reasons.provided(), evidence.of_claims(concrete), _sure(concrete))
    return _partial(Cause.VAGUE, reasons.general(from_plan=True), planned)


def _echo(requirement: Requirement, file: Dossier) -> Verdict | None:
    """Return the verdict on a plan that only repeats the duty's opening words: said, and nothing of the unit's own."""
    opening = words(requirement.quote)[:_OPENING]
    runs = {tuple(opening[i : i + _RUN]) for i in range(len(opening) - _RUN + 1)}
    for claim in file.claims:
        own = words(claim.text)
        if claim.from_plan and any(tuple(own[i : i + _RUN]) in runs for i in range(len(own) - _RUN + 1)):
            return Verdict(
                Status.PARTIAL, Cause.VAGUE, reasons.general(from_plan=True), (evidence.of_claim(claim),), 0.55
            )
    return None


def _not_done(bench: Bench, file: Dossier, due: Due, heard: Heard) -> Verdict:
    ahead = due.ahead(bench.as_of)
    intended = (*heard.promised, *heard.planned)
    if ahead:
        reason = reasons.promised_waits(due) if intended else reasons.waits(due)
        return Verdict(Status.NOT_DUE, Cause.NONE, reason, evidence.of_claims(intended), 0.9)
    if heard.promised:
        reason = reasons.promised_only(due, from_plan=False)
        return Verdict(Status.MISSING, Cause.PROMISED, reason, evidence.of_claims(intended), _sure(heard.promised))
    if heard.restated:
        lines = evidence.of_claims(heard.restated)
        if all(item.claim.from_plan for item in heard.restated):
            return Verdict(Status.PARTIAL, Cause.VAGUE, reasons.restated_plan(), lines, 0.6)
        return Verdict(Status.MISSING, Cause.RESTATED, reasons.restated(), lines, 0.8)
    if heard.planned:
        reason = reasons.promised_only(due, from_plan=True)
        return Verdict(Status.MISSING, Cause.PROMISED, reason, evidence.of_claims(heard.planned), 0.8)
    return absent(file, due)


def absent(file: Dossier, due: Due, kind: DocumentKind | None = None) -> Verdict:
    """Return: no sentence shows it, told apart by whether anything of the unit could be read."""
    if not file.current and file.broken:
        return nothing_read(file.broken, 0.9)
    where = "kế hoạch" if kind is DocumentKind.PLAN else "văn bản đã nhận"
    reason = reasons.nothing(due, bool(file.current), where)
    return Verdict(Status.MISSING, Cause.ABSENT, reason, confidence=0.75 if file.current else 0.95)


def _partial(cause: Cause, reason: str, ranked: Sequence[Ranked]) -> Verdict:
    return Verdict(Status.PARTIAL, cause, reason, evidence.of_claims(ranked), _sure(ranked))


def _outweighs(heard: Heard) -> bool:
    told = (*heard.done, *heard.partly)
    return heard.denied[0].score > max(item.score for item in told) + _OUTWEIGHS if told else True


def _beside(heard: Heard) -> list[Ranked]:
    """Return what one sentence says was done beside what it denies, of the same doing."""
    if not heard.denied:
        return []
    denied = heard.denied[0].claim
    return [
        item
        for item in heard.done
        if (item.claim.file, item.claim.context) == (denied.file, denied.context)
        and not vague(item.claim)
        and set(acts(item.claim.text)) & set(acts(denied.text))
    ]


def _sure(ranked: Sequence[Ranked]) -> float:
    """Return how far the finding can be trusted: by how much of the duty's topic its best sentence speaks of."""
    return round(min(0.95, 0.5 + 0.45 * max(item.score for item in ranked)), 2)


_SAYS = {
    Modality.DONE: "nói đã làm",
    Modality.PARTLY: "nói làm được một phần",
    Modality.DENIED: "nói chưa làm",
    Modality.IN_PROGRESS: "nói đang làm",
    Modality.RESTATED: "chép câu của kế hoạch",
}


def _nearest(heard: Heard) -> list[Ranked]:
    lists = (heard.done, heard.partly, heard.denied, heard.started, heard.promised, heard.planned, heard.restated)
    return sorted((item for items in lists for item in items[:2]), key=lambda item: -item.score)[:4]


def _told(item: Ranked) -> str:
    says = _SAYS.get(item.claim.modality, "nói sẽ làm")
    return (
        f"Câu gần yêu cầu ({item.score:.2f}".replace(".", ",")
        + f", {says}): “{item.claim.text[:160]}” [{item.claim.file}]."
    )
