"""Which column of a table of a plan says what: the task, who leads, by when, what is to be there, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_deadlines import own
from checks.plan_items import RowItem
from checks.plan_roles import is_product, role_of
from checks.plan_subjects import Subjects
from checks.plan_text import PlanText
from checks.plan_verbs import opening_verb
from extractors.facts import Quantity
from extractors.segment import Column
from extractors.vietnamese import fold

_MARKS = frozenset({"x", "v", "✓", "✔", "√", "●", "•", "+", "*", "ct", "chủ trì"})
_COUNTS = re.compile(r"số\s+(?:lượng\s+)?(?!tt|thứ tự|hiệu|ký|văn bản|điện thoại|tiền|nhà|lượng)(?P<what>[^\W\d].*)")
_UNIT_HEADS = frozenset({"đvt", "đơn vị tính"})
_LEVEL_HEAD = re.compile(r"(?<!\w)(?:mức|giao|kế hoạch|mục tiêu|phấn đấu|chỉ tiêu|năm \d{4})(?!\w)")
_LEVEL = re.compile(
    r"(?:(?P<least>≥|>=|ít nhất|tối thiểu|từ|trên|không dưới|đạt từ)|(?P<most>≤|<=|không quá|tối đa|dưới))?\s*"
    r"(?P<n>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)\s*%?(?P<up>\s*trở lên)?"
)
_FIGURE = re.compile(r"(?:(?P<least>≥|>=|ít nhất|tối thiểu)\s*)?(?P<n>\d{1,3}(?:\.\d{3})+|\d+)")


@dataclass(frozen=True, slots=True)
class Roles:
    """Which column of a table says what; None where no column does."""

    task: int | None = None
    lead: int | None = None
    time: int | None = None
    product: int | None = None
    count: int | None = None  # a column of bare numbers: "Số học viên"


def roles_of(plan: PlanText, subjects: Subjects, row: RowItem) -> Roles:
    """Return which column is which, by the headings, else by what the first row holds."""
    named = [None if _head(column) in _UNIT_HEADS else role_of(column.head) for column in row.columns]
    task = next((i for i, role in enumerate(named) if role == "task"), None)
    lead = next((i for i, role in enumerate(named) if role == "lead"), None)
    time = next((i for i, role in enumerate(named) if role == "time"), None)
    if any(column.head for column in row.columns):
        if task is None and lead is not None:
            task = _longest(row, {lead, time})
        product = next((i for i, c in enumerate(row.columns) if i != task and is_product(c.head)), None)
        count = next((i for i, c in enumerate(row.columns) if i != task and _COUNTS.fullmatch(_head(c))), None)
        return Roles(task, lead, time, product, count)
    leads = [i for i, c in enumerate(row.columns) if subjects.heading(c.start, c.end) is not None]
    times = [i for i, c in enumerate(row.columns) if own(plan, c.start, c.end, cell=True) and c.end - c.start < 60]
    lead = leads[0] if leads else None
    time = times[0] if times else None
    task = _longest(row, {lead, time}) if lead is not None else None
    if task is not None and opening_verb(plan, row.columns[task].start, row.columns[task].end) is None:
        task = None
    return Roles(task, lead, time)


def marked(plan: PlanText, actors: Actors, row: RowItem) -> Address:
    """Return the units whose columns bear a cross in this row ("Phòng A | Phòng B" with "x"), nobody elsewhere."""
    owners: list[str] = []
    columns = 0
    for column in row.columns:
        low = plan.low[column.start : column.end].strip(" .\n")
        head = _head(column)
        address = actors.resolve(head, 0, len(head)) if 0 < len(head) <= 90 else Address()
        if len(address.units) != 1 or (low and low not in _MARKS):
            continue
        columns += 1
        owners += address.units if low else ()
    phrase = "; ".join(fold(name) for name in owners)
    return actors.resolve(phrase, 0, len(phrase)) if owners and columns > 1 else Address()


def counted(plan: PlanText, column: Column) -> Quantity | None:
    """Return the number of a cell under "Số học viên", counted in what its heading says; None for any other cell."""
    what = _COUNTS.fullmatch(_head(column))
    number = _FIGURE.fullmatch(plan.low[column.start : column.end].strip())
    if what is None or number is None:
        return None
    value = float(number["n"].replace(".", ""))
    return Quantity(">=" if number["least"] else "=", value, what["what"], plan.document.span(column.start, column.end))


def target_of(plan: PlanText, row: RowItem) -> tuple[Column, Quantity] | None:
    """Return the target and its level of a row "Chỉ tiêu | Đơn vị tính | Mức giao", None for a row of another table."""
    unit = next((plan.low[c.start : c.end].strip() for c in row.columns if _head(c) in _UNIT_HEADS), None)
    aim = next((c for c in row.columns if _head(c).startswith("chỉ tiêu") and _level(plan, c) is None), None)
    if unit is None or aim is None or aim.start >= aim.end:
        return None
    for column in row.columns:
        level = _level(plan, column)
        if column is aim or level is None or not _LEVEL_HEAD.search(_head(column)):
            continue
        op = ">=" if level["least"] or level["up"] else "<=" if level["most"] else "="
        value = float(level["n"].replace(".", "").replace(",", "."))
        return aim, Quantity(op, value, unit, plan.document.span(column.start, column.end))
    return None


def _level(plan: PlanText, column: Column) -> re.Match[str] | None:
    return _LEVEL.fullmatch(plan.low[column.start : column.end].strip())


def _head(column: Column) -> str:
    return " ".join(fold(column.head.rsplit(" / ", 1)[-1]).split()).strip(" .:")


def _longest(row: RowItem, taken: set[int | None]) -> int | None:
    free = [i for i in range(len(row.columns)) if i not in taken]
    return max(free, key=lambda i: row.columns[i].end - row.columns[i].start, default=None)
