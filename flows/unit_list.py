"""`don-vi.xlsx`: the register of units that the office keeps in Excel, one row a unit."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import ClassVar

from openpyxl import load_workbook

from checks.planfile_rows import read_day
from checks.units import Unit
from extractors.errors import TonghopError
from extractors.vietnamese import bare, nfc

FILE = "don-vi.xlsx"
_HEADS = {
    "name": ("ten don vi", "don vi", "phong, don vi", "ten"),
    "aliases": ("ten khac", "ten goi khac", "viet tat"),
    "kind": ("loai", "nhom", "loai don vi"),
    "numbered": ("co so rieng", "so rieng", "day so"),
    "contact": ("lien he", "dau moi"),
    "exempt": ("mien nop", "ly do mien nop", "mien nop (ly do)"),
    "since": ("tu ngay", "hoat dong tu ngay", "ngay thanh lap"),
    "until": ("den ngay", "hoat dong den ngay", "ngay ket thuc"),
    "merged_into": ("sap nhap vao", "nhap vao", "don vi ke thua"),
    "extended": ("gia han den", "gia han den ngay", "gia han"),
}
_MOST = 2000  # rows


class BadUnitList(TonghopError):
    """The workbook of units cannot be used."""

    code, why_not = "DANH_SACH_DON_VI_SAI", "bad_unit_list"
    reason: ClassVar[str] = "Không dùng được danh sách đơn vị don-vi.xlsx: {detail}."
    remedy: ClassVar[str] = "Đề nghị có hàng tiêu đề gồm các cột: Tên đơn vị, Tên khác, Loại, Có số riêng, Liên hệ."


def read_unit_list(data: bytes) -> tuple[Unit, ...]:
    """Return the units of the workbook in its order; other names are parted by ";". Raises BadUnitList."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [[_text(v) for v in row] for row in sheet.iter_rows(max_row=_MOST, max_col=20, values_only=True)]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError, AttributeError, IndexError) as error:
        raise BadUnitList(detail="không mở được tệp") from error
    at, columns = _header(rows)
    found = [_unit(row, columns) for row in rows[at + 1 :] if _cell(row, columns, "name")]
    if not found:
        raise BadUnitList(detail="không có đơn vị nào")
    return tuple(found)


def _header(rows: list[list[str]]) -> tuple[int, dict[str, int]]:
    for at, row in enumerate(rows[:20]):
        columns = {
            field: col for field, heads in _HEADS.items() for col, text in enumerate(row) if bare(text).strip() in heads
        }
        if "name" in columns:
            return at, columns
    raise BadUnitList(detail="không thấy cột “Tên đơn vị”")


def _unit(row: list[str], columns: dict[str, int]) -> Unit:
    numbered = bare(_cell(row, columns, "numbered"))
    return Unit(
        name=_cell(row, columns, "name"),
        aliases=tuple(part.strip() for part in re.split(r"[;\n]", _cell(row, columns, "aliases")) if part.strip()),
        kind=_cell(row, columns, "kind"),
        contact=_cell(row, columns, "contact"),
        numbered=None if not numbered else numbered in {"co", "x", "true", "1"},
        exempt=_exempt(_cell(row, columns, "exempt")),
        since=_day(row, columns, "since"),
        until=_day(row, columns, "until"),
        merged_into=_cell(row, columns, "merged_into"),
        extended=_day(row, columns, "extended"),
    )


def _exempt(text: str) -> str:
    """Return the reason of an exemption; a mere cross names none."""
    if bare(text).strip() in {"", "khong", "false", "0"}:
        return ""
    return "theo danh sách đơn vị" if bare(text).strip() in {"co", "x", "true", "1", "mien nop"} else text


def _day(row: list[str], columns: dict[str, int], field: str) -> date | None:
    """Return the day in a cell ("30/6/2025" or a date of Excel); raises BadUnitList for what is no day."""
    text = _cell(row, columns, field)
    if not text:
        return None
    day = read_day(text)
    if day is None:
        raise BadUnitList(detail=f"ô “{text[:40]}” không phải là ngày; đề nghị ghi dạng 30/6/2025")
    return day


def _cell(row: list[str], columns: dict[str, int], field: str) -> str:
    col = columns.get(field)
    return row[col].strip() if col is not None and col < len(row) else ""


def _text(value: object) -> str:
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    return "" if value is None else " ".join(nfc(str(value)).split(" "))
