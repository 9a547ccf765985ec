"""The numbers that Word draws and does not store."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.numbering import drawn, letters, roman
from extractors.readers.symbols import bullet
from extractors.rendering import rendered
from tests.extractors.word import p, read, table


def level(at: int, form: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
)


def item(text: str, at: int, number: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, lists: str = LISTS, **parts: str) -> list[str]:
    return [block.label for block in read(body, numbering=lists, **parts).blocks]


CASES = [
    # why, (level, list) of each paragraph, numbers drawn
    ("levels count by themselves", [(0, 1), (1, 1), (1, 1), (2, 1)], ["I.", "1.", "2.", "a)"]),
    ("a deeper level starts again under a new parent", [(0, 1), (1, 1), (0, 1), (1, 1)], ["I.", "1.", "II.", "1."]),
    ("numbers of parents are drawn", [(0, 2), (1, 2), (1, 2), (0, 2), (1, 2)], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
    ("two lists of one kind go on counting", [(0, 2), (0, 4), (0, 2)], ["1.", "2.", "3."]),
    ("a list told to start again does", [(0, 2), (0, 2), (0, 3), (0, 3)], ["1.", "2.", "1.", "2."]),
    ("a level without its parent", [(1, 2)], ["1.1."]),
]


@pytest.mark.parametrize(("why", "items", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_counting(why: str, items: list[tuple[int, int]], wanted: list[str]) -> None:
    assert labels("".join(item("x", at, number) for at, number in items)) == wanted


def test_the_label_is_no_part_of_the_text() -> None:
    document = read(item("Mục đích", 0), numbering=LISTS)
    assert (document.text, rendered(document)) == ("Mục đích", "I. Mục đích")


def test_a_number_of_the_style_and_none_where_a_paragraph_refuses_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>'
    )
    body = (
        p("a", properties='<w:pStyle w:val="H1"/>')
        + p("b", properties='<w:pStyle w:val="H1a"/>')
        + p("c", properties='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("d", properties='<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')
    )
    assert labels(body, styles=styles) == ["I.", "II.", "", "a)"]


def test_a_style_finds_its_level_in_the_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    own = level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
    lists = f'<w:abstractNum w:abstractNumId="0">{own}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    assert labels(p("a", properties='<w:pStyle w:val="H2"/>'), lists, styles=styles) == ["1."]


def test_numbers_alone_in_cells_are_kept() -> None:
    """The column "STT" of many tables holds nothing but automatic numbers."""
    document = read(table([item("", 0, 2), "a"], [item("", 0, 2), "b"]), numbering=LISTS)
    assert rendered(document) == "1.\ta\n2.\tb"


def test_a_paragraph_whose_text_was_deleted_is_not_counted() -> None:
    gone = "<w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del>"
    body = item("a", 0) + item("", 0).replace("</w:p>", f"{gone}</w:p>") + item("b", 0)
    assert labels(body) == ["I.", "II."]


BULLETS = [
    ("-", None, "-"),
    ("–", "Calibri", "-"),
    ("\uf02d", "Symbol", "-"),
    ("\uf0b7", "Symbol", "•"),
    ("o", "Courier New", "◦"),
    ("\uf0d8", "Wingdings", "➢"),
    ("\uf0a7", "Wingdings", "▪"),
    ("+", None, "+"),
]


@pytest.mark.parametrize(("text", "font", "wanted"), BULLETS)
def test_bullets(text: str, font: str | None, wanted: str) -> None:
    assert bullet(text, font) == wanted


FORMS = [
    (4, "upperRoman", "IV"),
    (9, "lowerRoman", "ix"),
    (27, "lowerLetter", "aa"),
    (2, "upperLetter", "B"),
    (3, "decimalZero", "03"),
    (12, "decimal", "12"),
    (5, "none", ""),
    (7, "chineseCounting", "7"),
    (0, "upperRoman", "0"),
]


@pytest.mark.parametrize(("value", "form", "wanted"), FORMS)
def test_forms(value: int, form: str, wanted: str) -> None:
    assert drawn(value, form) == wanted


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(value: int) -> None:
    units = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    signs = [units[sign] for sign in roman(value)]
    after = [*signs[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(signs, after, strict=True)) == value


@given(st.integers(1, 1000))
def test_letters_name_a_number_once(value: int) -> None:
    text = letters(value)
    assert len(set(text)) == 1 and (len(text) - 1) * 26 + ord(text[0]) - 96 == value


def test_a_hostile_start_draws_no_novel() -> None:
    lists = LISTS.replace('<w:start w:val="1"/>', '<w:start w:val="2000000000"/>', 1)
    assert len(labels(item("x", 0), lists)[0]) < 100
