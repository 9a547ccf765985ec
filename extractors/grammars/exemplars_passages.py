"""The pieces of a document in which exemplars are looked for: whole sentences with what announces them, and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Document
from extractors.grammars.names import find_names
from extractors.grammars.windows import windows
from extractors.segment import Column, Segment, SegmentKind, Zone
from extractors.vietnamese import fold

_ZONES = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})

_GROUP = re.compile(
    r"[\W\d]*(?:(?:về|đối với|các|danh sách)\s+)*(?:tập thể|cá nhân|hộ gia đình|gia đình|mô hình)"
    r"(?:\s+(?:tiêu biểu|điển hình|xuất sắc|tiên tiến))?\s*(?:\([^()]{1,24}\))?\s*:?\s*$"
)
_PREAMBLE_OPENS = re.compile(
    r"[^;.]{0,200}\b(?:tập thể|cá nhân|các đơn vị|gương|điển hình|mô hình|danh sách|hộ gia đình|hợp tác xã)\b"
    r"[^,.;:]{0,90}:\s*$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or item `text[start:end]`; `announced` are the folded headings and the line that opens its list."""

    start: int
    end: int
    segment: Segment
    announced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the folded headings and opening line above it."""

    columns: tuple[Column, ...]
    segment: Segment
    announced: tuple[str, ...]
    first: bool


def passages(document: Document, segments: Sequence[Segment], subject: str = "") -> Iterator[Passage | TableRow]:
    """Yield sentences and rows of the body in reading order, each once.

    `subject` is the folded subject of the document where it announces exemplars: it governs what stands below a mere
    "Tập thể", "Cá nhân", "Mô hình".
    """
    lists = _Lists(document.text)
    seen: tuple[object, ...] = ()
    table: int | None = None
    for at, segment in enumerate(segments):
        if segment.zone is Zone.PREAMBLE:
            lists.preamble(segment)
        if segment.zone not in _ZONES:
            continue
        if segment.kind is SegmentKind.ROW:
            key: tuple[object, ...] = (segment.table, segment.row)
            if segment.row and key != seen:
                yield TableRow(segment.row, segment, lists.above(segment, subject), segment.table != table)
            seen, table = key, segment.table
            continue
        if segment.kind is SegmentKind.HEADING and not _names_one(document.text, segment, segments[at + 1 : at + 2]):
            lists.heading(segment)
            continue
        start, end = lists.statement(segment)
        if (start, end) == seen:
            continue
        seen = (start, end)
        above = lists.above(segment, subject)
        for a, b in windows(document.text, start, end):
            yield Passage(a, b, segment, above)
        lists.opened_by(segment, start, end)


def _names_one(text: str, heading: Segment, following: Sequence[Segment]) -> bool:
    """Return whether a numbered line taken for a heading names one of a list of persons: "3. Lữ Gia An, sinh viên"."""
    if not heading.label or (following and following[0].block == heading.block):
        return False
    said = text[heading.start : heading.end + 1]
    if said.rstrip().endswith(".") and len(said.split()) > 7:
        return True  # "IV. Câu lạc bộ “A” hoạt động hiệu quả, được nhân rộng ra 03 trường."
    names = find_names(text, heading.start, heading.end)
    return bool(names) and names[0].lead == heading.start


class _Lists:
    """Which line opened the list that is being read, and which "Tập thể:" parts it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opening = self.group = ""
        self.labelled = False  # the item before had a number or a dash
        self.before: Segment | None = None  # the heading right before

    def preamble(self, segment: Segment) -> None:
        """A preamble may open a list of exemplars, and then governs the body."""
        low = fold(self.text[segment.start : segment.end]).replace("người tốt, việc tốt", "người tốt việc tốt")
        match = _PREAMBLE_OPENS.search(low)
        self.opening = match.group(0).strip(" ,") if match else ""

    def heading(self, segment: Segment) -> None:
        """A heading ends the list, unless it only parts it, or opens an item: "1. Ông A, thôn B: 20 năm làm …"."""
        if self.before is not None:
            self._close(self.before)
        self.before = segment
        text = self.text[segment.start : segment.end]
        self.group = fold(text) if _GROUP.match(fold(text)) else ""

    def _close(self, heading: Segment) -> None:
        if not _GROUP.match(fold(self.text[heading.start : heading.end])) and not _below(heading, self.opening):
            self.opening = ""

    def statement(self, segment: Segment) -> tuple[int, int]:
        """Return the offsets of the sentence, with the heading on its line; end the list that is over."""
        start, end = segment.sentence or (segment.start, segment.end)
        label = segment.label
        heading, self.before = self.before, None
        if heading is not None:
            inline = heading.block == segment.block and heading.end <= start
            if not inline or self.text[heading.start : heading.end].isupper():
                self._close(heading)
            if inline:
                start, label = heading.start, label or heading.label  # "- Phòng A: hoàn thành 112% kế hoạch"
        if self.opening and not _in_list(label, self.text[start:end], labelled=self.labelled):
            self.opening = ""
        self.labelled = bool(label and self.opening)
        return start, end

    def above(self, segment: Segment, subject: str) -> tuple[str, ...]:
        """Return the folded headings and lines that announce what stands in `segment`."""
        found = _above(segment, subject, self.group if self.opening else "")
        return (*found, self.opening) if self.opening else found

    def opened_by(self, segment: Segment, start: int, end: int) -> None:
        """A sentence may itself open a list."""
        low = fold(self.text[segment.start : segment.end])
        if re.search(r":\s*$|\b(?:như sau|sau đây|cụ thể|gồm)\s*[:.]?\s*$", low):
            self.opening, self.labelled = fold(self.text[start:end])[-400:], False


def _above(segment: Segment, subject: str, group: str) -> tuple[str, ...]:
    """Return the folded headings over a segment, with the subject and the "Tập thể:" that govern it."""
    above = tuple(fold(heading) for heading in segment.headings)
    if subject and above and _GROUP.match(above[-1]):
        above = (subject, *above)
    return (*above, group) if group else above


def _below(heading: Segment, opening: str) -> bool:
    """Return whether a heading only parts the list that the line before has opened ("3.1. Tập thể")."""
    return bool(opening) and (heading.label.startswith(("-", "+", "•", "*")) or heading.label.count(".") > 1)


def _in_list(label: str, text: str, *, labelled: bool) -> bool:
    """Return whether the sentence is an item of the list that the line before has opened.

    Behind an item with a number or a dash, `labelled`, a line without one is none.
    """
    if label or labelled:
        return bool(label)
    words = re.sub(r"^\s*(?:\(?\d{1,2}[).]|[-+•*–])?\s*", "", text).split()[:4]
    return any(word[0].isupper() for word in words)
