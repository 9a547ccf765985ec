"""What must hold of the facts of a document whatever it says: no exception, and no span off its text.

Documents are made of every word that the grammars know (their word lists), numbers, names and signs, in any order and
layout. `EXAMPLES=10000 pytest tests/extractors/test_any_document.py` is the long lane; `make fuzz` runs it.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import grammars
from extractors.extract import extract
from extractors.readers.builder import plain
from extractors.span import Span

_LEXICON = Path(grammars.__file__).parents[1] / "lexicon"
CUES = sorted(
    {
        line
        for path in _LEXICON.glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
        if line and line[0] != "#"
    }
)
NUMBERS = st.one_of(
    st.integers(0, 40).map(lambda n: f"{n:02}"),
    st.integers(0, 99_999).map(str),
    st.builds("{}/{}".format, st.integers(0, 40), st.integers(0, 13)),
    st.builds("{}{}{}{}{}".format, st.integers(0, 40), st.sampled_from("/-."), st.integers(0, 13), st.sampled_from("/-."),
              st.integers(1990, 2040)),
    st.builds("{}/KH-{}".format, st.integers(1, 500), st.sampled_from(["UBND", "SYT", "TTYT"])),
    st.sampled_from(["1.500", "12,5%", "3/5", "05 - 07", "Điều 5", "I", "IV", "…", "......"]),
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "Nguyễn Văn An",
        "bà Lò Thị Mẩy",
        "H’Hen Niê",
        "đồng chí K’Brếu",
        "Phòng Nội vụ",
        "UBND xã Đông Thọ",
        "Trường THCS Lê Lợi",
        "mô hình “Camera an ninh”",
        "Tổ dân phố số 3",
        "SỞ Y TẾ",
        "Đinh Thị Thanh Thủy – Trưởng phòng",
    ]
)
SIGNS = st.sampled_from([*'()“”"\t\n\u00a0   ', ", ", ". ", "; ", ": ", "\n- ", "\n1. ", "\nII. ", "\n\n"])
TEXTS = st.lists(st.one_of(st.sampled_from(CUES), NUMBERS, NAMES, st.text(max_size=4)).flatmap(
    lambda word: SIGNS.map(lambda sign: word + sign)), min_size=1, max_size=60).map("".join)  # fmt: skip
HEADS = st.sampled_from(
    [
        "",
        "UBND HUYỆN SÔNG LÔ\nPHÒNG Y TẾ\nSố: 12/BC-PYT\nSông Lô, ngày 05 tháng 6 năm 2024\nBÁO CÁO\nKết quả quý II\n",
        "Số: /KH-TTYT\nKẾ HOẠCH\nNăm 2024\nI. MỤC ĐÍCH\n",
    ]
)


def spans(noun: Any) -> Iterator[Span]:
    """Yield every span that stands anywhere in a fact."""
    if isinstance(noun, Span):
        yield noun
    elif dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        for field in dataclasses.fields(noun):
            yield from spans(getattr(noun, field.name))
    elif isinstance(noun, dict):
        yield from spans(list(noun.values()))
    elif isinstance(noun, list | tuple | set | frozenset):
        for item in noun:
            yield from spans(item)


@settings(max_examples=int(os.environ.get("EXAMPLES", "120")), deadline=None, suppress_health_check=list(HealthCheck))
@given(HEADS, TEXTS)
def test_every_fact_stands_on_the_text(head: str, body: str) -> None:
    document = plain(head + body)
    facts = extract(document, ("Phòng Nội vụ", "UBND xã Đông Thọ"))
    for span in spans(facts):
        assert document.text[span.start : span.end] == span.quote
    for mention in facts.dates:
        for interval in (*mention.intervals, *filter(None, [mention.reading])):
            assert interval.start is None or interval.end is None or interval.start <= interval.end
