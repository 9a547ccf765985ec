"""What is asked of single files, and what the answers become."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import create_model

from checks.corrections import corrected
from checks.decision import Decision
from checks.submission import State, Submission
from checks.units import Register, Unit
from checks.versions import resolve
from extractors.document import Document, Source
from extractors.extract import extract
from extractors.readers.builder import plain
from flows.file_questions import FileQuestion, decisions_of, describe, fields, open_questions

NOW = "2031-11-01T09:00:00+07:00"
LINES = "TRƯỜNG TIỂU HỌC SÔNG VỆ\nSố: {}\nBÁO CÁO\nKết quả phong trào thi đua"
REGISTER = Register((Unit("Phòng Tổng hợp"), Unit("Trường Tiểu học Sông Vệ")), "Phòng Tổng hợp")


def scan(number: str, *, weak: bool = False) -> Document:
    document = plain(LINES.format(number), sha256="a" * 64)
    place = document.text.index("Số: ") + 4
    doubt = ((place, place + 2),) if weak else ()
    return replace(document, blocks=tuple(replace(b, source=Source.OCR, weak=doubt) for b in document.blocks))


def submission(document: Document, state: State = State.ACCEPTED) -> Submission:
    return Submission("bc <b>.pdf", document.sha256, None, document, extract(document, ()), state=state)


SCANS: list[tuple[Document, list[str], str]] = [
    (scan("12/BC-THSV"), [], "read with certainty"),
    (scan("12/BC-THSV", weak=True), ["12/BC-THSV"], "recognition was unsure: the reading is put before a person"),
    (scan("     /BC-THSV"), [""], "the stamped figure was not read"),
    (plain(LINES.format("     /BC-THSV"), sha256="a" * 64), [], "a Word file's blank is a blank, not a doubt"),
]


@pytest.mark.parametrize(("document", "read", "why"), SCANS)
def test_an_unsure_number_of_a_scan_is_asked(document: Document, read: list[str], why: str) -> None:
    asked = open_questions([submission(document)], [])
    assert [(item.subject, item.read) for item in asked] == [(f"so@{'a' * 64}", value) for value in read], why


def test_an_unknown_sender_is_asked_once_until_somebody_answers() -> None:
    item = submission(plain(LINES.format("12/BC-THSV"), sha256="a" * 64), State.UNKNOWN_UNIT)
    copy = replace(item, key="ban sao.pdf")
    (asked,) = open_questions([item, copy], [])
    assert asked.of_unit and asked.beginning.startswith("TRƯỜNG TIỂU HỌC")
    assert open_questions([item], [Decision(asked.subject, "sua", "Mơ", NOW, value="Trường A")]) == []


ASKED = [
    FileQuestion(f"don_vi@{'a' * 64}", "bc <b>.pdf", "TRƯỜNG [x](http://y)"),
    FileQuestion("so@b", "q.pdf", "", "1"),
]
ANSWERS: list[tuple[dict[str, Any], list[tuple[str, str]], str]] = [
    ({"tra_loi_1": "Chưa chọn", "tra_loi_2": " "}, [], "left open: asked again"),
    ({"tra_loi_1": "Trường Tiểu học Sông Vệ"}, [(ASKED[0].subject, "Trường Tiểu học Sông Vệ")], "the unit chosen"),
    ({"tra_loi_1": "Không thuộc đợt này"}, [(ASKED[0].subject, "")], "nobody's of this campaign"),
    ({"tra_loi_2": " 12/BC-X "}, [("so@b", "12/BC-X")], "the number typed"),
]


@pytest.mark.parametrize(("answer", "found", "why"), ANSWERS)
def test_answers_become_corrections(answer: dict[str, Any], found: list[tuple[str, str]], why: str) -> None:
    decisions = decisions_of({"Họ và tên": "Đỗ Thị Mơ", **answer}, [item.subject for item in ASKED], NOW)
    assert [(d.subject, d.value) for d in decisions] == found, why
    assert all(d.reviewer == "Đỗ Thị Mơ" and d.answer == "sua" for d in decisions)


@pytest.mark.parametrize(("value", "state"), [("Trường Tiểu học Sông Vệ", State.ACCEPTED), ("", State.FOREIGN)])
def test_a_person_settles_whose_a_file_is(value: str, state: State) -> None:
    item = submission(plain(LINES.format("12/BC-THSV"), sha256="a" * 64))
    decision = Decision(ASKED[0].subject, "sua", "Mơ", NOW, value=value)
    (told,) = resolve(corrected([item], [decision]))
    assert (told.state, told.unit or "") == (state, value)
    assert "(tên tự ghi)" in told.notes[-1].text


def test_the_form_is_vietnamese_and_what_files_say_is_dead_text() -> None:
    text = describe("Thi đua", ASKED)
    assert "<b>" not in text and "](http" not in text
    schema = create_model("XemTep", **fields(ASKED, [unit.name for unit in REGISTER.units])).model_json_schema()
    assert [item["title"] for item in schema["properties"].values()] == [
        "Họ và tên người xem (tự ghi, không xác minh)",
        "1. Đơn vị gửi của “bc <b>.pdf”",
        "2. Số, ký hiệu của “q.pdf”",
    ]
    assert schema["$defs"]["DonViGui"]["enum"] == [
        "Chưa chọn",
        "Phòng Tổng hợp",
        "Trường Tiểu học Sông Vệ",
        "Không thuộc đợt này",
    ]
