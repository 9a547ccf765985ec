"""What the watcher makes of a folder into which people copy, move, rename, replace and delete while it looks."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from checks.submission import State
from flows import intake
from flows import watcher as watcher_module
from ledger.store import Store
from tests.flows import tiny
from tests.flows.desk import OTHER, WORD, Desk


def test_a_file_that_grows_at_each_look_is_left_alone_until_it_stands_still(desk: Desk) -> None:
    for percent in range(1, 101):
        (desk.folder / "a.docx").write_bytes(WORD[: len(WORD) * percent // 100])
        desk.looks(1)
        assert desk.taken("a.docx") == [] and len(desk.judged) == 1
    desk.looks(5)
    assert desk.states() == {"a.docx": State.ACCEPTED} and len(desk.taken("a.docx")) == 1 and len(desk.judged) == 2


def test_a_file_that_is_written_while_it_is_copied_waits_for_the_next_looks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, put = desk.folder / "a.docx", Store.put

    def growing(self: Store, source: Path) -> tuple[str, int]:
        found = put(self, source)
        if source == path and path.stat().st_size == 700:
            path.write_bytes(WORD)
        return found

    monkeypatch.setattr(Store, "put", growing)
    path.write_bytes(WORD[:700])
    desk.looks(3)
    assert desk.taken("a.docx") == [], "neither the old file nor the new"
    desk.looks(4)
    assert desk.states() == {"a.docx": State.ACCEPTED} and len(desk.taken("a.docx")) == 1


def test_a_file_that_comes_between_the_look_and_the_journey_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = watcher_module.scan

    def and_one_more(folder: Path) -> Any:
        found = scan(folder)
        (desk.folder / "b.docx").write_bytes(OTHER[:900])
        return found

    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks(2)
    monkeypatch.setattr(watcher_module, "scan", and_one_more)
    desk.looks(1)
    assert desk.states() == {"a.docx": State.ACCEPTED} and desk.taken("b.docx") == []


def test_a_file_that_is_written_again_counts_as_it_was_until_the_new_one_stands_still(desk: Desk) -> None:
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks()
    desk.again()
    (desk.folder / "b.docx").write_bytes(tiny.report(tiny.UNITS[1], 2))
    for size in range(5):  # the service was started again while the first file is being replaced
        (desk.folder / "a.docx").write_bytes(OTHER[: 900 + size])
        desk.looks(1)
    assert set(desk.states()) == {"a.docx", "b.docx"} and desk.states()["a.docx"] is State.ACCEPTED
    assert desk.present() == {"a.docx", "b.docx"}


def received(desk: Desk) -> dict[str, Any]:
    return {item.key: item.received for item in desk.judged[-1].submissions}


def test_moved_renamed_replaced_and_deleted_files_are_understood(desk: Desk) -> None:
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks()
    came = received(desk)["a.docx"]
    assert came is not None
    (desk.folder / tiny.UNITS[0]).mkdir()
    (desk.folder / "a.docx").rename(desk.folder / tiny.UNITS[0] / "a.docx")
    desk.looks()
    (desk.folder / tiny.UNITS[0]).rename(desk.folder / "khac")
    desk.looks()
    assert received(desk) == {"khac/a.docx": came}, "a move is no new arrival"
    (desk.folder / "khac" / "a.docx").write_bytes(OTHER)
    desk.looks()
    assert desk.present() == {"khac/a.docx"} and received(desk)["khac/a.docx"] > came
    (desk.folder / "khac" / "a.docx").unlink()
    desk.looks()
    assert desk.present() == set() and desk.judged[-1].submissions == ()
    assert desk.office.ledger.broken_seals() == []


def test_ten_copies_are_one_submission(desk: Desk) -> None:
    for number in range(10):
        (desk.folder / f"{number}.docx").write_bytes(WORD)
    desk.looks()
    states = list(desk.states().values())
    assert states.count(State.ACCEPTED) == 1 and states.count(State.DUPLICATE) == 9
    assert len(list((desk.office.data / "store").glob("??/*"))) == 2, "the plan and the one file"


@pytest.mark.parametrize("empty", [False, True], ids=["gone", "an empty folder where the share was"])
def test_a_share_that_is_away_is_said_once_and_nothing_counts_as_deleted(desk: Desk, empty: bool) -> None:
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks()
    away, judged = desk.inbox.with_name("away"), len(desk.judged)
    desk.inbox.rename(away)
    if empty:
        desk.inbox.mkdir()
    desk.looks(6)
    told = [line for line in desk.lines if line.startswith("Không thấy hộp thư từ ")]
    assert len(told) == 1 and "không coi là tệp bị xóa" in told[0]
    assert desk.present() == {"a.docx"} and len(desk.judged) == judged
    if empty:
        desk.inbox.rmdir()
    away.rename(desk.inbox)
    desk.looks(6)
    assert any(line.startswith("Đã thấy lại hộp thư lúc ") for line in desk.lines)
    assert desk.present() == {"a.docx"} and len(desk.taken("a.docx")) == 1


FAULTS = [
    (errno.EACCES, "không có quyền truy cập"),
    (errno.EIO, "lỗi đọc, ghi đĩa"),
    (errno.ENOSPC, "đĩa đầy"),
    (errno.ESTALE, "mất kết nối tới thư mục dùng chung"),
]


def failing(monkeypatch: pytest.MonkeyPatch, number: int, times: int) -> None:
    put, left = Store.put, [times]

    def put_or_fail(self: Store, source: Path) -> tuple[str, int]:
        if source.name == "a.docx" and left[0] > 0:
            left[0] -= 1
            raise OSError(number, os.strerror(number))
        return put(self, source)

    monkeypatch.setattr(Store, "put", put_or_fail)


@pytest.mark.parametrize(("number", "words"), FAULTS)
def test_a_file_that_cannot_be_taken_once_is_taken_at_the_next_look(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    failing(monkeypatch, number, times=1)
    (desk.folder / "a.docx").write_bytes(WORD)
    (desk.folder / "b.docx").write_bytes(OTHER)
    desk.looks(3)
    refused = next(item for item in desk.judged[-1].submissions if item.key == "a.docx")
    assert refused.error is not None and words in refused.error.message
    assert desk.states()["b.docx"] is State.ACCEPTED, "the others do not wait for it"
    assert any("a.docx" in line and "sẽ tự thử lại" in line for line in desk.lines)
    desk.looks(1)
    assert set(desk.present()) == {"a.docx", "b.docx"} and len(desk.taken("a.docx")) == 1


def test_what_never_succeeds_is_tried_ever_more_rarely_and_said_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, errno.EACCES, times=10_000)
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks(3 + 100)
    assert 6 <= len(desk.judged) - 1 <= 8
    assert len([line for line in desk.lines if "a.docx" in line]) == 1
    (desk.folder / "b.docx").write_bytes(OTHER)
    desk.looks(4)
    assert desk.states()["b.docx"] is State.ACCEPTED, "what is new is not kept waiting"


def test_a_file_that_was_held_and_cannot_be_read_after_a_restart_still_counts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks()
    desk.again()
    failing(monkeypatch, errno.EACCES, times=1)
    desk.looks(3)
    assert desk.states() == {"a.docx": State.ACCEPTED} and desk.present() == {"a.docx"}


def test_a_name_that_is_no_text_stops_nothing(desk: Desk) -> None:
    Path(os.fsdecode(os.fsencode(desk.folder) + b"/b\xe1o c\xe1o.docx")).write_bytes(WORD)
    desk.looks()
    assert desk.states() == {"b�o c�o.docx": State.ACCEPTED}


def test_whatever_a_journey_meets_the_watcher_lives_and_tries_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = watcher_module.journey

    def bad(*args: Any, **named: Any) -> Any:
        raise RuntimeError

    (desk.folder / "a.docx").write_bytes(WORD)
    monkeypatch.setattr(watcher_module, "journey", bad)
    desk.looks(4)
    assert desk.lines[-1] == "dot: lỗi chưa rõ (RuntimeError), sẽ thử lại."
    monkeypatch.setattr(watcher_module, "journey", fake)
    desk.looks(3)
    assert desk.states() == {"a.docx": State.ACCEPTED}


def test_the_inbox_of_a_campaign_that_is_away_alone_is_waited_for(desk: Desk) -> None:
    (desk.folder / "a.docx").write_bytes(WORD)
    desk.looks()
    kept = desk.inbox.with_name("kept")
    shutil.copytree(desk.inbox / "dot", desk.inbox / "khac")
    shutil.move(desk.inbox / "dot", kept)
    desk.looks(5)
    assert "a.docx" in desk.present()


def test_every_word_of_the_disk_is_vietnamese() -> None:
    assert intake.disk_words(OSError(errno.ENOSPC, "No space left on device")) == "đĩa đầy"
    assert intake.disk_words(OSError(999, "whatever")) == "lỗi đọc, ghi đĩa"
