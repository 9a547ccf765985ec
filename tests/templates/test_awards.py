"""The proposal of awards: only who was decided on, checked for authority; who waits is told as waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.decision import Decision
from checks.nominees import Nominee, Part
from extractors.facts import ExemplarKind
from templates.awards import award_list
from templates.format import check_format
from templates.letters import Campaign
from tests.templates import made
from tests.templates.test_report import paragraphs, text

AT, LATER = "2031-07-01T08:00:00+07:00", "2031-07-01T09:00:00+07:00"


def people() -> tuple[Nominee, ...]:
    """The nominees of the made campaign, as persons."""
    return tuple(
        replace(n, read=replace(n.read, kind=kind), exemplar=replace(n.exemplar, kind=kind, name=name))
        for n, kind, name in zip(
            made.nominated(),
            (ExemplarKind.PERSON, ExemplarKind.COLLECTIVE),
            ("Phạm Thị Lành", "Tổ Dinh dưỡng"),
            strict=True,
        )
    )


def campaign(awards: Sequence[str | None]) -> Campaign:
    """The campaign with an award decided for each nominee, None for one who waits."""
    known = [
        n if award is None else replace(n, verdict=type(n.verdict).TICKED, award=award, decision=n.tick("Vũ B", AT))
        for n, award in zip(people(), awards, strict=True)
    ]
    return replace(made.campaign(), nominees=known)


def whole(awards: Sequence[str | None]) -> str:
    return text(award_list(campaign(awards)))


def test_with_nobody_decided_the_document_says_so_and_lists_who_waits() -> None:
    told = whole((None, None))
    assert "chưa có tập thể, cá nhân điển hình nào được kết luận" in told
    assert "DANH SÁCH ĐIỂN HÌNH ĐƯỢC GIỚI THIỆU, CHỜ KẾT LUẬN" in told
    assert "ĐỀ NGHỊ KHEN THƯỞNG\n" not in told.replace("TRÌNH", "")
    assert "Phạm Thị Lành" in told
    assert "Báo cáo số 01/BC-X ngày 11/6/2031" in told


def test_who_was_decided_on_stands_with_form_giver_and_law() -> None:
    told = whole(("Giấy khen của Giám đốc Sở", None))
    assert "đề nghị khen thưởng 01 cá nhân tiêu biểu (danh sách tại Phụ lục I)" in told
    assert "Giấy khen: 01 trường hợp, do Thủ trưởng cơ quan chuyên môn thuộc UBND cấp tỉnh tặng" in told
    assert "khoản 1 Điều 80 Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in told
    assert "01 tập thể khác, chưa được kết luận (danh sách tại Phụ lục II)" in told
    assert "xem lại" not in told


WRONG = [
    ("Giấy khen của Chủ tịch UBND tỉnh", "Chủ tịch UBND cấp tỉnh tặng Bằng khen, không tặng giấy khen"),
    ("Chiến sĩ thi đua cơ sở", "là danh hiệu thi đua, không phải hình thức khen thưởng"),
    ("Bằng khen", "chưa ghi rõ cấp khen thưởng"),
    ("Giấy khen của Chủ tịch UBND huyện", "Chủ tịch UBND cấp huyện không có thẩm quyền tặng giấy khen"),  # in 2031
    ("", "01 trường hợp chưa ghi hình thức đề nghị khen thưởng: Phạm Thị Lành."),
]


@pytest.mark.parametrize(("award", "said"), WRONG)
def test_what_does_not_fit_the_law_is_said_before_it_goes_up(award: str, said: str) -> None:
    told = whole((award, None))
    assert "Nội dung cần xem lại trước khi trình cấp có thẩm quyền" in told
    assert said in told


def test_a_model_is_recognised_and_gets_no_award() -> None:
    model = made.nominated()[0]
    told = text(award_list(made.campaign(on_people=[model.tick("Vũ B", AT)])))
    assert f"Mô hình được công nhận để nhân rộng: “{model.read.name}”" in told
    assert "chưa có trường hợp đề nghị khen thưởng" in told


def test_who_was_struck_out_stands_nowhere_and_a_mended_deed_is_told_as_mended() -> None:
    first, second = made.nominated()
    words: list[Decision] = [
        first.strike("Vũ B", AT),
        second.mend(Part.DEED, "Giảm 40% số người hút thuốc", "Vũ B", AT),
    ]
    told = text(award_list(made.campaign(on_people=words)))
    assert first.read.name not in told
    assert "Giảm 40% số người hút thuốc" in told


@pytest.mark.parametrize("awards", [(None, None), ("Giấy khen của Giám đốc Sở", ""), ("", None)])
def test_it_is_an_official_document_and_the_same_bytes(awards: Sequence[str | None]) -> None:
    data = award_list(campaign(awards))
    assert check_format(data) == []
    assert data == award_list(campaign(awards))
    assert not any("{" in line for line in paragraphs(data))
