"""Duties to register so many of something by name: answered by the paper of the unit that names it.

"Chọn xã Đá Bạc làm điểm" registers without the word; "đăng ký 01 xã làm điểm", copied from the plan, names none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from checks import evidence, reasons
from checks.finding import Cause, Evidence, Status
from checks.judge_bench import Bench
from checks.judge_dossier import Dossier
from checks.judge_verdict import Verdict
from checks.requirement import Requirement
from extractors.facts import DocumentKind
from extractors.segment import SegmentKind, Zone
from extractors.vietnamese import any_of, fold

_DUTY = re.compile(r"\b(?:đăng ký|(?:lựa )?chọn)\b[^;.\d]{0,30}?\b\d+ ")
_POSTED = re.compile(r"\b(?:gửi|nộp|danh sách|hồ sơ)\b[^;.]{0,60}\bđăng ký\b")
_CHOOSES = re.compile(r"\b(?:đăng ký|(?:lựa )?chọn|xác định|làm điểm|chỉ đạo điểm|thí điểm)\b")
_SAYS = re.compile(r"\bđăng ký\b")  # in a report, where much is chosen that nobody registers
_PARTS = re.compile(r",| và | hoặc |/")
_BEHIND = re.compile(r": ((?:\w+ ?){1,4})")  # "Tuyến đường đăng ký kiểu mẫu: đường Ao Sen"
_QUOTED = re.compile(r"[“\"][^”\"]{3,}[”\"]")
_SAID = frozenset({Zone.BODY, Zone.CLOSING, Zone.APPENDIX})


def registers(requirement: Requirement) -> bool:
    """Return whether a duty asks to register or choose so many of something, with no list to be sent."""
    want, low = requirement.quantity, fold(requirement.quote)
    if want is None or want.unit.startswith("%"):
        return False
    return _DUTY.search(low) is not None and _POSTED.search(low) is None


def registered(
    other: Callable[[Bench, Requirement, str], Verdict], bench: Bench, requirement: Requirement, unit: str
) -> Verdict:
    """Return the verdict by the sentences that choose and name; that of the `other` test where there are none."""
    own = other(bench, requirement, unit)
    want = requirement.quantity
    if own.status is Status.MET or own.cause is Cause.DENIED or want is None:
        return own
    found = list(_chosen(requirement, bench.dossier(unit)))
    if not found:
        return own
    named = [(line, count) for line, count in found if count]
    lines = evidence.distinct(line for line, _ in (named or found))
    total = sum(count for _, count in named)
    if not named:
        return Verdict(Status.PARTIAL, Cause.UNNAMED, reasons.not_named(), lines, 0.75, own.steps)
    if total < want.value:
        return Verdict(Status.PARTIAL, Cause.SHORT, reasons.too_few(total, want), lines, 0.7, own.steps)
    return Verdict(Status.MET, Cause.NONE, reasons.registered(), lines, 0.8, own.steps)


def _chosen(requirement: Requirement, file: Dossier) -> Iterator[tuple[Evidence, int]]:
    """Yield the sentences that choose such a thing, each with how many it names."""
    want = requirement.quantity
    nouns = [part.strip() for part in _PARTS.split(fold(want.unit if want else "")) if part.strip()]
    if not nouns:
        return
    noun = re.compile(rf"(?<!\w){any_of(nouns, ' ')}(?!\w)(?: là)?((?: \w+)?)")
    for item in file.current:
        if item.facts is None or item.document is None:
            continue
        tells = _SAYS if item.facts.letterhead.kind is DocumentKind.REPORT else _CHOOSES
        for segment in item.facts.segments:
            text = item.document.text[segment.start : segment.end]
            low = fold(text)
            said = segment.zone in _SAID and segment.kind is not SegmentKind.HEADING and tells.search(low)
            if said and noun.search(low):
                yield Evidence(item.key, item.document.span(segment.start, segment.end)), _names(text, low, noun)


def _names(text: str, low: str, noun: re.Pattern[str]) -> int:
    """Return how many things a sentence names: in marks, by a name behind the noun, or behind a colon."""
    behind = [text[m.start(1) : m.end(1)].strip() for m in noun.finditer(low)]
    listed = [word for m in _BEHIND.finditer(text) for word in m[1].split() if word[:1].isupper()]
    named = {word for word in behind if word[:1].isupper()} or set(listed[:1])
    return max(len(named), len(_QUOTED.findall(text)))
