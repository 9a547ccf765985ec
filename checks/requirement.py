"""One checkable duty that the plan lays on someone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractors.facts import Quantity
from extractors.interval import Interval
from extractors.span import Span

GIVEN = "F7n"  # the frame of a number in a table: its quote is a name and figures, what is asked stands in `action`


class Kind(StrEnum):
    """What has to be seen for the duty to be met; decides its test."""

    SUBMIT = "submit"  # send a plan or a report
    CONTAIN = "contain"  # the unit's own plan must provide for it
    COUNT = "count"  # so many exemplars, models
    HOLD = "hold"  # an event, a meeting, an inspection
    REACH = "reach"  # a number or a share
    PUBLISH = "publish"  # make known through a channel
    ACT = "act"  # anything else that a claim can answer


class Weight(StrEnum):
    """MUST is an explicit task with deadline, quantity or actor; SHOULD a general content duty."""

    MUST = "must"
    SHOULD = "should"


class ShownBy(StrEnum):
    """Which document shows it; follows from kind and document kind."""

    PLAN_SENT = "submission_of_plan"
    REPORT_SENT = "submission_of_report"
    PLAN_CONTENT = "content_of_plan"
    REPORT_CONTENT = "content_of_report"
    EITHER = "either_content"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A duty, with the words of the plan that lay it down.

    `applies_to` is "each_unit", "office", "kind:<kind>" or a unit's name; `units` are the names that it comes to
    (the office itself for an office duty). `period` is the stretch that one instance of a recurring duty reports on.
    `deadline` holds only what the plan states; anything inferred is a sentence in `unclear`.
    """

    id: str
    span: Span
    section: str
    actor: str
    applies_to: str
    units: tuple[str, ...]
    action: str
    quantity: Quantity | None
    deadline: Interval | None
    recipient: str | None
    kind: Kind
    shown_by: ShownBy
    weight: Weight
    frame: str
    confidence: float = 1.0
    unclear: tuple[str, ...] = ()
    period: Interval | None = None
    topic: str = ""  # the words of the duty without verb, deadline, quantity and recipient: what evidence must be about
    heading: str = ""  # the plan's heading above it, for the report

    @property
    def quote(self) -> str:
        """Return the words of the plan."""
        return self.span.quote


@dataclass(frozen=True, slots=True)
class Plan:
    """All duties of a plan, in its own order, and what only a person can settle.

    `called` is the type by which it is cited: "Kế hoạch", "Chỉ thị", "Công văn".
    """

    sha256: str
    title: str
    number: str | None
    issued: Interval | None
    issuer: str | None
    requirements: tuple[Requirement, ...]
    unclear: tuple[str, ...] = ()
    called: str = "Kế hoạch"
