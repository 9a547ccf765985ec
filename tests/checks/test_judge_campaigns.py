"""Whole small campaigns of other sectors, from text to finding: expectations were written before the first run.

First runs: health and administrative reform .74 of the statuses and 24 of 31 gaps, schools, party cells and farming .85
and 26 of 28, environment .89 and 13 of 13; most of the rest were duties that the compiler had not yet found.
"""

from __future__ import annotations

from functools import cache

import pytest

from checks.finding import Finding
from flows.assess import Assessment
from tests.checks.mini_campaigns import NAMES, Expected, expected, find, load

GAPS = {"missing", "partial", "late"}


@cache
def assessed(name: str) -> Assessment:
    return load(name)


def rows(name: str) -> list[tuple[Expected, Finding]]:
    """The lines of expected.txt whose duty the compiler found, each with its finding."""
    found = assessed(name)
    pairs = [(line, find(found.findings, found.plan, line)) for line in expected(name)]
    return [(line, finding) for line, finding in pairs if finding is not None]


@pytest.mark.parametrize("name", NAMES)
def test_nearly_all_duties_are_there_to_be_judged(name: str) -> None:
    assert len(rows(name)) >= 0.75 * len(expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_statuses(name: str) -> None:
    pairs = rows(name)
    wrong = [(line, f.status.value, f.reason) for line, f in pairs if f.status != line.status]
    assert len(wrong) <= 0.05 * len(pairs), wrong


@pytest.mark.parametrize("name", NAMES)
def test_gaps_are_gaps(name: str) -> None:
    missed = [(line, f.status.value) for line, f in rows(name) if line.status in GAPS and f.status not in GAPS]
    assert missed == []


@pytest.mark.parametrize("name", NAMES)
def test_evidence_holds_the_words_that_decide(name: str) -> None:
    wrong = [
        (line, [one.span.quote for one in f.evidence])
        for line, f in rows(name)
        if f.status == line.status and line.evidence and not any(line.evidence in one.span.quote for one in f.evidence)
    ]
    assert len(wrong) <= 1, wrong
