"""What was judged of each unit before, kept while everything that it rests on stays the same.

A late file changes one unit: its findings, its remarks, and what it testifies of others. Nothing else is judged again.
Each outcome is kept beside the very things that it was made from, compared one by one and never by a guess of what may
have changed, so that what is told is what judging everything anew would tell.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

from checks.decision import Decision
from checks.document_checks import Flag
from checks.finding import Finding
from checks.likeness import Alike
from checks.submission import Submission
from checks.witness import Witness
from extractors.document import Document
from extractors.facts import Facts

T = TypeVar("T")
_SERIAL = count(1)


@dataclass(frozen=True, slots=True)
class Known:
    """A file with its sender, and what it was recognised from; `serial` names this recognition."""

    document: Document | None
    facts: Facts | None
    made: Submission
    serial: int = field(default_factory=lambda: next(_SERIAL))


class Outcomes(Generic[T]):
    """One outcome a unit, beside what it rests on; `made` names the units whose outcome was made anew last."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Hashable, T]] = {}
        self.made: list[str] = []

    def of(self, unit: str, rests_on: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept for the unit, made anew where what it rests on is no longer the same."""
        known = self._held.get(unit)
        if known is not None and known[0] == rests_on:
            return known[1]
        outcome = make()
        self._held[unit] = (rests_on, outcome)
        self.made.append(unit)
        return outcome

    def kept(self, unit: str) -> T:
        """Return the outcome for a unit as it is kept; raises KeyError where none is."""
        return self._held[unit][1]

    def begin(self, units: Collection[str]) -> None:
        """Begin a judging of these units: outcomes of others are let go of."""
        self.made.clear()
        for unit in [unit for unit in self._held if unit not in units]:
            del self._held[unit]

    def clear(self) -> None:
        """Let go of everything."""
        self._held.clear()


@dataclass(slots=True)
class Kept:
    """What one campaign's judging may use again; one judging at a time (`lock`).

    `frame` is what everything rests on; when it changes, all is forgotten. `files` is by key and SHA-256.
    """

    frame: tuple[Any, ...] = ()
    framed: Any = None  # what is made of the frame alone: plan, register, tools
    alike: Alike = field(default_factory=Alike)
    files: dict[tuple[str, str], Known] = field(default_factory=dict)
    witnesses: Outcomes[Witness] = field(default_factory=Outcomes)
    findings: Outcomes[tuple[Finding, ...]] = field(default_factory=Outcomes)
    told: Outcomes[tuple[Finding, ...]] = field(default_factory=Outcomes)  # the findings, ruled by people
    flags: Outcomes[tuple[Flag, ...]] = field(default_factory=Outcomes)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def outcomes(self) -> Iterable[Outcomes[Any]]:
        """Return all that is kept by unit."""
        return self.witnesses, self.findings, self.told, self.flags

    def within(self, frame: tuple[Any, ...], make: Callable[[], T]) -> T:
        """Return what `make` makes of the frame, made anew, and all else forgotten, where the frame is another one."""
        if self.framed is None or frame != self.frame:
            self.framed, self.frame, self.alike = make(), frame, Alike()
            self.files.clear()
            for held in self.outcomes():
                held.clear()
        found: T = self.framed
        return found

    def recognised(self, item: Submission, make: Callable[[Submission], Submission]) -> Submission:
        """Return the file with its sender; told anew only for another reading of it, or under another arrival."""
        key = (item.key, item.sha256)
        known = self.files.get(key)
        same = known is not None and known.document is item.document and known.facts is item.facts
        if known is None or not same or not _arrived_alike(known.made, item):
            known = self.files[key] = Known(item.document, item.facts, make(item))
        return known.made

    def forget_files(self, present: Iterable[Submission]) -> None:
        """Let go of the files that are no longer there."""
        here = {(item.key, item.sha256) for item in present}
        for key in [key for key in self.files if key not in here]:
            del self.files[key]

    def mark(self, item: Submission) -> Hashable:
        """Return what tells a settled file from any other state of it: all that judging may look at."""
        known = self.files[item.key, item.sha256]
        mended = item.facts is not known.made.facts
        return (
            known.serial,
            item.received,
            item.unit,
            item.unit_clues,
            item.state,
            item.supersedes,
            item.duplicate_of,
            item.attached_to,
            item.notes,
            repr((item.facts.letterhead, item.facts.exemplars)) if mended and item.facts else "",
        )


def decided_on(decisions: Sequence[Decision], findings: Iterable[Finding]) -> tuple[Decision, ...]:
    """Return the decisions on these findings."""
    ids = {finding.id for finding in findings}
    return tuple(decision for decision in decisions if decision.subject in ids)


def _arrived_alike(one: Submission, other: Submission) -> bool:
    first, second = one.error, other.error
    told = (first.code, first.message) if first else None, (second.code, second.message) if second else None
    return one.received == other.received and told[0] == told[1]
