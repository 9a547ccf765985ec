"""Every number and every unit's name in the reports of all sample campaigns, followed to its source and recounted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from templates.content import Report, sentences
from templates.context import report
from templates.guard import faults
from templates.naming import duty_title
from templates.office import office_facts
from templates.phrases import clean
from templates.sources import Said
from tests.templates import gold

NAMES = sorted(path.parent.name for path in gold.CAMPAIGNS.glob("*/campaign.yaml"))
# What a sentence takes over from the plan: the duty with its clause and deadline, document numbers, days.
_TAKEN = re.compile(
    r"\((?:mục|yêu cầu|thời hạn)[^()]*(?:\([^()]*\)[^()]*)*\)|“[^”]*”|\d+/[A-ZĐ][\w-]*|ngày \d[\d/]*|\d+/\d+/\d{4}"
    r"|(?:tháng|quý|năm) [IVX\d/]+|6 tháng (?:đầu|cuối) năm(?: \d+)?"
)
_NUMBER = re.compile(r"(?<![\d.,/])(\d+)(?:/(\d+))?(?![\d.,]*\d)")


@cache
def told(name: str) -> tuple[gold.Case, Report]:
    case = gold.case(name)
    office = office_facts(case.plan, case.plan_facts.letterhead, case.register, ())
    content = report(case.plan, case.submissions, case.findings, case.register, office, case.as_of, sources=True)
    return case, content


def fates(members: tuple[str, ...]) -> set[int]:
    """Every number that a list of units gives: how many there are, how many share a fate, and sums of fates."""
    counts = Counter(m.rsplit(": ", 1)[-1].removesuffix(" (chưa kết luận)") for m in members if ": " in m)
    people = [re.search(r"\(([^()]*)\)$", member) for member in members]
    told = [found[1].split("; ") for found in people if found]
    units = {row[1] for row in told if len(row) > 1}
    kinds = Counter(part for row in told for part in (row[0], *row[2:]))
    sums = {0, len(units), *kinds.values()}
    for number in counts.values():
        sums |= {total + number for total in sums}
    return {len(members), *sums}


def untraced(case: gold.Case, content: Report, text: str, marks: tuple[str, ...], quoted: bool) -> list[str]:
    """What of a sentence its marks do not prove: numbers that no list under them gives, names that none holds."""
    counts = [row for row in content.counts if row.mark in marks]
    quotes = [row for row in content.quotes if row.mark in marks]
    if quoted:
        who, _, words = text.partition(": ")
        sources = " ".join(row.quote for row in quotes)
        shown = clean(words).rstrip("…. ").casefold()
        return [] if shown and shown in clean(sources).casefold() else [f"{who}: {words}"]
    for item in case.plan.requirements:
        text = text.replace(clean(item.quote), "").replace(duty_title(item), "")
    said = _TAKEN.sub(" ", text.split("): ", 1)[-1] if "Kế hoạch)" in text else text)
    proven = {0} | {number for row in counts for number in fates(row.members)}
    known = {unit.name for unit in case.register.units}
    for number, listed in re.findall(r"(\d+) [^()\d]+\(([^()]*)\)", said):  # a group of units, named in brackets
        names = [part.removesuffix(" [chưa kết luận]") for part in listed.removesuffix("; chưa kết luận").split("; ")]
        if set(names) <= known and len(names) == int(number):
            proven.add(int(number))
    bad = [m.group(0) for m in _NUMBER.finditer(said) if not {int(g) for g in m.groups() if g} <= proven]
    held = " ".join(member for row in counts for member in row.members)
    units = [unit.name for unit in case.register.others()]
    named = [
        unit
        for unit in units
        if unit in said and not any(unit in other and other in said for other in units if other != unit)
    ]
    return [*bad, *(unit for unit in named if unit not in held)]


@pytest.mark.parametrize("name", NAMES)
def test_every_number_and_name_of_the_report_is_proven_by_what_its_marks_list(name: str) -> None:
    case, content = told(name)
    found = {
        text: bad for text, marks, quoted in sentences(content) if (bad := untraced(case, content, text, marks, quoted))
    }
    assert found == {}
    assert len(sentences(content)) > 10


@pytest.mark.parametrize("name", NAMES)
def test_what_the_lists_say_is_what_the_findings_say(name: str) -> None:
    case, content = told(name)
    by_duty = {item.id: [f for f in case.findings if f.requirement == item.id] for item in case.plan.requirements}
    recounted = 0
    for row in content.counts:
        ident = row.what.split(":", 1)[0]
        if ident not in by_duty or not all(": " in member for member in row.members):
            continue
        units = {member.split(": ", 1)[0] for member in row.members}
        assert units == {f.unit for f in by_duty[ident]}
        recounted += 1
    assert recounted > 5
    assert [
        fault for fault in faults(content, case.plan, case.submissions, case.findings, case.register) if fault.stops
    ] == []


def test_a_count_of_units_that_report_shows_each_of_them() -> None:
    """A sentence told once is not told again further down: then the unit is named beside the count."""
    seen = 0
    for duty in (point.told for name in NAMES for section in told(name)[1].sections for point in section.points):
        found = re.search(r"có (\d+)/\d+ [^()]* báo cáo kết quả(?: \((.*)\))?\.$", duty.lead.text)
        if found:
            seen += 1
            shown = found[2].split("; ") if found[2] else [who for line in duty.lines for who in line.who.split("; ")]
            assert len(set(shown)) == int(found[1])
    assert seen > 2


@pytest.mark.parametrize("name", NAMES)
def test_a_number_and_a_name_planted_anywhere_are_seen(name: str) -> None:
    case, content = told(name)
    first = next(row for row in content.reports_sent if row.marks)
    stranger = next(unit.name for unit in case.register.others())
    for planted in (f"{first.text} Có 97 đơn vị làm tốt.", f"Riêng {stranger} làm tốt."):
        wrong = replace(content, gaps=Said(planted, ()))
        assert untraced(case, wrong, planted, (), quoted=False)
        assert any(
            fault.code == "G02" for fault in faults(wrong, case.plan, case.submissions, case.findings, case.register)
        )
