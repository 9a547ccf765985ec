"""Issuing freezes a report; what comes later never creeps into it."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import docx
import pytest

from checks.decision import Answer, Decision
from checks.finding import Finding, Status
from checks.ruling import standing
from templates.format import check_format
from templates.guard import places
from templates.issuing import NotReady, issued, later, snapshot, supplement, untouched
from templates.letters import Campaign
from tests.templates import made
from tests.templates.test_report import content, paragraphs, text, written

DAY = date(2031, 7, 8)


def decided(finding: Finding) -> Finding:
    if not standing(finding).undecided:
        return finding
    return replace(finding, decision=Decision(finding.id, Answer.AGREE, "Người Mẫu", "2031-07-06"))


CAMPAIGN = replace(made.campaign(), findings=tuple(map(decided, made.findings())))


def completed(data: bytes) -> bytes:
    """The draft with every place filled by a clerk."""
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        if places_of(paragraph.text):
            paragraph.runs[0].text = "Nội dung do cán bộ tổng hợp bổ sung."
            for run in paragraph.runs[1:]:
                run.text = ""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def places_of(line: str) -> bool:
    return "[Cán bộ tổng hợp bổ sung" in line


FULL = completed(written(CAMPAIGN))


def test_an_open_place_or_an_undecided_duty_refuses_the_signature() -> None:
    with pytest.raises(NotReady, match="Còn 08 chỗ"):
        issued(written(CAMPAIGN), 5, DAY, content(CAMPAIGN))
    with pytest.raises(NotReady, match="chưa kết luận"):
        issued(FULL, 5, DAY, content(made.campaign()))


def test_number_and_day_go_into_the_frame_and_nowhere_else() -> None:
    assert places(FULL) == []
    out = issued(FULL, 5, DAY, content(CAMPAIGN))
    before, after = list(paragraphs(FULL)), list(paragraphs(out))
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [
        "Số: 05/BC-SYT",
        "An Hải, ngày 08 tháng 7 năm 2031",
        *["(Kèm theo Báo cáo số 05/BC-SYT ngày 08 tháng 7 năm 2031 của Sở Y tế)"] * 3,
    ]
    assert check_format(out) == []
    assert issued(FULL, 5, DAY, content(CAMPAIGN)) == out


def test_the_record_knows_the_report_again() -> None:
    out = issued(FULL, 5, DAY, content(CAMPAIGN))
    record = snapshot(out, 5, DAY, CAMPAIGN)
    assert untouched(out, record)
    assert not untouched(out + b" ", record)
    assert list(json.loads(record)["documents"]) == sorted(item.key for item in CAMPAIGN.submissions)
    assert snapshot(out, 5, DAY, CAMPAIGN) == record


def test_nothing_new_needs_no_supplement() -> None:
    record = snapshot(FULL, 5, DAY, CAMPAIGN)
    assert not later(record, CAMPAIGN)
    assert supplement(record, CAMPAIGN) is None


def arrived_late() -> Campaign:
    new = made.submission(made.UNITS[3], "Bệnh viện đã xây dựng 02 mô hình “Cổng không khói” và “Vườn xanh”.", 3)
    findings = tuple(
        replace(f, status=Status.LATE, reason="Nhận báo cáo ngày 30/6/2031.", decision=None)
        if (f.unit, f.requirement) == (made.UNITS[3], "R1")
        else f
        for f in CAMPAIGN.findings
    )
    return replace(CAMPAIGN, submissions=(*CAMPAIGN.submissions, new), findings=findings)


def test_what_comes_later_stands_in_the_supplement_alone() -> None:
    record = snapshot(FULL, 5, DAY, CAMPAIGN)
    found = later(record, arrived_late())
    assert [item.unit for item in found.documents] == [made.UNITS[3]]
    assert [(f.id, before) for f, before in found.findings] == [(f"R1@{made.UNITS[3]}", "Không đọc được")]
    data = supplement(record, arrived_late())
    assert data is not None
    told = text(data)
    assert "Bổ sung Báo cáo số 05/BC-SYT ngày 08/7/2031" in told
    assert "03/BC-X; 13/6/2031" in told
    assert "Nhận báo cáo ngày 30/6/2031" in told
    assert check_format(data) == []
