"""Tells the parts of an administrative document apart: letterhead, title, addressees, body, recipients, signature.

The order of the parts follows Nghị định 30/2020/NĐ-CP, Phụ lục I; party papers (Hướng dẫn 36-HD/VPTW) and plain notes
without any frame are read too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from extractors.document import Part
from extractors.grammars.letterhead_bodies import begins_body
from extractors.grammars.sections import section_of_heading
from extractors.grammars.segments_labels import Level
from extractors.grammars.segments_lines import Line
from extractors.segment import Section, Zone
from extractors.vietnamese import bare, fold, lexicon

_FLOW = frozenset({Part.BODY, Part.TEXTBOX})
_PLACE = re.compile(r"(?:phường|xã|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|đặc khu)\s")
_SQUEEZED = re.compile(r"[^a-z]")
# Names of bodies are one letter away from types: "ĐẢNG ỦY" from "ĐĂNG KÝ", "PHÒNG TƯ PHÁP" from "THÔNG TƯ".
_MOTTO = re.compile(r"conghoaxahoi|chunghiavietnam|doclaptudo|tudohanhphu|dangcongsanvietnam|nghiavietnam$")
_NUMBER = re.compile(r"(?:so|s6|sỏ)\s*[:.;]|so\s+\S*\s?[/-]\s?[a-z]{2}|\d{1,5}\s?/[a-zđ]{2,}[-/&a-z]*$")
_PLACE_DATE = re.compile(r".{0,48}?\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b.{0,10}$")
_SUBJECT = re.compile(r"v\s?/\s?v\b|v[ev] viec\b")
_PREAMBLE = re.compile(
    r"(?:can cu|thuc hien|theo|tren co so|xet|tiep theo|tiep tuc thuc hien|de (?:trien khai|thuc hien|cu the)|nham|"
    r"trien khai|chap hanh|phuc dap|huong ung|quan triet|thi hanh|sau khi)\b"
)
_AS_FOLLOWS = re.compile(r"(?:nhu sau|sau day|cu the|sau)\s*[:.]$")
_ADDRESSEE = re.compile(r"(?:kinh|klnh|kính)\s*gui\b")
_APPENDIX = re.compile(
    r"(?:phu luc|phu bieu|bieu (?:so|mau|tong hop)|bieu \d|mau so|danh sach|de cuong|bang (?:tong hop|so|phan cong))\b"
)
_ATTACHED = re.compile(r"\(?(?:kem theo|ban hanh kem theo|dinh kem)\b")
_STAMP = re.compile(
    r"(?:ky boi|nguoi ky|thoi gian ky|ngay ky|co quan ky|signature valid|digitally signed|signed by|ky so boi|"
    r"co quan: |email: .*@|dn: c ?= ?vn)"
)
_FILED = re.compile(r"(?:luu|nhu tren|nhu dieu)\b")
_PAGE = re.compile(r"(?:[-–]\s?)?\d{1,3}(?:\s?[-–])?$|trang \d{1,3}(?: ?/ ?\d{1,3})?$")
_END_MARK = re.compile(r"\.?\s?/\s?\.?/?\s?\.?$")
_BY_ORDER = re.compile(r"(?:(?:tm|kt|tl|tuq|q)\s?[.,]|[tk]/[mtl]\b[.,]?)\s?\S")
_SIGNED = re.compile(r"\(?\s?(?:da ky|ky ten|ky, (?:dong dau|ghi ro)|ky va ghi)")
_DECIDING = frozenset({"Quyết định", "Nghị quyết", "Nghị định", "Thông tư"})  # who decides stands above the recitals
_ENDS = re.compile(r"[.;:!?]$")
_MORE_SUBJECT = re.compile(
    r"[(\-–_*]|(?:nam|thang|quy|tuan|cua|ve|giai doan|tu ngay|dot|va|trong|tren|6 thang|\d+ thang)\b"
)


@dataclass(frozen=True)
class Frame:
    """The zone of each line, and the line and name of the type ("KẾ HOẠCH") where the document has one."""

    zones: tuple[Zone, ...]
    type_at: int | None
    type_name: str
    addressed_at: int | None


@cache
def _types() -> tuple[tuple[str, str], ...]:
    entries = sorted(lexicon("document_types"), key=lambda entry: (-len(entry), entry))
    return tuple((_SQUEEZED.sub("", bare(entry)), entry) for entry in entries)


@cache
def _titles() -> re.Pattern[str]:
    entries = sorted({bare(entry) for entry in lexicon("signing_titles")}, key=lambda entry: (-len(entry), entry))
    return re.compile(r"(?:quyen )?(?:" + "|".join(map(re.escape, entries)) + r")\b")


def type_of_line(line: Line, early: bool = False) -> str:
    """Return the type that the line names ("Kế hoạch"), "" for none; one letter in seven may be misread in capitals.

    At the very top of a document (`early`) a plain line "Báo cáo kết quả ..." names it too.
    """
    squeezed = line.squeezed.removeprefix("duthao")
    if len(line.text) > 240 or re.match(r"\D{4,20}\bso\b.{0,12}/|\w+ \w+ nay\b", line.bare):
        return ""
    for name, entry in _types():
        exact = squeezed.startswith(name)
        if exact and (
            line.upper or len(squeezed) == len(name) or _headed(line, entry) or (early and _titles_all(line, entry))
        ):
            return entry
        if exact or not line.upper or len(name) < 6 or squeezed[:1] != name[:1] or begins_body(line.text):
            continue
        if _PLACE.match(fold(line.text)):  # "PHƯỜNG TÂN ..." is one letter away from "PHƯƠNG ÁN"
            continue
        opening = _SQUEEZED.sub("", bare(" ".join(line.text.split()[: len(entry.split())])))
        if Levenshtein.distance(opening, name, score_cutoff=1) <= 1:
            return entry
    return ""


def _headed(line: Line, entry: str) -> bool:
    first = line.text.split(None, len(entry.split()))[: len(entry.split())]
    named = " ".join(first)
    return named.isupper() or (bool(line.block.bold or line.block.centered) and not _ENDS.search(line.text))


def _titles_all(line: Line, entry: str) -> bool:
    """Return whether a plain line is the title of a note without frame: its type, its subject, and no full stop."""
    return " " in entry and line.text[0].isupper() and len(line.text) <= 160 and line.text[-1] not in ".;:,"


def is_authority(line: Line) -> bool:
    """Return whether the line is the title above a signature ("KT. GIÁM ĐỐC", "CHỦ TỊCH")."""
    if len(line.text) > 90:
        return False
    if not (line.upper or _BY_ORDER.match(line.bare)):
        return line.text[0].isupper() and bool(_titles().fullmatch(line.bare))
    return bool(_BY_ORDER.match(line.bare) or _titles().match(line.bare))


def is_letterhead(line: Line) -> bool:
    """Return whether the line is one that only a letterhead has: motto, number, place and date."""
    if _MOTTO.search(line.squeezed):
        return True
    return len(line.text) < 90 and bool(_NUMBER.match(line.bare) or _PLACE_DATE.match(line.bare))


def read_frame(lines: Sequence[Line], data: frozenset[int]) -> Frame:
    """Return the zones of `lines`; `data` holds the numbers of tables that are no mere layout."""
    zones = [
        Zone.BODY if line.block.part in _FLOW or line.block.part is Part.FOOTNOTE else Zone.OTHER for line in lines
    ]
    flow = [i for i, line in enumerate(lines) if line.block.part in _FLOW and not _stray(line)]
    for i, line in enumerate(lines):
        if zones[i] is Zone.BODY and _stray(line):
            zones[i] = Zone.OTHER
    tabled = {i for i in flow if (cell := lines[i].block.cell) and cell.table in data}
    type_at, addressed_at, end = _head(lines, flow, tabled, zones)
    end = _addressees(lines, flow, tabled, zones, addressed_at, end)
    typed = type_of_line(lines[type_at], early=True) if type_at is not None else ""
    end = _preamble(lines, flow, tabled, zones, end, typed)
    _tail(lines, flow, tabled, zones, end)
    return Frame(tuple(zones), type_at, typed, addressed_at)


def _stray(line: Line) -> bool:
    if line.block.cell is not None and len(line.text) < 8:
        return False  # figures in tables
    return bool(_PAGE.match(line.bare) or _STAMP.match(line.bare)) or not any(c.isalnum() for c in line.text)


def _head(
    lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone]
) -> tuple[int | None, int | None, int]:
    """Mark letterhead and title; return the type line, the Kính gửi line, and the position in `flow` after both."""
    type_pos, addressed = None, None
    stop = 0
    for pos, i in enumerate(flow[:80]):
        line = lines[i]
        if i in tabled or (_opens_body(line) and not (pos - 1 == type_pos and _is_subject(line))):
            break
        stop = pos + 1
        if _ADDRESSEE.match(line.bare):
            addressed = pos
            break
        if type_pos is None and type_of_line(line, early=pos < 6) and not is_letterhead(line):
            type_pos = pos
        elif not is_letterhead(line) and not (
            _heads(line, pos) if type_pos is None else _subject_goes_on(lines, flow, type_pos, pos)
        ):
            stop = pos
            break
    _mark_head(lines, flow, zones, type_pos, addressed if addressed is not None else stop)
    return (
        flow[type_pos] if type_pos is not None else None,
        flow[addressed] if addressed is not None else None,
        addressed if addressed is not None else stop,
    )


def _opens_body(line: Line) -> bool:
    label = line.label
    if label is not None and label.level <= Level.NUMBER and not is_letterhead(line):
        return True
    return bool(_PREAMBLE.match(line.bare)) and len(line.text) > 40 and not line.upper


def _is_subject(line: Line) -> bool:
    """Below the type line "Triển khai ..." and "Thực hiện ..." are a subject, unless a sentence is made of them."""
    return line.label is None and len(line.text) < 400 and line.text[-1] not in ".:;" and "ngày" not in line.text[:120]


def _heads(line: Line, pos: int) -> bool:
    """Before the type line: frame cues, capitals, cells of a layout table, and short odd lines (stamps, "V/v")."""
    if is_letterhead(line) or line.upper or line.block.cell is not None or _SUBJECT.match(line.bare):
        return True
    return pos < 40 and len(line.text) < 90 and not _ENDS.search(line.text)


def _subject_goes_on(lines: Sequence[Line], flow: list[int], type_pos: int, pos: int) -> bool:
    line, first = lines[flow[pos]], pos == type_pos + 1
    if pos - type_pos > 7 or len(line.text) > 600 or _AS_FOLLOWS.search(line.bare) or is_authority(line):
        return False
    if line.label is not None and not first and line.label.level <= Level.LETTER:
        return False
    if _ENDS.search(line.text) and not (first and len(line.text) < 200 and line.text[-1] == "."):
        return False
    if first or line.upper or line.block.bold or line.block.centered or _MORE_SUBJECT.match(line.bare):
        return not line.label or line.label.level >= Level.STAR or first
    if line.text[0].islower():
        return True
    return len(line.text) < 90 and section_of_heading(line.text) is Section.UNKNOWN and pos - type_pos <= 4


def _mark_head(lines: Sequence[Line], flow: list[int], zones: list[Zone], type_pos: int | None, end: int) -> None:
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
        elif _SUBJECT.match(line.bare):
            zones[i], subject = Zone.TITLE, place or (0, 0)
        elif subject is not None and subject == (place or (0, 0)):
            zones[i] = Zone.TITLE
        else:
            zones[i] = Zone.LETTERHEAD if framed else Zone.TITLE if line.upper else Zone.BODY
            subject = None


def _addressees(
    lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], addressed_at: int | None, end: int
) -> int:
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
    if len(line.text) > 160 or _opens_body(line) or _AS_FOLLOWS.search(line.bare):
        return False
    if before.text.endswith("."):
        return False
    if line.label is not None:
        return line.label.level >= Level.STAR
    return before.text[-1] in ":;,-–" or line.text[0].islower() or (line.upper and before.upper)


def _preamble(lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], end: int, typed: str) -> int:
    decides = typed in _DECIDING
    pos, marked = end, end
    while pos < len(flow) and pos < end + 40:
        i = flow[pos]
        line = lines[i]
        label = line.label
        if i in tabled or (label is not None and label.level <= Level.NUMBER):
            break
        words = line.bare[label.length :] if label and line.content > line.start else line.bare
        opening = _PREAMBLE.match(words) and (
            bool(typed) or words.startswith("can cu") or _AS_FOLLOWS.search(line.bare)
        )
        if _AS_FOLLOWS.search(line.bare) and pos - end < 12:
            marked = pos + 1
            break
        if opening or type_of_line(line) or (decides and line.upper and is_authority(line)):
            marked = pos + 1
        elif not (marked == pos and pos > end and line.text[0].islower()):
            break
        else:
            marked = pos + 1
        pos += 1
    for i in flow[end:marked]:
        zones[i] = Zone.PREAMBLE
    return marked


def _tail(lines: Sequence[Line], flow: list[int], tabled: set[int], zones: list[Zone], end: int) -> None:
    start = _tail_start(lines, flow, tabled, end)
    if start is None:
        start = next((p for p in range(end, len(flow)) if _opens_appendix(lines[flow[p]])), len(flow))
        for i in flow[start:]:
            zones[i] = Zone.APPENDIX
        return
    state, signed, mark = Zone.SIGNATURE, 0, None
    for pos in range(start, len(flow)):
        i = flow[pos]
        line = lines[i]
        fresh = signed > 0 and (_MOTTO.search(line.squeezed) or type_of_line(line))  # another document begins
        if i in tabled or _opens_appendix(line) or (pos > start and _too_long(line, state)) or fresh or signed > 24:
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


def is_recipients(line: Line) -> bool:
    """Return whether the line begins the list of recipients ("Nơi nhận:"), read with a slip or two."""
    squeezed = line.squeezed[:7]
    return squeezed == "noinhan" or (
        len(line.text) < 24 and line.text.rstrip().endswith(":") and Levenshtein.distance(squeezed, "noinhan") <= 2
    )


def _recipient(line: Line, same_cell: bool) -> bool:
    if is_authority(line):
        return False
    if same_cell or (line.label and line.label.listed):
        return True
    return line.text[0].islower() or line.text.endswith(";") or bool(_FILED.match(line.bare))


def _too_long(line: Line, state: Zone) -> bool:
    if state is Zone.RECIPIENTS and (line.text[0] in "-–+•" or line.text[0].islower()):
        return False
    label = line.label
    return len(line.text) > 200 or (label is not None and label.level <= Level.ROMAN and not is_authority(line))


def _opens_appendix(line: Line) -> bool:
    if len(line.text) > 200:
        return False
    if _ATTACHED.match(line.bare):
        return True
    head = line.upper or line.block.centered or line.block.bold or len(line.text) < 30
    return bool(head and _APPENDIX.match(line.bare)) and not line.text.endswith((";", "."))


def _tail_start(lines: Sequence[Line], flow: list[int], tabled: set[int], end: int) -> int | None:
    """Return where in `flow` the recipients and signature begin, None where the document has neither."""
    free = [p for p in range(end, len(flow)) if flow[p] not in tabled]
    listed = next((p for p in free if is_recipients(lines[flow[p]])), None)
    ended = [p for p in free if _END_MARK.search(lines[flow[p]].bare) and (listed is None or p < listed)]
    if listed is not None:
        # The signature may be read before the list (two columns); never reach back over the end mark.
        floor = ended[-1] + 1 if ended else max(end, listed - 10)
        early = [p for p in range(floor, listed) if is_authority(lines[flow[p]]) and lines[flow[p]].label is None]
        return early[0] if early else listed
    if ended:
        for p in ended:
            after = flow[p + 1 : p + 4]
            if any(is_authority(lines[i]) or _SIGNED.match(lines[i].bare) for i in after):
                return p + 1
        return ended[-1] + 1 if ended[-1] + 1 < len(flow) else None
    for p in free:
        line = lines[flow[p]]
        if line.label is None and is_authority(line) and p >= len(flow) - 16 and p > end:
            return p
    return None
