"""Persons, collectives and models that a document presents as exemplary, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.document import Document
from extractors.facts import DocumentKind, Exemplar, ExemplarKind, Letterhead
from extractors.grammars.actors import find_units
from extractors.grammars.exemplars_candidate import Candidate
from extractors.grammars.exemplars_deeds import deed_after
from extractors.grammars.exemplars_items import find_listed_models
from extractors.grammars.exemplars_models import Model, find_models, find_slogans
from extractors.grammars.exemplars_passages import Passage, TableRow, passages
from extractors.grammars.exemplars_people import find_people
from extractors.grammars.exemplars_tables import find_in_row
from extractors.grammars.exemplars_unquoted import find_made
from extractors.grammars.exemplars_verdict import praises
from extractors.grammars.tense import looks_ahead
from extractors.segment import Segment
from extractors.vietnamese import fold

_OPENS_YEAR = re.compile(r"[\W\d]{0,6}(?:[ivx]+[.)]\s*)?(?:(?:trong|sang|kế hoạch|dự kiến)\s+)*năm\s+(\d{4})\s*[:,]")


def find_exemplars(
    document: Document, segments: Sequence[Segment], letterhead: Letterhead, roster: Sequence[str] = ()
) -> tuple[Exemplar, ...]:
    """Return the exemplars of `document`, each once, in the order of the text; `roster` names units that may be one.

    What a plan registers counts too, as `planned`; what a report denies ("chưa xây dựng được mô hình …") does not.
    """
    reader = _Reader(document, letterhead, roster)
    found: dict[tuple[ExemplarKind, str], Candidate] = {}
    for candidate in reader.candidates(segments):
        key = _known(found, candidate.kind, _key(document.text[candidate.start : candidate.end]))
        before = found.get(key)
        if before is None or (before.planned and not candidate.planned):
            found[key] = candidate
        else:
            found[key] = replace(before, deed=before.deed or candidate.deed, award=before.award or candidate.award)
    wanted = (item for key, item in found.items() if key[1] and not reader.excludes(*key))
    return tuple(_exemplar(document, item) for item in sorted(wanted, key=lambda item: (item.start, item.end)))


def campaign_exemplar(item: Exemplar, kind: DocumentKind) -> bool:
    """Return whether `results.json` lists the exemplar of a document of `kind`: what plans register, what others have.

    What a report only intends ("sẽ xây dựng mô hình …") is left out.
    """
    return kind is DocumentKind.PLAN or not item.planned


def _key(name: str) -> str:
    """Return the form in which two mentions of one exemplar are equal."""
    return " ".join(fold(name).replace('"', " ").split()).strip(" .,;:")


def _known(found: Iterable[tuple[ExemplarKind, str]], kind: ExemplarKind, name: str) -> tuple[ExemplarKind, str]:
    """Return the key of an exemplar, that of the whole name where only the given name is said again: "anh Dơ"."""
    if kind is ExemplarKind.PERSON and " " not in name:
        return next((key for key in found if key[0] is kind and key[1].endswith(f" {name}")), (kind, name))
    return kind, name


class _Reader:
    """Holds what all passages of one document share, and the names that are no models of it."""

    def __init__(self, document: Document, letterhead: Letterhead, roster: Sequence[str]) -> None:
        self.document, self.text, self.letterhead, self.roster = document, document.text, letterhead, roster
        self.plan, self.own = letterhead.kind is DocumentKind.PLAN, letterhead.issuer
        # Papers that are neither plan nor report speak of models in general; only quotation marks name one there.
        self.quoted_only = letterhead.kind is DocumentKind.OTHER and letterhead.number is not None
        self.no_models = {_key(name) for name in find_slogans(document.text)}

    def excludes(self, kind: ExemplarKind, key: str) -> bool:
        """Return whether a name is that of a movement, or of a model that the document says was not made."""
        return kind is ExemplarKind.MODEL and key in self.no_models

    def candidates(self, segments: Sequence[Segment]) -> Iterator[Candidate]:
        """Yield every presentation of an exemplar in reading order."""
        subject = fold(self.letterhead.subject or "")
        for passage in passages(self.document, segments, subject if praises(subject) else ""):
            if isinstance(passage, TableRow):
                yield from self._row(passage)
                continue
            start, end = passage.start, passage.end
            worthy = any("mô hình" in line or "cách làm" in line for line in passage.announced)
            opens = fold(self.text[start : start + 12]).lstrip(" -+•*").startswith("mô hình")
            worthy = worthy or (opens and any(map(praises, passage.announced)))  # an item of a list of exemplars
            models = find_models(self.text, start, end, worthy, self.quoted_only)
            people = list(find_people(self.text, start, end, passage.announced, self.roster, self.own))
            taken = [(model.start, model.end) for model in models]
            people = [person for person in people if not any(a < person.start < b for a, b in taken)]
            yield from (replace(candidate, planned=self.plan or candidate.planned) for candidate in people)
            ahead = self.plan or looks_ahead(passage.segment, self.letterhead) or self._next_year(start)
            for model in models:
                yield from self._model(passage, model, ahead)
            for model in find_listed_models(self.text, start, end, passage.announced):
                yield from self._model(passage, model, ahead)

    def _next_year(self, start: int) -> bool:
        """Return whether the statement opens with a year behind that of the document: "Năm 2027: ra mắt mô hình …"."""
        year = _OPENS_YEAR.match(fold(self.text[start : start + 40]))
        issued = self.letterhead.issued
        return year is not None and issued is not None and int(year.group(1)) > issued.year

    def _row(self, row: TableRow) -> Iterator[Candidate]:
        yield from find_in_row(self.text, row.columns, row.announced, self.own, self.plan)
        for column in row.columns:
            if not column.carried:
                cell = Passage(column.start, column.end, row.segment, row.announced)
                for model in find_models(self.text, column.start, column.end, quoted_only=True):
                    yield from self._model(cell, model, self.plan)
                for a, b in find_made(self.text, column.start, column.end) if self.plan else ():
                    yield from self._model(cell, Model(a, b, planned=True, denied=False), self.plan)

    def _model(self, passage: Passage, model: Model, ahead: bool) -> Iterator[Candidate]:
        if model.denied:
            self.no_models.add(_key(self.text[model.start : model.end]))
            return
        if model.faulted:
            return
        behind = self.text[model.end : passage.end]
        unit = next(iter(find_units(self.text, model.end, passage.end)), None)
        near = unit is not None and not unit.bare and _places(self.text[model.end : unit.start])
        colon = behind.find(":", 0, 140)
        yield Candidate(
            ExemplarKind.MODEL,
            model.start,
            model.end,
            (passage.start, passage.end),
            affiliation=self.text[unit.start : unit.end] if unit is not None and near else self.own,
            deed=deed_after(self.text, model.end + colon + 1, passage.end) if colon >= 0 else None,
            planned=ahead or model.planned,
        )


def _places(between: str) -> bool:
    """Return whether the words between a model and a unit say that the model is the unit's."""
    return fold(between).strip(' "”»’,') in {"tại", "của", "ở", "do", "thuộc"}


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
