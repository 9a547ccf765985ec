"""Web pages, also those saved as .doc."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Document, Source
from extractors.errors import Dangerous
from extractors.readers.html import read_html, read_mhtml
from extractors.rendering import rendered

GOOD = Path(__file__).parents[1] / "fixtures" / "good"


def read(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "0" * 64)


def texts(document: Document) -> list[str]:
    return [f"{block.label} {document.block_text(block)}".strip() for block in document.blocks]


CASES = [
    ("paragraphs and inline tags", "<p>Kế <b>hoạch</b></p><p>b</p>", ["Kế hoạch", "b"]),
    ("text beside blocks", "trước<p>a</p>sau<div>b</div>", ["trước", "a", "sau", "b"]),
    ("a break ends a line", "<p>SỞ Y TẾ<br>PHÒNG NGHIỆP VỤ</p>", ["SỞ Y TẾ", "PHÒNG NGHIỆP VỤ"]),
    ("blanks fold", "<p>a \n\t  b&nbsp;c</p>", ["a b\xa0c"]),
    ("numbered items", "<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
    ("lettered items that go on", '<ol type="a" start="3"><li>x</li></ol>', ["c. x"]),
    ("an item with its own number", '<ol><li>a</li><li value="5">b</li><li>c</li></ol>', ["1. a", "5. b", "6. c"]),
    ("plain items", "<ul><li>a<ul><li>b</li></ul></li></ul>", ["- a", "- b"]),
    ("scripts, styles and comments are no text", "<script>x()</script><style>p{}</style><!-- x --><p>a</p>", ["a"]),
    ("hidden parts are not shown", '<p style="display:none">x</p><p>a<span style="mso-hide:all">y</span></p>', ["a"]),
    ("deleted text is dropped, inserted kept", "<p><del>30/6</del><ins>10/6</ins></p>", ["10/6"]),
    ("capitals are drawn", '<p style="text-transform: uppercase">kế hoạch</p>', ["KẾ HOẠCH"]),
    ("a stray number is a number", '<ol start="x"><li value="1e9">a</li></ol>', ["1. a"]),
]


@pytest.mark.parametrize(("why", "body", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_what_is_seen_is_read(why: str, body: str, wanted: list[str]) -> None:
    assert texts(read(body)) == wanted


def test_tables_with_spans() -> None:
    body = (
        "<table><tr><th rowspan=2>Nội dung</th><th colspan=2>Tiến độ</th></tr><tr><th>Quý III</th><th>Quý IV</th></tr>"
        "<tr><td>a</td><td></td><td>07</td></tr></table>"
    )
    document = read(body)
    assert rendered(document) == "Nội dung\tTiến độ\n\tQuý III\tQuý IV\na\t\t07"
    assert [b.cell.header for b in document.blocks if b.cell] == [True] * 4 + [False] * 3
    assert document.blocks[2].path == "bảng 1/dòng 2/ô 1"


def test_a_table_inside_a_cell() -> None:
    document = read("<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>")
    assert [(b.cell.table, document.block_text(b)) for b in document.blocks if b.cell] == [(1, "a"), (2, "b"), (1, "c")]
    assert rendered(document) == "a b\tc"


def test_legacy_fonts() -> None:
    document = read('<p><font face=".VnTime">kÕ ho¹ch thi ®ua</font></p>')
    assert (document.text, document.blocks[0].source) == ("kế hoạch thi đua", Source.TCVN3)


def test_looks() -> None:
    document = read('<p align=center style="font-size:14pt"><b>KẾ HOẠCH</b></p><p>a <b>b</b></p>')
    assert [(b.bold, b.centered, b.size) for b in document.blocks] == [(True, True, 14.0), (None, False, None)]


ENCODINGS = [
    ("UTF-8 without a word", "<html><body>Kế hoạch</body></html>".encode()),
    ("UTF-16", "<html><body>Kế hoạch</body></html>".encode("utf-16")),
    (
        "the Vietnamese code page, named",
        b'<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1258"></head><body>'
        + "Kê\u0301 hoa\u0323ch</body></html>".encode("cp1258"),
    ),
    ("a wrong word about itself", '<html><head><meta charset="ascii"></head><body>Kế hoạch</body></html>'.encode()),
    ("an unknown word", '<html><head><meta charset="tcvn9"></head><body>Kế hoạch</body></html>'.encode()),
]


@pytest.mark.parametrize(("why", "data"), ENCODINGS, ids=[case[0] for case in ENCODINGS])
def test_encodings(why: str, data: bytes) -> None:
    assert read_html(data, "0" * 64).text == "Kế hoạch"


def test_a_single_file_page() -> None:
    data = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>K=E1=BA=BF ho=E1=BA=A1ch</p></body></html>\r\n--x--\r\n"
    )
    document = read_mhtml(data, "0" * 64)
    assert (document.text, document.format) == ("Kế hoạch", "mhtml")


def test_too_deep_is_refused_not_cut() -> None:
    with pytest.raises(Dangerous):
        read("<div>" * 5000 + "đáy" + "</div>" * 5000)


def test_the_page_that_word_processors_save() -> None:
    path = GOOD / "ke_hoach_thuong_thuc_ra_la_html.doc"
    document = read_html(path.read_bytes(), "0" * 64)
    truth = path.with_name("ke_hoach_thuong_thuc_ra_la_html.truth.txt").read_text("utf-8")
    assert " ".join(rendered(document).split()) == " ".join(truth.split())
