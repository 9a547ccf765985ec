"""Names of persons: what is one, what only looks like one, and the words around them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.extract import persons
from extractors.grammars.names import find_names
from tests.extractors.exemplar_phrases import PHRASES

FOUND = [
    # text, names, why
    ("Giám đốc Sở Nguyễn Đức Lý chủ trì.", ["Nguyễn Đức Lý"], "the unit of a post ends where the surname begins"),
    ("Chủ tịch UBND huyện Mường La Lò Thị Hà đến dự", ["Lò Thị Hà"], "place and name in one run of capitals"),
    ("đồng chí Trưởng phòng Nguyễn Văn Nam", ["Nguyễn Văn Nam"], "a post between address and name"),
    ("Đồng chí Giám đốc Sở chỉ đạo", [], "address and post without a name"),
    ("các ông, bà có tên trên", [], "words of address alone"),
    ("ông Nguyễn Văn An Phó Giám đốc Sở", ["Nguyễn Văn An"], "no comma before the post"),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTRẦN THANH TỊNH", ["TRẦN THANH TỊNH"], "a signer in capitals"),
    ("PHÒNG TƯ PHÁP", [], "a unit in capitals"),
    ("TRƯỜNG THPT NGUYỄN DU", [], "a school in capitals"),
    ("Hà Văn Thư - Trưởng bản Mạ", ["Hà Văn Thư"], "two capitals: a name, no văn thư"),
    ("PGS.TS. Trần Khắc Vịnh trình bày", ["Trần Khắc Vịnh"], "degrees with dots"),
    ("bà H' Hương Niê, ông Y-Thông", ["H' Hương Niê", "Y-Thông"], "Ê Đê names"),
    ("Đ/c: Lê Văn Hải; SĐT 0912", ["Lê Văn Hải"], "a colon after the address"),
    ("Sinh viên Mai Anh Tuấn đạt giải", ["Mai Anh Tuấn"], "Anh inside a name addresses nobody"),
    ("Các huyện Mai Sơn, Sông Mã và Quỳnh Nhai", [], "a list of districts"),
    ("Bí thư Đoàn xã Vân Du, Hoàng Đình Kha", ["Hoàng Đình Kha"], "a person behind a single commune"),
    ("xã Hồ Thầu và xã Bản Hồ", [], "communes that begin like surnames"),
    ("Giải thưởng Lê Thanh Nghị", [], "a prize"),
    ("đường Trần Hưng Đạo, phường Mai Dịch", [], "a street and a ward"),
    ("chuyến thăm Hàn Quốc, Thái Lan", [], "countries"),
    ("Nơi nhận: Lưu: VT, VP (Hiền).", ["Hiền"], "the typist in brackets"),
    ("đồng chí Nguyễn Quốc Khánh Phòng Tổ chức cán bộ", ["Nguyễn Quốc Khánh"], "a unit right behind"),
]


@pytest.mark.parametrize(("text", "names", "why"), FOUND, ids=[row[2] for row in FOUND])
def test_names(text: str, names: list[str], why: str) -> None:
    assert [name.text for name in find_names(text)] == names, why


@pytest.mark.parametrize(("text", "items"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_persons_of_phrases(text: str, items: list[tuple[str, str, str]]) -> None:
    assert [name.text for name in find_names(text)] == [name for kind, name, _ in items if kind == "P"]


AROUND = [
    # text, address, post before, what stands behind
    ("bác sĩ CKII Tạ Hữu Nghĩa, Trưởng khoa Nhi, là tấm gương", "bác sĩ CKII", None, "Trưởng khoa Nhi"),
    ("Phó Bí thư Thường trực Tỉnh ủy Võ Đình Khải", None, "Phó Bí thư Thường trực Tỉnh ủy", None),
    ("chị Mạc Thị Xuân (Hội Nông dân xã)", "chị", None, "Hội Nông dân xã"),
    ("ông Lê Hữu - Trưởng phòng Hành chính - Tổng hợp, luôn", "ông", None, "Trưởng phòng Hành chính - Tổng hợp"),
]


@pytest.mark.parametrize(("text", "address", "post", "behind"), AROUND)
def test_words_around(text: str, address: str | None, post: str | None, behind: str | None) -> None:
    (name,) = find_names(text)
    assert name.honorific == address
    assert name.title == post
    assert (text[name.after[0] : name.after[1]] if name.after else None) == behind


@pytest.mark.parametrize("gold", ["exemplars", "exemplars_real_style"])
def test_gold(gold: str) -> None:
    (figure,) = persons(gold)()
    assert figure.right / figure.of >= 0.97, "\n".join(figure.notes)


PIECES = "Nguyễn Văn Thị Lò A Y H' đồng chí Đ/c ông , . ; ( ) - : | \n \t Phòng Tổ chức xã Giám đốc KT. LÊ THỊ HÀ là “ ” 12/5 Hồ"
WORDS = st.sampled_from(PIECES.split(" "))


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_offsets_hold(text: str) -> None:
    names = find_names(text)
    for name in names:
        assert text[name.start : name.end] == name.text
        assert 0 <= name.lead <= name.start < name.end <= name.stop <= len(text)
    assert all(a.end <= b.start for a, b in pairwise(names))
