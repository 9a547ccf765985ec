"""Working days by law and by what an office states, and the days on which people are reminded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.finding import Cause, Finding, Status
from checks.policy import Policy
from checks.reminders import remindings
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.units import Register, Unit
from checks.workdays import Workdays
from extractors.interval import Interval
from extractors.readers.builder import plain

LAW = Workdays()
DAYS = [
    (date(2031, 5, 30), True, "a Friday"),
    (date(2031, 5, 31), False, "a Saturday"),
    (date(2031, 1, 1), False, "Tết Dương lịch"),
    (date(2031, 1, 22), False, "the last day of the lunar year, which has 29 days in its last month"),
    (date(2031, 1, 23), False, "mùng 1 Tết"),
    (date(2031, 4, 1), False, "Giỗ Tổ Hùng Vương, 10/3 of the lunar calendar"),
    (date(2033, 5, 2), False, "30/4 was a Saturday and 01/5 a Sunday: made up for on Monday"),
    (date(2033, 5, 3), False, "and on Tuesday"),
    (date(2033, 5, 4), True, "then work goes on"),
    (date(2031, 9, 3), True, "the second day of Quốc khánh is set each year: an office states it"),
]


@pytest.mark.parametrize(("day", "works", "why"), DAYS)
def test_the_law_says_who_works(day: date, works: bool, why: str) -> None:
    assert LAW.works(day) is works, why


def test_an_office_states_its_own_days() -> None:
    own = Workdays.stated(["03/9/2031  # Quốc khánh", "", "# ghi chú", "làm bù 06/9/2031"])
    assert not own.works(date(2031, 9, 3)) and own.works(date(2031, 9, 6))
    with pytest.raises(ValueError, match="31/02"):
        Workdays.stated(["31/02/2031"])


COUNTS = [
    (date(2031, 5, 28), date(2031, 5, 30), 2, "Wednesday to Friday"),
    (date(2031, 5, 30), date(2031, 6, 2), 1, "over a weekend"),
    (date(2031, 6, 2), date(2031, 5, 30), -1, "the day before"),
    (date(2031, 5, 30), date(2031, 5, 30), 0, "the day itself"),
    (date(2031, 4, 29), date(2031, 5, 5), 2, "30/4 and 01/5 lie between"),
]


@pytest.mark.parametrize(("start", "end", "count", "why"), COUNTS)
def test_days_are_counted_without_those_off(start: date, end: date, count: int, why: str) -> None:
    assert LAW.between(start, end) == count, why
    if count > 0:
        assert LAW.after(start, count) == end, why


PLAN_TEXT = plain("Các đơn vị gửi kế hoạch về Văn phòng trước ngày 30/5/2031.")
SEND = Requirement(
    id="R1",
    span=PLAN_TEXT.span(0, len(PLAN_TEXT.text)),
    section="III.2",
    actor="Các đơn vị",
    applies_to="each_unit",
    units=("Phòng A", "Phòng B"),
    action="gửi kế hoạch",
    quantity=None,
    deadline=Interval(None, date(2031, 5, 30)),
    recipient="Văn phòng",
    kind=Kind.SUBMIT,
    shown_by=ShownBy.PLAN_SENT,
    weight=Weight.MUST,
    frame="F5",
)
REGISTER = Register((Unit("Văn phòng"), Unit("Phòng A"), Unit("Phòng B")), "Văn phòng")
AHEAD = [
    Finding("Phòng A", "R1", Status.MET, Cause.NONE, "Đã gửi."),
    Finding("Phòng B", "R1", Status.NOT_DUE, Cause.NONE, "Chưa đến hạn."),
    Finding("Văn phòng", "R1", Status.NOT_DUE, Cause.NONE, "Chưa đến hạn."),
]
GONE = [AHEAD[0], replace(AHEAD[1], status=Status.MISSING, cause=Cause.ABSENT)]
REMINDED = [
    (AHEAD, date(2031, 5, 27), [("Phòng B",)], 3, "three working days before: who has not sent"),
    (AHEAD, date(2031, 5, 28), [], 0, "two: not a day of reminding"),
    (AHEAD, date(2031, 5, 29), [("Phòng B",)], 1, "one before"),
    (GONE, date(2031, 6, 2), [("Phòng B",)], -1, "one after, over the weekend"),
    (GONE, date(2031, 5, 31), [], 0, "nobody works on a Saturday"),
    (GONE, date(2031, 6, 3), [], 0, "two after: not a day of reminding"),
]


@pytest.mark.parametrize(("findings", "day", "units", "days", "why"), REMINDED)
def test_people_are_reminded_on_few_days(
    findings: list[Finding], day: date, units: list[tuple[str, ...]], days: int, why: str
) -> None:
    plan = Plan("a" * 64, "Kế hoạch", "1/KH", None, None, (SEND,))
    found = remindings(plan, findings, REGISTER, day, (3, 1), (1, 5), LAW, Policy())
    assert [item.units for item in found] == units, why
    assert all(item.days == days for item in found), why


def test_soft_duties_and_those_without_a_day_are_never_reminded_of() -> None:
    for duty in (replace(SEND, weight=Weight.SHOULD), replace(SEND, deadline=None)):
        plan = Plan("a" * 64, "Kế hoạch", "1/KH", None, None, (duty,))
        assert remindings(plan, GONE, REGISTER, date(2031, 6, 2), (3, 1), (1, 5), LAW, Policy()) == []
