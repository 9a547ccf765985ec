"""The circle: the outline is filled in by its headings, the report is read and judged, and nothing is found lacking."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime

import docx
import pytest

from checks.finding import Finding, Status
from checks.plan import compile_plan
from checks.policy import Policy
from checks.requirement import Plan, ShownBy, Weight
from checks.submission import Submission
from checks.units import Register
from extractors.document import Document
from extractors.extract import extract
from extractors.facts import Facts
from extractors.readers.builder import plain
from extractors.readers.docx import read_docx
from flows.assess import assess
from flows.campaign import open_campaign
from templates.inspection import inspection_sheet
from templates.letters import Campaign
from templates.office import office_facts
from templates.outline import outline
from tests.templates.gold import CAMPAIGNS

# What a unit writes below a point, by what the outline says of how to write it.
ANSWERS = (
    ("thời gian, địa điểm", "Ngày {day}, tại hội trường, đơn vị đã {deed}; số cuộc: {count}, có 120 người tham dự."),
    ("số đã thực hiện trên tổng số", "Đơn vị đã {deed}, kết quả đạt {share}, hoàn thành ngày {day}."),
    ("liệt kê đủ tên từng sản phẩm", "Ngày {day}, đơn vị đã {deed}, đạt {amount}."),
    ("số tin, bài", "Đơn vị đã {deed}, đăng {amount} trên cổng thông tin điện tử ngày {day}."),
    ("việc đã làm", "Ngày {day}, đơn vị đã {deed}, đạt {amount}, có báo cáo kết quả kèm theo."),
    ("từng cá nhân, tập thể, mô hình", "Đơn vị đã {deed}: mô hình “Bếp ăn tập thể sạch” do bà Lê Thị Mười phụ trách."),
    ("kết quả nổi bật", "Đơn vị đã {deed} tại 12 điểm ngày {day}."),
)
POINT = re.compile(r"^[a-zđ]\) (?P<title>.*?)(?: \((?P<facts>[^()]*(?:mục|yêu cầu|thời hạn|dành cho)[^()]*)\))?\.$")
QUARTERS = {"I": 2, "II": 5, "III": 8, "IV": 11}


def _within(title: str, facts: str, last: date) -> str:
    """Return a day on which the point is done in time, as its deadline says it; the report's own where it has none."""
    if told := re.search(r"\d{1,2}/\d{1,2}/\d{4}", title):
        return told[0]
    if day := re.search(r"thời hạn:[^;]*?(\d{1,2}/\d{1,2}/\d{4})(?![^;]*\d/\d{4})", facts):
        return day[1]
    if month := re.search(r"thời hạn: trong tháng (\d+)/(\d{4})", facts):
        return f"15/{month[1]}/{month[2]}"
    if quarter := re.search(r"thời hạn: trong quý (I{1,3}|IV)/(\d{4})", facts):
        return f"15/{QUARTERS[quarter[1]]}/{quarter[2]}"
    if half := re.search(r"thời hạn: trong 6 tháng (đầu|cuối) năm (\d{4})", facts):
        return f"15/{5 if half[1] == 'đầu' else 11}/{half[2]}"
    return f"{last:%d/%m/%Y}"


def _answer(title: str, facts: str, how: str, day: str) -> str:
    amount = re.search(r"yêu cầu: (?:ít nhất |không quá )?([^;]+)", facts)
    asked = amount[1] if amount else "01 sản phẩm"
    share = asked.split()[0] if "%" in asked else "100%"
    sentence = next(text for cue, text in ANSWERS if cue in how)
    deed = title[0].lower() + title[1:]
    return sentence.format(deed=deed, day=day, amount=asked, count=asked.split()[0], share=share)


def _filled(letter: bytes, unit: str, register: Register, issued: date) -> list[str]:
    """Return the lines of a report that answers the outline's points for one unit, under the outline's headings."""
    lines = [
        f"{unit.upper()}",
        "Số: 45/BC-DV",
        f"Hải Đông, ngày {issued:%d} tháng {issued:%m} năm {issued:%Y}",
        "BÁO CÁO",
    ]
    lines.append("Kết quả thực hiện Kế hoạch")
    paragraphs = [p.text.strip() for p in docx.Document(io.BytesIO(letter)).paragraphs]
    start = next(at for at, text in enumerate(paragraphs) if text.startswith("I. CÔNG TÁC"))
    point: re.Match[str] | None = None
    for text in paragraphs[start:]:
        if text.startswith("- Cách viết:") and point is not None:
            facts = point["facts"] or ""
            concerned = re.search(r"dành cho: ([^)]*)$", facts)
            if concerned is None or unit in concerned[1]:
                lines.append(_answer(point["title"], facts, text, _within(point["title"], facts, issued)))
        elif (found := POINT.match(text)) is not None:
            point = found
        elif re.match(r"[IVX]+\. |\d+\. ", text):
            lines.append(text)
    return [*lines, "Trên đây là báo cáo kết quả./.", "GIÁM ĐỐC", "Nguyễn Văn Hòa"]


@pytest.mark.parametrize("name", ["an-toan-thuc-pham-2024", "chuyen-doi-so-2023"])
def test_a_report_written_by_the_outline_leaves_no_gap(name: str) -> None:
    campaign = open_campaign(CAMPAIGNS / name)
    document = read_docx(campaign.plan.read_bytes(), "0" * 64)
    facts, register = extract(document), campaign.register
    plan = compile_plan(document, facts, register)
    letter = outline(Campaign(plan, (), (), register, office_facts(plan, facts.letterhead, register), date(2023, 1, 9)))
    for unit in register.others():
        lacking = _lacking(plan, document, facts, register, letter, unit.name)
        assert lacking == [], f"{unit.name}: {[(f.requirement, f.reason) for f in lacking]}"


def _lacking(
    plan: Plan, document: Document, facts: Facts, register: Register, letter: bytes, unit: str
) -> list[Finding]:
    duties = [r for r in plan.requirements if r.weight is Weight.MUST and unit in r.units]
    last = max((r.deadline.end for r in duties if r.deadline and r.deadline.end), default=date(2023, 12, 20))
    report = plain("\n".join(_filled(letter, unit, register, last)))
    arrived = datetime(last.year, last.month, last.day, 8, tzinfo=UTC)
    paper = Submission(f"{unit}/bao cao.docx", report.sha256, arrived, report, extract(report))
    found = assess(document, facts, [paper], register, last, Policy())
    asked = {r.id for r in duties if r.shown_by in {ShownBy.REPORT_CONTENT, ShownBy.EITHER}}
    wanting = {Status.MISSING, Status.PARTIAL}
    return [f for f in found.findings if f.unit == unit and f.requirement in asked and f.status in wanting]


@pytest.mark.parametrize(
    ("filled_in", "status"),
    [
        (True, Status.MET),  # the day is written in: the office has inspected
        (False, Status.MISSING),  # a sheet that only lies there proves nothing
    ],
)
def test_a_filled_inspection_sheet_shows_that_the_office_inspected(filled_in: bool, status: Status) -> None:
    campaign = open_campaign(CAMPAIGNS / "thi-dua-2022")
    document = read_docx(campaign.plan.read_bytes(), "0" * 64)
    facts, register = extract(document), campaign.register
    plan = compile_plan(document, facts, register)
    duty = next(r for r in plan.requirements if "kiểm tra tình hình" in r.quote and register.office in r.units)
    office = office_facts(plan, facts.letterhead, register)
    unit = register.others()[0].name
    sheet = docx.Document(
        io.BytesIO(inspection_sheet(Campaign(plan, (), (), register, office, date(2022, 10, 3)), unit))
    )
    for paragraph in sheet.paragraphs:
        if filled_in and paragraph.text.startswith("Ngày ……"):
            paragraph.text = paragraph.text.replace("Ngày …… tháng …… năm", "Ngày 12 tháng 10 năm")
    target = io.BytesIO()
    sheet.save(target)
    read = read_docx(target.getvalue(), "1" * 64)
    paper = Submission("kiem tra.docx", read.sha256, datetime(2022, 10, 13, tzinfo=UTC), read, extract(read))
    found = assess(document, facts, [paper], register, date(2022, 12, 1), Policy())
    (held,) = [f for f in found.findings if f.requirement == duty.id and f.unit == register.office]
    assert held.status is status, held.reason
