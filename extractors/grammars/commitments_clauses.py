"""Cuts segments into the clauses that a clerk would quote: no lead-in, no side remark, one verb and its object."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractors.document import Document
from extractors.grammars.actors import find_units
from extractors.grammars.commitments_fields import with_fields
from extractors.grammars.commitments_opening import told_in_opening
from extractors.grammars.commitments_parts import parts
from extractors.grammars.commitments_trim import trimmed
from extractors.grammars.names import first_name
from extractors.grammars.unit_edges import HEAD
from extractors.grammars.verbs import VERB
from extractors.grammars.windows import windows
from extractors.segment import Section, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]`, with side remarks up to `full`; `lead` is the folded lead-in before its colon.

    `actor` is a unit or person that the lead-in names, `led` where the lead-in stands ("Đợt 2 (từ … đến …): …").
    """

    start: int
    end: int
    full: int
    segment: Segment
    lead: str
    actor: str | None
    led: tuple[int, int] | None = None


_Carried = tuple[str, str | None, tuple[int, int] | None]  # lead-in, its actor, its place
_OPENER = re.compile(
    r"(?:bên cạnh đó|ngoài ra|đồng thời|tuy nhiên|cụ thể|trong đó|theo đó|cùng với đó|qua đó|từ đó|đặc biệt"
    r"|nhìn chung|mặt khác"
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy)"
    r"|bên cạnh những kết quả đạt được|về [^,:]{3,60}|đối với [^,:]{3,60}|riêng)\s*[,:]\s*|[-+•*–]\s+"
)
_DETAILS = re.compile(r",\s*trong đó\s*:")
_ANNOUNCES = re.compile(r"\b(?:như sau|sau đây|sau|cụ thể|gồm|danh sách)\s*[:.]?\s*$")
_LAST = ("sau", "đây", "thể", "gồm", "sách")
_CLAIM = re.compile(r"\d|\"|\b(?:đã|chưa|sẽ)\b")
# "Dự án 2 - Đa dạng hóa sinh kế:" bears a number that counts nothing.
_ORDINAL = re.compile(
    r"\b(?:quý|năm|tháng|điểm|dự án|tiểu dự án|hợp phần|chương trình|nội dung|hoạt động|tiêu chí|tiêu chuẩn|mục tiêu"
    r"|nhóm|khối|cụm|tổ|đội|thôn|đợt|vòng|bước|giai đoạn|nhiệm vụ|chuyên đề|phần|số)\s+(?:số\s+)?[\divx./-]+"
)
_TIMES = re.compile(
    r"\([^()]*\)|\b(?:quý|năm|tháng|ngày|đợt|giai đoạn|điểm|mục|lần|buổi)\s+[\divx/.\-]+"
    r"|\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?"
)
_NUMBER_ONLY = re.compile(r"(?:nhiệm vụ|giải pháp|phần|mục|chương|điều|nội dung|giai đoạn)\s+(?:thứ\s+)?\w+$")
_FIGURE = re.compile(r"\s*(?:trên |dưới |từ |ít nhất |đạt )?\d[\d.,/]*\s*%?(?:[\s/]+[^\W\d_]+){0,5}[.;]?\s*")
_WHEN = re.compile(
    r"\s*(?:(?:trước|chậm nhất|vào|trong|từ|đến hết|xong)\s+)*(?:ngày|tháng|quý|tuần|cuối|đầu"
    r"|giữa)\s[\w/.\- ]{1,40}[.;]?\s*"
)
_COUNTED_DUTY = re.compile(rf"\s*{VERB}(?!\w)[^:]*\d")
_WILL = re.compile(r"\bsẽ\b")
_HAS = re.compile(r"\b(?:đã|chưa|không|đang)\b")
_YEAR = re.compile(r"\bnăm \d{4}\b")
_SIGN = re.compile('[:"()]')
_ACT = re.compile(rf"{VERB}(?!\w)")
# "Biểu dương 04 cộng tác viên:" announces whom the report itself praises; "Hội tặng Giấy khen cho:" tells an act.
_ANNOUNCED = re.compile(r"(?:biểu dương|tuyên dương|nêu gương|vinh danh)\b")
_GIVES = re.compile(r"\b(?:tặng|trao) (?:giấy|bằng) khen\b")
_TIMED = (
    r"(?:ra mắt|nghiệm thu|bàn giao|khánh thành|triển khai|thực hiện)"
    r" (?:đầu|giữa|cuối|trong|trước|từ|vào|ngày|tháng|quý)"
)
# A verb that begins what stands behind the colon, or behind a comma there: then it is told, and not only listed.
_ACT_BEHIND = re.compile(rf"[,;–-]\s*(?:và\s+)?(?!hoàn thành|kết thúc|{_TIMED}){VERB}(?!\w)")
_REGISTERED = re.compile(rf"(?!{VERB}(?!\w))[^,;\d]{{2,40}}\b(?:đăng ký|dự kiến)\b[^,;\d]{{0,30}}")
_TOLD_BEHIND = re.compile(r"\s*(?:[^,;:]{4,40}, )?[^,;:\d]{2,40} đã [^,;:]*\d")
_NAMED_TIMES = re.compile(r"\b(?:\d+|một|hai|ba|bốn|năm) [^\W\d_]")
_HONOURS = re.compile(r"(?:điển hình|nổi bật|tiêu biểu)\b")
_PRESENTS = re.compile(r"\b(?:gương|điển hình|tiêu biểu)\b")


def find_clauses(
    document: Document, segments: Sequence[Segment], plan: bool, later: Sequence[int] = ()
) -> Iterator[Clause]:
    """Yield the clauses of body sentences in reading order; `plan` also parts duties joined by a comma.

    `later` are the places of dates behind the day of the document.
    """
    sentence: tuple[int, int] | None = None
    carried: _Carried = ("", None, None)
    heading: Segment | None = None
    for item in with_fields(document.text, segments):
        segment = item.segment
        if segment.kind is SegmentKind.ROW:
            continue
        if segment.zone is Zone.PREAMBLE and not plan:
            told = told_in_opening(document.text, segment.start, segment.end)
            if told is None:
                continue
            segment = replace(segment, start=told)
        elif segment.zone not in _ZONES:
            continue
        if segment.kind is SegmentKind.HEADING:
            heading = segment
            if not _heading_tells(document.text[segment.start : segment.end]):
                continue
        elif (
            heading is not None
            and heading.block == segment.block
            and _FIGURE.fullmatch(fold(document.text[segment.start : segment.end]))
        ):
            segment = replace(segment, start=heading.start)  # "Học sinh giỏi cấp tỉnh: 25 giải"
        if segment.sentence != sentence or sentence is None:
            carried = ("", None, None)
        sentence = segment.sentence
        whole = windows(document.text, segment.start, segment.end)
        duties = plan or segment.section is Section.FUTURE
        cuts = (_cut(document.text, _narrowed(segment, a, b), duties, carried, later) for a, b in whole)
        for clause in chain.from_iterable(cuts):
            carried = (clause.lead, clause.actor, clause.led)
            piece = document.text[clause.start : clause.end]
            if len(piece.split()) > 2 and not _NUMBER_ONLY.match(fold(piece)):
                full = max(clause.full, item.end if item.end > segment.end else 0)
                same = full == clause.full and not item.actor
                yield clause if same else replace(clause, full=full, actor=item.actor or clause.actor)
        raw = document.text[segment.start : segment.end]
        if ("rong" in raw or "RONG" in raw) and _DETAILS.search(fold(raw)):
            carried = ("trong đó", *carried[1:])  # what follows the semicolon only parts the figure before


def _narrowed(segment: Segment, start: int, end: int) -> Segment:
    whole = (segment.start, segment.end) == (start, end)
    return segment if whole else replace(segment, start=start, end=end)


def _heading_tells(text: str) -> bool:
    """Return whether a line taken for a heading is rather a duty: opens with a verb, holds a number or a full stop."""
    low = fold(text).strip()
    _, colon, rest = low.removesuffix(":").partition(":")
    if colon and _COUNTED_DUTY.match(rest):
        return True  # "Chiến dịch diệt lăng quăng: tổ chức 03 đợt cao điểm:"
    return (
        _ACT.match(low) is not None
        and not text.isupper()
        and (low.endswith(".") or re.search(r"\d{1,2}[/.]\d|\d+\s?%|\"|\b\d{2}\s[a-zà-ỹ]", low) is not None)
    )


def _cut(text: str, segment: Segment, plan: bool, carried: _Carried, later: Sequence[int] = ()) -> Iterator[Clause]:
    """Yield the clauses of one segment; `carried` are lead-in and actor of the clause before in the same sentence."""
    start, end = segment.start, segment.end
    lead, actor, led = carried
    low = fold(text[start:end])
    while True:
        colon = _colon(low)
        opener = _OPENER.match(low)
        if opener and opener.end() < len(low):
            lead = low[: opener.end()].strip(" ,:-+•*") or lead
            start += opener.end()
        elif colon and low[colon + 1 :].strip():
            head = low[:colon]
            if _is_whole(head, low[colon + 1 :], plan):
                break
            if _is_claim(head, low[colon + 1 :]):
                lead = head if _PRESENTS.search(head) else lead
                end = start + colon
                low = low[:colon]
                break
            lead, actor, led = head.strip(), _acting(text, start, start + colon) or actor, (start, start + colon)
            start += colon + 1 + len(low[colon + 1 :]) - len(low[colon + 1 :].lstrip())
        else:
            break
        low = fold(text[start:end])
    tail = low.rstrip(" :.\n\t")
    if low.rstrip().endswith(":") or (tail.endswith(_LAST) and _ANNOUNCES.search(low)):
        if not plan and _ANNOUNCED.match(low):
            return
        if not re.search(r"\d", _YEAR.sub("", low)) and not _GIVES.search(low):
            return
        low = re.sub(r"[,;]?\s*(?:cụ thể|như sau|sau đây|gồm|danh sách[^,;]*)?\s*:?\s*$", "", low)
        end = start + len(low)
    if not lead and _HONOURS.match(low):
        lead = "nổi bật"  # what follows in the sentence tells of exemplars too
    ahead = [at - start for at in later if start <= at < end]
    duties = plan or (led is not None and any(led[0] <= at < led[1] for at in later)) or _promised(low)
    for first, full in parts(text[start:end], low, duties, ahead):
        a, b = trimmed(low, first, full)
        if b - a > 3:
            yield Clause(start + a, start + b, start + full, segment, lead, actor, led)


def _is_whole(head: str, rest: str, plan: bool) -> bool:
    """Return whether what stands before and behind a colon is one statement.

    "Diện tích tái canh: 120 ha", "Sơ kết: tháng 7/2025"; in a plan "Sáng kiến đăng ký: \"Thẻ nhắc\"" too, and a duty
    with those it counts ("Tu bổ 02 di tích: Đình Thượng và Chùa Hạ, xong trong quý III").
    """
    if _FIGURE.fullmatch(rest) or (_ACT.match(head) and _WHEN.fullmatch(rest)):
        return True
    if not plan or len(rest.split()) > 30 or ":" in rest or _ACT_BEHIND.search("," + rest):
        return False
    counts = _NAMED_TIMES.search(head) is not None or (rest.lstrip()[:1].isdigit() and len(head.split()) > 3)
    return _REGISTERED.fullmatch(head) is not None or (counts and _ACT.match(head) is not None)


def _promised(low: str) -> bool:
    """Return whether all that a clause of a report says is promised: "sẽ mở 02 lớp, kiểm tra nốt 05 hộ"."""
    return _WILL.search(low) is not None and _HAS.search(low) is None


def _colon(low: str) -> int:
    """Return the offset of the first colon outside quotation marks, brackets and times of day, or 0."""
    if ":" not in low:
        return 0
    inside, depth = False, 0
    for match in _SIGN.finditer(low, 0, 220):
        at = match.start()
        if low[at] == '"':
            inside = not inside
        elif low[at] in "()":
            depth = max(0, depth + (1 if low[at] == "(" else -1))
        elif not inside and not (depth and low.find(")", at) > 0) and not low[at + 1 : at + 2].isdigit():
            return at
    return 0


def _is_claim(head: str, rest: str) -> bool:
    """Return whether what stands before a colon already tells something: then what follows only details it.

    Where only the `rest` counts, it tells: "Việc khó đã được giải quyết: ngày 26/9, Sở đã trả đủ 1.260 hồ sơ".
    """
    words = head.split()
    found = _CLAIM.search(_ORDINAL.sub("", _TIMES.sub("", head))) if len(words) > 4 else None
    return found is not None and not (found.group(0).isalpha() and _TOLD_BEHIND.match(rest))


def _acting(text: str, start: int, end: int) -> str | None:
    """Return the unit or person that a lead-in consists of ("Thanh tra Sở:"), or None."""
    name = first_name(text, start, end)
    if name is not None and name.lead - start < 3:
        return text[name.lead : name.end]
    head = HEAD.search(fold(text[start:end]), 0, 40)
    units = find_units(text, start, end) if head is not None and head.start() < 4 else ()
    if units and units[0].start - start < 4 and end - units[0].end < 3:
        return text[units[0].start : units[0].end]
    return None
