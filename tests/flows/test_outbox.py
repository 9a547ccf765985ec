"""What a clerk wrote in a draft is never lost to a newer draft."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from flows.outbox import FRESH, Outbox
from templates.lots import Draft, Lots
from templates.redraft import redraft

NAME = "bao-cao-tong-hop.docx"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.docx")}


Made = Callable[[bytes], Draft]


def long(data: bytes) -> Draft:
    """A draft that is made while it is written, as results and evidence page are."""
    return Lots(lambda: [chr(byte) for byte in data])


@pytest.fixture(params=[bytes, long])
def draft(request: pytest.FixtureRequest) -> Made:
    made: Made = request.param
    return made


def test_an_untouched_draft_is_replaced(tmp_path: Path, draft: Made) -> None:
    for data in (b"1", b"2"):
        Outbox(tmp_path).publish(NAME, draft(data))
    assert contents(tmp_path) == {NAME: b"2"}


def test_an_edited_draft_stays_and_the_new_one_lies_beside_it(tmp_path: Path, draft: Made) -> None:
    Outbox(tmp_path).publish(NAME, draft(b"1"))
    (tmp_path / NAME).write_bytes(b"1 + cau cua can bo")
    for data in (b"2", b"3"):
        Outbox(tmp_path).publish(NAME, draft(data))
    assert contents(tmp_path) == {NAME: b"1 + cau cua can bo", f"bao-cao-tong-hop{FRESH}.docx": b"3"}


def test_a_file_that_was_there_before_us_is_not_ours(tmp_path: Path, draft: Made) -> None:
    (tmp_path / NAME).write_bytes(b"ban cua co quan")
    Outbox(tmp_path).publish(NAME, draft(b"1"))
    assert contents(tmp_path)[NAME] == b"ban cua co quan"


def test_an_open_file_is_left_alone(tmp_path: Path, draft: Made) -> None:
    Outbox(tmp_path).publish(NAME, draft(b"1"))
    (tmp_path / f"~${NAME[2:]}").write_bytes(b"")  # Word drops the first two letters of long names
    Outbox(tmp_path).publish(NAME, draft(b"2"))
    assert (tmp_path / NAME).read_bytes() == b"1"


def test_when_the_clerk_is_done_the_next_draft_takes_its_place_again(tmp_path: Path, draft: Made) -> None:
    box = Outbox(tmp_path)
    box.publish(NAME, draft(b"1"))
    (tmp_path / NAME).write_bytes(b"sua")
    box.publish(NAME, draft(b"2"))
    (tmp_path / NAME).unlink()
    Outbox(tmp_path).publish(NAME, draft(b"3"))
    assert contents(tmp_path) == {NAME: b"3"}


def test_the_same_again_writes_nothing_and_leaves_nothing_behind(tmp_path: Path, draft: Made) -> None:
    Outbox(tmp_path).publish(NAME, draft(b"1"))
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    Outbox(tmp_path).publish(NAME, draft(b"1"))
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_long_draft_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    def broken() -> Iterator[str]:
        yield "2" * 3_000_000
        raise RuntimeError

    Outbox(tmp_path).publish(NAME, long(b"1"))
    with pytest.raises(RuntimeError):
        Outbox(tmp_path).publish(NAME, Lots(broken))
    assert contents(tmp_path) == {NAME: b"1"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".tmp-")] == []


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def text(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def join(base: bytes, edited: bytes, fresh: bytes) -> bytes:
    return redraft(base, edited, fresh, date(2024, 12, 1)).data


def test_what_the_clerk_wrote_and_what_is_new_stand_in_one_draft(tmp_path: Path) -> None:
    box = Outbox(tmp_path, join)
    box.publish(NAME, word("I. Kết quả", "Có 05/08 đơn vị gửi báo cáo.", "II. Đánh giá"))
    (tmp_path / NAME).write_bytes(
        word("I. Kết quả", "Có 05/08 đơn vị gửi báo cáo.", "II. Đánh giá", "Phong trào thiết thực.")
    )
    for _ in range(2):
        Outbox(tmp_path, join).publish(NAME, word("I. Kết quả", "Có 06/08 đơn vị gửi báo cáo.", "II. Đánh giá"))
        assert text(tmp_path / NAME) == [
            "I. Kết quả",
            "Có 06/08 đơn vị gửi báo cáo.",
            "II. Đánh giá",
            "Phong trào thiết thực.",
        ]
    assert [path.name for path in tmp_path.glob("*.docx")] == [NAME]
    assert text(tmp_path / ".ban-da-sua" / NAME)[-1] == "Phong trào thiết thực.", "the edited one is kept as it was"


def test_a_draft_that_cannot_be_joined_is_offered_once(tmp_path: Path) -> None:
    box = Outbox(tmp_path, join)
    box.publish(NAME, b"1")
    (tmp_path / NAME).write_bytes(b"khong con la tep Word")
    beside = box.publish(NAME, b"2")
    assert beside == box.beside(NAME)
    beside.unlink()  # the clerk took over what was new, by hand
    assert Outbox(tmp_path, join).publish(NAME, b"2") == tmp_path / NAME
    assert contents(tmp_path) == {NAME: b"khong con la tep Word"}


def test_what_a_clerk_wrote_in_the_draft_beside_is_not_lost_either(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    box.publish(NAME, b"1")
    (tmp_path / NAME).write_bytes(b"sua")
    first = box.publish(NAME, b"2")
    first.write_bytes(b"2 + sua tiep")
    second = Outbox(tmp_path).publish(NAME, b"3")
    assert (first.read_bytes(), second.read_bytes()) == (b"2 + sua tiep", b"3")
    assert second.name == f"bao-cao-tong-hop{FRESH} 2.docx"
