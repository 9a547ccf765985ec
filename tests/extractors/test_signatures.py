"""Signed PDFs: number and day from what signatures draw, who signed when, and whether the file was changed since."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from extractors.document import Document, Part
from extractors.grammars.letterhead_stamps import read_stamps
from extractors.readers.pdf import read_pdf
from tests.extractors.drawn import Sheet, pdf
from tests.extractors.signing import STAMPED, Mark, authority, signed

HASH = "0" * 64


def _notice() -> bytes:
    """A notice whose number and day are blanks, as offices print them before signing."""
    sheet = Sheet()
    for y, left, right in (
        (60, "UBND HUYỆN VĨNH TIẾN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (76, "VĂN PHÒNG", "Độc lập - Tự do - Hạnh phúc"),
        (92, "Số:        /TB-VP", "Vĩnh Tiến, ngày      tháng 3 năm 2024"),
    ):
        sheet.text(170 - len(left) * 2.75, y, left, 11).text(420 - len(right) * 2.75, y, right, 11)
    sheet.text(260, 140, "THÔNG BÁO").text(121, 180, "Văn phòng thông báo kết luận cuộc họp giao ban tháng 3.")
    return pdf(sheet)


NUMBER, DAY = (145, 740, 175, 760), (398, 740, 420, 760)


@pytest.fixture(scope="module")
def stamped() -> bytes:
    return signed(_notice(), [Mark("318", NUMBER), Mark("08", DAY)], stamped=True)


@pytest.fixture(scope="module")
def unstamped() -> bytes:
    return signed(_notice(), [Mark("07", NUMBER), Mark("29", DAY)], stamped=False)


def read(data: bytes, *roots: bytes) -> Document:
    return read_pdf(data, HASH, None, roots)


@pytest.mark.parametrize(("name", "number", "day"), [("stamped", "318", 8), ("unstamped", "07", 29)])
def test_number_and_day_are_read_where_signatures_draw_them(
    name: str, number: str, day: int, request: pytest.FixtureRequest
) -> None:
    document = read(request.getfixturevalue(name))
    drawn = [block for block in document.blocks if block.part is Part.SIGNATURE]
    assert [document.block_text(block) for block in drawn] == [number, f"{day:02d}"]
    assert [one.appearance for one in document.signatures] == [number, f"{day:02d}"]
    for block, place in zip(drawn, (NUMBER, DAY), strict=True):
        assert block.box is not None and block.page == 1
        x, y = (block.box[0] + block.box[2]) / 2, 842 - (block.box[1] + block.box[3]) / 2
        assert place[0] <= x <= place[2] and place[1] <= y <= place[3]
    found = read_stamps(document)
    assert (found.number, found.day) == (number, day)


def test_signer_and_times(stamped: bytes, unstamped: bytes) -> None:
    one, two = read(stamped).signatures[0], read(unstamped).signatures[0]
    assert (one.signer, one.organisation) == ("UBND huyện Vĩnh Tiến", "Tỉnh thử nghiệm")
    assert one.timestamp is not None and datetime.fromisoformat(one.timestamp) == STAMPED
    assert two.timestamp is None and two.signed_at is not None  # the signer's own clock: a claim, no proof


def test_trust_needs_a_root(stamped: bytes) -> None:
    alone, known = read(stamped), read(stamped, authority().pem)
    assert {one.trusted for one in alone.signatures} == {None}
    assert [note.code for note in alone.notes] == ["CHU_KY_CHUA_KIEM_CHUNG"]
    assert {one.trusted for one in known.signatures} == {True} and known.notes == ()


def test_second_signature_is_no_change_of_the_first(stamped: bytes) -> None:
    assert [(one.intact, one.covers_all) for one in read(stamped).signatures] == [(True, True), (True, True)]


def test_changed_byte_breaks_the_signature(stamped: bytes) -> None:
    data = bytearray(stamped)
    at = data.index(b"/FontName")
    data[at + 12] ^= 0x20
    document = read(bytes(data), authority().pem)
    assert not any(one.intact for one in document.signatures)
    assert "CHU_KY_SO_HONG" in [note.code for note in document.notes]


def test_page_changed_after_signing_is_said(stamped: bytes) -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(stamped))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = generic.NumberObject(90)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    document = read(out.getvalue(), authority().pem)
    assert all(one.intact for one in document.signatures) and not any(one.covers_all for one in document.signatures)
    assert "CHU_KY_SO_HONG" in [note.code for note in document.notes]


def test_broken_signature_neither_stops_the_reading_nor_passes() -> None:
    data = signed(_notice(), [Mark("5", NUMBER)], stamped=False)
    at = data.index(b"/Contents <") if b"/Contents <" in data else data.index(b"/Contents<")
    hole = data[: at + 20] + b"0" * 400 + data[at + 420 :]
    document = read(hole)
    assert "THÔNG BÁO" in document.text
    assert not any(one.intact for one in document.signatures)


def test_unsigned_file_has_none() -> None:
    assert read(_notice()).signatures == ()


@pytest.mark.parametrize(
    ("kind", "flags", "part"),
    [
        ("/Subtype /FreeText", 0, Part.TEXTBOX),  # typed over the page in a viewer
        ("/Subtype /Widget /FT /Tx", 0, Part.TEXTBOX),  # a filled form field
        ("/Subtype /Widget /FT /Sig", 0, Part.SIGNATURE),
        ("/Subtype /FreeText", 2, None),  # hidden
        ("/Subtype /Link", 0, None),
    ],
)
def test_annotations_that_draw_text_are_read(kind: str, flags: int, part: Part | None) -> None:
    codes = "".join(f"{ord(char):04x}" for char in "số đến 45")
    form = f"/BBox [0 0 100 20]|BT /F0 10 Tf 1 0 0 1 2 5 Tm <{codes}> Tj ET"
    note = f"<< /Type /Annot {kind} /F {flags} /Rect [300 500 400 520] /AP << /N {{form0}} 0 R >> >>"
    document = read(pdf(Sheet().text(85, 100, "Nội dung"), annotations=[note], forms=[form]))
    drawn = [(document.block_text(block), block.part) for block in document.blocks[1:]]
    assert drawn == ([("số đến 45", part)] if part else [])
