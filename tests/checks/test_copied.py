"""Which sentences of a unit are the plan's own: measured on triples of words, numbers of the unit's own excepted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.copied import PlanWords, copied, mark_restated
from extractors.extract import extract
from extractors.facts import Modality
from extractors.readers.builder import plain
from tests.checks.papers import report, unit_plan

PLAN = (
    "1. Tiếp tục rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan, đơn vị phù hợp với tình hình mới.\n"
    "2. 100% văn bản đi được ký số bằng chữ ký số chuyên dùng.\n"
    "3. Tối thiểu 80% hồ sơ công việc được xử lý hoàn toàn trên môi trường mạng trước ngày 30/6/2031.\n"
    "4. Gửi báo cáo về Văn phòng Sở trước ngày 20/11/2031.\n"
    "5. Tập huấn kỹ năng chữa cháy, thoát nạn cho 100% viên chức, người lao động."
)


@pytest.mark.parametrize(
    ("sentence", "is_copy", "why"),
    [
        ("Tiếp tục rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan, đơn vị", True, "word for word"),
        (
            "Rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan, đơn vị phù hợp với tình hình",
            True,
            "a piece",
        ),
        ("Đã rà soát, bổ sung 04 điều của quy chế văn hóa công sở, niêm yết tại phòng", False, "own words and number"),
        ("Tiếp tục rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan ngày 15/8", False, "a day of its own"),
        ("Phòng đã ký số văn bản", False, "too short to tell"),
    ],
)
def test_copied(sentence: str, is_copy: bool, why: str) -> None:
    assert copied(sentence, PlanWords(PLAN)) is is_copy, why


@pytest.mark.parametrize(
    ("said", "restated", "why"),
    [
        ("Tiếp tục rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan, đơn vị.", True, "copied"),
        ("100% văn bản đi được ký số bằng chữ ký số chuyên dùng.", False, "a result in the plan's words is a claim"),
        ("Tối thiểu 80% hồ sơ công việc được xử lý hoàn toàn trên môi trường mạng.", True, "the bound gives it away"),
        ("Tập huấn kỹ năng chữa cháy, thoát nạn cho 100% viên chức, người lao động.", True, "the order, to the letter"),
        ("Đã tập huấn kỹ năng chữa cháy, thoát nạn cho 100% viên chức, người lao động.", False, "carried out"),
        ("Đã có 83% hồ sơ công việc được xử lý hoàn toàn trên môi trường mạng.", False, "its own number"),
    ],
)
def test_a_report_restates_the_plan(said: str, restated: bool, why: str) -> None:
    document, plan = plain(report(said), "a" * 64), plain(unit_plan(PLAN), "b" * 64)
    marked = mark_restated(extract(document), document, plan).commitments
    assert any(item.modality is Modality.RESTATED for item in marked) is restated, why


def test_denials_stay_denials_and_the_plan_restates_nothing() -> None:
    document, plan = (
        plain(report("Chưa rà soát, sửa đổi, bổ sung quy chế văn hóa công sở của cơ quan, đơn vị."), "a" * 64),
        (plain(unit_plan(PLAN), "b" * 64)),
    )
    marked = mark_restated(extract(document), document, plan).commitments
    assert [item.modality for item in marked] == [Modality.DENIED]
    own = extract(plan)
    assert mark_restated(own, plan, plan) is own


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy .,;0123456789\n", max_size=300))
def test_a_share_is_a_share_and_a_text_is_its_own_copy(text: str) -> None:
    words = PlanWords(text)
    assert 0 <= words.share(text) <= 1
    assert not words.own_numbers(text)
    assert not copied(text, PlanWords(""))
