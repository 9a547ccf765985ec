"""List items that are rows of a table in another dress: "- Mở 02 lớp; Chủ trì: Phòng A; Thời gian: tháng 5".

A row is one statement, however it is set: what comes first, and behind each semicolon the head of a column with its
cell. Such an item is read as that row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.grammars.commitments_tables import names_column, names_task
from extractors.grammars.names import find_names
from extractors.segment import Column, Segment, SegmentKind
from extractors.vietnamese import fold

_FIELD = re.compile(r"\s*(?P<head>[^\W\d_][^:;.\d\"“”]{1,44}?)\s*:\s*(?=\S)")
_LONGEST_HEAD = 7  # words: "Kết quả thực hiện đến thời điểm báo cáo" is no head of a column any more


def item_rows(text: str, segments: Sequence[Segment]) -> Iterator[Segment]:
    """Yield one segment of kind ROW for each item of two fields or more, or of one field that a table would have.

    Its `sentence` is that of the item, its columns are the first piece and the fields.
    """
    for sentence, group in groupby(segments, key=lambda segment: segment.sentence):
        pieces = list(group)
        if sentence is None or len(pieces) < 2 or pieces[0].kind is not SegmentKind.SENTENCE:
            continue
        columns = _columns(text, pieces)
        if columns:
            yield replace(pieces[0], kind=SegmentKind.ROW, row=columns)


def _columns(text: str, pieces: Sequence[Segment]) -> tuple[Column, ...]:
    first, fields = pieces[0], [_field(text, piece) for piece in pieces[1:]]
    found = [field for field in fields if field is not None]
    if len(found) < len(fields) or not any(names_column(field.head) for field in found):
        return ()
    if ":" in text[first.start : first.end] and not names_task(found[0].head):
        return ()  # "Đợt cao điểm: mở 02 lớp; thời gian: tháng 5" has a lead-in, which the clauses know of
    tasked = any(names_task(field.head) for field in found)
    head = "nội dung công việc"
    if tasked:
        head = "họ và tên" if find_names(text, first.start, first.end) else "đơn vị"
    return (Column(head, first.start, first.end), *found)


def _field(text: str, piece: Segment) -> Column | None:
    match = _FIELD.match(text, piece.start, piece.end)
    if match is None or len(match["head"].split()) > _LONGEST_HEAD:
        return None
    return Column(fold(match["head"]), match.end(), piece.end)
