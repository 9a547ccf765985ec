"""What must go with the main thing: praise beside a closing review, every channel that the duty names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checks import evidence, reasons
from checks.finding import Evidence
from checks.judge_bench import Bench
from checks.judge_dossier import Dossier, Ranked
from checks.kinds_measure import vague
from checks.match import channels
from checks.match_terms import acts, terms, things
from checks.requirement import Kind, Requirement
from extractors.facts import DocumentKind, Modality
from extractors.vietnamese import fold, lexicon

_PRAISE = "làm:biểu dương"


@dataclass(frozen=True)
class Lack:
    """What is not told, in words, and the sentence that comes nearest to it."""

    reason: str
    evidence: tuple[Evidence, ...] = ()


def lacking(bench: Bench, requirement: Requirement, file: Dossier, done: Sequence[Ranked]) -> Lack | None:
    """Return what the duty names beside its main thing and no claim of fulfilment tells, or None."""
    if requirement.kind is Kind.PUBLISH:
        lack = _channel(requirement, file, done)
        if lack is not None:
            return lack
    for side in sorted(bench.matcher.topic(requirement).besides):
        if not _told(file, side):
            return Lack(reasons.side_missing(_wording(requirement, side)), _near(file, side))
    return None


def _told(file: Dossier, side: str) -> bool:
    """Return whether a report tells of it with something that can be pointed at; naming those praised is praise."""
    if side == _PRAISE and any(item.kind is not DocumentKind.PLAN and not item.exemplar.planned for item in file.shown):
        return True
    return any(
        side in acts(claim.text) and claim.modality is Modality.DONE and not claim.from_plan and not vague(claim)
        for claim in file.claims
    )


def _near(file: Dossier, side: str) -> tuple[Evidence, ...]:
    """Return the sentences that come nearest: promises and general words about it."""
    near = [claim for claim in file.claims if not claim.from_plan and side in acts(claim.text)]
    return tuple(evidence.of_claim(claim) for claim in near[:1])


def _wording(requirement: Requirement, side: str) -> str:
    """Return the duty's own words for a side: the group's phrases that stand in its quote."""
    low = fold(requirement.quote)
    group = next((line for line in lexicon("match_acts", "checks") if line.split(" | ")[0] == side[4:]), side[4:])
    found = sorted((phrase for phrase in group.split(" | ") if phrase in low), key=low.find)
    # "khen" stands in "khen thưởng": the longer phrase says it already.
    whole = [phrase for phrase in found if not any(phrase != other and phrase in other for other in found)]
    return ", ".join(whole) or side[4:]


def _channel(requirement: Requirement, file: Dossier, done: Sequence[Ranked]) -> Lack | None:
    """Return the first channel that the duty names and no claim does; one that names none may mean any single one."""
    wanted = [name for name in things(requirement.quote) if name in channels()]
    if not wanted or " hoặc " in fold(requirement.quote):
        return None
    used = {term for item in done for term in terms(f"{item.claim.text}\n{item.claim.context}")} & channels()
    open_ones = [name for name in wanted if name not in used]
    if not open_ones or (len(wanted) == 1 and not used):
        return None
    if not used and len(open_ones) == len(wanted) and not _promised(file, open_ones):
        return None
    near = _promised(file, open_ones) or open_ones
    return Lack(reasons.channel_missing(near[0][4:]))


def _promised(file: Dossier, names: Sequence[str]) -> list[str]:
    """Return those channels that a report names for later only."""
    later = [claim for claim in file.claims if not claim.from_plan and claim.modality is not Modality.DONE]
    return [name for name in names if any(name in terms(claim.text) for claim in later)]
