"""What a clerk changed in Word outlives a new draft; where both changed, both are shown; nothing is lost."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from checks.decision import Answer, Decision
from templates.diff3 import Side, merge
from templates.format import check_format
from templates.guard import places
from templates.redraft import Merged, redraft
from tests.templates import made
from tests.templates.test_report import CLEAN, paragraphs, written

ACCEPTS = Decision(f"R2@{made.UNITS[2]}", Answer.ACCEPT, "Người Mẫu", "2031-07-04T08:00:00")
FRESH = written(made.campaign(ACCEPTS))
OLD_LINE = next(line for line in paragraphs(CLEAN) if line.startswith("Xây dựng ít nhất 02"))
NEW_LINE = next(line for line in paragraphs(FRESH) if line.startswith("Xây dựng ít nhất 02"))
PLACE = "[Cán bộ tổng hợp bổ sung: nhận định chung về ưu điểm]"
Change = Callable[[Document], object]


def edit(change: Change, data: bytes = CLEAN) -> bytes:
    document = docx.Document(io.BytesIO(data))
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def find(document: Document, text: str) -> Any:
    return next(p for p in document.paragraphs if p.text.startswith(text))


def write(old: str, new: str) -> Change:
    def change(document: Document) -> None:
        paragraph = find(document, old)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = new

    return change


def remove(text: str) -> Change:
    def change(document: Document) -> None:
        element = find(document, text)._p
        element.getparent().remove(element)

    return change


def add(before: str, text: str) -> Change:
    return lambda document: find(document, before).insert_paragraph_before(text)


def move(text: str, before: str) -> Change:
    return lambda document: find(document, before)._p.addprevious(find(document, text)._p)


def cell(table: int, row: int, column: int, text: str) -> Change:
    def change(document: Document) -> None:
        document.tables[table].cell(row, column).paragraphs[0].runs[0].text = text

    return change


def merged(change: Change, fresh: bytes = FRESH) -> tuple[Merged, list[str]]:
    result = redraft(CLEAN, edit(change), fresh, made.AS_OF)
    return result, [line for line in paragraphs(result.data) if line.strip()]


def test_the_data_really_changed_a_line_and_a_row() -> None:
    assert OLD_LINE != NEW_LINE
    assert "có 02/03" in NEW_LINE


def test_an_untouched_draft_is_replaced() -> None:
    assert redraft(CLEAN, CLEAN, FRESH, made.AS_OF).data == FRESH


def test_saving_in_word_without_a_change_counts_as_untouched() -> None:
    def as_word_saves(document: Document) -> None:
        """Word cuts runs as it likes, and puts its own marks everywhere."""
        for paragraph in document.paragraphs:
            paragraph._p.set(qn("w:rsidR"), "00AB12CD")
            first = next((run for run in paragraph.runs if len(run.text) > 10), None)
            if first is not None:
                rest = copy.deepcopy(first._r)
                first._r.addnext(rest)
                whole = first.text
                first.text = whole[:5]
                docx.text.run.Run(rest, paragraph).text = whole[5:]

    saved = edit(as_word_saves)
    assert [len(p.runs) for p in docx.Document(io.BytesIO(saved)).paragraphs] != [
        len(p.runs) for p in docx.Document(io.BytesIO(CLEAN)).paragraphs
    ]
    assert redraft(CLEAN, saved, FRESH, made.AS_OF).data == FRESH


def test_1_a_filled_place_stays() -> None:
    result, lines = merged(write(PLACE, "Phong trào được triển khai đồng bộ."))
    assert "Phong trào được triển khai đồng bộ." in lines
    assert PLACE not in lines
    assert NEW_LINE in lines
    assert OLD_LINE not in lines
    assert result.clashes == []
    assert result.kept == ["Phong trào được triển khai đồng bộ"]


def test_2_a_changed_sentence_that_data_left_alone_stays() -> None:
    _, lines = merged(write("Trên đây", "Sở Y tế kính báo cáo./."))
    assert "Sở Y tế kính báo cáo./." in lines
    assert NEW_LINE in lines


def test_3_an_added_paragraph_stays_where_it_is() -> None:
    _, lines = merged(add("3. Nguyên nhân", "Một số đơn vị thiếu cán bộ."))
    assert lines[lines.index("3. Nguyên nhân") - 1] == "Một số đơn vị thiếu cán bộ."
    assert NEW_LINE in lines


def test_4_a_deleted_paragraph_stays_deleted() -> None:
    _, lines = merged(remove("4. Bài học kinh nghiệm"))
    assert "4. Bài học kinh nghiệm" not in lines
    assert NEW_LINE in lines


def test_5_a_moved_paragraph_stays_moved() -> None:
    _, lines = merged(move("IV. PHƯƠNG HƯỚNG", "III. ĐÁNH GIÁ CHUNG"))
    at = lines.index("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI")
    assert lines[at + 1] == "III. ĐÁNH GIÁ CHUNG"
    assert lines.count("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI") == 1


def test_6_where_both_changed_both_are_shown_and_signing_is_held_up() -> None:
    result, lines = merged(write("Xây dựng ít nhất 02", "Kết quả xây dựng mô hình: 01/03 đơn vị, cần đẩy nhanh."))
    at = lines.index("Kết quả xây dựng mô hình: 01/03 đơn vị, cần đẩy nhanh.")
    assert NEW_LINE in lines[at + 1]
    assert lines[at + 1].startswith("[Cán bộ tổng hợp bổ sung: chọn một trong hai")
    assert len(result.clashes) == 1
    assert len(places(result.data)) == len(places(FRESH)) + 1


def test_7_deleted_by_the_clerk_and_changed_by_data_is_shown() -> None:
    result, lines = merged(remove("Xây dựng ít nhất 02"))
    assert OLD_LINE not in lines
    assert any(NEW_LINE in line and line.startswith("[Cán bộ") for line in lines)
    assert len(result.clashes) == 1


def test_8_changed_by_the_clerk_and_gone_from_the_data_is_shown() -> None:
    def both(document: Document) -> None:
        write("Xây dựng ít nhất 02", OLD_LINE + " Cần cố gắng.")(document)

    result, lines = merged(both, fresh=edit(remove("Xây dựng ít nhất 02")))
    at = lines.index(OLD_LINE + " Cần cố gắng.")
    assert lines[at + 1].startswith("[Cán bộ tổng hợp bổ sung: đoạn trên đã được sửa")
    assert len(result.clashes) == 1


def test_9_a_cell_that_the_clerk_wrote_stays_and_the_other_rows_are_renewed() -> None:
    def note(document: Document) -> None:
        table = next(t for t in document.tables if t.cell(0, 1).text == "Mục")
        table.cell(1, 6).paragraphs[0].add_run(" (đã nhắc)")

    result, lines = merged(note)
    assert any(line.endswith("(đã nhắc)") for line in lines)
    assert any(line == "Thiếu: Bệnh viện Phổi" for line in lines)  # the row of R2 as the new data has it
    assert result.clashes == []


def test_10_a_place_filled_right_beside_a_changed_line_is_no_clash() -> None:
    def beside(document: Document) -> None:
        find(document, "3. Việc thực hiện chế độ báo cáo").insert_paragraph_before("Ngoài ra còn 01 mô hình mới.")
        write("Có 02 phòng, đơn vị giới thiệu", "Đã có hai đơn vị giới thiệu mô hình.")(document)

    result, lines = merged(beside)
    at = lines.index("Đã có hai đơn vị giới thiệu mô hình.")
    assert lines[at + 1] == NEW_LINE
    assert lines[at + 2] == "Ngoài ra còn 01 mô hình mới."
    assert result.clashes == []


def test_bold_type_that_the_clerk_set_stays() -> None:
    def embolden(document: Document) -> None:
        find(document, "Trên đây").runs[0].bold = True

    result, _ = merged(embolden)
    assert find(docx.Document(io.BytesIO(result.data)), "Trên đây").runs[0].bold


def test_a_merged_draft_keeps_format_and_bytes_and_opens_again() -> None:
    change = write(PLACE, "Phong trào được triển khai đồng bộ, rộng khắp tại tất cả các đơn vị trực thuộc ngành.")
    first, _ = merged(change)
    assert check_format(first.data) == []
    assert merged(change)[0].data == first.data


def test_drafts_may_be_merged_again_and_again() -> None:
    edited = edit(write(PLACE, "Phong trào được triển khai đồng bộ."))
    once = redraft(CLEAN, edited, FRESH, made.AS_OF).data
    twice = redraft(FRESH, once, CLEAN, made.AS_OF)
    lines = [line for line in paragraphs(twice.data) if line.strip()]
    assert "Phong trào được triển khai đồng bộ." in lines
    assert OLD_LINE in lines
    assert NEW_LINE not in lines
    assert twice.clashes == []


items = st.lists(st.integers(0, 4), max_size=8)


@given(items, items, items)
def test_chunks_cover_all_three_and_nobody_is_overruled(base: list[int], mine: list[int], theirs: list[int]) -> None:
    def likeness(one: Any, other: Any) -> float:  # numbers stand for paragraphs
        return 0.6 if abs(one - other) == 1 else 0.0

    chunks = merge(base, mine, theirs, likeness)
    for side, whole in (("base", base), ("mine", mine), ("theirs", theirs)):
        covered = [at for chunk in chunks for at in range(*getattr(chunk, side))]
        assert covered == list(range(len(whole)))
    for chunk in chunks:
        old, left, right = base[slice(*chunk.base)], mine[slice(*chunk.mine)], theirs[slice(*chunk.theirs)]
        if chunk.side is Side.SAME:
            assert old == left == right
        elif chunk.side is Side.THEIRS:
            assert left == old
        elif chunk.side is Side.MINE:
            assert right in (old, left)


@given(items, items)
def test_with_one_side_untouched_the_other_is_taken_whole(base: list[int], changed: list[int]) -> None:
    assert Side.BOTH not in {chunk.side for chunk in merge(base, changed, base)}
    taken = [changed[at] for chunk in merge(base, base, changed) for at in range(*chunk.theirs)]
    assert taken == changed


@pytest.mark.parametrize("bad", [b"", b"khong phai tep docx"])
def test_what_is_no_document_is_not_merged_over(bad: bytes) -> None:
    with pytest.raises(Exception, match="zip"):
        redraft(CLEAN, bad, FRESH, made.AS_OF)
