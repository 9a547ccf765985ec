"""Bằng khen, Giấy khen: who may give what, under the law in force on the day."""

from __future__ import annotations

from datetime import date

import pytest

from checks.awards import Problem, check_award, laws

OLD, NEW, TWO_TIERS = date(2019, 5, 5), date(2024, 6, 1), date(2025, 8, 1)

TABLE = [
    ("Giấy khen của Giám đốc Sở", OLD, "", "26 tháng 11 năm 2003"),
    ("Giấy khen của Giám đốc Sở", NEW, "", "khoản 1 Điều 80 Luật Thi đua, khen thưởng ngày 15"),
    ("Chủ tịch UBND tỉnh tặng Bằng khen", NEW, "", "Điều 79"),
    ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", OLD, "", "2003"),
    ("Giấy khen của Chủ tịch UBND xã", TWO_TIERS, "", "khoản 3 Điều 80"),
    ("Giấy khen của Hiệu trưởng", NEW, "", "khoản 1 Điều 80"),
    ("Giấy khen của Chủ tịch UBND huyện", NEW, "", "khoản 2 Điều 80"),
    ("Giấy khen của Chủ tịch UBND huyện", TWO_TIERS, "not_entitled", ""),  # there is no district any more
    ("Giấy khen của Chủ tịch UBND tỉnh", NEW, "not_entitled", ""),
    ("Bằng khen của Giám đốc Sở", OLD, "not_entitled", ""),
    ("Bằng khen của Thủ tướng Chính phủ", NEW, "", "năm 2022"),
    ("Giấy khen", NEW, "no_giver", ""),
    ("Giấy khen của Trưởng phòng Hành chính", NEW, "no_giver", ""),  # may or may not have a legal person: ask
    ("Chiến sĩ thi đua cơ sở", NEW, "title", ""),
    ("thưởng nóng", NEW, "no_form", ""),
    ("", NEW, "no_form", ""),
]


@pytest.mark.parametrize(("text", "day", "problem", "basis"), TABLE)
def test_who_may_give_what(text: str, day: date, problem: str, basis: str) -> None:
    found = check_award(text, day)
    assert found.problem == problem
    assert basis in found.basis
    assert bool(found.basis) is (found.problem is Problem.NONE)


def test_what_a_giver_gives_instead_is_told() -> None:
    found = check_award("Bằng khen của Giám đốc Sở", NEW)
    assert found.instead == ("giấy khen",)
    assert "Chủ tịch UBND cấp tỉnh" in found.entitled


@pytest.mark.parametrize(
    ("day", "law", "decree"),
    [
        (date(2012, 1, 1), "năm 2003", "42/2010"),
        (date(2023, 12, 31), "năm 2003", "91/2017"),
        (date(2024, 1, 1), "ngày 15 tháng 6", "98/2023"),
        (date(2025, 7, 1), "ngày 15 tháng 6", "152/2025"),
    ],
)
def test_one_law_and_one_decree_hold_on_each_day(day: date, law: str, decree: str) -> None:
    found = laws(day)
    assert len(found) == 2
    assert law in found[0]
    assert decree in found[1]
