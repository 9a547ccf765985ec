"""The evidence page: everything escaped, every link arrives, by mouse and by keyboard, fast with many documents."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.builder import plain
from templates.evidence import evidence_page
from templates.marking import Mark, shown
from tests.templates import made
from tests.templates.test_report import hostile

CAMPAIGN = made.campaign()
PAGE = evidence_page(CAMPAIGN, "Đợt mẫu").whole()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        given = dict(attrs)
        ident, link = given.get("id") or "", given.get("href") or ""
        self.ids += [ident] if ident else []
        self.links += [link[1:]] if link.startswith("#") else []
        if tag not in {"meta", "br", "img", "input", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def parsed(page: bytes) -> Tags:
    tags = Tags()
    tags.feed(page.decode("utf-8"))
    return tags


def test_every_link_has_its_place_and_every_place_one_name() -> None:
    tags = parsed(PAGE)
    assert len(tags.links) > 20
    assert set(tags.links) <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert (tags.wrong, tags.open) == ([], [])


def test_it_needs_nothing_from_outside() -> None:
    told = PAGE.decode("utf-8")
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", told)
    assert "default-src 'none'" in told
    assert "@import" not in told


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "</mark></article>", "a\x00b"]
)
def test_markup_in_names_and_documents_is_text(name: str) -> None:
    first = CAMPAIGN.submissions[0]
    document = plain(f"{name} đã báo cáo", first.sha256)
    campaign = hostile(name)
    assert first.facts is not None
    facts = replace(first.facts, segments=(), exemplars=())
    other = replace(first, document=document, facts=facts, key=f"{name}.docx")
    submissions = (other, *campaign.submissions[1:])
    findings = tuple(replace(f, evidence=()) for f in campaign.findings)
    page = evidence_page(replace(campaign, submissions=submissions, findings=findings), name).whole()
    tags = parsed(page)
    assert tags.names.count("script") == 1
    assert "img" not in tags.names
    assert (tags.wrong, tags.open) == ([], [])
    assert b"49" not in page.replace(b"#4c9a52", b"")


def test_the_same_input_gives_the_same_bytes() -> None:
    assert evidence_page(made.campaign(), "Đợt mẫu").whole() == PAGE


def test_general_duties_are_folded_and_never_called_missing() -> None:
    told = PAGE.decode("utf-8")
    cards = [part.split("</section>")[0] for part in told.split('<section class="card')[1:]]
    card = next(card for card in cards if "Tăng cường tuyên truyền" in card and "<h3>Bệnh viện Phổi" in card)
    assert "<details>" in card
    assert 'data-gap="0"' in card
    assert "Thiếu" not in card


def test_a_scan_shows_the_line_itself() -> None:
    page = evidence_page(CAMPAIGN, "Đợt mẫu", crop=lambda file, span: b"\x89PNG" if "Phòng" in file else None).whole()
    assert page.count(b"data:image/png;base64,iVBORw") == sum(
        "Phòng" in e.file for f in CAMPAIGN.findings for e in f.evidence
    )


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from("fdce")), max_size=12)


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1), max_size=6),
    spans,
)
def test_marks_cut_the_text_and_lose_nothing(lines: list[str], marks: list[tuple[int, int, str]]) -> None:
    document = plain("\n".join(lines))
    inside = [
        Mark(start, min(start + length, len(document.text)), kind, (f"N{at}",))
        for at, (start, length, kind) in enumerate(marks)
        if start < len(document.text)
    ]
    blocks = shown(document, inside)
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == [
        document.block_text(block) for block in document.blocks
    ]
    anchors = [anchor for block in blocks for piece in block.pieces for anchor in piece.anchors]
    assert len(anchors) == len(set(anchors))
    visible = {
        mark.targets[0]
        for mark in inside
        if any(mark.start < block.end and mark.end > block.start for block in document.blocks)
    }
    assert set(anchors) == visible


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api", reason="drives a real browser")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium on this machine")
    with sync.sync_playwright() as run:
        opened = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def visit(browser: Any, path: Path, data: bytes) -> Any:
    path.write_bytes(data)
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda line: page.troubles.append(line.text) if line.type == "error" else None)
    page.goto(path.as_uri())
    return page


def test_each_link_lands_on_its_highlighted_sentence_and_leads_back(browser: Any, tmp_path: Path) -> None:
    page = visit(browser, tmp_path / "minh-chung.html", PAGE)
    links = page.locator(".card a.go")
    assert links.count() == sum(len(f.evidence) for f in CAMPAIGN.findings)
    for at in range(links.count()):
        quote = links.nth(at).evaluate("link => link.parentElement.firstChild.textContent")
        links.nth(at).evaluate("link => link.closest('details') && (link.closest('details').open = true)")
        links.nth(at).click()
        marked = page.locator("mark.now").evaluate_all("marks => marks.map(mark => mark.textContent).join('')")
        assert f"“{marked}”" == quote
        seen = page.locator("mark.now").first.evaluate(
            "mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
        )
        assert seen
    page.locator("mark.now").first.click()
    assert page.evaluate("document.activeElement.className").startswith("card")
    assert page.troubles == []


def test_filters_and_keys(browser: Any, tmp_path: Path) -> None:
    page = visit(browser, tmp_path / "minh-chung.html", PAGE)
    page.select_option("#unit", "Trung tâm Kiểm soát bệnh tật")
    assert page.locator(".card:visible").count() == 4
    page.check("#gaps")
    assert page.locator(".card:visible").count() == 2
    page.select_option("#unit", "")
    page.uncheck("#gaps")
    page.locator("h1").click()
    for _ in range(3):  # the office's own two duties come first
        page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    assert page.locator("mark.now").count() >= 1
    page.keyboard.press("b")
    assert page.evaluate("document.activeElement.id") == second
    assert page.troubles == []


def test_a_report_mark_in_the_address_opens_its_sentence(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "minh-chung.html").write_bytes(PAGE)
    page = browser.new_page()
    page.goto((tmp_path / "minh-chung.html").as_uri() + "#N2")
    assert page.locator("mark.now").count() >= 1


def test_two_hundred_documents_open_within_three_seconds(browser: Any, tmp_path: Path) -> None:
    first = CAMPAIGN.submissions[0]
    assert first.document is not None
    long = "\n".join(
        [first.document.text] + ["Đơn vị đã tổ chức hội nghị, phổ biến kế hoạch tới từng người. " * 3] * 60
    )
    many = tuple(
        replace(first, key=f"{at:03d}.docx", sha256=made.sha(str(at)), document=plain(long, made.sha(str(at))))
        for at in range(200)
    )
    data = evidence_page(replace(CAMPAIGN, submissions=(*CAMPAIGN.submissions, *many)), "Đợt mẫu").whole()
    (tmp_path / "nhieu.html").write_bytes(data)
    page = browser.new_page()
    page.set_default_timeout(60_000)
    meter = page.context.new_cdp_session(page)
    # Seconds of processor, not of the clock: other work on the machine must not fail it.
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto((tmp_path / "nhieu.html").as_uri())
    assert page.locator(".card").count() == len(CAMPAIGN.findings)
    metrics = {row["name"]: row["value"] for row in meter.send("Performance.getMetrics")["metrics"]}
    assert 0 < metrics["TaskDuration"] < 3
