"""Exemplars over the reports of several units: whoever two of them name stands once, namesakes stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.submission import Submission
from checks.units import Register, Unit
from extractors.facts import DocumentKind, Exemplar, ExemplarKind, Facts
from extractors.readers.builder import plain
from templates.people import exemplars
from templates.sources import Sources
from tests.templates import made

REGISTER = Register((Unit("Phòng Y tế", ("PYT",)), Unit("UBND xã Lộc Sơn", ("xã Lộc Sơn",))), "Phòng Y tế")
HEALTH, COMMUNE = (unit.name for unit in REGISTER.units)


def report(unit: str, name: str, affiliation: str | None, kind: ExemplarKind, deed: str | None) -> Submission:
    document = plain(f"{name} của {unit} được biểu dương.", made.sha(unit))
    span = document.span(0, len(name))
    whole = document.span(0, len(document.text))
    item = Exemplar(span, name, kind, None, None, affiliation, deed, None, False, whole)
    facts = Facts(made.letterhead(DocumentKind.REPORT), (), (), (), (item,))
    sample = made.submissions()[0]
    return replace(sample, key=f"{unit}.docx", sha256=document.sha256, document=document, facts=facts, unit=unit)


P, M = ExemplarKind.PERSON, ExemplarKind.MODEL
PAIRS = [
    (("Trần Thị Hoà", "xã Lộc Sơn", P), ("Trần Thị Hòa", "Trạm Y tế", P), 1, "the other unit's own, by its alias"),
    (("Trần Thị Hòa", "Trạm Y tế", P), ("Trần Thị Hòa", "trạm y tế", P), 1, "one body, written alike"),
    (("Trần Thị Hòa", None, P), ("Trần Thị Hòa", None, P), 2, "namesakes: each is its own unit's"),
    (("Trần Thị Hòa", "xã Lộc Sơn", P), ("Trần Thị Hoa", None, P), 2, "another name"),
    (("Nhà sạch", None, M), ("Nhà sạch", None, M), 2, "models of one name in two places"),
    (("Nhà sạch", "UBND xã Lộc Sơn", M), ("Nhà sạch", None, M), 1, "one model, told by the phòng and by the commune"),
]


@pytest.mark.parametrize(("first", "second", "rows", "why"), PAIRS, ids=[pair[3] for pair in PAIRS])
def test_two_units_name_one(
    first: tuple[str, str | None, ExemplarKind], second: tuple[str, str | None, ExemplarKind], rows: int, why: str
) -> None:
    papers = [report(HEALTH, *first, deed=None), report(COMMUNE, *second, deed="hiến 300 m2 đất làm đường")]
    found = exemplars(papers, REGISTER, Sources(papers))
    assert [row.order for row in found] == list(range(1, rows + 1)), why
    assert found[-1].deed == "Hiến 300 m2 đất làm đường"  # told by the second, kept where they are one
    assert sum(len(row.marks) for row in found) == 2  # every row keeps the sources of all who name it
