"""Which stretches of time a paper must tell of to answer a report on a half or on a whole year."""

from __future__ import annotations

import pytest

from checks.kinds_papers import _long_enough
from extractors.interval import Interval

QUARTER, HALF, NINE = Interval.quarter(2023, 3), Interval.months(2023, 1, 6), Interval.months(2023, 1, 9)

CASES = [
    ("Báo cáo kết quả năm 2023", QUARTER, False, "a quarter is no year"),
    ("gửi báo cáo tổng kết năm trước ngày 10/12/2023", QUARTER, False, "the same without its number"),
    ("Báo cáo kết quả năm 2023", NINE, True, "sent before the year ends"),
    ("Báo cáo kết quả 6 tháng đầu năm 2023", QUARTER, False, "a quarter is no half"),
    ("Báo cáo kết quả 6 tháng đầu năm 2023", HALF, True, "the half itself"),
    ("Báo cáo kết quả đợt ra quân về Ban Chỉ đạo", QUARTER, True, "no stretch is asked for"),
    ("Báo cáo tổng kết năm học", HALF, True, "a school year is told by terms"),
]


@pytest.mark.parametrize(("quote", "told", "wanted", "why"), CASES)
def test_a_paper_tells_of_enough(quote: str, told: Interval, wanted: bool, why: str) -> None:
    assert _long_enough(quote, (told,)) is wanted, why
