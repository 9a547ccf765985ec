"""Numbers laid down unit by unit: "Xã A | 450 | 120" under "Số hộ (hộ) | Số hố ủ (hố)", or with a unit to each column.

Such a table names no deed; the headings say what is counted. One of results or of the present state looks alike: the
headings around it must speak of targets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.plan_actors import Actors
from checks.plan_address import Address
from checks.plan_deadlines import own
from checks.plan_duties import Duty, Place
from checks.plan_items import RowItem
from checks.plan_roles import role_of
from checks.plan_text import PlanText
from checks.requirement import GIVEN
from extractors.facts import Quantity
from extractors.segment import Column
from extractors.vietnamese import fold

_FIGURE = re.compile(r"(?:≥|>=|≤|<=|từ|trên)?\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(%)?(?:\s+[^\W\d_][\w ]{0,14})?")
_ASKS = re.compile(
    r"(?<!\w)(?:chỉ tiêu|giao|phân bổ|kế hoạch|mục tiêu|phấn đấu|tối thiểu|ít nhất|định mức|đăng ký)(?!\w)"
)
_TELLS = re.compile(
    r"(?<!\w)(?:hiện trạng|thực trạng|hiện có|kết quả|đã thực hiện|ước thực hiện|thực hiện năm|dân số"
    r"|diện tích tự nhiên)"
)
_UNIT_HEADS = frozenset({"đvt", "đơn vị tính", "đơn vị"})
_ORDER = frozenset({"tt", "stt", "số tt", "số thứ tự"})
_BRACKET = re.compile(r"\(\s*(?:đvt:?|đơn vị tính:?|đơn vị:?)?\s*([^()\d]{1,24}|%)\s*\)\s*$")
_COUNT = re.compile(r"(?:số lượng|tổng số|số lượt|số)\s+")
_SHARE = re.compile(r"tỷ lệ\s+")
_BARE = re.compile(
    r"(?:(?:chỉ tiêu|kế hoạch|số lượng|được giao|giao|phân bổ|mục tiêu|năm|tối thiểu|ít nhất|\d{4})\W*)+"
)
_AT_LEAST = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất|không dưới|trở lên|≥|>=|từ)")
_AT_MOST = re.compile(r"(?<!\w)(?:tối đa|không quá|không vượt|≤|<=|giảm còn|dưới)")
_CAPTION_WORDS = re.compile(r"^(?:phụ lục|biểu|bảng)\s*(?:số\s*)?[\w.]{0,4}\W*")
_LONGEST_HEAD = 160


class Figures:
    """Reads the rows of tables that give each unit its numbers."""

    def __init__(self, plan: PlanText, actors: Actors) -> None:
        self.plan, self.actors = plan, actors

    def read(self, row: RowItem, time: Column | None) -> list[Duty] | None:
        """Return the duties of a row of such a table; None for a row of another table."""
        named = self._unit_column(row)
        found = list(self._down(row, *named) if named is not None else self._across(row))
        if not found:
            return None
        deadline = own(self.plan, time.start, time.end, cell=True) if time is not None else None
        return [replace(duty, deadline=deadline) for duty in found]

    def _unit_column(self, row: RowItem) -> tuple[Column, Address] | None:
        """Return the cell that is one unit's name and stands before only numbers, None where there is none."""
        for at, column in enumerate(row.columns):
            if self._number(column) is not None or column.start >= column.end:
                continue
            address = self._one(self.plan.low[column.start : column.end])
            if address is None:
                return None
            others = row.columns[at + 1 :]
            filled = [c for c in others if c.start < c.end and self.plan.text[c.start : c.end].strip(" -–")]
            numbers = [c for c in filled if self._number(c) is not None]
            return (column, address) if numbers and len(numbers) * 2 > len(filled) else None
        return None

    def _down(self, row: RowItem, unit: Column, address: Address) -> Iterator[Duty]:
        caption = self._caption(row)
        behind = row.columns[row.columns.index(unit) + 1 :]
        for column in behind:
            head = " ".join(column.head.split())[:_LONGEST_HEAD]
            if not self._number(column) or not self._asked(caption, head):
                continue  # a nought gives nothing to do
            what = head if not _BARE.fullmatch(fold(head)) and head else f"{caption}: {head}".strip(": ")
            yield self._duty(row, address, unit, column, what, "", f"{caption} {head}")

    def _across(self, row: RowItem) -> Iterator[Duty]:
        """Yield the duties of "Chỉ tiêu | ĐVT | Xã A | Xã B": a row a target, a column a unit."""
        owners = [(column, self._one(fold(column.head.rsplit(" / ", 1)[-1]))) for column in row.columns]
        marked = [(column, address) for column, address in owners if address is not None]
        if len(marked) < 2:
            return
        rest = [column for column, address in owners if address is None]
        task = next((c for c in rest if c.start < c.end and self._number(c) is None and not self._measures(c)), None)
        if task is None:
            return
        measure = next((self._said(c) for c in rest if self._measures(c)), "")
        caption = self._caption(row)
        for column, address in marked:
            if self._number(column) and self._asked(caption, f"chỉ tiêu {task.head}"):
                yield self._duty(row, address, task, column, self._said(task), measure, caption)

    def _measures(self, column: Column) -> bool:
        return fold(column.head).strip(" .") in _UNIT_HEADS

    def _said(self, column: Column) -> str:
        return " ".join(self.plan.text[column.start : column.end].split())

    def _caption(self, row: RowItem) -> str:
        """Return the heading nearest to the table, without "Phụ lục 1"."""
        for heading in reversed(row.headings):
            text = _CAPTION_WORDS.sub("", " ".join(fold(heading).split())).strip(" :.-")
            if text:
                return text
        return ""

    def _asked(self, caption: str, head: str) -> bool:
        low = fold(head)
        if _TELLS.search(low) or low.strip(" .") in _ORDER or role_of(head) in {"partner", "time"}:
            return False
        return bool(_ASKS.search(low) or (_ASKS.search(caption) and not _TELLS.search(caption)))

    def _one(self, low: str) -> Address | None:
        """Return the address of a text that is one unit's name and no more, else None."""
        text = low.strip(" \n\t.:;-*")
        if not text or len(text) > 90:
            return None
        mentions = self.plan.names.find(text, 0, len(text))
        if len(mentions) != 1 or len(text) - (mentions[0].end - mentions[0].start) > 6:
            return None
        address = self.actors.resolve(text, 0, len(text))
        return address if len(address.units) == 1 else None

    def _number(self, column: Column) -> float | None:
        match = _FIGURE.fullmatch(self.plan.low[column.start : column.end].strip())
        if match is None:
            return None
        return float(match[1].replace(".", "") + (f".{match[2]}" if match[2] else ""))

    def _duty(
        self, row: RowItem, address: Address, first: Column, cell: Column, what: str, measure: str, around: str
    ) -> Duty:
        start, end = min(first.start, cell.start), max(first.end, cell.end)
        place = Place(row.path, row.section, row.headings)
        value = self._number(cell) or 0.0
        low = fold(f"{around} {what} {self.plan.low[cell.start : cell.end]}")
        op = "<=" if _AT_MOST.search(low) else ">=" if _AT_LEAST.search(low) else "="
        said, unit = _unit_of(what, measure or ("%" if "%" in self.plan.text[cell.start : cell.end] else ""))
        amount = Quantity(op, value, unit, self.plan.document.span(cell.start, cell.end))
        actor = (first.start, first.end) if self._one(self.plan.low[first.start : first.end]) else None
        return Duty(
            start, end, start, end, address, place, GIVEN, actor, None, True, start, True, said=said, amount=amount
        )


def _unit_of(what: str, measure: str) -> tuple[str, str]:
    """Return what is counted in words, and its unit: "Số hộ phân loại rác (hộ)" → ("hộ phân loại rác", "hộ")."""
    said = " ".join(what.split())
    bracket = _BRACKET.search(fold(said))
    if bracket is not None:
        measure = measure or bracket.group(1).strip()
        said = said[: bracket.start()].strip()
    low = fold(said)
    counted = _COUNT.match(low)
    if counted is not None:
        said = said[counted.end() :]
    share = _SHARE.match(low)
    if measure.strip() == "%" or share is not None:
        return said, "% " + (said[share.end() :] if share is not None else said)
    return said, measure.strip().lower() or " ".join(said.split()[:3]).lower()
