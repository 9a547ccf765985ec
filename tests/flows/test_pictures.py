"""A sentence of a scan has its picture on the page of evidence; letters that a file holds need none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from checks.finding import Evidence
from extractors.document import Document, Source
from extractors.errors import TimedOut
from extractors.readers.builder import plain
from flows.pictures import line_pictures, place_of
from ledger.store import Store

SHA = "a" * 64
BOX = (90.0, 100.0, 500.0, 190.0)
TEXT = "Câu thứ nhất nói về tập huấn. " * 3 + "Đơn vị đã tổ chức 02 lớp. " + "Câu cuối nói về kinh phí. " * 3


def scanned(box: tuple[float, float, float, float] | None = BOX, source: Source = Source.OCR) -> Document:
    document = plain(TEXT, SHA)
    return replace(document, blocks=tuple(replace(b, page=2, box=box, source=source) for b in document.blocks))


def test_the_lines_of_the_sentence_are_found_by_how_far_into_the_block_it_stands() -> None:
    document = scanned()
    at = TEXT.index("Đơn vị đã")
    place = place_of(document, document.span(at, at + 26))
    assert place is not None
    page, (left, top, right, bottom) = place
    assert (page, left, right) == (2, 90.0, 500.0)
    assert 100 < top < 145 < bottom < 190


def test_a_short_block_is_shown_whole() -> None:
    document = scanned((90.0, 100.0, 500.0, 130.0))
    assert place_of(document, document.span(0, 29)) == (2, (90.0, 100.0, 500.0, 130.0))


@pytest.mark.parametrize("document", [scanned(None), scanned(source=Source.TEXT)])
def test_letters_that_a_file_holds_have_no_picture(document: Document) -> None:
    assert place_of(document, document.span(0, 29)) is None


class Drawing:
    """A child reader that draws, or dies."""

    def __init__(self, dies: bool = False) -> None:
        self.asked, self.dies = 0, dies

    def pictures(self, path: Path, boxes: list[Any]) -> list[bytes | None]:
        self.asked += len(boxes)
        if self.dies:
            raise TimedOut(seconds=30)
        return [b"picture"] * len(boxes)


@pytest.mark.parametrize("dies", [False, True])
def test_each_line_is_drawn_once_and_never_at_the_cost_of_the_page(tmp_path: Path, dies: bool) -> None:
    document, reader = scanned(), Drawing(dies)
    shop: Any = SimpleNamespace(pictures={}, reader=reader, vault=Store(tmp_path))
    span = document.span(0, 29)
    found: Any = SimpleNamespace(
        submissions=[SimpleNamespace(sha256=SHA, document=document)],
        findings=[SimpleNamespace(evidence=(Evidence("a.pdf", span),))] * 3,
    )
    for _ in range(2):
        crop = line_pictures(shop, found)
        assert crop("a.pdf", span) == (None if dies else b"picture")
    assert crop("a.pdf", document.span(5, 9)) is None
    assert reader.asked == 1
