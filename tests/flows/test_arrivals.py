"""What the watcher makes of a folder into which people copy, move, rename, replace and delete while it looks."""

from __future__ import annotations

import errno
import io
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from checks.submission import State
from extractors.errors import TonghopError
from extractors.readers.sniff import sniff
from flows import intake
from flows import watcher as watcher_module
from flows.assess import Assessment
from flows.office import Office
from flows.settings import Settings
from flows.shop import Workshop
from flows.watcher import Watcher
from ledger import schema as t
from ledger.store import Store
from tests.flows import tiny

WORD = tiny.report(tiny.UNITS[0], 1)
OTHER = tiny.report(tiny.UNITS[0], 2, done="tổ chức 03 lớp tập huấn")


def _pdf() -> bytes:
    sink = io.BytesIO()
    page = Canvas(sink)
    for line in range(30):
        page.drawString(72, 780 - 20 * line, f"Bao cao ket qua thuc hien nhiem vu, dong {line}")
    page.save()
    return sink.getvalue()


PDF = _pdf()


@dataclass
class Desk:
    """An inbox, the watcher over it, and what it said and judged."""

    inbox: Path
    office: Office
    lines: list[str]
    watcher: Watcher
    judged: list[Assessment] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.inbox / "dot" / "submissions"

    def looks(self, times: int = 4) -> None:
        for _ in range(times):
            self.watcher.look()

    def again(self) -> None:
        """The process is started again: it remembers nothing but the ledger."""
        self.watcher = Watcher(self.office, threading.Event())
        self.office._shops.clear()

    def states(self) -> dict[str, State]:
        return {item.key: item.state for item in self.judged[-1].submissions}

    def taken(self, key: str) -> list[str]:
        """The contents that were ever recorded under that key, in order."""
        with self.office.ledger.transaction() as connection:
            told = connection.execute(select(t.events).where(t.events.c.kind == "tiep_nhan").order_by(t.events.c.id))
            return [row.detail.split()[0] for row in told if row.detail.endswith(f" {key}")]

    def present(self) -> set[str]:
        with self.office.ledger.transaction() as connection:
            return set(
                connection.execute(select(t.submissions.c.key).where(t.submissions.c.gone_at.is_(None))).scalars()
            )


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    tiny.build(tmp_path / "inbox" / "dot", {})
    options = Settings(inbox=tmp_path / "inbox", outbox=tmp_path / "outbox", data=tmp_path / "data")
    lines: list[str] = []
    with Office(options, tmp_path / "data", lines.append) as office:
        reader: Any = tiny.InlineReader()
        office.reader = reader
        found = Desk(tmp_path / "inbox", office, lines, Watcher(office, threading.Event()))

        def fake(shop: Workshop, day: Any, now: Any, options: Any, out: Any, then: Any = None) -> Assessment:
            found.judged.append(tiny.steps(shop, None, now))
            return found.judged[-1]

        monkeypatch.setattr(watcher_module, "journey", fake)
        found.looks()
        assert len(found.judged) == 1, "the plan alone was judged once"
        yield found


@pytest.mark.parametrize("tail", ["grown", "zeros"])
@pytest.mark.parametrize("whole", [WORD, PDF], ids=["docx", "pdf"])
def test_a_copy_that_stopped_at_any_of_99_points_is_told_from_a_whole_file(whole: bytes, tail: str) -> None:
    sniff(whole)
    for percent in range(1, 100):
        cut = len(whole) * percent // 100
        data = whole[:cut] + (bytes(len(whole) - cut) if tail == "zeros" else b"")
        with pytest.raises(TonghopError):
            sniff(data)


@pytest.mark.parametrize("percent", [3, 50, 99])
@pytest.mark.parametrize("tail", ["grown", "zeros"])
@pytest.mark.parametrize("whole", [WORD, PDF], ids=["docx", "pdf"])
def test_a_copy_that_rests_halfway_is_never_current_and_once_whole_is_taken_once(
    desk: Desk, whole: bytes, tail: str, percent: int
) -> None:
    cut = len(whole) * percent // 100
    (desk.folder / "a").write_bytes(whole[:cut] + (bytes(len(whole) - cut) if tail == "zeros" else b""))
    desk.looks(5)
    assert desk.states() == {"a": State.QUARANTINED}
    (desk.folder / "a").write_bytes(whole)
    desk.looks(5)
    assert desk.states()["a"] not in {State.QUARANTINED, State.IGNORED}
    assert len(desk.taken("a")) == len(set(desk.taken("a"))) == 2


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
