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
    r"|bên cạnh những kết quả đạt được|về [^,:]{3,60}|đối với [^,:]{3,60}|riêng)\s*[,:]\s*|[-+•*–]\s+"
)
_PASSIVE_VERB = re.compile(rf"\b(?:được|bị) {VERB}$")
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
_SIGN = re.compile('[:"]')
_ACT = re.compile(rf"{VERB}(?!\w)")
_HONOURS = re.compile(r"(?:điển hình|nổi bật|tiêu biểu)\b")
_PRESENTS = re.compile(r"\b(?:gương|điển hình|tiêu biểu)\b")
_CLOSE = (
    r"(?:hoàn thành (?:[^\W\d_]+ ){0,3}?(?:trước|trong|chậm|vào|đến)|đưa vào|kết thúc|bắt đầu|thực hiện (?:trong|từ"
    r"|trước)"
    r"|triển khai (?:trong|từ|trước)|thời gian)\b"
)
_HELD = (
    r"hoàn thành (?:[^\W\d_]+ ){0,3}?(?:trước|trong|chậm|vào|đến)|đưa vào|kết thúc|áp dụng|niêm yết|đạt|vượt|tăng"
    r"|giảm|có|phấn đấu|thu hút|chia|gắn|tập trung|theo|thi|vay|cho|lấy|in|nhân|phát huy|bám sát|nâng|tạo|là"
)
_NEXT = re.compile(
    rf"(?:,\s+(?:đồng thời\s+|và\s+)?|\s+(?:đồng thời|và)\s+)(?=(?:giao\s|dự kiến\s)|(?!(?:{_HELD})\b){VERB}(?!\w))"
)
# "…, hoàn thành trong tháng 5", "…, đưa vào sử dụng trước ngày …" close the duty before them and are none of their own.
_COMPLETION = re.compile(rf",?\s*(?:{_CLOSE}).*$")
_YEAR = re.compile(r"\bnăm \d{4}\b")
_OWN = re.compile(r"\d|\"|\b(?:quý|tháng|năm|tuần|hằng|hàng)\b")
_DATED = re.compile(
    r"\b(?:ngày|tháng|quý|năm|dịp|tuần)\s+(?:[\d/.\-]+|[ivx]+)\b(?:\s*/\s*\d{4})?"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b"
)
_COUNTED = re.compile(r"\d|\"")
_REPORTS = re.compile(r"(?:báo cáo|sơ kết|tổng kết|gửi|nộp|trình|nghiệm thu)\b")
_SENT = re.compile(
    r"^(?:\w+\s){0,3}?(?:gửi|nộp|báo cáo|trình)\s.*?\b(?:về|cho|tới|ubnd|sở|phòng|văn phòng|ban|huyện|tỉnh)\b"
)
_ASSIGNS = re.compile(r"^giao\s")
# "chưa tổ chức được lớp …, dự kiến tổ chức trong tháng 3": what was not done, and what is promised instead.
_NOT_YET = re.compile(r"\b(?:chưa|không)\b[^,]*$")
_SOON = re.compile(r"(?:dự kiến|sẽ)\b")
# Deeds told in a row, each with its own count; what such verbs tell is the fruit of the deed before and stays with it.
_FRUIT = (
    r"(?:phát hiện|tịch thu|thu giữ|truy thu|lập (?:\d+ )?biên bản|lập \d+|kiến nghị|phục vụ"
    r"|tiếp nhận|giải quyết|hòa giải|hỗ trợ|trong số|thu hút|xử lý|xử phạt"
    r"|thu|tăng|giảm|đạt|vượt|giúp|có|cho|tạo|tiết kiệm|trong đó"
    r"|khen thưởng|biểu dương|nhắc nhở|yêu cầu)\b"
)
# A fine is a deed of its own: "…, xử phạt 06 cơ sở với số tiền 32,5 triệu đồng".
_FINED = re.compile(
    r"(?:lập (?:\d+ )?biên bản [^,;]{0,40}, )?(?:xử )?phạt(?: \w+){0,3} \d[^;]{0,60}?\b(?:đồng|triệu|tỷ)\b"
)
_DEED = re.compile(rf"(?!{_FRUIT})(?:{VERB})(?!\w)[^,;]*?\d")
# Two deeds, each with its count right behind the verb: "Đã kẻ 1.180 m vạch sơn, lắp 12 biển báo".
_COUNTS = re.compile(rf"(?<!\w)(?!{_FRUIT})(?:{VERB})(?: thêm| được| mới)? \d")
_DEEDS = re.compile(rf",\s+(?:và\s+)?(?!{_FRUIT})(?:{VERB})(?!\w)(?=[^,;]*?\d)")


def find_clauses(document: Document, segments: Sequence[Segment], plan: bool) -> Iterator[Clause]:
    """Yield the clauses of body sentences in reading order; `plan` also parts duties joined by a comma."""
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
        cuts = (_cut(document.text, _narrowed(segment, a, b), duties, carried) for a, b in whole)
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


def _cut(text: str, segment: Segment, plan: bool, carried: _Carried) -> Iterator[Clause]:
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
            if _FIGURE.fullmatch(low[colon + 1 :]) or (_ACT.match(head) and _WHEN.fullmatch(low[colon + 1 :])):
                break  # "Diện tích tái canh: 120 ha", "Sơ kết: tháng 7/2025" are one statement
            if _is_claim(head):
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
        if not re.search(r"\d", _YEAR.sub("", low)):
            return
        low = re.sub(r"[,;]?\s*(?:cụ thể|như sau|sau đây|gồm|danh sách[^,;]*)?\s*:?\s*$", "", low)
        end = start + len(low)
    if not lead and _HONOURS.match(low):
        lead = "nổi bật"  # what follows in the sentence tells of exemplars too
    for first, full in _parts(text[start:end], low, plan):
        a, b = trimmed(low, first, full)
        if b - a > 3:
            yield Clause(start + a, start + b, start + full, segment, lead, actor, led)


def _colon(low: str) -> int:
    """Return the offset of the first colon outside quotation marks and times of day, or 0."""
    if ":" not in low:
        return 0
    inside = False
    for match in _SIGN.finditer(low, 0, 220):
        at = match.start()
        if low[at] == '"':
            inside = not inside
        elif not inside and not low[at + 1 : at + 2].isdigit():
            return at
    return 0


def _is_claim(head: str) -> bool:
    """Return whether what stands before a colon already tells something: then what follows only details it."""
    words = head.split()
    return len(words) > 4 and _CLAIM.search(_ORDINAL.sub("", head)) is not None


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


def _parts(piece: str, low: str, plan: bool) -> Iterator[tuple[int, int]]:
    """Yield the ranges between the places where a new verb with its own number, date, name or recipient begins."""
    begin = 0
    if "," not in low and "và" not in low and "đồng thời" not in low:
        yield 0, len(low)
        return
    series = not plan and len(_DEEDS.findall(low)) > 1
    for match in _NEXT.finditer(low):
        right = low[match.end() :]
        comma = match.group(0).startswith(",")
        if _inside_quote(low, match.start()) or not piece[match.end()].islower():
            continue
        left = low[begin : match.start()]
        if comma and _PASSIVE_VERB.search(left):
            continue  # "100% ổ dịch được phát hiện, xử lý trong 48 giờ"
        if comma and _NOT_YET.search(left) and _SOON.match(right):
            yield begin, match.start()
            begin = match.end()
            continue
        fined = _FINED.match(right) is not None
        pair = _COUNTS.match(right) is not None and _COUNTS.search(left) is not None
        deed = right.startswith(("sẽ", "đã")) or fined or pair or (series and _DEED.match(right))
        if not plan and comma and not deed:
            continue
        if len(left.split()) < 4 or not _OWN.search(left if comma else _YEAR.sub("", left)):
            continue
        following = _NEXT.search(right)
        own = _COMPLETION.sub("", right[: following.start()] if following else right)
        both_dated = comma and _DATED.search(left) is not None and _DATED.search(own) is not None
        if _ASSIGNS.match(right) or both_dated or _stands_alone(own, comma=comma):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(low)


def _stands_alone(own: str, *, comma: bool) -> bool:
    """Return whether a verb phrase behind a comma or "và" stands alone: with a number, a name, a recipient."""
    if not comma:
        return _OWN.search(_YEAR.sub("", own)) is not None
    if _SENT.match(own) or _COUNTED.search(_DATED.sub("", own)):
        return True
    return _REPORTS.match(own) is not None and _DATED.search(own) is not None


def _inside_quote(low: str, at: int) -> bool:
    return low.count('"', 0, at) % 2 == 1
