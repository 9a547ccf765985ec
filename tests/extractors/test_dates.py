"""Phrases with the days that they mean, documents with the dates that they hold, and what no text may break."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.grammars.date_reading import Reading
from extractors.grammars.dates import read_dates
from tests.extractors.date_phrases import PHRASES


def value(reading: Reading) -> str:
    """Return the value in the notation of the phrase table."""
    if reading.kind == "invalid":
        return "impossible"
    if reading.recurrence is not None:
        marks = ",".join(f"{month}.{day}" for month, day in reading.recurrence.marks)
        return f"set:{reading.recurrence.unit}" + (f" {marks}" if marks else "")
    if reading.duration is not None:
        return f"dur:{reading.duration.amount} {reading.duration.unit}" + (
            " working" if reading.duration.working else ""
        )
    return ";".join(str(i.start) if i.start == i.end else f"{i.start}..{i.end}" for i in reading.intervals) or "?"


def said(text: str, day: str) -> tuple[str, ...]:
    found = read_dates(text, date.fromisoformat(day))
    return tuple(f"{text[r.start : r.end]} = {value(r)} / {r.role.value}" for r in found)


@pytest.mark.parametrize(("day", "text", "wanted"), PHRASES, ids=[row[1][:40] for row in PHRASES])
def test_phrases(day: str, text: str, wanted: tuple[str, ...]) -> None:
    assert said(text, day) == wanted
