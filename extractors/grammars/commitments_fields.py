"""Fields that follow a task in its own line: "Mở 02 lớp; đơn vị chủ trì: Phòng A; thời gian: tháng 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.grammars.verbs import VERB
from extractors.segment import Segment, SegmentKind
from extractors.vietnamese import fold

_WHO = r"đơn vị|bộ phận|cơ quan|người|cán bộ|chủ trì|phụ trách"
_WHAT = r"phối hợp|kinh phí|địa điểm|chức vụ|thành tích|danh hiệu|hình thức"
_FIELD = re.compile(
    rf"(?:thời gian|thời hạn|tiến độ|thời điểm|{_WHAT}|{_WHO})"
    r"(?:[^\W\d_]|[ ,/-]){0,40}:\s*(?=\S)"
)
# "…; xong trước ngày 20/02": when the task before is to be done, and nothing of its own.
_CLOSES = re.compile(
    r"(?:(?:phải |và )?(?:hoàn thành|hoàn tất|xong|kết thúc|thực hiện|triển khai|tiến hành)\s+)?(?:xong\s+)?"
    r"(?:trước|chậm nhất|muộn nhất|trong|vào|đến hết|từ)\b(?=[^,;]*\d)(?:\s+[^\s,;]+){1,9}"
)
_ACTOR = re.compile(rf"(?:{_WHO})(?! phối hợp)")


_ACT = re.compile(rf"(?<!\w){VERB}(?!\w)")


@dataclass(frozen=True, slots=True)
class Fielded:
    """A segment, where its fields end, and what the field of the one responsible says."""

    segment: Segment
    end: int
    actor: str | None


def with_fields(text: str, segments: Sequence[Segment]) -> Iterator[Fielded]:
    """Yield the segments with the fields that follow each in its sentence; the fields do not come by themselves."""
    at = 0
    while at < len(segments):
        segment, end, actor = segments[at], segments[at].end, None
        at += 1
        while at < len(segments) and _follows(text, segment, segments[at]):
            field = segments[at]
            low = fold(text[field.start : field.end])
            match = _FIELD.match(low)
            if match and _ACTOR.match(low) and actor is None:
                actor = " ".join(text[field.start + match.end() : field.end].split()).strip(" .;,") or None
            end = field.end
            at += 1
        yield Fielded(segment, end, actor)


def _follows(text: str, segment: Segment, other: Segment) -> bool:
    if other.kind is not SegmentKind.SENTENCE or other.sentence is None or other.sentence != segment.sentence:
        return False
    low = fold(text[other.start : other.end]).rstrip(" .")
    return _FIELD.match(low) is not None or (_CLOSES.fullmatch(low) is not None and not _ACT.search(low[8:]))
