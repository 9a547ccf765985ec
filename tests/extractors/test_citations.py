"""Other documents named in texts of many styles; bodies, numbers and days are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.grammars.citations import find_citations, find_replaced
from extractors.readers.builder import plain

Told = tuple[str, str | None, date | None, str | None]


def cited(text: str) -> list[Told]:
    document = plain(text)
    found = find_citations(document, 0, len(text))
    for citation in found:
        assert text[citation.span.start : citation.span.end] == citation.span.quote
    return [(one.type, one.number, one.issued, one.issuer) for one in found]


CASES: list[tuple[str, list[Told], str]] = [
    (
        "Thực hiện Kế hoạch số 120/KH-UBND ngày 05/3/2024 của UBND tỉnh Hà Xuyên về cải cách hành chính, Sở báo cáo",
        [("Kế hoạch", "120/KH-UBND", date(2024, 3, 5), "UBND tỉnh Hà Xuyên")],
        "the usual form",
    ),
    (
        "Căn cứ Quyết định số 15/2023/QĐ-UBND ngày 20 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh ban hành Quy chế;",
        [("Quyết định", "15/2023/QĐ-UBND", date(2023, 6, 20), "Ủy ban nhân dân tỉnh")],
        "day in words; the name ends before ban hành",
    ),
    (
        "Theo Chỉ thị 27-CT/TW ngày 25/12/2023 của Bộ Chính trị và Công văn số 45/SNV-CCHC ngày 10/01/2024 của Sở Nội vụ.",
        [
            ("Chỉ thị", "27-CT/TW", date(2023, 12, 25), "Bộ Chính trị"),
            ("Công văn", "45/SNV-CCHC", date(2024, 1, 10), "Sở Nội vụ"),
        ],
        "two in one sentence, one without the word số",
    ),
    (
        "theo các Quyết định số 11/QĐ-SYT ngày 02/02/2024, số 12/QĐ-SYT ngày 03/02/2024 và số 15/QĐ-SYT ngày 09/02/2024",
        [
            ("Quyết định", "11/QĐ-SYT", date(2024, 2, 2), None),
            ("Quyết định", "12/QĐ-SYT", date(2024, 2, 3), None),
            ("Quyết định", "15/QĐ-SYT", date(2024, 2, 9), None),
        ],
        "the type is said once",
    ),
    ("Căn cứ Luật Thanh tra năm 2022;", [("Luật", None, None, None)], "a law by its year"),
    (
        "Căn cứ Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023;",
        [("Luật", None, date(2023, 1, 9), None)],
        "a law by its day, with a comma in its name",
    ),
    (
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;",
        [("Luật", "06/2022/QH15", None, None)],
        "a law by its number, which stands after the name",
    ),
    (
        "Thực hiện Kế hoạch của Huyện ủy ngày 12/4/2024 về chuyển đổi số",
        [("Kế hoạch", None, date(2024, 4, 12), "Huyện ủy")],
        "body before day, no number",
    ),
    (
        "Thực hiện Kế hoạch số      /KH-SCT ngày    /5/2024 của Sở Công Thương",
        [("Kế hoạch", None, None, None)],
        "blanks in a draft: a place for a number is a citation",
    ),
    (
        "(Báo cáo số 88/BC-VP, ngày 30.6.2024)",
        [("Báo cáo", "88/BC-VP", date(2024, 6, 30), None)],
        "in brackets, comma before the day, dots in the day",
    ),
    (
        "Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ",
        [("Nghị quyết", "30c/NQ-CP", date(2011, 11, 8), "Chính phủ")],
        "a letter in the number",
    ),
    (
        "Thực hiện Thông báo kết luận số 301-TB/HU ngày 02/5/2024 của Ban Thường vụ Huyện ủy tại cuộc họp",
        [("Thông báo kết luận", "301-TB/HU", date(2024, 5, 2), "Ban Thường vụ Huyện ủy")],
        "longest type; the name ends before tại",
    ),
    ("Kế hoạch này có hiệu lực từ ngày 01/6/2024.", [], "the document itself is no citation"),
    ("xây dựng kế hoạch trước ngày 30/5/2024", [], "a plan that is still to be written"),
    ("Tổ chức báo cáo chuyên đề ngày 12/6/2024", [], "reporting is an act"),
    ("Quyết định khen thưởng 05 cá nhân trong năm 2024", [], "a decision without number or day of its own"),
    (
        "Công văn số 77/UBND-VX ngày 01/02/2024 của UBND huyện về việc báo cáo; Thông báo số 5/TB-UBND của UBND xã.",
        [
            ("Công văn", "77/UBND-VX", date(2024, 2, 1), "UBND huyện"),
            ("Thông báo", "5/TB-UBND", None, "UBND xã"),
        ],
        "the second has no day",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_citations(text: str, expected: list[Told], why: str) -> None:
    assert cited(text) == expected, why


REPLACED = [
    ("Kế hoạch này thay thế Kế hoạch số 12/KH-PYT ngày 01/3/2024.", ["12/KH-PYT"], "the plain form"),
    ("Báo cáo này thay thế cho Báo cáo số 40/BC-X đã gửi ngày 05/6/2024.", ["40/BC-X"], "cho between"),
    ("(thay thế Kế hoạch số 7/KH-TT ngày 02/01/2024)", ["7/KH-TT"], "in brackets"),
    ("bãi bỏ Quyết định số 9/QĐ-UBND ngày 04/4/2020 của UBND tỉnh", ["9/QĐ-UBND"], "revoked"),
    ("Thực hiện Kế hoạch số 12/KH-PYT ngày 01/3/2024.", [], "carried out, not replaced"),
    ("thay thế thiết bị theo Kế hoạch số 12/KH-PYT ngày 01/3/2024", [], "something else is replaced"),
]


@pytest.mark.parametrize(("text", "expected", "why"), REPLACED)
def test_replaced(text: str, expected: list[str], why: str) -> None:
    document = plain(text)
    assert [one.number for one in find_replaced(document, 0, len(text))] == expected, why


def test_a_subject_is_kept() -> None:
    text = "Kế hoạch số 12/KH-SYT ngày 01/3/2024 của Sở Y tế về việc phòng, chống bệnh dại."
    assert find_citations(plain(text), 0, len(text))[0].subject == "phòng, chống bệnh dại"


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Kế hoạch", "số ", "12/KH-X", " ngày ", "30/5/2022", " của ", "Sở Y tế", "\n", ", ", "…", "Luật "]
        )
    )
)
def test_any_mixture_is_read_without_error(parts: list[str]) -> None:
    document = plain("".join(parts))
    for citation in find_citations(document, 0, len(document.text)):
        assert citation.span.quote == document.text[citation.span.start : citation.span.end]
