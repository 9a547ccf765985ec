"""Scores the grammars on gold phrases and prints one table: `python -m benchmarks.extract [-v]`.

Each scorer returns its figures by name; floors for them are held by `benchmarks/floors.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extractors.facts import (
    DateKind,
    DocumentKind,
    Duration,
    Exemplar,
    ExemplarKind,
    Letterhead,
    Modality,
    Recurrence,
)
from extractors.grammars.date_reading import Reading
from extractors.grammars.dates import read_dates
from extractors.grammars.exemplars import find_exemplars
from extractors.grammars.modality import modality
from extractors.grammars.names import find_names
from extractors.readers.builder import plain
from extractors.segment import Section, Segment, SegmentKind, Zone

GOLD = Path(__file__).parents[1] / "tests" / "nlp_gold"


@dataclass(frozen=True, slots=True)
class Figure:
    """`right` of `of`; notes name each miss."""

    name: str
    right: int
    of: int
    notes: tuple[str, ...] = ()


Scorer = Callable[[], Iterator[Figure]]


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of one gold file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def value_of(reading: Reading) -> str | list[list[str]]:
    """Return the value as the gold writes it: a list of intervals, "set:...", "dur:..." or "invalid"."""
    if reading.kind is DateKind.INVALID:
        return "invalid"
    if reading.recurrence is not None:
        return _set(reading.recurrence)
    if reading.duration is not None:
        return _duration(reading.duration)
    return [[str(item.start), str(item.end)] for item in reading.intervals]


def _set(recurrence: Recurrence) -> str:
    letter = {"week": "W", "month": "M", "quarter": "Q", "half": "H", "year": "Y"}[recurrence.unit]
    if not recurrence.marks:
        return f"set:{letter}"
    if recurrence.unit == "week":
        return f"set:W:{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[recurrence.marks[0][1] - 1]}"
    if recurrence.unit == "month":
        return f"set:M:{recurrence.marks[0][1]}"
    if recurrence.unit == "year":
        return "set:Y:" + ",".join(f"{month:02d}" + (f"-{day:02d}" if day else "") for month, day in recurrence.marks)
    return f"set:{letter}:" + ",".join(f"M{month}-{day}" for month, day in recurrence.marks)


def _duration(duration: Duration) -> str:
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H"}[duration.unit]
    return f"dur:P{duration.amount}{'B' if duration.working else ''}{letter}"


def dates(name: str) -> Scorer:
    """Return the scorer of one file of date gold: found, same characters, right value, look-alikes left alone, role."""

    def scorer() -> Iterator[Figure]:
        found = exact = right = roles = total = lookalikes = taken = spurious = 0
        notes: list[str] = []
        for row in rows(name):
            given = read_dates(row["text"], date.fromisoformat(row["ref"]))
            used: set[int] = set()
            for gold in row["ents"]:
                total += 1
                hits = [
                    i for i, r in enumerate(given) if r.start < gold["end"] and gold["start"] < r.end and i not in used
                ]
                if not hits:
                    notes.append(f"{row['id']} missed {gold['text']!r}")
                    continue
                hit = max(hits, key=lambda i: min(given[i].end, gold["end"]) - max(given[i].start, gold["start"]))
                used.add(hit)
                reading = given[hit]
                found += 1
                exact += (reading.start, reading.end) == (gold["start"], gold["end"])
                wanted = gold["intervals"] or gold["value"]
                same = value_of(reading) == wanted
                right += same
                roles += reading.role.value == gold["role"]
                if not same:
                    notes.append(f"{row['id']} {gold['text']!r}: {value_of(reading)}, should be {wanted}")
                if reading.role.value != gold["role"]:
                    notes.append(
                        f"{row['id']} {gold['text']!r} is {reading.role.value}, should be {gold['role']}:"
                        f" {row['text'][:90]}"
                    )
            for i, reading in enumerate(given):
                if i not in used:
                    spurious += 1
                    notes.append(f"{row['id']} not in the gold: {row['text'][reading.start : reading.end]!r}")
            lookalikes += len(row["distractors"])
            taken += sum(any(r.start < d["end"] and d["start"] < r.end for r in given) for d in row["distractors"])
        yield Figure(f"{name}: found", found, total, tuple(notes))
        yield Figure(f"{name}: no others", total, total + spurious)
        yield Figure(f"{name}: same characters", exact, total)
        yield Figure(f"{name}: normalised", right, total)
        yield Figure(f"{name}: role", roles, total)
        yield Figure(f"{name}: look-alikes left alone", lookalikes - taken, lookalikes)

    return scorer


def f1(name: str, pairs: Sequence[tuple[str, set[Any], set[Any]]]) -> Figure:
    """Return twice the hits of (what gold holds + what was given), so that the share is F1."""
    hits = sum(len(gold & given) for _, gold, given in pairs)
    notes = tuple(
        f"{text[:90]}: gold {gold - given or '-'}, given {given - gold or '-'}"
        for text, gold, given in pairs
        if gold != given
    )
    return Figure(name, 2 * hits, sum(len(gold) + len(given) for _, gold, given in pairs), notes)


def persons(name: str) -> Scorer:
    """Return the scorer of names of persons, exemplary or not, by their very characters."""

    def scorer() -> Iterator[Figure]:
        pairs = [(r["text"], _gold(r, "P"), {(n.start, n.end) for n in find_names(r["text"])}) for r in rows(name)]
        yield f1(f"{name}: persons F1", pairs)

    return scorer


def _gold(row: dict[str, Any], kind: str, *statuses: str) -> set[tuple[int, int]]:
    wanted = [e for e in row["ents"] if e["type"] == kind and (not statuses or e["status"] in statuses)]
    return {(e["start"], e["end"]) for e in wanted}


def presented(text: str) -> tuple[Exemplar, ...]:
    """Return the exemplars of one sentence that stands alone in a document of unknown kind."""
    alone = Segment(0, len(text), SegmentKind.SENTENCE, Zone.BODY, Section.UNKNOWN, 0)
    return find_exemplars(plain(text), (alone,), NO_LETTERHEAD)


def exemplars(name: str) -> Scorer:
    """Return the scorer of exemplary persons, collectives and models; planned models count as models."""

    def scorer() -> Iterator[Figure]:
        given = {row["id"]: presented(row["text"]) for row in rows(name)}
        for label, kind, letter in (
            ("exemplary persons", ExemplarKind.PERSON, "P"),
            ("collectives", ExemplarKind.COLLECTIVE, "C"),
            ("models", ExemplarKind.MODEL, "M"),
        ):
            pairs = [
                (
                    row["text"],
                    _gold(row, letter, "exemplar", "planned"),
                    {(e.span.start, e.span.end) for e in given[row["id"]] if e.kind is kind},
                )
                for row in rows(name)
            ]
            yield f1(f"{name}: {label} F1", pairs)

    return scorer


# The gold has eight labels; being drafted counts as intention there, work in progress as partly done.
LABELS = {
    Modality.OBLIGATION: "OBL",
    Modality.PLANNED: "OBL",
    Modality.TARGET: "TGT",
    Modality.PLEDGE: "PLEDGE",
    Modality.INTENTION: "INTENT",
    Modality.DRAFTING: "INTENT",
    Modality.DONE: "DONE",
    Modality.PARTLY: "PART",
    Modality.IN_PROGRESS: "PART",
    Modality.DENIED: "NOT",
    Modality.NONE: "NONE",
}
# Sentences of commitments_real_style that come from plans; the others come from reports.
FROM_PLANS = frozenset(f"HC{number:02d}" for number in (3, 4, *range(14, 22)))


def modalities(name: str, known: bool) -> Scorer:
    """Return the scorer of the eight labels; `known`: the kind of document that a sentence comes from is given."""

    def scorer() -> Iterator[Figure]:
        notes: list[str] = []
        items = rows(name)
        for row in items:
            kind = DocumentKind.PLAN if row["id"] in FROM_PLANS else DocumentKind.REPORT
            label = LABELS[modality(row["text"], kind if known else DocumentKind.OTHER)]
            if label != row["label"]:
                notes.append(f"{row['id']} {label}, should be {row['label']}: {row['text'][:90]}")
        yield Figure(f"{name}: label", len(items) - len(notes), len(items), tuple(notes))

    return scorer


NO_LETTERHEAD = Letterhead(
    DocumentKind.OTHER, "", None, None, None, False, None, None, None, None, None, None, (), (), (), {}, {}
)
SCORERS: tuple[Scorer, ...] = (
    dates("dates"),
    dates("dates_real_style"),
    persons("exemplars"),
    persons("exemplars_real_style"),
    exemplars("exemplars"),
    exemplars("exemplars_real_style"),
    modalities("commitments", known=False),
    modalities("commitments_real_style", known=True),
)


def main(arguments: list[str]) -> int:
    """Print name, right, of and share of every figure, with -v each miss; returns 0."""
    for scorer in SCORERS:
        for figure in scorer():
            share = figure.right / figure.of if figure.of else 1.0
            print(f"{figure.name:48} {figure.right:5d} {figure.of:5d} {share:7.3f}")
            if "-v" in arguments:
                print("\n".join(f"    {note}" for note in figure.notes))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
