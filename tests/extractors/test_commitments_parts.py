"""Clauses of reports that say two things, and figures that make nothing firm. The report bears 10 September 2024."""

from __future__ import annotations

import pytest

from extractors.grammars.commitments import worth_listing
from extractors.grammars.modality import campaign_modality
from extractors.readers.builder import plain
from tests.extractors.test_commitments import bounds, in_plan, in_report, read

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
    (
        "Quy chế đang được Sở góp ý, dự kiến ban hành trong tháng 11/2024.",
        [("Quy chế đang được Sở góp ý, dự kiến ban hành trong tháng 11/2024", "planned")],
        "the same in the passive",
    ),
    (
        "Đã tổ chức cho 40/40 viên chức, người lao động ký cam kết trong tháng 4/2024.",
        [("Đã tổ chức cho 40/40 viên chức, người lao động ký cam kết trong tháng 4/2024", "done")],
        "what was signed is no new promise",
    ),
    (
        "Chi cục chưa lập được câu lạc bộ nào, tuy nhiên đã mở 02 lớp tập huấn trong quý I.",
        [
            ("Chi cục chưa lập được câu lạc bộ nào", "not_done"),
            ("tuy nhiên đã mở 02 lớp tập huấn trong quý I", "done"),
        ],
        "what was done all the same",
    ),
    (
        "Ngày 15/4/2024, Chi cục tổ chức lễ phát động tại chợ huyện, có đại biểu Lò Thị Ún đến dự và phát biểu.",
        [("Ngày 15/4/2024, Chi cục tổ chức lễ phát động tại chợ huyện", "done")],
        "guests are no part of the deed",
    ),
    (
        "Diễn tập sơ tán 40 người (có 06 người bệnh nặng) ngày 18/8/2024.",
        [("Diễn tập sơ tán 40 người (có 06 người bệnh nặng) ngày 18/8/2024", "done")],
        "a deed with a count in brackets describes nothing",
    ),
    (
        "Năm 2025: làm xong nhà chờ trước 30/4/2025, mở 01 lớp tiếng dân tộc.",
        [("làm xong nhà chờ trước 30/4/2025", "planned"), ("mở 01 lớp tiếng dân tộc", "planned")],
        "the lead-in names a year to come",
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


LETTER = """SỞ Y TẾ
CHI CỤC DÂN SỐ
Số: 8/CCDS-TT
V/v {subject}
Phú Sơn, ngày 10 tháng 9 năm 2024
Kính gửi: Sở Y tế.
{text}"""
LETTERS = [
    # subject and text of a letter, listed quotes with their label, why
    (
        "giải trình việc chậm gửi báo cáo",
        "Chi cục chưa gửi báo cáo vì máy chủ hỏng. Chi cục xin gửi bổ sung chậm nhất ngày 15/9/2024. "
        "Số liệu: khám cho 400 người; treo 06 băng rôn.",
        [
            ("Chi cục chưa gửi báo cáo", "not_done"),
            ("Chi cục xin gửi bổ sung chậm nhất ngày 15/9/2024", "planned"),
            ("khám cho 400 người", "done"),
            ("treo 06 băng rôn", "done"),
        ],
        "it explains itself",
    ),
    (
        "đăng ký việc làm điểm năm 2024",
        "Xây dựng 02 góc truyền thông trước ngày 30/11/2024; khám cho 400 người.",
        [("Xây dựng 02 góc truyền thông trước ngày 30/11/2024", "planned"), ("khám cho 400 người", "planned")],
        "it registers tasks",
    ),
    ("đăng ký tham dự tập huấn", "Chi cục đăng ký 03 người dự tập huấn.", [], "it names who comes"),
    ("tăng cường khám sàng lọc", "Khám cho 400 người trước ngày 30/11/2024.", [], "it asks others"),
]


@pytest.mark.parametrize(("subject", "text", "wanted", "why"), LETTERS, ids=[row[0] for row in LETTERS])
def test_letters(subject: str, text: str, wanted: list[tuple[str, str]], why: str) -> None:
    found = [item for item in read(plain(LETTER.format(subject=subject, text=text))) if worth_listing(item)]
    assert [(item.span.quote, campaign_modality(item.modality)) for item in found] == wanted, why


PLANNED = [
    # text of a plan, quotes, why
    (
        "Trong đợt cao điểm (từ ngày 15/4 đến ngày 15/5/2024): tổ chức 03 buổi nói chuyện; kiểm tra 12 trạm y tế.",
        ["tổ chức 03 buổi nói chuyện", "kiểm tra 12 trạm y tế"],
        "days of a lead-in claim nothing",
    ),
    ("Mỗi trạm có 04 buổi tư vấn/tháng.", ["Mỗi trạm có 04 buổi tư vấn/tháng"], "asked of each"),
    ("Mừng thọ 117 cụ từ 70 tuổi trở lên.", ["Mừng thọ 117 cụ từ 70 tuổi trở lên"], "a verb of associations"),
]


@pytest.mark.parametrize(("text", "quotes", "why"), PLANNED, ids=[row[2] for row in PLANNED])
def test_planned(text: str, quotes: list[str], why: str) -> None:
    assert [item.span.quote for item in in_plan(text)] == quotes, why


def test_tasks_below_an_opening_that_ends_with_a_colon_are_body() -> None:
    plan = (
        "SỞ Y TẾ\nCHI CỤC DÂN SỐ\nSố: 8/KH-CCDS\nPhú Sơn, ngày 10 tháng 9 năm 2024\nKẾ HOẠCH\nTruyền thông năm 2024\n"
        "Căn cứ Chỉ thị 04/CT-SYT, Chi cục Dân số triển khai:\n"
        "a) Mở 02 lớp tập huấn trong tháng 10.\nb) Diễn tập 01 cuộc trong quý IV."
    )
    assert [item.span.quote for item in read(plain(plan)) if worth_listing(item)] == [
        "Mở 02 lớp tập huấn trong tháng 10",
        "Diễn tập 01 cuộc trong quý IV",
    ]


BOUND = [
    # plan text, bounds of the first duty, why
    (
        "Tổ chức hội thi chào mừng 20/11 ngày 16/11/2024.",
        ["2024-11-16", "2024-11-16"],
        "the feast is no day of the deed",
    ),
    ("Thăm hỏi 20 cụ cuối tháng 01/2025 (trước ngày 29/01/2025).", ["2025-01-21", "2025-01-31"], "what a bracket adds"),
    ("Mở 02 lớp tại xã An Tiến (ngày 05/10/2024) và xã Na Ư (ngày 11/10/2024).", None, "a day for each place"),
    (
        "Trong quý IV, rà soát, đề xuất bỏ 02 mẫu sổ.",
        ["2024-10-01", "2024-12-31"],
        "a time and a bare verb say nothing yet",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), BOUND, ids=[row[2] for row in BOUND])
def test_bound(text: str, wanted: list[str | None] | None, why: str) -> None:
    assert bounds(in_plan(text)[0]) == wanted, why


def test_figures_below_a_heading_with_their_day_bear_it() -> None:
    table = (
        "Chỉ tiêu\tKế hoạch\tThực hiện\tĐánh giá\nSố xã được kiểm tra\t05\t06\tVượt\n"
        "Tỷ lệ hồ sơ nộp trực tuyến\t50%\t57,3%\tĐạt"
    )
    found = in_report(table, "I. SỐ LIỆU CHÍNH (lũy kế đến ngày 31/8/2024)")
    assert [bounds(item) for item in found] == [[None, "2024-08-31"]] * 2


def test_a_column_that_asks_when_is_one_of_times() -> None:
    table = "Việc\tNgười phụ trách\tKhi nào xong\nQuyên góp 400 bản sách\tCác trạm\tngày 30/11"
    assert [bounds(item) for item in in_plan(table)] == [["2024-11-30", "2024-11-30"]]


def test_a_blank_day_still_tells_what_lies_ahead() -> None:
    report = (
        "SỞ Y TẾ\nCHI CỤC DÂN SỐ\nSố: 8/BC-CCDS\nPhú Sơn, ngày     tháng 9 năm 2024\nBÁO CÁO\nCông tác dân số năm 2024\n"
        "I. KẾT QUẢ\n1. Năm 2025: làm xong nhà chờ trước 30/4/2025."
    )
    (found,) = [item for item in read(plain(report)) if worth_listing(item)]
    assert campaign_modality(found.modality) == "planned"
