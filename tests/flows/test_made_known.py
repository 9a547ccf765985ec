"""From a person's tick to what is handed on: nobody is made known or proposed whom no person decided on."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx

from checks.decision import Decision
from checks.policy import Policy
from flows.assess import Assessment, assess
from flows.campaign import Campaign
from flows.handover import drafts
from templates.lots import whole
from tests.checks.mini_campaigns import load

NAME, DAY, AT = "an-toan-truong-hoc", date(2030, 1, 1), "2029-12-01T08:00:00+07:00"
PUBLIC = ("dien-hinh.html", "dien-hinh.md")


def with_words(decisions: list[Decision]) -> Assessment:
    first = load(NAME)
    return assess(first.plan_document, first.plan_facts, first.submissions, first.register, DAY, Policy(), decisions)


def handed_on(found: Assessment) -> dict[str, bytes]:
    campaign = Campaign(NAME, Path("dot"), "Trường học an toàn", DAY, found.register, Path("dot/plan.docx"), (), {})
    return {name: whole(draft) for name, draft in drafts(found, campaign, DAY)}


def test_only_the_ticked_one_is_made_known_and_the_other_waits() -> None:
    ticked, waits = with_words([]).nominees
    outcome = handed_on(with_words([ticked.tick("Vũ Thị Chọn", AT)]))
    for name in PUBLIC:
        told = outcome[name].decode()
        assert ticked.read.name in told
        assert waits.read.name not in told
        assert "Vũ Thị Chọn" not in told
    document = docx.Document(io.BytesIO(outcome["de-nghi-khen-thuong.docx"]))
    asked, open_ones = (
        {row.cells[column].text for row in table.rows}
        for table, column in zip(document.tables[-2:], (1, 2), strict=True)
    )
    assert ticked.read.name in asked
    assert ticked.read.name not in open_ones
    assert waits.read.name in open_ones


def test_with_no_word_nobody_is_made_known() -> None:
    found = with_words([])
    outcome = handed_on(found)
    assert all(n.read.name not in outcome[name].decode() for n in found.nominees for name in PUBLIC)


def test_who_is_struck_out_is_nowhere() -> None:
    struck, _ = with_words([]).nominees
    outcome = handed_on(with_words([struck.strike("Vũ Thị Chọn", AT)]))
    texts = [outcome[name].decode() for name in PUBLIC]
    document = docx.Document(io.BytesIO(outcome["de-nghi-khen-thuong.docx"]))
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert all(struck.read.name not in text for text in texts)
