"""The disk says no at each call, once and for ever: a clear word, nothing half written, and the next try succeeds."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import Unreachable
from flows import outbox
from flows.intake import disk_words, store
from flows.outbox import FRESH, Outbox
from ledger.store import Store
from tests.flows import tiny
from tests.flows.points import points

WORDS = {
    errno.EIO: "lỗi đọc, ghi đĩa",
    errno.ENOSPC: "đĩa đầy",
    errno.EACCES: "không có quyền truy cập",
}
NAME = "phan-hoi/thư.docx"


def calls(work: Callable[[], object]) -> list[str]:
    seen: list[str] = []
    with points(seen.append):
        work()
    return seen


def refusing(step: int, number: int, *, always: bool) -> Callable[[str], None]:
    """An act that fails the call `step`, and with `always` every call after it."""
    count = [0]

    def act(name: str) -> None:
        count[0] += 1
        after = name.endswith(" done")  # a call that came back has not failed
        if not after and (count[0] == step or (always and count[0] > step)):
            raise OSError(number, os.strerror(number))

    return act


def half_written(folder: Path) -> list[Path]:
    return list(folder.rglob(".tmp-*"))


@pytest.mark.parametrize("always", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("number", WORDS)
def test_an_original_is_whole_or_not_there_whatever_call_fails(tmp_path: Path, number: int, always: bool) -> None:
    source = tmp_path / "nguồn.docx"
    source.write_bytes(b"noi dung" * 100)
    first = Store(tmp_path / "x")
    steps = calls(lambda: first.put(source))
    assert {"open rb", "open xb", "write", "half", "fsync", "chmod", "rename", "unlink"} <= set(steps)
    for step in range(1, len(steps) + 1):
        vault = Store(tmp_path / f"{step}")
        try:
            with points(refusing(step, number, always=always)):
                store(source, vault)
        except Unreachable as error:
            assert error.transient and error.message == f"Không lấy được tệp lúc này ({WORDS[number]})."
        else:
            assert steps[step - 1].endswith(" done") and (not always or step == len(steps)), steps[step - 1]
        vault.sweep()
        assert half_written(vault.root) == []
        held = [path for path in vault.root.rglob("*") if path.is_file()]
        assert all(path.read_bytes() == source.read_bytes() for path in held) and len(held) <= 1
        sha256, _ = store(source, vault)
        vault.verify(sha256)
        assert half_written(vault.root) == []


@pytest.mark.parametrize("always", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize("number", WORDS)
def test_a_draft_is_the_old_one_or_the_new_one_whatever_call_fails(tmp_path: Path, number: int, always: bool) -> None:
    Outbox(tmp_path / "x").publish(NAME, b"ban cu")
    steps = calls(lambda: Outbox(tmp_path / "x").publish(NAME, b"ban moi"))
    assert {"mkstemp", "write", "half", "fsync", "chmod", "replace", "unlink"} <= set(steps)
    for step in range(1, len(steps) + 1):
        folder = tmp_path / f"{step}"
        Outbox(folder).publish(NAME, b"ban cu")
        try:
            with points(refusing(step, number, always=always)):
                Outbox(folder).publish(NAME, b"ban moi")
        except OSError as error:
            assert disk_words(error) == WORDS[number]
        outbox.sweep(folder)
        assert half_written(folder) == []
        assert (folder / NAME).read_bytes() in {b"ban cu", b"ban moi"}
        Outbox(folder).publish(NAME, b"ban sau")
        assert (folder / NAME).read_bytes() == b"ban sau", "our own draft is never taken for a clerk's"
        assert not (folder / NAME).with_name(f"thư{FRESH}.docx").exists()


def test_results_that_cannot_be_written_are_said_in_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tiny.build(tmp_path / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1)})

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(outbox, "put", full)
    with pytest.raises(outbox.NotWritten) as caught:
        tiny.run(folder, tmp_path / "data", tmp_path / "out")
    assert caught.value.transient and caught.value.message == "Chưa ghi được kết quả (đĩa đầy)."
    monkeypatch.undo()
    tiny.run(folder, tmp_path / "data", tmp_path / "out")
    assert (tmp_path / "out" / "results.json").exists()
