"""`results.json` keeps its contract: keys, order, projections, the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from extractors.facts import Commitment, DateKind, DateMention, Facts, Modality, Modifier, Role
from extractors.interval import Interval
from extractors.readers.builder import plain
from extractors.segment import Section
from templates.results import document_entry, results_json
from tests.templates import made

CAMPAIGN = made.campaign()


def results(**changes: Any) -> dict[str, Any]:
    campaign = replace(CAMPAIGN, **changes)
    data = results_json(
        "Đợt mẫu", made.AS_OF, campaign.plan, campaign.submissions, campaign.findings, plan_file="plan.docx"
    ).whole()
    assert data.endswith(b"}\n")
    loaded: dict[str, Any] = json.loads(data)
    return loaded


def test_keys_stand_in_the_order_of_the_contract() -> None:
    whole = results()
    assert list(whole) == ["version", "campaign", "as_of", "requirements", "documents", "findings"]
    assert list(whole["requirements"][0]) == [
        "id", "quote", "section", "actor", "applies_to", "applies_to_units", "action", "quantity", "deadline",
        "recipient", "shown_by", "weight", "source",
    ]  # fmt: skip
    document = next(iter(whole["documents"].values()))
    assert list(document) == [
        "sha256", "state", "readable", "why_not", "kind", "unit", "number", "issued", "signer", "signer_title",
        "supersedes", "duplicate_of", "dates", "commitments", "exemplars", "notes",
    ]  # fmt: skip
    assert list(whole["findings"][0]) == ["unit", "requirement", "status", "cause", "evidence", "why", "confidence"]
    assert list(whole["requirements"][0]["source"]) == ["file", "sha256", "page", "path", "start", "end"]


def test_every_source_holds_its_quote() -> None:
    texts = {item.sha256: item.document.text for item in CAMPAIGN.submissions if item.document}
    texts[made.sha("plan")] = plain(made.PLAN_TEXT).text
    whole = results()
    sources = [(r["quote"], r["source"]) for r in whole["requirements"]]
    sources += [(e["quote"], e["source"]) for f in whole["findings"] for e in f["evidence"]]
    sources += [(e["name"], e["source"]) for d in whole["documents"].values() for e in d["exemplars"]]
    assert len(sources) > 12
    for quote, source in sources:
        assert texts[source["sha256"]][source["start"] : source["end"]] == quote


def test_the_order_of_files_leaves_no_trace() -> None:
    turned = tuple(reversed(CAMPAIGN.submissions))
    assert results() == results(submissions=turned)
    assert list(results(submissions=turned)["documents"]) == sorted(results()["documents"])


def test_a_broken_file_says_why_and_what_to_do() -> None:
    entry = results()["documents"]["Bệnh viện Phổi/BC.docx"]
    assert (entry["readable"], entry["why_not"], entry["state"], entry["kind"]) == (
        False,
        "truncated",
        "quarantined",
        "khac",
    )
    assert entry["notes"] == [
        {
            "code": "TEP_HONG",
            "text": "Tệp hỏng, không mở được (không giải nén được). Đề nghị mở bằng Word, lưu lại rồi gửi lại.",
        }
    ]


def test_whole_numbers_stay_whole_and_open_ends_are_null() -> None:
    requirement = results()["requirements"][1]
    assert requirement["quantity"] == {"op": ">=", "value": 2, "unit": "mô hình"}
    assert requirement["deadline"] == {"start": None, "end": "2031-06-30"}


def test_dates_and_modalities_are_projected() -> None:
    document = plain("Trước ngày 30/6/2031 sẽ hoàn thành. Thời hạn 05 ngày. Theo kế hoạch chung.")
    bare, wide = document.span(6, 20), document.span(0, 20)
    day = Interval.day(made.AS_OF.replace(month=6, day=30))
    before = Interval(None, day.end)
    mention = DateMention(bare, wide, DateKind.INTERVAL, (day,), before, Modifier.BEFORE, Role.DEADLINE, "day")
    lasting = DateMention(bare, bare, DateKind.DURATION, (), None, Modifier.DURATION, Role.DEADLINE, "range")

    def says(modality: Modality) -> Commitment:
        return Commitment(wide, modality, None, "hoàn thành", "", (), None, None, Section.RESULT)

    facts = Facts(
        made.letterhead(made.DocumentKind.REPORT),
        (),
        (mention, lasting),
        tuple(says(m) for m in (Modality.PLEDGE, Modality.DONE, Modality.DENIED, Modality.RESTATED)),
        (),
    )
    entry = document_entry(made.Submission("a.docx", document.sha256, None, document, facts))
    assert [(d["quote"], d["start"], d["end"], d["role"]) for d in entry["dates"]] == [
        ("Trước ngày 30/6/2031", None, "2031-06-30", "deadline")
    ]
    assert [c["modality"] for c in entry["commitments"]] == ["planned", "done", "not_done"]


def test_planned_exemplars_are_hopes_not_exemplars() -> None:
    first = CAMPAIGN.submissions[0]
    assert first.facts is not None
    hoped = tuple(replace(item, planned=True) for item in first.facts.exemplars)
    assert hoped
    assert document_entry(replace(first, facts=replace(first.facts, exemplars=hoped)))["exemplars"] == []
