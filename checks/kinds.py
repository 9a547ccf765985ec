"""Each kind of duty has its own test; this is the one table that says which."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from checks.judge_bench import Bench
from checks.judge_verdict import Verdict
from checks.kinds_claims import claimed
from checks.kinds_contain import contained
from checks.kinds_count import counted
from checks.kinds_office import office_duty
from checks.kinds_register import registered, registers
from checks.kinds_submit import submitted
from checks.requirement import Kind, Requirement, ShownBy
from extractors.vietnamese import fold

Test = Callable[[Bench, Requirement, str], Verdict]

_CHOSEN = re.compile(
    r"\b(?:lựa chọn|đề nghị|giới thiệu|bình chọn|nêu)\b[^;.]{0,60}\b(?:tuyên dương|biểu dương|vinh danh|tôn vinh)\b"
    r"[^;.]{0,60}\b(?:tiêu biểu|xuất sắc|điển hình)\b"
)
_TESTS: dict[Kind, Test] = {
    Kind.SUBMIT: submitted,
    Kind.CONTAIN: contained,
    Kind.COUNT: counted,
    Kind.HOLD: claimed,
    Kind.REACH: claimed,
    Kind.PUBLISH: claimed,
    Kind.ACT: claimed,
}


def test_of(requirement: Requirement, unit: str, office: str) -> Test:
    """Return the test that answers `requirement` for `unit`."""
    if requirement.kind is Kind.SUBMIT:
        return submitted
    if unit == office:
        return office_duty
    test = _TESTS[requirement.kind]
    if requirement.shown_by is ShownBy.PLAN_CONTENT:
        test = contained
    elif requirement.kind is not Kind.COUNT and _names_people(requirement):
        test = counted
    return partial(registered, test) if registers(requirement) else test


def _names_people(requirement: Requirement) -> bool:
    """Return whether so many people are to be chosen for praise: they are counted by name."""
    want = requirement.quantity
    return want is not None and not want.unit.startswith("%") and _CHOSEN.search(fold(requirement.quote)) is not None
