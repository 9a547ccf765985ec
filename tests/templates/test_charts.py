"""One count, three drawings: the series are right, and workbook, page and UI draw those very numbers."""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from checks.decision import Answer, Decision
from templates.charts import MOST_DAYS, SEGMENTS, Progress, progress
from templates.charts_svg import chart_svgs
from templates.charts_text import WIDTH, blocks, chart_text
from templates.evidence import evidence_page
from templates.letters import Campaign
from templates.vocabulary import word
from templates.workbook import tracking_book
from tests.templates import made
from tests.templates.gold import case


def drawn(campaign: Campaign) -> Progress:
    return progress(campaign.plan, campaign.submissions, campaign.findings, campaign.register, campaign.as_of)


MADE = drawn(made.campaign())


def test_bars_count_must_duties_by_unit_and_by_duty() -> None:
    rows = {bar.label: dict(zip(SEGMENTS, bar.counts, strict=True)) for bar in MADE.units}
    assert list(rows) == list(made.UNITS)
    assert rows[made.UNITS[1]] == {"met": 2, "partial": 0, "late": 0, "missing": 0, "not_due": 1, "exempt": 0}
    assert rows[made.UNITS[2]]["late"] == rows[made.UNITS[2]]["partial"] == 1
    assert [bar.label.split(".")[0] for bar in MADE.duties] == ["R1", "R2", "R3", "R5", "R6"]  # R4 is a general one
    assert sum(bar.whole for bar in MADE.units) == sum(bar.whole for bar in MADE.duties)


def test_a_decision_moves_the_bar() -> None:
    subject = f"R2@{made.UNITS[2]}"
    after = drawn(made.campaign(Decision(subject, Answer.EXEMPT, "Vũ B", "2031-07-04T08:30:00", reason="Mới lập")))
    row = next(bar for bar in after.units if bar.label == made.UNITS[2])
    assert dict(zip(SEGMENTS, row.counts, strict=True))["exempt"] == 1


def test_the_line_climbs_on_the_day_of_arrival_and_ends_today() -> None:
    (line,) = MADE.lines
    assert (line.label, line.whole) == ("Báo cáo", 3)
    assert (MADE.days[0], MADE.days[-1]) == (date(2031, 6, 17), made.AS_OF)
    sent = dict(zip(MADE.days, line.sent, strict=True))
    assert [sent[date(2031, 6, day)] for day in (17, 18, 23, 24)] == [0, 1, 1, 2]
    assert MADE.undated == 0


def test_what_came_on_an_unknown_day_is_said_and_drawn_nowhere() -> None:
    items = [replace(item, received=None) for item in made.submissions()]
    found = drawn(replace(made.campaign(), submissions=items))
    assert (found.days, found.undated) == ((), 2)
    whole = drawn(replace(made.campaign(), submissions=[*items[:1], *made.submissions()[1:]]))
    assert whole.undated == 1
    assert "01 văn bản đã gửi nhưng chưa rõ ngày nhận" in chart_text(whole)
    assert "01 văn bản đã gửi nhưng chưa rõ ngày nhận" in "".join(svg for _, svg in chart_svgs(whole))


def test_many_years_draw_only_the_days_of_arrival() -> None:
    early = datetime(2031, 6, 18, tzinfo=UTC) - timedelta(days=3 * MOST_DAYS)
    items = [replace(item, received=early) if at == 0 else item for at, item in enumerate(made.submissions())]
    assert len(drawn(replace(made.campaign(), submissions=items)).days) == 4


@given(st.lists(st.integers(0, 40), min_size=len(SEGMENTS), max_size=len(SEGMENTS)))
def test_a_bar_of_blocks_is_always_full_and_hides_nothing(counts: list[int]) -> None:
    bar = blocks(counts)
    assert len(bar) == (WIDTH if sum(counts) else 0)
    assert len(set(bar)) == sum(count > 0 for count in counts)


def test_the_text_tells_the_same_numbers() -> None:
    told = chart_text(MADE)
    assert re.search(rf"\| {made.UNITS[1]} \| `█+·+` \| 02/03 \|", told)
    assert "24/6/2031" in told
    assert "02/03" in told.split(word("chart", "by_day"))[1]


def test_the_page_draws_every_bar_to_scale() -> None:
    pages = dict(chart_svgs(MADE))
    assert list(pages) == [word("chart", key) for key in ("by_unit", "by_duty", "by_day")]
    drawn = re.search(r"<svg class=.*</svg>", pages[word("chart", "by_unit")], re.DOTALL)
    assert drawn
    svg = etree.fromstring(drawn.group(0))
    bars = [node for node in svg.iter("rect") if made.UNITS[1] in (node.findtext("title") or "")]
    assert [node.findtext("title") for node in bars] == [
        f"{made.UNITS[1]}: 02 Đạt",
        f"{made.UNITS[1]}: 01 Chưa đến hạn",
    ]
    first, second = (float(node.get("width", "0")) for node in bars)
    assert first == pytest.approx(2 * second, abs=0.2)


def test_names_are_never_markup_in_a_chart() -> None:
    nasty = "<script>alert(1)</script>\"'&"
    units = [replace(bar, label=nasty) for bar in MADE.units]
    for _, svg in chart_svgs(replace(MADE, units=tuple(units))):
        assert "<script" not in svg
        for piece in re.findall(r"<svg class=.*?</svg>(?=<p>|$)", svg, re.DOTALL):
            etree.fromstring(piece)
    assert "<script" not in chart_text(replace(MADE, units=tuple(units)))


@pytest.mark.parametrize("name", ["thi-dua-2022", "chuyen-doi-so-2023"])
def test_the_book_has_native_charts_over_the_counted_cells(name: str) -> None:
    title, as_of, plan, _, submissions, findings, register = case(name)
    campaign = Campaign(plan, submissions, findings, register, made.office(), as_of)
    data = tracking_book(campaign)
    assert data == tracking_book(campaign)
    sheet = load_workbook(io.BytesIO(data))[word("chart", "title")]
    found = drawn(campaign)
    assert len(sheet._charts) == 3
    for chart, rows in zip(sheet._charts, (found.units, found.duties, found.days), strict=True):
        for series in chart.series:
            cells = [cell for (cell,) in sheet[series.val.numRef.f.rpartition("!")[2].replace("$", "")]]
            assert len(cells) == len(rows)
    labels = {str(cell.value) for (cell,) in sheet["Q4:Q60"]}
    assert {bar.label for bar in found.units} <= labels
    page = html.unescape(evidence_page(campaign, title).whole().decode())
    assert all(bar.label in page for bar in (*found.units, *found.duties))


def test_where_nothing_is_counted_nothing_is_drawn() -> None:
    empty = replace(made.campaign(), findings=(), submissions=())
    assert chart_svgs(drawn(empty)) == []
    assert chart_text(drawn(empty)) == ""
    assert word("chart", "title") not in load_workbook(io.BytesIO(tracking_book(empty))).sheetnames
