"""Duties and results in tables: the task cell is quoted, the other columns say who, when and how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.grammars.verbs import VERB
from extractors.segment import Column
from extractors.vietnamese import fold


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Offsets of the cells of one row that states a duty or a result."""

    task: tuple[int, int]
    actor: tuple[int, int] | None
    time: tuple[int, int] | None
    target: tuple[int, int] | None
    state: tuple[int, int] | None
    unit: tuple[int, int] | None  # of measure


_TASK = (
    re.compile(
        r"^(?:tên )?(?:nội dung|nhiệm vụ|công việc|đầu việc|hoạt động|việc)|nội dung (?:công việc|nhiệm vụ|đăng ký"
        r"|thực hiện|thi đua)"
    ),
    re.compile(r"chỉ tiêu (?:đăng ký|thi đua|giao)|giải pháp|phần việc|công trình|tên công việc|nhiệm vụ|công việc"),
    re.compile(r"^(?:tên )?(?:chỉ tiêu|chỉ số|tiêu chí|mục tiêu)|nội dung"),
)
_NO_TASK = re.compile(r"thành tích|nổi bật|tiêu biểu|việc làm|tư vấn|lý do|địa điểm|đối tượng|ghi chú|kết quả")
_ACTOR = re.compile(
    r"chủ trì|phụ trách|(?:người|đơn vị|bộ phận|cơ quan|phòng|tổ|cán bộ) thực hiện|đơn vị|phòng|tập thể|cá nhân|người"
    r"|bộ phận"
    r"|cơ quan|phân công|chịu trách nhiệm|họ và tên|đầu mối|tổ$|khoa$"
)
_NO_ACTOR = re.compile(r"phối hợp|thời gian|thời hạn|kết quả|đơn vị tính|đvt|kinh phí|số người|đối tượng")
_TIME = re.compile(
    r"thời gian|thời hạn|thời điểm|hoàn thành|tiến độ|ngày|hạn$|lộ trình|tháng$|quý$|khi nào|bao giờ|\bmốc\b|^xong\b"
)
_NO_TIME = re.compile(r"kết quả|chỉ tiêu|kế hoạch|số |tỷ lệ|^(?!thời|tiến độ).*thực hiện")
_TARGET = re.compile(r"chỉ tiêu|số lượng|kế hoạch|mục tiêu|khối lượng|sản phẩm|định mức")
_STATE = re.compile(
    r"kết quả|^thực hiện|đạt được|tình trạng|trạng thái|thực hiện được|mức độ|đã thực hiện|tỷ lệ hoàn thành"
    r"|đánh giá|lũy kế"
)
_UNIT = re.compile(r"^đvt$|đơn vị tính|^đơn vị đo$")
_ASIDE = re.compile(r"ghi chú|phối hợp|kinh phí|địa điểm|lý do|^số (?:hộ|người|lượt|lượng)|hình thức|minh chứng")
_HONOURED = re.compile(r"họ (?:và )?tên|thành tích|danh hiệu|nổi bật|tiêu biểu")
_ACTING = re.compile(rf"(?:đã |chưa |đang |sẽ )?{VERB}(?!\w)")
_FILLER = re.compile(r"^[\W\d]*$|^(?:tổng(?: cộng| số)?|cộng|stt|tt|không|nt)$")


def names_task(head: str) -> bool:
    """Return whether the head of a column says that its cells are tasks ("Nội dung đăng ký")."""
    low = fold(head).strip()
    return any(pattern.search(low) for pattern in _TASK[:2]) and not _NO_TASK.search(low)


def names_column(head: str) -> bool:
    """Return whether a table of tasks has columns of this head: task, actor, time, state, what goes along."""
    low = fold(head).strip()
    return names_task(low) or any(pattern.search(low) for pattern in (_ACTOR, _TIME, _TARGET, _STATE, _UNIT, _ASIDE))


def read_row(text: str, columns: Sequence[Column]) -> TaskRow | None:
    """Return the cells of a row that states a task with actor, time, target or result; None for any other row."""
    heads = [fold(column.head).strip() for column in columns]
    task = _task_column(heads)
    if task is None:
        task = _acting_column(text, columns, heads)
    if task is None:
        return None
    actor = _column(heads, _ACTOR, {task}, _NO_ACTOR)
    time = _column(heads, _TIME, {task, actor}, _NO_TIME)
    target = _column(heads, _TARGET, {task, actor, time})
    state = _column(heads, _STATE, {task, actor, time, target})
    if state is None and _STATE.search(heads[task]):
        state = task  # the results themselves are listed, each with its time
    unit = _column(heads, _UNIT, {task, actor, time, target, state})
    if time is None and actor is None and state is None:
        return None
    quoted = _cell(text, columns[task])
    if quoted is None or columns[task].carried or len(text[quoted[0] : quoted[1]].split()) < 2:
        return None
    if _ordinal(text, columns) and not any(_told(text, column, quoted) for column in columns[1:]):
        return None  # "II | Hạ tầng" parts the table and lays no duty on anybody
    return TaskRow(
        quoted,
        _cell(text, columns[actor]) if actor is not None else None,
        _cell(text, columns[time], bare=True) if time is not None else None,
        _cell(text, columns[target], bare=True) if target is not None else None,
        _cell(text, columns[state], bare=True) if state is not None else None,
        _cell(text, columns[unit]) if unit is not None else None,
    )


def _ordinal(text: str, columns: Sequence[Column]) -> bool:
    return re.fullmatch(r"\s*(?:[IVX]+|[A-ZĐ])[.)]?\s*", text[columns[0].start : columns[0].end]) is not None


def _told(text: str, column: Column, task: tuple[int, int]) -> bool:
    """Return whether a cell beside the task says something of its own."""
    other = not column.start <= task[0] < column.end and not column.carried
    return other and _FILLER.match(fold(text[column.start : column.end]).strip()) is None


def _task_column(heads: Sequence[str]) -> int | None:
    for pattern in _TASK:
        for at, head in enumerate(heads):
            if pattern.search(head) and not _NO_TASK.search(head):
                return at
    return None


def _acting_column(text: str, columns: Sequence[Column], heads: Sequence[str]) -> int | None:
    """Return the first column whose cell does something, in a table that has times and names nobody honoured."""
    if not any(_TIME.search(head) and not _NO_TIME.search(head) for head in heads) or any(map(_HONOURED.search, heads)):
        return None
    for at, column in enumerate(columns):
        if _ACTING.match(fold(text[column.start : column.end]).lstrip(" -+•*")):
            return at
    return None


def _column(
    heads: Sequence[str], pattern: re.Pattern[str], taken: set[int | None], unless: re.Pattern[str] | None = None
) -> int | None:
    for at, head in enumerate(heads):
        if at not in taken and pattern.search(head) and not (unless and unless.search(head)):
            return at
    return None


def _cell(text: str, column: Column, *, bare: bool = False) -> tuple[int, int] | None:
    """Return the offsets of the cell without list marks and closing marks, or None where it says nothing.

    `bare`: a number alone says something ("4.120" below "Thực hiện", "20/9/2022" below "Thời gian").
    """
    piece = text[column.start : column.end]
    lead = re.match(r"\s*(?:[-+•*]\s*|\d{1,2}[.)]\s+)?", piece)
    a = column.start + (lead.end() if lead else 0)
    b = column.start + len(piece.rstrip(" \n\t.;,"))
    filler = _FILLER.match(fold(text[a:b])) is not None and not (bare and any(c.isdigit() for c in text[a:b]))
    return (a, b) if a < b and not filler else None
