"""A large campaign: what a late file changes is judged and shown at once, the drafts are written in a quiet moment."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.errors import TonghopError
from flows import watcher as watcher_module
from flows.assess import Assessment
from flows.delivery import drafted_page
from flows.outbox import NotWritten
from flows.settings import Settings
from flows.shop import Workshop
from tests.flows.desk import OTHER, WORD, Desk


@pytest.fixture
def drafted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The files that each drafting told of."""
    told: list[set[str]] = []

    def fake(shop: Workshop, found: Assessment, day: date, options: Settings, out: Path, then: Any) -> None:
        told.append({item.key for item in found.submissions})

    monkeypatch.setattr(watcher_module, "_LARGE", 0)
    monkeypatch.setattr(watcher_module, "drafting", fake)
    return told


def test_files_one_after_the_other_are_judged_each_and_drafted_once(desk: Desk, drafted: list[set[str]]) -> None:
    before = len(desk.judged)
    (desk.folder / "a.docx").write_bytes(WORD)
    while len(desk.judged) == before:
        desk.looks(1)
    (desk.folder / "b.docx").write_bytes(OTHER)
    while len(desk.judged) == before + 1:
        assert drafted in ([], [{"a.docx"}]), "b.docx is still arriving: what stands still is drafted meanwhile"
        desk.looks(1)
    desk.looks(4)
    assert drafted[-1] == {"a.docx", "b.docx"}
    assert len(drafted) <= 2
    assert len(desk.judged) == before + 2, "drafting judges nothing again"


def test_a_drafting_that_fails_is_tried_again(
    desk: Desk, drafted: list[set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = watcher_module.drafting
    failures: list[TonghopError] = [NotWritten(detail="đĩa đầy")]

    def full(*rest: Any) -> None:
        if failures:
            raise failures.pop()
        write(*rest)

    monkeypatch.setattr(watcher_module, "drafting", full)
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks(8)
    assert not failures
    assert drafted == [{"a.docx"}]
    assert any("đĩa đầy" in line for line in desk.lines)


def test_the_page_says_that_the_drafts_will_follow(desk: Desk, tmp_path: Path) -> None:
    found = desk.judged[-1]
    day = date(2031, 7, 1)
    assert "đang được lập lại" in drafted_page("Đợt", found, day, tmp_path, renewing=True)
    assert "đang được lập lại" not in drafted_page("Đợt", found, day, tmp_path)
