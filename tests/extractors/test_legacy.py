"""TCVN3 and VNI: told by font or by syllables, read letter by letter, and Unicode left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Source
from extractors.readers.legacy import Encoding, decode, encoding_of, encoding_of_font, repair, repair_block
from extractors.readers.legacy_syllables import census, is_syllable
from extractors.readers.legacy_tables import TCVN3, VNI

_TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
_TO_VNI: dict[str, str] = {}
for _code, _letter in VNI.items():
    if _letter not in _TO_VNI or _code.isupper():
        _TO_VNI[_letter] = _code
MARKED = sorted(set(_TO_VNI))


def tcvn3(text: str) -> str:
    """Return `text` as a TCVN3 typist left it: small letters of a capital font stand for capitals."""
    return "".join(
        _TO_TCVN3.get(char, _TO_TCVN3.get(char.lower(), char)) for char in unicodedata.normalize("NFC", text)
    )


def vni(text: str) -> str:
    return "".join(_TO_VNI.get(char, char) for char in unicodedata.normalize("NFC", text))


def test_every_letter_of_the_alphabet_has_a_code() -> None:
    assert len(MARKED) == 134 and len(TCVN3) == 74  # TCVN3: 60 toned and 7 bare small letters, 7 bare capitals
    assert all(unicodedata.is_normalized("NFC", letter) for letter in MARKED)


@given(st.text(alphabet=[*MARKED, "b", "k", " ", "1", "-"], max_size=40))
def test_vni_comes_back(text: str) -> None:
    # Plain vowels are left out of the alphabet: "a" before a mark of the next code would be another letter.
    assert decode(vni(text), Encoding.VNI) == text


@given(st.text(alphabet=[*MARKED, "a", "k", " ", "1", "-"], max_size=40))
def test_tcvn3_comes_back_but_for_capitals(text: str) -> None:
    assert decode(tcvn3(text), Encoding.TCVN3).lower() == text.lower()
    assert decode(tcvn3(text), Encoding.TCVN3_CAPITALS) == text.upper()


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", Encoding.TCVN3),
        ("ABCDEF+.VnTime,Bold", Encoding.TCVN3),
        (".VnTimeH", Encoding.TCVN3_CAPITALS),
        (".VnArial NarrowH", Encoding.TCVN3_CAPITALS),
        (".VnTimeH-Bold", Encoding.TCVN3_CAPITALS),
        ("VNI-Times", Encoding.VNI),
        ("VNI-Helve-Condense", Encoding.VNI),
        ("Times New Roman", Encoding.UNICODE),
        ("Verdana", Encoding.UNICODE),
        (None, Encoding.UNICODE),
    ],
)
def test_fonts_promise_an_encoding(font: str | None, encoding: Encoding) -> None:
    assert encoding_of_font(font) is encoding


PLAIN = "Phòng Y tế huyện tổng hợp kết quả tiêm chủng mở rộng, gửi về Sở trước ngày 15/6/2024"


@pytest.mark.parametrize(
    ("text", "font", "expected", "source"),
    [
        (tcvn3(PLAIN), ".VnTime", PLAIN, Source.TCVN3),
        (tcvn3(PLAIN), None, PLAIN, Source.TCVN3),  # no font: the syllables tell
        (tcvn3(PLAIN), "Times New Roman", PLAIN, Source.TCVN3),  # converted files keep the wrong font
        (vni(PLAIN), "VNI-Times", PLAIN, Source.VNI),
        (vni(PLAIN), None, PLAIN, Source.VNI),
        (PLAIN, ".VnTime", PLAIN, Source.TEXT),  # the font lies
        (PLAIN, None, PLAIN, Source.TEXT),
        (tcvn3("uỷ ban nhân dân"), ".VnTimeH", "UỶ BAN NHÂN DÂN", Source.TCVN3),
        ("Sè: 15", ".VnTime", "Số: 15", Source.TCVN3),
        ("Soá: 15", "VNI-Times", "Số: 15", Source.VNI),
        ("Sè: 15", None, "Sè: 15", Source.TEXT),  # too short to tell without a font
        ("hoà giải, khoẻ, thuỷ lợi", None, "hoà giải, khoẻ, thuỷ lợi", Source.TEXT),  # old tone placement is kept
        ("số liệu", "VNI-Times", "số liệu", Source.TEXT),
        ("Le ministère de l'éducation a décidé d'élever le niveau général", None, None, Source.TEXT),
        ("The committee shall report before the end of the month", None, None, Source.TEXT),
        ("1.234 56% 2022 STT", ".VnTime", None, Source.TEXT),
        ("", ".VnTime", "", Source.TEXT),
    ],
)
def test_repair(text: str, font: str | None, expected: str | None, source: Source) -> None:
    assert repair(text, font) == (text if expected is None else expected, source)


def test_runs_of_one_paragraph_are_judged_together() -> None:
    # A VNI mark stands in the run after its letter; half words tell nothing alone.
    runs = [("Co", "VNI-Times"), ("äng hoøa xa", "VNI-Times"), ("õ hoäi", "VNI-Times"), (" và", "Times New Roman")]
    assert repair_block(runs) == [
        ("Cộ", Source.VNI),
        ("ng hòa xã", Source.VNI),
        (" hội", Source.VNI),
        (" và", Source.TEXT),
    ]
    mixed = [(tcvn3("kế hoạch "), ".VnTimeH"), (tcvn3("số 5 của "), ".VnTime"), ("Sở Y tế", ".VnTime")]
    assert "".join(text for text, _ in repair_block(mixed)) == "KẾ HOẠCH số 5 của Sở Y tế"


@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.sampled_from([None, ".VnTime", "VNI-Times", ".VnTimeH", "Arial"])),
        max_size=6,
    )
)
def test_any_runs_come_back_one_for_one(runs: list[tuple[str, str | None]]) -> None:
    assert len(repair_block(runs)) == len(runs)


@given(st.lists(st.sampled_from(PLAIN.replace(",", "").split()), min_size=1, max_size=20))
def test_unicode_is_never_changed(words: list[str]) -> None:
    text = " ".join(words)
    assert encoding_of(text) is Encoding.UNICODE


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "quyết", "giếng", "Đạt", "oằn", "hoà", "hòa", "gì", "ƯƠM"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["viÖc", "hoaït", "strong", "toặn1", "cảt", "được2", "zô", "ghiiên", "xyz"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_census_tells_text_from_garbage() -> None:
    assert census(PLAIN).rate > 0.95
    assert census("TiÕp tôc thùc hiÖn nhiÖm vô ®­îc giao").marked_rate < 0.6
    assert census("HQc IQp vrer sa Gi$o dvc CHiJ NGHiA").rate < 0.6
