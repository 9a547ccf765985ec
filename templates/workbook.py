"""The tracking book (so-theo-doi.xlsx): incoming documents, units against duties, findings, exemplars, decisions."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from checks.finding import Finding
from checks.requirement import Requirement, Weight
from checks.ruling import standing
from templates.charts import progress
from templates.charts_book import chart_sheet
from templates.duties import asked
from templates.letters import Campaign
from templates.naming import duty_title
from templates.package import package
from templates.phrases import day, printable
from templates.rows import decision_rows, exemplar_rows, finding_rows, incoming_rows
from templates.vocabulary import plain, shown_status, vocabulary
from templates.when import deadline

LONGEST = 32_000  # a cell holds 32,767 characters
FILLS = {
    "met": "C6E0B4",
    "partial": "FFE699",
    "late": "F8CBAD",
    "missing": "F4B0B0",
    "not_due": "E7E6E6",
    "exempt": "DDEBF7",
}
_THIN = Side(style="thin", color="808080")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT, _BOLD = Font(name="Times New Roman", size=11), Font(name="Times New Roman", size=11, bold=True)
_TITLE = Font(name="Times New Roman", size=14, bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_MIDDLE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_HEAD = PatternFill("solid", start_color="D9E2F3")
TEXT, CENTRED = "Ô chữ", "Ô giữa"
_FORMULA = frozenset("=+-@")
_TOP = 3  # rows above the table: title, day, blank


def tracking_book(campaign: Campaign) -> bytes:
    """Return the workbook as .xlsx, the same bytes for the same input."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, alignment in ((TEXT, _WRAP), (CENTRED, _MIDDLE)):
        book.add_named_style(NamedStyle(name, font=_FONT, border=_BORDER, alignment=alignment))
    text = vocabulary()["book"]
    incoming = _sheet(book, campaign, text["incoming"])
    _rows(incoming, incoming_rows(campaign))
    _matrix(_sheet(book, campaign, {**text["matrix"], "heads": _matrix_heads(campaign)}), campaign)
    findings = _sheet(book, campaign, text["findings"])
    _rows(findings, finding_rows(campaign))
    _colour(findings, campaign)
    _rows(_sheet(book, campaign, text["exemplars"]), exemplar_rows(campaign))
    _rows(_sheet(book, campaign, text["decisions"]), decision_rows(campaign))
    chart_sheet(
        book,
        progress(campaign.plan, campaign.submissions, campaign.findings, campaign.register, campaign.as_of),
    )
    book.properties.creator = ""
    book.properties.title = ""
    target = io.BytesIO()
    book.save(target)
    return package(target.getvalue(), campaign.as_of)


def _sheet(book: Workbook, campaign: Campaign, text: dict[str, Any]) -> Worksheet:
    """Add a sheet with title, day and heads; heads stay in sight and are printed on each page."""
    sheet: Worksheet = book.create_sheet(text["name"])
    _put(sheet.cell(1, 1), text["title"]).font = _TITLE
    _put(sheet.cell(2, 1), plain("counted_to").format(day(campaign.as_of))).font = _FONT
    for sheet_cell in (sheet.cell(1, 1), sheet.cell(2, 1)):
        sheet_cell.alignment = Alignment(vertical="center")
    for column, (head, width) in enumerate(text["heads"], start=1):
        cell = _put(sheet.cell(_TOP + 1, column), head)
        cell.font, cell.fill, cell.border, cell.alignment = _BOLD, _HEAD, _BORDER, _MIDDLE
        sheet.column_dimensions[get_column_letter(column)].width = width
    _fit(sheet, _TOP + 1, [head for head, _ in text["heads"]], _widths(sheet))
    _print_setup(sheet, len(text["heads"]))
    return sheet


def _print_setup(sheet: Worksheet, columns: int) -> None:
    sheet.freeze_panes = f"C{_TOP + 2}"
    sheet.auto_filter.ref = f"A{_TOP + 1}:{get_column_letter(columns)}{_TOP + 1}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_TOP + 1}:{_TOP + 1}"
    assert sheet.oddFooter is not None and sheet.oddFooter.center is not None
    sheet.oddFooter.center.text = plain("page")
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.4)


def _put(cell: Any, text: str, look: Any = None) -> Cell:
    """Write text as text: what begins like a formula is never one; `look` is that of a named style."""
    if look is not None:
        cell._style = copy(look)
    assert isinstance(cell, Cell)
    shown = printable(text)
    cell.value = shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
    cell.data_type = "s"
    if shown[:1] in _FORMULA:
        cell.quotePrefix = True
    return cell


def _fit(sheet: Worksheet, row: int, values: Sequence[str], widths: Sequence[float]) -> None:
    """Make the row as high as its longest text: neither program does so for a file that it has not written."""
    fitted = zip(widths, values, strict=True)
    lines = max((math.ceil(1.15 * len(value) / max(width - 1, 1)) for width, value in fitted), default=1)
    sheet.row_dimensions[row].height = min(409.0, 15.0 * max(lines, 1) + 3)


def _widths(sheet: Worksheet) -> list[float]:
    """Return the widths of the columns that have a head."""
    return [sheet.column_dimensions[get_column_letter(column)].width for column in range(1, sheet.max_column + 1)]


def _look(sheet: Worksheet, name: str) -> Any:
    """Return what a cell of the named style carries; to seek the style by name for each of 80,000 cells costs more."""
    book: Any = sheet.parent
    return next(named for named in book._named_styles if named.name == name).as_tuple()


def _rows(sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    last = _TOP + 1
    widths, look = _widths(sheet), _look(sheet, TEXT)
    for last, row in enumerate(rows, start=_TOP + 2):
        for column, text in enumerate(row, start=1):
            _put(sheet.cell(last, column), text, look)
        _fit(sheet, last, row, widths)
    first, _, end = str(sheet.auto_filter.ref).partition(":")
    sheet.auto_filter.ref = f"{first}:{end.rstrip('0123456789')}{last}"


def _must(campaign: Campaign) -> list[Requirement]:
    return [item for item in campaign.plan.requirements if item.weight is Weight.MUST]


def _matrix_heads(campaign: Campaign) -> list[tuple[str, float]]:
    heads: list[tuple[str, float]] = [(head, width) for head, width in vocabulary()["book"]["matrix"]["heads"]]
    for item in _must(campaign):
        parts = (duty_title(item, 90), asked(item), deadline(item.deadline))
        heads.append((f"{item.section + ': ' if item.section else ''}{'; '.join(filter(None, parts))}", 13.0))
    return heads


def _matrix(sheet: Worksheet, campaign: Campaign) -> None:
    found = {(f.unit, f.requirement): f for f in campaign.findings}
    widths, named, middle = _widths(sheet), _look(sheet, TEXT), _look(sheet, CENTRED)
    for row, unit in enumerate(campaign.register.units, start=1):
        cells = [str(row), unit.name]
        mine = [found.get((unit.name, item.id)) for item in _must(campaign)]
        shown = [shown_status(f) if f else "" for f in mine]
        waits = [bool(f and standing(f).undecided) for f in mine]
        words = [f"{s} ({plain('undecided')})" if w else s for s, w in zip(shown, waits, strict=True)]
        for column, text in enumerate(cells + words, start=1):
            _put(sheet.cell(_TOP + 1 + row, column), text, named if column == 2 else middle)
        _fit(sheet, _TOP + 1 + row, cells + words, widths)
        for column, finding in enumerate(mine, start=3):
            if finding:
                sheet.cell(_TOP + 1 + row, column).fill = _fill(finding)


def _fill(finding: Finding) -> PatternFill:
    stands = standing(finding)
    return PatternFill("solid", start_color=FILLS["exempt" if stands.exempt else stands.status.value])


def _colour(sheet: Worksheet, campaign: Campaign) -> None:
    """Colour the column of results by its words."""
    by_word = {text: FILLS[status] for status, text in vocabulary()["status"].items()}
    by_word |= {plain("exempt"): FILLS["exempt"], **dict.fromkeys(vocabulary()["shown"].values(), FILLS["missing"])}
    column = next(
        n for n, (head, _) in enumerate(vocabulary()["book"]["findings"]["heads"], start=1) if head == plain("result")
    )
    for row in range(_TOP + 2, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        if colour := by_word.get(str(cell.value)):
            cell.fill = PatternFill("solid", start_color=colour)
