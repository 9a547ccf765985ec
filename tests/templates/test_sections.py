"""What is left of a template keeps its paper, whichever of its appendices a condition drops."""

from __future__ import annotations

import io
from datetime import date
from itertools import product

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from templates.markup import template
from templates.word import filled

LETTER = "DOAN|Thư\n"
FIRST = "? a\nTRANG_NGANG\nDOAN|Bảng ngang\n.\n"
SECOND = "? b\nTRANG_DOC\nDOAN|Bảng dọc\n.\n"
THIRD = "? c\nTRANG_NGANG\nDOAN|Bảng cuối\n.\n"
PAPER = {"Thư": False, "Bảng ngang": True, "Bảng dọc": False, "Bảng cuối": True}


def pages(data: bytes) -> list[tuple[str, bool]]:
    """Each text of a document with whether its page lies crosswise."""
    document = docx.Document(io.BytesIO(data))
    found: list[tuple[str, bool]] = []
    papers = [section.orientation == WD_ORIENT.LANDSCAPE for section in document.sections]
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if text:
            found.append((text, papers[0]))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            papers.pop(0)
    return found


@pytest.mark.parametrize("kept", list(product([False, True], repeat=3)))
def test_every_page_lies_as_its_template_has_it(kept: tuple[bool, ...]) -> None:
    target = io.BytesIO()
    template(LETTER + FIRST + SECOND + THIRD).save(target)
    data = filled("thu.docx", dict(zip("abc", kept, strict=True)), date(2031, 6, 1), target.getvalue())
    texts = ["Thư", *(text for text, keep in zip(list(PAPER)[1:], kept, strict=True) if keep)]
    assert pages(data) == [(text, PAPER[text]) for text in texts]
    assert b"rsidSect" not in docx.Document(io.BytesIO(data)).element.xml.encode()
