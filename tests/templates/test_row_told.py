"""A result in a table is told with its figures: "Tỷ lệ hồ sơ đúng hạn" alone says nothing."""

from __future__ import annotations

import pytest

from extractors.readers.builder import plain
from templates.row_told import whole_row

TABLE = (
    "STT\tChỉ tiêu\tKế hoạch\tThực hiện\n"
    "1\tTỷ lệ hồ sơ đúng hạn\t≥98%\t98,9%\n"
    "2\tSố lớp tập huấn\t02\t\n"
    "3\tKiện toàn tổ công tác\tcó\tđã xong\n"
    "4\tMở 03 lớp\t03\t03"
)


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("Tỷ lệ hồ sơ đúng hạn", "Tỷ lệ hồ sơ đúng hạn (kế hoạch: ≥98%; thực hiện: 98,9%)"),  # its number is not told
        ("Số lớp tập huấn", "Số lớp tập huấn (kế hoạch: 02)"),  # an empty cell says nothing
        ("Kiện toàn tổ công tác", ""),  # no figure stands beside it: the sentence is enough
        ("Mở 03 lớp", ""),  # it has its figure
        ("Chỉ tiêu", ""),  # a head is no result
        ("Ngoài bảng", ""),
    ],
)
def test_a_cell_is_told_with_what_stands_beside_it(quote: str, said: str) -> None:
    document = plain(f"Ngoài bảng\n{TABLE}")
    at = document.text.index(quote)
    assert whole_row(document, document.span(at, at + len(quote))) == said
