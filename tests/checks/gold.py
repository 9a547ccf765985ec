"""Turns the gold of a sample campaign into a plan and submissions, so that rules can be tried on facts without errors.

Only here are quotes searched for in texts: the gold names its places by their words.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import yaml

from checks.copied import mark_restated
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.submission import State, Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.errors import Truncated
from extractors.facts import (
    Citation,
    Commitment,
    DocumentKind,
    Exemplar,
    ExemplarKind,
    Facts,
    Letterhead,
    Modality,
    Quantity,
)
from extractors.interval import Interval
from extractors.readers.builder import plain
from extractors.segment import Section, Segment, SegmentKind, Zone
from extractors.span import Span

CAMPAIGNS = Path(__file__).parents[1] / "campaigns"
_CITED = re.compile(
    r"(?P<type>Kế hoạch|Công văn|Quyết định|Chỉ thị) số (?P<number>[\w/-]+) ngày (?P<day>\d{1,2})(?:[/.-]| tháng )"
    r"(?P<month>\d{1,2})(?:[/.-]| năm )(?P<year>\d{4})(?: của (?P<issuer>[^,;]*?))?"
    r"(?= về việc| và (?:Kế hoạch|Công văn|Quyết)|,|;|\.|$)"
    r"(?: về việc (?P<subject>[^,;.]*))?"
)
_NUMBERS = re.compile(r"(?P<a>\d[\d.]*)/(?P<b>\d[\d.]*)|(?P<share>\d+(?:,\d+)?)\s?%")


@dataclass(frozen=True)
class Case:
    """One sample campaign on gold facts."""

    folder: Path
    plan: Plan
    register: Register
    submissions: tuple[Submission, ...]
    as_of: date
    findings: list[dict[str, Any]]


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def kind_of(shown_by: str, quote: str, quantity: dict[str, Any] | None) -> Kind:
    low = quote.lower()
    if shown_by.startswith("submission"):
        return Kind.SUBMIT
    if shown_by == "content_of_plan":
        return Kind.CONTAIN
    if quantity and re.search(r"mô hình|điển hình|gương", quantity["unit"]):
        return Kind.COUNT
    if re.match(r"(tổ chức )?(tuyên truyền|mở chuyên mục|đăng|phổ biến)", low):
        return Kind.PUBLISH
    if quantity:
        return Kind.REACH
    return Kind.HOLD if re.search(r"kiểm tra|tổ chức|phát động|tổng kết", low) else Kind.ACT


def find(document: Document, quote: str, seen: dict[str, int] | None = None) -> Span:
    """Return the next place that holds `quote`, blanks made alike."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    match = re.compile(pattern).search(document.text, (seen or {}).get(quote, 0)) or re.search(pattern, document.text)
    assert match, quote
    if seen is not None:
        seen[quote] = match.end()
    return document.span(match.start(), match.end())


def load_plan(folder: Path, register: Register) -> tuple[Document, Plan]:
    source = docx.Document(str(folder / "plan.docx"))
    lines = [p.text for p in source.paragraphs if p.text.strip()]
    lines += ["\t".join(" ".join(c.text.split()) for c in row.cells) for t in source.tables for row in t.rows]
    text = "\n".join(lines)
    document = plain(text, sha(text))
    requirements = []
    for item in json.loads((folder / "gold/plan.json").read_text("utf-8")):
        span = find(document, item["quote"])
        to = item["applies_to"]
        if to == "each_unit":
            units = tuple(unit.name for unit in register.others())
        elif to == "office":
            units = (register.office,)
        else:
            units = tuple(u.name for u in register.of_kind(to.removeprefix("kind:"))) or (to,)
        quarter = re.search(r"-Q(\d)$", item["id"])
        end = Interval.from_json(item["deadline"])
        requirements.append(
            Requirement(
                id=item["id"],
                span=span,
                section=item["section"],
                actor=item["actor"],
                applies_to=to,
                units=units,
                action=item["action"],
                quantity=quantity(item["quantity"], span),
                deadline=end,
                recipient=item["recipient"],
                kind=kind_of(item["shown_by"], item["quote"], item["quantity"]),
                shown_by=ShownBy(item["shown_by"]),
                weight=Weight(item["weight"]),
                frame="",
                period=Interval.quarter(end.end.year, int(quarter[1])) if quarter and end and end.end else None,
            )
        )
    return document, Plan(document.sha256, lines[1], None, None, None, tuple(requirements))


def quantity(item: dict[str, Any] | None, span: Span) -> Quantity | None:
    return Quantity(item["op"], item["value"], item["unit"], span) if item else None


def quantities(item: dict[str, Any], span: Span) -> tuple[Quantity, ...]:
    """The gold's one quantity, then every "n/m" and "x%" of the quote, as an extractor would give them."""
    found = [q for q in [quantity(item["quantity"], span)] if q]
    for match in _NUMBERS.finditer(item["quote"]):
        if match["share"]:
            found.append(Quantity("=", float(match["share"].replace(",", ".")), "%", span))
        else:
            a, b = (float(match[key].replace(".", "")) for key in "ab")
            counted = b > 31 or not match["b"].startswith("0")  # "11-12/5" and "02/06" are days
            if a <= b and counted and re.match(r"\s*\w", item["quote"][match.end() :]):
                found.append(Quantity("=", a, "", span, ratio=(a, b)))
    return tuple(found)


def modality(item: dict[str, Any], kind: DocumentKind) -> Modality:
    low = item["quote"].lower()
    if item["modality"] == "done":
        return Modality.DONE
    if item["modality"] == "not_done":
        return Modality.IN_PROGRESS if "đang" in low else Modality.DENIED
    if "đang dự thảo" in low:
        return Modality.DRAFTING
    return Modality.PLANNED if kind is DocumentKind.PLAN else Modality.INTENTION


def segments(document: Document) -> tuple[Segment, ...]:
    found, zone = [], Zone.BODY
    for number, block in enumerate(document.blocks):
        start = block.start
        zone = Zone.APPENDIX if document.block_text(block).strip() == "PHỤ LỤC" else zone
        for part in re.split(r"(?<=[.;]) ", document.block_text(block)):
            found.append(Segment(start, start + len(part), SegmentKind.SENTENCE, zone, Section.UNKNOWN, number))
            start += len(part) + 1
    return tuple(found)


def letterhead(document: Document, item: dict[str, Any]) -> Letterhead:
    lines = document.text.split("\n")
    spans: dict[str, Span] = {}
    at = next(i for i, line in enumerate(lines) if line.isupper() and line in {"KẾ HOẠCH", "BÁO CÁO", "GIẤY MỜI"})
    spans["kind"], spans["subject"] = find(document, lines[at]), find(document, lines[at + 1])
    number = next(line for line in lines if line.startswith("Số:"))
    spans["number"] = find(document, number)
    citations = []
    for match in _CITED.finditer(document.text):
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        span = document.span(match.start(), match.end())
        citations.append(Citation(span, match["type"], match["number"], day, match["issuer"], match["subject"]))
    return Letterhead(
        kind=DocumentKind(item["kind"]),
        type_name=lines[at],
        issuer=item["unit"],
        parent=None,
        number=item["number"],
        number_blank=item["number"] is None,
        issued=date.fromisoformat(item["issued"]) if item["issued"] else None,
        issued_text=None,
        place=None,
        subject=lines[at + 1],
        signer=item["signer"],
        signer_title=item["signer_title"],
        addressees=(),
        recipients=(),
        citations=tuple(citations),
        spans=spans,
        sources={},
    )


def facts(document: Document, item: dict[str, Any], plan: Document) -> Facts:
    kind, seen = DocumentKind(item["kind"]), dict[str, int]()
    commitments = []
    for entry in item["commitments"]:
        span = find(document, entry["quote"], seen)
        commitments.append(
            Commitment(
                span=span,
                modality=modality(entry, kind),
                actor=entry["actor"],
                action=entry["action"],
                object="",
                quantities=quantities(entry, span),
                deadline=Interval.from_json(entry["deadline"]),
                recipient=None,
                section=Section.UNKNOWN,
            )
        )
    cut = segments(document)
    # The gold leaves copied sentences out; an extractor does not, so they are given back here, to be marked.
    body = document.text.find("như sau:")
    for segment in cut:
        span = document.span(segment.start, segment.end)
        taken = any(c.span.start < span.end and span.start < c.span.end for c in commitments)
        if segment.start > body and len(span.quote) > 60 and not taken:
            bare = Commitment(span, Modality.DONE, None, "", "", (), None, None, Section.RESULT)
            sample = Facts(letterhead(document, item), (), (), (bare,), ())
            if mark_restated(sample, document, plan).commitments[0].modality is Modality.RESTATED:
                commitments.append(bare)
    exemplars = []
    for entry in item["exemplars"]:
        span = find(document, entry["name"], seen)
        line = next(b for b in document.blocks if b.start <= span.start < b.end)
        exemplars.append(
            Exemplar(
                span=span,
                name=entry["name"],
                kind=ExemplarKind(entry["kind"]),
                honorific=None,
                position=None,
                affiliation=entry["affiliation"],
                deed=entry["deed"],
                award=None,
                planned=kind is DocumentKind.PLAN,
                context=document.span(line.start, line.end),
            )
        )
    ordered = tuple(sorted(commitments, key=lambda c: c.span.start))
    found = Facts(letterhead(document, item), cut, (), ordered, tuple(exemplars))
    return mark_restated(found, document, plan)


def load(name: str) -> Case:
    """Return the sample campaign `name` on its gold facts."""
    folder = CAMPAIGNS / name
    config = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
    units = tuple(Unit(u["name"], tuple(u["aliases"]), u["kind"]) for u in config["units"])
    register = Register(units, config["office"])
    plan_document, plan = load_plan(folder, register)
    received = json.loads((folder / "received.json").read_text("utf-8"))
    gold = json.loads((folder / "gold/documents.json").read_text("utf-8"))
    superseded = {item["supersedes"] for item in gold.values() if item.get("supersedes")}
    submissions = []
    for key, item in gold.items():
        arrived = datetime.fromisoformat(received[key])
        if not item["readable"]:
            broken = Submission(key, sha(key), arrived, error=Truncated(), unit=item["unit"], state=State.QUARANTINED)
            submissions.append(broken)
            continue
        text = (folder / "gold/source_text" / f"{key}.txt").read_text("utf-8").strip("\n")
        document = plain(text, sha(text))
        state = State.ACCEPTED
        if item.get("duplicate_of"):
            state = State.DUPLICATE
        elif key in superseded:
            state = State.SUPERSEDED
        elif item["unit"] is None:
            state = State.FOREIGN
        submissions.append(
            Submission(
                key,
                sha(text),
                arrived,
                document,
                facts(document, item, plan_document),
                unit=item["unit"],
                state=state,
                supersedes=item.get("supersedes"),
                duplicate_of=item.get("duplicate_of"),
            )
        )
    findings = json.loads((folder / "gold/findings.json").read_text("utf-8"))
    as_of = date.fromisoformat(str(config["as_of"]))
    return Case(folder, plan, register, tuple(submissions), as_of, findings)
