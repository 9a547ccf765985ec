"""Reads yeu-cau.xlsx back: the cells that a person changed, rows struck out or added, and the answers on top."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.planfile import ANSWER, DUTIES, MACHINE, QUESTIONS, UNITS
from checks.planfile_rows import EDITABLE, KEYS, STRIKE, TITLES, Row, keys_of, read_day, texts

_MOST_ROWS = 5_000


class NotAPlanFile(ValueError):
    """The bytes are no workbook of requirements; the message is for staff."""


@dataclass(frozen=True)
class Corrections:
    """What a person says against the machine's reading.

    `changed` maps a duty's key to the new texts of its cells, `struck` are keys of rows that are no requirement,
    `added` are rows without a counterpart. `exempt` gives every unit that need not send its reason.
    """

    number: str | None = None
    issued: date | None = None
    reports: date | None = None
    changed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    struck: frozenset[str] = frozenset()
    added: tuple[Mapping[str, str], ...] = ()
    exempt: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        said = self.number or self.issued or self.reports
        return bool(said or self.changed or self.struck or self.added or self.exempt)


def read_planfile(data: bytes) -> Corrections:
    """Return the corrections that a workbook holds; raises NotAPlanFile with a Vietnamese sentence."""
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError, AttributeError) as error:
        raise NotAPlanFile("Không mở được tệp danh mục yêu cầu: đề nghị lưu lại ở dạng .xlsx rồi gửi lại.") from error
    if DUTIES not in book.sheetnames:
        raise NotAPlanFile(f"Tệp không có trang “{DUTIES}”: đây không phải danh mục yêu cầu đã xuất.")
    sheet = book[DUTIES]
    head = _head(sheet)
    if head is None:
        raise NotAPlanFile("Không thấy hàng tiêu đề của danh mục yêu cầu: đề nghị không xóa, không đổi tên các cột.")
    machine = _machine(book[MACHINE]) if MACHINE in book.sheetnames else {}
    changed: dict[str, dict[str, str]] = {}
    struck: set[str] = set()
    added: list[Row] = []
    rows = _rows(sheet, *head)
    for key, row in zip(keys_of([(row["id"], row["quote"]) for row in rows]), rows, strict=True):
        before = machine.get(key)
        if row["keep"].casefold() == STRIKE.casefold():
            struck.add(key)
        elif before is None and not row["id"]:
            added.append(row)
        elif different := _different(row, before):
            changed[key] = different
    return Corrections(
        number=_answer(sheet, "number") or None,
        issued=read_day(_answer(sheet, "issued")),
        reports=read_day(_answer(sheet, "reports")),
        changed=changed,
        struck=frozenset(struck),
        added=tuple(added),
        exempt=_exempt(book[UNITS]) if UNITS in book.sheetnames else {},
    )


def _different(row: Row, before: Row | None) -> dict[str, str]:
    """Return the cells that no longer hold what the machine wrote; all of them where that is not known."""
    keys = [key for key in KEYS if key in EDITABLE and key != "keep"]
    if before is None:
        return {key: row[key] for key in keys if row[key]}
    return {key: row[key] for key in keys if row[key] != before[key]}


def _head(sheet: Worksheet) -> tuple[int, dict[str, int]] | None:
    """Return the row of the headings and the column of every key; columns may have been moved."""
    wanted = {title.casefold(): key for key, title in TITLES.items()}
    for number, values in enumerate(sheet.iter_rows(min_row=1, max_row=40, values_only=True), start=1):
        found = {wanted[text.casefold()]: at for at, text in enumerate(texts(values)) if text.casefold() in wanted}
        if {"id", "quote", "keep"} <= found.keys():
            return number, found
    return None


def _rows(sheet: Worksheet, head: int, columns: Mapping[str, int]) -> list[Row]:
    rows: list[Row] = []
    for values in sheet.iter_rows(min_row=head + 1, max_row=_last(sheet, head), values_only=True):
        said = texts(values)
        row = {key: said[columns[key]] if key in columns and columns[key] < len(said) else "" for key in KEYS}
        if row["quote"] or row["action"]:
            rows.append(row)
    return rows


def _last(sheet: Worksheet, above: int = 0) -> int:
    """Return the last row to read: rows beyond the sheet's own would be made just by looking at them."""
    return max(above + 1, min(sheet.max_row, above + _MOST_ROWS))


def _machine(sheet: Worksheet) -> dict[str, Row]:
    rows: list[Row] = []
    for values in sheet.iter_rows(values_only=True, max_row=_last(sheet)):
        said = texts(values)
        rows.append({key: said[at] if at < len(said) else "" for at, key in enumerate(KEYS)})
    return dict(zip(keys_of([(row["id"], row["quote"]) for row in rows]), rows, strict=True))


def _answer(sheet: Worksheet, name: str) -> str:
    words, row = next((words, row) for key, words, row in QUESTIONS if key == name)
    for at in (row, *range(1, 20)):  # rows may have been put in above
        if " ".join(texts([sheet.cell(at, 1).value])[0].split()) == " ".join(words.split()):
            return texts([sheet.cell(at, ANSWER).value])[0]
    return ""


def _exempt(sheet: Worksheet) -> dict[str, str]:
    found: dict[str, str] = {}
    for values in sheet.iter_rows(min_row=2, max_row=_last(sheet), max_col=4, values_only=True):
        name, _, owes, reason = (*texts(values), "", "", "", "")[:4]
        if name and owes.casefold() == "miễn nộp":
            found[name] = reason or "Theo danh mục yêu cầu đã duyệt"
    return found
