"""Zones, levels, headings, clauses and rows of documents in many styles; all wording is invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Block, Cell, Document, Part
from extractors.grammars.sections import section_of_heading, section_of_path
from extractors.grammars.segments import segment
from extractors.grammars.segments_labels import Level, read_label, section_path
from extractors.grammars.sentences import split_clauses, split_sentences
from extractors.readers.builder import Piece, build, plain
from extractors.segment import Section, Segment, SegmentKind, Zone


def cut(text: str) -> tuple[Document, tuple[Segment, ...]]:
    document = plain(text)
    return document, segment(document)


def words(document: Document, made: Segment) -> str:
    return document.text[made.start : made.end]


def find(document: Document, segments: tuple[Segment, ...], text: str) -> Segment:
    return next(made for made in segments if text in words(document, made))


LABELS = [
    ("I. MỤC ĐÍCH", "I", Level.ROMAN, "the usual one"),
    ("II/ KẾT QUẢ", "II", Level.ROMAN, "with a slash"),
    ("IV - Tổ chức thực hiện", "IV", Level.ROMAN, "with a dash"),
    ("III.KẾT QUẢ", "III", Level.ROMAN, "no blank after it"),
    ("1. Mục tiêu", "1", Level.NUMBER, ""),
    ("1/ Mục tiêu", "1", Level.NUMBER, ""),
    ("1- Mục tiêu", "1", Level.NUMBER, ""),
    ("2.1. Nội dung", "2.1", Level.NUMBER2, ""),
    ("2.1 Nội dung", "2.1", Level.NUMBER2, "the last dot is often left out"),
    ("2.1.3. Nội dung", "2.1.3", Level.NUMBER3, ""),
    ("a) Xây dựng", "a", Level.LETTER, ""),
    ("đ. Xây dựng", "đ", Level.LETTER, "Vietnamese alphabet"),
    ("(1) Xây dựng", "1", Level.BRACKET, ""),
    ("- Xây dựng", "-", Level.DASH, ""),
    ("– Xây dựng", "-", Level.DASH, "en dash"),
    ("-Xây dựng", "-", Level.DASH, "no blank"),
    ("- 100% cán bộ", "-", Level.DASH, "figures after the dash"),
    ("+ Xây dựng", "+", Level.PLUS, ""),
    ("• Xây dựng", "•", Level.DOT, ""),
    ("* Kết quả", "*", Level.STAR, ""),
    ("Phần thứ hai", "Phần II", Level.PART, "in words"),
    ("PHẦN I. KẾT QUẢ", "Phần I", Level.PART, ""),
    ("Điều 3. Hiệu lực", "Điều 3", Level.ARTICLE, ""),
]

NO_LABELS = [
    ("30/5/2022 là hạn cuối", "a date"),
    ("2.071 mô hình", "an amount"),
    ("12 đồng chí", "a count"),
    ("100% cán bộ", "a share"),
    ("24/7 phục vụ", "round the clock"),
    ("V/v báo cáo kết quả", "about"),
    ("v.v. và các việc khác", "and so on"),
    ("Phần mềm quản lý", "software"),
    ("Phan Nhật Quang", "a person"),
    ("1 - 2 ngày", "a range"),
]


@pytest.mark.parametrize(("text", "name", "level", "why"), LABELS)
def test_numbers_before_text(text: str, name: str, level: Level, why: str) -> None:
    label = read_label(text)
    assert label is not None, why
    assert (label.name, label.level) == (name, level), why


@pytest.mark.parametrize(("text", "why"), NO_LABELS)
def test_what_looks_like_a_number_and_is_none(text: str, why: str) -> None:
    assert read_label(text) is None, why


@pytest.mark.parametrize(
    ("numbers", "path"),
    [
        (("III", "2", "-"), "III.2"),
        (("II", "2", "2.1", "-"), "II.2.1"),
        (("-",), ""),
        (("Phần I", "I", "1", "a", "+"), "Phần I.I.1.a"),
    ],
)
def test_section_paths(numbers: tuple[str, ...], path: str) -> None:
    assert section_path(numbers) == path


SENTENCES = [
    ("Đã họp. Đã kết luận.", ["Đã họp.", "Đã kết luận."], ""),
    ("TS. Lê Hà và PGS.TS. Vũ Nam dự. Có 40 người.", ["TS. Lê Hà và PGS.TS. Vũ Nam dự.", "Có 40 người."], "degrees"),
    ("Tại P. Tân An, Q. 3, Tp. Hòa Lạc. Đông người.", ["Tại P. Tân An, Q. 3, Tp. Hòa Lạc.", "Đông người."], "places"),
    ("Thu 1.250.000 đồng trong quý I. Chi ít hơn.", ["Thu 1.250.000 đồng trong quý I.", "Chi ít hơn."], "amounts"),
    ("Họp các xã, thôn, v.v. Sau đó tổng kết.", ["Họp các xã, thôn, v.v.", "Sau đó tổng kết."], "and so on ends too"),
    ("Xem tr. 5 và ĐT. 0912 khi cần.", ["Xem tr. 5 và ĐT. 0912 khi cần."], "page and telephone"),
    ("Mô hình “Một cửa.” Hiệu quả cao.", ["Mô hình “Một cửa.”", "Hiệu quả cao."], "the quote closes after the stop"),
    ("Yêu cầu thực hiện./.", ["Yêu cầu thực hiện./."], "the end mark is one stop"),
    ("Đạt 98,5%. nhưng còn chậm", ["Đạt 98,5%. nhưng còn chậm"], "a small letter goes on"),
]


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == expected, why


CLAUSES = [
    ("mở lớp; cấp thẻ; báo cáo", ["mở lớp", "cấp thẻ", "báo cáo"], ""),
    ("mở lớp (sáng; chiều); cấp thẻ", ["mở lớp (sáng; chiều)", "cấp thẻ"], "brackets hold together"),
    ("phong trào “Xanh; sạch”; tổng kết", ["phong trào “Xanh; sạch”", "tổng kết"], "quotes hold together"),
    ("mở lớp (sáng; cấp thẻ; báo cáo", ["mở lớp (sáng", "cấp thẻ", "báo cáo"], "a bracket that nobody closed"),
    ("mở lớp;", ["mở lớp"], "nothing after the last one"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLAUSES)
def test_clauses(text: str, expected: list[str], why: str) -> None:
    assert [text[a:b] for a, b in split_clauses(text, 0, len(text))] == expected, why


HEADINGS = [
    ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Section.RESULT, "results win over tasks"),
    ("Nhiệm vụ trọng tâm thời gian tới", Section.FUTURE, "what comes wins over tasks"),
    ("PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III", Section.FUTURE, ""),
    ("Tồn tại, hạn chế và nguyên nhân", Section.SHORTCOMING, ""),
    ("Kiến nghị, đề xuất", Section.PROPOSAL, ""),
    ("MỤC ĐÍCH - YÊU CẦU", Section.PURPOSE, ""),
    ("Chỉ tiêu cụ thể", Section.TARGET, ""),
    ("NỘI DUNG VÀ GIẢI PHÁP", Section.TASK, ""),
    ("TỔ CHỨC THỰC HIỆN", Section.ORGANISATION, ""),
    ("KINH PHÍ THỰC HIỆN", Section.BUDGET, ""),
    ("KÉT QUÁ ĐẠT ĐƯỢC", Section.RESULT, "misread marks"),
    ("Phòng Nội vụ", Section.UNKNOWN, "a body announces nothing"),
]


@pytest.mark.parametrize(("heading", "section", "why"), HEADINGS)
def test_sections_of_headings(heading: str, section: Section, why: str) -> None:
    assert section_of_heading(heading) is section, why


PATHS = [
    (["KẾT QUẢ", "1. Nhiệm vụ chuyên môn"], Section.RESULT, "tasks below results are results"),
    (["KẾT QUẢ", "Tồn tại, hạn chế"], Section.SHORTCOMING, "shortcomings below results are shortcomings"),
    (["PHƯƠNG HƯỚNG", "Giải pháp"], Section.FUTURE, "means below what comes still come"),
    (["NỘI DUNG", "Mục tiêu"], Section.TARGET, "the inner heading wins in a plan"),
    (["TỔ CHỨC THỰC HIỆN", "Phòng Y tế"], Section.ORGANISATION, "a body inherits"),
]


@pytest.mark.parametrize(("path", "section", "why"), PATHS)
def test_sections_are_inherited(path: list[str], section: Section, why: str) -> None:
    assert section_of_path(tuple(path)) is section, why


PLAN = """UBND HUYỆN ĐÔNG GIANG
PHÒNG Y TẾ
Số: 12/KH-PYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Giang, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè năm 2024
Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;
Thực hiện Kế hoạch số 30/KH-UBND ngày 20/01/2024 của UBND huyện, Phòng Y tế xây dựng kế hoạch như sau:
A. MỤC TIÊU
I. Mục tiêu chung
Không để dịch lớn xảy ra.
II. Chỉ tiêu
1. 100% trạm y tế có đủ thuốc.
2. Trên 90% hộ dân được tuyên truyền; mỗi thôn phát thanh 02 lần/tuần.
B. NHIỆM VỤ
I. Truyền thông
a) Phát 500 tờ rơi trong tháng 5;
b) Nói chuyện chuyên đề:
- Tại trường học;
- Tại chợ.
II. TỔ CHỨC THỰC HIỆN
1. Trạm Y tế các xã
- Giám sát ổ dịch, báo cáo Phòng Y tế trước ngày 25 hằng tháng.
2. Trung tâm Văn hóa: Phát thanh 02 lần mỗi tuần, đăng tin trên trang thông tin huyện.
3. Đề nghị Mặt trận Tổ quốc huyện: vận động nhân dân vệ sinh môi trường.
Yêu cầu các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- UBND huyện (b/c);
- Lưu: VT.
TRƯỞNG PHÒNG
(đã ký)
Arâl Thị Nhung
PHỤ LỤC
Danh mục thuốc dự trữ
(Kèm theo Kế hoạch số 12/KH-PYT ngày 05/02/2024)
TT\tTên thuốc\tSố lượng
1\tOresol\t500 gói
2\tCloramin B\t"
"""


class TestPlan:
    document, segments = cut(PLAN)

    def one(self, text: str) -> Segment:
        return find(self.document, self.segments, text)

    @pytest.mark.parametrize(
        ("text", "zone"),
        [
            ("PHÒNG Y TẾ", Zone.LETTERHEAD),
            ("Số: 12/KH-PYT", Zone.LETTERHEAD),
            ("KẾ HOẠCH", Zone.TITLE),
            ("Phòng, chống dịch bệnh mùa hè", Zone.TITLE),
            ("Căn cứ Luật", Zone.PREAMBLE),
            ("Thực hiện Kế hoạch số 30", Zone.PREAMBLE),
            ("Không để dịch lớn", Zone.BODY),
            ("Yêu cầu các đơn vị nghiêm túc", Zone.CLOSING),
            ("- UBND huyện (b/c);", Zone.RECIPIENTS),
            ("TRƯỞNG PHÒNG", Zone.SIGNATURE),
            ("Arâl Thị Nhung", Zone.SIGNATURE),
            ("PHỤ LỤC", Zone.APPENDIX),
            ("Oresol", Zone.APPENDIX),
        ],
    )
    def test_zones(self, text: str, zone: Zone) -> None:
        assert self.one(text).zone is zone

    @pytest.mark.parametrize(
        ("text", "numbers", "section"),
        [
            ("Không để dịch lớn", ("A", "I"), Section.TARGET),
            ("100% trạm y tế", ("A", "II", "1"), Section.TARGET),
            ("Phát 500 tờ rơi", ("B", "I", "a"), Section.TASK),
            ("Tại chợ", ("B", "I", "b", "-"), Section.TASK),
            ("Giám sát ổ dịch", ("B", "II", "1", "-"), Section.ORGANISATION),
            ("Phát thanh 02 lần mỗi tuần", ("B", "II", "2"), Section.ORGANISATION),
        ],
    )
    def test_numbers_and_sections(self, text: str, numbers: tuple[str, ...], section: Section) -> None:
        made = self.one(text)
        assert (made.numbers, made.section) == (numbers, section)

    @pytest.mark.parametrize(
        ("text", "headings"),
        [
            ("Giám sát ổ dịch", ("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN", "Trạm Y tế các xã")),
            ("Phát thanh 02 lần mỗi tuần", ("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN", "Trung tâm Văn hóa")),
            ("vận động nhân dân", ("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN", "Đề nghị Mặt trận Tổ quốc huyện")),
            ("Yêu cầu các đơn vị", ("NHIỆM VỤ", "TỔ CHỨC THỰC HIỆN")),
        ],
    )
    def test_actors_are_headings(self, text: str, headings: tuple[str, ...]) -> None:
        assert self.one(text).headings[: len(headings)] == headings

    def test_a_clause_keeps_its_sentence(self) -> None:
        clause = self.one("mỗi thôn phát thanh")
        assert clause.sentence is not None
        assert self.document.text[slice(*clause.sentence)].startswith("Trên 90% hộ dân")

    def test_a_numbered_sentence_is_no_heading(self) -> None:
        assert self.one("100% trạm y tế").kind is SegmentKind.SENTENCE

    def test_an_appendix_is_headed_by_its_title(self) -> None:
        assert self.one("Danh mục thuốc").kind is SegmentKind.HEADING
        assert self.one("Oresol").headings == ("Danh mục thuốc dự trữ",)

    def test_a_ditto_cell_carries_what_stands_above(self) -> None:
        row = self.one("Cloramin B").row
        assert [column.head for column in row] == ["TT", "Tên thuốc", "Số lượng"]
        assert self.document.text[row[2].start : row[2].end] == "500 gói"
        assert row[2].carried


def table(*rows: tuple[tuple[str, int, int], ...]) -> Document:
    """Rows of (text, rows, cols); the cells of a row stand at the first free columns."""
    pieces: list[Piece] = []
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        col = 0
        for text, down, across in row:
            while (at, col) in taken:
                col += 1
            taken |= {(at + i, col + j) for i in range(down) for j in range(across)}
            pieces.append(Piece(text, f"bảng 1/dòng {at + 1}/ô {col + 1}", cell=Cell(1, at, col, down, across)))
            col += across
    return build(pieces, sha256="0" * 64, format="docx")


def test_heads_in_two_storeys_and_merged_cells() -> None:
    document = table(
        (("TT", 2, 1), ("Nhiệm vụ", 2, 1), ("Thời gian", 1, 2), ("Chủ trì", 2, 1)),
        (("Bắt đầu", 1, 1), ("Kết thúc", 1, 1)),
        (("(1)", 1, 1), ("(2)", 1, 1), ("(3)", 1, 1), ("(4)", 1, 1), ("(5)", 1, 1)),
        (("I", 1, 1), ("HẠ TẦNG", 1, 4)),
        (("1", 1, 1), ("Lắp máy chủ", 1, 1), ("01/3", 1, 1), ("30/4", 1, 1), ("Phòng Kỹ thuật", 2, 1)),
        (("2", 1, 1), ("Kéo cáp", 1, 1), ("05/3", 1, 1), ("nt", 1, 1)),
    )
    segments = segment(document)
    group = find(document, segments, "HẠ TẦNG")
    assert group.kind is SegmentKind.HEADING
    cable = find(document, segments, "Kéo cáp")
    assert cable.headings == ("HẠ TẦNG",)
    assert [column.head for column in cable.row] == [
        "TT",
        "Nhiệm vụ",
        "Thời gian / Bắt đầu",
        "Thời gian / Kết thúc",
        "Chủ trì",
    ]
    shown = [(document.text[c.start : c.end], c.carried) for c in cable.row]
    assert shown == [("2", False), ("Kéo cáp", False), ("05/3", False), ("30/4", True), ("Phòng Kỹ thuật", True)]
    assert all(
        made.kind is not SegmentKind.ROW or words(document, made) not in {"TT", "(1)", "Bắt đầu"} for made in segments
    )


def test_a_table_over_two_pages_keeps_its_heads() -> None:
    first = [("TT", 0, 0), ("Đơn vị", 0, 1), ("Kết quả", 0, 2), ("1", 1, 0), ("Xã An", 1, 1), ("Đạt", 1, 2)]
    second = [("2", 0, 0), ("Xã Bình", 0, 1), ("Chưa đạt", 0, 2), ("3", 1, 0), ("Xã Cát", 1, 1), ("Đạt", 1, 2)]
    pieces = [Piece(t, "p", page=1, cell=Cell(1, r, c)) for t, r, c in first]
    pieces += [Piece(t, "p", page=2, cell=Cell(2, r, c)) for t, r, c in second]
    document = build(pieces, sha256="0" * 64, format="pdf", pages=2)
    made = find(document, segment(document), "Xã Bình")
    assert [column.head for column in made.row] == ["TT", "Đơn vị", "Kết quả"]


def test_frames_made_of_tables_hold_no_data() -> None:
    document = plain(
        "UBND XÃ A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/BC-UBND\tA, ngày 01 tháng 3 năm 2024\nBÁO CÁO\nViệc làm\nĐã làm./.\nNơi nhận:\tCHỦ TỊCH\n- Lưu.\tHồ Văn Mên"
    )
    assert not [made for made in segment(document) if made.kind is SegmentKind.ROW]


def test_a_page_laid_out_in_one_cell_reads_as_text() -> None:
    lines = ["BÁO CÁO", "Kết quả quý I", "I. KẾT QUẢ", "1. Đã mở 02 lớp.", "2. Đã cấp 10 thẻ."]
    document = build([Piece(line, "p", cell=Cell(1, 0, 0)) for line in lines], sha256="0" * 64, format="docx")
    made = find(document, segment(document), "Đã cấp 10 thẻ")
    assert (made.kind, made.numbers, made.section) == (SegmentKind.SENTENCE, ("I", "2"), Section.RESULT)


def test_a_sentence_over_a_page_break_is_one() -> None:
    document = build(
        [Piece("1. Hoàn thành sửa chữa trường học và", "p", page=1), Piece("trạm y tế trước ngày 01/9.", "p", page=2)],
        sha256="0" * 64,
        format="pdf",
        pages=2,
    )
    made = segment(document)
    assert [words(document, one) for one in made] == ["Hoàn thành sửa chữa trường học và\ntrạm y tế trước ngày 01/9."]
    assert made[0].block == 0


def test_computed_numbers_are_levels_too() -> None:
    pieces = [
        Piece("KẾT QUẢ", "p", label="I."),
        Piece("Công tác dân số", "p", label="1."),
        Piece("Đã khám 300 lượt;", "p", label="-"),
        Piece("Đã tư vấn 120 cặp.", "p", label="-"),
    ]
    document = build(pieces, sha256="0" * 64, format="docx")
    made = find(document, segment(document), "Đã tư vấn")
    assert (made.label, made.numbers, made.headings) == ("-", ("I", "1", "-"), ("KẾT QUẢ", "Công tác dân số"))


def test_a_report_without_letterhead() -> None:
    document, segments = cut(
        "Kết quả tháng 5\n- Mở 02 lớp.\n- Chưa cấp được thẻ.\nPhương hướng tháng 6\n- Cấp 100 thẻ."
    )
    assert find(document, segments, "Chưa cấp").section is Section.RESULT
    assert find(document, segments, "Cấp 100").section is Section.FUTURE


_HEAD = "UBND HUYỆN KRÔNG NĂNG\nTRẠM KHUYẾN NÔNG\nSố: 9/BC-TKN\nKrông Năng, ngày 5 tháng 7 năm 2024\nBÁO CÁO\n"


@pytest.mark.parametrize(
    ("text", "piece", "why"),
    [
        (
            "kết quả tái canh cà phê vụ hè\n- Trạm đã cấp 4.000 cây giống cho 32 hộ\n- đất dốc nên chưa đào được hố",
            "Trạm đã cấp",
            "a list right below the subject, though no line of it is closed",
        ),
        (
            "kết quả tái canh cà phê\nHưởng ứng tháng cao điểm, tổ khuyến nông đã ra quân 14 buổi dọn vườn ở 6 buôn.",
            "Hưởng ứng",
            "a lead-in that goes on to tell a result is no preamble",
        ),
    ],
)
def test_text_below_the_subject_is_body(text: str, piece: str, why: str) -> None:
    document, segments = cut(_HEAD + text + "\nNơi nhận:\n- Lưu: VT.\nTRƯỞNG TRẠM\nY Bhiu Niê")
    assert find(document, segments, piece).zone is Zone.BODY, why


def test_a_column_named_after_persons_is_no_signature() -> None:
    pieces = [
        *(Piece(line, "p") for line in _HEAD.splitlines()),
        Piece("I. Lịch thực hiện", "p"),
        *(
            Piece(text, "td", cell=Cell(1, row, col, 1, 1, row == 0))
            for row, texts in enumerate([("Thời gian", "Nội dung", "Phụ trách"), ("Tháng 8", "Phát động", "BGH")])
            for col, text in enumerate(texts)
        ),
        *(Piece(line, "p") for line in ("Nơi nhận:", "- Lưu: VT.", "HIỆU TRƯỞNG", "Y Bhiu Niê")),
    ]
    document = build(pieces, sha256="0" * 64, format="pdf")
    assert find(document, segment(document), "Y Bhiu").zone is Zone.SIGNATURE


def test_running_headers_are_no_part_of_the_text() -> None:
    document = build(
        [Piece("Tài liệu nội bộ", "p", part=Part.HEADER), Piece("1. Đã họp.", "p"), Piece("- 2 -", "p")],
        sha256="0" * 64,
        format="docx",
    )
    assert [made.zone for made in segment(document)] == [Zone.OTHER, Zone.BODY, Zone.OTHER]


_PIECES = st.sampled_from(
    ["I. ", "1. ", "a) ", "- ", "Số: 12/KH-X", "KẾ HOẠCH", "Nơi nhận:", "GIÁM ĐỐC", "Đã họp; đã ký. ", "trước ngày 30/5/2022",
     "\t", "\n", "nt", "(", "“", "./.", "Phụ lục", "TT", "Nội dung", " ", "\u00a0", "Kính gửi: Sở A", "CỘNG HÒA", "…", "V/v x"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=60))
def test_any_text_is_cut_without_loss_of_place(parts: list[str]) -> None:
    document = plain("".join(parts))
    last = 0
    for made in segment(document):
        assert 0 <= made.start < made.end <= len(document.text)
        assert words(document, made) == words(document, made).strip(" \t\n")
        assert document.blocks[made.block].start <= made.start
        assert made.start >= last or made.kind is SegmentKind.ROW
        last = made.start
        document.span(made.start, made.end)


@pytest.mark.parametrize("unit", ["a" * 10 + " ", "(", "Số: ", "1. ", "TT\tTên\n", "- \n", ";", "“", ". A"])
def test_time_grows_with_the_text_only(unit: str) -> None:
    def seconds(times: int) -> float:
        document = plain(unit * times)
        began = time.process_time()
        segment(document)
        return time.process_time() - began

    seconds(200)
    assert seconds(5_000) <= max(40 * seconds(500), 1.0)


def test_every_letter_of_the_body_lies_in_a_segment() -> None:
    document, segments = cut(PLAN)
    covered = [False] * len(document.text)
    for made in segments:
        covered[made.start : made.end] = [True] * (made.end - made.start)
    missed = "".join(c for c, seen in zip(document.text, covered, strict=True) if not seen and c.isalpha())
    # Numbers of list items and the heads of the table are kept beside the segments, not in them.
    assert missed == "AIIIBIabIITTTênthuốcSốlượng"


def test_blocks_of_cells_are_one_segment_each() -> None:
    document = build(
        [
            Piece("TT", "p", cell=Cell(1, 0, 0)),
            Piece("Nội dung", "p", cell=Cell(1, 0, 1)),
            Piece("1", "p", cell=Cell(1, 1, 0)),
            Piece("Mở lớp", "p", cell=Cell(1, 1, 1)),
            Piece("cho cán bộ", "p", cell=Cell(1, 1, 1)),
        ],
        sha256="0" * 64,
        format="docx",
    )
    assert isinstance(document.blocks[0], Block)
    assert [words(document, made) for made in segment(document)] == ["1", "Mở lớp\ncho cán bộ"]


LISTS = [
    (
        (("STT", "Nội dung"), ("1", "Đã mở 02 lớp."), ("2", "Đã in 300 tờ rơi.")),
        True,
        "numbers in a column of their own",
    ),
    ((("1", "Đã mở 02 lớp."), ("2", "Đã in 300 tờ rơi."), ("3", "Đã họp.")), True, "no heads at all"),
    ((("STT", "Họ và tên"), ("1", "Lò Văn Ban"), ("2", "Vi Thị Bé")), False, "the head says what the items are"),
    (
        (("Nội dung", "Kết quả"), ("Mở lớp", "02 lớp"), ("In tờ rơi", "300 tờ")),
        False,
        "what stands side by side belongs so",
    ),
]


@pytest.mark.parametrize(("rows", "is_list", "why"), LISTS, ids=[row[2] for row in LISTS])
def test_a_list_set_as_a_table_is_read_as_a_list(rows: tuple[tuple[str, str], ...], is_list: bool, why: str) -> None:
    found = segment(table(*(tuple((text, 1, 1) for text in row) for row in rows)))
    texts = [s for s in found if s.zone is not Zone.OTHER]
    assert all(s.kind is not SegmentKind.ROW for s in texts) is is_list, why


ADDRESSED = [
    ("Kính gửi:\n- Sở Y tế;\n- Sở Tài chính.", 3, "a list of them"),
    ("Kính gửi:\n- Sở Y tế\n- Sở Tài chính", 3, "a list without signs"),
    ("Kính gửi: Sở Y tế;\n- Sở Tài chính.", 2, "the list opens in the line"),
    ("Kính gửi: Hội LHPN tỉnh\n- Đã tập huấn 74/98 chi hội trưởng;\n- Đã giúp 04 hộ nghèo.", 1, "results stand below"),
]


@pytest.mark.parametrize(("lines", "addressees", "why"), ADDRESSED)
def test_whom_it_is_sent_to_ends_where_the_text_begins(lines: str, addressees: int, why: str) -> None:
    document = plain(f"SỞ A\nSố: 3/BC-SA\nHà Tân, ngày 05 tháng 6 năm 2024\nBÁO CÁO\nKết quả quý II\n{lines}")
    assert sum(s.zone is Zone.ADDRESSEE for s in segment(document)) == addressees, why
