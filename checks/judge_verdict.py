"""What a kind's test answers, before it becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checks.finding import Cause, Evidence, Status


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its cause, the sentence that staff read, its evidence (best first) and the steps that led there."""

    status: Status
    cause: Cause
    reason: str
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    steps: tuple[str, ...] = ()

    def after(self, *steps: str) -> Verdict:
        """Return the same verdict with `steps` before its own."""
        return replace(self, steps=(*steps, *self.steps))
