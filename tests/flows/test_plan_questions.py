"""The form that confirms a plan: the three questions, and what the answers become."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import create_model

from checks.confirmations import CONFIRMED, ISSUED, NUMBER, REPORTS
from checks.plan import compile_plan
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.readers.builder import plain
from flows.plan_questions import decisions_of, describe, fields, from_parameters, question, questions, shown

NOW = "2031-05-01T09:00:00+07:00"
TEXT = """SỞ TƯ PHÁP
Số:      /KH-STP
KẾ HOẠCH
Tổ chức phong trào thi đua năm 2031
III. TỔ CHỨC THỰC HIỆN
1. Các phòng, đơn vị trực thuộc Sở
- Xây dựng kế hoạch của đơn vị và gửi về Văn phòng Sở trước ngày 30/5/2031.
- Báo cáo kết quả thực hiện gửi về Văn phòng Sở."""
REGISTER = Register(
    (Unit("Văn phòng Sở"), Unit("Phòng Hộ tịch"), Unit("Thanh tra Sở", exempt="mới lập")), "Văn phòng Sở"
)
DOCUMENT = plain(TEXT, sha256="c" * 64)
PLAN = compile_plan(DOCUMENT, extract(DOCUMENT, ()), REGISTER)
SHOWN = shown(PLAN, REGISTER)


def test_the_run_carries_what_it_shows() -> None:
    assert from_parameters(question("d", "Thi đua", SHOWN).parameters["ke_hoach"]) == SHOWN
    assert SHOWN.exempt == ("Thanh tra Sở",) and SHOWN.duties, SHOWN


def test_the_form_asks_the_three_questions_in_vietnamese() -> None:
    text = describe("Thi đua", SHOWN)
    assert "Chưa rõ trong kế hoạch" in text and "30/5/2031" in text
    schema = create_model("XacNhan", **fields(SHOWN)).model_json_schema()
    titles = [item["title"] for item in schema["properties"].values()]
    assert [title[:2] for title in titles[1:5]] == ["1.", "1.", "2.", "3."], titles
    assert schema["properties"]["don_vi_mien"]["default"] == ["Thanh tra Sở"]


AS_SHOWN = {"Họ và tên": "Đỗ Thị Mơ", "don_vi_mien": ["Thanh tra Sở"]}
ANSWERS: list[tuple[dict[str, Any], list[tuple[str, str]], str]] = [
    ({}, [(CONFIRMED, "")], "confirmed as it was read"),
    ({"so_ke_hoach": "12/KH-STP"}, [(NUMBER, "12/KH-STP"), (CONFIRMED, "")], "the number of the blank"),
    ({"ngay_ke_hoach": "1/5/2031"}, [(ISSUED, "2031-05-01"), (CONFIRMED, "")], "the day, kept in one form"),
    ({"han_bao_cao": "15/11/2031"}, [(REPORTS, "2031-11-15"), (CONFIRMED, "")], "the office's own day"),
    ({"han_bao_cao": "31/02/2031"}, [], "no such day: asked again"),
    ({"don_vi_mien": []}, [("mien_nop@Thanh tra Sở", ""), (CONFIRMED, "")], "must send after all"),
    (
        {"don_vi_mien": ["Thanh tra Sở", "Phòng Hộ tịch"], "ly_do_mien": "giải thể"},
        [("mien_nop@Phòng Hộ tịch", "giải thể"), (CONFIRMED, "")],
        "need not send",
    ),
]


@pytest.mark.parametrize(("answer", "found", "why"), ANSWERS)
def test_answers_become_decisions(answer: dict[str, Any], found: list[tuple[str, str]], why: str) -> None:
    assert [(d.subject, d.value) for d in decisions_of(AS_SHOWN | answer, SHOWN, NOW)] == found, why


def test_a_duty_that_was_read_wrongly_is_struck_by_its_words() -> None:
    answer = AS_SHOWN | {"yeu_cau_bo": [SHOWN.duties[0]]}
    assert decisions_of(answer, SHOWN, NOW)[0].value == SHOWN.keys[0]


def test_a_confirmed_plan_is_not_asked_again_nor_one_with_a_corrected_list() -> None:
    done = decisions_of(AS_SHOWN, SHOWN, NOW)
    assert len(questions("d", "Thi đua", PLAN, REGISTER, [], laid=False)) == 1
    assert questions("d", "Thi đua", PLAN, REGISTER, done, laid=False) == []
    assert questions("d", "Thi đua", PLAN, REGISTER, [], laid=True) == []
