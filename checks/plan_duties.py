"""A duty as first read: whose words, which clause, what deadline; not yet a requirement."""

from __future__ import annotations

from dataclasses import dataclass, field

from checks.plan_address import Address
from checks.plan_deadlines import Deadline
from extractors.facts import Quantity
from extractors.segment import Section


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the outline something stands."""

    path: tuple[str, ...]
    section: Section
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """`text[start:end]` is the clause, `verb` where its verb begins, `stop` where its own words end (before a purpose
    or an exception); `explicit` says that the plan names the actor; `row` that a table gives it."""

    start: int
    end: int
    verb: int
    stop: int
    address: Address
    place: Place
    frame: str
    actor: tuple[int, int] | None = None
    deadline: Deadline | None = None
    explicit: bool = False
    sentence: int = 0  # where its sentence begins
    row: bool = False
    time: tuple[int, int] | None = None  # the cell or sentence that states the time
    product: tuple[int, int] | None = None  # the cell that says what is to be there in the end
    said: str = ""  # what is asked, where only the headings of a table say it
    amount: Quantity | None = None  # how much of it, where a cell holds nothing but the number
    unclear: tuple[str, ...] = field(default=())
