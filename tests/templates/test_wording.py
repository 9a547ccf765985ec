"""How a chief of office wants it said: no opening quoted as news, no word twice, a unit's rows together."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from checks.finding import Cause, Evidence, Finding, Status
from checks.requirement import Kind, Plan, ShownBy
from checks.ruling import standing
from checks.submission import Submission
from checks.units import Register
from extractors.span import Span
from templates.arrivals import arrivals
from templates.duties import Teller
from templates.letters import Campaign, gaps
from templates.naming import duty_title
from templates.said import confessions
from templates.sources import Sources
from templates.tags import office_tags
from templates.word import filled
from tests.templates import made
from tests.templates.test_report import CLEAN, content, paragraphs

MADE = made.campaign()


def quote(text: str) -> Evidence:
    return Evidence("a.docx", Span("0" * 64, "body", None, "đoạn 1", 0, len(text), text))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Công văn số 31/SYT-VP ngày 02/6/2031 của Sở về việc hướng dẫn báo cáo, Phòng A báo cáo kết quả như sau:",
            "Công văn số 31/SYT-VP ngày 02/6/2031 của Sở về việc hướng dẫn báo cáo",
        ),
        # Not an opening: what follows the comma is the result itself.
        ("Đã họp 02 lần, báo cáo kịp thời theo quy định.", "Đã họp 02 lần, báo cáo kịp thời theo quy định"),
    ],
)
def test_an_opening_is_not_quoted_as_a_result(said: str, told: str) -> None:
    assert Teller((), Sources(()), False, "", MADE.plan)._sentence(quote(said)) == told


@pytest.mark.parametrize(
    ("status", "cause", "reason", "said"),
    [
        (Status.PARTIAL, Cause.SHORT, "Đã thực hiện ngày 18/5/2031, sau thời hạn 30/4/2031.", "thực hiện muộn"),
        (Status.PARTIAL, Cause.SHORT, "Đơn vị đang thực hiện, chưa hoàn thành.", "đang thực hiện"),
        (Status.PARTIAL, Cause.SHORT, "Mới đạt 74%, yêu cầu tối thiểu 80%.", "chưa đạt mức yêu cầu"),
        (Status.MISSING, Cause.DENIED, "Đơn vị nêu rõ chưa có báo cáo.", "nêu rõ chưa có báo cáo"),
        (Status.NOT_DUE, Cause.NONE, "", "chưa đến hạn thực hiện"),
    ],
)
def test_what_became_of_a_duty_is_said_as_it_is(status: Status, cause: Cause, reason: str, said: str) -> None:
    item = replace(MADE.plan.requirements[0], kind=Kind.SUBMIT, shown_by=ShownBy.REPORT_SENT)
    finding = replace(MADE.findings[0], status=status, cause=cause, reason=reason, evidence=(), decision=None)
    assert Teller((), Sources(()), False, "", MADE.plan).fate_words(item, finding, standing(finding)) == said


def test_what_a_unit_calls_its_shortcoming_is_told_there_alone() -> None:
    told = content(MADE)
    own = {line.text for line in told.own_shortcomings}
    assert own and confessions(MADE.submissions, MADE.register)
    results = {line.text for section in told.sections for entry in section.points for line in entry.told.lines}
    assert not own & results


def test_a_lone_point_needs_no_letter() -> None:
    letters = [[entry.letter for entry in section.points] for section in content(MADE).sections]
    assert all(found == [""] or found[0] == "a" for found in letters)


def test_the_table_of_arrivals_speaks_of_papers_and_says_nothing_twice() -> None:
    rows = {row.unit: (row.status, row.note) for row in arrivals(*_nouns())}
    assert rows["Trung tâm Kiểm soát bệnh tật"][0] == "Gửi muộn"
    assert rows["Phòng Nghiệp vụ Y"] == ("Đã gửi", "")
    assert rows["Bệnh viện Phổi"][0] == "Không đọc được"
    gone = replace(MADE, findings=tuple(_absent(f) for f in MADE.findings))
    assert {(row.status, row.note) for row in arrivals(*_nouns(gone))} == {("Chưa gửi", "")}


def _nouns(
    campaign: Campaign = MADE,
) -> tuple[Plan, Sequence[Submission], Sequence[Finding], Register]:
    return campaign.plan, campaign.submissions, campaign.findings, campaign.register


def _absent(finding: Finding) -> Finding:
    reason = "Chưa thấy báo cáo trong văn bản đã nhận của đơn vị; thời hạn 20/6/2031 đã qua."
    return replace(finding, status=Status.MISSING, cause=Cause.ABSENT, reason=reason, evidence=(), decision=None)


def test_a_letter_does_not_repeat_the_deadline_of_its_own_column() -> None:
    gone = replace(MADE, findings=tuple(_absent(f) for f in MADE.findings))
    assert {gap.lacking for gap in gaps(gone)} == {"Chưa thấy báo cáo trong văn bản đã nhận của đơn vị"}


def test_the_rows_of_a_unit_are_joined_and_kept_on_one_page() -> None:
    rows = [("1", "Phòng A", "Kế hoạch"), ("", "", "Báo cáo quý I"), ("", "", "Báo cáo quý II"), ("2", "Phòng B", "X")]
    book = docx.Document()
    table = book.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("STT", "Đơn vị", "Văn bản"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("{%tr for h in dong %}", "", ""), strict=True):
        cell.text = text
    for cells in (("{{ h[0] }}", "{{ h[1] }}", "{{ h[2] }}"), ("{%tr endfor %}", "", "")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    source = io.BytesIO()
    book.save(source)
    out = docx.Document(io.BytesIO(filled("mau.docx", {"dong": rows}, date(2031, 7, 1), source.getvalue())))
    found = []
    for row in out.tables[0]._tbl.tr_lst[1:]:
        merged = [cell.tcPr.vMerge_val if cell.tcPr is not None else None for cell in row.tc_lst]
        found.append((merged, any(p.find(f".//{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))))
    assert found == [
        (["restart", "restart", None], True),
        (["continue", "continue", None], True),
        (["continue", "continue", None], False),
        ([None, None, None], False),
    ]


def test_an_address_is_no_part_of_a_name() -> None:
    item = MADE.plan.requirements[3]
    words = "Đăng tin trên trang thông tin điện tử của Sở (địa chỉ: http://soyte.example.vn/tin) hằng tuần"
    assert duty_title(replace(item, span=quote(words).span, action=words)) == (
        "Đăng tin trên trang thông tin điện tử của Sở hằng tuần"
    )


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Hoàn thiện hồ sơ cấp độ an toàn thông tin trước ngày 30/6/2031", "Hoàn thiện hồ sơ cấp độ an toàn thông tin"),
        # A verb that has only its day behind it keeps it.
        ("Báo cáo kết quả 6 tháng đầu năm gửi trước ngày 10/6/2031", None),
        ("Thành lập ít nhất 05 đội thanh niên xung kích, ra mắt trước ngày 26/3/2031", None),
    ],
)
def test_a_title_leaves_the_day_to_the_column_beside_it(words: str, title: str | None) -> None:
    item = MADE.plan.requirements[3]
    assert duty_title(replace(item, span=quote(words).span, action=words)) == (title or words)


def test_a_long_name_of_a_body_leaves_no_single_word_on_its_line() -> None:
    office = replace(made.office(), body="Văn phòng HĐND và UBND huyện")
    assert office_tags(office, 2031, 7)["co_quan"] == "VĂN PHÒNG HĐND VÀ UBND\u00a0HUYỆN"
    assert office_tags(made.office(), 2031, 7)["co_quan"] == "SỞ Y TẾ"


def test_no_empty_brackets_and_no_doubled_mark_stand_in_the_report() -> None:
    for line in paragraphs(CLEAN):
        assert not any(bad in line for bad in ("()", "..", ";.", ",.", " ,", " ;", "…."))
