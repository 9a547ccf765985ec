"""The answer to: has this unit met this requirement, and how do we know?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checks.decision import Decision
from extractors.span import Span


class Status(StrEnum):
    """The five answers (`design.md` 6 has the words that staff see)."""

    MET = "met"
    PARTIAL = "partial"
    LATE = "late"
    MISSING = "missing"
    NOT_DUE = "not_due"


class Cause(StrEnum):
    """Why, where the status alone would mislead."""

    NONE = ""
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    DENIED = "denied"
    PROMISED = "promised"
    RESTATED = "restated"
    UNKNOWN_SENDER = "unknown_sender"
    WAITS = "waits_for_person"  # a file came that this machine cannot read: nobody's debt until a person has looked
    SHORT = "short"  # quantity, share or date below what was asked
    UNNAMED = "unnamed"  # counted, but nobody and nothing named
    VAGUE = "vague"  # said in general words only


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a submission; `file` is the submission's key."""

    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer for one unit and one requirement. `reason` is a Vietnamese sentence; best evidence first.

    `steps` are the Vietnamese sentences that `--explain` prints, in the order of the reasoning.
    """

    unit: str
    requirement: str
    status: Status
    cause: Cause
    reason: str
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    steps: tuple[str, ...] = ()
    decision: Decision | None = None

    @property
    def id(self) -> str:
        """Return the name that `--explain` takes."""
        return f"{self.requirement}@{self.unit}"
