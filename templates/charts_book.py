"""Charts of the tracking book: native charts of Excel over cells that anyone can check, on a sheet of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines, DateAxis
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from templates.charts import COLOURS, LINE_COLOURS, SEGMENTS, Bar, Progress, segment_word
from templates.phrases import count, day, printable
from templates.sentences import say
from templates.vocabulary import plain, word

WIDTH = 26.0  # centimetres of a chart: the width of a landscape page
ROW, LEAST_ROW, FRAME = 1.1, 0.5, 3.2  # of a bar with a name in two lines, in one line; of what stands around the bars
PAGE = 17.0  # what one page holds; a chart of more bars than fit goes on to the next
DATA = 17  # first column of the cells behind the charts, right of what is printed
_TOP = 4  # row at which the first chart begins
_ROW_CM = 0.53  # a row of 15 points
_DASHES = ("solid", "dash", "sysDot", "dashDot", "lgDash", "lgDashDot")


def chart_sheet(book: Workbook, progress: Progress) -> None:
    """Add the sheet with charts by unit, by duty and by day; there is none where nothing is to be shown."""
    if not progress.units and not progress.lines:
        return
    sheet: Worksheet = book.create_sheet(word("chart", "title"))
    _head(sheet, 1, word("chart", "title").upper(), 14)
    _head(sheet, 2, plain("counted_to").format(day(progress.as_of)), 11)
    _cell(sheet, 1, DATA, word("chart", "data")).font = Font(name="Times New Roman", size=11, bold=True)
    sheet.column_dimensions[get_column_letter(DATA)].width = 60
    at, data = _TOP, _TOP
    for title, bars in (("by_unit", progress.units), ("by_duty", progress.duties)):
        if bars:
            chart = _bars(sheet, word("chart", title), bars, data)
            at = _place(sheet, chart, at, _height(len(bars)))
            data += len(bars) + 3
    if progress.lines and progress.days:
        at = _place(sheet, _lines(sheet, progress, data), at, 9.0)
        if progress.undated:
            _head(sheet, at, say("chua_ro_ngay", number=count(progress.undated)), 11)
            at += 1
    _print(sheet, at)


def _height(bars: int) -> float:
    """Return the height of a chart of so many bars: it keeps to one page as long as names can be read."""
    return FRAME + bars * max(LEAST_ROW, min(ROW, (PAGE - FRAME) / bars))


def _bars(sheet: Worksheet, title: str, bars: Sequence[Bar], top: int) -> BarChart:
    used = [at for at in range(len(SEGMENTS)) if any(bar.counts[at] for bar in bars)]
    _cell(sheet, top, DATA, title)
    for column, at in enumerate(used, start=DATA + 1):
        _cell(sheet, top, column, segment_word(SEGMENTS[at]))
    for row, bar in enumerate(bars, start=top + 1):
        _cell(sheet, row, DATA, bar.label)
        for column, at in enumerate(used, start=DATA + 1):
            _number(sheet, row, column, bar.counts[at])
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 40
    last = top + len(bars)
    chart.add_data(
        Reference(sheet, min_col=DATA + 1, max_col=DATA + len(used), min_row=top, max_row=last), titles_from_data=True
    )
    chart.set_categories(Reference(sheet, min_col=DATA, min_row=top + 1, max_row=last))
    for series, at in zip(chart.series, used, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=COLOURS[SEGMENTS[at]])
    chart.x_axis.scaling.orientation = "maxMin"  # the first row on top, as in the table
    chart.x_axis.tickLblSkip = 1  # every row has its name, however many there are
    chart.y_axis.crosses = "max"
    _dress(chart, title)
    chart.y_axis.majorUnit = max(1, -(-max(bar.whole for bar in bars) // 10))
    return chart


def _lines(sheet: Worksheet, progress: Progress, top: int) -> LineChart:
    title = word("chart", "by_day")
    _cell(sheet, top, DATA, title)
    for column, line in enumerate(progress.lines, start=DATA + 1):
        _cell(sheet, top, column, f"{line.label} ({line.sent[-1]}/{line.whole})")
    for at, shown in enumerate(progress.days):
        cell: Any = sheet.cell(top + 1 + at, DATA, shown)
        cell.number_format, cell.font = "dd/mm/yyyy", Font(name="Times New Roman", size=11)
        cell.alignment = Alignment(horizontal="left")
        for column, line in enumerate(progress.lines, start=DATA + 1):
            _number(sheet, top + 1 + at, column, line.sent[at])
    last = top + len(progress.days)
    chart = LineChart()
    chart.add_data(
        Reference(sheet, min_col=DATA + 1, max_col=DATA + len(progress.lines), min_row=top, max_row=last),
        titles_from_data=True,
    )
    chart.set_categories(Reference(sheet, min_col=DATA, min_row=top + 1, max_row=last))
    chart.x_axis = DateAxis(crossAx=100)
    by_month = (progress.days[-1] - progress.days[0]).days > 90
    chart.x_axis.number_format, chart.x_axis.baseTimeUnit = "dd/mm/yyyy", "days"
    chart.x_axis.majorTimeUnit, chart.x_axis.majorUnit = ("months", 1) if by_month else ("days", 7)
    chart.x_axis.tickLblPos = "low"
    chart.y_axis.crossAx = 500
    for order, series in enumerate(chart.series):
        series.graphicalProperties = GraphicalProperties()
        series.graphicalProperties.line.solidFill = LINE_COLOURS[order]
        series.graphicalProperties.line.prstDash = _DASHES[order]
        series.graphicalProperties.line.width = 28_000  # EMU, a good two points
        series.smooth = False
    _dress(chart, title)
    chart.y_axis.scaling.max = max(line.whole for line in progress.lines)
    chart.y_axis.majorUnit = max(1, -(-chart.y_axis.scaling.max // 10))
    return chart


def _dress(chart: Any, title: str) -> None:
    chart.title = title
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill="D8DEE6")))
    for axis in (chart.x_axis, chart.y_axis):
        axis.txPr = RichText(
            p=[Paragraph(pPr=ParagraphProperties(defRPr=CharacterProperties(sz=900)), endParaRPr=None)]
        )
    chart.legend.position = "b"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.scaling.min = "0", 0
    chart.width = WIDTH


def _place(sheet: Worksheet, chart: Any, row: int, height: float) -> int:
    """Put the chart at a row, on a new page but for the first, and return the row below it."""
    if row > _TOP:
        sheet.row_breaks.append(Break(id=row - 2))
    chart.height = height
    sheet.add_chart(chart, f"A{row}")
    return row + int(height / _ROW_CM) + 2


def _head(sheet: Worksheet, row: int, text: str, size: int) -> None:
    _cell(sheet, row, 1, text).font = Font(name="Times New Roman", size=size, bold=size > 11)


def _cell(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """Write text as text: what begins like a formula is never one."""
    cell: Any = sheet.cell(row, column)
    cell.value, cell.data_type = printable(text), "s"
    cell.quotePrefix = text[:1] in "=+-@"
    cell.font = Font(name="Times New Roman", size=11)
    return cell


def _number(sheet: Worksheet, row: int, column: int, value: int) -> None:
    cell: Any = sheet.cell(row, column, value)
    cell.font = Font(name="Times New Roman", size=11)


def _print(sheet: Worksheet, last: int) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.print_area = f"A1:{get_column_letter(DATA - 2)}{last}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert sheet.oddFooter is not None and sheet.oddFooter.center is not None
    sheet.oddFooter.center.text = plain("page")
