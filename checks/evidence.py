"""The sentences that a clerk would quote for a finding: best first, at most three, no place twice."""

from __future__ import annotations

from collections.abc import Iterable

from checks.finding import Evidence
from checks.judge_dossier import Cited, Claim, Dossier, Ranked, Shown
from checks.submission import Submission

MOST = 3
_LINK = 60  # characters between a letter's number and its subject: "của Sở về việc"


def distinct(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the first three places, leaving out those that lie in or around one already taken."""
    taken: list[Evidence] = []
    for item in items:
        if any(item.span.covers(other.span) or other.span.covers(item.span) for other in taken):
            continue
        taken.append(item)
        if len(taken) == MOST:
            break
    return tuple(taken)


def of_claims(ranked: Iterable[Ranked]) -> tuple[Evidence, ...]:
    """Return the clauses as evidence, in the order given; a row of a table with the cell that tells its result."""
    return distinct(line for item in ranked for line in _lines(item.claim))


def _lines(claim: Claim) -> Iterable[Evidence]:
    yield of_claim(claim)
    if claim.result is not None:
        yield Evidence(claim.file, claim.result)


def of_claim(claim: Claim) -> Evidence:
    """Return one clause as evidence, in its whole sentence where that is short."""
    return Evidence(claim.file, claim.sentence or claim.commitment.span)


def of_paper(item: Submission) -> tuple[Evidence, ...]:
    """Return the lines by which a paper is known: its subject, its number, else its kind."""
    if item.facts is None:
        return ()
    spans = item.facts.letterhead.spans
    wanted = [spans[name] for name in ("subject", "number") if name in spans] or [
        spans[name] for name in ("kind", "issuer") if name in spans
    ]
    return distinct(Evidence(item.key, span) for span in wanted)


def of_letter(cited: Cited, dossier: Dossier) -> Evidence:
    """Return the place that names a letter, with its subject where that follows at once."""
    citation, span = cited.citation, cited.citation.span
    document = next((item.document for item in dossier.current if item.key == cited.file), None)
    if document is None or not citation.subject:
        return Evidence(cited.file, span)
    near = document.text.find(citation.subject, span.end, span.end + len(citation.subject) + _LINK)
    return Evidence(cited.file, document.span(span.start, near + len(citation.subject)) if near >= 0 else span)


def of_shown(shown: Shown, dossier: Dossier) -> Evidence:
    """Return the clause that presents an exemplar, else the sentence or row around it."""
    span = shown.exemplar.span
    for claim in dossier.claims:
        if claim.file == shown.file and claim.commitment.span.covers(span):
            return of_claim(claim)
    return Evidence(shown.file, shown.exemplar.context)
