"""Number and day that a digital signature stamped on the page: signed PDFs hold them nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractors.document import Document, Part
from extractors.grammars.letterhead_dates import find_full_date
from extractors.grammars.letterhead_numbers import NUMBER, tidy
from extractors.span import Span

_FIGURES = re.compile(r"\s*(\d{1,5}[a-z]?)\s*$")


@dataclass(frozen=True, slots=True)
class Stamps:
    """`number` with or without symbol, `day` of the month, or a whole `date`; None where nothing was stamped."""

    number: str | None = None
    number_span: Span | None = None
    day: int | None = None
    date: date | None = None
    date_span: Span | None = None


def read_stamps(document: Document) -> Stamps:
    """Return what the signature layer of `document` adds to its letterhead.

    Two lone figures are number and day, the left one the number; one alone is the number. A whole number ("565/TB-X")
    or a date with a signing time is read as such.
    """
    alone: list[tuple[float, int, str, Span]] = []
    number: tuple[str, Span] | None = None
    full: tuple[date, Span] | None = None
    for order, block in enumerate(document.blocks):
        if block.part is not Part.SIGNATURE:
            continue
        text = document.text[block.start : block.end]
        match = _FIGURES.match(text)
        if match:
            start = block.start + match.start(1)
            left = block.box[0] if block.box else 0.0
            alone.append((left, order, match.group(1), document.span(start, block.start + match.end(1))))
            continue
        whole = NUMBER.search(text)
        if whole and number is None:
            span = document.span(block.start + whole.start(), block.start + whole.end())
            number = tidy(whole.group(0)), span
        found = find_full_date(document.text, block.start, block.end)
        if found is not None and found.day is not None and full is None:
            full = found.day, document.span(found.start, found.end)
    alone.sort(key=lambda item: item[:2])
    if number is None and alone:
        number = alone[0][2], alone[0][3]
        alone = alone[1:]
    day = next(((int(item[2]), item[3]) for item in alone if item[2].isdigit() and 1 <= int(item[2]) <= 31), None)
    return Stamps(
        number=number[0] if number else None,
        number_span=number[1] if number else None,
        day=day[0] if day else None,
        date=full[0] if full else None,
        date_span=day[1] if day else full[1] if full else None,
    )
