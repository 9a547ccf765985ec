"""An archive is no failure: it was opened, each file inside is an entry, and what came in is what is accounted for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checks.submission import State
from flows.artifacts import campaign_page
from flows.summary import summary
from ledger.ledger import Ledger
from tests.flows import tiny

WHOLE = tiny.report(tiny.UNITS[1], 2)


def box(**files: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.docx", data)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("data", "states", "why"),
    [
        (box(mot=WHOLE), {"nop.zip": State.OPENED, "nop.zip/mot.docx": State.ACCEPTED}, "all that is inside was read"),
        (
            box(mot=WHOLE, hai=WHOLE[:600]),
            {"nop.zip": State.OPENED, "nop.zip/mot.docx": State.ACCEPTED, "nop.zip/hai.docx": State.QUARANTINED},
            "what could not be read is the file inside, by its own name",
        ),
        (box(), {"nop.zip": State.QUARANTINED}, "nothing is inside"),
        (box(mot=WHOLE)[:900], {"nop.zip": State.QUARANTINED}, "the archive itself is cut off"),
    ],
)
def test_an_archive_that_was_opened_is_not_among_the_failures(
    data: bytes, states: dict[str, State], why: str, tmp_path: Path
) -> None:
    folder = tiny.build(tmp_path / "dot", {"nop.zip": data})
    found = tiny.run(folder, tmp_path / "data", None)
    assert {item.key: item.state for item in found.submissions} == states, why
    page = campaign_page("Đợt", found, tiny.DAY)
    opened = sum(state is State.OPENED for state in states.values())
    unread = [key for key, state in states.items() if state is State.QUARANTINED]
    assert ("đã mở, có" in page) is bool(opened), why
    assert page.count("Tệp không đọc được") == bool(unread), why
    assert f"Đã nhận {len(states):02d} tệp" in page and f"{len(states):02d} tệp" in summary(found, tmp_path), why
    ledger = Ledger.at(tmp_path / "data")
    try:
        assert ledger.counts("dot") == {states["nop.zip"].value: 1}, "the one entry of the folder has its end state"
    finally:
        ledger.close()
