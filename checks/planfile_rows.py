"""A requirement as a row of the workbook yeu-cau.xlsx: heads, words that people choose from, values of the cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from extractors.interval import Interval
from extractors.vietnamese import nfc, words

_Code = TypeVar("_Code")

KEEP, STRIKE = "Giữ", "Bỏ"
EACH, OFFICE = "Tất cả phòng, đơn vị", "Văn phòng tổng hợp"
KIND_PREFIX = "Nhóm: "

KINDS = {
    Kind.SUBMIT: "Gửi văn bản",
    Kind.CONTAIN: "Có trong kế hoạch của đơn vị",
    Kind.COUNT: "Điển hình, mô hình (có tên)",
    Kind.HOLD: "Tổ chức hoạt động",
    Kind.REACH: "Đạt chỉ tiêu",
    Kind.PUBLISH: "Tuyên truyền, công khai",
    Kind.ACT: "Việc khác",
}
SHOWN = {
    ShownBy.PLAN_SENT: "Kế hoạch gửi về",
    ShownBy.REPORT_SENT: "Báo cáo gửi về",
    ShownBy.PLAN_CONTENT: "Nội dung kế hoạch",
    ShownBy.REPORT_CONTENT: "Nội dung báo cáo",
    ShownBy.EITHER: "Kế hoạch hoặc báo cáo",
}
WEIGHTS = {Weight.MUST: "Bắt buộc", Weight.SHOULD: "Khuyến khích"}
OPS = {">=": "ít nhất", "=": "đúng", "<=": "nhiều nhất"}

# key, head, width; the order of the columns. Keys that a person may change are EDITABLE.
COLUMNS = (
    ("id", "Mã", 9),
    ("keep", "Giữ/Bỏ", 8),
    ("quote", "Trích nguyên văn kế hoạch", 60),
    ("section", "Mục", 9),
    ("actor", "Đơn vị nêu trong kế hoạch", 28),
    ("applies", "Áp dụng cho", 30),
    ("action", "Việc phải làm", 34),
    ("op", "So sánh", 10),
    ("value", "Số lượng", 9),
    ("unit", "Đơn vị tính", 18),
    ("start", "Từ ngày", 12),
    ("end", "Chậm nhất ngày", 12),
    ("recipient", "Nơi nhận", 24),
    ("kind", "Loại yêu cầu", 20),
    ("shown", "Thể hiện ở", 20),
    ("weight", "Mức độ", 13),
    ("unclear", "Điểm chưa rõ", 40),
    ("note", "Ý kiến của cán bộ", 28),
)
KEYS = tuple(key for key, _, _ in COLUMNS)
EDITABLE = frozenset(
    {"keep", "applies", "action", "op", "value", "unit", "start", "end", "recipient", "kind", "shown", "weight", "note"}
)
TITLES = {key: head for key, head, _ in COLUMNS}

Row = dict[str, str]


_ID = re.compile(r"[^\W\d_]*(\d+)(.*)", re.DOTALL)


def keys_of(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return for (id, quote) pairs what a correction is keyed by: the words of the quote, and what sets twins apart.

    The number of an id moves from one compile to the next, its ending does not ("R18-Q1", "R5a"). Equal sentences under
    two headings are told apart by their order.
    """
    found = [""] * len(rows)
    seen: dict[str, int] = {}
    for at in sorted(range(len(rows)), key=lambda at: (_number(rows[at][0]), at)):
        match = _ID.fullmatch(rows[at][0])
        base = " ".join(words(rows[at][1])) + ("#" + match[2] if match and match[2] else "")
        seen[base] = seen.get(base, 0) + 1
        found[at] = base if seen[base] == 1 else f"{base}#{seen[base]}"
    return found


def _number(identifier: str) -> int:
    match = _ID.fullmatch(identifier)
    return int(match[1]) if match else 1_000_000


def plan_keys(plan: Plan) -> list[str]:
    """Return the keys of a plan's requirements, in their order."""
    return keys_of([(item.id, item.quote) for item in plan.requirements])


def applies_text(applies: str) -> str:
    """Return how the workbook says whom a duty applies to."""
    if applies == "each_unit":
        return EACH
    if applies == "office":
        return OFFICE
    return KIND_PREFIX + applies.removeprefix("kind:") if applies.startswith("kind:") else applies


def applies_code(text: str) -> str:
    """Return the code of `applies_to` for what stands in the workbook; a unit's name stands for itself."""
    plain = " ".join(text.split())
    if plain.casefold() == EACH.casefold():
        return "each_unit"
    if plain.casefold() == OFFICE.casefold():
        return "office"
    return "kind:" + plain[len(KIND_PREFIX) :] if plain.startswith(KIND_PREFIX) else plain


def rows_of(plan: Plan) -> list[Row]:
    """Return one row for every requirement, all values as text; a series has a row for every period."""
    return [_row(item) for item in plan.requirements]


def _row(item: Requirement) -> Row:
    quantity, deadline = item.quantity, item.deadline
    return {
        "id": item.id,
        "keep": KEEP,
        "quote": " ".join(item.quote.split()),
        "section": item.section,
        "actor": item.actor,
        "applies": applies_text(item.applies_to),
        "action": item.action,
        "op": OPS[quantity.op] if quantity else "",
        "value": number_text(quantity.value) if quantity else "",
        "unit": quantity.unit if quantity else "",
        "start": day_text(deadline.start) if deadline else "",
        "end": day_text(deadline.end) if deadline else "",
        "recipient": item.recipient or "",
        "kind": KINDS[item.kind],
        "shown": SHOWN[item.shown_by],
        "weight": WEIGHTS[item.weight],
        "unclear": " ".join(item.unclear),
        "note": "",
    }


def number_text(value: float) -> str:
    """Return a number as offices write it: no needless decimals, a decimal comma."""
    return str(int(value)) if value == int(value) else f"{value:g}".replace(".", ",")


def read_number(text: str) -> float | None:
    """Return the value of "80", "2,5" or "1.200", None for anything else."""
    plain = text.strip().replace("%", "").strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def day_text(day: date | None) -> str:
    """Return "28/02/2023", "" for an open end."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}" if day else ""


def read_day(value: object) -> date | None:
    """Return the day of a cell (a date, or "28/2/2023"), None where it holds none or no real day."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = re.fullmatch(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*", str(value or ""))
    if match is None:
        return None
    try:
        return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def interval_of(start: str, end: str) -> Interval | None:
    """Return the deadline of two cells, None where both are empty or the days are in the wrong order."""
    first, last = read_day(start), read_day(end)
    if (first is None and last is None) or (first and last and first > last):
        return None
    return Interval(first, last)


def choice(table: Mapping[_Code, str], text: str) -> _Code | None:
    """Return the code whose words stand in a cell, None for words that are no choice."""
    plain = nfc(" ".join(text.split())).casefold()
    return next((code for code, said in table.items() if said.casefold() == plain), None)


def texts(values: Sequence[object]) -> list[str]:
    """Return the values of cells as NFC text; days as 28/02/2023, whole numbers without decimals."""
    return [_text(value) for value in values]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return day_text(value.date())
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return number_text(float(value))
    return nfc(str(value)).strip()
