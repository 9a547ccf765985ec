"""Which way a part of a document looks: back at what was done, or ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from extractors.facts import DocumentKind, Letterhead, Modality
from extractors.interval import Interval
from extractors.segment import Section, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_AHEAD = re.compile(r"^(?:nhiệm vụ|phương hướng|kế hoạch|chương trình|dự kiến|mục tiêu|chỉ tiêu)\b.*?\b(20\d\d)\b")
_AS_FOLLOWS = re.compile(r"\bbáo cáo\b[^.;]{0,120}\bnhư sau\b")
# A letter that explains itself, asks for more time or sends its figures tells what was done and left undone.
_ANSWERS = re.compile(
    r"\bgiải trình\b|^(?:về việc |v/v )?chậm (?:gửi|nộp|báo cáo|đăng ký|hoàn thành|triển khai)\b"
    r"|\b(?:xin|đề nghị) (?:được )?(?:cho )?(?:lùi|gia hạn|bổ sung|khất|nộp chậm)\b"
)
_REGISTERS = re.compile(
    r"^(?:về việc |v/v |v/v: )?(?:bản |phiếu )?đăng ký\b(?! (?:dự|tham|nhu cầu|danh sách|tập huấn|học))"
)
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


def speaks_as(text: str, segments: Sequence[Segment], letterhead: Letterhead) -> DocumentKind:
    """Return as what a document is read: a letter that answers as a report, one that registers tasks as a plan."""
    if letterhead.kind is not DocumentKind.OTHER:
        return letterhead.kind
    subject = fold(letterhead.subject or "").strip()
    if _REGISTERS.match(subject) or _REGISTERS.match(fold(letterhead.type_name).strip()):
        return DocumentKind.PLAN
    opening = (s for s in segments[:60] if s.zone in {Zone.PREAMBLE, Zone.BODY} and s.kind is SegmentKind.SENTENCE)
    told = any(_AS_FOLLOWS.search(fold(text[s.start : s.end])) for s in islice(opening, 6))
    return DocumentKind.REPORT if told or _ANSWERS.search(subject) else DocumentKind.OTHER


def yet_to_come(text: str, label: Modality, deadline: Interval | None, written: date | None) -> bool:
    """Return whether a clause read as done is bound by days behind the day of its document: it can only be promised."""
    if label is not Modality.DONE or deadline is None or deadline.end is None or written is None:
        return False
    first, last = deadline.start or deadline.end, deadline.end
    begun = first <= written < last and (last - first).days < 93 and 3 * (written - first).days < (last - first).days
    return (first > written or begun) and _HAPPENED.search(fold(text)) is None


def describes(segment: Segment) -> bool:
    """Return whether the segment stands below a heading that only describes the setting ("Đặc điểm tình hình")."""
    return _under(segment.headings, _SETTING)


def frames(segment: Segment) -> bool:
    """Return whether the segment stands below a heading of a plan that names for whom, when or where."""
    return _under(segment.headings, _FRAME)
