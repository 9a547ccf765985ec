"""The workbook yeu-cau.xlsx: what the machine read out of the plan, for a person to confirm once.

A row a duty with the plan's own words; three questions on top that a plan leaves open (number and day, the day for the
units' reports, who must send); drop-downs; a hidden copy of what the machine wrote, so that reading it back tells which
cells a person changed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from checks.planfile_rows import (
    COLUMNS,
    EACH,
    EDITABLE,
    KEEP,
    KIND_PREFIX,
    KINDS,
    OFFICE,
    OPS,
    SHOWN,
    STRIKE,
    WEIGHTS,
    Row,
    day_text,
    rows_of,
)
from checks.requirement import Plan, ShownBy
from checks.units import Register
from extractors.vietnamese import nfc

DUTIES, UNITS, CHOICES, MACHINE = "Yêu cầu", "Phòng, đơn vị", "Lựa chọn", "Máy đọc"
HEAD_ROW = 9  # rows above the table: title, hints, questions
QUESTIONS = (
    ("number", "1. Số, ký hiệu của kế hoạch (để trống nếu chưa có)", 4),
    ("issued", "    Ngày ban hành kế hoạch (ngày/tháng/năm)", 5),
    ("reports", "2. Thời hạn nội bộ để đơn vị nộp báo cáo (ngày/tháng/năm)", 6),
    ("senders", "3. Phòng, đơn vị phải nộp: xem và sửa ở trang “Phòng, đơn vị”", 7),
)
ANSWER = 6  # column F
_LONGEST = 32_000  # a cell holds 32,767 characters
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_THIN = Side(style="thin", color="A6A6A6")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT, _BOLD = Font(name="Times New Roman", size=11), Font(name="Times New Roman", size=11, bold=True)
_HEAD, _OPEN = PatternFill("solid", start_color="D9E2F3"), PatternFill("solid", start_color="FFF9E5")
_WRAP = Alignment(wrap_text=True, vertical="top")
_FREE, _FIXED = Protection(locked=False), Protection(locked=True)


def write_planfile(plan: Plan, register: Register) -> bytes:
    """Return the workbook as .xlsx bytes: the same content for the same input, but for the zip's times of writing."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = DUTIES
    rows = rows_of(plan)
    _top(sheet, plan)
    _table(sheet, rows)
    _units(book, register)
    _choices(book, plan, register)
    _drop_downs(sheet, len(rows))
    _machine(book, rows)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(sheet: Worksheet, row: int, column: int, value: str, *, bold: bool = False) -> Cell:
    """Write text, always as text: "=1+1" out of a document stays four characters and never becomes a formula."""
    cell = sheet.cell(row, column)
    text = _CONTROL.sub("", nfc(value))[:_LONGEST]
    if text:
        cell.value = text
        cell.data_type = "s"
        if text[0] in "=+-@\t\r":
            cell.quotePrefix = True
    cell.font = _BOLD if bold else _FONT
    cell.alignment = _WRAP
    assert isinstance(cell, Cell)
    return cell


def _top(sheet: Worksheet, plan: Plan) -> None:
    title = put(sheet, 1, 1, "DANH MỤC YÊU CẦU ĐỌC TỪ KẾ HOẠCH", bold=True)
    title.font = Font(name="Times New Roman", size=14, bold=True)
    title.alignment = Alignment(wrap_text=False)
    put(sheet, 2, 1, f"Kế hoạch: {plan.title}" if plan.title else "Kế hoạch").alignment = Alignment(wrap_text=False)
    hint = "Đề nghị rà soát một lần: sửa ô nền vàng, chọn “Bỏ” nếu không phải yêu cầu, thêm dòng mới ở cuối bảng."
    put(sheet, 3, 1, hint).alignment = Alignment(wrap_text=False)
    known = {"number": plan.number or "", "issued": day_text(plan.issued.start) if plan.issued else ""}
    for name, words, row in QUESTIONS:
        put(sheet, row, 1, words, bold=True).alignment = Alignment(wrap_text=False)
        if name == "senders":
            continue
        cell = put(sheet, row, ANSWER, known.get(name, ""))
        cell.fill, cell.border, cell.protection = _OPEN, _BORDER, _FREE
    proposal = _proposal(plan)
    if proposal:
        put(sheet, QUESTIONS[2][2], ANSWER + 1, proposal).alignment = Alignment(wrap_text=False)
    put(sheet, 8, 1, " ".join(plan.unclear)).alignment = Alignment(wrap_text=False)


def _proposal(plan: Plan) -> str:
    """Return a sentence that proposes a day for the units' reports where the plan states only the office's own."""
    ends = [
        item.deadline.end
        for item in plan.requirements
        if item.shown_by is ShownBy.REPORT_SENT and item.deadline and item.deadline.end and item.applies_to == "office"
    ]
    return f"Gợi ý: trước {day_text(max(ends))}, là hạn Văn phòng báo cáo cấp trên." if ends else ""


def _table(sheet: Worksheet, rows: Sequence[Row]) -> None:
    for column, (_, head, width) in enumerate(COLUMNS, start=1):
        cell = put(sheet, HEAD_ROW, column, head, bold=True)
        cell.fill, cell.border = _HEAD, _BORDER
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for column, (key, _, _) in enumerate(COLUMNS, start=1):
            cell = put(sheet, number, column, row[key])
            cell.border = _BORDER
            if key in EDITABLE:
                cell.fill, cell.protection = _OPEN, _FREE
    sheet.freeze_panes = f"D{HEAD_ROW + 1}"
    last = get_column_letter(len(COLUMNS))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + max(len(rows), 1)}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _units(book: Workbook, register: Register) -> None:
    sheet = book.create_sheet(UNITS)
    heads = (("Phòng, đơn vị", 46), ("Nhóm", 24), ("Phải nộp", 12), ("Lý do miễn nộp", 46))
    for column, (head, width) in enumerate(heads, start=1):
        cell = put(sheet, 1, column, head, bold=True)
        cell.fill, cell.border = _HEAD, _BORDER
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, unit in enumerate(register.units, start=2):
        owes = "Tổng hợp" if unit.name == register.office else "Miễn nộp" if unit.exempt else "Có"
        for column, value in enumerate((unit.name, unit.kind, owes, unit.exempt), start=1):
            cell = put(sheet, row, column, value)
            cell.border = _BORDER
            if column > 2:
                cell.fill = _OPEN
    choice = DataValidation(type="list", formula1='"Có,Miễn nộp,Tổng hợp"', allow_blank=True)
    sheet.add_data_validation(choice)
    choice.add(f"C2:C{max(len(register.units) + 1, 2)}")
    sheet.freeze_panes = "A2"


def _choices(book: Workbook, plan: Plan, register: Register) -> None:
    sheet = book.create_sheet(CHOICES)
    sheet.sheet_state = "hidden"
    kinds = list(dict.fromkeys(KIND_PREFIX + unit.kind for unit in register.units if unit.kind))
    names = [unit.name for unit in register.others()]
    columns = ([EACH, OFFICE, *kinds, *names], list(KINDS.values()), list(SHOWN.values()), list(WEIGHTS.values()))
    for column, values in enumerate((*columns, list(OPS.values()), [KEEP, STRIKE]), start=1):
        for row, value in enumerate(values, start=1):
            put(sheet, row, column, value)


def _drop_downs(sheet: Worksheet, count: int) -> None:
    book = sheet.parent
    assert isinstance(book, Workbook)
    choices = book[CHOICES]
    order = {"applies": 1, "kind": 2, "shown": 3, "weight": 4, "op": 5, "keep": 6}
    keys = [key for key, _, _ in COLUMNS]
    for key, column in order.items():
        letter = get_column_letter(column)
        length = sum(1 for cell in choices[letter] if cell.value is not None)
        rule = DataValidation(type="list", formula1=f"'{CHOICES}'!${letter}$1:${letter}${length}", allow_blank=True)
        # A person may name several units in one cell; only the closed lists are enforced.
        rule.showErrorMessage = key != "applies"
        rule.errorTitle, rule.error = "Ngoài danh sách", "Đề nghị chọn một giá trị trong danh sách."
        sheet.add_data_validation(rule)
        at = get_column_letter(keys.index(key) + 1)
        rule.add(f"{at}{HEAD_ROW + 1}:{at}{HEAD_ROW + max(count, 1) + 50}")


def _machine(book: Workbook, rows: Sequence[Row]) -> None:
    """Keep what the machine wrote, to tell later which cells a person changed."""
    sheet = book.create_sheet(MACHINE)
    sheet.sheet_state = "veryHidden"
    for number, row in enumerate(rows, start=1):
        for column, (key, _, _) in enumerate(COLUMNS, start=1):
            put(sheet, number, column, row[key])
