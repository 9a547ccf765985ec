"""What a person is asked about a unit's gaps, and what the answers become."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from pydantic import create_model

from checks.decision import Answer
from checks.finding import Cause, Evidence, Finding, Status
from checks.requirement import Kind, Requirement, ShownBy, Weight
from checks.ruling import evidence_digest, rule, standing
from extractors.interval import Interval
from extractors.readers.builder import plain
from flows.forms import Asked, Choice, Gap, decisions_of, describe, review_fields, without_reason
from flows.markdown import plain_text

PLAN = plain("Mỗi trường tổ chức 01 buổi tập huấn trước ngày 15/10/2024.")
REPORT = plain("Trường sẽ tổ chức <b>tập huấn</b> vào [tháng 11](http://x).")
REQUIREMENT = Requirement(
    id="R2",
    span=PLAN.span(0, 57),
    section="III.2",
    actor="Mỗi trường",
    applies_to="each_unit",
    units=("Trường A",),
    action="tổ chức 01 buổi tập huấn",
    quantity=None,
    deadline=Interval(None, date(2024, 10, 15)),
    recipient=None,
    kind=Kind.HOLD,
    shown_by=ShownBy.REPORT_CONTENT,
    weight=Weight.MUST,
    frame="F5",
)
FINDING = Finding(
    "Trường A",
    "R2",
    Status.MISSING,
    Cause.PROMISED,
    "Mới nêu dự định, thời hạn 15/10/2024 đã qua.",
    (Evidence("bc_A.docx", REPORT.span(0, len(REPORT.text))),),
)
GAPS = [Gap(FINDING, REQUIREMENT)]
ASKED = [Asked(FINDING.id, evidence_digest(FINDING))]


def test_the_evidence_stands_above_the_form_and_its_markup_is_dead() -> None:
    text = describe("Trường A", "An toàn trường học", GAPS)
    assert "Thiếu" in text and "mục III\\.2 Kế hoạch" in text and "bc\\_A\\.docx" in text
    assert "<b>" not in text and not re.search(r"(?<!\\)\]\(http", text)


def test_every_label_of_the_form_is_vietnamese() -> None:
    schema = create_model("XemXet", **review_fields(GAPS)).model_json_schema()
    titles = [field["title"] for field in schema["properties"].values()]
    assert titles == [
        "Họ và tên người xem xét (tự ghi, không xác minh)",
        "1. Mỗi trường tổ chức 01 buổi tập huấn trước ngày 15/10/2024 – Thiếu",
        "Ghi chú 1 (bắt buộc khi bỏ qua)",
    ]
    assert schema["$defs"]["Choice"]["enum"] == [
        "Chưa kết luận",
        "Đồng ý là thiếu",
        "Chấp nhận",
        "Bỏ qua có lý do",
        "Đề nghị bổ sung",
    ]


ANSWERS = [
    ("Chưa kết luận", "", None, "left open: asked again"),
    ("Đồng ý là thiếu", "", Answer.AGREE, "stays a gap"),
    ("Bỏ qua có lý do", "", None, "no reason given: asked again"),
    ("Bỏ qua có lý do", "trường mới thành lập", Answer.EXEMPT, "exempt with its reason"),
    ("Đề nghị bổ sung", "gửi biên bản", Answer.REQUEST, "goes into the letter"),
]


@pytest.mark.parametrize(("choice", "note", "answer", "why"), ANSWERS)
def test_an_answer_becomes_a_decision(choice: str, note: str, answer: Answer | None, why: str) -> None:
    form = {"Họ và tên": "  Đỗ  Thị Mơ ", "ket_luan_1": choice, "ghi_chu_1": note}
    found = decisions_of(form, ASKED, "2024-11-01T09:00:00+07:00")
    assert [d.answer for d in found] == ([] if answer is None else [answer.value]), why
    assert all(d.reviewer == "Đỗ Thị Mơ" and d.subject == "R2@Trường A" and d.reason == note for d in found)
    assert without_reason(form) == (choice == "Bỏ qua có lý do" and not note), why


def test_an_answer_is_about_the_evidence_that_was_shown() -> None:
    form = {"Họ và tên": "Đỗ Thị Mơ", "ket_luan_1": "Chấp nhận"}
    (decision,) = decisions_of(form, ASKED, "2024-11-01T09:00:00+07:00")
    newer = replace(FINDING, status=Status.PARTIAL)
    assert not standing(rule([FINDING], [decision])[0]).undecided
    assert standing(rule([newer], [decision])[0]).undecided, "other evidence: the answer is shown as stale, asked again"


def test_the_first_choice_is_to_leave_it_open() -> None:
    assert next(iter(Choice)) is Choice.LATER


HOSTILE = [
    ("a|b", "a\\|b", "a cell must not open a column"),
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", "no tag survives"),
    ("dòng 1\n# dòng 2", "dòng 1 \\# dòng 2", "no heading is opened"),
    ("xem http://x.vn", "xem http&#58;//x\\.vn", "an address is no link"),
    ("a\u202eb", "a b", "no text is turned around"),
]


@pytest.mark.parametrize(("text", "shown", "why"), HOSTILE)
def test_document_text_is_letters_only(text: str, shown: str, why: str) -> None:
    assert plain_text(text) == shown, why
