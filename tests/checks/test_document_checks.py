"""Checks on documents that used to cry wolf, and those on plans that name nothing: each remark and what it leaves alone."""

from __future__ import annotations

import pytest

from checks.document_checks import Severity, shorten
from checks.units import Register, Unit
from tests.checks.market import CITES, PLAN, REGISTER, UNIT, ids, planned, replace_text, run, said
from tests.checks.papers import OFFICE, paper, report


@pytest.mark.parametrize(
    ("id", "why", "text"),
    [
        ("E06", "two tasks add up", "Tổ chức 01 lớp tập huấn bán hàng trực tuyến tại chợ Mới.\n"
         "Tổ chức 01 lớp tập huấn bán hàng trực tuyến tại chợ Cũ."),
        ("E06", "a number for each is no sum", "Mỗi tổ tổ chức 01 lớp tập huấn bán hàng trực tuyến."),
        ("E15", "it has a name", "Xây dựng mô hình “Chợ không tiền mặt” tại chợ Mới trước ngày 30/10/2031."),
        ("E15", "another may have it", "Tham quan mô hình chợ số của tỉnh bạn trong tháng 5/2031."),
        ("E16", "numbers, days and persons", "Khảo sát 40 tiểu thương.\nTổ chức 02 lớp tập huấn trước ngày 30/8/2031.\n"
         "Phân công đồng chí Lê Thị Mai theo dõi, tổng hợp.\nTăng cường tuyên truyền trong tiểu thương."),
        ("E16", "somebody is charged", "Tăng cường tuyên truyền.\nĐẩy mạnh phối hợp với các tổ.\nNâng cao chất lượng.\n"
         "Chú trọng kiểm tra.\nGiao Tổ Kinh doanh theo dõi, tổng hợp."),
        ("E16", "too few tasks to tell", "Tăng cường tuyên truyền.\nĐẩy mạnh phối hợp với các tổ."),
    ],
)  # fmt: skip
def test_a_plan_is_left_in_peace(id: str, why: str, text: str) -> None:
    assert id not in ids(planned(text)), why


def test_a_plan_that_names_nothing() -> None:
    text = (
        "Tăng cường tuyên truyền, vận động tiểu thương tham gia chợ số.\nĐẩy mạnh phối hợp với các tổ chức đoàn thể.\n"
        "Xây dựng mô hình tiêu biểu của Phòng.\nThực hiện tốt các nhiệm vụ được giao.\nNâng cao chất lượng công tác."
    )
    flags = {flag.id: flag for flag in run(planned(text))}
    assert flags["E15"].severity is Severity.HINT and "Xây dựng mô hình tiêu biểu" in flags["E15"].message
    assert flags["E16"].message.startswith("06/06 nhiệm vụ") and len(flags["E16"].evidence) == 3


@pytest.mark.parametrize(
    ("id", "why", "text"),
    [
        ("E13", "how things are", "Trình độ của tiểu thương không đồng đều, chất lượng đường truyền chưa bảo đảm."),
        ("E13", "what a test found", "Đã kiểm tra 121 mẫu, có 03 mẫu không đạt chất lượng."),
        ("E13", "what others are", "Một số tiểu thương cao tuổi chưa quen sử dụng ứng dụng."),
        ("E13", "what would be", "Trường hợp tiểu thương không đăng ký thì Ban quản lý chợ nhắc nhở."),
        ("E13", "what is like that is done", "Gian hàng có doanh thu không cao sẽ được hỗ trợ thêm."),
        ("F03", "a month", "Tỷ lệ thanh toán trên mạng tháng 3/2031 là 83,3%."),
        ("F03", "a day", "Tỷ lệ thanh toán trên mạng đến ngày 09/5 đạt 83,3%."),
        ("E14", "a forecast", "Tình hình giá cả tiếp tục diễn biến phức tạp."),
        ("E13", "describes the list", "Danh sách hộ chưa tham gia được cập nhật hằng quý trên phần mềm."),
        ("E14", "where it goes next year", "Năm 2032, phòng sẽ mở thêm 03 điểm hỗ trợ tiểu thương."),
        ("C01", "by its short form", "Thực hiện KH 24 của Sở, phòng đã khảo sát 40 tiểu thương."),
        ("E03", "told by its own word", "Mô hình chợ số “Chợ không tiền mặt” đã đi vào hoạt động từ ngày 12/8/2031."),
        ("A08", "one blank is told once, as a day", "Đã tổ chức 02 lớp tập huấn."),
    ],
)
def test_a_report_is_left_in_peace(id: str, why: str, text: str) -> None:
    assert id not in ids(said(text, cites="")), why


@pytest.mark.parametrize(
    "text",
    [
        "Phòng chưa tổ chức được lớp tập huấn.",
        "Hệ thống camera tại chợ chưa được lắp đặt.",
        "Còn 166 hồ sơ bị mối mọt, không quét được.",
        "Điểm bán hàng tại chợ Cũ tạm dừng do thiếu người.",
        "Phòng chưa đăng ký sáng kiến nào.",
    ],
)
def test_a_deed_left_undone_is_told(text: str) -> None:
    assert "E13" in ids(said(text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Đã khen 05 học viên và 01 tổ, cụ thể:\nLớp\tSố học viên\nLớp 1\t2\nLớp 2\t2",
            "Lời văn ghi “05 học viên”, bảng có 04",
        ),
        (
            "Đã ra mắt 05 đội thanh niên xung kích giữ chợ, gồm:\nTT\tTên đội\tSố người\n1\tĐội A\t9\n2\tĐội B\t8",
            "Lời văn ghi “05 đội thanh niên xung kích giữ chợ”, bảng có 02",
        ),
        ("Đã dạy 118 học viên tại chợ, cụ thể:\nLớp\tSố học viên\nLớp 1\t64\nLớp 2\t45", "ghi “118 học viên”"),
    ],
)
def test_a_quoted_count_ends_with_its_noun(text: str, quote: str) -> None:
    assert any(quote in flag.message for flag in run(said(text)) if flag.id == "F01")


def test_a_promise_is_taken_up_without_its_motto() -> None:
    promise = planned("Tổ chức hội thi nấu ăn “Hương vị chợ quê” trong tháng 3/2031, 40 người dự.")
    assert "E10" not in ids(promise, said("Hội thi nấu ăn được tổ chức trong tháng 3/2031, có 36 người dự."))
    assert "E10" in ids(promise, said("Đã khảo sát 40 tiểu thương tại chợ Mới."))


def test_a_model_put_off_to_next_year_is_told_while_the_duty_is_open() -> None:
    late = "Phòng phấn đấu ra mắt mô hình trong quý I/2032."
    assert "E14" in ids(said(f"Mô hình chợ số chưa xây dựng được.\n{late}"))
    assert "E14" not in ids(said(f"Đã xây dựng mô hình chợ số “Chợ không tiền mặt” ngày 12/8/2031.\n{late}"))


def test_exemplars_that_are_counted_and_not_named() -> None:
    found = run(said("Trong phong trào xuất hiện 02 mô hình điển hình được Phòng tuyên dương."))
    told = {flag.id: flag.message for flag in found}
    assert "E03" not in told and "02 mô hình điển hình" in told["E04"]
    assert "E03" in ids(said("Phòng đã khảo sát 40 tiểu thương tại chợ Mới."))


def test_half_a_year_is_not_held_against_a_promise_for_the_year() -> None:
    promise = planned("Phát 48 tin, bài trên loa truyền thanh.")
    half = paper("bc6t.docx", UNIT, report(f"{CITES}\nĐã phát 26 tin, bài trên loa truyền thanh.").replace(
        "ngày 20 tháng 12", "ngày 12 tháng 6"), "2031-06-13 09:00")  # fmt: skip
    whole = said("Đã phát 40 tin, bài trên loa truyền thanh.")
    assert "E11" not in ids(promise, half)
    told = [flag for flag in run(promise, half, whole) if flag.id == "E11"]
    assert [flag.evidence[0].file for flag in told] == ["bc.docx"] and "báo cáo nêu 40" in told[0].message


@pytest.mark.parametrize(
    ("when", "severity"),
    [("trong tháng 10/2031", Severity.ERROR), ("trong quý III, quý IV/2031", None), ("trong năm 2031", Severity.HINT)],
)
def test_a_stretch_that_reaches_past_the_day_may_still_be_in_time(when: str, severity: Severity | None) -> None:
    flags = [f for f in run(planned(f"Tổ chức 02 lớp tập huấn bán hàng trực tuyến {when}.")) if f.id == "D06"]
    assert [flag.severity for flag in flags] == ([severity] if severity else [Severity.HINT])


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("mô hình “Chợ số” tại chợ Mới", 80, "mô hình ‘Chợ số’ tại chợ Mới"),
        ("tổ chức tập huấn cho tiểu thương", 20, "tổ chức tập huấn…"),
        ("mô hình “Chợ không tiền mặt” tại chợ", 20, "mô hình ‘Chợ không…’"),
        ("các phòng,\n các tổ", 80, "các phòng, các tổ"),
        ("Đã tổ chức xong./.", 80, "Đã tổ chức xong"),
    ],
)
def test_a_quote_is_cut_after_a_word(text: str, most: int, shown: str) -> None:
    assert shorten(text, most) == shown


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Thực hiện phong trào “Chợ văn minh, mua bán trên nền tảng số”", False),
        ("Thực hiện phong trào “Chợ văn minh, buôn bán trên nền tảng số”", True),
        ("Thực hiện phong trào “Nụ cười người bán hàng”", False),
        ("Thực hiện phong trào “Văn minh, mua bán trên nền tảng số”", False),
    ],
)
def test_the_name_of_the_movement(subject: str, told: bool) -> None:
    plan = replace_text(
        PLAN, "Phát triển chợ số năm 2031", "Phong trào “Chợ văn minh, mua bán trên nền tảng số” năm 2031"
    )
    text = report(f"{CITES}\nĐã tổ chức 02 lớp tập huấn.", title=f"{subject} năm 2031")
    assert ("B06" in ids(paper("bc.docx", UNIT, text, "2031-12-21 09:00"), plan=plan)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tổ chức 02 lớp tập huấn bán hàng trực tuyến trước ngày 30/8/2030.", True),
        ("Tổ chức 02 lớp tập huấn bán hàng trực tuyến trước ngày 30/8/2031.", False),
        ("Số hóa hồ sơ tiểu thương giai đoạn 2027-2030.", False),
        ("Năm 2030 đã mở 02 lớp tập huấn.", False),
    ],
)
def test_a_day_left_from_last_years_plan(text: str, told: bool) -> None:
    assert ("C03" in ids(planned(text))) is told


def test_a_school_calls_itself_nha_truong() -> None:
    school = "Trường Tiểu học Kim Sơn"
    register = Register((*REGISTER.units, Unit(school, kind="trường")), OFFICE)
    text = report(f"{CITES}\nNhà trường đã tổ chức 02 lớp tập huấn.", unit="TRƯỜNG TIỂU HỌC KIM SƠN")
    assert "C04" not in ids(paper("bc.docx", school, text, "2031-12-21 09:00"), register=register)
