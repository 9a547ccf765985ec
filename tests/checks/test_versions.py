"""What becomes of files: duplicates, twins, replaced versions, attachments; invented units and texts."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from checks.submission import State, Submission
from checks.versions import resolve
from extractors.document import Note, Source
from extractors.errors import Broken, TemporaryFile
from extractors.facts import Facts
from extractors.grammars.letterhead import read_letterhead
from extractors.grammars.segments import segment
from extractors.readers.builder import plain

ZONE = timezone(timedelta(hours=7))
UNIT, OTHER_UNIT = "Phòng Kỹ thuật", "Trạm Thú y"
BODY = "\n".join(f"{n}. Đã kiểm tra xã thứ {n}, lập {n + 3} biên bản, nhắc nhở {n * 2} hộ." for n in range(1, 25))


def text(number: str, day: str, title: str, kind: str = "BÁO CÁO", body: str = BODY, opening: str = "") -> str:
    return (
        f"CHI CỤC CHĂN NUÔI\nPHÒNG KỸ THUẬT\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\nAn Phú, ngày {day}\n{kind}\n{title}\n"
        f"Thực hiện Kế hoạch số 5/KH-CCCN ngày 02/01/2024 của Chi cục, Phòng báo cáo như sau:\n{opening}\n{body}\n"
        "Nơi nhận:\n- Lưu.\nTRƯỞNG PHÒNG\nHầu A Lềnh"
    )


def sent(
    key: str, content: str, day: int | None = 1, unit: str | None = UNIT, format: str = "docx", ocr: bool = False
) -> Submission:
    document = replace(plain(content, f"{abs(hash(content)) % 10**8:064d}"), format=format)
    if ocr:
        blocks = tuple(replace(block, source=Source.OCR) for block in document.blocks)
        document = replace(document, blocks=blocks)
    segments = segment(document)
    facts = Facts(read_letterhead(document, segments), segments, (), (), ())
    received = datetime(2024, 6, day, 9, tzinfo=ZONE) if day else None
    return Submission(key, document.sha256, received, document, facts, unit=unit)


def by_key(items: list[Submission]) -> dict[str, Submission]:
    return {item.key: item for item in resolve(items)}


def test_the_earlier_of_two_equal_files_is_the_original() -> None:
    same = text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y quý II năm 2024")
    found = by_key([sent("b.docx", same, day=2), sent("a.docx", same, day=5)])
    assert found["a.docx"].state is State.DUPLICATE
    assert found["a.docx"].duplicate_of == "b.docx"
    assert found["b.docx"].state is State.ACCEPTED


@pytest.mark.parametrize("days", [(3, 3), (None, None)])
def test_the_key_decides_between_equal_times(days: tuple[int | None, int | None]) -> None:
    same = text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y quý II năm 2024")
    found = by_key([sent("b.docx", same, day=days[1]), sent("a.docx", same, day=days[0])])
    assert found["b.docx"].duplicate_of == "a.docx"


def test_blanks_and_breaks_make_no_other_text() -> None:
    same = text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y")
    found = by_key(
        [sent("a.docx", same, day=1), sent("b.docx", same.replace("Đã kiểm tra", "Đã  kiểm\u00a0tra"), day=2)]
    )
    assert found["b.docx"].duplicate_of == "a.docx"


def test_word_and_signed_pdf_are_twins_and_the_one_with_its_number_counts() -> None:
    word = sent("a.docx", text("     /BC-KT", "    tháng 6 năm 2024", "Công tác thú y"), day=1)
    pdf = sent("a.pdf", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y"), day=2, format="pdf")
    found = by_key([word, pdf])
    assert found["a.docx"].duplicate_of == "a.pdf"
    assert found["a.pdf"].state is State.ACCEPTED


def test_of_word_and_scan_the_letters_of_word_count() -> None:
    word = sent("a.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y"), day=4)
    misread = (
        text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y").replace("biên bản", "biên bân").replace("lập", "lặp")
    )
    scan = sent("scan.pdf", misread, day=2, format="pdf", ocr=True)
    found = by_key([word, scan])
    assert found["scan.pdf"].duplicate_of == "a.docx"


def test_a_plan_that_says_so_replaces_the_one_it_names() -> None:
    old = sent("cu.docx", text("7/KH-KT", "01 tháng 6 năm 2024", "Phòng dịch", "KẾ HOẠCH"), day=1)
    other = sent(
        "khac.docx", text("6/KH-KT", "28 tháng 5 năm 2024", "Tiêm phòng", "KẾ HOẠCH", "1. Tiêm 300 con."), day=1
    )
    said = "Kế hoạch này thay thế Kế hoạch số 7/KH-KT ngày 01/6/2024 của Phòng."
    new = sent("moi.docx", text("9/KH-KT", "05 tháng 6 năm 2024", "Phòng dịch", "KẾ HOẠCH", opening=said), day=5)
    found = by_key([old, other, new])
    assert found["moi.docx"].supersedes == "cu.docx"
    assert found["cu.docx"].state is State.SUPERSEDED
    assert found["khac.docx"].state is State.ACCEPTED
    assert found["cu.docx"].notes[-1].text == "Đã được thay thế bằng “moi.docx”."


def test_the_same_number_sent_again_with_changes() -> None:
    old = sent("bc.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y"), day=1)
    changed = text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y", body=BODY + "\n25. Bổ sung số liệu xã An Lạc.")
    found = by_key([old, sent("bc (1).docx", changed, day=3)])
    assert found["bc (1).docx"].supersedes == "bc.docx"


def test_a_marked_revision_without_any_citation() -> None:
    old = sent("bc.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y 6 tháng đầu năm"), day=1)
    changed = text(
        "12/BC-KT", "20 tháng 6 năm 2024", "Công tác thú y 6 tháng đầu năm", body=BODY.replace("nhắc nhở", "xử phạt")
    )
    found = by_key([old, sent("bc sua doi.docx", changed, day=21)])
    assert found["bc sua doi.docx"].supersedes == "bc.docx"


PAIRS = [
    ("Công tác thú y quý I năm 2024", "Công tác thú y quý II năm 2024", "two quarters"),
    ("Công tác thú y tháng 4 năm 2024", "Công tác thú y tháng 5 năm 2024", "two months"),
    ("Công tác thú y năm 2023", "Công tác thú y năm 2024", "two years"),
    ("Công tác thú y 6 tháng đầu năm 2024", "Công tác thú y 9 tháng năm 2024", "two stretches"),
]


@pytest.mark.parametrize(("first", "second", "why"), PAIRS)
def test_reports_on_two_periods_are_no_versions(first: str, second: str, why: str) -> None:
    found = by_key(
        [
            sent("a.docx", text("7/BC-KT", "01 tháng 6 năm 2024", first), day=1),
            sent("b.docx", text("9/BC-KT", "12 tháng 6 năm 2024", second), day=12),
        ]
    )
    assert {item.state for item in found.values()} == {State.ACCEPTED}, why


def test_plan_and_report_are_no_versions() -> None:
    found = by_key(
        [
            sent("a.docx", text("7/KH-KT", "01 tháng 6 năm 2024", "Công tác thú y", "KẾ HOẠCH"), day=1),
            sent("b.docx", text("9/BC-KT", "02 tháng 6 năm 2024", "Công tác thú y"), day=2),
        ]
    )
    assert {item.state for item in found.values()} == {State.ACCEPTED}


def test_other_units_are_no_versions() -> None:
    found = by_key(
        [
            sent("a.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y"), day=1),
            sent("b.docx", text("8/BC-KT", "02 tháng 6 năm 2024", "Công tác thú y"), day=2, unit=OTHER_UNIT),
        ]
    )
    assert {item.state for item in found.values()} == {State.ACCEPTED}


def test_three_versions_form_a_chain() -> None:
    titles = text("{}", "0{} tháng 6 năm 2024", "Phòng dịch", "KẾ HOẠCH")
    made = [
        sent(f"v{n}.docx", titles.replace("{}", f"{n}/KH-KT", 1).replace("{}", str(n), 1) + f"\nLần {n}", day=n)
        for n in (1, 2, 3)
    ]
    found = by_key(made)
    assert [found[f"v{n}.docx"].state for n in (1, 2, 3)] == [State.SUPERSEDED, State.SUPERSEDED, State.ACCEPTED]
    assert found["v3.docx"].supersedes == "v2.docx"
    assert found["v2.docx"].supersedes == "v1.docx"


def test_end_states_of_what_is_no_submission() -> None:
    invitation = text("3/GM-KT", "01 tháng 6 năm 2024", "Dự họp giao ban", "GIẤY MỜI", "Mời dự họp.")
    stranger = replace(sent("la.docx", text("4/KH-SNV", "01 tháng 6 năm 2024", "Việc khác", "KẾ HOẠCH"), unit=None))
    stranger = replace(stranger, notes=(Note("NGOAI_DANH_SACH", "Văn bản của SỞ NỘI VỤ"),))
    found = by_key(
        [
            Submission("hong.docx", "1" * 64, None, error=Broken(detail="x"), unit=UNIT),
            Submission("~$bc.docx", "2" * 64, None, error=TemporaryFile()),
            Submission("thu muc/Thumbs.db", "3" * 64, None, error=Broken(detail="x")),
            sent("moi.docx", invitation),
            sent("chua ro.docx", text("5/BC-X", "01 tháng 6 năm 2024", "Việc gì đó", body="1. Đã làm."), unit=None),
            stranger,
        ]
    )
    assert {key: item.state for key, item in found.items()} == {
        "hong.docx": State.QUARANTINED,
        "~$bc.docx": State.IGNORED,
        "thu muc/Thumbs.db": State.IGNORED,
        "moi.docx": State.FOREIGN,
        "chua ro.docx": State.UNKNOWN_UNIT,
        "la.docx": State.FOREIGN,
    }


def test_an_appendix_goes_with_the_report_that_it_names() -> None:
    report = sent("bc.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y quý II"), day=1)
    plan = sent("kh.docx", text("2/KH-KT", "01 tháng 3 năm 2024", "Công tác thú y", "KẾ HOẠCH"), day=1)
    table = "PHỤ LỤC\n(Kèm theo Báo cáo số 7/BC-KT ngày 01/6/2024 của Phòng Kỹ thuật)\nTT\tXã\tSố hộ\n1\tAn Lạc\t20"
    found = by_key([report, plan, sent("so lieu.docx", table, day=9, unit=None)])
    assert found["so lieu.docx"].state is State.ATTACHMENT
    assert found["so lieu.docx"].attached_to == "bc.docx"
    assert found["so lieu.docx"].unit == UNIT


def test_a_table_in_the_folder_of_one_report() -> None:
    report = sent("Phong KT/bc.docx", text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y"), day=1)
    sheet = sent("Phong KT/bieu so lieu.xlsx", "TT\tXã\tSố hộ\n1\tAn Lạc\t20", day=1, format="xlsx")
    found = by_key([report, sheet])
    assert found["Phong KT/bieu so lieu.xlsx"].attached_to == "Phong KT/bc.docx"


def test_the_order_of_files_is_indifferent() -> None:
    same = text("7/BC-KT", "01 tháng 6 năm 2024", "Công tác thú y")
    items = [
        sent("a.docx", same, day=2),
        sent("b.docx", same, day=1),
        sent("c.pdf", same, day=3, format="pdf"),
        sent("d.docx", same.replace("7/BC-KT", "9/BC-KT").replace("01 tháng 6", "08 tháng 6"), day=8),
        sent("e.docx", text("3/KH-KT", "01 tháng 2 năm 2024", "Phòng dịch", "KẾ HOẠCH"), day=1),
        Submission("f.docx", "1" * 64, None, error=Broken(detail="x"), unit=UNIT),
    ]
    expected = resolve(items)
    for seed in range(6):
        mixed = items[:]
        random.Random(seed).shuffle(mixed)
        assert resolve(mixed) == expected
