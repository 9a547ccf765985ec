"""A duty that asks for a list, a registration or a rule is answered by that paper, whatever sentence stands in it."""

from __future__ import annotations

from datetime import date

import pytest

from checks.requirement import Kind, Requirement, ShownBy
from checks.submission import State
from tests.checks.papers import duty, judged, paper, plan_of

UNIT = "Phòng Tổng hợp"
LIST = duty(
    "Lập danh sách học sinh dự thi hùng biện, gửi Văn phòng Sở trước ngày 31/3/2031", Kind.ACT, end=date(2031, 3, 31)
)
REGISTER = duty("Đăng ký mô hình vườn thuốc nam về Văn phòng Sở trước ngày 31/3/2031", Kind.ACT, end=date(2031, 3, 31))
RULE = duty("Ban hành Quy chế sử dụng xe công trước ngày 31/3/2031", Kind.ACT, end=date(2031, 3, 31))


def headed(kind: str, body: str, day: str = "20 tháng 3") -> str:
    return (
        "SỞ CÔNG NGHỆ\nPHÒNG TỔNG HỢP\nSố: 12/TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"An Phú, ngày {day} năm 2031\n{kind}\n{body}\nTRƯỞNG PHÒNG\nNguyễn Văn Bình"
    )


@pytest.mark.parametrize(
    ("asked", "kind", "body", "arrived", "status", "why"),
    [
        (LIST, "DANH SÁCH\nHọc sinh dự thi hùng biện", "1. Lò Thị Mai", "2031-03-28 09:00", "met", "the list is there"),
        (LIST, "DANH SÁCH\nHọc sinh dự thi hùng biện", "1. Lò Thị Mai", "2031-04-02 09:00", "late", "it came late"),
        (LIST, "DANH SÁCH\nCán bộ trực Tết", "1. Lò Thị Mai", "2031-03-28 09:00", "missing", "a list of others"),
        (REGISTER, "BẢN ĐĂNG KÝ\nMô hình vườn thuốc nam", "Tại trạm y tế", "2031-03-28 09:00", "met", "a registration"),
        (
            REGISTER,
            "KẾ HOẠCH\nChăm sóc cây xanh",
            "Phân công các tổ.",
            "2031-03-28 09:00",
            "missing",
            "registers nothing",
        ),
        (
            REGISTER,
            "KẾ HOẠCH\nChăm sóc cây xanh",
            "Phòng Tổng hợp đăng ký mô hình vườn thuốc nam trước ngày 31/3/2031.",
            "2031-03-28 09:00",
            "missing",
            "who copies the duty has registered nothing",
        ),
        (
            REGISTER,
            "KẾ HOẠCH\nChăm sóc cây xanh",
            "Phòng Tổng hợp đăng ký mô hình vườn thuốc nam “Góc xanh” tại sân trước.",
            "2031-03-28 09:00",
            "met",
            "a plan that names what it registers does",
        ),
        (
            RULE,
            "QUYẾT ĐỊNH\nVề việc ban hành Quy chế sử dụng xe công",
            "Điều 1.",
            "2031-04-09 09:00",
            "met",
            "issued in time",
        ),
    ],
)
def test_the_paper_itself_answers(
    asked: Requirement, kind: str, body: str, arrived: str, status: str, why: str
) -> None:
    state = State.FOREIGN if kind.startswith("QUYẾT") else State.ACCEPTED
    item = paper("vb", UNIT, headed(kind, body), arrived, state)
    found = judged(plan_of(asked, title="Phong trào thi đua năm 2031"), [item], date(2031, 12, 31))[(UNIT, "R1")]
    assert found.status == status, (why, found.reason)
    assert status == "missing" or found.evidence, why


def test_a_rule_issued_too_late_is_met_in_part() -> None:
    item = paper(
        "vb", UNIT, headed("QUYẾT ĐỊNH\nBan hành Quy chế sử dụng xe công", "Điều 1.", "15 tháng 4"), None, State.FOREIGN
    )
    found = judged(plan_of(RULE), [item], date(2031, 12, 31))[(UNIT, "R1")]
    assert (found.status, found.reason) == ("partial", "Đã có quy chế ngày 15/4/2031, sau thời hạn 31/3/2031.")


def test_a_registration_that_was_compiled_as_a_paper_to_send_is_the_registration() -> None:
    asked = duty(
        "Gửi bản đăng ký mô hình vườn thuốc nam trước ngày 31/3/2031",
        Kind.SUBMIT,
        end=date(2031, 3, 31),
        shown_by=ShownBy.PLAN_SENT,
    )
    item = paper("vb", UNIT, headed("ĐĂNG KÝ MÔ HÌNH\nVườn thuốc nam", "Tại trạm y tế"), "2031-04-03 09:00")
    found = judged(plan_of(asked, title="Phong trào thi đua năm 2031"), [item], date(2031, 12, 31))[(UNIT, "R1")]
    assert found.status == "late", found.reason
