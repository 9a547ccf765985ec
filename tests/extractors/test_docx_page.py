"""Paper, margins and font of a Word file, as its sections and runs say them."""

from __future__ import annotations

import json

import pytest

from extractors.document import Document, Sheet
from tests.extractors.drawn import Sheet as Page
from tests.extractors.test_pdf import read as read_page
from tests.extractors.word import p, read, run

A4, ACROSS = '<w:pgSz w:w="11907" w:h="16840"/>', '<w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>'
MARGINS = '<w:pgMar w:top="1134" w:right="{r}" w:bottom="1134" w:left="1701" w:gutter="{g}"/>'


def section(size: str, r: int = 851, g: str = "0") -> str:
    return f"<w:sectPr>{size}{MARGINS.format(r=r, g=g)}</w:sectPr>"


@pytest.mark.parametrize(
    ("why", "body", "sheets"),
    [
        ("one section", p("a") + section(A4), [Sheet(210.0, 297.0, 20.0, 15.0, 20.0, 30.0)]),
        (
            "a table across, then upright as before",
            p("a", properties=section(A4)) + p("b", properties=section(ACROSS)) + section(A4),
            [Sheet(210.0, 297.0, 20.0, 15.0, 20.0, 30.0), Sheet(297.0, 210.0, 20.0, 15.0, 20.0, 30.0)],
        ),
        ("the gutter is margin", p("a") + section(A4, g="284"), [Sheet(210.0, 297.0, 20.0, 15.0, 20.0, 35.0)]),
        ("a fixed margin is negative", p("a") + section(A4, r=-851), [Sheet(210.0, 297.0, 20.0, 15.0, 20.0, 30.0)]),
        (
            "what was changed away is gone",
            p("a") + f"<w:sectPr>{A4}<w:sectPrChange w:id='1'>{section(ACROSS)}</w:sectPrChange></w:sectPr>",
            [Sheet(210.0, 297.0)],
        ),
        ("nonsense says nothing", p("a") + '<w:sectPr><w:pgSz w:w="rộng" w:h="9"/></w:sectPr>', []),
        ("no section says nothing", p("a"), []),
    ],
)
def test_sheets_of_a_word_file(why: str, body: str, sheets: list[Sheet]) -> None:
    assert list(read(body).sheets) == sheets, why


def test_the_font_of_most_letters() -> None:
    arial, times = (f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>' for name in ("Arial", "Times New Roman"))
    body = f"<w:p>{run('Kế hoạch', arial)}{run('công tác dân vận năm nay', times)}</w:p>"
    assert read(body).font == "Times New Roman"
    assert read(p("không nói phông")).font == ""


def test_a_pdf_tells_the_size_of_its_pages() -> None:
    document = read_page(Page().text(72, 72, "Kế hoạch"), Page().text(72, 72, "công tác"), Page((612.0, 792.0)))
    assert document.sheets == (Sheet(209.9, 297.0), Sheet(215.9, 279.4))
    assert Document.from_json(json.loads(json.dumps(document.as_json()))) == document
