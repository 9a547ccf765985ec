"""How an exemplar is told: post and place as one would say them, an award only as given as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.units import Unit
from templates.people import Exemplary, facts_of, post_and_place
from templates.tags import report_tags
from tests.templates import made
from tests.templates.test_report import content

MADE = made.campaign()
SHOWN = next(item for s in MADE.submissions if s.facts for item in s.facts.exemplars)
UNIT = Unit("UBND xã Nà Khoang", aliases=("Xã Nà Khoang",))


@pytest.mark.parametrize(
    ("post", "place", "told"),
    [
        ("Giáo viên", "Trường THCS Bản Cuôn", "Giáo viên, Trường THCS Bản Cuôn"),
        ("Trưởng", "thôn Nà Lẹng", "Trưởng thôn Nà Lẹng"),  # the post takes the place's kind along
        ("Tổ trưởng", "tổ tự quản số 2", "Tổ trưởng tổ tự quản số 2"),
        ("Công chức", "ỦY BAN NHÂN DÂN XÃ NÀ KHOANG", "Công chức"),  # the sender stands beside it already
        (None, "xã Nà Khoang", ""),
        (None, "khu phố 2", "khu phố 2"),
    ],
)
def test_post_and_place(post: str | None, place: str, told: str) -> None:
    assert post_and_place(UNIT, replace(SHOWN, position=post, affiliation=place)) == told


def row(award: str, proposed: bool) -> Exemplary:
    return Exemplary(1, UNIT.name, "Cá nhân", "Lò Thị Mẫu", "", "Vận động 28 hộ hiến đất", award, proposed, ())


@pytest.mark.parametrize(
    ("awards", "awarded", "proposed"),
    [
        ([("Giấy khen", False), ("", False)], "01", "00"),
        ([("Đề nghị Giám đốc Sở tặng Giấy khen", True), ("Giấy khen", False)], "01", "01"),  # asked for is not given
    ],
)
def test_an_award_that_is_asked_for_is_not_counted_as_given(
    awards: list[tuple[str, bool]], awarded: str, proposed: str
) -> None:
    told = facts_of([row(*award) for award in awards], "xã", "II")
    assert (told["awarded"], told["proposed"]) == (awarded, proposed)


@pytest.mark.parametrize(
    ("deed", "award", "told"),
    [
        ("Cứu 03 người bị nạn", "Giấy khen", "Cứu 03 người bị nạn. Giấy khen"),
        ("Cứu 03 người, được tặng Giấy khen", "Giấy khen", "Cứu 03 người, được tặng Giấy khen"),  # said once
        ("", "Giấy khen", "Giấy khen"),
    ],
)
def test_the_award_is_told_once(deed: str, award: str, told: str) -> None:
    report = replace(content(MADE), exemplars=(replace(row(award, False), deed=deed),))
    assert report_tags(report, sources=False)["dien_hinh"][0]["thanh_tich"] == told
