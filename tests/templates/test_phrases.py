"""Numbers, days and quotes as an office writes them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.phrases import (
    clean,
    count,
    day,
    day_in_words,
    decimal,
    key,
    listing,
    lower_first,
    name,
    point,
    printable,
    quoted,
    roman,
    runs,
    sentence_case,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "00"), (1, "01"), (9, "09"), (10, "10"), (412, "412"), (1046, "1.046"), (1234567, "1.234.567")],
)
def test_counts_below_ten_carry_a_zero(number: int, text: str) -> None:
    assert count(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(87.5, "87,5"), (80.0, "80"), (78.25, "78,25"), (1234.5, "1.234,5"), (0.5, "0,5"), (33.333, "33,33")],
)
def test_decimals_have_a_comma(number: float, text: str) -> None:
    assert decimal(number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2031, 5, 30), "30/5/2031"),  # months from 3 on carry no zero
        (date(2031, 2, 5), "05/02/2031"),
        (date(2031, 1, 12), "12/01/2031"),
        (date(2031, 10, 9), "09/10/2031"),
        (None, ""),
    ],
)
def test_days_follow_the_decree(value: date | None, text: str) -> None:
    assert day(value) == text


def test_the_day_of_issue_is_written_out() -> None:
    assert day_in_words(date(2031, 2, 5)) == "ngày 05 tháng 02 năm 2031"
    assert day_in_words(date(2031, 5, 30)) == "ngày 30 tháng 5 năm 2031"


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [point(at) for at in (0, 3, 4, 5, 8, 22, 23)] == ["a", "d", "đ", "e", "i", "y", "aa"]
    assert not {"f", "j", "w", "z"} & {point(at) for at in range(60)}


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_roman(number: int, text: str) -> None:
    assert roman(number) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Đã tổ chức 02 lớp tập huấn;", "Đã tổ chức 02 lớp tập huấn"),  # list mark and closing stop go
        ("a) Hoàn thành 100%.", "Hoàn thành 100%"),
        ("1.2. Xã đã\nhọp dân./.", "Xã đã họp dân"),
        ("12 lượt trực", "12 lượt trực"),  # a number that is no list mark stays
    ],
)
def test_a_quote_is_the_sentence_itself(text: str, told: str) -> None:
    assert quoted(text) == told


def test_a_long_quote_is_cut_behind_a_clause_and_says_so() -> None:
    long = "Đơn vị đã tổ chức ba hội nghị, " * 30
    cut = quoted(long, 100)
    assert len(cut) <= 101
    assert cut.endswith("…")
    assert long.startswith(cut[:-1])


@given(st.text(max_size=300))
def test_quotes_never_hold_words_that_the_document_does_not(text: str) -> None:
    body = quoted(text, 60).removesuffix("…”").removesuffix("…")
    assert body in clean(text)


@pytest.mark.parametrize(
    ("text", "longest", "told"),
    [
        # An open quotation near the end is left out with what it holds; one near the start is closed.
        ("Tổ chức tổng kết, khen thưởng gương “Người tốt, việc tốt”", 45, "Tổ chức tổng kết, khen thưởng gương…"),
        ("Lập mô hình “Thôn bản xanh sạch đẹp và an toàn” tại xã", 40, "Lập mô hình “Thôn bản xanh sạch đẹp và…”"),
        ("Mô hình “Xanh” được nhân rộng ra các thôn của xã", 38, "Mô hình “Xanh” được nhân rộng ra các…"),
    ],
)
def test_a_cut_leaves_no_quotation_open(text: str, longest: int, told: str) -> None:
    assert quoted(text, longest) == told


@given(st.text())
def test_what_is_shown_can_stand_in_xml(text: str) -> None:
    shown = printable(text)
    assert shown == unicodedata.normalize("NFC", shown)
    assert all(
        ord(char) >= 32 and not 0xD800 <= ord(char) <= 0xDFFF and ord(char) not in (0xFFFE, 0xFFFF) for char in shown
    )


def test_control_characters_are_shown_not_dropped() -> None:
    assert printable("a\x00b\x1bc\td") == "a␀b␛c d"


def test_a_name_of_ten_thousand_characters_fills_no_page() -> None:
    assert len(name("x" * 10_000)) == 400
    assert name("x" * 10_000).endswith("…")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NHIỆM VỤ TRỌNG TÂM", "Nhiệm vụ trọng tâm"),
        ("Phòng Nội vụ", "Phòng Nội vụ"),  # not in capitals: kept, names and all
        ("", ""),
    ],
)
def test_headings_in_capitals_are_written_small(text: str, told: str) -> None:
    assert sentence_case(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [("Kiện toàn Tổ", "kiện toàn Tổ"), ("UBND xã", "UBND xã"), ("CĐS", "CĐS"), ("2 xã", "2 xã"), ("Ở xã", "ở xã")],
)
def test_abbreviations_keep_their_capitals(text: str, told: str) -> None:
    assert lower_first(text) == told


def test_marks_in_a_row_are_one_range() -> None:
    assert runs(["S2", "N1", "N2", "N3", "N7"]) == "[S2, N1–N3, N7]"
    assert runs([]) == ""


def test_lists_name_each_once_and_compare_by_reading() -> None:
    assert listing(["Phòng A", "Phòng B", "Phòng A"]) == "Phòng A; Phòng B"
    assert key("Hoà  Bình.") == key("hòa bình")
