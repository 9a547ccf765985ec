"""Cells that hold a day and month and nothing else, in a column of times: "05/12" below "Thời hạn"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.segment import Segment, SegmentKind
from extractors.vietnamese import fold

_TIME = re.compile(r"\b(?:thời (?:gian|hạn|điểm)|hoàn thành|tiến độ|ngày|hạn|lịch|khi nào|bao giờ|mốc|xong)\b")
_NO_TIME = re.compile(r"\b(?:kết quả|tỷ lệ|số|chỉ tiêu|kế hoạch)\b")
# … "18.4.20", "T5-T7" too.
_DAY_MONTH = re.compile(
    r"\s*(\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d\d)?|[Tt]\.?\s?\d{1,2}(?:\s?[-–]\s?[Tt]?\.?\s?\d{1,2})?)[\s.;]*"
)


def timed_cells(text: str, segments: Sequence[Segment]) -> frozenset[int]:
    """Return where such cells begin in `text`."""
    found: set[int] = set()
    for segment in segments:
        if segment.kind is not SegmentKind.ROW:
            continue
        for column in segment.row:
            match = _DAY_MONTH.fullmatch(text, column.start, column.end)
            head = fold(column.head) if match else ""
            if match and _TIME.search(head) and not _NO_TIME.search(head):
                found.add(match.start(1))
    return frozenset(found)
