"""The letterhead of a draft is that of the plan: body above body, symbol, place."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import CAMPAIGNS
from checks.plan import compile_plan
from extractors.extract import extract
from extractors.sandbox import Reader
from flows.campaign import open_campaign
from templates.office import office_facts

PLANS = [
    ("thi-dua-2022", "Ủy ban nhân dân tỉnh Quảng Bình", "Sở Khoa học và Công nghệ", "SKHCN", "Quảng Bình"),
    ("an-toan-thuc-pham-2024", "Ủy ban nhân dân tỉnh An Bình", "Sở Y tế", "SYT", "An Bình"),
]


@pytest.mark.parametrize(("name", "parent", "body", "symbol", "place"), PLANS)
def test_office_facts_follow_from_the_plan(name: str, parent: str, body: str, symbol: str, place: str) -> None:
    campaign = open_campaign(CAMPAIGNS / name)
    with Reader(workers=1) as reader:
        document = reader.read(campaign.plan, name=campaign.plan.name)
    facts = extract(document)
    plan = compile_plan(document, facts, campaign.register)
    found = office_facts(plan, facts.letterhead, campaign.register)
    assert (found.parent.casefold(), found.body.casefold(), found.symbol, found.place) == (
        parent.casefold(),
        body.casefold(),
        symbol,
        place,
    )
