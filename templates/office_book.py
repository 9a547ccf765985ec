"""`van-phong.xlsx`: what the office says of itself, a row a fact, each with the days and the campaign it holds for."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from checks.planfile_rows import read_day
from extractors.errors import TonghopError
from extractors.vietnamese import fold, nfc
from templates.package import package
from templates.phrases import printable

OFFICE_BOOK = "van-phong.xlsx"
_MADE = date(2020, 3, 5)  # the same empty book whenever it is laid down
_MOST_ROWS = 2_000
_LIST_MARK = "-+•– \t"
_HEAD_ROW = 6
_WIDTHS = (34, 52, 13, 13, 20, 70)
_THIN = Side(style="thin", color="A6A6A6")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT, _BOLD = Font(name="Times New Roman", size=12), Font(name="Times New Roman", size=12, bold=True)
_HEAD, _OPEN = PatternFill("solid", start_color="D9E2F3"), PatternFill("solid", start_color="FFF9E5")
_WRAP = Alignment(wrap_text=True, vertical="top")


class BadOfficeBook(TonghopError):
    """The office's own facts cannot be read."""

    code, why_not = "THONG_TIN_VAN_PHONG_SAI", "bad_office_book"
    reason = "Không dùng được tệp thông tin văn phòng van-phong.xlsx: {detail}."
    remedy = "Đề nghị sửa chỗ đã nêu rồi lưu lại; bản dự thảo trước vẫn giữ nguyên."


@dataclass(frozen=True, slots=True)
class Told:
    """One row: a fact of the office, from which day to which, for which campaign ("" for all)."""

    field: str
    value: str
    since: date | None = None
    until: date | None = None
    campaign: str = ""

    def holds(self, day: date) -> bool:
        """Return whether the row is valid on `day`, both ends included."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class OfficeBook:
    """What the office says of itself: its rows, and abbreviations with the names they stand for."""

    rows: tuple[Told, ...] = ()
    short: tuple[tuple[str, str], ...] = ()

    def settings(self, day: date, names: Iterable[str]) -> dict[str, object]:
        """Return what holds on `day` for the campaign called by one of `names`, ready for `OfficeFacts.override`.

        A row for the campaign goes before one for all; among equals the one that began last, then the lower one.
        """
        wanted = {fold(nfc(name)).strip() for name in names}
        found: dict[str, Told] = {}
        for row in self.rows:
            own = fold(row.campaign).strip()
            if not row.holds(day) or (own and own not in wanted):
                continue
            if row.field not in found or _rank(row) >= _rank(found[row.field]):
                found[row.field] = row
        many = {entry["field"] for entry in _words()["fields"] if entry.get("many")}
        return {name: _lines(row.value) if name in many else row.value for name, row in found.items()}


def _rank(row: Told) -> tuple[bool, date]:
    return bool(row.campaign), row.since or date.min


def _lines(value: str) -> list[str]:
    lines = [line.strip().lstrip(_LIST_MARK).rstrip(" ;.") for line in value.split("\n")]
    return [line for line in lines if line]


@cache
def _words() -> dict[str, Any]:
    text = resources.files("templates").joinpath("van-phong.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def empty_office_book() -> bytes:
    """Return the workbook as it is laid into the data folder: every fact by name, nothing filled in."""
    words = _words()
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = words["sheet"]
    _put(sheet, 1, 1, words["title"], bold=True)
    for at, hint in enumerate(words["hints"], start=2):
        _put(sheet, at, 1, hint)
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(_WIDTHS))
        sheet.row_dimensions[at].height = 34
    _heads(sheet, _HEAD_ROW, words["heads"], _WIDTHS)
    for at, entry in enumerate(words["fields"], start=_HEAD_ROW + 1):
        texts = (entry["label"], "", "", "", "", entry["help"])
        for column, text in enumerate(texts, start=1):
            cell = _put(sheet, at, column, text)
            cell.border = _BORDER
            if 1 < column < len(texts):
                cell.fill = _OPEN
                cell.number_format = "@" if column in {2, 5} else "dd/mm/yyyy"
    sheet.freeze_panes = f"B{_HEAD_ROW + 1}"
    second = book.create_sheet(words["short_sheet"])
    _put(second, 1, 1, words["short_title"], bold=True)
    _heads(second, 3, words["short_heads"], (20, 70))
    for page in book.worksheets:
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
        page.page_setup.fitToHeight = 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    out = io.BytesIO()
    book.save(out)
    return package(out.getvalue(), _MADE)


def _heads(sheet: Worksheet, row: int, heads: Sequence[str], widths: Sequence[int]) -> None:
    for column, (text, width) in enumerate(zip(heads, widths, strict=True), start=1):
        cell = _put(sheet, row, column, text, bold=True)
        cell.fill, cell.border = _HEAD, _BORDER
        sheet.column_dimensions[cell.column_letter].width = width


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> Any:
    cell = sheet.cell(row, column)
    cell.value = text or None
    cell.font, cell.alignment = (_BOLD if bold else _FONT), _WRAP
    return cell


def read_office_book(data: bytes) -> OfficeBook:
    """Return what the workbook says; raises BadOfficeBook with the row that cannot be understood."""
    words = _words()
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError, AttributeError, IndexError) as error:
        raise BadOfficeBook(detail=words["faults"]["unopened"]) from error
    name = next((title for title in book.sheetnames if _same(title, words["sheet"])), None)
    if name is None:
        raise _fault("no_sheet", sheet=words["sheet"])
    short = next((title for title in book.sheetnames if _same(title, words["short_sheet"])), None)
    return OfficeBook(tuple(_told(book[name])), tuple(_short(book[short])) if short else ())


def _told(sheet: Worksheet) -> Iterable[Told]:
    words = _words()
    rows = list(sheet.iter_rows(max_row=_MOST_ROWS, max_col=20, values_only=True))
    head, columns = _columns(rows, words["heads"])
    known = {fold(entry["label"]): entry["field"] for entry in words["fields"]}
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        cells: dict[str, object] = {title: row[at] for title, at in columns.items()}
        label, value = _text(cells.get(words["heads"][0])), _text(cells.get(words["heads"][1]))
        if not value:
            continue
        field = known.get(" ".join(fold(label).split()))
        if field is None:
            raise _fault("unknown", row=number, label=printable(label)[:80])
        since, until = (_day(cells.get(title), number) for title in words["heads"][2:4])
        if since and until and until < since:
            raise _fault("order", row=number)
        yield Told(field, value, since, until, _text(cells.get(words["heads"][4])))


def _columns(rows: Sequence[Sequence[object]], heads: Sequence[str]) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:40]):
        found = {title: col for title in heads for col, cell in enumerate(row) if _same(_text(cell), title)}
        if set(heads[:2]) <= set(found):
            return at, found
    raise _fault("no_head", label=heads[0], value=heads[1])


def _short(sheet: Worksheet) -> Iterable[tuple[str, str]]:
    for row in sheet.iter_rows(min_row=2, max_row=_MOST_ROWS, max_col=2, values_only=True):
        short, full = (" ".join(_text(cell).split()) for cell in row)
        if short and full and not _same(short, _words()["short_heads"][0]):
            yield short, full


def _day(value: object, row: int) -> date | None:
    text = _text(value)
    if not text:
        return None
    day = read_day(value)
    if day is None:
        raise _fault("day", row=row, text=printable(text)[:40])
    return day


def _fault(code: str, **facts: object) -> BadOfficeBook:
    return BadOfficeBook(detail=str(_words()["faults"][code]).format(**facts))


def _same(a: str, b: str) -> bool:
    return " ".join(fold(nfc(a)).split()) == " ".join(fold(b).split())


def _text(value: object) -> str:
    return "" if value is None else nfc(str(value)).replace("\r\n", "\n").replace("\r", "\n").strip()
