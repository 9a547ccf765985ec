"""Wrapped lines made paragraphs again: one block a paragraph, across line ends and page ends.

A line was wrapped when the first word of the next line would not have fitted on it; that, the indent and the blank
between lines decide, not the punctuation alone (staff forget it).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Source
from extractors.readers.layout import Line
from extractors.vietnamese import alternation, bare

_LABEL = re.compile(
    r"^[“\"‘']?(?:[-–—+*•▪➢✓❖]\s|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[a-zđ])[.)/](?:\s|$)|\d{1,2}(?:\.\d{1,2}){1,4}\s"
    r"|(?:Điều|Chương|Mục|Phần|Phụ lục|Khoản|Bước)\s+(?:\d+|[IVXLC]+)\b"
    r"|Căn cứ\s|Nơi nhận|Kính gửi|Số\s*:|V/v\s)"
)
_SUBJECT = re.compile(r"^(?:V/v|Về việc)\s", re.IGNORECASE)
_ITEM = re.compile(r"^[“\"‘']?(?:[-–—+*•▪➢✓❖]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5}|[a-zđ])[.)/]?)\s")
# Nghị định 30/2020/NĐ-CP, annex I: the two lines that every letterhead of the state bears.
_FORMULAS = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc")
_ENDS = re.compile(r"[.;:!?…][\"”’')\]]*$|\./\.?$")
_LETTER = re.compile(r"[^\W_]")
# A number or a name cut at a line end: "12/KH-" + "UBND", "37/" + "KH-UBND", "2021-" + "2025".
_CUT_AFTER = re.compile(r"[^\W_][-/_@]$")
_CUT_BEFORE = re.compile(r"^[/_@.][^\W_]|^-[A-ZĐ\d]{2,}")


_OPENING = re.compile(r"^(?:Thực hiện|Căn cứ|Hưởng ứng|Theo|Triển khai|Nhằm|Để)\s")
_OWN_LINE = re.compile(f"(?:{alternation('unit_heads')}|{alternation('signing_titles')})\\b", re.IGNORECASE)
_FOR = re.compile(r"^(?:TM|KT|TL|TUQ|TM/|Q)\s*\.")


def is_item(text: str) -> bool:
    """Return whether a text begins as a list item or a numbered heading does."""
    return bool(_LABEL.match(text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its lines, their joined text and, for recognised text, the words in it with confidence."""

    text: str
    lines: tuple[Line, ...]
    words: tuple[tuple[int, int, float], ...] = ()

    @property
    def first(self) -> Line:
        """Return the line that it starts with, which places it on a page."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right limit of a column of text, and the usual distance from one line's top to the next."""

    left: float
    right: float
    leading: float


def margins_of(lines: Sequence[Line], width: float = 0.0) -> Margins:
    """Return the limits of the running text of a page of that width: where most wide lines begin and end.

    Where no line is wide the right margin is taken as broad as the left one, which office papers keep at least.
    """
    if not lines:
        return Margins(0.0, width, 0.0)
    widest = max(line.x1 - line.x0 for line in lines)
    # A damaged font may give letters no width, or less than none.
    wide = [line for line in lines if line.x1 - line.x0 > 0.7 * widest] or list(lines)
    left = min(_common([line.x0 for line in wide]), *(line.x0 for line in wide))
    right = _common([line.x1 for line in wide], upper=True)
    if widest < 0.6 * width:
        left, right = min(line.x0 for line in lines), max(right, width - left)
    steps = sorted(b.top - a.top for a, b in pairwise(lines) if 0 < b.top - a.top < 3 * max(a.size, 1.0))
    leading = steps[len(steps) // 4] if steps else 1.3 * lines[0].size
    return Margins(left, right, leading)


def _common(values: list[float], upper: bool = False) -> float:
    """Return the edge that most lines share within 4 points; the outer one where several are as common."""
    best = max(values, key=lambda value: (sum(abs(value - other) <= 4 for other in values), value if upper else -value))
    near = [value for value in values if abs(value - best) <= 4]
    return max(near) if upper else min(near)


def join(lines: Sequence[Line], margins: dict[int, Margins]) -> list[Paragraph]:
    """Return the paragraphs of `lines` in their order; `margins` are those of the body of each page."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, margins):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [paragraph(group) for group in groups]


def _continues(group: list[Line], line: Line, margins: dict[int, Margins]) -> bool:
    last = group[-1]
    if line.side != last.side or line.running != last.running or abs(line.size - last.size) > 0.15 * last.size:
        return False
    if line.page == last.page and (line.top - last.bottom > 1.1 * last.size or line.top < last.top):
        return False
    if not _LETTER.search(line.text) or not _LETTER.search(last.text):
        return False  # rules typed as underscores, rows of stars
    if line.side:
        return _continues_in_column(group, line, margins)
    if not _wrapped(last, line, margins) or _preamble_below(last, line, margins):
        return False
    if _LABEL.match(line.text) and not _run_on(last, line):
        return False
    if _restyled(group, line) and (_ENDS.search(last.text) or not line.text[:1].islower()):
        return False
    return _hangs(group, line, margins)


def _restyled(group: list[Line], line: Line) -> bool:
    """Return whether a wholly bold paragraph is followed by a plain line, capitals by small letters, or the reverse."""
    before = [one.bold > 0.9 for one in group]
    if (all(before) and line.bold < 0.1) or (not any(before) and line.bold > 0.9):
        return True
    return all(one.text.isupper() and len(one.text) > 12 for one in group) and not line.text.isupper()


def _run_on(last: Line, line: Line) -> bool:
    """A line that looks like a list item goes on with the sentence: the one before ends in mid-clause, unindented.

    "khoản 2" + "Điều 30 Nghị định" is common; a number or a dash goes on only before a small letter or a figure.
    """
    if _ENDS.search(last.text) or line.x0 > last.x0 + 4:
        return False
    item = _ITEM.match(line.text)
    following = line.text[item.end() :].lstrip()[:1] if item else ""
    return item is None or following.islower() or (following.isdigit() and not item.group(0)[0].isalnum())


def _wrapped(last: Line, line: Line, margins: dict[int, Margins]) -> bool:
    """Return whether the next line's first word would not have fitted behind the last one."""
    left, right = _limits(last, margins)
    room = right - last.x1
    if _both_centered(last, line, margins):
        room = 2 * min(room, last.x0 - left)
    return room < 0.25 * last.size + line.lead + 1


def _preamble_below(last: Line, line: Line, margins: dict[int, Margins]) -> bool:
    """Return whether a centred subject stands above the words that open a paper, which begin at the margin."""
    left, right = _limits(last, margins)
    inward, room = last.x0 - left, right - last.x1
    centred = inward > last.size and abs(inward - room) < 0.06 * (right - left) and not _ENDS.search(last.text)
    return centred and line.x0 < last.x0 - 4 and bool(_OPENING.match(line.text))


def _limits(line: Line, margins: dict[int, Margins]) -> tuple[float, float]:
    return line.region or (margins[line.page].left, margins[line.page].right)


def _both_centered(last: Line, line: Line, margins: dict[int, Margins]) -> bool:
    """Return whether two lines share their middle, and one of them is clearly short on both sides."""
    if abs((last.x0 + last.x1) - (line.x0 + line.x1)) > 8 or _LABEL.match(last.text):
        return False
    left, right = _limits(last, margins)
    short = min(last.x1 - last.x0, line.x1 - line.x0) < 0.9 * (right - left)
    return short and (last.side > 0 or abs((last.x0 - left) - (right - last.x1)) < 0.06 * (right - left))


def _hangs(group: list[Line], line: Line, margins: dict[int, Margins]) -> bool:
    """Return whether the indent of `line` is that of a going-on line: where the second one began, or the margin."""
    last = group[-1]
    if _both_centered(last, line, margins):
        return True
    inward = line.x0 - _limits(line, margins)[0] > 0.8 * line.size
    if inward and abs(line.x0 - last.x0) < 4 and len(group) == 1 and _ENDS.search(last.text):
        return False  # two first lines, one below the other
    if len(group) > 1:
        left = group[1].x0 - _limits(group[1], margins)[0] + _limits(line, margins)[0]
        return abs(line.x0 - left) < 0.9 * line.size
    indent = (line.x0 - _limits(line, margins)[0]) - (last.x0 - _limits(last, margins)[0])
    if _LABEL.match(group[0].text):
        return indent < 3.5 * line.size
    # Where a paragraph begins with an indent the line after it steps back; a step in begins a new one.
    return indent < 0.8 * line.size


def _continues_in_column(group: list[Line], line: Line, margins: dict[int, Margins]) -> bool:
    last = group[-1]
    so_far = bare(" ".join([*(one.text for one in group), line.text]))
    if any(formula.startswith(so_far) for formula in _FORMULAS):
        return True
    if _LABEL.match(line.text) or _restyled(group, line):
        return False
    if group[0].text.startswith(("-", "–", "+")):
        # A recipient that takes two lines ends with a mark; lists are set close, so room tells little here.
        return not _ENDS.search(last.text) and not last.text.endswith(",") and line.x0 >= group[0].x0 - 2
    if _SUBJECT.match(group[0].text):
        return not line.text.isupper()
    # Capitals and small letters part the lines of a letterhead; an office's name or a post begins a line.
    if last.text.isupper() != line.text.isupper() or _OWN_LINE.match(line.text) or _FOR.match(last.text):
        return False
    # No line of a letterhead is one syllable long but one that was pushed out of the line above ("VIỆT" / "NAM").
    pushed = " " not in line.text and line.text.isalpha() and " " in last.text
    return pushed or _wrapped(last, line, margins)


def paragraph(lines: Sequence[Line]) -> Paragraph:
    """Return the lines as one paragraph: joined by a blank, or by nothing where a number or word was cut."""
    text = lines[0].text
    words = list(lines[0].words)
    for line in lines[1:]:
        text, glue = _glue(text, line.text)
        start = len(text) + len(glue)
        text = f"{text}{glue}{line.text}"
        words.extend((a + start, b + start, confidence) for a, b, confidence in line.words)
    return Paragraph(text, tuple(lines), tuple(words))


def _glue(text: str, following: str) -> tuple[str, str]:
    if _CUT_AFTER.search(text) and (following[:1].isalnum() or following[:1] in "/-"):
        return text, ""
    if _CUT_BEFORE.search(following) and text[-1:].isalnum():
        return text, ""
    return text, " "


def source_of(paragraph: Paragraph) -> tuple[Source, str | None]:
    """Return how the letters of a paragraph were come by, and its text before a repair that changed it."""
    source = next((line.source for line in paragraph.lines if line.source is not Source.TEXT), Source.TEXT)
    if all(line.original is None for line in paragraph.lines):
        return source, None
    return source, " ".join(line.original or line.text for line in paragraph.lines)
