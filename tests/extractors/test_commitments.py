"""What documents promise, claim and deny: whole documents of several offices, and the parts of a commitment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.score import dice, greedy
from extractors.document import Document
from extractors.facts import Commitment, Modality
from extractors.grammars.commitments import find_commitments, worth_listing
from extractors.grammars.dates import find_dates
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.modality import campaign_modality
from extractors.grammars.segments import segment
from extractors.readers.builder import plain

DOCUMENTS = Path(__file__).parent / "documents"
EXPECTED = json.loads((DOCUMENTS / "expected.json").read_text("utf-8"))
FRAME = """SỞ Y TẾ
CHI CỤC DÂN SỐ
Số: 8/{code}-CCDS
Phú Sơn, ngày 10 tháng 9 năm 2024
{type}
Công tác dân số năm 2024
{heading}
"""


def read(document: Document) -> tuple[Commitment, ...]:
    segments = segment(document)
    letterhead = read_letterhead(document, segments)
    dates, _ = find_dates(document, segments, letterhead)
    return find_commitments(document, segments, letterhead, dates)


def in_report(text: str, heading: str = "I. KẾT QUẢ") -> list[Commitment]:
    frame = FRAME.format(code="BC", type="BÁO CÁO", heading=heading)
    return [item for item in read(plain(frame + text)) if worth_listing(item)]


def in_plan(text: str, heading: str = "I. NHIỆM VỤ") -> list[Commitment]:
    frame = FRAME.format(code="KH", type="KẾ HOẠCH", heading=heading)
    return [item for item in read(plain(frame + text)) if worth_listing(item)]


def bounds(item: Commitment) -> list[str | None] | None:
    return list(item.deadline.as_json().values()) if item.deadline else None


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_documents(name: str) -> None:
    gold: list[dict[str, Any]] = EXPECTED[name]["commitments"]
    found = [c for c in read(plain((DOCUMENTS / name).read_text("utf-8"))) if worth_listing(c)]
    pairs = greedy(gold, found, lambda a, b: dice(a["quote"], b.span.quote), 0.5)
    missed = [item["quote"] for i, item in enumerate(gold) if i not in {i for i, _ in pairs}]
    others = [item.span.quote for j, item in enumerate(found) if j not in {j for _, j in pairs}]
    assert not missed
    assert len(others) <= max(1, len(gold) // 2), others  # what is worth listing is taste; what is missed is not
    wrong = [
        (gold[i]["quote"], found[j].modality, bounds(found[j]))
        for i, j in pairs
        if campaign_modality(found[j].modality) != gold[i]["modality"] or bounds(found[j]) != gold[i]["deadline"]
    ]
    assert len(wrong) <= 1, wrong


PARTS = [
    # plan clause, actor, verb, object, deadline, recipient
    (
        "Văn phòng Sở tổng hợp kết quả thực hiện, gửi Ủy ban nhân dân tỉnh trước ngày 30/11/2024.",
        ("Văn phòng Sở", "tổng hợp", "kết quả thực hiện", [None, "2024-11-30"], "Ủy ban nhân dân tỉnh"),
    ),
    (
        "Giao Phòng Kế hoạch chủ trì, tham mưu xây dựng đề án trong quý IV/2024.",
        ("Phòng Kế hoạch", "chủ trì, tham mưu xây dựng", "đề án", ["2024-10-01", "2024-12-31"], None),
    ),
    (
        "Các đơn vị trực thuộc gửi báo cáo về Phòng Tổ chức trước ngày 15/11/2024.",
        ("Các đơn vị trực thuộc", "gửi báo cáo", "", [None, "2024-11-15"], "Phòng Tổ chức"),
    ),
    (
        "Tổ chức 03 lớp tập huấn cho cộng tác viên trong tháng 10/2024.",
        ("CHI CỤC DÂN SỐ", "Tổ chức", "lớp tập huấn cho cộng tác viên", ["2024-10-01", "2024-10-31"], None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[row[0][:40] for row in PARTS])
def test_parts(text: str, expected: tuple[str, str, str, list[str | None], str | None]) -> None:
    found = in_plan(text)[0]
    assert (found.actor or "").endswith(expected[0])
    assert (found.action, found.object, bounds(found), found.recipient) == expected[1:]


CUT = [
    # plan text, quotes, why
    (
        "Xây dựng tủ thuốc, đưa vào sử dụng trước ngày 01/11/2024.",
        ["Xây dựng tủ thuốc, đưa vào sử dụng trước ngày 01/11/2024"],
        "a closing verb is no duty of its own",
    ),
    (
        "Tổng kết phong trào giữa tháng 11, gửi kết quả về Văn phòng Sở.",
        ["Tổng kết phong trào giữa tháng 11", "gửi kết quả về Văn phòng Sở"],
        "a recipient makes a duty of its own",
    ),
    (
        "Về truyền thông: phát 200 tờ rơi; treo 12 băng rôn.",
        ["phát 200 tờ rơi", "treo 12 băng rôn"],
        "the lead-in is no part of the quote",
    ),
    ("Khám cho 500 người, góp phần nâng cao sức khỏe.", ["Khám cho 500 người"], "side remarks are left out"),
    ("Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Chi cục.", [], "boilerplate"),
    (
        "Kiểm tra 06 trạm y tế, giao bà Lò Thị Phương làm đầu mối.",
        ["Kiểm tra 06 trạm y tế"],
        "an assignment names the actor of the duty before",
    ),
    (
        "Tu bổ 02 di tích: Đình Thượng và Chùa Hạ, xong trong quý III;",
        ["Tu bổ 02 di tích: Đình Thượng và Chùa Hạ, xong trong quý III"],
        "what is counted before the colon is listed behind it",
    ),
    ("Sáng kiến đăng ký: “Thẻ nhắc uống thuốc”.", ["Sáng kiến đăng ký: “Thẻ nhắc uống thuốc”"], "a registration"),
    ("Tuyến đường đăng ký kiểu mẫu: đường Bờ Kè.", ["Tuyến đường đăng ký kiểu mẫu: đường Bờ Kè"], "without quotes"),
    (
        "Kiện toàn 05 Đội xung kích phòng, chống dịch trước ngày 10/11/2024.",
        ["Kiện toàn 05 Đội xung kích phòng, chống dịch trước ngày 10/11/2024"],
        "'phòng, chống' is one word",
    ),
    (
        "Khám cho 100% nhân viên chế biến, phục vụ (46 người) trong tháng 10/2024.",
        ["Khám cho 100% nhân viên chế biến, phục vụ (46 người) trong tháng 10/2024"],
        "what the staff does is no duty",
    ),
    (
        "Khởi công 03 nhà trước 20/10/2024, bàn giao trong tháng 12/2024.",
        ["Khởi công 03 nhà trước 20/10/2024, bàn giao trong tháng 12/2024"],
        "with nothing but its time behind it the verb closes",
    ),
    (
        "Nghiêm cấm viên chức uống rượu trong giờ làm việc.",
        ["Nghiêm cấm viên chức uống rượu trong giờ làm việc"],
        "ban",
    ),
    ("Mỗi bản có 02 buổi khám vào buổi tối.", ["Mỗi bản có 02 buổi khám vào buổi tối"], "asked of each"),
    (
        "Phòng Nghiệp vụ theo dõi, tổng hợp và báo cáo theo quy định.",
        ["Phòng Nghiệp vụ theo dõi, tổng hợp và báo cáo theo quy định"],
        "an office is charged with it",
    ),
    (
        "Lựa chọn 01 câu lạc bộ tiêu biểu, gửi Sở trước ngày 15/10/2024.",
        ["Lựa chọn 01 câu lạc bộ tiêu biểu, gửi Sở trước ngày 15/10/2024"],
        "the day of sending is the day of choosing",
    ),
    (
        "Xây dựng hai mô hình: “Bữa cơm sạch” (bản Nà Hạ) và “Tổ tự quản”, ra mắt đầu tháng 10.",
        ["Xây dựng hai mô hình: “Bữa cơm sạch” (bản Nà Hạ) và “Tổ tự quản”, ra mắt đầu tháng 10"],
        "named behind the colon, closed by their launch",
    ),
    ("Mở 02 lớp tập huấn; giao Phòng Nghiệp vụ.", ["Mở 02 lớp tập huấn"], "whom it is given to"),
    ("Về tổ chức thực hiện.", [], "a heading in the line"),
    ("Khoa Sức khỏe sinh sản chủ trì.", [], "who leads, and nothing to do"),
    (
        "Hồ sơ gửi về Văn phòng (bà Vì Thị Sen, số máy: 0978 112 306) trước ngày 30/10/2024.",
        ["Hồ sơ gửi về Văn phòng (bà Vì Thị Sen, số máy: 0978 112 306) trước ngày 30/10/2024"],
        "a colon inside brackets parts nothing",
    ),
]


@pytest.mark.parametrize(("text", "quotes", "why"), CUT, ids=[row[2] for row in CUT])
def test_cut(text: str, quotes: list[str], why: str) -> None:
    assert [item.span.quote for item in in_plan(text)] == quotes, why


def test_an_assignment_behind_a_duty_names_its_actor() -> None:
    (found,) = in_plan(
        "Kiểm tra 06 trạm y tế trước ngày 01/11/2024. Giao bà Lò Thị Phương, Phó Chi cục trưởng, làm đầu mối."
    )
    assert found.actor == "bà Lò Thị Phương"


def test_a_heading_that_names_a_unit_is_the_actor() -> None:
    (found,) = in_plan("2. Phòng Nghiệp vụ Dược\n- Kiểm tra 12 nhà thuốc trong tháng 10/2024.", "II. TỔ CHỨC THỰC HIỆN")
    assert found.actor == "Phòng Nghiệp vụ Dược"


DATED = [
    # report clause, day or period in which it was done, why
    (
        "Đã ban hành Kế hoạch số 15/KH-CCDS ngày 25/5/2024.",
        ["2024-05-25", "2024-05-25"],
        "what the act issued bears its day",
    ),
    ("Đã mở 02 lớp theo Kế hoạch số 9/KH-SYT ngày 4/3/2024.", None, "a cited document does not date the act"),
    ("Đã tổ chức hội nghị ngày 12/8 và ngày 23/9/2024.", None, "of two days none is the day"),
    ("Do mưa lũ từ tháng 8, Chi cục chưa tổ chức được hội thi.", None, "the cause has its own time"),
    ("Đã khám 1.200 người trong quý III/2024.", ["2024-07-01", "2024-09-30"], "a period"),
    ("Tổ chức 03 đợt khám trong các tháng 3, 5 và 8.", ["2024-03-01", "2024-08-31"], "months in a row make one period"),
    (
        "Đã mở 03 lớp trong tháng 2/2024, tháng 4/2024 và tháng 7/2024.",
        ["2024-02-01", "2024-07-31"],
        "each with a year",
    ),
    ("Đã giải quyết hồ sơ tại Tờ trình số 18/TTr-CS ngày 14/5/2024.", ["2024-05-14"] * 2, "the paper of the act"),
    ("Đã khám 40 người ở tổ dân phố số 5 từ tháng 4/2024.", ["2024-04-01", None], "the number cites no document"),
    ("Đã khám cho 40 người ngày 22/4 và ngày 23/4/2024.", ["2024-04-22", "2024-04-23"], "days that adjoin"),
    ("Đã khám 02 đợt: đợt 1 ngày 28/5, đợt 2 ngày 27/8/2024.", ["2024-05-28", "2024-08-27"], "the days of two rounds"),
    (
        "Trồng 12 km hoa, đợt 1 từ ngày 15/3 đến ngày 30/4, đợt 2 từ ngày 01/7 đến ngày 15/8/2024.",
        ["2024-03-15", "2024-08-15"],
        "rounds of many days",
    ),
    ("Đã sơ kết 02 năm thực hiện Kết luận số 01-KL/TW ngày 07/9/2024.", ["2024-09-07"] * 2, "too late for the paper"),
    ("Quy chế của Chi cục được ban hành ngày 15/5/2024.", ["2024-05-15"] * 2, "the day on which it was issued"),
    ("Chủ trì hội thi cụm thi đua số 2 ngày 18/5/2024.", ["2024-05-18"] * 2, "the number of a group"),
    ("Tuyên truyền pháp luật cho 90 công nhân trong tháng 5/2024.", ["2024-05-01", "2024-05-31"], "no day of a law"),
]


@pytest.mark.parametrize(("text", "day", "why"), DATED, ids=[row[2] for row in DATED])
def test_binding_dates(text: str, day: list[str | None] | None, why: str) -> None:
    (found,) = in_report(text)
    assert bounds(found) == day, why


TABLE = "TT\tNội dung công việc\tChủ trì\tThời gian\n1\tLập danh sách 40 hộ\tÔng Tạ Văn Sửu\tTrước 30/9/2024\n2\tCấp phát tài liệu\tnt\tTháng 10/2024"


def test_a_table_of_tasks() -> None:
    found = in_plan(TABLE, "II. PHÂN CÔNG")
    assert [(c.span.quote, c.actor, bounds(c)) for c in found] == [
        ("Lập danh sách 40 hộ", "Ông Tạ Văn Sửu", [None, "2024-09-30"]),
        ("Cấp phát tài liệu", "Ông Tạ Văn Sửu", ["2024-10-01", "2024-10-31"]),
    ]


def test_a_table_of_results_tells_its_state() -> None:
    table = "STT\tNhiệm vụ\tKế hoạch\tKết quả\n1\tKhám sàng lọc\t500 người\t612 người, đạt 122%\n2\tHội thi\t01 cuộc\tChưa tổ chức được"
    found = in_report(table)
    assert [(c.span.quote, c.modality) for c in found] == [
        ("Khám sàng lọc", Modality.DONE),
        ("Hội thi", Modality.DENIED),
    ]
    assert found[0].quantities[0].value == 612


def test_a_table_of_figures_is_compared() -> None:
    table = (
        "TT\tChỉ tiêu\tĐVT\tKế hoạch năm\tThực hiện\tTỷ lệ %\n"
        "1\tKhám sức khỏe học sinh\tngười\t4.000\t4.120\t103\n2\tTập huấn sơ cấp cứu\tlớp\t5\t3\t60"
    )
    found = in_report(table)
    assert [(c.span.quote, c.modality) for c in found] == [
        ("Khám sức khỏe học sinh", Modality.DONE),
        ("Tập huấn sơ cấp cứu", Modality.PARTLY),
    ]
    assert [(q.value, q.unit) for q in found[0].quantities] == [(4120, "người"), (4000, "người")]


def test_a_table_of_figures_without_a_column_of_units() -> None:
    table = (
        "STT\tNội dung\tKế hoạch năm\tThực hiện 9 tháng\n1\tTruyền thông tại cộng đồng (buổi)\t48\t52\n"
        "2\tSàng lọc sơ sinh (trẻ)\t800\t0"
    )
    found = in_report(table)
    assert [(c.quantities[0].value, c.quantities[0].unit, c.modality) for c in found] == [
        (52, "buổi", Modality.DONE),
        (0, "trẻ", Modality.DENIED),  # nothing of what was asked for is no part of it
    ]


def test_a_table_of_states() -> None:
    table = (
        "TT\tNhiệm vụ được giao\tThời hạn\tTình trạng\n1\tLập hồ sơ sức khỏe điện tử\t\tĐã hoàn thành ngày 15/9/2024\n"
        "2\tMua máy siêu âm\t31/10/2024\tChưa thực hiện\n3\tXây tường rào\t31/12/2024\tĐang thi công"
    )
    found = in_report(table)
    assert [c.modality for c in found] == [Modality.DONE, Modality.DENIED, Modality.IN_PROGRESS]
    assert bounds(found[0]) == ["2024-09-15", "2024-09-15"]


def test_a_cell_beside_the_result_tells_when_it_was() -> None:
    table = (
        "TT\tNhiệm vụ\tKết quả\tGhi chú\n1\tKhám cho người cao tuổi\t310 người\tXong ngày 22/4/2024\n"
        "2\tMở lớp tập huấn\t03 lớp (ngày 8/4, ngày 15/4 và ngày 9/5)\t\n3\tRa quân truyền thông\t2 đợt\tđợt 3 dự kiến tháng 12"
    )
    assert [bounds(c) for c in in_report(table)] == [["2024-04-22", "2024-04-22"], None, None]


def test_a_column_whose_cells_act_holds_the_tasks() -> None:
    table = "TT\tViệc làm\tPhụ trách\tThời gian\n1\tBổ sung 03 chuẩn mực\tPhòng Nghiệp vụ\tQuý IV/2024"
    (found,) = in_plan(table, "II. PHÂN CÔNG")
    assert (found.span.quote, bounds(found)) == ("Bổ sung 03 chuẩn mực", ["2024-10-01", "2024-12-31"])
    results = "Kết quả\tThời gian\tGhi chú\nĐã luân chuyển 02/04 đợt sách\tTháng 4/2024\tMỗi đợt 5 trường"
    (told,) = in_report(results)
    assert (campaign_modality(told.modality), bounds(told)) == ("done", ["2024-04-01", "2024-04-30"])


def test_a_table_below_next_year_is_a_plan() -> None:
    table = "TT\tNhiệm vụ\tĐơn vị thực hiện\tHoàn thành\n1\tThay 03 máy siêu âm\tPhòng Nghiệp vụ\tTrước ngày 31/3/2025"
    (found,) = in_report(table, "II. KẾ HOẠCH NĂM 2025")
    assert (campaign_modality(found.modality), bounds(found)) == ("planned", [None, "2025-03-31"])


def test_tasks_below_a_heading_of_shortcomings_and_tasks() -> None:
    found = in_report("2. Nhiệm vụ: thay 03 máy siêu âm trước ngày 31/10/2024./.", "II. HẠN CHẾ VÀ NHIỆM VỤ QUÝ IV")
    assert [campaign_modality(c.modality) for c in found] == ["planned"]


def test_a_column_named_time_of_doing_is_no_result() -> None:
    table = "Công việc\tBộ phận chủ trì\tThời gian thực hiện\nKiểm tra 15 cơ sở hành nghề\tTổ Nghiệp vụ\tQuý I/2025"
    (found,) = in_plan(table, "II. PHÂN CÔNG")
    assert (found.actor, bounds(found)) == ("Tổ Nghiệp vụ", ["2025-01-01", "2025-03-31"])


def test_what_stands_below_next_year_is_no_result() -> None:
    (found,) = in_report("Thành lập 01 tổ tư vấn.", "II. NHIỆM VỤ NĂM 2025")
    assert campaign_modality(found.modality) == "planned"


def test_exhortations_are_kept_but_not_worth_listing() -> None:
    frame = FRAME.format(code="BC", type="BÁO CÁO", heading="I. KẾT QUẢ")
    (found,) = read(plain(frame + "Tiếp tục nâng cao vai trò, trách nhiệm của người đứng đầu."))
    assert not worth_listing(found)


PIECES = "Phòng Tổ chức 05 lớp tập huấn , ; : . và gửi báo cáo về Sở trước ngày 30/9/2024 chưa đã sẽ “ ” giao ông An \n \t - 1. I. KẾT QUẢ"
WORDS = st.sampled_from(PIECES.split(" "))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_spans_lie_on_their_text(text: str) -> None:
    document = plain(FRAME.format(code="KH", type="KẾ HOẠCH", heading="I. NHIỆM VỤ") + text)
    for item in read(document):
        assert document.text[item.span.start : item.span.end] == item.span.quote
        assert item.span.quote.strip() == item.span.quote
        assert item.modality not in {Modality.NONE, Modality.RESTATED}


def test_fields_behind_a_task_say_who_and_when() -> None:
    lines = (
        "- Tổ chức 02 lớp tập huấn kỹ năng số; Đơn vị chủ trì: Tổ Văn phòng; Thời gian hoàn thành: tháng 5/2024\n"
        "- Ban hành quy chế; thời gian: trước ngày 30/4/2024; kinh phí: 5 triệu đồng."
    )
    found = in_plan(lines, "II. NHIỆM VỤ")
    assert [(c.span.quote, c.actor, bounds(c)) for c in found] == [
        ("Tổ chức 02 lớp tập huấn kỹ năng số", "Tổ Văn phòng", ["2024-05-01", "2024-05-31"]),
        ("Ban hành quy chế", found[1].actor, [None, "2024-04-30"]),
    ]


TOLD = [
    # report text, listed quotes with their label, why
    (
        "Xử lý vi phạm: đã kiểm tra 40 quán ăn, xử phạt 03 quán với số tiền 9,5 triệu đồng.",
        [("đã kiểm tra 40 quán ăn", "done"), ("xử phạt 03 quán với số tiền 9,5 triệu đồng", "done")],
        "a fine is a deed of its own",
    ),
    (
        "Đã dán 240 áp phích, kẻ 35 khẩu hiệu.",
        [("Đã dán 240 áp phích", "done"), ("kẻ 35 khẩu hiệu", "done")],
        "two deeds, each with its own count",
    ),
    (
        "Biểu dương bà Lò Thị Ún, Trưởng bản Nà Hạ, đã vận động 31 cặp vợ chồng khám sức khỏe.",
        [("Biểu dương bà Lò Thị Ún", "done")],
        "post and deed say why, the act is to praise",
    ),
    (
        "Đoàn viên ký cam kết không sinh con thứ ba, không tảo hôn được 312 bản.",
        [("Đoàn viên ký cam kết không sinh con thứ ba, không tảo hôn được 312 bản", "done")],
        "what is pledged denies nothing",
    ),
    ("Đồng chí Phó Chủ tịch Hội đến dự và phát biểu tại 03 hội nghị.", [], "a guest is no deed of the unit"),
    ("Được sự giúp đỡ của các ban, ngành, hoạt động Hội được duy trì.", [], "thanks are no result"),
    (
        "Quỹ Hội được 90 triệu đồng, trong đó: hội viên góp 60 triệu đồng; doanh nghiệp ủng hộ 30 triệu đồng.",
        [("Quỹ Hội được 90 triệu đồng", "done")],
        "parts of a figure are no results beside it",
    ),
    ("Chỉ tiêu khám sàng lọc không đạt, còn thiếu 140 người.", [("", "not_done")], ""),
    (
        "Quý IV Chi cục sẽ mở 02 lớp; khám cho 300 người.",
        [("Quý IV Chi cục sẽ mở 02 lớp", "planned"), ("khám cho 300 người", "planned")],
        "what is promised goes on behind the semicolon",
    ),
    (
        "6 tháng cuối năm: mở 03 lớp; cấp 900 tờ rơi.",
        [("mở 03 lớp", "planned"), ("cấp 900 tờ rơi", "planned")],
        "ahead",
    ),
    (
        "Quý IV: khám cho 500 người.",
        [("khám cho 500 người", "planned")],
        "the lead-in lies behind the day of the report",
    ),
    ("Nguyên nhân: một số hộ chưa quan tâm đến việc khám thai.", [], "a cause is no deed left undone"),
    ("Đề nghị Sở Y tế bố trí 200 triệu đồng mua thiết bị.", [], "what is asked of those above is no result"),
    ("Huyện có diện tích 412 km2, dân số 68.900 người.", [], "size and population describe"),
    ("Biểu dương 04 cộng tác viên:", [], "announces whom the report praises"),
    (
        "Khen thưởng: Chi cục tặng Giấy khen cho 02 tập thể.",
        [("Chi cục tặng Giấy khen cho 02 tập thể", "done")],
        "an award that is given",
    ),
    (
        "Giám đốc Sở tặng Giấy khen cho các cá nhân sau:",
        [("Giám đốc Sở tặng Giấy khen cho các cá nhân sau", "done")],
        "the same, with the names below",
    ),
    (
        "Chi cục tôn vinh 02 cá nhân là chị Lò Thị Sen, bản Nà Hạ, và anh Vi Văn Ót.",
        [("Chi cục tôn vinh 02 cá nhân", "done")],
        "who they are is told besides",
    ),
    (
        "Chi cục mở 02 lớp cho 86 người, do đồng chí Vi Văn Ót, Chi cục trưởng, chủ trì.",
        [("Chi cục mở 02 lớp cho 86 người", "done")],
        "who led it is a side remark",
    ),
    (
        "Chi cục đã giúp được 10 hộ thoát nghèo, ra mắt 03 mô hình tại xã.",
        [("Chi cục đã giúp được 10 hộ thoát nghèo", "done"), ("ra mắt 03 mô hình tại xã", "done")],
        "two deeds, each with its count",
    ),
    ("Hợp tác xã được thành lập ngày 14/6/2013, có 318 thành viên.", [], "a description"),
    (
        "Đội Phòng dịch có 10 đội viên, kiện toàn ngày 29/5/2024.",
        [("Đội Phòng dịch có 10 đội viên, kiện toàn ngày 29/5/2024", "done")],
        "renewed on a day",
    ),
    (
        "Việc khó đã được giải quyết dứt điểm: ngày 26/8/2024, Chi cục đã trả đủ 260 hồ sơ.",
        [("ngày 26/8/2024, Chi cục đã trả đủ 260 hồ sơ", "done")],
        "only what stands behind the colon counts",
    ),
    (
        "Năm 2025, trường phấn đấu đạt chuẩn mức độ 2.",
        [("Năm 2025, trường phấn đấu đạt chuẩn mức độ 2", "planned")],
        "a time alone has told nothing that a promise could follow",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_told(text: str, wanted: list[tuple[str, str]], why: str) -> None:
    found = [(item.span.quote, campaign_modality(item.modality)) for item in in_report(text)]
    if not why:  # where the clause ends is taste, that it is denied is not
        assert [label for _, label in found] == [label for _, label in wanted]
    else:
        assert found == wanted, why


OPENINGS = [
    # opening paragraph of a report, listed quotes
    (
        "Thực hiện Kế hoạch số 31/KH-SYT ngày 12/02/2024 của Sở Y tế, đến nay Chi cục đã cấp 4.200 tờ rơi. Cụ thể như sau:",
        ["đến nay Chi cục đã cấp 4.200 tờ rơi"],
    ),
    ("Thực hiện Công văn số 310/SYT-NV ngày 02/8/2024 của Sở Y tế, Chi cục báo cáo kết quả như sau:", []),
    ("Trong 8 tháng đầu năm 2024, Chi cục mở 06 lớp, đạt 75% kế hoạch. Cụ thể:", ["mở 06 lớp, đạt 75% kế hoạch"]),
]


@pytest.mark.parametrize(("text", "quotes"), OPENINGS, ids=[row[0][:40] for row in OPENINGS])
def test_results_told_in_the_opening(text: str, quotes: list[str]) -> None:
    found = [item.span.quote for item in in_report(f"{text}\nI. KẾT QUẢ\n1. Chung\nKhông có.", "")]
    assert len(found) == len(quotes)
    assert all(given.endswith(quote) for given, quote in zip(found, quotes, strict=True))


def test_a_letter_that_answers_as_follows_is_read_as_a_report() -> None:
    letter = (
        "SỞ Y TẾ\nCHI CỤC DÂN SỐ\nSố: 8/CCDS-TT\nV/v báo cáo công tác truyền thông\nPhú Sơn, ngày 10 tháng 9 năm 2024\n"
        "Kính gửi: Sở Y tế.\nChi cục Dân số báo cáo kết quả như sau:\nTổ chức 12 buổi nói chuyện; phát 900 tờ rơi."
    )
    found = [item for item in read(plain(letter)) if worth_listing(item)]
    assert [(item.span.quote, campaign_modality(item.modality)) for item in found] == [
        ("Tổ chức 12 buổi nói chuyện", "done"),
        ("phát 900 tờ rơi", "done"),
    ]


def test_what_a_letter_asks_of_others_is_no_promise_of_its_own() -> None:
    letter = (
        "SỞ Y TẾ\nCHI CỤC DÂN SỐ\nSố: 8/CCDS-TT\nV/v khám sàng lọc\nPhú Sơn, ngày 10 tháng 9 năm 2024\n"
        "Kính gửi: Các trạm y tế.\nChi cục đề nghị các trạm khám cho người cao tuổi; tỷ lệ khám đạt tối thiểu 80%."
    )
    assert [item for item in read(plain(letter)) if worth_listing(item)] == []


def test_days_of_digits_alone_fill_a_cell_of_time() -> None:
    table = "TT\tNội dung\tNgười phụ trách\tThời gian\n1\tTập huấn 40 cộng tác viên\tTổ Dân số\t14 - 16/10/2024\n"
    (found,) = in_plan(table + "2\tNộp báo cáo năm\tTổ Dân số\t05/12/2024", "II. PHÂN CÔNG")[:1]
    assert bounds(found) == ["2024-10-14", "2024-10-16"]


def test_what_closes_a_duty_behind_a_semicolon_dates_it() -> None:
    (found,) = in_plan("Chuẩn bị 30 bộ tài liệu; xong chậm nhất là 20/10/2024.")
    assert (found.span.quote, bounds(found)) == ("Chuẩn bị 30 bộ tài liệu", [None, "2024-10-20"])


def test_rules_of_an_event_are_no_duties() -> None:
    assert in_plan("1. Hình thức: thi trực tuyến.\n2. Căn cứ Kế hoạch này, các trạm chủ động tổ chức thực hiện.") == []


def test_frames_of_a_plan_are_no_duties() -> None:
    assert in_plan("1. Cộng tác viên dân số: 42 người; thời gian 02 ngày.", "I. ĐỐI TƯỢNG, THỜI GIAN") == []


def test_of_two_deadlines_the_first_binds() -> None:
    (found,) = in_plan("Báo cáo kết quả về Sở Y tế trước ngày 10/10/2024 và trước ngày 01/12/2024.")
    assert bounds(found) == [None, "2024-10-10"]


def test_a_row_set_as_a_list_item_is_read_as_a_row() -> None:
    lines = (
        "- Lò Thị Mến; Nội dung đăng ký: Khảo sát nhu cầu sinh con tại các bản; Chỉ tiêu: 25 bản; Thời hạn: Tháng 11/2024\n"
        "- Bản Nà Hạ; Số hộ: 42"
    )
    (found,) = in_plan(lines, "II. NHIỆM VỤ")
    assert (found.span.quote, found.actor) == ("Khảo sát nhu cầu sinh con tại các bản", "Lò Thị Mến")
    assert (found.quantities[0].value, bounds(found)) == (25, ["2024-11-01", "2024-11-30"])


def test_a_state_told_in_a_field_is_the_state_of_the_item() -> None:
    lines = (
        "- Sửa kho vắc xin; Người phụ trách: Tổ Hậu cần; Tình trạng: Chưa thực hiện\n"
        "- Mua tủ lạnh; Người phụ trách: Tổ Hậu cần; Tình trạng: Đã hoàn thành ngày 12/8/2024"
    )
    found = in_report(lines)
    assert [(c.span.quote, c.modality) for c in found] == [
        ("Sửa kho vắc xin", Modality.DENIED),
        ("Mua tủ lạnh", Modality.DONE),
    ]
    assert bounds(found[1]) == ["2024-08-12", "2024-08-12"]
