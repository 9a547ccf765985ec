"""Duties in tables: task, who leads, who only helps, by when (frame F7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_apart import Apart, exception
from checks.plan_clauses import cut
from checks.plan_columns import Roles, counted, marked, roles_of, target_of
from checks.plan_context import Context
from checks.plan_deadlines import Deadline, by_day, own
from checks.plan_duties import Duty, Place
from checks.plan_figures import Figures
from checks.plan_items import RowItem
from checks.plan_quantities import measure
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText, verbs
from checks.plan_verbs import opening_verb
from extractors.facts import Quantity
from extractors.segment import Column
from extractors.vietnamese import fold

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))\s*")
_ALWAYS = re.compile(r"(?:thường xuyên|liên tục|hằng ngày|hàng ngày)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVXivx]{1,5}|[A-Za-zđĐ])\)?[.)]?")
_FIGURE = re.compile(r"[\d.,%\s/-]+$")
_TERM = re.compile(r"(?<!\w)(?:hạn|hoàn thành)(?!\w)")
_WHOLE_YEAR = re.compile(r"(?:cả năm|trong năm|năm)(?: \d{4})?$")


class Tables:
    """Reads the rows of one plan in order; a row that only groups others passes its actor on."""

    def __init__(self, plan: PlanText, actors: Actors, subjects: Subjects, default: Address) -> None:
        self.plan, self.actors, self.subjects, self.default = plan, actors, subjects, default
        self._roles: dict[int, Roles] = {}
        self._above: dict[int, tuple[tuple[int, int] | None, Address]] = {}  # who acts in the row above, by table
        self.outside: list[tuple[int, int]] = []
        self.figures = Figures(plan, actors)

    def read(self, row: RowItem, context: Context | None) -> list[Duty]:
        """Return the duties of one row; a table that names no column for tasks or actors gives none."""
        if self._groups(row):
            return []
        roles = self._roles.get(row.table) or roles_of(self.plan, self.subjects, row)
        self._roles[row.table] = roles
        given = self.figures.read(row, self._column(row, roles.time))
        if given is not None:
            return given
        if roles.lead is None and (target := target_of(self.plan, row)) is not None:
            return self._target(row, roles, context, *target)
        if roles.task is None or roles.task >= len(row.columns):
            return []
        task = row.columns[roles.task]
        if task.start >= task.end or (roles.lead is not None and self._only_task(row, roles.task)):
            return []
        crossed = marked(self.plan, self.actors, row) if roles.lead is None else Address()
        actor, address = (None, crossed) if crossed else self._actor(row, roles, context)
        if not address:
            return []
        time = self._column(row, roles.time)
        apart = exception(self.plan, self.subjects, time.start, time.end) if time is not None else None
        main = replace(time, end=apart.start) if time is not None and apart is not None else time
        deadline = self._time(main)
        place = Place(self._path(row), row.section, row.headings)
        found: list[Duty] = []
        for start, end in self._tasks(task):
            found.extend(self._duties(start, end, address, actor, deadline, main, place))
        product = self._column(row, roles.product)
        if product is not None and product.start < product.end and len(found) == 1:
            found = [replace(found[0], product=(product.start, product.end))]
        count = self._column(row, roles.count)
        amount = counted(self.plan, count) if count is not None and len(found) == 1 else None
        if amount is not None and measure(self.plan, found[0].verb, found[0].stop) is None:
            found = [replace(found[0], amount=amount)]
        return found if apart is None or time is None else [*self._parted(found, apart, time)]

    def _target(self, row: RowItem, roles: Roles, context: Context | None, aim: Column, amount: Quantity) -> list[Duty]:
        """Return the duty of a row that sets a level for a target: of those named above, else of all."""
        actor, address = self._actor(row, roles, context)
        time = self._column(row, roles.time)
        place = Place(self._path(row), row.section, row.headings)
        found = self._duties(aim.start, aim.end, address or self.default, actor, self._time(time), time, place)
        return [replace(duty, amount=amount) for duty in found]

    def _parted(self, found: list[Duty], apart: Apart, time: Column) -> Iterator[Duty]:
        """Yield the duties of a row whose time sets one unit apart: "trước ngày 10/6; riêng X trước ngày 15/6"."""
        own_time = replace(time, start=apart.start)
        for duty in found:
            yield replace(duty, address=duty.address.without(apart.address))
            actor = (apart.actor_start, apart.actor_end)
            cell = (own_time.start, own_time.end)
            yield replace(duty, address=apart.address, actor=actor, deadline=self._time(own_time), time=cell)

    def _groups(self, row: RowItem) -> bool:
        """Return whether the row is a heading across the table: one text, perhaps with its number."""
        filled = [column for column in row.columns if column.start < column.end and not column.carried]
        spoken = [c for c in filled if not _NUMBER.fullmatch(self.plan.text[c.start : c.end].strip())]
        return len(spoken) <= 1 and len(row.columns) <= 2

    def _only_task(self, row: RowItem, task: int) -> bool:
        """Return whether a row of three or more columns holds a task and its number alone: it heads those below."""
        rest = [c for i, c in enumerate(row.columns) if i != task and c.start < c.end and not c.carried]
        texts = [self.plan.text[c.start : c.end].strip() for c in rest]
        return len(row.columns) > 2 and bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)

    def _column(self, row: RowItem, at: int | None) -> Column | None:
        return row.columns[at] if at is not None and at < len(row.columns) else None

    def _path(self, row: RowItem) -> tuple[str, ...]:
        number = self.plan.text[row.columns[0].start : row.columns[0].end].strip(" .)") if row.columns else ""
        return (*row.path, number) if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ]", number) else row.path

    def _actor(self, row: RowItem, roles: Roles, context: Context | None) -> tuple[tuple[int, int] | None, Address]:
        column = self._column(row, roles.lead)
        if column is not None and column.start < column.end:
            partner = self.plan.low.find("/", column.start, column.end) if "phối hợp" in fold(column.head) else -1
            column = replace(column, end=partner) if partner > column.start else column
            address = self.actors.resolve(self.plan.low, column.start, column.end)
            if not address:
                self.outside.append((column.start, column.end))
            self._above[row.table] = ((column.start, column.end), address)
            return (column.start, column.end), address
        if column is not None and roles.lead is not None:
            first = roles.task is not None and roles.lead < roles.task
            return self._above.get(row.table, (None, Address())) if first else (None, Address())
        if context is not None and context.address is not None:
            return context.actor, context.address
        return None, self.default

    def _time(self, column: Column | None) -> Deadline | None:
        if column is None:
            return None
        deadline = own(self.plan, column.start, column.end, cell=True)
        if deadline is None or not _TERM.search(fold(column.head)):
            return deadline
        return by_day(deadline)  # "Thời hạn: 30/6/2023" is a last day, whatever is said before it

    def _tasks(self, task: Column) -> list[tuple[int, int]]:
        """Return the tasks of a cell: its lines where they are a list, else the whole cell."""
        lines = [(m.start(), m.end()) for m in _LINE.finditer(self.plan.text, task.start, task.end)]
        listed = [_BULLET.match(self.plan.low, a, b) for a, b in lines]
        if len(lines) > 1 and sum(item is not None for item in listed) >= len(lines) - 1:
            return [
                (item.end() if item else a, b) for (a, b), item in zip(lines, listed, strict=True) if item or b - a > 40
            ]
        return [(task.start, task.end)]

    def _duties(
        self,
        start: int,
        end: int,
        address: Address,
        actor: tuple[int, int] | None,
        deadline: Deadline | None,
        time: Column | None,
        place: Place,
    ) -> list[Duty]:
        start, end = self.plan.trim(start, end)
        if start >= end:
            return []  # a cell with nothing but a dash
        verb = opening_verb(self.plan, start, end)
        cell = (time.start, time.end) if time is not None and time.start < time.end else None
        base = Duty(
            start,
            end,
            verb if verb is not None else start,
            end,
            address,
            place,
            "F7",
            actor,
            deadline,
            True,
            start,
            True,
            cell,
        )
        if _FIGURE.match(self.plan.low[start:end]):
            return []
        subject = self.subjects.sentence(start, end)
        if verb is None and subject is not None and subject.address:
            inner = opening_verb(self.plan, subject.predicate, end)
            if inner is not None:
                verb = inner
        if verb is None or verbs().match(self.plan.low, verb) is None:
            return [base]
        clauses = cut(self.plan, start, end, verb)
        if len(clauses) < 2 or not any(own(self.plan, clause.start, clause.end) for clause in clauses):
            return [self._with_own(base, start, end, verb)]
        return [self._with_own(base, clause.start, clause.end, clause.verb) for clause in clauses]

    def _with_own(self, base: Duty, start: int, end: int, verb: int) -> Duty:
        return replace(
            base, start=start, end=end, stop=end, verb=verb, deadline=base.deadline or own(self.plan, start, end)
        )
