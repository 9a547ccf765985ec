"""Tables of Word files: every cell once, where it lies, which rows are headings."""

from __future__ import annotations

import pytest

from extractors.document import Cell, Document
from extractors.rendering import rendered
from tests.extractors.word import p, read, run, table


def cells(document: Document) -> list[tuple[Cell | None, str]]:
    return [(block.cell, document.block_text(block)) for block in document.blocks]


def test_a_plain_table() -> None:
    document = read(p("trước") + table(["a", "b"], ["c", ""]) + p("sau"))
    assert cells(document) == [
        (None, "trước"),
        (Cell(1, 0, 0), "a"),
        (Cell(1, 0, 1), "b"),
        (Cell(1, 1, 0), "c"),
        (Cell(1, 1, 1), ""),
        (None, "sau"),
    ]
    assert document.text == "trước\na\tb\nc\t\nsau"
    assert document.blocks[3].path == "bảng 1/dòng 2/ô 1"


def test_paragraphs_of_one_cell_keep_its_place() -> None:
    document = read(table([p("ông A") + "<w:p/>" + p("bà B"), "x"], ["y", "z"]))
    assert cells(document)[:3] == [(Cell(1, 0, 0), "ông A"), (Cell(1, 0, 0), "bà B"), (Cell(1, 0, 1), "x")]
    assert [block.path for block in document.blocks[:2]] == ["bảng 1/dòng 1/ô 1/đoạn 1", "bảng 1/dòng 1/ô 1/đoạn 3"]


def span(properties: str, text: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
MERGED = (
    "<w:tbl><w:tr>" + span(DOWN, "Nội dung") + span('<w:gridSpan w:val="2"/>', "Tiến độ") + "</w:tr>"
    "<w:tr>" + span(ON, "") + span("", "Quý III") + span("", "Quý IV") + "</w:tr>"
    "<w:tr>" + span("", "Khen thưởng") + span("", "05") + span("", "07") + "</w:tr></w:tbl>"
)


def test_merged_cells_stand_once_with_their_span() -> None:
    document = read(MERGED)
    assert cells(document) == [
        (Cell(1, 0, 0, rows=2, header=True), "Nội dung"),
        (Cell(1, 0, 1, cols=2, header=True), "Tiến độ"),
        (Cell(1, 1, 1, header=True), "Quý III"),
        (Cell(1, 1, 2, header=True), "Quý IV"),
        (Cell(1, 2, 0), "Khen thưởng"),
        (Cell(1, 2, 1), "05"),
        (Cell(1, 2, 2), "07"),
    ]
    assert rendered(document) == "Nội dung\tTiến độ\n\tQuý III\tQuý IV\nKhen thưởng\t05\t07"


def test_a_continued_cell_without_a_beginning_is_read() -> None:
    """Files cut out of larger tables hold it; its text must not be lost."""
    assert read(f"<w:tbl><w:tr>{span(ON, 'mồ côi')}</w:tr></w:tbl>").text == "mồ côi"


def test_cells_merged_sideways_the_old_way() -> None:
    row = span('<w:hMerge w:val="restart"/>', "cả dòng") + span("<w:hMerge/>", "") + span("", "cuối")
    assert cells(read(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")) == [
        (Cell(1, 0, 0, cols=2), "cả dòng"),
        (Cell(1, 0, 2), "cuối"),
    ]


def test_a_row_that_starts_further_right() -> None:
    row = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{span("", "x")}'
    assert cells(read(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")) == [(Cell(1, 0, 2), "x")]


def test_a_table_inside_a_cell() -> None:
    inner = table(["Tập thể", "02"], ["Cá nhân", "07"])
    document = read(table(["Khen thưởng", inner + "<w:p/>", "x"]) + table(["sau"]))
    assert [(c.table, c.row, c.col, text) for c, text in cells(document) if c] == [
        (1, 0, 0, "Khen thưởng"),
        (1, 0, 1, ""),
        (2, 0, 0, "Tập thể"),
        (2, 0, 1, "02"),
        (2, 1, 0, "Cá nhân"),
        (2, 1, 1, "07"),
        (1, 0, 2, "x"),
        (3, 0, 0, "sau"),
    ]
    assert document.blocks[2].path == "bảng 1/dòng 1/ô 2/bảng 2/dòng 1/ô 1"
    assert rendered(document) == "Khen thưởng\tTập thể 02 Cá nhân 07\tx\nsau"


def test_rows_and_cells_inside_content_controls() -> None:
    row = f"<w:tr><w:sdt><w:sdtContent><w:tc>{p('a')}</w:tc></w:sdtContent></w:sdt><w:tc>{p('b')}</w:tc></w:tr>"
    assert read(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>").text == "a\tb"


def test_a_deleted_row_is_dropped_and_told() -> None:
    mark = '<w:trPr><w:del w:id="1" w:author="A" w:date="2022-05-26T00:00:00Z"/></w:trPr>'
    document = read(f"<w:tbl><w:tr>{mark}<w:tc>{p('bỏ')}</w:tc></w:tr><w:tr><w:tc>{p('giữ')}</w:tc></w:tr></w:tbl>")
    assert document.text == "giữ"
    assert [(c.kind, c.text, c.author, c.path) for c in document.changes] == [("deletion", "bỏ", "A", "bảng 1")]


def test_a_box_anchored_in_a_cell_does_not_tear_its_row() -> None:
    content = f"<w:txbxContent>{p('DẤU')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    document = read(table([f"<w:p>{run('a')}{box}</w:p>", "b"], ["c", "d"]))
    assert document.text == "a\tb\nDẤU\nc\td"


HEADS = [
    # why, table, heading rows
    ("the file says so", table(["Việc", "Hạn"], ["a", "b"], heads=1), 1),
    ("a column of numbers", table(["TT", "Nội dung"], ["1", "a"]), 1),
    ("three short texts", table(["Lớp", "Thời gian", "Địa điểm"], ["A", "3/5", "Hội trường"]), 1),
    ("only one row: a letterhead or signature", table(["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]), 0),
    ("a letterhead of two rows", table(["SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1", "ngày 1"]), 0),
    ("figures in the first row", table(["1", "Kế hoạch", "Quý I"], ["2", "Báo cáo", "Quý II"]), 0),
    ("a sentence in the first row", table(["a", "b", "Đã hoàn thành tốt nhiệm vụ."], ["c", "d", "e"]), 0),
]


@pytest.mark.parametrize(("why", "body", "wanted"), HEADS, ids=[case[0] for case in HEADS])
def test_heading_rows(why: str, body: str, wanted: int) -> None:
    document = read(body)
    assert len({block.cell.row for block in document.blocks if block.cell and block.cell.header}) == wanted
