"""Paper, margins, font and letters of a paper: one hint that names what differs, none within rounding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checks.document_checks import Severity
from checks.submission import Submission
from extractors.document import Sheet, Source
from tests.checks.market import UNIT, run, said
from tests.checks.papers import paper, report

A4 = Sheet(210.0, 297.0, 20.0, 15.0, 20.0, 30.0)


def laid(
    *sheets: Sheet, font: str = "Times New Roman", size: float | None = 14, source: Source = Source.TEXT
) -> Submission:
    item = said("Đã tổ chức 02 lớp tập huấn.")
    assert item.document is not None
    blocks = tuple(replace(block, size=size, source=source) for block in item.document.blocks)
    return replace(item, document=replace(item.document, blocks=blocks, sheets=sheets, font=font))


@pytest.mark.parametrize(
    ("why", "item", "told"),
    [
        ("as the decree has it", laid(A4), ""),
        ("inches rounded by Word", laid(replace(A4, top=25.4, bottom=25.4, left=31.8, right=19.1)), ""),
        ("a narrow edge", laid(replace(A4, left=20.0)), "lề trái 20 mm, quy định 30–35 mm"),
        ("Letter paper", laid(replace(A4, width=215.9, height=279.4)), "khổ giấy 216 × 279 mm, quy định A4 (210 × 297 mm)"),
        ("an appendix that lies across", laid(A4, Sheet(297.0, 210.0, 30.0, 20.0, 15.0, 20.0)), ""),
        ("another font", laid(A4, font="Arial"), "phông chữ Arial, quy định Times New Roman"),
        ("a theme's font is not known", laid(A4, font=""), ""),
        ("small letters", laid(A4, size=11.5), "cỡ chữ 11,5, quy định 13–14"),
        ("sizes not told", laid(A4, size=None), ""),
        ("old letters are told of elsewhere", laid(A4, font=".VnTime", size=13, source=Source.TCVN3), ""),
        ("a scan shows its picture", laid(replace(A4, width=250.0), source=Source.OCR), ""),
        ("pages of a PDF", laid(Sheet(209.9, 297.0), font="", size=None), ""),
        ("nothing known", laid(font="", size=9), ""),
        (
            "all in one remark",
            laid(replace(A4, right=32.0), font="Arial"),
            "lề phải 32 mm, quy định 15–20 mm; phông chữ Arial, quy định Times New Roman",
        ),
    ],
)  # fmt: skip
def test_the_looks_of_a_paper(why: str, item: Submission, told: str) -> None:
    flags = [flag for flag in run(item) if flag.id == "B13"]
    assert [flag.message for flag in flags] == ([f"Thể thức khác quy định: {told}."] if told else []), why
    assert all(flag.severity is Severity.HINT for flag in flags)


def test_party_papers_follow_their_own_guide() -> None:
    text = report("Đã tổ chức 02 lớp tập huấn.").replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    item = paper("bc.docx", UNIT, text, "2031-12-21 09:00")
    assert item.document is not None
    item = replace(item, document=replace(item.document, sheets=(replace(A4, left=20.0),), font="Arial"))
    assert "B13" not in {flag.id for flag in run(item)}
