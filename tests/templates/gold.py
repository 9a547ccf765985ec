"""The sample campaigns as nouns: gold requirements and findings over documents that the extractor has read."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from checks.finding import Cause, Evidence, Finding, Status
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.submission import State, Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.errors import by_code
from extractors.extract import extract
from extractors.facts import DocumentKind, Facts, Quantity
from extractors.interval import Interval
from extractors.readers.builder import plain
from extractors.span import Span
from extractors.vietnamese import fold

CAMPAIGNS = Path(__file__).parent.parent / "campaigns"
KINDS = (
    (("điển hình", "mô hình", "lớp", "tin, bài", "cơ quan"), Kind.COUNT),
    (("tổ chức", "kiểm tra"), Kind.HOLD),
    (("tuyên truyền",), Kind.PUBLISH),
)


class Case(NamedTuple):
    title: str
    as_of: date
    plan: Plan
    plan_facts: Facts
    submissions: tuple[Submission, ...]
    findings: tuple[Finding, ...]
    register: Register


@cache
def case(name: str) -> Case:
    folder = CAMPAIGNS / name
    campaign = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
    units = tuple(Unit(u["name"], tuple(u.get("aliases", ())), u.get("kind", "")) for u in campaign["units"])
    register = Register(units, campaign["office"])
    plan, facts = _plan(folder, register)
    submissions = _submissions(folder)
    return Case(
        campaign["title"], campaign["as_of"], plan, facts, submissions, _findings(folder, submissions), register
    )


def _load(folder: Path, name: str) -> Any:
    return json.loads((folder / "gold" / name).read_text("utf-8"))


def _plan(folder: Path, register: Register) -> tuple[Plan, Facts]:
    from docx import Document as Word

    word = Word(str(folder / "plan.docx"))
    table, rest = word.tables[0], word.tables[1:]
    lines = [line for row in table.rows for cell in row.cells for line in cell.text.split("\n")]
    lines += [paragraph.text for paragraph in word.paragraphs]
    lines += ["\t".join(cell.text.replace("\n", " ") for cell in row.cells) for t in rest[:-1] for row in t.rows]
    lines += [line for cell in rest[-1].rows[0].cells for line in cell.text.split("\n")]
    document = plain("\n".join(lines), _hash(folder.name))
    facts = extract(document)
    head = facts.letterhead
    issued = Interval.day(head.issued) if head.issued else None
    items = tuple(_requirement(item, document, facts, register) for item in _load(folder, "plan.json"))
    return Plan(document.sha256, head.subject or "", head.number, issued, head.issuer, items), facts


def _requirement(item: dict[str, Any], document: Document, facts: Facts, register: Register) -> Requirement:
    span = find(document, item["quote"])
    amount = item["quantity"]
    quantity = Quantity(amount["op"], amount["value"], amount["unit"], span) if amount else None
    shown = ShownBy(item["shown_by"])
    if shown in {ShownBy.PLAN_SENT, ShownBy.REPORT_SENT}:
        kind = Kind.SUBMIT
    elif amount and amount["unit"].startswith("%"):
        kind = Kind.REACH
    else:
        text = (amount["unit"] if amount else "") + item["action"]
        kind = next((kind for words, kind in KINDS if any(w in text for w in words)), Kind.ACT)
    return Requirement(
        id=item["id"],
        span=span,
        section=item["section"],
        actor=item["actor"],
        applies_to=item["applies_to"],
        units=tuple(item.get("applies_to_units") or _whom(item["applies_to"], register)),
        action=item["action"],
        quantity=quantity,
        deadline=Interval.from_json(item["deadline"]),
        recipient=item["recipient"],
        kind=kind,
        shown_by=shown,
        weight=Weight(item["weight"]),
        frame="gold",
        heading=_heading(facts, span),
        topic=item["action"],
    )


def _whom(applies_to: str, register: Register) -> list[str]:
    if applies_to == "each_unit":
        return [unit.name for unit in register.units]
    if applies_to == "office":
        return [register.office]
    if applies_to.startswith("kind:"):
        return [unit.name for unit in register.of_kind(applies_to[5:])]
    return [applies_to]


def _heading(facts: Facts, span: Span) -> str:
    for segment in facts.segments:
        if segment.start <= span.start < segment.end and segment.headings:
            return segment.headings[-1] if len(segment.headings[-1]) < 90 else segment.headings[0]
    return ""


def find(document: Document, quote: str) -> Span:
    """The span of a gold quote, blanks not counted."""
    pattern = r"\s+".join(re.escape(word) for word in fold(quote).split())
    match = re.search(pattern, fold(document.text))
    return document.span(match.start(), match.end()) if match else document.span(0, min(40, len(document.text)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _submissions(folder: Path) -> tuple[Submission, ...]:
    received = json.loads((folder / "received.json").read_text("utf-8"))
    gold = _load(folder, "documents.json")
    replaced = {entry["supersedes"] for entry in gold.values() if entry.get("supersedes")}
    return tuple(_submission(folder, key, entry, received.get(key), key in replaced) for key, entry in gold.items())


def _submission(folder: Path, key: str, entry: dict[str, Any], received: str | None, replaced: bool) -> Submission:
    from dataclasses import replace

    text = folder / "gold" / "source_text" / f"{key}.txt"
    arrived = datetime.fromisoformat(received) if received else None
    if not entry["readable"] or not text.exists():
        error = by_code()["TEP_HONG"](detail="không giải nén được")
        return Submission(key, _hash(key), arrived, error=error, unit=entry.get("unit"), state=State.QUARANTINED)
    document = plain(text.read_text("utf-8"), _hash(key))
    facts = extract(document)
    kind = DocumentKind(entry["kind"])
    head = replace(facts.letterhead, kind=kind, number=entry["number"], issued=_day(entry["issued"]))
    state = State.SUPERSEDED if replaced else State.FOREIGN if kind is DocumentKind.OTHER else State.ACCEPTED
    return Submission(key, document.sha256, arrived, document, replace(facts, letterhead=head), None, entry["unit"],
                      state=state, supersedes=entry.get("supersedes"))  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _findings(folder: Path, submissions: tuple[Submission, ...]) -> tuple[Finding, ...]:
    documents = {item.key: item.document for item in submissions}
    found = []
    for entry in _load(folder, "findings.json"):
        status = Status(entry["status"])
        evidence = tuple(
            Evidence(item["file"], find(document, item["quote"]))
            for item in entry["evidence"]
            if (document := documents.get(item["file"]))
        )
        why = entry["why"]
        cause = Cause.NONE
        if status is Status.MISSING:
            cause = Cause.DENIED if evidence and "chưa" in evidence[0].span.quote else Cause.ABSENT
        elif status is Status.PARTIAL:
            cause = Cause.UNNAMED if "tên" in why else Cause.SHORT
        found.append(Finding(entry["unit"], entry["requirement"], status, cause, why, evidence))
    return tuple(found)
