"""Whether a report is on this campaign at all, and whether it may be the one that a duty waits for by its day.

A unit reports to the same office on many matters: its weekly report on an epidemic, in the same days and of the same
kind, is not the report that the plan asks for; nor is the report on the whole year the one that was due in April.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from checks.judge_bench import Bench
from checks.likeness import same_number
from checks.match_terms import terms
from checks.requirement import Kind, Requirement
from checks.submission import Submission
from extractors.facts import DocumentKind
from extractors.vietnamese import fold

_LINKED = 60  # characters between two duties of one sentence: "rà soát …, báo cáo …"
_NAMES = 1.0  # weight from which a term names a matter: a pair of syllables, a known thing or doing
_LEAST = 2.0  # weight of the names that a subject holds at least before it can be on another matter
_SHARED = 0.2  # share of them that the plan may hold by chance
_HALF = 0.5  # share below which a subject without a word of the plan's title is looked into
_SPEAKS = 0.5  # share of a duty's topic from which a clause of such a paper speaks of the duty
_MENTIONS = 2  # passages that speak of the theme from which a report is on it, whatever its subject says
_NUMBER = re.compile(r"\bsố \d")  # a subject that names a document by number may mean the plan
_YEAR = re.compile(r"\bnăm \d{4}\b(?!\s*[-–]\s*\d{4})")
_YEAR_END = frozenset({11, 12, 1})  # months in which reports on a whole year are written
_LONG_PAST = timedelta(days=90)


def other_matter(bench: Bench, item: Submission) -> bool:
    """Return whether the subject of a report names a matter of which neither plan nor duties speak.

    A paper that cites the plan, or comes back to its theme in the text, is on the campaign whatever its subject says.
    """
    facts = item.facts
    if facts is None or facts.letterhead.kind is not DocumentKind.REPORT or not facts.letterhead.subject:
        return False
    head = facts.letterhead
    if any(same_number(cited.number, bench.plan.number) for cited in head.citations):
        return False
    low = fold(facts.letterhead.subject)
    own = {term: weight for term, weight in terms(_without_bodies(bench, low)).items() if weight >= _NAMES}
    if sum(own.values()) < _LEAST:
        return False
    shared = sum(weight for term, weight in own.items() if term in bench.matcher.known) / sum(own.values())
    if shared > _HALF or (shared > _SHARED and (own.keys() & bench.matcher.theme or _NUMBER.search(low))):
        return False
    return _mentions(bench, item) < _MENTIONS and (shared <= _SHARED or _speaks_of_duties(bench, item) < _MENTIONS)


def _speaks_of_duties(bench: Bench, item: Submission) -> int:
    """Return how many clauses of a paper speak of something that the plan asks its unit to do."""
    unit = item.unit or ""
    duties = [duty for duty in bench.plan.requirements if duty.kind is not Kind.SUBMIT and unit in duty.units]
    claims = (claim for claim in bench.dossier(unit).claims if claim.file == item.key)
    return sum(any(bench.score(duty, claim) >= _SPEAKS for duty in duties) for claim in claims)


def _without_bodies(bench: Bench, low: str) -> str:
    """Return a subject without the names of units: "tình hình hoạt động của Phòng Y tế" names no matter."""
    for mention in sorted(bench.names.find(low, 0, len(low)), key=lambda one: -one.start):
        low = f"{low[: mention.start]} ; {low[mention.end :]}"
    return low


def _mentions(bench: Bench, item: Submission) -> int:
    """Return how many passages of a paper speak of all that the plan's title names."""
    theme = {term for term, weight in terms(bench.plan.title).items() if weight >= _NAMES}
    if not theme or item.document is None:
        return 0
    text = item.document.text
    passages = (text[block.start : block.end] for block in item.document.blocks)
    return sum(theme <= terms(passage).keys() for passage in passages)


def of_the_year(item: Submission, last_day: date | None) -> bool:
    """Return whether a paper is the report on a whole year, written months after `last_day`: no late answer to it."""
    head = item.facts.letterhead if item.facts else None
    if head is None or last_day is None or head.issued is None or head.issued.month not in _YEAR_END:
        return False
    return head.issued - last_day > _LONG_PAST and _YEAR.search(fold(head.subject or "")) is not None


def asked(bench: Bench, requirement: Requirement, unit: str) -> str:
    """Return the duty with the one that opens its sentence: "rà soát hệ thống điện" goes before "gửi kết quả"."""
    for other in bench.plan.requirements:
        gap = requirement.span.start - other.span.end
        if 0 <= gap <= _LINKED and unit in other.units and requirement.section == other.section:
            return f"{other.quote} {requirement.quote}"
    return requirement.quote
