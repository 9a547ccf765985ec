"""Growth: ten times the text may take no more than twelve times the time. Processor seconds, the least of some runs.

The margins are wide (20 times where 10 is linear and 100 quadratic), so that a busy machine breaks nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from checks.judge import judge
from checks.plan import compile_plan
from checks.recognise import recognise
from checks.submission import Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.extract import extract
from extractors.grammars.commitments import find_commitments
from extractors.grammars.dates import find_dates
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain
from templates import people
from templates.sources import Sources

GOLD = Path(__file__).parents[1] / "campaigns"
_MOST = 20.0


@cache
def text_of(times: int) -> str:
    """A report of which the body stands `times` times: other lines would be other work."""
    source = max(GOLD.glob("*/gold/source_text/*"), key=lambda path: (path.stat().st_size, path.name))
    lines = source.read_text("utf-8").splitlines()
    third = len(lines) // 3
    return "\n".join([*lines[:third], *lines[third : 2 * third] * times, *lines[2 * third :]])


@cache
def document(times: int) -> Document:
    return plain(text_of(times))


def spent(run: Callable[[], object], times: int = 3) -> float:
    """Return the least processor time of some runs: what else the machine does only ever adds."""
    found = []
    for _ in range(times):
        began = time.process_time()
        run()
        found.append(time.process_time() - began)
    return min(found)


def segments(of: Document) -> object:
    return segment(of)


def letterhead(of: Document) -> object:
    return read_letterhead(of, segment(of))


def dates(of: Document) -> object:
    cut = segment(of)
    return find_dates(of, cut, read_letterhead(of, cut))


def commitments(of: Document) -> object:
    cut = segment(of)
    return find_commitments(of, cut, read_letterhead(of, cut), ())


def exemplars(of: Document) -> object:
    cut = segment(of)
    return find_exemplars(of, cut, read_letterhead(of, cut), ())


@pytest.mark.parametrize("grammar", [segments, letterhead, dates, commitments, exemplars])
def test_grammars_are_linear_in_the_text(grammar: Callable[[Document], object]) -> None:
    few, many = document(4), document(40)
    ratio = len(many.text) / len(few.text)
    grammar(few)
    assert spent(lambda: grammar(many)) <= _MOST / 10 * ratio * spent(lambda: grammar(few))


def register_of(units: int) -> Register:
    names = [f"Phòng Nghiệp vụ {chr(65 + n // 26)}{chr(65 + n % 26)} số {n}" for n in range(units)]
    return Register((Unit("Văn phòng"), *(Unit(name) for name in names)), "Văn phòng")


def campaign_of(units: int) -> Callable[[], object]:
    """Return the judging of a campaign in which each of so many units sends one paper."""
    register = register_of(units)
    plan_text = (
        "KẾ HOẠCH\nTổ chức thực hiện\n1. Các phòng tổ chức ít nhất 02 buổi tập huấn trước ngày 30/6/2031.\n"
        "2. Các phòng rà soát 100% hồ sơ và gửi báo cáo về Văn phòng trước ngày 15/12/2031."
    )
    plan_document = plain(plan_text)
    plan_facts = extract(plan_document)
    plan = compile_plan(plan_document, plan_facts, register)
    paper = plain("BÁO CÁO\nĐơn vị đã tổ chức 02 buổi tập huấn trong tháng 5/2031.\nĐã rà soát 100% hồ sơ.")
    facts = extract(paper)
    sent = [
        Submission(f"{n:04d}.docx", paper.sha256, None, paper, facts, unit=unit.name)
        for n, unit in enumerate(register.others())
    ]

    def run() -> None:
        for item in sent:
            recognise(item.key, facts.letterhead, paper, register)
        judge(plan, sent, register, date(2031, 12, 20))

    return run


def test_judging_is_linear_in_units_with_their_papers() -> None:
    few, many = campaign_of(20), campaign_of(200)
    few()
    many()  # the index of names is built once a register
    assert spent(many, 2) <= _MOST * spent(few)


def list_of(units: int) -> Callable[[], object]:
    """Return the listing of exemplars of a campaign in which each of so many units praises ten people of its own."""
    register = register_of(units)
    names = " ".join(f"Đồng chí Trần Văn {chr(65 + n)}nh được tặng Giấy khen." for n in range(10))
    paper = plain(f"BÁO CÁO\nKết quả phong trào thi đua\n{names}")
    facts = extract(paper)
    assert len(facts.exemplars) == 10
    sent = [
        Submission(f"{n:04d}.docx", paper.sha256, None, paper, facts, unit=unit.name)
        for n, unit in enumerate(register.others())
    ]
    return lambda: people.exemplars(sent, register, Sources(sent))


def test_listing_exemplars_is_linear_in_units_with_their_papers() -> None:
    few, many = list_of(20), list_of(200)
    assert spent(many, 2) <= _MOST * spent(few)
