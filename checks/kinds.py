"""Each kind of duty has its own test; this is the one table that says which."""

from __future__ import annotations

from collections.abc import Callable

from checks.judge_bench import Bench
from checks.judge_verdict import Verdict
from checks.kinds_claims import claimed
from checks.kinds_contain import contained
from checks.kinds_count import counted
from checks.kinds_office import office_duty
from checks.kinds_submit import submitted
from checks.requirement import Kind, Requirement, ShownBy

Test = Callable[[Bench, Requirement, str], Verdict]

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
    if requirement.shown_by is ShownBy.PLAN_CONTENT:
        return contained
    return _TESTS[requirement.kind]
