"""Who and what a document presents as exemplary: in sentences, lists and tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.extract import NO_LETTERHEAD, exemplars, presented
from extractors.facts import Exemplar, ExemplarKind
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain
from tests.extractors.exemplar_phrases import PHRASES

LETTERS = {ExemplarKind.PERSON: "P", ExemplarKind.COLLECTIVE: "C", ExemplarKind.MODEL: "M"}
DOCUMENTS = Path(__file__).parent / "documents"
EXPECTED = json.loads((DOCUMENTS / "expected.json").read_text("utf-8"))
REPORT = """PHÒNG Y TẾ
Số: 3/BC-PYT
Hòa An, ngày 02 tháng 12 năm 2024
BÁO CÁO
Kết quả năm 2024
I. KẾT QUẢ
"""


def read(text: str) -> tuple[Exemplar, ...]:
    document = plain(text)
    segments = segment(document)
    return find_exemplars(document, segments, read_letterhead(document, segments))


@pytest.mark.parametrize(("text", "items"), PHRASES, ids=[text[:40] for text, _ in PHRASES])
def test_phrases(text: str, items: list[tuple[str, str, str]]) -> None:
    given_items = {(LETTERS[e.kind], e.name) for e in presented(text)}
    assert given_items == {(kind, name) for kind, name, status in items if status in {"exemplar", "planned"}}


@pytest.mark.parametrize(
    ("gold", "floors"), [("exemplars", (0.95, 0.93, 0.95)), ("exemplars_real_style", (0.95, 0.93, 0.95))]
)
def test_gold(gold: str, floors: tuple[float, ...]) -> None:
    for figure, floor in zip(exemplars(gold)(), floors, strict=True):
        assert figure.right / figure.of >= floor, (figure.name, figure.notes)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_documents(name: str) -> None:
    found = read((DOCUMENTS / name).read_text("utf-8"))
    plan = name.startswith("ke_hoach")
    counted = {(e.name, e.kind.value) for e in found if plan or not e.planned}
    assert counted == {(item["name"], item["kind"]) for item in EXPECTED[name]["exemplars"]}


TABLES = [
    (
        "Danh sách đề nghị khen thưởng:\nTT\tHọ và tên\tĐơn vị\tThành tích\n1\tBàn Thị Kim\tTrạm Y tế\tTiêm 900 mũi\n2\tLại Thế Vinh\tnt\tHiến máu 12 lần",
        [("Bàn Thị Kim", "Trạm Y tế", "Tiêm 900 mũi"), ("Lại Thế Vinh", "Trạm Y tế", "Hiến máu 12 lần")],
        "a ditto cell carries the unit on",
    ),
    (
        "TT\tHọ và tên\tChức vụ\tPhân công nhiệm vụ\n1\tBàn Thị Kim\tTrạm trưởng\tPhụ trách chung",
        [],
        "a table of duties praises nobody",
    ),
    (
        "Gương điển hình\tĐịa chỉ\tViệc làm nổi bật\nTổ hòa giải thôn 5\tXã Ea Kao\tHòa giải thành 24 vụ",
        [("Tổ hòa giải thôn 5", "Xã Ea Kao", "Hòa giải thành 24 vụ")],
        "a collective below a heading for persons and collectives",
    ),
    (
        "Tên mô hình\tĐơn vị thực hiện\tHiệu quả\nVườn thuốc nam học đường\tTrường THCS Hùng Sơn\tCó 45 loài cây thuốc",
        [("Vườn thuốc nam học đường", "Trường THCS Hùng Sơn", "Có 45 loài cây thuốc")],
        "a table of models",
    ),
    (
        "Danh sách tập thể, cá nhân được khen thưởng\nSTT\tTên tập thể, cá nhân\tHình thức khen thưởng\nI\tTập thể\t\n"
        "1\tKhoa Khám bệnh\tGiấy khen\nII\tCá nhân\t\n1\tBùi Thị Hạt\tBằng khen",
        [("Khoa Khám bệnh", "PHÒNG Y TẾ", None), ("Bùi Thị Hạt", "PHÒNG Y TẾ", None)],
        "rows that only part collectives from persons",
    ),
    (
        "Gương người tốt, việc tốt\tNơi ở\tViệc làm\nVợ chồng anh Tòng Văn Hặc\tBản Nà Sản\tNuôi 2 cháu mồ côi",
        [("Tòng Văn Hặc", "Bản Nà Sản", "Nuôi 2 cháu mồ côi")],
        "a couple is listed by the name that is given",
    ),
    (
        "Họ và tên\tChức vụ, đơn vị\tTóm tắt thành tích\nCao Thị Ngọc\tĐiều dưỡng, Trạm Y tế xã Hải Tây\tTrực 60 ngày liền",
        [("Cao Thị Ngọc", "Trạm Y tế xã Hải Tây", "Trực 60 ngày liền")],
        "one column for post and unit",
    ),
    (
        "Họ và tên\tChức vụ\tNhiệm vụ\nPhạm Quang Huy\tTrưởng phòng\tTrưởng ban",
        [],
        "members of a committee",
    ),
    (
        "Ngày\tĐịa điểm\tThành phần\n05/3/2025\tXã Hải Đông\tÔng Nguyễn Văn An, bà Trần Thị Bé",
        [],
        "a schedule",
    ),
    (
        "Thành phần tham dự hội nghị biểu dương:\nHọ và tên\tChức vụ\tSố điện thoại\nLê Văn Tám\tChủ tịch xã\t0912",
        [],
        "a list of guests",
    ),
]


@pytest.mark.parametrize(("table", "expected", "why"), TABLES, ids=[row[2] for row in TABLES])
def test_tables(table: str, expected: list[tuple[str, str, str]], why: str) -> None:
    found = read(REPORT + table)
    assert [(e.name, e.affiliation, e.deed) for e in found] == expected, why


def test_what_is_known_of_a_person() -> None:
    (found,) = read(
        REPORT
        + "Điển hình là bác sĩ Vương Thị Liên, chuyên viên Phòng Nghiệp vụ Dược, đã khám miễn phí cho 300 người nghèo."
    )
    assert (found.honorific, found.position) == ("bác sĩ", "chuyên viên")
    assert found.affiliation == "Phòng Nghiệp vụ Dược"
    assert found.deed == "đã khám miễn phí cho 300 người nghèo"
    assert found.context.quote.startswith("Điển hình là")


def test_an_award_is_told() -> None:
    (found,) = read(
        REPORT + "Bà Ngô Thị Lụa được Chủ tịch UBND tỉnh tặng Bằng khen vì có nhiều đóng góp cho quỹ khuyến học."
    )
    assert found.award == "Bằng khen"


def test_each_is_listed_once_and_tone_placement_makes_no_second() -> None:
    text = "Biểu dương bà Trần Thị Hoà đã hiến đất. Bà Trần Thị Hòa được tặng Giấy khen. Mô hình “Sạch nhà” được nhân rộng. Duy trì mô hình “Sạch nhà”."
    assert [e.name for e in read(REPORT + text)] == ["Trần Thị Hoà", "Sạch nhà"]


def test_a_model_that_was_not_made_is_no_exemplar_wherever_else_it_is_named() -> None:
    text = "Chưa xây dựng được mô hình “Bếp ăn số”.\nII. PHƯƠNG HƯỚNG\nTiếp tục xây dựng mô hình “Bếp ăn số”."
    assert read(REPORT + text) == ()


def test_a_roster_names_units_that_no_rule_would_know() -> None:
    document = plain(REPORT + "Biểu dương Tổ Mây Trắng đã hoàn thành vượt kế hoạch.")
    found = find_exemplars(document, segment(document), NO_LETTERHEAD, ("Tổ Mây Trắng",))
    assert [(e.name, e.kind) for e in found] == [("Tổ Mây Trắng", ExemplarKind.COLLECTIVE)]


PIECES = 'Biểu dương Phòng Tổ chức và Nguyễn Văn An đồng chí mô hình “ ” " được tặng Bằng khen , . ; : | \n \t - 1. Tập thể cá nhân gương'
WORDS = st.sampled_from(PIECES.split(" "))


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_spans_lie_on_their_text(text: str) -> None:
    document = plain(text)
    for exemplar in find_exemplars(document, segment(document), NO_LETTERHEAD):
        assert document.text[exemplar.span.start : exemplar.span.end] == exemplar.span.quote
        assert exemplar.context.covers(exemplar.span)
        assert exemplar.name


LISTED = [
    (
        "- Câu lạc bộ Phụ nữ khởi nghiệp xã Tịnh An.",
        "Câu lạc bộ Phụ nữ khởi nghiệp xã Tịnh An",
        "a name alone, with its place",
    ),
    (
        "- Mô hình trồng nấm trong nhà lạnh của gia đình chị Lò Thị Ban.",
        "trồng nấm trong nhà lạnh",
        "a model in no marks",
    ),
    ("- Chi hội Nông dân thôn 4: ba năm liền được tặng Giấy khen.", "Chi hội Nông dân thôn 4", "a name and its deed"),
]


@pytest.mark.parametrize(("line", "name", "why"), LISTED, ids=[row[2] for row in LISTED])
def test_a_list_of_exemplars_names_them_alone(line: str, name: str, why: str) -> None:
    found = read(f"{REPORT}III. ĐIỂN HÌNH\nXuất hiện nhiều gương điển hình tiêu biểu:\n{line}")
    assert [e.name for e in found if e.kind is not ExemplarKind.PERSON] == [name], why


FIELDS = [
    ("- Lò Văn Ban; chức vụ: Trạm trưởng; thành tích: Tiêm 900 mũi vắc xin an toàn.", "Lò Văn Ban", "a person"),
    ("- Trạm Y tế xã Hải Tây; Thành tích: Hoàn thành 120% chỉ tiêu.", "Trạm Y tế xã Hải Tây", "a collective"),
]


@pytest.mark.parametrize(("line", "name", "why"), FIELDS, ids=[row[2] for row in FIELDS])
def test_a_row_of_a_list_of_exemplars_may_be_written_as_a_line(line: str, name: str, why: str) -> None:
    (found,) = read(REPORT + line)
    assert found.name == name, why
    assert found.deed is not None and found.deed[0] in "TH", "the deed is what its field says"
