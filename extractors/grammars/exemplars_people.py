"""Persons that a sentence presents as exemplary, with the collectives beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.facts import ExemplarKind
from extractors.grammars.actors import Unit, find_units
from extractors.grammars.exemplars_candidate import MERIT, REACH, Candidate, is_typed_row
from extractors.grammars.exemplars_deeds import award_in, deed_after
from extractors.grammars.exemplars_prizes import find_winners
from extractors.grammars.exemplars_units import collective, find_collectives
from extractors.grammars.exemplars_verdict import Verdict, judge, may_honour, praises, refused, to_come
from extractors.grammars.names import Name, find_names
from extractors.vietnamese import fold, lexicon

# So addressed, a namesake of a figure of history is a living person.
_LIVING = frozenset({"đồng chí", "đ/c", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "cô giáo", "thầy giáo"})
_OF_OLD = re.compile(r"\b(?:anh hùng|liệt s[ĩỹ]|được kể|kể chuyện|noi gương|lịch sử|truyền thống|tấm gương của)\b")
_LABELLED = re.compile(r"\W*(?:về )?(?:các )?(?:cá nhân|tập thể)(?: tiêu biểu| điển hình)?\s*:")
# Whom to send papers to or ask: "gửi về Thường trực Hội đồng (chị Huệ)".
_CONTACT = re.compile(
    r"\b(?:gửi|nộp|liên hệ|qua|đăng ký)\b[^.;]*\(\s*$|\b(?:liên hệ|email|hộp thư|điện thoại|zalo)\b[^.;]*$"
)
_PARTS = re.compile(r"tập thể|cá nhân|nổi bật")
_JOIN = re.compile(r"\s*(?:,|và|cùng|;\s*và)?\s*(?:các\s+)?\s*")


def find_people(
    text: str, start: int, end: int, announced: Sequence[str], roster: Sequence[str], own: str | None
) -> Iterator[Candidate]:
    """Yield the persons and collectives of the sentence text[start:end] that it presents as exemplary.

    `announced` are the folded headings and the line that opened the list; `own` is the unit that wrote the document.
    """
    low = fold(text[start:end])
    listed = any(praises(line) for line in announced) or _LABELLED.match(low) is not None
    if not (listed or may_honour(low) or any(_PARTS.search(line) for line in announced)):
        return
    names = find_names(text, start, end)
    units = find_units(text, start, end, roster)
    winners = tuple(find_winners(low, start, names, units))
    told = [name for name in names if name in winners or _exemplary(low, start, end, name, names, listed)]
    persons = _with_parallels(low, start, names, told)
    for name in persons:
        ahead = name not in winners and to_come(low[: name.lead - start], low[name.stop - start :])
        yield replace(_person(text, start, end, name, own), planned=ahead)
    for unit in winners:
        if isinstance(unit, Unit):
            yield collective(text, start, end, unit)
    yield from find_collectives(text, (start, end), announced, units, names, persons)


def _groups(low: str, start: int, name: Name, names: Sequence[Name]) -> tuple[int, int]:
    """Return the offsets between which the names coordinated with `name` stand ("A, B và C")."""
    at = names.index(name)
    first = last = at
    while first > 0 and _JOIN.fullmatch(low[names[first - 1].stop - start : names[first].lead - start]):
        if refused(low[: names[first - 1].lead - start]):  # "đối tượng A, anh B đã khống chế": no list
            break
        first -= 1
    while last + 1 < len(names) and _JOIN.fullmatch(low[names[last].stop - start : names[last + 1].lead - start]):
        last += 1
    return names[first].lead, names[last].stop


def _exemplary(low: str, start: int, end: int, name: Name, names: Sequence[Name], listed: bool) -> bool:
    if name.text in lexicon("figures") and (fold(name.honorific or "") not in _LIVING or _OF_OLD.search(low)):
        return False
    if " " not in name.text and _CONTACT.search(low[: name.lead - start]):
        return False
    first, last = _groups(low, start, name, names)
    left = low[max(0, first - start - REACH) : first - start]
    if is_typed_row(low) or "họ và tên:" in left:
        return _in_row(low)
    if not left.strip(" -+•*0123456789.)") and MERIT.search(low, last - start):
        return True
    opens = re.fullmatch(r"[\s\-+•*\d.)a-zđ(]{0,12}(?:về cá nhân,?|cá nhân:?|hộ|gia đình)?\s*", left) is not None
    right = low[last - start : last - start + REACH]
    after = low[name.after[0] - start : name.after[1] - start] if name.after else ""
    verdict = judge(
        left, f"{after}, {right}" if _told(after) else right, listed and (opens or _within_list(low, start, names))
    )
    return verdict is Verdict.EXEMPLARY


def _with_parallels(low: str, start: int, names: Sequence[Name], persons: list[Name]) -> list[Name]:
    """Return `persons` with those whose deeds are told beside theirs: "chị A trả lại …; anh B hiến …; cô C dạy …".

    The sentence must be nothing but such a list, and say nothing else of the name.
    """
    if not persons or len(names) < 2 or not _within_list(low, start, names):
        return persons
    items = [low[: name.lead - start] for name in names[1:]]
    if not all(re.search(r";\s*(?:và\s+)?$", left) for left in items):
        return persons
    told = (judge("", low[name.stop - start :][:REACH]) for name in names)
    return [
        name for name, verdict in zip(names, told, strict=True) if verdict is not Verdict.BYSTANDER or name in persons
    ]


def _told(after: str) -> bool:
    """Return whether what stands behind a name is more than a post: "là tấm gương giữ nghề dệt" tells of its bearer."""
    return len(after.split()) > 8 or after.startswith("là ")


def _within_list(low: str, start: int, names: Sequence[Name]) -> bool:
    """Return whether the sentence is nothing but a list of names with what stands behind each."""
    return bool(names) and names[0].lead - start < 20


_ROW_PRAISE = re.compile(
    r"thi đua|tiên tiến|sáng kiến|giỏi|hoàn thành xuất sắc|thành tích|lao động xuất sắc|kỷ niệm chương|khen|danh hiệu"
    r"|gương"
    r"|điển hình"
)


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
