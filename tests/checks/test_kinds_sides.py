"""What is said to be lacking beside the main thing: the duty's own words, each once."""

from __future__ import annotations

import pytest

from checks.kinds_sides import _wording
from extractors.readers.builder import plain
from tests.templates.made import requirement

WORDS = [
    (
        "Tổ chức tổng kết, biểu dương, khen thưởng tập thể, cá nhân.",
        "biểu dương, khen thưởng",
        "“khen” is part of a phrase",
    ),
    ("Tổ chức tổng kết, tôn vinh điển hình.", "tôn vinh", "another word of the same group"),
    ("Tổ chức tổng kết phong trào.", "biểu dương", "the group's own name where the duty uses none of its words"),
]


@pytest.mark.parametrize(("quote", "told", "why"), WORDS, ids=[row[2] for row in WORDS])
def test_what_is_lacking_is_told_in_the_dutys_own_words(quote: str, told: str, why: str) -> None:
    document = plain(quote)
    duty = requirement(1, span=document.span(0, len(document.text)))
    assert _wording(duty, "làm:biểu dương") == told, why
