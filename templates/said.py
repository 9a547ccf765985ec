"""What units' reports say of themselves: shortcomings, proposals; quoted, alike ones together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checks.finding import Evidence
from checks.submission import Submission
from checks.units import Register
from extractors.facts import DocumentKind
from extractors.segment import Section
from extractors.vietnamese import fold
from templates.duties import Line
from templates.phrases import key, listing, quoted
from templates.sources import Sources

_NOTHING = re.compile(r"^(?:không(?: có)?(?: kiến nghị| đề xuất| ý kiến)?[ ,.;]*(?:đề xuất|gì)?|nil)$")
_INTRODUCES = re.compile(r":\s*$")
MOST_OF_A_UNIT = 4
SHORTEST = 25  # a heading or a scrap says nothing on its own


def shortcomings(submissions: Sequence[Submission], register: Register, sources: Sources) -> tuple[Line, ...]:
    """Return what reports call their own shortcomings and causes, by unit."""
    return _sentences(submissions, register, sources, Section.SHORTCOMING)


def confessions(submissions: Sequence[Submission], register: Register) -> frozenset[tuple[str, str]]:
    """Return unit and sentence (as `key` makes it) of all that units call their own shortcomings."""
    names = {unit.name for unit in register.units}
    found = set()
    for item in submissions:
        if item.unit not in names or not item.current or item.facts is None or item.document is None:
            continue
        if item.facts.letterhead.kind is DocumentKind.REPORT:
            spans = item.facts.told_whole[Section.SHORTCOMING][:MOST_OF_A_UNIT]
            found |= {(item.unit, key(quoted(item.document.span(*span).quote))) for span in spans}
    return frozenset(found)


def outlook(submissions: Sequence[Submission], register: Register, sources: Sources) -> tuple[Line, ...]:
    """Return what reports propose to their superiors; "không có kiến nghị" is left out."""
    return _sentences(submissions, register, sources, Section.PROPOSAL)


def _sentences(
    submissions: Sequence[Submission], register: Register, sources: Sources, section: Section
) -> tuple[Line, ...]:
    alike: dict[str, tuple[str, list[str], list[str]]] = {}
    for unit in register.units:
        for item in sources.files.of(unit.name):
            if not item.current or item.facts is None or item.document is None:
                continue
            if item.facts.letterhead.kind is not DocumentKind.REPORT:
                continue
            for start, end in item.facts.told_whole[section][:MOST_OF_A_UNIT]:
                span = item.document.span(start, end)
                text = quoted(span.quote)
                if len(text) < SHORTEST or _NOTHING.match(fold(text)) or _INTRODUCES.search(span.quote):
                    continue
                entry = alike.setdefault(key(text), (text, [], []))
                entry[1].append(unit.name)
                entry[2].append(sources.quote(Evidence(item.key, span)))
    return tuple(Line(listing(units), text, tuple(marks)) for text, units, marks in alike.values())
