"""The outline asks for what the plan asks units to report, in the plan's order, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.requirement import ShownBy
from templates.format import check_format
from templates.outline import outline
from tests.templates import made
from tests.templates.test_brief import SAMPLES, sample
from tests.templates.test_report import paragraphs, text

MADE = made.campaign()


def test_each_duty_of_the_units_is_a_point_with_its_way_of_writing() -> None:
    told = list(paragraphs(outline(MADE)))
    at = next(n for n, line in enumerate(told) if "Xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc" in line)
    assert told[at].startswith("a) ") and "chậm nhất ngày 30/6/2031" in told[at]
    assert told[at + 1].startswith("- Cách viết: nêu tên, chức vụ")


def test_general_duties_in_a_row_are_one_point_with_a_line_each() -> None:
    told = list(paragraphs(outline(sample("thi-dua-2022"))))
    at = next(n for n, line in enumerate(told) if line.startswith("a) Nêu kết quả nổi bật"))
    below = told[at + 1 : told.index("2. Trách nhiệm của các đơn vị trực thuộc Sở")]
    assert len(below) > 2
    assert all(line.startswith("- ") and line.endswith(" Kế hoạch);") for line in below[:-1])
    assert below[-1].endswith(" Kế hoạch).")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("theo dõi, đôn đốc", "the office's own duty is not for the units to report"),
        ("a) Gửi báo cáo", "a duty to send is no point: it stands in the letter with its day"),
    ],
)
def test_what_is_not_asked_of_units_is_left_out(words: str, why: str) -> None:
    assert words not in text(outline(MADE)), why


def test_the_letter_names_the_day_of_each_report() -> None:
    assert "Báo cáo: chậm nhất ngày 20/6/2031." in text(outline(MADE))


def test_a_plan_that_asks_no_report_leaves_the_day_to_the_clerk() -> None:
    duties = tuple(r for r in MADE.plan.requirements if r.shown_by is not ShownBy.REPORT_SENT)
    told = text(outline(replace(MADE, plan=replace(MADE.plan, requirements=duties))))
    assert "[Cán bộ tổng hợp bổ sung: thời hạn gửi báo cáo]" in told


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_keep_the_decrees_form(name: str) -> None:
    campaign = sample(name)
    letter = outline(campaign)
    assert check_format(letter) == []
    assert letter == outline(campaign)


def test_markup_in_a_plan_stays_text() -> None:
    item = replace(MADE.plan.requirements[1], heading="{{ 7 * 7 }} <w:p>")
    plan = replace(MADE.plan, requirements=(item, *MADE.plan.requirements[2:]))
    campaign = replace(MADE, plan=plan, office=replace(MADE.office, office="{{ 7 * 7 }} <w:p>"))
    assert "{{ 7 * 7 }} <w:p>" in text(outline(campaign))
