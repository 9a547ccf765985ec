"""Duties told in parts: a task as heading or item, and below it "Đơn vị chủ trì: ...", "Thời gian hoàn thành: ..."."""

from __future__ import annotations

import re
from dataclasses import replace

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_deadlines import own
from checks.plan_duties import Duty, Place
from checks.plan_items import Item
from checks.plan_roles import is_product, role_of
from checks.plan_sentences import is_formula
from checks.plan_shares import measured
from checks.plan_text import PlanText
from checks.plan_verbs import opening_verb
from extractors.grammars.sentences import split_clauses, split_sentences

_KEY = re.compile(r"[^:;.]{2,40}:\s*")


class Attributes:
    """Gives the parts of a task to the duty that they belong to; `duties` is the list under construction."""

    def __init__(self, plan: PlanText, actors: Actors, duties: list[Duty]) -> None:
        self.plan, self.actors, self.duties = plan, actors, duties
        self.outside: list[tuple[int, int]] = []
        self._headings: dict[tuple[str, ...], Item] = {}

    def read(self, item: Item) -> bool:
        """Return whether the paragraph only tells actor, partners, time or product of the task above it."""
        parts = [part for a, b in self._pieces(item) if (part := self._part(a, b)) is not None]
        if not parts:
            if item.heading and item.labelled:
                self._headings[item.path] = item
            return False
        parent = item.path[:-1] if item.labelled else item.path
        owned = self._of(parent) or self._from_heading(parent, parts)
        if not owned:
            return any(role == "partner" for role, _, _ in parts)
        for role, start, end in parts:
            self.give(owned, role, start, end)
        return True

    def _pieces(self, item: Item) -> list[tuple[int, int]]:
        pieces: list[tuple[int, int]] = []
        for a, b in split_sentences(self.plan.text, item.start, item.end):
            pieces.extend(split_clauses(self.plan.text, a, b))
        first = self._part(*pieces[0]) if pieces else None
        return pieces if first is not None else []

    def _part(self, start: int, end: int) -> tuple[str, int, int] | None:
        """Return role, start and end of "Đơn vị chủ trì: X", None for anything else."""
        match = _KEY.match(self.plan.low, start, end)
        if match is None or match.end() >= end:
            return None
        role = role_of(self.plan.text[start : match.end()].rstrip(" :"), whole=True)
        key = self.plan.text[start : match.end()].rstrip(" :")
        if is_product(key):
            role = "product"
        return (role, match.end(), end) if role in {"lead", "partner", "time", "product", "other"} else None

    def _of(self, parent: tuple[str, ...]) -> list[int]:
        """Return the places of the duties that stand directly under `parent`, the last run of them."""
        found: list[int] = []
        for at in range(len(self.duties) - 1, -1, -1):
            if self.duties[at].place.path != parent or self.duties[at].row:
                break
            found.append(at)
        return found

    def _from_heading(self, parent: tuple[str, ...], parts: list[tuple[str, int, int]]) -> list[int]:
        """Make a duty of the heading above, where it opens with a verb and the parts name who or when."""
        item = self._headings.get(parent)
        if item is None or not any(role in {"lead", "time"} for role, _, _ in parts):
            return []
        start, end = self.plan.trim(item.start, item.end)
        verb = opening_verb(self.plan, start, end)
        if verb is None and measured(self.plan, start, end):
            verb = start  # "Bảng kiểm được áp dụng cho 100% ca mổ"
        if verb is None or is_formula(self.plan.low[start:end]):
            return []
        place = Place(item.path, item.section, item.headings)
        self.duties.append(
            Duty(start, end, verb, end, self.actors.everyone(), place, "F8", deadline=own(self.plan, start, end))
        )
        del self._headings[parent]
        return [len(self.duties) - 1]

    def give(self, owned: list[int], role: str, start: int, end: int) -> None:
        """Give one part to the duties at the places `owned`; an actor outside the register takes them away."""
        start, end = self.plan.trim(start, end, " \t\n,;:.-–")
        for at in owned:
            duty = self.duties[at]
            if role == "lead":
                address = self.actors.resolve(self.plan.low, start, end)
                if not address:
                    self.outside.append((start, end))
                self.duties[at] = replace(duty, address=address, actor=(start, end), explicit=True, frame="F1")
            elif role == "time":
                deadline = duty.deadline or own(self.plan, start, end, cell=True)
                self.duties[at] = replace(duty, deadline=deadline, time=(start, end))
            elif role == "product":
                self.duties[at] = replace(duty, product=(start, end))

    def settled(self) -> list[Duty]:
        """Return the duties that are left: those with somebody of the register to answer for them."""
        return [duty for duty in self.duties if duty.address != Address() and duty.address]
