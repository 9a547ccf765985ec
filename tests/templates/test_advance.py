"""The letter before a deadline: to whom it goes, what it asks, and that it blames nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.finding import Cause, Status
from checks.reminders import Reminding
from templates.advance import advance_letter, advance_name
from templates.format import check_format
from templates.letters import Campaign
from tests.templates import made
from tests.templates.test_report import hostile, paragraphs, text

DAY, LAST, LATER = date(2031, 6, 17), date(2031, 6, 20), date(2031, 6, 30)
SENT, UNSENT, ALSO = made.UNITS[1], made.UNITS[2], made.UNITS[3]
REPORT, MODELS = made.plan().requirements[0], made.plan().requirements[1]


def near(*units: str, last: date = LAST, days: int = 3) -> Reminding:
    return Reminding(REPORT, last, days, units)


def campaign() -> Campaign:
    """One unit has sent its report, the others have time left."""
    found = made.campaign()
    findings = tuple(
        replace(f, status=Status.NOT_DUE, cause=Cause.NONE, reason="Chưa đến hạn.", evidence=())
        if f.requirement == REPORT.id and f.unit != SENT
        else f
        for f in found.findings
    )
    return replace(found, findings=findings, as_of=DAY)


def letter(*upcoming: Reminding, of: Campaign | None = None) -> bytes:
    made_letter = advance_letter(of or campaign(), upcoming)
    assert made_letter is not None
    return made_letter


def test_it_goes_to_those_who_have_not_sent_and_says_what_has_come() -> None:
    told = list(paragraphs(letter(near(UNSENT, ALSO))))
    assert f"- {UNSENT};" in told and f"- {ALSO}." in told
    assert not any(line.strip("- ;.") == SENT for line in told)
    whole = "\n".join(told)
    assert "đã nhận được báo cáo của 01/03" in whole
    assert "đề nghị các phòng, đơn vị có tên trên quan tâm hoàn thành và gửi báo cáo về" in whole
    assert "chậm nhất ngày 20/6/2031" in whole
    assert "Đơn vị đã gửi trước khi nhận được công văn này thì không phải gửi lại." in whole


@pytest.mark.parametrize("hard", ["yêu cầu các", "quá hạn", "chưa thực hiện", "nghiêm túc", "khẩn trương", "Phụ lục"])
def test_it_blames_nobody(hard: str) -> None:
    assert hard not in text(letter(near(UNSENT, ALSO)))


def test_several_deadlines_are_listed_with_those_who_owe_each() -> None:
    told = list(paragraphs(letter(near(UNSENT, last=LATER, days=9), near(UNSENT, ALSO))))
    first, second = (line for line in told if "chậm nhất ngày" in line and line.startswith("-"))
    assert first == "- Báo cáo, chậm nhất ngày 20/6/2031;"
    assert second == f"- Báo cáo, chậm nhất ngày 30/6/2031 ({UNSENT})."


def test_nothing_is_drafted_where_nobody_owes_or_the_day_has_gone_by() -> None:
    assert advance_letter(campaign(), [near()]) is None
    assert advance_letter(campaign(), [near(UNSENT, days=-1)]) is None


def test_each_deadline_has_a_letter_of_its_own() -> None:
    assert advance_name([near(UNSENT, last=LATER), near(UNSENT)]) == "nhac-truoc-han-20-6-2031.docx"


def test_it_keeps_the_decrees_format_its_bytes_and_hostile_names() -> None:
    assert check_format(letter(near(UNSENT, ALSO))) == []
    assert letter(near(UNSENT)) == letter(near(UNSENT))
    name = "{{ 7 * 7 }} {% for x in y %}"
    assert name in text(letter(near(name), of=hostile(name)))
