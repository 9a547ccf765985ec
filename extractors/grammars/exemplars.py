"""Persons, collectives and models that a document presents as exemplary, each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.facts import DocumentKind, Exemplar, ExemplarKind, Letterhead
from extractors.grammars.actors import find_units
from extractors.grammars.exemplars_deeds import deed_after
from extractors.grammars.exemplars_models import Model, find_models, find_slogans
from extractors.grammars.exemplars_passages import Passage, TableRow, passages
from extractors.grammars.exemplars_people import Candidate, find_people
from extractors.grammars.exemplars_tables import find_in_row
from extractors.grammars.tense import looks_ahead
from extractors.segment import Segment
from extractors.vietnamese import fold


def find_exemplars(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, roster: Sequence[str] = ()
) -> tuple[Exemplar, ...]:
    """Return the exemplars of `document`, each once, in the order of the text; `roster` names units that may be one.

    What a plan registers counts too, as `planned`; what a report denies ("chưa xây dựng được mô hình …") does not.
    """
    text = document.text
    slogans = {_key(name) for name in find_slogans(text)}
    found: dict[tuple[ExemplarKind, str], Candidate] = {}
    denied: set[str] = set()
    for candidate in _candidates(text, document, segments, letterhead, roster, denied):
        key = (candidate.kind, _key(text[candidate.start : candidate.end]))
        if not key[1] or (candidate.kind is ExemplarKind.MODEL and key[1] in denied | slogans):
            continue
        before = found.get(key)
        if before is None or (before.planned and not candidate.planned):
            found[key] = candidate
        else:
            found[key] = replace(before, deed=before.deed or candidate.deed, award=before.award or candidate.award)
    return tuple(_exemplar(document, item) for item in sorted(found.values(), key=lambda c: (c.start, c.end)))


def _key(name: str) -> str:
    """Return the form in which two mentions of one exemplar are equal."""
    return " ".join(fold(name).replace('"', " ").split()).strip(" .,;:")


def _candidates(
    text: str,
    document: Document,
    segments: Sequence[Segment],
    letterhead: Letterhead,
    roster: Sequence[str],
    denied: set[str],
) -> Iterator[Candidate]:
    own, plan = letterhead.issuer, letterhead.kind is DocumentKind.PLAN
    for passage in passages(document, segments):
        if isinstance(passage, TableRow):
            yield from find_in_row(text, passage.columns, passage.announced, own, plan)
            for column in passage.columns:
                for model in () if column.carried else find_models(text, column.start, column.end, strict=True):
                    cell = Passage(column.start, column.end, passage.segment, passage.announced)
                    yield from _named_model(text, cell, model, plan, own, denied)
            continue
        for candidate in find_people(text, passage.start, passage.end, passage.announced, roster, own):
            yield replace(candidate, planned=plan)
        ahead = plan or looks_ahead(passage.segment, letterhead)
        for model in find_models(text, passage.start, passage.end, _worthy(passage)):
            yield from _named_model(text, passage, model, ahead, own, denied)


def _named_model(
    text: str, passage: Passage, model: Model, plan: bool, own: str | None, denied: set[str]
) -> Iterator[Candidate]:
    if model.denied:
        denied.add(_key(text[model.start : model.end]))
    else:
        yield _model(text, passage, model, plan, own)


def _worthy(passage: Passage) -> bool:
    return any("mô hình" in line or "cách làm" in line for line in passage.announced)


def _model(text: str, passage: Passage, model: Model, plan: bool, own: str | None) -> Candidate:
    behind = text[model.end : passage.end]
    place = find_units(text, model.end, passage.end)
    at = place[0] if place else None
    near = at is not None and fold(text[model.end : at.start]).strip(' "”»’,') in {"tại", "của", "ở", "do", "thuộc"}
    colon = behind.find(":") if ":" in behind[:140] else -1
    deed = deed_after(text, model.end + colon + 1, passage.end) if colon >= 0 else None
    return Candidate(
        ExemplarKind.MODEL,
        model.start,
        model.end,
        (passage.start, passage.end),
        affiliation=text[at.start : at.end] if at is not None and near and not at.bare else own,
        deed=deed,
        planned=plan or model.planned,
    )


def _exemplar(document: Document, item: Candidate) -> Exemplar:
    return Exemplar(
        span=document.span(item.start, item.end),
        name=" ".join(document.text[item.start : item.end].split()),
        kind=item.kind,
        honorific=item.honorific,
        position=item.position,
        affiliation=item.affiliation,
        deed=document.text[item.deed[0] : item.deed[1]] if item.deed else None,
        award=item.award,
        planned=item.planned,
        context=document.span(*item.context),
        confidence=item.confidence,
    )
