"""What a person is asked about exemplars, and what the answers become."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import create_model

from checks.nominees import Part, Spoken, Verdict, words_digest
from extractors.facts import Exemplar, ExemplarKind
from extractors.readers.builder import plain
from flows.exemplar_forms import Shown, decisions_of, describe, fields

NOW, SHA = "2031-11-01T09:00:00+07:00", "a" * 64
TEXT = plain("Đồng chí Trần Thị Lan, Phó Trưởng phòng, có nhiều <b>thành tích</b>.", sha256=SHA)
AT = TEXT.text.index("Trần")
READ = Exemplar(
    span=TEXT.span(AT, AT + 12),
    name="Trần Thị Lan",
    kind=ExemplarKind.PERSON,
    honorific="đồng chí",
    position="Phó Trưởng phòng",
    affiliation=None,
    deed="có nhiều thành tích",
    award=None,
    planned=False,
    context=TEXT.span(0, len(TEXT.text)),
)
ITEM = Shown(
    place=f"{SHA}:{AT}",
    digest=words_digest(READ),
    kind="cá nhân",
    verdict="Chưa kết luận",
    ten="Trần Thị Lan",
    chuc_vu="Phó Trưởng phòng",
    thanh_tich="có nhiều thành tích",
    khen_thuong="",
    file="bc.docx",
    quote=TEXT.text,
)
AS_SHOWN = {"Họ và tên": "Đỗ Thị Mơ", "ket_luan_1": "Chưa kết luận", "ten_1": "Trần Thị Lan"} | {
    "chuc_vu_1": "Phó Trưởng phòng",
    "thanh_tich_1": "có nhiều thành tích",
    "khen_thuong_1": "",
}
ANSWERS: list[tuple[dict[str, Any], list[tuple[Part, str, str]], str]] = [
    ({}, [], "left as shown: no decision"),
    ({"ket_luan_1": "Chọn"}, [(Part.WHOLE, "chon", "")], "ticked"),
    ({"ket_luan_1": "Gạch bỏ"}, [(Part.WHOLE, "gach_bo", "")], "struck out"),
    ({"ten_1": " Trần Thị  Lan Anh "}, [(Part.NAME, "sua", "Trần Thị Lan Anh")], "mended"),
    ({"ten_1": ""}, [], "a name cannot be emptied"),
    ({"chuc_vu_1": ""}, [(Part.POST, "sua", "")], "another part can"),
    (
        {"ket_luan_1": "Chọn", "khen_thuong_1": "Giấy khen của Giám đốc Sở"},
        [(Part.AWARD, "sua", "Giấy khen của Giám đốc Sở"), (Part.WHOLE, "chon", "")],
        "ticked, with the award to be asked for",
    ),
]


@pytest.mark.parametrize(("answer", "found", "why"), ANSWERS)
def test_answers_become_decisions(answer: dict[str, Any], found: list[tuple[Part, str, str]], why: str) -> None:
    decisions = decisions_of(AS_SHOWN | answer, [ITEM], NOW)
    said = [(d.subject.partition("@")[0], d.answer, d.value) for d in decisions]
    assert said == [(part.value, kind, value) for part, kind, value in found], why


def test_a_tick_finds_its_exemplar_again() -> None:
    spoken = Spoken(decisions_of(AS_SHOWN | {"ket_luan_1": "Chọn"}, [ITEM], NOW), {SHA: "Phòng A"})
    assert spoken.verdict(SHA, READ) is Verdict.TICKED


def test_the_form_is_vietnamese_and_what_reports_say_is_dead_text() -> None:
    text = describe("Phòng A", "Thi đua", [ITEM])
    assert "<b>" not in text and "không xác minh" in text
    schema = create_model("DienHinh", **fields([ITEM])).model_json_schema()
    assert [field["title"] for field in schema["properties"].values()] == [
        "Họ và tên người kết luận (tự ghi, không xác minh)",
        "1. Trần Thị Lan",
        "1. Tên",
        "1. Chức vụ, đơn vị",
        "1. Thành tích",
        "1. Hình thức đề nghị khen thưởng",
    ]
