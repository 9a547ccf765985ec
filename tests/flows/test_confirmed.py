"""A person corrects the list of requirements; the next run judges by his list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from benchmarks.accuracy import CAMPAIGNS
from checks.planfile_rows import KEEP, STRIKE
from flows.campaign import CONFIRMED, open_campaign
from flows.confirmed import BadConfirmation, confirmed
from flows.run import run_campaign


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "dot"
    shutil.copytree(CAMPAIGNS / "chuyen-doi-so-2023", found, ignore=shutil.ignore_patterns("gold", "submissions"))
    (found / "submissions").mkdir()
    return found


def test_a_struck_duty_is_owed_by_nobody_and_the_list_is_no_submission(folder: Path, tmp_path: Path) -> None:
    first = run_campaign(folder, tmp_path / "out", as_of=None, say=lambda line: None)
    victim = first.plan.requirements[-1]
    book = load_workbook(tmp_path / "out" / CONFIRMED)
    sheet = book.worksheets[0]
    (row,) = [cell.row for line in sheet.iter_rows() for cell in line if cell.value == victim.id]
    next(cell for cell in sheet[row] if cell.value == KEEP).value = STRIKE
    book.save(folder / CONFIRMED)
    second = run_campaign(folder, tmp_path / "out2", as_of=None, say=lambda line: None)
    assert len(second.plan.requirements) == len(first.plan.requirements) - 1
    assert second.submissions == ()


def test_a_file_that_is_no_list_is_refused_and_never_passed_over(folder: Path) -> None:
    (folder / CONFIRMED).write_bytes(b"khong phai xlsx")
    with pytest.raises(BadConfirmation, match="danh mục yêu cầu"):
        confirmed(open_campaign(folder))
