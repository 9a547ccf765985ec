"""`results.json`: what was read, asked and found, for machines; the contract of the scoring script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from checks.finding import Finding
from checks.requirement import Plan, Requirement
from checks.submission import Submission
from extractors.document import Note
from extractors.facts import Commitment, DateMention, DocumentKind, Exemplar, Facts, Quantity
from extractors.grammars.commitments import worth_listing
from extractors.grammars.date_view import View, campaign_views
from extractors.grammars.exemplars import campaign_exemplar
from extractors.grammars.modality import campaign_modality
from extractors.interval import Interval
from extractors.span import Span
from templates.lots import Lots
from templates.pieces import Pieces

VERSION = 1
Json = dict[str, Any]


def results_json(
    campaign: str,
    as_of: date,
    plan: Plan,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    plan_file: str = "",
    pieces: Pieces | None = None,
) -> Lots:
    """Return the results of one campaign, UTF-8, the same bytes for the same input.

    `campaign` is its title; documents are sorted by key, requirements and findings keep their order. `plan_file` is
    the name of the plan's file; without it the first characters of its digest stand for it.
    """
    name = plan_file or f"plan-{plan.sha256[:12]}"
    head = {
        "version": VERSION,
        "campaign": campaign,
        "as_of": as_of.isoformat(),
        "requirements": [_requirement(item, name) for item in plan.requirements],
    }
    listed = {s.key: s for s in _by_key(submissions)}.values()

    def whole() -> Iterator[str]:
        return _whole(head, (_document(item, pieces) for item in listed), (_told(item, pieces) for item in findings))

    return Lots(whole)


def _by_key(submissions: Iterable[Submission]) -> list[Submission]:
    return sorted(submissions, key=lambda item: item.key)


def _whole(head: Json, documents: Iterable[str], findings: Iterable[str]) -> Iterator[str]:
    """Yield the file in pieces, laid out as `json.dumps(…, indent=1)` lays it out: of thousands of documents one is
    held at a time."""
    yield _json(head)[:-2]
    for key, opens, closes, rows in (("documents", "{", "}", documents), ("findings", "[", "]", findings)):
        yield f',\n "{key}": {opens}'
        some = False
        for row in rows:
            yield f"{',' if some else ''}\n  {row}"
            some = True
        yield f"\n {closes}" if some else closes
    yield "\n}\n"


def _json(value: object, depth: int = 0) -> str:
    """Return the value, its lines moved in by `depth`; no line break can stand inside a JSON string."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\n", "\n" + " " * depth) if depth else text


def _document(item: Submission, pieces: Pieces | None) -> str:
    def make() -> str:
        return f"{_json(item.key)}: {_json(document_entry(item), 2)}"

    return pieces.text("results.json", item.key, item, make) if pieces else make()


def _told(item: Finding, pieces: Pieces | None) -> str:
    def make() -> str:
        return _json(_finding(item), 2)

    return pieces.text("results.json", item.id, item, make) if pieces else make()


def document_entry(submission: Submission) -> Json:
    """Return what `results.json` says of one file: its frame, dates, commitments, exemplars and notes."""
    facts, error = submission.facts, submission.error
    head = facts.letterhead if facts else None
    return {
        "sha256": submission.sha256,
        "state": submission.state.value,
        "readable": error is None,
        "why_not": error.why_not if error else None,
        "kind": (head.kind if head else DocumentKind.OTHER).value,
        "unit": submission.unit,
        "number": head.number if head else None,
        "issued": head.issued.isoformat() if head and head.issued else None,
        "signer": head.signer if head else None,
        "signer_title": head.signer_title if head else None,
        "supersedes": submission.supersedes,
        "duplicate_of": submission.duplicate_of,
        **_said(facts, submission.key),
        "notes": _notes(submission),
    }


def _said(facts: Facts | None, key: str) -> Json:
    if facts is None:
        return {"dates": [], "commitments": [], "exemplars": []}
    return {
        "dates": [_date(mention, view, key) for mention in facts.dates for view in campaign_views(mention)],
        "commitments": [entry for item in facts.commitments if (entry := _commitment(item, key))],
        "exemplars": [
            _exemplar(item, key) for item in facts.exemplars if campaign_exemplar(item, facts.letterhead.kind)
        ],
    }


def _notes(submission: Submission) -> list[Json]:
    notes = [*(submission.document.notes if submission.document else ()), *submission.notes]
    if submission.error:
        notes.insert(0, Note(submission.error.code, f"{submission.error.message} {submission.error.remedy}"))
    return [{"code": note.code, "text": note.text} for note in dict.fromkeys(notes)]


def _source(span: Span, file: str) -> Json:
    return {
        "file": file,
        "sha256": span.document,
        "page": span.page,
        "path": span.path,
        "start": span.start,
        "end": span.end,
    }


def _interval(value: Interval | None) -> Json | None:
    return value.as_json() if value else None


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _quantity(value: Quantity | None) -> Json | None:
    return {"op": value.op, "value": _number(value.value), "unit": value.unit} if value else None


def _requirement(item: Requirement, file: str) -> Json:
    return {
        "id": item.id,
        "quote": item.quote,
        "section": item.section,
        "actor": item.actor,
        "applies_to": item.applies_to,
        "applies_to_units": [] if item.applies_to == "office" else list(item.units),
        "action": item.action,
        "quantity": _quantity(item.quantity),
        "deadline": _interval(item.deadline),
        "recipient": item.recipient,
        "shown_by": item.shown_by.value,
        "weight": item.weight.value,
        "source": _source(item.span, file),
    }


def _date(mention: DateMention, view: View, file: str) -> Json:
    span, start, end = view
    return {
        "quote": span.quote,
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "role": mention.role.value,
        "source": _source(span, file),
    }


def _commitment(item: Commitment, file: str) -> Json | None:
    modality = campaign_modality(item.modality)
    if modality is None or not worth_listing(item):
        return None
    return {
        "quote": item.span.quote,
        "actor": item.actor,
        "action": item.action,
        "modality": modality,
        "quantity": _quantity(item.quantities[0] if item.quantities else None),
        "deadline": _interval(item.deadline),
        "source": _source(item.span, file),
    }


def _exemplar(item: Exemplar, file: str) -> Json:
    return {
        "name": item.name,
        "kind": item.kind.value,
        "affiliation": item.affiliation,
        "deed": item.deed,
        "source": _source(item.span, file),
    }


def _finding(item: Finding) -> Json:
    return {
        "unit": item.unit,
        "requirement": item.requirement,
        "status": item.status.value,
        "cause": item.cause.value or None,
        "evidence": [{"file": e.file, "quote": e.span.quote, "source": _source(e.span, e.file)} for e in item.evidence],
        "why": item.reason,
        "confidence": round(item.confidence, 3),
    }
