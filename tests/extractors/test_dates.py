"""Phrases with the days that they mean, documents with the dates that they hold, and what no text may break."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.extract import dates as score_dates
from extractors.document import Part
from extractors.facts import DateMention, Modifier, Recurrence, Role
from extractors.grammars.date_reading import Reading
from extractors.grammars.date_view import campaign_views
from extractors.grammars.dates import find_dates, read_dates
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.interval import Interval
from extractors.readers.builder import Piece, build, plain
from extractors.vietnamese import bare, lexicon
from tests.extractors.date_phrases import PHRASES
from tests.extractors.date_phrases_held import PHRASES as HELD
from tests.extractors.date_phrases_rare import RARE

ALL = PHRASES + HELD


def value(reading: Reading | DateMention) -> str:
    """Return the value in the notation of the phrase tables."""
    if reading.kind == "invalid":
        return "impossible"
    if reading.recurrence is not None:
        marks = ",".join(f"{month}.{day}" for month, day in reading.recurrence.marks)
        return f"set:{reading.recurrence.unit}" + (f" {marks}" if marks else "")
    if reading.duration is not None:
        working = " working" if reading.duration.working else ""
        return f"dur:{reading.duration.amount} {reading.duration.unit}{working}"
    return ";".join(str(i.start) if i.start == i.end else f"{i.start}..{i.end}" for i in reading.intervals) or "?"


def said(text: str, day: str) -> tuple[str, ...]:
    found = read_dates(text, date.fromisoformat(day))
    return tuple(f"{text[r.start : r.end]} = {value(r)} / {r.role.value}" for r in found)


@pytest.mark.parametrize(("day", "text", "wanted"), ALL, ids=[row[1][:40] for row in ALL])
def test_phrases(day: str, text: str, wanted: tuple[str, ...]) -> None:
    assert said(text, day) == wanted


@pytest.mark.parametrize(("text", "wanted"), RARE, ids=[row[0][:40] for row in RARE])
def test_rare_classes(text: str, wanted: tuple[str, ...]) -> None:
    found = read_dates(text, date(2023, 6, 20))
    assert tuple(f"{text[r.wide : r.wide_end]} = {value(r)}" for r in found) == wanted


@pytest.mark.parametrize("name", ["dates", "dates_real_style"])
def test_gold_keeps_its_floors(name: str) -> None:
    figures = {figure.name.split(": ")[1]: figure for figure in score_dates(name)()}
    shares = {key: figure.right / figure.of for key, figure in figures.items()}
    assert shares["normalised"] >= 0.98, figures["found"].notes
    assert shares["role"] >= 0.95, figures["found"].notes
    assert shares["look-alikes left alone"] == 1.0, figures["found"].notes


BINDINGS = (
    # sentence of a document of 2024-03-12, quote with its preposition, modifier, reading
    ("Gửi trước ngày 25/3/2024.", "trước ngày 25/3/2024", Modifier.BEFORE, "..2024-03-25"),
    ("Gửi trước 17 giờ 00 ngày 25/3/2024.", "trước 17 giờ 00 ngày 25/3/2024", Modifier.BEFORE, "..2024-03-25"),
    ("Xong trước tháng 6/2024.", "trước tháng 6/2024", Modifier.BEFORE, "..2024-05-31"),  # June itself is too late
    ("Chậm nhất là ngày 25/3.", "Chậm nhất là ngày 25/3", Modifier.BY, "..2024-03-25"),
    ("Đến hết tháng 9 phải xong.", "Đến hết tháng 9", Modifier.BY, "..2024-09-30"),
    ("Không muộn hơn ngày 25/3.", "Không muộn hơn ngày 25/3", Modifier.BY, "..2024-03-25"),
    ("Tính đến ngày 10/3/2024.", "đến ngày 10/3/2024", Modifier.UNTIL, "..2024-03-10"),
    ("Đến quý II/2024 sẽ xong.", "Đến quý II/2024", Modifier.UNTIL, "..2024-06-30"),
    ("Áp dụng kể từ ngày 01/4/2024.", "từ ngày 01/4/2024", Modifier.FROM, "2024-04-01.."),
    ("Từ tháng 8 triển khai.", "Từ tháng 8", Modifier.FROM, "2024-08-01.."),
    ("Sau ngày 15/4 mới xét.", "Sau ngày 15/4", Modifier.AFTER, "2024-04-15.."),
    ("Trong tháng 5/2024.", "Trong tháng 5/2024", Modifier.IN, "2024-05-01..2024-05-31"),
    ("Họp từ 7h30 ngày 20/3/2024.", "7h30 ngày 20/3/2024", Modifier.AT, "2024-03-20..2024-03-20"),  # an hour, no start
    ("Từ ngày 01/4 đến ngày 05/4.", "Từ ngày 01/4 đến ngày 05/4", Modifier.RANGE, "2024-04-01..2024-04-05"),
    ("hoàn thành trước tháng ngày 30/4/2024", "trước tháng ngày 30/4/2024", Modifier.BEFORE, "..2024-04-30"),
    ("Hạn nộp: 25/3/2024", "25/3/2024", Modifier.BY, "..2024-03-25"),
)


@pytest.mark.parametrize(("text", "quote", "modifier", "reading"), BINDINGS, ids=[row[0] for row in BINDINGS])
def test_prepositions_bind(text: str, quote: str, modifier: Modifier, reading: str) -> None:
    (found,) = read_dates(text, date(2024, 3, 12))
    assert text[found.wide : found.wide_end] == quote
    assert found.modifier is modifier
    assert found.reading is not None
    assert f"{found.reading.start or ''}..{found.reading.end or ''}" == reading


DOCUMENT = """SỞ Y TẾ TỈNH SƠN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRUNG TÂM Y TẾ\tSơn Bình, ngày 05 tháng 01 năm 2024
BÁO CÁO
Kết quả công tác quý IV năm 2023
Thực hiện Kế hoạch số 45/KH-SYT ngày 12/01/2023 của Sở Y tế.
Trong quý, Trung tâm khám 1.250 lượt, tăng 5% so với cùng kỳ.
Ngày 20/11, Trung tâm tổ chức tập huấn; ngày 02/01/2024 tổng kết.
Trong năm đã mở 03 lớp (18/5/2023 - 20/5/2023).
Lập thành tích mừng Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2024).
Báo cáo gửi trước ngày 20 tháng cuối quý; trả lời trong 05 ngày làm việc kể từ ngày nhận.
Nội dung\tThời hạn
Rà soát hồ sơ\tTrước 31/3
Giao ban\thằng tháng"""


def test_a_document_is_read_in_order_with_its_own_time() -> None:
    mentions, unread = find_dates(plain(DOCUMENT), (), None)
    assert [(m.span.quote, value(m)) for m in mentions] == [
        ("ngày 05 tháng 01 năm 2024", "2024-01-05"),
        ("quý IV năm 2023", "2023-10-01..2023-12-31"),
        ("ngày 12/01/2023", "2023-01-12"),
        ("quý", "2023-10-01..2023-12-31"),  # the quarter that the report covers, not that of its day
        ("cùng kỳ", "2022-10-01..2022-12-31"),
        ("Ngày 20/11", "2023-11-20"),  # a report of January looks back
        ("ngày 02/01/2024", "2024-01-02"),
        ("năm", "2023-01-01..2023-12-31"),
        ("18/5/2023 - 20/5/2023", "2023-05-18..2023-05-20"),
        ("27/02/1955", "1955-02-27"),
        ("27/02/2024", "2024-02-27"),
        ("ngày 20 tháng cuối quý", "set:quarter 3.20"),
        ("05 ngày làm việc", "dur:5 day working"),
        ("31/3", "2024-03-31"),  # a deadline does not lie in the past
        ("hằng tháng", "set:month"),
    ]
    assert unread == ()
    assert mentions[0].role is Role.ISSUE


def test_the_list_of_results_leaves_out_what_is_no_date() -> None:
    mentions, _ = find_dates(plain(DOCUMENT), (), None)
    views = [view for mention in mentions for view in campaign_views(mention)]
    shown = [(span.quote, str(start), str(end)) for span, start, end in views]
    assert ("27/02/1955 - 27/02/2024", "1955-02-27", "2024-02-27") in shown  # one interval, not two days
    assert ("cùng kỳ", "2022-01-01", "2022-12-31") in shown
    assert ("trước ngày 20 tháng cuối quý", "None", "None") in shown
    assert ("Trước 31/3", "None", "2024-03-31") in shown
    assert not any("hằng tháng" in quote or "05 ngày" in quote for quote, _, _ in shown)


LISTED = [
    # text, entries of the list (quote, first day, last day)
    (
        "Kiểm tra hai đợt (tháng 7 và tháng 10).",
        [("tháng 7", "2023-07-01", "2023-07-31"), ("tháng 10", "2023-10-01", "2023-10-31")],
    ),
    ("Kiểm tra trong tháng 7 và tháng 8/2023.", [("trong tháng 7 và tháng 8/2023", "2023-07-01", "2023-08-31")]),
    (
        "Báo cáo vào các ngày 12, 19/6.",
        [("ngày 12", "2023-06-12", "2023-06-12"), ("19/6", "2023-06-19", "2023-06-19")],
    ),
    (
        "Đề án giai đoạn 2021-2025, tầm nhìn đến năm 2030.",
        [("giai đoạn 2021-2025", "2021-01-01", "2025-12-31"), ("đến năm 2030", "None", "2030-12-31")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED, ids=[row[0][:40] for row in LISTED])
def test_a_list_with_days_between_is_parted(text: str, wanted: list[tuple[str, str, str]]) -> None:
    mentions, _ = find_dates(plain("Sơn Bình, ngày 20 tháng 6 năm 2023\n" + text), (), None)
    views = [view for mention in mentions[1:] for view in campaign_views(mention)]
    assert [(span.quote, str(start), str(end)) for span, start, end in views] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sơn Bình, ngày    tháng 5 năm 2023\nGửi trước ngày 30/6.", "2023-06-30"),  # a blank day still tells the year
        ("Sơn Bình, ngày ÄT tháng 5 năm 2023\nGửi trước ngày 30/6.", "2023-06-30"),  # so does one that was misread
        ("Gửi trước ngày 30/6.", "?"),  # nothing tells the year: nothing is guessed
        ("Sơn Bình, ngày 05 tháng 12 năm 2022\nKẾ HOẠCH\nCông tác năm 2023\nXong trước ngày 15/3.", "2023-03-15"),
    ],
)
def test_a_missing_year_comes_from_the_document(text: str, wanted: str) -> None:
    mentions, _ = find_dates(plain(text), (), None)
    assert value(mentions[-1]) == wanted


HEAD = "CHI BỘ A\nSố 12-BC/CB\nYên Phú, ngày 20 tháng 11 năm 2031\nBÁO CÁO\nKết quả năm 2031\n"
LATE = HEAD.replace("20 tháng 11 năm 2031", "10 tháng 01 năm 2032")
AHEAD = [
    (
        HEAD + "I. KẾT QUẢ\n1. Mở 02 lớp trong tháng 6.",
        "2031-06-01..2031-06-30",
        "results lie in the year of the report",
    ),
    (
        HEAD + "IV- NHIỆM VỤ NĂM 2032\n1- Sơ kết trong tháng 6.",
        "2032-06-01..2032-06-30",
        "a heading that looks ahead sets its year",
    ),
    (HEAD + "IV. PHƯƠNG HƯỚNG NĂM TỚI\n- Xong trước ngày 15/10.", "2032-10-15", "it may say it without a figure"),
    (
        HEAD + "IV. KẾT QUẢ NHIỆM VỤ NĂM 2032\n- Mở lớp trong tháng 6.",
        "2031-06-01..2031-06-30",
        "what it tells as done it does not move",
    ),
    (HEAD + "Năm 2032, Chi bộ phấn đấu xong trước ngày 30/6.", "2032-06-30", "a year that opens a sentence sets it"),
    (HEAD + "Họp trong quý I/2032, tổng kết trước ngày 15/11.", "2032-11-15", "so does the first of several days"),
    (
        HEAD + "Bàn kế hoạch năm 2032 trong tháng 12.",
        "2031-12-01..2031-12-31",
        "a year that only names a paper does not",
    ),
    (HEAD + "Năm 2032, mở rộng mô hình. Đã họp trong tháng 9.", "2031-09-01..2031-09-30", "it ends with its sentence"),
    (
        LATE + "IV. NHIỆM VỤ NĂM 2032\n- Sơ kết trong tháng 6.",
        "2032-06-01..2032-06-30",
        "a report written in the year after its own",
    ),
]


@pytest.mark.parametrize(("text", "wanted", "why"), AHEAD, ids=[row[2] for row in AHEAD])
def test_what_is_still_to_come_lies_in_the_year_that_is_set_for_it(text: str, wanted: str, why: str) -> None:
    document = plain(text)
    segments = segment(document)
    mentions, _ = find_dates(document, segments, read_letterhead(document, segments))
    assert value(mentions[-1]) == wanted, why


def test_a_date_over_a_wrapped_line_is_one_and_cells_keep_apart() -> None:
    wrapped, _ = find_dates(plain("hoàn thành trước ngày 30\ntháng 5 năm 2022 theo quy định"), (), None)
    assert [value(m) for m in wrapped] == ["2022-05-30"]
    cells, _ = find_dates(plain("Số lượng\tQuý\n12\tIII/2022\nngày 15\ttháng 5"), (), None)
    assert all("\t" not in m.span.quote for m in cells)


def test_comments_are_no_part_of_the_document_and_headers_count_once() -> None:
    pieces = [
        Piece("Báo cáo năm 2023", "đầu trang", part=Part.HEADER),
        Piece("Họp ngày 05/6/2023.", "đoạn 1"),
        Piece("xem lại ngày 06/6/2023", "bình luận 1", part=Part.COMMENT),
        Piece("Báo cáo năm 2023", "đầu trang 2", part=Part.HEADER),
    ]
    mentions, _ = find_dates(build(pieces, sha256="0" * 64, format="text"), (), None)
    assert [m.span.quote for m in mentions] == ["năm 2023", "ngày 05/6/2023"]


def test_what_no_rule_reads_is_listed() -> None:
    _, unread = find_dates(plain("Đoàn làm việc sáng ngày 15, kết thúc ngày 16."), (), None)
    assert [span.quote for span in unread] == ["ngày 15", "ngày 16"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("thứ Hai, ngày 15/10/2024", "weekday"),  # it was a Tuesday
        ("ngày 31/4/2024", "impossible"),
        ("trước tháng ngày 30/5/2024", "typo"),
        ("ngày    tháng 5 năm 2024", "blank"),
        ("ngày 14 tháng l1 năm 2024", "letters"),
    ],
)
def test_doubts_are_told_and_nothing_is_mended(text: str, doubt: str) -> None:
    (found,) = read_dates(text, date(2024, 10, 3))
    assert doubt in found.doubts


def test_a_recurrence_gives_its_days_of_a_year() -> None:
    quarterly = Recurrence("quarter", ((3, 20),)).within(2024)
    assert [i.start for i in quarterly] == [date(2024, 3, 20), date(2024, 6, 20), date(2024, 9, 20), date(2024, 12, 20)]
    assert Recurrence("month", ((2, 31),)).within(2024)[0] == Interval.day(date(2024, 2, 29))  # last day of the next
    assert Recurrence("half", ((6, 15),)).within(2024)[1] == Interval.day(date(2024, 12, 15))
    assert Recurrence("year", ((13, 10),)).within(2024) == (Interval.day(date(2025, 1, 10)),)
    assert Recurrence("week", ((0, 5),)).within(2024) == ()


def test_a_list_of_deadlines_keeps_the_preposition_of_the_first() -> None:
    mentions, _ = find_dates(plain("Sơn Bình, ngày 02 tháng 01 năm 2024\nGửi trước ngày 20/3, 20/6 và 20/9."), (), None)
    views = [view for mention in mentions[1:] for view in campaign_views(mention)]
    assert [(start, end) for _, start, end in views] == [(None, date(2024, m, 20)) for m in (3, 6, 9)]
    assert {mention.role for mention in mentions[1:]} == {Role.DEADLINE}


DAMAGES: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "upper case": str.upper,
    "en dashes": lambda text: text.replace("-", "–"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "double blanks": lambda text: text.replace(" ", "  "),
    "line breaks": lambda text: text.replace(" ", "\n"),
    "blanks around slashes": lambda text: re.sub(r"(?<=\d)/(?=\d)", " / ", text),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_costs_no_more_than_a_hundredth(damage: str) -> None:
    wanted = [value(r) for day, text, _ in ALL for r in read_dates(text, date.fromisoformat(day))]
    given = [value(r) for day, text, _ in ALL for r in read_dates(DAMAGES[damage](text), date.fromisoformat(day))]
    missing = [item for item in set(wanted) if given.count(item) < wanted.count(item)]
    assert len(missing) <= 0.01 * len(wanted), missing


def test_dates_without_marks_are_mostly_read() -> None:
    total = right = 0
    for day, text, _ in ALL:
        wanted = [value(r) for r in read_dates(text, date.fromisoformat(day))]
        given = [value(r) for r in read_dates(bare(text), date.fromisoformat(day))]
        total += len(wanted)
        right += sum(item in given for item in wanted)
    assert right >= 0.9 * total


def test_time_grows_with_the_text() -> None:
    text = DOCUMENT + "\n"

    def seconds(times: int) -> float:
        document = plain(text * times)
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            find_dates(document, (), None)
            best = min(best, time.process_time() - begin)
        return best

    seconds(1)
    assert seconds(200) <= 12 * seconds(20)


@pytest.mark.parametrize(
    "text", ["ngày " * 4000, "1/" * 4000, "ngày " + "." * 8000, "từ 1/1 đến " * 2000, "12, " * 4000, "tháng 5, " * 3000]
)
def test_hostile_repetition_is_read_in_time(text: str) -> None:
    begin = time.process_time()
    read_dates(text, date(2024, 1, 1))
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    "name", ["date_cues", "date_documents", "date_ratio_nouns", "quantity_nouns", "quantity_stops"]
)
def test_lexicons_are_sorted_and_hold_no_doubles(name: str) -> None:
    entries = lexicon(name)
    assert list(entries) == sorted(set(entries))


_PIECES = st.sampled_from(
    [
        "ngày ",
        "tháng ",
        "năm ",
        "quý ",
        "31",
        "02",
        "29/02",
        "/",
        ".",
        " - ",
        "2022",
        "2023",
        "1890",
        ", ",
        " và ",
        " đến ",
        " từ ",
        "trước ",
        "hằng ",
        "III",
        "đầu ",
        "cuối ",
        "Tết ",
        "rằm ",
        "mùng ",
        "âm lịch",
        "giai đoạn ",
        "6 tháng đầu năm",
        "…",
        "\n",
        "\t",
        "(",
        ")",
        "cùng kỳ",
        "thứ Hai ",
        "17h00 ",
        "trong ",
        "kể từ ",
        "ngày làm việc",
        "ngay ",
        "thang ",
        "số 12/KH-UBND",
        "٣",
        "²",
        "́",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map("".join)))
def test_any_text_is_read_without_error_and_spans_hold(text: str) -> None:
    document = plain(text)
    mentions, unread = find_dates(document, (), None)
    last = -1
    for mention in mentions:
        for span in (mention.span, mention.wide):
            assert document.text[span.start : span.end] == span.quote
        assert mention.wide.start <= mention.span.start < mention.span.end <= mention.wide.end
        assert mention.span.start >= last
        last = mention.span.end
        campaign_views(mention)
    for span in unread:
        assert document.text[span.start : span.end] == span.quote


def test_a_day_and_month_alone_needs_a_column_of_times() -> None:
    table = "TT\tCông việc\tThời hạn\tTỷ lệ\n1\tNộp hồ sơ\t05/11\t5/8\n2\tNạo vét\tT5-T7\t5/8\n3\tBơm\t18.4.23\t5/8"
    document = plain("Sơn Bình, ngày 20 tháng 6 năm 2023\nKẾ HOẠCH\nCông tác năm 2023\nI. TIẾN ĐỘ\n" + table)
    mentions, _ = find_dates(document, segment(document), None)
    assert [m.span.quote for m in mentions][-3:] == ["05/11", "T5-T7", "18.4.23"]
