"""A place in a document, made where the text is cut and never searched for again."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """`quote` is exactly `text[start:end]` of the document whose bytes hash to `document`.

    `start` and `end` count code points of `Document.text`; `page` counts from 1 and is None where the format has
    no pages; `path` names the place for a person ("bảng 2/dòng 3/ô 1").
    """

    document: str
    part: str
    page: int | None
    path: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"span {self.start}:{self.end} does not hold {len(self.quote)} characters")
        # A document has hundreds of spans that say the same of it: one string for all is a tenth of what facts take.
        for name in ("document", "part", "path"):
            object.__setattr__(self, name, sys.intern(str(getattr(self, name))))

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span of the same document."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def as_json(self) -> dict[str, Any]:
        """Return the plain form that `from_json` reads back."""
        return {
            "document": self.document,
            "part": self.part,
            "page": self.page,
            "path": self.path,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Span:
        """Return the span that `as_json` wrote."""
        return cls(**data)
