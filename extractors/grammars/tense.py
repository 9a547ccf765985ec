"""Which way a part of a document looks: back at what was done, or ahead."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.facts import DocumentKind, Letterhead, Modality
from extractors.interval import Interval
from extractors.segment import Section, Segment
from extractors.vietnamese import fold

_AHEAD = re.compile(r"^(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|dự kiến|mục tiêu|chỉ tiêu)\b.*?\b(20\d\d)\b")
_HAPPENED = re.compile(r"\b(?:đã|vừa|đạt \d)")
_SETTING = re.compile(
    r"^(?:đặc điểm|tình hình chung|khái quát|thực trạng|bối cảnh|thuận lợi|khó khăn, thuận lợi"
    r"|thuận lợi, khó khăn|nguyên nhân(?! và)|bài học)"
)


# Below these a plan says for whom, when and where; what is to be done stands there only behind a verb.
_FRAME = re.compile(r"^(?:(?:về )?(?:đối tượng|thành phần|thời gian|địa điểm|thời lượng|quân số)\b)")


# Many clauses stand below the same headings.
@lru_cache(maxsize=512)
def _under(headings: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(fold(heading).strip()) for heading in headings)


@lru_cache(maxsize=256)
def _years_ahead(headings: tuple[str, ...]) -> tuple[int, ...]:
    found = (_AHEAD.match(fold(heading).strip()) for heading in headings)
    return tuple(int(match.group(1)) for match in found if match is not None)


def looks_ahead(segment: Segment, letterhead: Letterhead) -> bool:
    """Return whether the segment of a report stands below what is still to come, by word or by a year after its own."""
    if segment.section is Section.FUTURE:
        return True
    if letterhead.kind is not DocumentKind.REPORT or letterhead.issued is None:
        return False
    return any(year > letterhead.issued.year for year in _years_ahead(segment.headings))


def yet_to_come(text: str, label: Modality, deadline: Interval | None, letterhead: Letterhead) -> bool:
    """Return whether a clause read as done is bound by days behind the day of its document: it can only be promised."""
    if label is not Modality.DONE or deadline is None or deadline.end is None or letterhead.issued is None:
        return False
    first = deadline.start or deadline.end
    return first > letterhead.issued and _HAPPENED.search(fold(text)) is None


def describes(segment: Segment) -> bool:
    """Return whether the segment stands below a heading that only describes the setting ("Đặc điểm tình hình")."""
    return _under(segment.headings, _SETTING)


def frames(segment: Segment) -> bool:
    """Return whether the segment stands below a heading of a plan that names for whom, when or where."""
    return _under(segment.headings, _FRAME)
