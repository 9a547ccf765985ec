"""Documents are right by construction: offsets, round trips, what is printed."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Block, Cell, Change, Document, Note, Part, Signature, Source
from extractors.readers.builder import Piece, build, plain
from extractors.rendering import rendered
from extractors.span import Span

LETTERS = st.text(alphabet="aÂế ộĐ1./-\u0302\u0301e", max_size=12)
BOXES = st.none() | st.tuples(*[st.floats(0, 900, allow_nan=False)] * 4)
CELLS = st.none() | st.builds(Cell, st.integers(1, 2), st.integers(0, 2), st.integers(0, 2), st.integers(1, 2))
PIECES = st.lists(
    st.builds(
        Piece,
        LETTERS,
        st.sampled_from(["đoạn 1", "bảng 1/dòng 1/ô 1", "trang 2/dòng 14"]),
        part=st.sampled_from(list(Part)),
        label=st.sampled_from(["", "I.", "a)"]),
        page=st.none() | st.integers(1, 9),
        box=BOXES,
        cell=CELLS,
        source=st.sampled_from(list(Source)),
        confidence=st.none() | st.floats(0, 1),
        weak=st.just(()) | st.just(((0, 0),)),
        original=st.none() | LETTERS,
        bold=st.none() | st.booleans(),
        centered=st.none() | st.booleans(),
        size=st.none() | st.floats(6, 40),
    ),
    max_size=12,
)


def made(pieces: list[Piece]) -> Document:
    return build(
        pieces,
        sha256="ab" * 32,
        format="docx",
        pages=2,
        changes=[Change("deletion", "30/6", "A", "2022-05-26T00:00:00Z", "đoạn 1")],
        signatures=[Signature("A", "Sở", None, "2022-05-26T09:30:00+07:00", True, False, None, "Số: 1")],
        notes=[Note("CON_VET_SUA", "x")],
        unread=["trang 3"],
        properties={"title": "Kế hoạch"},
    )


def shown(piece: Piece) -> str:
    content = unicodedata.normalize("NFC", piece.text)
    return content if piece.weak else re.sub(r"(?<=\S)[ \u00a0]{2}(?=\S)", " ", content)


@given(PIECES)
def test_every_block_holds_its_piece(pieces: list[Piece]) -> None:
    document = made(pieces)
    kept = [piece for piece in pieces if piece.text.strip() or piece.cell or piece.label]
    assert [document.block_text(b) for b in document.blocks] == [shown(k) for k in kept]
    assert [(b.path, b.part, b.label, b.page, b.cell) for b in document.blocks] == [
        (k.path, k.part, k.label, k.page, k.cell) for k in kept
    ]


BLANKS = [
    ("two blanks between words", "trước  ngày  30/5/2022", "trước ngày 30/5/2022"),
    ("a no-break blank beside a blank", "ngày\u00a0 30", "ngày 30"),
    ("a blank day that somebody will fill in", "ngày    tháng 5 năm 2022", "ngày    tháng 5 năm 2022"),
    ("three blanks may set columns apart", "UBND HUYỆN   CỘNG HÒA", "UBND HUYỆN   CỘNG HÒA"),
    ("at the edges of a cell", "  12  ", "  12  "),
]


@pytest.mark.parametrize(("why", "typed", "wanted"), BLANKS, ids=[case[0] for case in BLANKS])
def test_a_doubled_blank_is_one(why: str, typed: str, wanted: str) -> None:
    assert made([Piece(typed, "đoạn 1")]).text == wanted


@given(PIECES)
def test_blocks_tile_the_text(pieces: list[Piece]) -> None:
    """Between two blocks stands exactly one line break or TAB, and nothing stands outside blocks."""
    document = made(pieces)
    at = 0
    for number, block in enumerate(document.blocks):
        if number:
            assert document.text[at : block.start] in ("\n", "\t")
        else:
            assert block.start == 0
        at = block.end
    assert at == len(document.text)


@given(PIECES)
def test_a_document_survives_json(pieces: list[Piece]) -> None:
    document = made(pieces)
    assert Document.from_json(json.loads(json.dumps(document.as_json()))) == document


@given(PIECES, st.data())
def test_a_span_quotes_the_text_and_names_its_block(pieces: list[Piece], data: st.DataObject) -> None:
    document = made(pieces)
    filled = [block for block in document.blocks if block.end > block.start]
    if not filled:
        return
    block = data.draw(st.sampled_from(filled))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    span = document.span(start, end)
    assert span.quote == document.text[start:end]
    assert (span.path, span.page, span.part) == (block.path, block.page, block.part.value)
    assert Span.from_json(json.loads(json.dumps(span.as_json()))) == span


def test_a_span_cannot_be_made_wrong() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Span("x", "thân", None, "đoạn 1", 0, 3, "ab")
    with pytest.raises(IndexError):
        plain("a").span(5, 6)


def test_a_span_covers_what_lies_in_it() -> None:
    document = plain("trước ngày 10/6/2022")
    outer, inner = document.span(0, 20), document.span(11, 20)
    assert outer.covers(inner) and not inner.covers(outer)


def test_plain_text_makes_lines_and_rows() -> None:
    document = plain("KẾ HOẠCH\nTT\tViệc\n1\tHọp\n\nhết\na\tb")
    assert [(b.cell and (b.cell.table, b.cell.row, b.cell.col), document.block_text(b)) for b in document.blocks] == [
        (None, "KẾ HOẠCH"),
        ((1, 0, 0), "TT"),
        ((1, 0, 1), "Việc"),
        ((1, 1, 0), "1"),
        ((1, 1, 1), "Họp"),
        (None, "hết"),
        ((2, 0, 0), "a"),
        ((2, 0, 1), "b"),
    ]
    assert rendered(document) == "KẾ HOẠCH\nTT\tViệc\n1\tHọp\nhết\na\tb"


def test_weak_words_are_found_by_place() -> None:
    document = build([Piece("Số 12", "a"), Piece("ngày 3", "b", weak=((5, 6),))], sha256="0" * 64, format="pdf")
    at = document.text.index("3")
    assert document.weak_within(at, at + 1)
    assert document.weak_within(0, len(document.text))
    assert not document.weak_within(0, at)


def test_notes_and_running_heads_are_not_printed_unless_asked_for() -> None:
    pieces = [Piece("BẢN NHÁP", "h", Part.HEADER), Piece("Nội dung", "b"), Piece("Chú", "f", Part.FOOTNOTE)]
    document = build(pieces, sha256="0" * 64, format="docx")
    assert rendered(document) == "Nội dung"
    assert rendered(document, frozenset(Part)) == "BẢN NHÁP\nNội dung\nChú"


def test_an_empty_cell_is_a_block_and_holds_nothing() -> None:
    document = plain("a\t\tb")
    assert [(b.start, b.end) for b in document.blocks] == [(0, 1), (2, 2), (3, 4)]
    assert isinstance(document.block_at(2), Block)
    assert document.block_at(3) is document.blocks[2]
