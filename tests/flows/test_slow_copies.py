"""Copies that take their time: never current before they are whole, always once; many hands at one moment."""

from __future__ import annotations

import io
import threading

import pytest
from reportlab.pdfgen.canvas import Canvas

from checks.submission import State
from extractors.errors import TonghopError
from extractors.readers.sniff import sniff
from tests.extractors.signing import Mark, signed
from tests.flows import tiny
from tests.flows.desk import WORD, Desk


def _pdf() -> bytes:
    sink = io.BytesIO()
    page = Canvas(sink)
    for line in range(30):
        page.drawString(72, 780 - 20 * line, f"Bao cao ket qua thuc hien nhiem vu, dong {line}")
    page.save()
    return sink.getvalue()


PDF = _pdf()
SIGNED = signed(PDF, [Mark("318", (145, 740, 175, 760)), Mark("08/3/2024", (300, 740, 380, 760))], stamped=False)
FIRST = SIGNED[: SIGNED.index(b"%%EOF") + 6]  # before anybody signed: complete by form
KINDS = {"docx": WORD, "pdf": PDF, "signed": SIGNED}


@pytest.mark.parametrize("tail", ["grown", "zeros"])
@pytest.mark.parametrize("whole", KINDS.values(), ids=KINDS)
def test_a_copy_that_stopped_at_any_of_99_points_is_told_from_a_whole_file(whole: bytes, tail: str) -> None:
    sniff(whole)
    for percent in range(1, 100):
        cut = len(whole) * percent // 100
        data = whole[:cut] + (bytes(len(whole) - cut) if tail == "zeros" else b"")
        with pytest.raises(TonghopError):
            sniff(data)


@pytest.mark.parametrize("percent", [3, 50, 99])
@pytest.mark.parametrize("tail", ["grown", "zeros"])
@pytest.mark.parametrize("whole", KINDS.values(), ids=KINDS)
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


@pytest.mark.parametrize("cut", [FIRST, SIGNED[: SIGNED.rindex(b"%%EOF", 0, len(SIGNED) - 64) + 6]])
def test_a_signed_file_cut_where_an_earlier_revision_ends_is_superseded_at_the_next_look(
    desk: Desk, cut: bytes
) -> None:
    """Nothing in its form tells it from a whole file; what tells is that it goes on growing."""
    sniff(cut)
    (desk.folder / "a.pdf").write_bytes(cut)
    desk.looks(3)
    (desk.folder / "a.pdf").write_bytes(SIGNED)
    desk.looks(3)
    first, second = desk.taken("a.pdf")
    assert first != second and desk.office.ledger.content_of("dot", "a.pdf") == second
    assert [item.sha256 for item in desk.judged[-1].submissions] == [second], "only the whole one counts"


def test_a_hundred_sent_at_once_for_one_unit_by_eight_hands_leave_one_current_version(desk: Desk) -> None:
    papers = [tiny.report(tiny.UNITS[0], 1, f"tổ chức {number + 2:02d} lớp tập huấn") for number in range(100)]

    def send(hand: int) -> None:
        for number in range(hand, 100, 8):
            aside = desk.inbox.parent / f"aside-{number}"
            aside.write_bytes(papers[number])
            aside.replace(desk.folder / f"{number:03d}.docx")

    hands = [threading.Thread(target=send, args=(hand,)) for hand in range(8)]
    for hand in hands:
        hand.start()
    while any(hand.is_alive() for hand in hands):
        desk.looks(1)
    desk.looks(4)
    states = desk.states()
    assert len(states) == 100 and list(states.values()).count(State.ACCEPTED) == 1, states
    assert set(states.values()) == {State.ACCEPTED, State.SUPERSEDED}
    desk.again()
    desk.looks(3)
    assert desk.states() == states, "the same one after a restart"
