"""The lower part of a document: where the text ends, who receives it, who signs it, and what is appended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.grammars.segments_cues import MOTTO, is_authority, is_recipients, opens_appendix, type_of_line
from extractors.grammars.segments_labels import Level
from extractors.grammars.segments_lines import Line
from extractors.segment import Zone

_FILED = re.compile(r"(?:luu|nhu tren|nhu dieu)\b")
_END_MARK = re.compile(r"\.?\s?/\s?\.?/?\s?\.?$")
_SIGNED = re.compile(r"\(?\s?(?:da ky|ky ten|ky, (?:dong dau|ghi ro)|ky va ghi)")


def mark_tail(lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], end: int) -> None:
    """Mark recipients, signature and appendices behind position `end` of `flow`."""
    start = _tail_start(lines, flow, tabled, end)
    if start is None:
        start = next((p for p in range(end, len(flow)) if opens_appendix(lines[flow[p]])), len(flow))
        for i in flow[start:]:
            zones[i] = Zone.APPENDIX
        return
    state, signed, mark = Zone.SIGNATURE, 0, None
    for pos in range(start, len(flow)):
        i = flow[pos]
        line = lines[i]
        fresh = signed > 0 and (MOTTO.search(line.squeezed) or type_of_line(line))  # another document begins
        if i in tabled or opens_appendix(line) or (pos > start and _too_long(line, state)) or fresh or signed > 24:
            for j in flow[pos:]:
                zones[j] = Zone.APPENDIX
            return
        if is_recipients(line):
            state, mark = Zone.RECIPIENTS, line.block.cell
        elif state is Zone.RECIPIENTS and not _recipient(line, mark is not None and mark == line.block.cell):
            state = Zone.SIGNATURE
        elif state is Zone.SIGNATURE and line.label and line.label.level is Level.DASH and not is_authority(line):
            state = Zone.RECIPIENTS
        zones[i] = state
        signed += state is Zone.SIGNATURE


def _recipient(line: Line, same_cell: bool) -> bool:
    if is_authority(line):
        return False
    if same_cell or (line.label and line.label.listed):
        return True
    return line.text[0].islower() or line.text.endswith(";") or bool(_FILED.match(line.plain))


def _too_long(line: Line, state: Zone) -> bool:
    if state is Zone.RECIPIENTS and (line.text[0] in "-–+•" or line.text[0].islower()):
        return False
    label = line.label
    return len(line.text) > 200 or (label is not None and label.level <= Level.ROMAN and not is_authority(line))


def _tail_start(lines: Sequence[Line], flow: list[int], tabled: set[int], end: int) -> int | None:
    """Return where in `flow` the recipients and signature begin, None where the document has neither."""
    free = [p for p in range(end, len(flow)) if flow[p] not in tabled]
    listed = next((p for p in free if is_recipients(lines[flow[p]])), None)
    ended = [p for p in free if _END_MARK.search(lines[flow[p]].plain) and (listed is None or p < listed)]
    if listed is not None:
        # The signature may be read before the list (two columns); never reach back over the end mark.
        floor = ended[-1] + 1 if ended else max(end, listed - 10)
        before = [p for p in free if floor <= p < listed]
        early = [p for p in before if is_authority(lines[flow[p]]) and lines[flow[p]].label is None]
        return early[0] if early else listed
    if ended:
        for p in ended:
            after = flow[p + 1 : p + 4]
            if any(is_authority(lines[i]) or _SIGNED.match(lines[i].plain) for i in after):
                return p + 1
        return ended[-1] + 1 if ended[-1] + 1 < len(flow) else None
    for p in free:
        line = lines[flow[p]]
        if line.label is None and is_authority(line) and p >= len(flow) - 16 and p > end:
            return p
    return None
