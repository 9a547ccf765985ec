"""Checks A: the file itself — unreadable, scanned, old letters, sender, copies, draft, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.document_checks import Look, Remark, is_scan, shorten
from checks.recognise import CONFLICT, OUTSIDE
from checks.submission import State, Submission
from extractors.document import Document, Part, Source
from extractors.facts import DocumentKind, Facts
from extractors.vietnamese import fold

_BLANKS = re.compile(r"(?:…|\.{3,})\s*(?:%|người|đồng|lượt|hộ|ngày\b)|\[\s*\]|\bx{2,}\b(?!\.)|\(số liệu [^)]*sau\)")
_OLD = {Source.TCVN3: "TCVN3 (.VnTime)", Source.VNI: "VNI"}
_MUCH = 0.5


def unreadable(look: Look, item: Submission) -> Iterable[Remark]:
    """A01."""
    if item.error is not None and item.state is State.QUARANTINED:
        yield Remark(f"Không đọc được tệp “{item.key}”: {item.error.message}")


def unknown_sender(look: Look, item: Submission) -> Iterable[Remark]:
    """A04."""
    if item.state is State.UNKNOWN_UNIT:
        yield Remark(f"Chưa xác định được đơn vị gửi tệp “{item.key}”.")


def conflicting_sender(look: Look, item: Submission) -> Iterable[Remark]:
    """A05."""
    for note in item.notes:
        if note.code == CONFLICT:
            yield Remark(note.text)


def duplicate(look: Look, item: Submission) -> Iterable[Remark]:
    """A06."""
    if item.state is State.DUPLICATE:
        yield Remark(f"Tệp “{item.key}” trùng nội dung với “{item.duplicate_of}” đã tiếp nhận.")


def replaced(look: Look, item: Submission) -> Iterable[Remark]:
    """A07."""
    if item.supersedes and item.state is State.ACCEPTED:
        yield Remark(f"Đơn vị gửi bản mới “{item.key}”, thay cho “{item.supersedes}”.")


def wrong_kind(look: Look, item: Submission) -> Iterable[Remark]:
    """A09."""
    if item.state is not State.ACCEPTED or item.facts is None or item.unit is None:
        return
    head = item.facts.letterhead
    asked_for = bool(head.type_name) and any(fold(head.type_name) in fold(r.quote) for r in look.plan.requirements)
    if head.kind is DocumentKind.OTHER and not asked_for and not any(note.code == OUTSIDE for note in item.notes):
        spans = (head.spans["kind"],) if "kind" in head.spans else ()
        named = head.type_name.lower() or "văn bản khác"
        yield Remark(f"Văn bản “{item.key}” được nhận dạng là {named}, không phải kế hoạch hay báo cáo.", spans)


def scanned(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """A02: half of the letters and more came by recognition."""
    letters = sum(block.end - block.start for block in document.blocks)
    seen = sum(block.end - block.start for block in document.blocks if block.source is Source.OCR)
    if letters and seen >= _MUCH * letters:
        yield Remark(f"Tệp “{item.key}” là bản quét ({document.pages or 1:02d} trang); chữ do máy nhận dạng.")


def old_letters(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """A03."""
    used = sorted({_OLD[block.source] for block in document.blocks if block.source in _OLD})
    if used:
        yield Remark(f"Tệp dùng phông chữ cũ {', '.join(used)}; đã chuyển sang Unicode.")


def draft(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """A08: the word "dự thảo", blanks to be filled, tracked changes, comments."""
    if facts.letterhead.kind is DocumentKind.OTHER:
        return  # dispatches carry forms, whose blanks are meant to be filled by others
    head = facts.letterhead
    marks = tuple(mark for mark in head.draft_marks if any(map(str.isalpha, mark.quote)))
    if marks:
        yield Remark(f"Văn bản còn ghi “{shorten(marks[0].quote)}”{_more(len(marks))}.", marks[:3])
    frame = [head.spans[name] for name in ("number", "issued") if name in head.spans]  # B01 and B02 tell of these
    dotted = [mark for mark in head.draft_marks if mark not in marks]
    blanks = [mark for mark in dotted if not any(one.start <= mark.start < one.end for one in frame)]
    if is_scan(document):
        blanks = []  # leaders and rules come out of recognition as dots
    for match in () if is_scan(document) else _BLANKS.finditer(document.text):
        block = document.block_at(match.start())
        near = any(mark.start - 2 <= match.start() < mark.end for mark in dotted)
        if block.part is Part.BODY and not near:
            blanks.append(document.span(max(block.start, match.start() - 40), min(block.end, match.end() + 20)))
    if blanks:
        yield Remark(f"Văn bản còn chỗ chưa điền: “{shorten(blanks[0].quote)}”{_more(len(blanks))}.", tuple(blanks[:3]))
    if document.changes:
        yield Remark(f"Văn bản còn {len(document.changes):02d} vết sửa (track changes) chưa chấp nhận.")
    if any(block.part is Part.COMMENT for block in document.blocks):
        yield Remark("Văn bản còn ý kiến ghi bên lề (bình luận).")


def _more(count: int) -> str:
    return f" và {count - 1:02d} chỗ khác" if count > 1 else ""
