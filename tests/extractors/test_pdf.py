"""PDF pages drawn to the point: what is read, in which order, joined how; and the fixtures against their truth."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

from extractors.document import Document, Part, Source
from extractors.errors import Broken, Dangerous, Encrypted, NeedsOcr, NoLetters, Truncated, Unreadable
from extractors.readers import pdf as reader
from extractors.readers.pdf import read_pdf
from extractors.rendering import rendered
from tests.extractors.drawn import Sheet, paragraph, pdf

FIXTURES = Path(__file__).parents[1] / "fixtures"
HASH = "0" * 64


def read(*sheets: Sheet) -> Document:
    return read_pdf(pdf(*sheets), HASH)


def texts(document: Document, part: Part = Part.BODY) -> list[str]:
    return [document.block_text(block) for block in document.blocks if block.part is part]


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


WIDE = 70  # characters of 6.5 points: from 85 to 540, the margins of an office paper
FILL = "Thực hiện nhiệm vụ năm học, các trường mầm non và tiểu học trên địa bàn"  # 71 letters: a full line


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # (x, text) a line; a full line ends near 540
        ([(121, FILL[:63]), (85, "huyện báo cáo kết quả.")], [f"{FILL[:63]} huyện báo cáo kết quả."]),  # first-line indent
        ([(121, FILL[:62] + "."), (121, "Trong tháng tới đơn vị tiếp tục.")], [FILL[:62] + ".", "Trong tháng tới đơn vị tiếp tục."]),
        ([(85, FILL[:54] + " số 125/KH-"), (85, "SGDĐT ngày 04/9/2024.")], [FILL[:54] + " số 125/KH-SGDĐT ngày 04/9/2024."]),
        ([(85, FILL[:58] + " số 125"), (85, "/KH-SGDĐT ngày 04/9/2024.")], [FILL[:58] + " số 125/KH-SGDĐT ngày 04/9/2024."]),
        ([(85, FILL[:62] + " 2021-"), (85, "2025 và các năm sau.")], [FILL[:62] + " 2021-2025 và các năm sau."]),
        ([(85, FILL[:67] + " -"), (85, "xã hội của địa phương.")], [FILL[:67] + " - xã hội của địa phương."]),
        ([(85, FILL[:66] + " 12"), (85, "- 15 lớp.")], [FILL[:66] + " 12 - 15 lớp."]),  # a dash, but no list item
        ([(121, "- " + FILL[:62]), (121, "- Báo cáo trước ngày 15/12.")], ["- " + FILL[:62], "- Báo cáo trước ngày 15/12."]),
        ([(100, "a) " + FILL[:63]), (118, "của Phòng Giáo dục.")], ["a) " + FILL[:63] + " của Phòng Giáo dục."]),  # hanging
        ([(85, "Kính gửi: Các trường học."), (121, "Thực hiện Công văn số 5.")], ["Kính gửi: Các trường học.", "Thực hiện Công văn số 5."]),
        ([(85, FILL[:67] + " 2"), (85, "3. Sở Tài chính thẩm định.")], [FILL[:67] + " 2", "3. Sở Tài chính thẩm định."]),
        ([(85, FILL[:61] + " khoản 2"), (85, "Điều 30 Nghị định này.")], [FILL[:61] + " khoản 2 Điều 30 Nghị định này."]),
        ([(85, FILL[:70].upper()), (85, "Trong quý tới, đơn vị")], [FILL[:70].upper(), "Trong quý tới, đơn vị"]),
        ([(85, FILL[:70]), (85, "______")], [FILL[:70], "______"]),
        ([(107, FILL[:63]), (85, "Thực hiện Công văn số 5.")], [FILL[:63], "Thực hiện Công văn số 5."]),  # a subject, centred
        ([(121, FILL[:63]), (85, "thực hiện Công văn số 5.")], [FILL[:63] + " thực hiện Công văn số 5."]),  # an indent
        ([(85, FILL[:69] + ";"), (85, "b) Trường tiểu học.")], [FILL[:69] + ";", "b) Trường tiểu học."]),
    ],
)  # fmt: skip
def test_wrapped_lines_become_paragraphs(lines: list[tuple[float, str]], expected: list[str]) -> None:
    sheet = Sheet().lines(85, 60, [FILL[:70], FILL[:70]])
    for number, (x, text) in enumerate(lines):
        sheet.text(x, 200 + 18 * number, text)
    assert texts(read(sheet))[-len(expected) :] == expected


LEFT = ["UBND HUYỆN VĨNH TIẾN", "PHÒNG Y TẾ", "Số: 45/KH-PYT"]
RIGHT = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Vĩnh Tiến, ngày 05 tháng 3 năm 2024"]


def _letterhead(sheet: Sheet, by_rows: bool) -> Sheet:
    """Draw two columns cell by cell (a table without borders) or row by row (tabs)."""
    places = [(side, number) for number in range(3) for side in (0, 1)] if by_rows else None
    for side, number in places or [(side, number) for side in (0, 1) for number in range(3)]:
        text = (LEFT, RIGHT)[side][number]
        sheet.text((170, 420)[side] - len(text) * 2.75, 60 + 16 * number, text, 11)
    return sheet


@pytest.mark.parametrize("by_rows", [False, True], ids=["cells", "tabs"])
def test_letterhead_is_read_column_by_column(by_rows: bool) -> None:
    sheet = _letterhead(Sheet(), by_rows)
    sheet.text(260, 140, "KẾ HOẠCH").lines(85, 180, [FILL[:70], FILL[:70]])
    assert texts(read(sheet))[:7] == [*LEFT, *RIGHT, "KẾ HOẠCH"]


def test_signature_and_recipients_are_read_column_by_column() -> None:
    sheet = Sheet().lines(85, 60, [FILL[:70], FILL[:70]])
    left = ["Nơi nhận:", "- Như trên;", "- Sở Y tế (để báo cáo);", "- Lưu: VT."]
    right = [("TM. ỦY BAN NHÂN DÂN", 200), ("KT. CHỦ TỊCH", 216), ("PHÓ CHỦ TỊCH", 232), ("Lê Thị Hòa", 320)]
    for number, text in enumerate(left):
        sheet.text(85, 200 + 14 * number, text, 11)
    for text, y in right:
        sheet.text(400, y, text)
    assert texts(read(sheet))[-8:] == [*left, *(text for text, _ in right)]


def test_subject_in_the_letterhead_is_one_paragraph() -> None:
    sheet = _letterhead(Sheet(), by_rows=False)
    sheet.lines(115, 108, ["V/v rà soát trang thiết", "bị y tế tuyến xã"], 11, 14)
    sheet.lines(85, 180, [FILL[:70], FILL[:70]])
    assert "V/v rà soát trang thiết bị y tế tuyến xã" in texts(read(sheet))


def test_paragraph_goes_on_over_a_page_end_without_header_and_number() -> None:
    pages = [Sheet().text(85, 40, "Phụ lục kèm theo Quyết định", 10) for _ in range(2)]
    pages[0].lines(85, 100, [FILL[:70]] * 3).text(121, 760, FILL[:63])
    pages[1].text(300, 30, "2").text(85, 100, "các thôn, tổ dân phố.").text(121, 118, "Báo cáo định kỳ hằng quý.")
    document = read(*pages)
    assert texts(document)[-2:] == [f"{FILL[:63]} các thôn, tổ dân phố.", "Báo cáo định kỳ hằng quý."]
    assert texts(document, Part.HEADER) == ["Phụ lục kèm theo Quyết định"]
    assert "2" not in texts(document)
    assert document.blocks[0].page == 1


def test_letterheads_of_papers_bound_together_are_no_running_header() -> None:
    pages = [_letterhead(Sheet(), by_rows=False).text(260, 140, kind) for kind in ("CÔNG VĂN", "KẾ HOẠCH")]
    assert texts(read(*pages)) == [*LEFT, *RIGHT, "CÔNG VĂN", *LEFT, *RIGHT, "KẾ HOẠCH"]


def test_footnote_stands_apart_and_its_mark_leaves_the_text() -> None:
    sheet = Sheet().lines(85, 100, [FILL[:70], FILL[:70], "Đạt 95% kế hoạch"])
    sheet.text(85 + 16 * 6.5, 132, "1", 7).line(85, 700, 220, 700)
    sheet.text(85, 712, "1", 6).text(89, 715, "Theo số liệu của Chi cục Thống kê.", 10)
    document = read(sheet)
    assert texts(document)[-1].endswith("Đạt 95% kế hoạch")
    assert texts(document, Part.FOOTNOTE) == ["1 Theo số liệu của Chi cục Thống kê."]


def test_raised_figure_of_a_unit_is_kept() -> None:
    sheet = Sheet().text(85, 100, "Trồng 1.500 m").text(85 + 13 * 6.5, 95, "2", 7).text(180, 100, "rau an toàn")
    assert texts(read(sheet)) == ["Trồng 1.500 m2 rau an toàn"]


XS = [85, 125, 320, 540]


def _row(sheet: Sheet, y: float, cells: list[str]) -> None:
    for x, text in zip(XS, cells, strict=False):
        sheet.text(x + 5, y, text, 12)


def test_table_cells_are_cut_at_rules_and_merged_ones_listed_once() -> None:
    sheet = Sheet().grid([85, 540], [100, 130, 160, 190])
    sheet.line(125, 100, 125, 190).line(320, 130, 320, 190)
    _row(sheet, 120, ["TT", "Nội dung công việc"])
    _row(sheet, 150, ["1", "Tập huấn", "Quý II/2024"])
    _row(sheet, 180, ["2", "", "Tháng 9"])
    document = read(sheet)
    cells = [
        (block.cell.row, block.cell.col, block.cell.cols, document.block_text(block))
        for block in document.blocks
        if block.cell
    ]
    assert cells == [
        (0, 0, 1, "TT"), (0, 1, 2, "Nội dung công việc"), (1, 0, 1, "1"), (1, 1, 1, "Tập huấn"), (1, 2, 1, "Quý II/2024"),
        (2, 0, 1, "2"), (2, 1, 1, ""), (2, 2, 1, "Tháng 9"),
    ]  # fmt: skip
    assert rendered(document).split("\n")[1] == "1\tTập huấn\tQuý II/2024"


def test_row_cut_by_a_page_end_is_whole_and_repeated_heads_are_dropped() -> None:
    first, second = Sheet(), Sheet()
    first.grid(XS, [700, 730, 780])
    _row(first, 720, ["TT", "Nhiệm vụ", "Thời hạn"])
    _row(first, 750, ["1", "Tổ chức tiêm chủng mở", "Trước ngày 30/6"])
    second.grid(XS, [60, 90, 120, 150])
    _row(second, 80, ["TT", "Nhiệm vụ", "Thời hạn"])
    _row(second, 110, ["", "rộng cho trẻ em", ""])
    _row(second, 140, ["2", "Tổng kết", "Tháng 12"])
    rows = rendered(read(first, second)).split("\n")
    assert rows == [
        "TT\tNhiệm vụ\tThời hạn",
        "1\tTổ chức tiêm chủng mở rộng cho trẻ em\tTrước ngày 30/6",
        "2\tTổng kết\tTháng 12",
    ]


def test_frame_around_text_is_no_table() -> None:
    document = read(Sheet().grid([80, 300], [80, 130]).text(90, 110, "BẢN SAO"))
    assert [block.cell for block in document.blocks] == [None]


@pytest.mark.parametrize(
    ("font", "drawn", "expected", "source"),
    [
        (".VnTime", "KÕ ho¹ch phßng, chèng dÞch", "Kế hoạch phòng, chống dịch", Source.TCVN3),
        ("ABCDEF+.VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH", Source.TCVN3),  # a font of capitals only
        ("VNI-Times", "Keá hoaïch phoøng, choáng dòch", "Kế hoạch phòng, chống dịch", Source.VNI),
        (".VnTime", "t\u2212\u00ac", "tươ", Source.TCVN3),  # the code of ư shown as a minus
        (".VnTime", "Kế hoạch", "Kế hoạch", Source.TEXT),  # the font's name lies
        ("Times New Roman", "số 5\u00adKH, xã\u00a0Vĩnh", "số 5-KH, xã Vĩnh", Source.TEXT),
    ],
)
def test_old_encodings_and_odd_marks(font: str, drawn: str, expected: str, source: Source) -> None:
    document = read(Sheet().text(85, 100, drawn, font=font))
    assert (texts(document), document.blocks[0].source) == ([expected], source)
    assert (document.blocks[0].original is None) == (source is Source.TEXT)


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    sheet = Sheet().text(85, 100, "THÔNG BÁO").text(85.4, 100, "THÔNG BÁO")
    assert texts(read(sheet)) == ["THÔNG BÁO"]


def test_page_whose_text_runs_up_is_turned() -> None:
    sheet = Sheet().text(0, 0, "x")
    codes = "".join(f"{ord(char):04x}" for char in "Biểu tổng hợp số liệu")
    sheet.ops[0] = f"BT /F0 12 Tf 0 1 -1 0 100 200 Tm <{codes}> Tj ET"
    assert texts(read(sheet)) == ["Biểu tổng hợp số liệu"]


def test_places_are_in_points_from_the_top_left() -> None:
    block = read(Sheet().text(85, 100, "Nội dung")).blocks[0]
    assert block.box is not None
    assert (block.page, block.path, block.size) == (1, "trang 1/đoạn 1", 13)
    assert block.box[0] == 85 and block.box[1] < 100 < block.box[3] + 3 and block.box[2] == pytest.approx(85 + 8 * 6.5)


GARBAGE = "LIEN DOAN LAO D()NG CQNG HoAxA H()I CHiJ NGHiA vrer NAM DQc Iq,p TV do H~nh phuc " * 3


def test_kinds_of_pages_without_recognition() -> None:
    words = Sheet().lines(85, 100, [FILL[:70]] * 3)
    with pytest.raises(NeedsOcr):
        read(Sheet().picture())
    with pytest.raises(NeedsOcr):  # the letters under the picture are no Vietnamese
        read(Sheet().picture().lines(40, 60, paragraph(GARBAGE, 60)))
    scanned = read(words, Sheet().picture(), Sheet())
    assert scanned.unread == ("trang 2",) and [note.code for note in scanned.notes] == ["CAN_OCR"]
    layered = read(Sheet().picture().lines(40, 60, [FILL] * 5))  # a layer of real Vietnamese is read
    assert len(texts(layered)) > 0 and not layered.unread


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (pdf(Sheet()), NoLetters),
        (pdf(Sheet().text(85, 100, "12 / 34")), NoLetters),  # figures, but not one letter
        (pdf(Sheet().text(85, 100, "Kế hoạch"))[:-200], Truncated),
        (b"%PDF-1.7\nkh\xc3\xb4ng c\xc3\xb3 g\xc3\xac\n%%EOF\n", Broken),
        (pdf(Sheet().text(85, 100, "Kế hoạch"), content=b"BT " + b" " * (33 << 20)), Dangerous),
        ((FIXTURES / "pdf" / "co_mat_khau_mo.pdf").read_bytes(), Encrypted),
    ],
    ids=["blank", "figures", "cut", "empty", "bomb", "password"],
)
def test_unreadable_files_say_why(data: bytes, error: type[Unreadable]) -> None:
    with pytest.raises(error):
        read_pdf(data, HASH)


def test_form_that_calls_itself_ends() -> None:
    form = "/BBox [0 0 100 100] /Subtype /Form|/P0 Do"
    data = pdf(Sheet().text(85, 100, "Kế hoạch").raw("/P0 Do"), forms=[form])
    assert texts(read_pdf(data, HASH)) == ["Kế hoạch"]


def test_damaged_stream_is_no_half_page() -> None:
    data = bytearray(pdf(Sheet().lines(85, 100, [FILL] * 3), Sheet().lines(85, 100, [FILL] * 3)))
    at = data.index(b"stream\n", data.index(b"/Type /Page"))
    data[at + 40] ^= 0xFF
    try:
        document = read_pdf(bytes(data), HASH)
    except Unreadable:
        return
    assert document.unread


def test_pages_beyond_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    document = read(*(Sheet().text(85, 100, f"Trang số {number}") for number in range(4)))
    assert document.pages == 4 and document.unread == ("trang 3-4",)
    assert [note.code for note in document.notes] == ["BO_QUA_TRANG"]


def test_owner_password_alone_locks_nothing() -> None:
    document = read_pdf((FIXTURES / "pdf" / "chi_cam_in_sao_chep.pdf").read_bytes(), HASH)
    assert len(document.blocks) > 40


@pytest.mark.parametrize(
    ("name", "ceiling"),
    [
        ("good/ke_hoach_thuong", 0.001),
        ("good/bao_cao_bang_2_trang", 0.001),
        ("good/ke_hoach_nfd", 0.001),
        ("legacy/ke_hoach_vni", 0.005),
        ("legacy/ke_hoach_tcvn3_ban_in_cu", 0.005),
        ("legacy/ke_hoach_tcvn3", 0.015),  # LibreOffice did not draw U+00AD: every ư is missing from the print
        ("legacy/ke_hoach_tron_unicode_tcvn3", 0.015),
    ],
)
def test_fixtures_read_as_written(name: str, ceiling: float) -> None:
    truth = folded((FIXTURES / f"{name}.truth.txt").read_text(encoding="utf-8"))
    document = read_pdf((FIXTURES / f"{name}.pdf").read_bytes(), HASH)
    got = folded(rendered(document))
    assert Levenshtein.distance(got, truth) / len(truth) <= ceiling
    rows = [
        folded(row) for row in (FIXTURES / f"{name}.truth.txt").read_text(encoding="utf-8").split("\n") if "\t" in row
    ]
    if name.startswith("good/"):
        whole = {folded(row) for row in rendered(document).split("\n")}
        assert all(row in whole for row in rows)


def test_word_print_with_every_feature() -> None:
    document = read_pdf((FIXTURES / "pdf" / "ke_hoach_tinh_nang_word.pdf").read_bytes(), HASH)
    body = texts(document)
    assert "1 Không tính phương tiện đo kiểm định theo đề tài khoa học." in texts(document, Part.FOOTNOTE)
    assert len(texts(document, Part.HEADER)) == 1 and not any(
        text.startswith("Trang ") and text[6:].isdigit() for text in body
    )
    assert any(text.endswith("3.250.000.000 đồng.") for text in body)  # the footnote's mark is gone


def test_damaged_page_that_recognition_saw_is_still_said_to_lack_something() -> None:
    data = bytearray((FIXTURES / "good" / "ke_hoach_thuong.pdf").read_bytes())
    at = data.index(b"stream", data.index(b"/FlateDecode"))
    data[at + 400] ^= 0xFF
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"

    def engine(png: bytes, *, psm: int = 3) -> str:
        return head + "5\t1\t1\t1\t1\t1\t300\t1200\t90\t30\t95\tchỉ\n5\t1\t1\t1\t1\t2\t410\t1200\t90\t30\t95\tmột\n"

    document = read_pdf(bytes(data), HASH, engine)
    assert document.unread == ("trang 1 (nội dung hỏng, có thể đọc thiếu)",)
