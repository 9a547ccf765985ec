"""Reports on another matter, and reports on a whole year, are no answer to a duty to report by a day."""

from __future__ import annotations

from datetime import date

import pytest

from checks.requirement import Kind, Requirement, ShownBy
from extractors.interval import Interval
from tests.checks.papers import duty, judged, paper, plan_of, report

UNIT = "Phòng Tổng hợp"
THEME = "Bảo đảm an toàn hồ chứa nước năm 2031"


def sent(quote: str, id: str, end: date, period: Interval | None = None) -> Requirement:
    return duty(quote, Kind.SUBMIT, id=id, end=end, period=period, shown_by=ShownBy.REPORT_SENT)


HALF = sent("Báo cáo 6 tháng gửi trước ngày 15/6/2031", "R1", date(2031, 6, 15))
YEAR = sent("báo cáo năm gửi trước ngày 15/12/2031", "R2", date(2031, 12, 15))


def statuses(title: str, body: str, issued: str, arrived: str, *duties: Requirement) -> dict[str, str]:
    text = report(body, title=title).replace("ngày 20 tháng 12 năm 2031", issued)
    found = judged(plan_of(*duties, title=THEME), [paper("bc", UNIT, text, arrived)], date(2031, 12, 31))
    return {requirement: finding.status.value for (_, requirement), finding in found.items()}


@pytest.mark.parametrize(
    ("title", "body", "status", "why"),
    [
        ("Tình hình bệnh lở mồm long móng tuần 23", "Toàn xã có 12 con bò mắc bệnh.", "missing", "another matter"),
        ("Kết quả hiến máu nhân đạo đợt I", "Thu được 96 đơn vị máu.", "missing", "another matter"),
        (
            "Kết quả kiểm tra nghĩa vụ quân sự năm 2031",
            "Đã khám 12 thanh niên.",
            "missing",
            "one common doing makes no common matter",
        ),
        ("Kết quả 6 tháng đầu năm 2031", "Đã kiểm tra 04 đập.", "met", "the subject names no matter"),
        (
            "Công tác thủy nông, bơm tưới",
            "Đã rà soát an toàn hồ chứa nước.\nVận hành an toàn hồ chứa nước.",
            "met",
            "the text does",
        ),
        ("Tình hình an toàn hồ chứa nước", "Đã kiểm tra 04 đập.", "met", "the theme of the plan"),
    ],
)
def test_a_report_on_another_matter_answers_nothing(title: str, body: str, status: str, why: str) -> None:
    found = statuses(title, body, "ngày 12 tháng 6 năm 2031", "2031-06-12 09:00", HALF)
    assert found == {"R1": status}, why


def test_the_report_on_the_year_is_no_late_report_on_the_half() -> None:
    title = "Kết quả bảo đảm an toàn hồ chứa nước năm 2031"
    found = statuses(title, "Đã kiểm tra 04 đập.", "ngày 17 tháng 12 năm 2031", "2031-12-17 09:00", HALF, YEAR)
    assert found == {"R1": "missing", "R2": "late"}


def test_a_report_of_spring_closes_no_year_even_where_its_title_shares_more_words() -> None:
    soon = sent("gửi báo cáo kết quả trước ngày 29/4/2031", "R1", date(2031, 4, 29))
    year = sent("báo cáo tổng kết công tác thủy lợi gửi trước ngày 20/12/2031", "R2", date(2031, 12, 20))
    found = statuses(
        "Công tác thủy lợi", "Đã kiểm tra 04 đập.", "ngày 05 tháng 5 năm 2031", "2031-05-05 09:00", soon, year
    )
    assert found == {"R1": "late", "R2": "missing"}


def test_a_report_on_the_plan_itself_is_no_monthly_report() -> None:
    monthly = [
        sent("hằng tháng báo cáo tiến độ nạo vét", f"R1-T{m}", date(2031, m, 25), Interval.months(2031, m, m))
        for m in (8, 9)
    ]
    once = sent("gửi báo cáo kết quả an toàn hồ chứa nước trước ngày 10/10/2031", "R2", date(2031, 10, 10))
    found = statuses(
        "Kết quả an toàn hồ chứa nước",
        "Đã kiểm tra 04 đập.",
        "ngày 01 tháng 10 năm 2031",
        "2031-10-02 09:00",
        *monthly,
        once,
    )
    assert found == {"R1-T8": "missing", "R1-T9": "missing", "R2": "met"}


def test_what_a_title_tells_of_the_time_to_come_is_no_report_on_it() -> None:
    first, second = (
        sent("báo cáo quý", f"R1-Q{number}", date(2031, 3 * number, 20), Interval.quarter(2031, number))
        for number in (1, 2)
    )
    title = "Kết quả an toàn hồ chứa nước quý I năm 2031 và nhiệm vụ quý II năm 2031"
    found = statuses(title, "Đã kiểm tra 04 đập.", "ngày 18 tháng 3 năm 2031", "2031-03-18 09:00", first, second)
    assert found == {"R1-Q1": "met", "R1-Q2": "missing"}
