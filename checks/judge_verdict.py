"""What a kind's test answers, before it becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from checks.finding import Cause, Evidence, Finding, Status

# Where a step tells how many files are of unknown senders. The number is put in last: such a file changes it for every
# unit whose paper is not found, and nothing else about them.
STRANGERS = "Còn {strangers} tệp chưa rõ đơn vị gửi, có thể là văn bản cần tìm."


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


def with_strangers(findings: Sequence[Finding], count: int) -> tuple[Finding, ...]:
    """Return the findings with `count` files of unknown senders told where it matters; not a word of none."""
    told = (STRANGERS.format(strangers=f"{count:02d}"),) if count else ()
    return tuple(
        replace(item, steps=tuple(chain.from_iterable(told if step == STRANGERS else (step,) for step in item.steps)))
        if STRANGERS in item.steps
        else item
        for item in findings
    )
