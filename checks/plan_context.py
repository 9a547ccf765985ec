"""What headings and lead-ins say for the items below them: who acts, and by when."""

from __future__ import annotations

from dataclasses import dataclass

from checks.plan_address import Address
from checks.plan_deadlines import Deadline
from checks.plan_items import Item


@dataclass(frozen=True, slots=True)
class Context:
    """One heading or lead-in in force. `address` is None where it names nobody."""

    path: tuple[str, ...]
    labelled: bool
    address: Address | None = None
    actor: tuple[int, int] | None = None
    deadline: Deadline | None = None
    frame: str = "F1"
    request: bool = False
    heading: bool = False  # a heading of its own, not a sentence that leads in


class Outline:
    """The contexts in force at the current item, outermost first."""

    def __init__(self) -> None:
        self._stack: list[Context] = []
        self._listing = False  # the last unlabelled item ended with a semicolon: its list goes on

    def enter(self, item: Item, listing: bool) -> None:
        """Leave the contexts that do not reach `item`; `listing` says that it ends with ";" or ":"."""
        while self._stack and not self._reaches(self._stack[-1], item):
            self._stack.pop()
        self._listing = listing and not item.labelled

    def _reaches(self, context: Context, item: Item) -> bool:
        inside = item.path[: len(context.path)] == context.path
        if item.labelled:
            return inside and len(item.path) > len(context.path)
        return inside and (context.labelled or (context.heading and not item.heading) or self._listing)

    def push(self, context: Context) -> None:
        """Put a heading or lead-in in force for the items below it."""
        self._stack.append(context)
        self._listing = self._listing or not (context.labelled or context.heading)

    def actor(self) -> Context | None:
        """Return the nearest context that names an actor."""
        return next((context for context in reversed(self._stack) if context.address is not None), None)

    def deadline(self) -> Deadline | None:
        """Return the nearest inherited deadline."""
        return next((context.deadline for context in reversed(self._stack) if context.deadline is not None), None)
