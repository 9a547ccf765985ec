"""Checks F on figures: text against table, totals against their parts, shares against their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checks.document_checks import Look, Remark, Severity, is_scan, shorten
from checks.kinds_measure import number_words
from checks.submission import Submission
from extractors.document import Document
from extractors.facts import ExemplarKind, Facts
from extractors.segment import Column, Segment, SegmentKind, Zone
from extractors.span import Span
from extractors.vietnamese import fold, words

_NUMBER = re.compile(r"(?<![\w.,/])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\w/]|[.,]\d)")
_COUNTED = re.compile(
    r"(?<![\w.,/%-])(\d{1,3}(?:\.\d{3})+|\d{1,4})\s+"
    r"((?!tháng|năm|ngày|giờ|phút|triệu|tỷ|nghìn|đồng|lượt|buổi)[^\W\d_]+(?:\s[^\W\d_]+){0,2})"
)
# "05 cá nhân và 01 tập thể", "41 cơ sở hoàn thiện hồ sơ": the counted thing ends before what joins or tells.
_NOUN_END = re.compile(
    r"\s(?:và|với|hoặc|hay|là|được|bị|đã|đang|sẽ|chưa|không|cho|tại|trong|trên|ở|có|để|theo|từ|do|nên|mà|của|gồm|về|đạt"
    r"|tham gia|so)\b.*"
)
_CLAUSE_END = re.compile(r"[.,;:()–].*")
_EACH = re.compile(r"\bmỗi\b[^.;,]{0,40}$|(?:từ|đến|khoảng|trên|dưới|hơn|ít nhất|tối thiểu|thêm|còn|-)\s*$")
_SHARE = re.compile(
    r"(?<![\w.,/])(\d{1,3}(?:\.\d{3})*|\d+)\s?/\s?(\d{1,3}(?:\.\d{3})*|\d+)(?![/\d])([^.;/%\d]{0,80}?)"
    r"\(?\s?(?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ )?(\d{1,3}(?:,\d+)?)\s?%"
)
_SUM = re.compile(r"(?<![\w.,/])(\d{1,5})\s+([^\W\d_]+(?:\s[^\W\d_]+){0,3})\s*\(((?:[^()]|\d){3,120})\)")
_PART = re.compile(r"(?<![\w.,/])(\d{1,5})\s+[^\W\d_]+")
_TOTAL = re.compile(r"^(?:tổng(?: cộng| số)?|cộng)\b")
_NOT_PARTS = re.compile(r"\b(?:trong đó|đạt|tăng|giảm|năm|tháng|ngày|kèm|gồm cả|bình quân|mỗi|từ)\b|%|/")
_LIGHT = frozenset(["số", "các", "những", "của", "và", "tên", "họ", "tổng"])
_NAMES = re.compile(r"^(?:tên|họ và tên|họ tên|danh sách|đơn vị|tập thể|cá nhân)\b")
_KIN_WORDS = 2  # content words that a sentence and a table's caption must share
_ROUNDING = 0.06


@dataclass(frozen=True)
class Table:
    """The rows of one table of a paper, its total row apart, and the line above it."""

    rows: tuple[tuple[Column, ...], ...]
    total: tuple[Column, ...]
    caption: str
    start: int


def _tables(document: Document, facts: Facts) -> list[Table]:
    found: dict[int, dict[int, tuple[Column, ...]]] = {}
    starts: dict[int, int] = {}
    for segment in facts.segments:
        if segment.kind is SegmentKind.ROW and segment.table is not None and segment.row:
            first = min(cell.start for cell in segment.row if not cell.carried) if segment.row else segment.start
            found.setdefault(segment.table, {}).setdefault(first, segment.row)
            starts[segment.table] = min(starts.get(segment.table, first), first)
    tables = []
    for number, rows in found.items():
        whole = _headed(document, [rows[start] for start in sorted(rows)])
        totals = [row for row in whole if any(_TOTAL.match(fold(_cell(document, cell)).strip()) for cell in row[:2])]
        kept = tuple(row for row in whole if row not in totals)
        caption = _above(document, facts.segments, starts[number])
        # Totals above their parts, or one for each group, add up in ways that no check can know.
        last = len(totals) == 1 and totals[0] is whole[-1]
        tables.append(Table(kept, totals[0] if last else (), caption, starts[number]))
    return tables


def _headed(document: Document, rows: list[tuple[Column, ...]]) -> list[tuple[Column, ...]]:
    """Return the rows with the first one as their heads, where no heads were read and it holds words alone."""
    if len(rows) < 3 or any(cell.head for row in rows for cell in row):
        return rows
    heads = [_cell(document, cell).strip() for cell in rows[0]]
    if not all(heads) or any(re.search(r"\d", head) for head in heads):
        return rows
    return [
        tuple(replace(cell, head=heads[place]) if place < len(heads) else cell for place, cell in enumerate(row))
        for row in rows[1:]
    ]


def _cell(document: Document, cell: Column) -> str:
    return document.text[cell.start : cell.end]


def _above(document: Document, segments: Sequence[Segment], start: int) -> str:
    before = [
        s for s in segments if s.end <= start and s.kind is not SegmentKind.ROW and s.zone in {Zone.BODY, Zone.APPENDIX}
    ]
    return document.text[before[-1].start : before[-1].end] if before else ""


def _value(text: str) -> float | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    return float(match.group(1).replace(".", "")) + (float(f"0.{match.group(2)}") if match.group(2) else 0.0)


def text_against_table(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """F01: a count in the text against the rows or the sum of the table that lists the same things."""
    for table in _tables(document, facts):
        listed = _listed(document, facts, table)
        told: set[int] = set()
        for segment in facts.segments:
            if segment.kind is not SegmentKind.SENTENCE or segment.zone not in {Zone.BODY, Zone.APPENDIX}:
                continue
            if not _introduces(document, segment, table):
                continue
            text = document.text[segment.start : segment.end]
            for match in _COUNTED.finditer(text):
                if _EACH.search(fold(text[: match.start()])):
                    continue
                noun = _NOUN_END.sub("", match.group(2))
                right = _expected(document, table, listed, noun)
                said = float(match.group(1).replace(".", ""))
                at = segment.start + match.start()
                if right is None or right[0] == said or at in told:
                    continue
                told.add(at)
                told_of = _NOUN_END.sub("", text[match.start(2) :].split("\n")[0])
                whole = _CLAUSE_END.sub("", told_of)
                span = document.span(at, segment.start + match.start(2) + max(len(whole.rstrip()), len(noun)))
                yield Remark(
                    f"Lời văn ghi “{shorten(span.quote)}”, bảng có {number_words(right[0])} ({right[1]}).",
                    (document.span(segment.start, segment.end), *_places(document, table)),
                    severity=_trust(document),
                )


def _trust(document: Document) -> Severity | None:
    """Return HINT for a scan, whose digits recognition may have got wrong, None (the check's own) otherwise."""
    return Severity.HINT if is_scan(document) else None


def _places(document: Document, table: Table) -> tuple[Span, ...]:
    row = table.total or (table.rows[-1] if table.rows else ())
    cells = [cell for cell in row if cell.end > cell.start and not cell.carried]
    return tuple(document.span(cell.start, cell.end) for cell in cells[:4])


def _introduces(document: Document, segment: Segment, table: Table) -> bool:
    """Return whether a sentence speaks of what the table lists: it leads into it, or shares its caption's words."""
    if segment.end > table.start:
        return False
    text = fold(document.text[segment.start : segment.end])
    between = document.text[segment.end : table.start]
    if len(between) < 160 and between.count("\n") <= 2 and not re.search(r"[.]\s", between.strip()):
        return True
    own = set(words(text)) - _LIGHT
    return len(own & (set(words(table.caption)) - _LIGHT)) >= _KIN_WORDS + 1 and len(words(table.caption)) <= 16


def _listed(document: Document, facts: Facts, table: Table) -> dict[ExemplarKind, int]:
    """Return how many persons and collectives the table names."""
    end = max((cell.end for row in table.rows for cell in row), default=table.start)
    found: dict[ExemplarKind, set[str]] = {}
    for exemplar in facts.exemplars:
        if table.start <= exemplar.span.start < end:
            found.setdefault(exemplar.kind, set()).add(fold(exemplar.name))
    return {kind: len(names) for kind, names in found.items()}


def _expected(document: Document, table: Table, listed: dict[ExemplarKind, int], noun: str) -> tuple[float, str] | None:
    """Return what the table says of so many `noun`, and by what; None where it does not count them."""
    low = fold(noun)
    for kind, pattern in ((ExemplarKind.PERSON, "cá nhân"), (ExemplarKind.COLLECTIVE, "tập thể")):
        if low.startswith(pattern) and listed.get(kind):
            return float(listed[kind]), f"số {pattern} được nêu tên"
    wanted = set(words(noun)[:2]) - _LIGHT
    for place, cell in enumerate(table.rows[0] if table.rows else ()):
        head = set(words(cell.head)) - _LIGHT
        if not wanted & head:
            continue
        values = [_value(_cell(document, row[place])) for row in table.rows if place < len(row)]
        if values and all(value is not None for value in values):
            if wanted <= head:
                total = _value(_cell(document, table.total[place])) if place < len(table.total) else None
                return total if total is not None else sum(v for v in values if v is not None), "cộng theo bảng"
            continue
        if _NAMES.match(fold(cell.head)) and words(noun)[0] in head:
            return float(len(table.rows)), "số dòng"
    return None


def wrong_sum(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """F02: "15 đảng viên (10 nam, 6 nữ)", and total rows of tables."""
    for match in _SUM.finditer(document.text):
        inner = match.group(3)
        parts = [int(value) for value in _PART.findall(inner)]
        if len(parts) < 2 or _NOT_PARTS.search(fold(inner)) or len(parts) != inner.count(",") + inner.count(" và ") + 1:
            continue
        if sum(parts) != int(match.group(1)):
            span = document.span(match.start(), match.end())
            yield Remark(
                f"Tổng {match.group(1)} khác tổng thành phần {sum(parts)}: “{shorten(span.quote)}”.",
                (span,),
                severity=_trust(document),
            )
    for table in _tables(document, facts):
        yield from _wrong_total(document, table)


def _wrong_total(document: Document, table: Table) -> Iterable[Remark]:
    for place, cell in enumerate(table.total):
        said = _value(_cell(document, cell))
        values = [_value(_cell(document, row[place])) for row in table.rows if place < len(row)]
        if said is None or len(values) < 2 or any(value is None for value in values):
            continue
        total = sum(value for value in values if value is not None)
        if abs(total - said) > _ROUNDING:
            span = document.span(cell.start, cell.end)
            head = f" ở cột “{cell.head}”" if cell.head else ""
            yield Remark(
                f"Dòng tổng{head} ghi {number_words(said)}, cộng các dòng được {number_words(total)}.",
                (span,),
                severity=_trust(document),
            )


def wrong_share(look: Look, item: Submission, document: Document, facts: Facts) -> Iterable[Remark]:
    """F03: a/b against the percentage beside it, within rounding."""
    for match in _SHARE.finditer(document.text):
        a, b = (float(match.group(place).replace(".", "")) for place in (1, 2))
        month = a <= 12 and 1990 <= b <= 2100 and "." not in match.group(2)
        month = month or any(m.span.start <= match.start(1) and match.end(2) <= m.span.end for m in facts.dates)
        if not b or a > b * 5 or "\n" in match.group(0) or month:
            continue
        said = match.group(4)
        places = len(said.partition(",")[2])
        right = 100 * a / b
        if abs(right - float(said.replace(",", "."))) > 0.5 * 10**-places + _ROUNDING:
            closed = document.text[match.end() : match.end() + 1] == ")" and "(" in match.group(0)
            span = document.span(match.start(), match.end() + closed)
            exact = f"{right:.{max(places, 1)}f}".replace(".", ",").removesuffix(",0")
            yield Remark(
                f"{match.group(1)}/{match.group(2)} = {exact}%, văn bản ghi {said}%: “{shorten(span.quote, 90)}”.",
                (span,),
                severity=_trust(document),
            )
