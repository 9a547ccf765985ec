"""Tells the parts of an administrative document apart: letterhead, title, addressees, body, recipients, signature.

The order of the parts follows Nghị định 30/2020/NĐ-CP, Phụ lục I; party papers (Hướng dẫn 36-HD/VPTW) and plain notes
without any frame are read too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Part
from extractors.grammars.segments_cues import is_arrival, is_stray, type_of_line
from extractors.grammars.segments_head import mark_addressees, mark_head, mark_preamble
from extractors.grammars.segments_lines import Line
from extractors.grammars.segments_tail import mark_tail
from extractors.segment import Zone

_FLOW = frozenset({Part.BODY, Part.TEXTBOX})


@dataclass(frozen=True)
class Frame:
    """The zone of each line, and the line and name of the type ("KẾ HOẠCH") where the document has one."""

    zones: tuple[Zone, ...]
    type_at: int | None
    type_name: str
    addressed_at: int | None


def read_frame(lines: Sequence[Line], data: frozenset[int]) -> Frame:
    """Return the zones of `lines`; `data` holds the numbers of tables that are no mere layout."""
    zones = [
        Zone.BODY if line.block.part in _FLOW or line.block.part is Part.FOOTNOTE else Zone.OTHER for line in lines
    ]
    stray = {i for i, line in enumerate(lines) if is_stray(line)} | _arrival_boxes(lines)
    flow = [i for i, line in enumerate(lines) if line.block.part in _FLOW and i not in stray]
    for i in stray:
        zones[i] = Zone.OTHER
    tabled = {i for i in flow if (cell := lines[i].block.cell) and cell.table in data}
    type_at, addressed_at, end = mark_head(lines, flow, tabled, zones)
    end = mark_addressees(lines, flow, tabled, zones, addressed_at, end)
    typed = type_of_line(lines[type_at], early=True) if type_at is not None else ""
    end = mark_preamble(lines, flow, tabled, zones, end, typed)
    mark_tail(lines, flow, tabled, zones, end)
    return Frame(tuple(zones), type_at, typed, addressed_at)


def _arrival_boxes(lines: Sequence[Line]) -> set[int]:
    """Return the lines of text boxes that hold an arrival stamp: its body and its day are the receiver's."""
    found: set[int] = set()
    group: list[int] = []
    for i, line in enumerate(lines):
        if line.block.part is not Part.TEXTBOX:
            group = []
            continue
        group.append(i)
        if found.intersection(group) or is_arrival(line):
            found.update(group)
    return found
