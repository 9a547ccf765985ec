"""The leaders' page: it is one page, and every figure on it is counted anew from the findings."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument

from checks.decision import Answer, Decision
from checks.finding import Status
from checks.requirement import Weight
from checks.ruling import standing
from extractors.interval import Interval
from templates.brief import AHEAD, brief
from templates.format import check_format
from templates.letters import Campaign
from templates.office import office_facts
from tests.templates import made
from tests.templates.gold import CAMPAIGNS, case
from tests.templates.test_report import text

SAMPLES = sorted(path.name for path in CAMPAIGNS.iterdir() if (path / "gold").is_dir())
MADE = made.campaign()


def sample(name: str) -> Campaign:
    told = case(name)
    texts = [item.document.text for item in told.submissions if item.document]
    office = office_facts(told.plan, told.plan_facts.letterhead, told.register, texts)
    return Campaign(told.plan, told.submissions, told.findings, told.register, office, told.as_of)


@pytest.mark.tools
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice draws the pages")
def test_it_is_one_page_whatever_the_campaign(tmp_path: Path) -> None:
    for name in SAMPLES:
        (tmp_path / f"{name}.docx").write_bytes(brief(sample(name)))
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    asked = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *tmp_path.glob("*.docx")]
    subprocess.run(asked, check=True, capture_output=True, timeout=180)
    assert {path.stem: len(PdfDocument(path)) for path in tmp_path.glob("*.pdf")} == dict.fromkeys(SAMPLES, 1)


@pytest.mark.parametrize("campaign", [MADE, *map(sample, SAMPLES)], ids=["made", *SAMPLES])
def test_the_figures_are_those_of_the_findings(campaign: Campaign) -> None:
    must = {item.id for item in campaign.plan.requirements if item.weight is Weight.MUST}
    mine = [f for f in campaign.findings if f.requirement in must and f.unit != campaign.register.office]
    due = [f for f in mine if f.status is not Status.NOT_DUE]
    met = sum(f.status is Status.MET for f in due)
    lacking = len({f.unit for f in mine if standing(f).gap})
    told = text(brief(campaign))
    assert f"đã đạt {met:02d}/{len(due):02d} lượt yêu cầu đến hạn" in told
    assert f"{lacking:02d}/{len({f.unit for f in mine}):02d} {campaign.office.units} còn nội dung chưa đạt" in told
    assert check_format(brief(campaign)) == []


def test_the_table_names_who_lacks_what_and_the_rest_is_told() -> None:
    (table,) = [
        t for t in docx.Document(io.BytesIO(brief(MADE))).tables if "Yêu cầu chưa đạt đủ" in t.rows[0].cells[0].text
    ]
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    assert rows == [
        [
            "Gửi báo cáo kết quả thực hiện về Văn phòng Sở (chậm nhất ngày 20/6/2031)",
            "01/03",
            "Trung tâm Kiểm soát bệnh tật, Bệnh viện Phổi",
        ],
        [
            "Xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc (chậm nhất ngày 30/6/2031)",
            "01/03",
            "Trung tâm Kiểm soát bệnh tật, Bệnh viện Phổi",
        ],
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, True),  # due today is still to come
        (AHEAD, True),  # the last day of the stretch
        (AHEAD + 1, False),  # the status after the next will tell it
        (-1, False),  # it is past: a gap or met, never ahead
    ],
)
def test_what_falls_due_soon_is_told(days: int, told: bool) -> None:
    item = MADE.plan.requirements[1]
    end = date.fromordinal(MADE.as_of.toordinal() + days)
    duties = tuple(replace(r, deadline=Interval(None, end)) if r.id == item.id else r for r in MADE.plan.requirements)
    shown = text(brief(replace(MADE, plan=replace(MADE.plan, requirements=duties))))
    ahead = re.search(r"trong 14 ngày tới(.*)", shown, re.DOTALL)
    assert bool(ahead and f"{end.day:02d}/{end.month}/{end.year}" in ahead[1]) is told


def test_an_exempt_unit_counts_nowhere_and_an_undecided_one_is_told() -> None:
    before = text(brief(MADE))
    assert "chưa được kết luận" in before
    freed = tuple(
        replace(f, decision=Decision(f.id, Answer.EXEMPT.value, "Đỗ Thị Mơ", "2031-07-01T08:00:00+07:00", "", "", ""))
        for f in MADE.findings
    )
    after = text(brief(replace(MADE, findings=freed)))
    assert "Chưa có yêu cầu nào đến hạn thực hiện" in after and "chưa được kết luận" not in after
