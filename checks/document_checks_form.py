"""Checks B: the frame — number, day, symbol, subject, signer, recipients, appendices (Nghị định 30/2020/NĐ-CP)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from checks.document_checks import Look, Remark, Severity, body, is_plan, is_report, is_scan, shorten
from checks.kinds_papers import answers
from checks.requirement import Kind, Requirement
from checks.submission import Submission
from extractors.document import Document, Source
from extractors.facts import DateKind, Facts
from extractors.segment import SegmentKind, Zone
from extractors.span import Span
from extractors.vietnamese import bare, fold, lexicon

_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm")
_CODE = re.compile(r"\d+[a-z]?(?:/\d{4})?[-/]\s*([A-ZĐ][A-Za-zĐđrQy]{0,3})[-/]")
_ACTING = re.compile(r"^(KT|TL|TUQ|Q)\.?\s*(.+)$", re.IGNORECASE)
_ATTACHED = re.compile(
    r"\b(?:phụ lục|danh sách|bảng|biểu)(?: [^.;,()]{0,40})?\s(?:kèm theo|đính kèm|gửi kèm)\b"
    r"|\b(?:có|xem|theo) (?:phụ lục|danh sách|biểu)\b[^.;]{0,30}(?:kèm theo|đính kèm|dưới đây|sau đây)"
)
_KINDS = ("KẾ HOẠCH", "BÁO CÁO")
_NAME = re.compile(r"[“\"]([^”\"]{12,})[”\"]")
_HEAD = 3000  # letters in which a plan names its movement
_NEARLY = 0.8  # likeness from which two names are one, written in two ways


def number(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B01: a blank is always told; no line at all only where the register says that the unit numbers its papers."""
    head = facts.letterhead
    if head.number is not None:
        return
    unit = look.register.by_name(item.unit or "")
    if head.number_blank:
        span = head.spans.get("number") or _number_line(document, facts)
        quote = f" (“{shorten(span.quote)}”)" if span else ""
        if is_scan(document):
            yield Remark(f"Chưa đọc được số văn bản trên bản quét{quote}.", (span,) if span else ())
        else:
            yield Remark(f"Văn bản chưa có số{quote}.", (span,) if span else ())
    elif unit is not None and unit.numbered:
        yield Remark("Văn bản không có dòng số, ký hiệu.")


def _number_line(document: Document, facts: Facts) -> Span | None:
    """Return the line "Số: ..." of the letterhead."""
    for segment in facts.segments:
        if segment.zone is Zone.LETTERHEAD and fold(document.text[segment.start : segment.end]).lstrip().startswith(
            "số"
        ):
            return document.span(segment.start, segment.end)
    return None


def issued(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B02."""
    head = facts.letterhead
    if head.issued is None:
        span = head.spans.get("issued")
        quote = f": “{shorten(span.quote)}”" if span else ", không thấy dòng địa danh, ngày tháng"
        told = "Chưa đọc được ngày ban hành trên bản quét" if is_scan(document) else "Ngày ban hành chưa đầy đủ"
        yield Remark(f"{told}{quote}.", (span,) if span else ())


def impossible_day(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B03."""
    for mention in facts.dates:
        if mention.kind is DateKind.INVALID or "impossible" in mention.doubts:
            yield Remark(f"Ngày “{shorten(mention.span.quote)}” không có trong lịch.", (mention.span,))


def leading_zero(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B04: day below 10 and months 1 and 2 take a zero (Phụ lục I, phần II, mục 4)."""
    span = facts.letterhead.spans.get("issued")
    match = _DAY.search(fold(span.quote)) if span else None
    if span is None or match is None:
        return
    day, month = match.group(1), match.group(2)
    if (len(day) == 1) or (len(month) == 1 and int(month) <= 2):
        right = (
            f"ngày {int(day):02d} tháng {int(month):02d}" if int(month) <= 2 else f"ngày {int(day):02d} tháng {month}"
        )
        yield Remark(f"Ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0: “{right}”.", (span,))


def symbol(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B05: the type's letters in the number against the type's name."""
    head = facts.letterhead
    match = _CODE.search(head.number or "")
    if match is None or head.type_name not in _KINDS:
        return
    types = {
        code.strip(): name.strip()
        for code, _, name in (line.partition(":") for line in lexicon("check_types", "checks"))
    }
    named = types.get(match.group(1))
    if named and bare(named) != bare(head.type_name):
        spans = tuple(head.spans[name] for name in ("number", "kind") if name in head.spans)
        yield Remark(f"Ký hiệu “{head.number}” là của {named.lower()} nhưng tên loại ghi “{head.type_name}”.", spans)


def subject(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B06: no subject at all, or the movement's name with other words in it than the plan writes."""
    head = facts.letterhead
    if head.type_name in _KINDS and not head.subject:
        yield Remark("Văn bản chưa có trích yếu nội dung.")
    named = _NAME.findall(look.plan_document.text[:_HEAD])
    for own in _NAME.findall(head.subject or ""):
        alike = [(Levenshtein.normalized_similarity(bare(own), bare(name)), name) for name in named]
        likest, name = max(alike, default=(0.0, ""))
        if _NEARLY <= likest < 1 and bare(own) not in bare(name) and bare(name) not in bare(own):
            spans = (head.spans["subject"],) if "subject" in head.spans else ()
            told = f"Trích yếu ghi “{shorten(own)}”, văn bản giao nhiệm vụ ghi “{shorten(name)}”."
            yield Remark(told, spans)


def signer(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B07."""
    head = facts.letterhead
    if head.signer is None:
        spans = (head.spans["signer_title"],) if "signer_title" in head.spans else ()
        if is_scan(document):
            told = "Chưa đọc được họ tên người ký trên bản quét."
            yield Remark(told, spans, severity=Severity.WARNING)
        else:
            yield Remark("Không tìm thấy họ tên người ký ở cuối văn bản.", spans)


def signature(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B08: a PDF with letters and no signature layer; a scan shows its ink."""
    inked = any(block.source is Source.OCR for block in document.blocks)
    if document.format.startswith("pdf") and not document.signatures and not inked:
        yield Remark("Chưa thấy chữ ký số trên bản PDF.")


def authority(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B09: who signs for the head (KT.) is a deputy; who signs by order (TL.) heads a unit."""
    lines = [line.strip() for line in (facts.letterhead.signer_title or "").split("\n") if line.strip()]
    lines = [line for line in lines if not line.upper().startswith("TM.")]
    if len(lines) < 2:
        return
    match = _ACTING.match(lines[0])
    if match is None:
        return
    deputy = bare(lines[1]).startswith(("pho ", "quyen ", "uy vien", "thanh vien"))
    if match.group(1).upper() == "KT" and not deputy:
        spans = (facts.letterhead.spans["signer_title"],) if "signer_title" in facts.letterhead.spans else ()
        yield Remark(f"Khối ký ghi “{lines[0]}” nhưng chức vụ dòng dưới là “{lines[1]}”, không phải cấp phó.", spans)


def recipients(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B10: the place that the plan names for this paper stands neither among the recipients nor in the text."""
    head = facts.letterhead
    wanted = _asked(look, item)
    if wanted is None or not (head.recipients or head.addressees):
        return
    listed = " ; ".join((*head.recipients, *head.addressees))
    if not _names(look, listed, wanted.recipient or ""):
        where = f"yêu cầu {wanted.id}: “{shorten(wanted.quote, 100)}”"
        yield Remark(f"Nơi nhận chưa có {wanted.recipient} ({where}).")


def addressee(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B11: a report that is addressed, but to somebody else."""
    head = facts.letterhead
    wanted = _asked(look, item)
    if wanted is None or not head.addressees or not is_report(facts):
        return
    if not _names(look, " ; ".join((*head.addressees, *head.recipients)), wanted.recipient or ""):
        yield Remark(f"Văn bản gửi “{'; '.join(head.addressees)}”, kế hoạch yêu cầu gửi “{wanted.recipient}”.")


def _asked(look: Look, item: Submission) -> Requirement | None:
    """Return the duty to send that this paper answers, where it names a recipient."""
    for requirement in look.plan.requirements:
        sends = requirement.kind is Kind.SUBMIT and requirement.recipient and (item.unit or "") in requirement.units
        if sends and answers(look.bench, requirement, item.unit or "", item):
            return requirement
    return None


def _names(look: Look, listed: str, recipient: str) -> bool:
    """Return whether a list of recipients names the wanted one, by any of its forms; "Như trên" stands for all."""
    low = fold(listed)
    if fold(recipient) in low or "như trên" in low or "như kính gửi" in low:
        return True
    found = {mention.unit for mention in look.bench.names.find(low, 0, len(low))}
    wanted = {mention.unit for mention in look.bench.names.find(fold(recipient), 0, len(recipient))}
    if wanted & found or _by_initials(listed, recipient):
        return True
    # "gửi Sở", "gửi UBND huyện": the head of the body stands for its office, which registers what comes in.
    return (
        bool(wanted) and look.register.office in wanted and bool(re.search(r"\b(?:ubnd|sở|huyện|tỉnh|đảng ủy)\b", low))
    )


def _by_initials(listed: str, recipient: str) -> bool:
    """Return whether a short form in the list stands for the recipient: "PGD" for "Phòng GD&ĐT"."""
    whole = "".join(word if word.isupper() else word[0] for word in re.findall(r"[^\W\d_]+", recipient) if word != "và")
    shorts = re.findall(r"\b[A-ZĐ]{3,}\b", listed)
    return any(whole.upper().startswith(short) for short in shorts)


def appendix(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """B12: an appendix or list is announced, and neither table, appendix nor attached file is there."""
    there = any(segment.zone is Zone.APPENDIX or segment.kind is SegmentKind.ROW for segment in facts.segments)
    if there or any(other.attached_to == item.key for other in look.submissions):
        return
    if not (is_plan(facts) or is_report(facts)):
        return
    for segment in body(facts):
        match = _ATTACHED.search(fold(document.text[segment.start : segment.end]))
        if match:
            span = document.span(segment.start + match.start(), segment.start + match.end())
            yield Remark(
                f"Văn bản nhắc “{shorten(span.quote)}” nhưng không thấy phụ lục, danh sách trong tệp.", (span,)
            )
            return
