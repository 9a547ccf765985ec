"""The upper part of a document: letterhead, title, addressees, and the recitals before the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.grammars.sections import section_of_heading
from extractors.grammars.segments_cues import (
    AS_FOLLOWS,
    PREAMBLE,
    is_authority,
    is_letterhead,
    opens_body,
    type_of_line,
)
from extractors.grammars.segments_labels import Level
from extractors.grammars.segments_lines import Line
from extractors.segment import Section, Zone

_WITHOUT_NUMBER = re.compile(r"\S+\s+|[-–+•]")
_LISTED = 5  # words from which a marked line below the subject is an item, no second line of the subject
_TELLS = re.compile(r",[^.;]{0,90}?\bda (?!ban hanh|xay dung|nhan|co van)[^.;,]{3,60}?\b\d[\d.]* [a-z]")
_SUBJECT = re.compile(r"v\s?/\s?v\b|v[ev] viec\b")
_ADDRESSEE = re.compile(r"(?:kinh|klnh|kính)\s*gui\b")
_ADDRESSED = re.compile(rf"{_ADDRESSEE.pattern}\s*:?\s*\w")  # whom it is sent to stands in the line already
_DECIDING = frozenset({"Quyết định", "Nghị quyết", "Nghị định", "Thông tư"})  # who decides stands above the recitals
_ENDS = re.compile(r"[.;:!?]$")
_MORE_SUBJECT = re.compile(
    r"[(\-–_*]|(?:nam|thang|quy|tuan|cua|ve|giai doan|tu ngay|dot|va|trong|tren|6 thang|\d+ thang)\b"
)


def mark_head(
    lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone]
) -> tuple[int | None, int | None, int]:
    """Mark letterhead and title; return the type line, the Kính gửi line, and the position in `flow` after both."""
    type_pos, addressed = None, None
    stop = 0
    for pos, i in enumerate(flow[:80]):
        line = lines[i]
        if i in tabled or (opens_body(line) and not (pos - 1 == type_pos and _is_subject(line))):
            break
        stop = pos + 1
        if _ADDRESSEE.match(line.plain):
            addressed = pos
            break
        if type_pos is None and type_of_line(line, early=pos < 6) and not is_letterhead(line):
            type_pos = pos
        elif not is_letterhead(line) and not (
            _heads(line, pos) if type_pos is None else _subject_goes_on(lines, flow, type_pos, pos)
        ):
            stop = pos
            break
    _mark_frame(lines, flow, zones, type_pos, addressed if addressed is not None else stop)
    return (
        flow[type_pos] if type_pos is not None else None,
        flow[addressed] if addressed is not None else None,
        addressed if addressed is not None else stop,
    )


def _is_subject(line: Line) -> bool:
    """Below the type line "Triển khai ..." and "Thực hiện ..." are a subject, unless a sentence is made of them."""
    return line.label is None and len(line.text) < 400 and line.text[-1] not in ".:;" and "ngày" not in line.text[:120]


def _heads(line: Line, pos: int) -> bool:
    """Before the type line: frame cues, capitals, cells of a layout table, and short odd lines (stamps, "V/v")."""
    if is_letterhead(line) or line.upper or line.block.cell is not None or _SUBJECT.match(line.plain):
        return True
    return pos < 40 and len(line.text) < 90 and not _ENDS.search(line.text)


def _subject_goes_on(lines: Sequence[Line], flow: list[int], type_pos: int, pos: int) -> bool:
    line, first = lines[flow[pos]], pos == type_pos + 1
    if pos - type_pos > 7 or len(line.text) > 600 or AS_FOLLOWS.search(line.plain) or is_authority(line):
        return False
    if line.label is not None and not first and line.label.level <= Level.LETTER:
        return False
    if line.label is not None and not first and len(line.text.split()) > _LISTED:
        return False  # a list without closing marks, right below the subject, is the text
    if _ENDS.search(line.text) and not (first and len(line.text) < 200 and line.text[-1] == "."):
        return False
    if first or line.upper or line.block.bold or line.block.centered or _MORE_SUBJECT.match(line.plain):
        return not line.label or line.label.level >= Level.STAR or first
    if line.text[0].islower():
        return True
    return len(line.text) < 90 and section_of_heading(line.text) is Section.UNKNOWN and pos - type_pos <= 4


def _mark_frame(lines: Sequence[Line], flow: list[int], zones: list[Zone], type_pos: int | None, end: int) -> None:
    framed = type_pos is not None or any(is_letterhead(lines[i]) for i in flow[:end])
    subject: tuple[int, int] | None = None
    for pos, i in enumerate(flow[:end]):
        line = lines[i]
        cell = line.block.cell
        place = (cell.table, cell.row * 1000 + cell.col) if cell else None
        if is_letterhead(line):
            zones[i], subject = Zone.LETTERHEAD, None
        elif type_pos is not None and pos >= type_pos:
            zones[i] = Zone.TITLE
        elif _SUBJECT.match(line.plain):
            zones[i], subject = Zone.TITLE, place or (0, 0)
        elif subject is not None and subject == (place or (0, 0)):
            zones[i] = Zone.TITLE
        else:
            zones[i] = Zone.LETTERHEAD if framed else Zone.TITLE if line.upper else Zone.BODY
            subject = None


def mark_addressees(
    lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], addressed_at: int | None, end: int
) -> int:
    """Mark the addressees from the Kính gửi line on; return the position in `flow` after them."""
    if addressed_at is None:
        return end
    zones[addressed_at] = Zone.ADDRESSEE
    pos = end + 1
    while pos < len(flow) and pos <= end + 30:
        line = lines[flow[pos]]
        if is_letterhead(line):
            zones[flow[pos]] = Zone.LETTERHEAD
        elif _addressee_goes_on(lines[flow[pos - 1]], line) and flow[pos] not in tabled:
            zones[flow[pos]] = Zone.ADDRESSEE
        else:
            break
        pos += 1
    return pos


def _addressee_goes_on(before: Line, line: Line) -> bool:
    if len(line.text) > 160 or opens_body(line) or AS_FOLLOWS.search(line.plain):
        return False
    if before.text.endswith("."):
        return False
    if line.label is not None:
        named = _ADDRESSED.match(before.plain) and before.text[-1] not in ":;,-–"
        return not named and line.label.level >= Level.STAR
    return before.text[-1] in ":;,-–" or line.text[0].islower() or (line.upper and before.upper)


def mark_preamble(
    lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], end: int, typed: str
) -> int:
    """Mark recitals and the sentence that ends "như sau:"; return the position in `flow` after them.

    `typed` is the type of the document: without one (a công văn) the opening sentence already says what is asked.
    """
    decides = typed in _DECIDING
    pos, marked = end, end
    while pos < len(flow) and pos < end + 40:
        i = flow[pos]
        line = lines[i]
        label = line.label
        if i in tabled or (label is not None and label.level <= Level.NUMBER):
            break
        words = _WITHOUT_NUMBER.sub("", line.plain, count=1) if label and line.content > line.start else line.plain
        if marked == pos and _TELLS.search(words) and not AS_FOLLOWS.search(line.plain):
            break  # "Hưởng ứng phong trào, đơn vị đã huy động 250 ngày công": the lead-in of a result
        opening = PREAMBLE.match(words) and (bool(typed) or words.startswith("can cu") or AS_FOLLOWS.search(line.plain))
        announces = opening and "," in line.text and line.text.endswith(":")  # "Căn cứ …, Bệnh viện triển khai:"
        if (AS_FOLLOWS.search(line.plain) or announces) and pos - end < 12:
            marked = pos + 1
            break
        if opening or type_of_line(line) or (decides and line.upper and is_authority(line)):
            marked = pos + 1
        elif label is not None or not (marked == pos and pos > end and line.text[0].islower()):
            break
        else:
            marked = pos + 1
        pos += 1
    for i in flow[end:marked]:
        zones[i] = Zone.PREAMBLE
    return marked
