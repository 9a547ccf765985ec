"""An exemplar before it is written down, and what its rows and lines look like where they are typed as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.facts import ExemplarKind

REACH = 400  # characters to either side within which words may govern a name
# "Lò Văn Ban; chức vụ: …; thành tích: …": a row of a list of exemplars written as a line.
MERIT = re.compile(r"[;,]\s*(?:tóm tắt )?(?:thành tích|hình thức khen thưởng|danh hiệu|khen thưởng)[^:;|]{0,40}:")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exemplar before it is written down: offsets of name, deed and context in the document's text."""

    kind: ExemplarKind
    start: int
    end: int
    context: tuple[int, int]
    honorific: str | None = None
    position: str | None = None
    affiliation: str | None = None
    deed: tuple[int, int] | None = None
    award: str | None = None
    planned: bool = False
    confidence: float = 0.9


def is_typed_row(low: str) -> bool:
    """Return whether the sentence is a row of a table typed with bars: short cells, no running text."""
    return low.count("|") > 1 and len(low) < 260
