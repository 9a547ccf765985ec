"""A body of the same name in another place is left to a person; the plan's own place, however written, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.home import elsewhere
from checks.recognise import CONFLICT, recognise
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.facts import DocumentKind, Letterhead
from extractors.readers.builder import plain
from tests.templates import made

HEAD = replace(made.letterhead(DocumentKind.PLAN), issuer="UBND HUYỆN SƠN HÒA", parent=None)
UNIT = Unit("Phòng Nội vụ")
PAPERS = [
    (HEAD, "PHÒNG NỘI VỤ", "UBND HUYỆN BA BỂ", UNIT, ("huyện Ba Bể", "huyện Sơn Hòa"), "the same name elsewhere"),
    (HEAD, "HẠT KIỂM LÂM HUYỆN BA BỂ", None, UNIT, ("huyện Ba Bể", "huyện Sơn Hòa"), "the place in the name itself"),
    (HEAD, "BCH HUYỆN ĐOÀN BA BỂ", "TỈNH ĐOÀN A", UNIT, ("huyện Ba Bể", "huyện Sơn Hòa"), "the body is no place"),
    (HEAD, "PHÒNG NỘI VỤ", "UBND HUYỆN SƠN HOÀ", UNIT, None, "the tone on another vowel"),
    (HEAD, "PHÒNG NỘI VỤ", "UBND HUYỆN SƠN HỎA", UNIT, None, "a letter that recognition mistook"),
    (HEAD, "PHÒNG NỘI VỤ", "UBND HUYỆN", UNIT, None, "a level alone tells nothing"),
    (HEAD, "PHÒNG NỘI VỤ", "UBND THỊ XÃ BA ĐỒN", UNIT, None, "another level is not compared"),
    (HEAD, "UBND HUYỆN BA BỂ", None, Unit("UBND huyện Ba Bể"), None, "the register itself names the place"),
    (HEAD, "BAN CHỈ HUY QUÂN SỰ HUYỆN SƠN HÒA", None, UNIT, None, "no quận"),
    (
        replace(HEAD, issuer="SỞ NỘI VỤ", parent="UBND TỈNH AN HẢI"),
        "PHÒNG NỘI VỤ",
        "UBND HUYỆN BA BỂ",
        UNIT,
        None,
        "a district below the plan's province",
    ),
]


@pytest.mark.parametrize(("home", "issuer", "parent", "unit", "found", "why"), PAPERS, ids=[row[5] for row in PAPERS])
def test_whose_place(
    home: Letterhead, issuer: str, parent: str | None, unit: Unit, found: tuple[str, str] | None, why: str
) -> None:
    assert elsewhere(replace(HEAD, issuer=issuer, parent=parent), home, unit) == found, why


@pytest.mark.parametrize(("place", "unit"), [("BA BỂ", None), ("SƠN HÒA", "Phòng Nội vụ")])
def test_a_paper_of_another_place_waits_for_a_person(place: str, unit: str | None) -> None:
    document = plain(
        f"UBND HUYỆN {place}\nPHÒNG NỘI VỤ\nSố: 3/BC-NV\n{place.title()}, ngày 05 tháng 6 năm 2031\n"
        "BÁO CÁO\nKết quả cải cách hành chính\nPhòng Nội vụ báo cáo kết quả như sau."
    )
    register = Register((UNIT, Unit("Phòng Tư pháp")), "Phòng Tư pháp")
    got, _, notes = recognise("bc.docx", extract(document).letterhead, document, register, HEAD)
    assert got == unit
    assert (CONFLICT in {note.code for note in notes}) is (unit is None)
