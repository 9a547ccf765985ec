"""Where each sentence and number of an output comes from: marks N1, N2 … for sentences, S1, S2 … for counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from checks.finding import Evidence, Finding
from checks.submission import Submission
from extractors.span import Span
from templates.files import Files
from templates.phrases import clean, listing, name

SHOWN_OF_HASH = 12


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """A sentence of a unit's document: enough to find it again in the file."""

    mark: str
    unit: str
    file: str
    number: str
    place: str
    quote: str
    sha256: str
    decided: str
    span: Span


@dataclass(frozen=True, slots=True)
class CountSource:
    """A number of the report and who is counted in it, so that anyone can count again."""

    mark: str
    what: str
    number: int
    members: tuple[str, ...]

    @property
    def listed(self) -> str:
        """Return the members as one line."""
        return listing(self.members)


@dataclass(frozen=True, slots=True)
class Said:
    """A generated sentence with the marks that say where it comes from. `place` marks one that a clerk must fill."""

    text: str
    marks: tuple[str, ...] = ()
    place: bool = False


@dataclass
class Sources:
    """Collects the sources of one output in the order in which they are first used."""

    submissions: Sequence[Submission]
    quotes: list[QuoteSource] = field(default_factory=list)
    counts: list[CountSource] = field(default_factory=list)
    _known: dict[tuple[str, int, int], str] = field(default_factory=dict)

    @cached_property
    def files(self) -> Files:
        """Return the submissions, to be found by key and by unit."""
        return Files(self.submissions)

    def quote(self, evidence: Evidence, finding: Finding | None = None) -> str:
        """Return the mark of a sentence; the same sentence keeps its mark."""
        span = evidence.span
        where = (span.document, span.start, span.end)
        if where not in self._known:
            self._known[where] = f"N{len(self.quotes) + 1}"
            self.quotes.append(self._entry(self._known[where], evidence, finding))
        return self._known[where]

    def of_findings(self, findings: Iterable[Finding]) -> tuple[str, ...]:
        """Return the mark of the best evidence of each finding that has some."""
        return tuple(self.quote(f.evidence[0], f) for f in findings if f.evidence)

    def count(self, what: str, members: Iterable[str]) -> tuple[int, str]:
        """Return how many members there are and the mark under which they are listed."""
        listed = tuple(members)
        mark = f"S{len(self.counts) + 1}"
        self.counts.append(CountSource(mark, what, len(listed), listed))
        return len(listed), mark

    def _entry(self, mark: str, evidence: Evidence, finding: Finding | None) -> QuoteSource:
        sender = self.files.named(evidence.file)
        facts = sender.facts if sender else None
        decision = finding.decision if finding else None
        return QuoteSource(
            mark=mark,
            unit=name((sender.unit if sender else None) or (finding.unit if finding else "")),
            file=name(evidence.file),
            number=clean((facts.letterhead.number if facts else None) or ""),
            place=place(evidence.span),
            quote=clean(evidence.span.quote),
            sha256=evidence.span.document,
            decided=clean(decision.reviewer) if decision else "",
            span=evidence.span,
        )


def place(span: Span) -> str:
    """Return where a sentence stands, for a person: "trang 2, đoạn 5", "bảng 1/dòng 2/ô 3"."""
    page = f"trang {span.page}" if span.page else ""
    path = clean(span.path)
    return ", ".join(part for part in (page, "" if path.startswith("trang ") else path) if part) or path
