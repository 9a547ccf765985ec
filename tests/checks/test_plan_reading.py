"""What `tonghop plan --explain` tells of one requirement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.plan_reading import reading
from checks.requirement import Kind, Requirement, ShownBy
from extractors.interval import Interval
from tests.checks.papers import duty

PLAIN = replace(
    duty("Gửi báo cáo sơ kết trước ngày 10/6/2031.", Kind.SUBMIT, end=date(2031, 6, 10), shown_by=ShownBy.REPORT_SENT),
    frame="F4",
    actor="Các đơn vị",
    unclear=("Kế hoạch không nêu thời hạn riêng cho đơn vị.",),
)
SPRING = Interval(date(2031, 3, 1), date(2031, 3, 31))
TOLD = [
    (PLAIN, "“Gửi báo cáo sơ kết trước ngày 10/6/2031”.", "the sentence, without a second full stop"),
    (PLAIN, "đơn vị là chủ ngữ của câu, ghi là “Các đơn vị”", "how the actor was found"),
    (PLAIN, "Thời hạn: chậm nhất ngày 10/6/2031.", "a last day"),
    (replace(PLAIN, deadline=SPRING), "Thời hạn: từ ngày 01/3/2031 đến ngày 31/3/2031.", "a stretch"),
    (replace(PLAIN, deadline=None), "Thời hạn: kế hoạch không nêu.", "nothing is made up"),
    (PLAIN, "Chưa rõ: Kế hoạch không nêu thời hạn riêng cho đơn vị.", "doubts come last"),
    (PLAIN, "đối chiếu bằng: báo cáo gửi về; mức độ: bắt buộc", "what shows it"),
]


@pytest.mark.parametrize(("item", "words", "why"), TOLD)
def test_a_reading_is_told_step_by_step(item: Requirement, words: str, why: str) -> None:
    lines = reading(item)
    assert any(words in line for line in lines), why
    assert [line.split(".")[0].strip() for line in lines[1:]] == [str(n) for n in range(1, len(lines))]
