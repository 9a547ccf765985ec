"""The issuing body and the one above it, from the left half of a letterhead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.grammars.segments_lines import Line
from extractors.grammars.sentences import strip
from extractors.vietnamese import any_of, bare, lexicon

_MOTTO = re.compile(
    r"c[o0]n[gq]?\s*h[o0]a\s*x|d[o0]c\s*lap\s*-|dang\s+cong\s+san\s+viet\s+nam|chu\s+nghia\s+viet\s+nam"
    # The youth union writes its own name where others write the motto.
    r"|doan\s+tncs\s+ho\s+chi\s+minh\s*$|doan\s+thanh\s+nien\s+cong\s+san\s+ho\s+chi\s+minh\s*$"
)
_OTHER = re.compile(
    r"(?:so|s6)\s*[:.;]|so\W{0,40}[\d\s.…]*[-/]|.*/[a-z]{2,}-|v\s?/\s?v\b|ve viec\b|mau so|phu luc|\(?du thao|"
    r"mat$|toi mat$|hoa toc|khan$|thuong khan$"
)
_ODD = re.compile(r"[^\w\s\-–,.&()'’]")
_DATE = re.compile(r"[^,]{0,40},?\s*ngay\b.{0,14}thang\b")
_UNFINISHED = re.compile(r"(?:[-,&]|(?<!\w)(?:va|thuoc|cua|cap|ve|cac|truc thuoc))$")
_LINKED = re.compile(r"(?:va|cua|thuoc|tinh|thanh pho|tp\.?|quan|huyen|thi xa|thi tran|phuong|xa|dac khu)\b|[-&]")
_BARE_OFFICE = re.compile(r"(?:van phong|ban chap hanh|bch|uy ban|hoi dong|doan|ban quan ly|ban chi dao)$")
# Two-syllable words that a narrow column tears: the second line begins with no body of its own.
_TORN = re.compile(r" moi\|truong$| tai\|chinh| giao\|thong| truyen\|thong")
_VILLAGE = re.compile(r"(?:thon|ap|buon|lang|khom|khu pho|to dan pho)(?!\w)")
_LEVEL_BODY = re.compile(r"(?:tinh|thanh|huyen|quan|thi|xa|phuong) (?:doan|uy)(?!\w)")
_GOVERNS = re.compile(r"(?:(?:ubnd|uy ban nhan dan|dang uy|dang bo|hdnd)\b.*)?\b(?:xa|phuong|thi tran|dac khu)\s\w")
_RULE = re.compile(r"[\W_]+$")

Range = tuple[int, int]


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(any_of(map(bare, lexicon("bodies")), " ") + r"(?!\w)(?! hoc\b)")


def begins_body(text: str) -> bool:
    """Return whether `text` begins with the first word of a body's name."""
    return bool(_bodies().match(" ".join(bare(text[:80]).split())))


def read_bodies(lines: Sequence[Line]) -> list[list[Range]]:
    """Return the bodies named in the lines of a letterhead, the highest first; each as the ranges of its lines."""
    groups: list[list[Range]] = []
    for line in lines:
        found = _left_half(line)
        if found is None:
            continue
        words = " ".join(line.bare[found[0] - line.start : found[1] - line.start].split())
        before = groups[-1][-1] if groups else None
        joined = before is not None and _goes_on(_text(lines, before), words)
        if joined:
            groups[-1].append(found)
        elif begins_body(words) or not groups:
            groups.append([found])
        elif not _ODD.search(words.strip("-–*_` ")):
            groups[-1].append(found)
    return groups


def _text(lines: Sequence[Line], place: Range) -> str:
    line = next(line for line in lines if line.start <= place[0] and place[1] <= line.end)
    return " ".join(line.bare[place[0] - line.start : place[1] - line.start].split())


def _goes_on(before: str, words: str) -> bool:
    if _TORN.search(f"{before}|{words}"):
        return True
    if _LEVEL_BODY.match(words):
        return False
    if _VILLAGE.match(words) and not _GOVERNS.match(before):
        return True  # "BAN CÔNG TÁC MẶT TRẬN" and the "THÔN …" whose committee it is are one name
    if _UNFINISHED.search(before) or _LINKED.match(words):
        return True
    return bool(_BARE_OFFICE.match(before)) and begins_body(words)


def _left_half(line: Line) -> Range | None:
    """Return the part of a line that may name a body: before the motto, where both halves were read as one line."""
    motto = _MOTTO.search(line.bare)
    end = line.start + motto.start() if motto else line.end
    start, end = strip(line.text, 0, end - line.start)
    while end > start and line.text[end - 1] in "-–*_":
        end -= 1
    start, end = strip(line.text, start, end)
    text, words = line.text[start:end], " ".join(line.bare[start:end].split())
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 2 or _RULE.match(text) or _OTHER.match(words) or _DATE.match(words):
        return None
    upper = sum(c.isupper() for c in letters) >= 0.75 * len(letters)
    if not upper and not (begins_body(text) and text[0].isupper() and len(text.split()) <= 14):
        return None
    return line.start + start, line.start + end
