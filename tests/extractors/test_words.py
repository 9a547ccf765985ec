"""Texts are cut between words, and a word may have several syllables."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.words import shortened, words_of

CUTS = [
    (
        "Tối thiểu 80% hồ sơ công việc được xử lý hoàn toàn trên môi trường mạng",
        64,
        "môi",
        "never between môi and trường",
    ),
    ("Tổ chức hội nghị tổng kết phong trào thi đua yêu nước", 12, "hội", "never between hội and nghị"),
]


@pytest.mark.parametrize(("text", "longest", "half", "why"), CUTS)
def test_no_word_is_cut_in_two(text: str, longest: int, half: str, why: str) -> None:
    found = shortened(text, longest)
    assert found.endswith("…") and len(found) <= longest, why
    assert found[:-1].split()[-1] != half, why


def test_what_is_short_enough_stays() -> None:
    assert shortened("Gửi báo cáo  quý", 40) == "Gửi báo cáo quý"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy ỗấ.,;/-0123456789\n", max_size=120))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    spans = words_of(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_many_threads_may_ask_first() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: tuple(words_of("Sở Y tế ban hành kế hoạch")), range(16)))
    assert len(found) == 1
