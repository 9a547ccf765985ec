"""What the clock leaves in the folder before a deadline: a letter for those who have not sent, drafted once a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checks.policy import Policy
from checks.reminders import remindings
from checks.workdays import Workdays
from flows.journey import conclude
from flows.schedules import draft_advance, reminder_lines
from flows.settings import Settings
from flows.shop import hold_all
from flows.signing import Desk
from tests.flows import tiny

CASES = [
    (date(2031, 6, 17), "nhac-truoc-han-20-6-2031.docx", "three working days before the plans are due"),
    (date(2031, 6, 18), "", "two: not a day of reminding"),
    (date(2031, 6, 24), "nhac-truoc-han-25-6-2031.docx", "one before the reports are due; the plans' day has gone by"),
]


@pytest.mark.parametrize(("day", "name", "why"), CASES)
def test_before_a_deadline_a_letter_lies_in_the_folder_and_the_page_says_where(
    day: date, name: str, why: str, tmp_path: Path
) -> None:
    work = tiny.shop(tiny.build(tmp_path / "dot", {}), tmp_path / "data")
    try:
        found = conclude(work, hold_all(work, tiny.NOW), day, Settings())
        at = Desk(work, found, day, tmp_path / "out", None, tiny.NOW.isoformat())
        due = remindings(found.plan, found.findings, found.register, day, (3, 1), (9,), Workdays(), Policy())
        for _ in range(2):  # the clock may strike again after a failure
            letter = draft_advance(at, due)
    finally:
        work.ledger.close()
    lying = sorted(path.name for path in (tmp_path / "out").glob("*.docx"))
    assert lying == ([name] if name else []), why
    page = "\n".join(reminder_lines(at, due, Workdays(), letter)).replace("\\", "")
    assert ("Dự thảo công văn nhắc việc trước hạn" in page and name in page) is bool(name), why
    assert "đôn đốc" not in page, why
