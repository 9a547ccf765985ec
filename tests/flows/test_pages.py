"""The pages of the UI: what a person said stands there, names as typed by whoever sat there, links to every unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.decision import Decision
from checks.finding import Finding, Status
from checks.requirement import Plan
from checks.ruling import evidence_digest
from checks.units import Register, Unit
from extractors.extract import extract
from flows import showing
from flows.artifacts import campaign_page, unit_page
from flows.assess import Assessment
from flows.showing import Pages
from tests.flows.test_forms import FINDING, PLAN, REQUIREMENT

MET = replace(FINDING, status=Status.MET, reason="Đã tổ chức.")


def assessment(finding: Finding) -> Assessment:
    plan = Plan("a" * 64, "Kế hoạch", "1/KH", None, None, (REQUIREMENT,))
    return Assessment(PLAN, extract(PLAN, ()), plan, (), (finding,), Register((Unit("Trường A"),), "Phòng"))


def decided(finding: Finding, answer: str, reason: str) -> Finding:
    evidence = evidence_digest(finding)
    word = Decision(finding.id, answer, "Mơ <b>", "2024-11-01T09:00:00+07:00", reason=reason, evidence=evidence)
    return replace(finding, decision=word)


PAGES = [
    (FINDING, ["## Thiếu (chưa kết luận)"], "✗?", "nobody decided"),
    (
        decided(FINDING, "bo_qua_co_ly_do", "mới lập"),
        ["## Được miễn:", "Kết luận của Mơ &lt;b&gt; (tên tự ghi, không xác minh) ngày 01/11/2024", "lý do: mới lập"],
        "–",
        "exempt, by whom",
    ),
    (
        decided(MET, "dong_y_la_thieu", "chỉ là giấy mời"),
        ["## Thiếu:", "Cán bộ kết luận chưa đạt: chỉ là giấy mời"],
        "✗",
        "a wrong “đạt” is told as the person told it",
    ),
]


@pytest.mark.parametrize(("finding", "told", "sign", "why"), PAGES)
def test_the_page_of_a_unit_tells_what_people_said(finding: Finding, told: list[str], sign: str, why: str) -> None:
    page = unit_page("Trường A", assessment(finding), back="/v2/artifacts/key/dot")
    assert [words for words in told if words not in page.replace("\\", "")] == [], why
    assert "(/v2/artifacts/key/dot)" in page
    matrix = campaign_page("Đợt", assessment(finding), date(2024, 11, 2), {"Trường A": "/v2/x"}, "/v2/y")
    assert f"| [Trường A](/v2/x) | {sign} |" in matrix and "(/v2/y)" in matrix, why


def test_a_page_that_says_the_same_is_put_once(monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[str] = []

    def create(text: str, key: str, description: str) -> str:
        put.append(text)
        return f"id{len(put)}"

    monkeypatch.setattr("prefect.artifacts.create_markdown_artifact", create)
    pages = Pages()
    links = [pages.put("dot", text, "Đợt") for text in ("một", "một", "hai")]
    assert put == ["một", "hai"] and links == [f"/v2/artifacts/artifact/id{n}" for n in (1, 1, 2)]
    assert showing.slug("Đợt 1") == "dot-1"
