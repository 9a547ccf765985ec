"""Persons and collectives that a sentence presents as exemplary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.facts import ExemplarKind
from extractors.grammars.actors import Unit, find_units
from extractors.grammars.exemplars_deeds import award_in, deed_after
from extractors.grammars.exemplars_verdict import Verdict, judge, praises
from extractors.grammars.names import Name, find_names
from extractors.vietnamese import fold, lexicon


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exemplar before it is written down: offsets of name, deed and context in the document's text."""

    kind: ExemplarKind
    start: int
    end: int
    context: tuple[int, int]
    honorific: str | None = None
    position: str | None = None
    affiliation: str | None = None
    deed: tuple[int, int] | None = None
    award: str | None = None
    planned: bool = False
    confidence: float = 0.9


# So addressed, a namesake of a figure of history is a living person.
_LIVING = frozenset({"đồng chí", "đ/c", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "cô giáo", "thầy giáo"})
_REACH = 400  # characters to either side within which words may govern a name
_LABELLED = re.compile(r"\W*(?:về )?(?:các )?(?:cá nhân|tập thể)(?: tiêu biểu| điển hình)?\s*:")
_JOIN = re.compile(r"\s*(?:,|và|cùng|;\s*và)?\s*(?:các\s+)?\s*")
_UNIT_RIGHT = re.compile(
    r"^(?:\s*\([^()]{1,80}\))?[\s,\-]*(?:(?:đã|vừa|cũng|luôn|tiếp tục|vinh dự|liên tục|nhiều năm liền|năm \d{4})\s+)*"
    r"(?:là\s+(?:một\s+)?(?:trong\s+(?:những|số)\s+)?(?:(?:các|những|hai|ba|\d+)\s+)?"
    r"(?:điển hình|lá cờ|điểm sáng|gương|(?:tập thể|đơn vị|địa phương|trường|xã|chi bộ)\s+(?:[^,.;|]{0,30}\s)?"
    r"(?:tiêu biểu|dẫn đầu|đi đầu|đầu tiên|điển hình|xuất sắc|tiên tiến))"
    r"|được\s+(?!giao|phân công|thành lập|bố trí|cấp|hỗ trợ|đầu tư)(?:[^,.;|]{0,80}?\s)?(?:tặng|khen|khen thưởng"
    r"|biểu dương|tuyên dương|công nhận|tôn vinh|suy tôn|vinh danh|bình chọn|trao|nêu gương|đánh giá cao|đề nghị tặng"
    r"|đề nghị khen)\b"
    r"|với mô hình|với cách làm|với thành tích|với \d+% |đạt danh hiệu|đạt giải|đoạt giải|dẫn đầu|đi đầu"
    r"|nhận (?:cờ|bằng khen|giấy khen)|đón nhận)"
)
# Told behind a deed: "Chi cục X hoàn thành 121% dự toán, được Bộ Tài chính tặng Bằng khen".
_UNIT_LATER = re.compile(
    r"^\s+[^.;|]{4,140}?,\s*(?:đã\s+|và\s+|vinh dự\s+)*được\s+(?:[^,.;|]{0,80}?\s)?(?:tặng|khen|khen thưởng"
    r"|biểu dương|tuyên dương"
    r"|công nhận|tôn vinh)\b"
)
_CHAINED = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|và|;|,\s*và)?\s*(?:tập thể\s+)?")
_UNIT_LEFT = re.compile(
    r"(?:biểu dương|tuyên dương|khen thưởng|vinh danh|tôn vinh|suy tôn|nêu gương|(?<!giấy )(?<!bằng )khen"
    r"|(?:tặng|trao)(?:\s+[^.;:|]{2,90}?)?\s(?:cho|tới)"
    r"|(?:nổi bật|tiêu biểu|điển hình|đi đầu|xuất sắc|tiên tiến|đơn vị dẫn đầu|làm tốt|thực hiện tốt"
    r"|hoàn thành tốt)(?:\s+[^.;:|]{0,60}?)?\s*"
    r"(?:là|như|có|gồm|:|thuộc về|phải kể đến)"
    r"|(?:tặng|trao|khen thưởng|khen|biểu dương|tuyên dương|vinh danh)\s[^.;:|]{0,90}?\d+ tập thể\b[^.;:|]{0,40}?"
    r"(?:gồm|là|như sau|cụ thể)?\s*:"
    r"|(?:tập thể|đơn vị)[^.;:|]{0,60}?(?:tiêu biểu|điển hình|xuất sắc|nêu gương|khen thưởng|biểu dương)"
    r"[^.;:|]{0,30}?\s*(?:là|như|có|gồm|:))"
    r"(?:\s+(?:các|\d+|đơn vị|tập thể|cá nhân|gồm))*\s*[:\-(]?\s*(?:(?:các|đơn vị|tập thể|cán bộ,?\s*\S+)\s*)*$"
)
# "Ghi nhận và biểu dương: bà A, …; ông B, …; Đoàn Thanh niên xã, …": each item of the list is honoured.
_LIST_PRAISES = re.compile(
    r"[^:;.]{0,60}\b(?:biểu dương|tuyên dương|khen thưởng|vinh danh|tôn vinh|nêu gương|gương|điển hình"
    r"|tiêu biểu)\b[^:;.]{0,60}:"
)
_LIST_ITEM = re.compile(r"[:;]\s*(?:và\s+)?(?:tập thể\s+)?$")
_ITEM_OF_UNITS = re.compile(r"[;,]\s*(?:và\s+)?tập thể\s*$")
# Headings whose items are exemplars and nothing else.
_SHOWN = re.compile(r"\b(?:điển hình tiên tiến|gương|tập thể, cá nhân (?:tiêu biểu|điển hình)|nhân tố mới)\b")
_WITH_UNIT = re.compile(
    r"\s*(?:với (?:sáng kiến|mô hình|giải pháp|thành tích|cách làm) [^.;:]{0,80}?)?[,;]?\s*"
    r"(?:;|và|cùng)\s+(?:tập thể\s+)?|\s*[,;]\s*(?:và\s+)?tập thể\s+"
)
_AGENT = re.compile(r"(?:được|bởi|của|tại|thuộc|ở|do|về|với|từ|gửi|trưởng|phó|viên|đốc|tịch|sự quan tâm của)\s*$")


def find_people(
    text: str, start: int, end: int, announced: Sequence[str], roster: Sequence[str], own: str | None
) -> Iterator[Candidate]:
    """Yield the persons and collectives of the sentence text[start:end] that it presents as exemplary.

    `announced` are the folded headings and the line that opened the list; `own` is the unit that wrote the document.
    """
    low = fold(text[start:end])
    listed = any(praises(line) for line in announced) or _LABELLED.match(low) is not None
    names = find_names(text, start, end)
    units = find_units(text, start, end, roster)
    persons = [name for name in names if _exemplary(low, start, end, name, names, listed)]
    for name in persons:
        yield _person(text, start, end, name, own)
    for unit in units:
        if _inside(unit, names):
            continue
        if _collective(low, start, unit, units, names, announced) or _beside(low, start, unit, persons):
            yield _unit(text, start, end, unit)


def _groups(low: str, start: int, name: Name, names: Sequence[Name]) -> tuple[int, int]:
    """Return the offsets between which the names coordinated with `name` stand ("A, B và C")."""
    at = names.index(name)
    first = last = at
    while first > 0 and _JOIN.fullmatch(low[names[first - 1].stop - start : names[first].lead - start]):
        first -= 1
    while last + 1 < len(names) and _JOIN.fullmatch(low[names[last].stop - start : names[last + 1].lead - start]):
        last += 1
    return names[first].lead, names[last].stop


def _exemplary(low: str, start: int, end: int, name: Name, names: Sequence[Name], listed: bool) -> bool:
    if name.text in lexicon("figures") and fold(name.honorific or "") not in _LIVING:
        return False
    first, last = _groups(low, start, name, names)
    left = low[max(0, first - start - _REACH) : first - start]
    if _is_typed_row(low) or "họ và tên:" in left:
        return _in_row(low)
    if not left.strip(" -+•*0123456789.)") and _MERIT.search(low, last - start):
        return True
    opens = re.fullmatch(r"[\s\-+•*\d.)a-zđ(]{0,12}(?:về cá nhân,?|cá nhân:?|hộ|gia đình)?\s*", left) is not None
    right = low[last - start : last - start + _REACH]
    after = low[name.after[0] - start : name.after[1] - start] if name.after else ""
    verdict = judge(
        left, f"{after}, {right}" if _told(after) else right, listed and (opens or _within_list(low, start, names))
    )
    return verdict is Verdict.EXEMPLARY


def _told(after: str) -> bool:
    return len(after.split()) > 8


def _within_list(low: str, start: int, names: Sequence[Name]) -> bool:
    """Return whether the sentence is nothing but a list of names with what stands behind each."""
    return bool(names) and names[0].lead - start < 20


# "Lò Văn Ban; chức vụ: …; thành tích: …": a row of a list of exemplars written as a line.
_MERIT = re.compile(r"[;,]\s*(?:tóm tắt )?(?:thành tích|hình thức khen thưởng|danh hiệu|khen thưởng)[^:;|]{0,40}:")


_ROW_PRAISE = re.compile(
    r"thi đua|tiên tiến|sáng kiến|giỏi|hoàn thành xuất sắc|thành tích|lao động xuất sắc|kỷ niệm chương|khen|danh hiệu"
    r"|gương"
    r"|điển hình"
)


_ROW_AWARD = re.compile(r"giấy khen|bằng khen|cờ thi đua|danh hiệu|tập thể lao động|lao động tiên tiến|khen thưởng")


def _is_typed_row(low: str) -> bool:
    """Return whether the sentence is a row of a table typed with bars: short cells, no running text."""
    return low.count("|") > 1 and len(low) < 260


def _in_row(low: str) -> bool:
    """Return whether a row typed with bars names an award or a deed."""
    return _ROW_PRAISE.search(low) is not None


def _person(text: str, start: int, end: int, name: Name, own: str | None) -> Candidate:
    after = text[name.after[0] : name.after[1]] if name.after else ""
    where = find_units(after) or (find_units(name.title) if name.title else ())
    source = after if where and find_units(after) else (name.title or "")
    affiliation = source[where[0].start : where[0].end] if where and not where[0].bare else None
    position = after.strip() if after and not find_units(after)[:1] else _post(after, name)
    return Candidate(
        ExemplarKind.PERSON,
        name.start,
        name.end,
        (start, end),
        name.honorific,
        position or name.title,
        affiliation or own,
        deed_after(text, name.stop, end),
        award_in(text, start, end),
    )


def _post(after: str, name: Name) -> str | None:
    """Return the post in front of the unit in "chuyên viên Phòng X", or the title before the name."""
    units = find_units(after)
    return (after[: units[0].start].strip(" ,-–") if units else after.strip()) or name.title


def _inside(unit: Unit, names: Sequence[Name]) -> bool:
    """Return whether the unit only says where a person works or is part of what stands around a name."""
    return any(name.lead <= unit.start < name.stop for name in names)


def _collective(
    low: str, start: int, unit: Unit, units: Sequence[Unit], names: Sequence[Name], announced: Sequence[str]
) -> bool:
    if unit.bare:
        return False
    at = unit.start - start
    left, right = low[max(0, at - _REACH) : at], low[unit.end - start : unit.end - start + _REACH]
    if _is_typed_row(low):
        return (
            not names
            and _ROW_AWARD.search(low) is not None
            and left.rstrip().endswith("|")
            and right.lstrip().startswith("|")
        )
    if not left.strip(" -+•*0123456789.)") and _MERIT.match(right):
        return True
    if _AGENT.search(left) and not left.rstrip().endswith(("cho tập thể", "thuộc về", "với")):
        return False
    shared = low[_chain_end(low, start, unit, units) : unit.end - start + _REACH]
    if _UNIT_RIGHT.match(shared) or _UNIT_LATER.match(shared):
        return True
    chain = _chain(low, start, unit, units)
    if _UNIT_LEFT.search(low[max(0, chain - 200) : chain]):
        return not re.match(r"\s*(?:chủ trì|tổ chức|phối hợp|ban hành|đã tổ chức|đã ban hành|trao|tặng)\b", right)
    if (_LIST_ITEM.search(left) and _LIST_PRAISES.match(left)) or (_ITEM_OF_UNITS.search(left) and praises(left)):
        return True
    lined = any(
        re.search(r"\btập thể\b|\bđơn vị (?:tiêu biểu|điển hình)", line) and praises(line) for line in announced
    )
    grouped = any("tập thể" in line for line in announced) and any(praises(line) for line in announced)
    shown = any(_SHOWN.search(line) for line in announced) and re.match(r"\s*(?:[:(,]|[-–]\s|[.;]?\s*$)", right)
    before = re.sub(r"\b(?:các )?(?:tập thể|đơn vị)\s*:?\s*$", "", low[:chain])
    return bool(lined or grouped or shown) and not before.strip(" -+•*.:0123456789)")


def _beside(low: str, start: int, unit: Unit, persons: Sequence[Name]) -> bool:
    """Return whether the unit goes on a list of honoured persons: "chị A (Tổ 5), chị B (Tổ 2), Chuyền may số 7"."""
    before = [name for name in persons if name.stop <= unit.start]
    if unit.bare or not before:
        return False
    gap = low[before[-1].stop - start : unit.start - start]
    if _WITH_UNIT.fullmatch(gap):
        return True
    return low[before[-1].stop - start - 1] == ")" and re.fullmatch(r"\s*[,;]\s*", gap) is not None


def _chain(low: str, start: int, unit: Unit, units: Sequence[Unit]) -> int:
    """Return where the list of units begins that `unit` goes on ("gồm A, B và C")."""
    at = list(units).index(unit)
    while at > 0 and _CHAINED.fullmatch(low[units[at - 1].end - start : units[at].start - start]):
        at -= 1
    return units[at].start - start


def _chain_end(low: str, start: int, unit: Unit, units: Sequence[Unit]) -> int:
    """Return where the list of units ends that goes on behind `unit`: they share one predicate."""
    at = list(units).index(unit)
    while at + 1 < len(units) and _CHAINED.fullmatch(low[units[at].end - start : units[at + 1].start - start]):
        at += 1
    return units[at].end - start


def _unit(text: str, start: int, end: int, unit: Unit) -> Candidate:
    return Candidate(
        ExemplarKind.COLLECTIVE,
        unit.start,
        unit.end,
        (start, end),
        deed=deed_after(text, unit.end, end),
        award=award_in(text, start, end),
    )
