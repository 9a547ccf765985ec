"""The page and the list for the website: nobody stands there whom no person decided on; no text becomes markup."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checks.nominees import Nominee, Part, Verdict
from extractors.facts import ExemplarKind
from templates.letters import Campaign
from templates.website import exemplar_list, exemplar_page
from tests.templates import made

AT = "2031-07-01T08:00:00+07:00"
TITLE = "Phòng, chống tác hại của thuốc lá"


def pages(campaign: Campaign) -> tuple[str, str]:
    return exemplar_page(campaign, TITLE).decode(), exemplar_list(campaign, TITLE).decode()


@pytest.mark.parametrize("verdicts", [(a, b) for a in Verdict for b in Verdict])
def test_only_who_was_decided_on_appears(verdicts: tuple[Verdict, Verdict]) -> None:
    nominees = [replace(n, verdict=verdict) for n, verdict in zip(made.nominated(), verdicts, strict=True)]
    for told in pages(replace(made.campaign(), nominees=nominees)):
        for nominee in nominees:
            assert (nominee.read.name in html.unescape(told)) is (nominee.verdict is Verdict.TICKED)


def test_with_nobody_decided_the_page_says_so() -> None:
    for told in pages(made.campaign()):
        assert "chưa có điển hình nào được kết luận công nhận" in told


def test_the_deed_is_quoted_with_its_source_and_a_mended_one_is_no_quote() -> None:
    first, second = made.nominated()
    mend = second.mend(Part.DEED, "Không còn ai hút thuốc tại bếp ăn", "Vũ B", AT)
    page, listed = pages(made.campaign(on_people=[first.tick("Vũ B", AT), second.tick("Vũ B", AT), mend]))
    assert "<blockquote>“Giảm hẳn khói thuốc tại nơi làm việc”</blockquote>" in page
    assert "Nguồn: Báo cáo số 01/BC-X ngày 11/6/2031 của Phòng Nghiệp vụ Y" in page
    assert '<p class="deed">Không còn ai hút thuốc tại bếp ăn</p>' in page
    assert "  - “Giảm hẳn khói thuốc tại nơi làm việc”" in listed
    for told in (page, listed):
        assert "Vũ B" not in told  # who decided is nobody's business outside
        assert ".docx" not in told


HOSTILE = "<script>alert(1)</script>](javascript:x) ![a](http://x.vn/a.png) `{{ 7*7 }}` | # **<img src=x onerror=y>"


def hostile(text: str) -> Campaign:
    first = made.nominated()[0]
    exemplar = replace(first.exemplar, name=text, deed=text, position=text, kind=ExemplarKind.PERSON)
    nominee: Nominee = replace(first, exemplar=exemplar, verdict=Verdict.TICKED)
    return replace(made.campaign(), nominees=[nominee])


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found.update(name for name, _ in attrs)


def tags(page: str) -> set[str]:
    parser = Tags()
    parser.feed(page)
    return parser.found


@given(st.one_of(st.just(HOSTILE), st.text(min_size=1, max_size=60)))
def test_no_text_of_a_document_becomes_markup(text: str) -> None:
    page, listed = pages(hostile(text))
    assert tags(page) <= tags(pages(hostile("Phạm Thị Lành"))[0])
    drawn = MarkdownIt("commonmark", {"html": True}).enable("table").render(listed)
    assert set(re.findall(r"<(\w+)", drawn)) <= {"h1", "h2", "p", "ul", "li", "strong"}


def test_the_page_needs_nothing_from_outside() -> None:
    page, _ = pages(hostile(HOSTILE))
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|link|img|iframe|object)\b|url\(|@import", page)


def test_the_same_input_gives_the_same_bytes() -> None:
    ticks = [n.tick("Vũ B", AT) for n in made.nominated()]
    assert pages(made.campaign(on_people=ticks)) == pages(made.campaign(on_people=ticks))
