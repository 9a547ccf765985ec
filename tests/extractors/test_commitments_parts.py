"""Clauses of reports that say two things, and figures that make nothing firm. The report bears 10 September 2024."""

from __future__ import annotations

import pytest

from extractors.grammars.modality import campaign_modality
from tests.extractors.test_commitments import in_report

HALVES = [
    # report text, listed quotes with their label, why
    (
        "Chi cục đã lắp 03 tủ thuốc, tủ thứ tư bàn giao trong tháng 11/2024.",
        [("Chi cục đã lắp 03 tủ thuốc", "done"), ("tủ thứ tư bàn giao trong tháng 11/2024", "planned")],
        "the rest lies behind the day of the report",
    ),
    (
        "Máy siêu âm chưa mua được, Chi cục sẽ đấu thầu lại trong quý IV/2024.",
        [("Máy siêu âm chưa mua được", "not_done"), ("Chi cục sẽ đấu thầu lại trong quý IV/2024", "planned")],
        "what was left undone, and what is promised",
    ),
    (
        "Đã khám cho 6.200 người, phấn đấu đến cuối năm đạt 9.000 người.",
        [("Đã khám cho 6.200 người", "done"), ("phấn đấu đến cuối năm đạt 9.000 người", "planned")],
        "what was reached, and what is aimed at",
    ),
    (
        "Do thiếu cán bộ chuyên trách, Chi cục chưa mở được lớp tập huấn, xin bổ sung trước ngày 30/10/2024.",
        [("Chi cục chưa mở được lớp tập huấn", "not_done"), ("xin bổ sung trước ngày 30/10/2024", "planned")],
        "the cause stands first",
    ),
    (
        "Vì cán bộ nghỉ từ ngày 01/3/2024 và chưa có người thay nên trạm chưa lập sổ theo dõi thai sản.",
        [("trạm chưa lập sổ theo dõi thai sản", "not_done")],
        "the cause stands first, and denies too",
    ),
    (
        "Đề tài đã họp 03 kỳ, được gia hạn đến hết tháng 3/2025.",
        [("Đề tài đã họp 03 kỳ, được gia hạn đến hết tháng 3/2025", "done")],
        "a term that was put off was put off",
    ),
    (
        "Đã ký hợp đồng mua 30 máy, thời gian giao trong tháng 12/2024.",
        [("Đã ký hợp đồng mua 30 máy, thời gian giao trong tháng 12/2024", "done")],
        "a date of the thing, no deed",
    ),
    (
        "Đề án đang lấy ý kiến các sở, dự kiến trình trong tháng 11/2024.",
        [("Đề án đang lấy ý kiến các sở, dự kiến trình trong tháng 11/2024", "planned")],
        "a draft and its day are one statement",
    ),
    ("Ba là, cấp 4.000 tờ rơi.", [("cấp 4.000 tờ rơi", "done")], "the number of the point is no part of it"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), HALVES, ids=[row[0][:40] for row in HALVES])
def test_halves(text: str, wanted: list[tuple[str, str]], why: str) -> None:
    assert [(item.span.quote, campaign_modality(item.modality)) for item in in_report(text)] == wanted, why


@pytest.mark.parametrize(
    "text",
    [
        "Tổng đài 1900.6868 hoặc 0912.345.678.",
        "Phòng xét nghiệm đạt ISO 15189:2012.",
        "Phần mềm quản lý dân số phiên bản 3.2.1.",
        "Báo cáo này thay thế Báo cáo số 7/BC-CCDS ngày 02/9/2024.",
        "Khen thưởng (theo Quyết định số 31/QĐ-CCDS ngày 01/8/2024).",
        "Trong tuần toàn tỉnh ghi nhận 214 ca sốt xuất huyết.",
        "Công tác dân số được lãnh đạo Sở quan tâm.",
        "Các hoạt động được triển khai nghiêm túc.",
    ],
)
def test_what_claims_nothing(text: str) -> None:
    assert in_report(text) == []
