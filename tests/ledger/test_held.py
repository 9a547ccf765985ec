"""What is held packed says what the whole says, before and after it was put away, and takes a tenth of the room."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from typing import Any

import pytest

from checks.copied import mark_restated
from extractors.document import Block, Document, Source
from extractors.extract import extract
from extractors.facts import Facts, Modality
from extractors.readers.builder import plain
from ledger import held as module
from ledger.codec import pack
from ledger.held import HeldDocument, HeldFacts

TEXT = """SỞ Y TẾ
Số: 12/KH-SYT
KẾ HOẠCH
Thực hiện phong trào thi đua năm 2022
1. Tổ chức 02 hội nghị trước ngày 15 tháng 6 năm 2022.
2. Xây dựng ít nhất 03 mô hình điển hình trong quý III năm 2022.
3. Đã trao thưởng cho ông Nguyễn Văn Thành, Trưởng phòng Nghiệp vụ.
GIÁM ĐỐC"""


@pytest.fixture(params=[True, False], ids=["at hand", "put away"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether what was unpacked last is at hand: without, all is unpacked each time that it is asked for."""
    if not request.param:
        monkeypatch.setattr(module, "AT_HAND", 0)
    return bool(request.param)


def whole(number: int = 0) -> tuple[Document, Facts]:
    document = plain(f"{TEXT}\nLần {number}.", f"{number:064x}")
    return document, extract(document)


def held(document: Document, facts: Facts) -> tuple[HeldDocument, HeldFacts]:
    return HeldDocument.of(document, pack(document)), HeldFacts.of(facts, pack(facts))


def test_every_field_is_the_same(kept: bool) -> None:
    document, facts = whole()
    one, two = held(document, facts)
    for noun, packed in ((document, one), (facts, two)):
        for field in fields(noun):
            assert getattr(packed, field.name) == getattr(noun, field.name), field.name
    assert facts.commitments and facts.dates and facts.segments, "the text has something of each"


def test_both_are_equal_whichever_is_asked(kept: bool) -> None:
    document, facts = whole()
    one, two = held(document, facts)
    assert one == document and document == one and two == facts and facts == two
    again = held(*whole())
    assert one == again[0] and two == again[1]
    other = held(*whole(1))
    assert one != other[0] and two != other[1] and one != "x" and two != 1
    assert one != replace(document, text=document.text.upper()) and two != replace(facts, dates=())


QUESTIONS: list[tuple[Callable[[Document], Any], str]] = [
    (lambda d: d.span(10, 30), "a place"),
    (lambda d: d.block_at(25), "the paragraph of a place"),
    (lambda d: [d.block_text(block) for block in d.blocks], "all paragraphs"),
    (lambda d: d.weak_within(0, 20), "doubts of recognition"),
    (lambda d: (d.sources, d.recognised), "how the letters were come by"),
    (lambda d: d.as_json(), "the plain form"),
]


@pytest.mark.parametrize(("asked", "what"), QUESTIONS, ids=[what for _, what in QUESTIONS])
def test_a_held_document_answers_as_the_whole_one(kept: bool, asked: Callable[[Document], Any], what: str) -> None:
    document, facts = whole()
    scan = replace(document, blocks=tuple(replace(b, source=Source.OCR, weak=((3, 9),)) for b in document.blocks))
    for noun in (document, scan):
        one, _ = held(noun, facts)
        assert asked(one) == asked(noun), what


def test_a_place_outside_and_an_unknown_word_are_refused() -> None:
    one, two = held(*whole())
    with pytest.raises(IndexError):
        one.block_at(10**6)
    for noun in (one, two):
        with pytest.raises(AttributeError):
            getattr(noun, "nothing_of_the_kind")  # noqa: B009 - it is about the very asking


def test_with_something_replaced_it_is_whole(kept: bool) -> None:
    document, facts = whole()
    one, two = held(document, facts)
    block = Block(0, 7, "đoạn 1")
    mended = replace(one, blocks=(block,))
    assert mended.blocks == (block,) and mended.block_at(3) == block and mended == replace(document, blocks=(block,))
    head = replace(facts.letterhead, number="5/KH")
    assert replace(two, letterhead=head) == replace(facts, letterhead=head)
    assert replace(two, commitments=()).restating([0]).commitments == (), "nothing of what was packed comes back"


def test_copies_of_the_plan_are_marked_in_both_alike(kept: bool) -> None:
    document, facts = whole()
    _, two = held(document, facts)
    assert mark_restated(two, document, plain("Khác hẳn.", "f" * 64)) is two, "nothing is marked: nothing is made"
    plan = plain(document.text.split("\n", 4)[4], "f" * 64)
    marked, told = mark_restated(two, document, plan), mark_restated(facts, document, plan)
    assert any(item.modality is Modality.RESTATED for item in told.commitments), "the text copies the plan"
    assert marked == told and told == marked and marked != two and marked.commitments == told.commitments
    assert isinstance(marked, HeldFacts) and marked.segments == facts.segments
    assert marked.restating([0]).commitments[0].modality is Modality.RESTATED
    assert two == facts, "what was marked is another one"


def test_only_some_are_at_hand_and_many_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_HAND", 3)
    made = [whole(number) for number in range(8)]
    kept = [held(*pair) for pair in made]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda pair: (pair[0].blocks, pair[1].commitments), kept * 4))
    assert found == [(document.blocks, facts.commitments) for document, facts in made] * 4
    assert len(module._DOCUMENTS._held) <= 3 and len(module._FACTS._held) <= 3


def test_a_held_document_is_small() -> None:
    document, facts = whole()
    one, two = held(document, facts)
    assert "blocks" not in one.__dict__ and not {"segments", "dates", "commitments"} & set(two.__dict__)
    room = sys.getsizeof(one._packed) + sys.getsizeof(two._packed)
    assert room < 4 * len(document.text.encode()) + 2000
