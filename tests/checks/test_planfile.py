"""The workbook of requirements: written, changed by a person, read back, laid over a later compile."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.plan import compile_plan
from checks.plan_changes import plan_changes
from checks.planfile import ANSWER, DUTIES, HEAD_ROW, UNITS, write_planfile
from checks.planfile_apply import corrected, corrected_register
from checks.planfile_read import Corrections, NotAPlanFile, read_planfile
from checks.planfile_rows import COLUMNS, keys_of, read_day, read_number
from checks.requirement import Plan, Weight
from checks.units import Register, Unit
from extractors.document import Document
from extractors.extract import extract
from extractors.readers.builder import plain
from templates.package import package

REGISTER = Register(
    (
        Unit("Văn phòng Sở", kind="văn phòng"),
        Unit("Phòng Quy hoạch", kind="phòng"),
        Unit("Phòng Vận tải", kind="phòng"),
        Unit("Trung tâm Đăng kiểm", kind="đơn vị sự nghiệp"),
    ),
    "Văn phòng Sở",
)
TEXT = """Số: 9/KH-SGT
Tam Điệp, ngày 03 tháng 01 năm 2024
KẾ HOẠCH
Bảo đảm an toàn giao thông năm 2024
III. TỔ CHỨC THỰC HIỆN
1. Các phòng, đơn vị
- Xây dựng kế hoạch, gửi về Văn phòng Sở trước ngày 30/01/2024.
- Báo cáo kết quả về Văn phòng Sở trước ngày 20 tháng cuối quý.
2. Phòng Vận tải, Phòng Quy hoạch
- Kiểm tra ít nhất 05 bến xe trong quý II/2024.
3. Văn phòng Sở
- Theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""
COLUMN = {key: at for at, (key, _, _) in enumerate(COLUMNS, start=1)}


def compiled(text: str = TEXT) -> tuple[Plan, Document]:
    document = plain(text)
    return compile_plan(document, extract(document), REGISTER), document


def edited(
    plan: Plan, change: dict[tuple[str, str], str] | None = None, *, extra: dict[str, str] | None = None
) -> bytes:
    """Return the workbook with cells changed: (id, column) -> text; `extra` is a row put at the end."""
    book = load_workbook(io.BytesIO(write_planfile(plan, REGISTER)))
    sheet = book[DUTIES]
    last = HEAD_ROW
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        last = row if sheet.cell(row, 1).value else last
        for (identifier, key), text in (change or {}).items():
            if sheet.cell(row, 1).value == identifier:
                sheet.cell(row, COLUMN[key]).value = text
    for key, text in (extra or {}).items():
        sheet.cell(last + 1, COLUMN[key]).value = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_unchanged_workbook_corrects_nothing() -> None:
    plan, document = compiled()
    corrections = read_planfile(write_planfile(plan, REGISTER))
    assert (corrections.changed, corrections.struck, corrections.added) == ({}, frozenset(), ())
    assert corrected(plan, corrections, REGISTER, document).requirements == plan.requirements


def test_a_person_changes_strikes_and_adds() -> None:
    plan, document = compiled()
    office = next(item for item in plan.requirements if item.applies_to == "office")
    checked = next(item for item in plan.requirements if item.quantity)
    data = edited(
        plan,
        {
            (office.id, "keep"): "Bỏ",
            (checked.id, "value"): "8",
            (checked.id, "end"): "15/6/2024",
            (checked.id, "start"): "",
            (checked.id, "weight"): "Khuyến khích",
            (checked.id, "applies"): "Trung tâm Đăng kiểm",
        },
        extra={"quote": "bến xe trong quý II/2024", "action": "lập biên bản", "applies": "Nhóm: phòng"},
    )
    after = corrected(plan, read_planfile(data), REGISTER, document)
    assert office.quote not in [item.quote for item in after.requirements]
    changed = next(item for item in after.requirements if item.id == checked.id)
    assert changed.quantity is not None and changed.quantity.value == 8 and changed.quantity.op == ">="
    assert changed.deadline is not None and (changed.deadline.start, changed.deadline.end) == (None, date(2024, 6, 15))
    assert (changed.weight, changed.units) == (Weight.SHOULD, ("Trung tâm Đăng kiểm",))
    added = after.requirements[-1]
    assert (added.action, added.applies_to) == ("lập biên bản", "kind:phòng")
    assert document.text[added.span.start : added.span.end] == added.quote


def test_corrections_outlive_a_changed_plan() -> None:
    plan, _ = compiled()
    first = plan.requirements[0]
    corrections = read_planfile(edited(plan, {(first.id, "end"): "05/02/2024"}))
    later, document = compiled(
        "II. NHIỆM VỤ\n" + TEXT.replace("1. Các phòng", "1. Phòng Vận tải\n- Lập 02 chốt.\n1. Các phòng")
    )
    again = corrected(later, corrections, REGISTER, document)
    same = next(item for item in again.requirements if item.quote == first.quote)
    assert same.deadline is not None and same.deadline.end == date(2024, 2, 5)


def test_one_period_of_a_series_is_corrected_alone() -> None:
    plan, document = compiled()
    second = next(item for item in plan.requirements if item.id.endswith("-Q2"))
    after = corrected(plan, read_planfile(edited(plan, {(second.id, "end"): "25/6/2024"})), REGISTER, document)
    ends = [str(item.deadline.end) for item in after.requirements if item.period and item.deadline]
    assert ends == ["2024-03-20", "2024-06-25", "2024-09-20", "2024-12-20"]


def test_lost_corrections_are_told() -> None:
    plan, document = compiled()
    corrections = Corrections(changed={"câu không còn trong kế hoạch": {"action": "x"}})
    after = corrected(plan, corrections, REGISTER, document)
    assert any("không còn thấy" in line for line in after.unclear)
    stranger = Corrections(added=({key: "" for key, _, _ in COLUMNS} | {"quote": "Câu bịa ra"},))
    assert any("không thấy câu này" in line for line in corrected(plan, stranger, REGISTER, document).unclear)


def test_the_three_questions() -> None:
    plan, document = compiled(
        TEXT.replace("Số: 9/KH-SGT", "Số:      /KH-SGT").replace("trước ngày 20 tháng cuối quý", "đúng hạn")
    )
    book = load_workbook(io.BytesIO(write_planfile(plan, REGISTER)))
    sheet = book[DUTIES]
    for row, answer in ((4, "15/KH-SGT"), (5, "05/01/2024"), (6, "10/12/2024")):
        sheet.cell(row, ANSWER).value = answer
    book[UNITS].cell(5, 3).value, book[UNITS].cell(5, 4).value = "Miễn nộp", "Mới thành lập"
    out = io.BytesIO()
    book.save(out)
    corrections = read_planfile(out.getvalue())
    after = corrected(plan, corrections, REGISTER, document)
    assert (plan.number, after.number) == (None, "15/KH-SGT")
    assert after.issued is not None and after.issued.start == date(2024, 1, 5)
    reports = [item for item in after.requirements if item.quote.startswith("Báo cáo")]
    assert [item.deadline.end for item in reports if item.deadline] == [date(2024, 12, 10)]
    exempt = corrected_register(REGISTER, corrections).by_name("Trung tâm Đăng kiểm")
    assert exempt is not None and exempt.exempt == "Mới thành lập"


def test_formulas_stay_text() -> None:
    plan, _ = compiled()
    evil = replace(plan.requirements[0], recipient='=HYPERLINK("http://x","y")', actor="+1+1", action="@SUM(A1)\x07")
    book = load_workbook(io.BytesIO(write_planfile(replace(plan, requirements=(evil,)), REGISTER)))
    sheet = book[DUTIES]
    cells = {key: sheet.cell(HEAD_ROW + 1, COLUMN[key]) for key in ("recipient", "actor", "action")}
    assert {cell.data_type for cell in cells.values()} == {"s"}
    assert all(cell.quotePrefix for cell in cells.values())
    assert cells["recipient"].value == '=HYPERLINK("http://x","y")'


def test_same_bytes_once_packaged() -> None:
    plan, _ = compiled()
    one, two = (package(write_planfile(plan, REGISTER), date(2024, 1, 3)) for _ in range(2))
    assert one == two


def test_drop_downs_and_frozen_head() -> None:
    plan, _ = compiled()
    data = write_planfile(plan, REGISTER)
    sheet = load_workbook(io.BytesIO(data))[DUTIES]
    assert isinstance(sheet, Worksheet)
    assert len(sheet.data_validations.dataValidation) == 6
    assert sheet.freeze_panes == f"D{HEAD_ROW + 1}"
    assert [sheet.cell(HEAD_ROW, at).value for at in COLUMN.values()] == [head for _, head, _ in COLUMNS]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not re.search(rb"<f>", archive.read("xl/worksheets/sheet1.xml"))


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 40])
def test_other_files_are_refused_in_vietnamese(data: bytes) -> None:
    with pytest.raises(NotAPlanFile, match=r"đề nghị|Tệp"):
        read_planfile(data)


def test_moved_columns_and_rows_are_read() -> None:
    plan, _ = compiled()
    book = load_workbook(io.BytesIO(edited(plan, {(plan.requirements[0].id, "action"): "việc khác"})))
    sheet = book[DUTIES]
    sheet.insert_rows(1, 2)
    sheet.delete_cols(COLUMN["unclear"])
    out = io.BytesIO()
    book.save(out)
    corrections = read_planfile(out.getvalue())
    assert [dict(cells) for cells in corrections.changed.values()] == [{"action": "việc khác"}]
    assert corrections.number == plan.number


@pytest.mark.parametrize(
    ("text", "value"), [("80", 80.0), ("2,5", 2.5), ("1.200", 1200.0), ("90%", 90.0), ("một", None), ("", None)]
)
def test_numbers(text: str, value: float | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [("5/2/2024", date(2024, 2, 5)), ("30.01.2024", date(2024, 1, 30)), ("31/02/2024", None), ("", None)],
)
def test_days(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_keys_tell_twins_apart_and_forget_the_running_number() -> None:
    assert keys_of([("R2", "Báo cáo."), ("R1", "Báo cáo"), ("R3-Q1", "Báo cáo")]) == [
        "báo cáo#2",
        "báo cáo",
        "báo cáo#-Q1",
    ]
    assert keys_of([("R7", "Nộp kế hoạch")]) == keys_of([("R19", "nộp  kế hoạch.")])


def test_changes_are_told() -> None:
    before, _ = compiled()
    after, _ = compiled(
        TEXT.replace("30/01/2024", "15/02/2024").replace("- Theo dõi, đôn đốc việc thực hiện Kế hoạch.\n", "")
    )
    told = plan_changes(before, after)
    assert any(line.startswith("Yêu cầu không còn") for line in told)
    assert any("15/02/2024" in line for line in told)
    assert plan_changes(before, before) == ()
