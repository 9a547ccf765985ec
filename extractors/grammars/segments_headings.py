"""Tells headings from numbered sentences, and cuts "Phòng Nội vụ: ..." into the one who acts and what is to be done."""

from __future__ import annotations

import re
from functools import cache

from extractors.grammars.sections import section_of_heading
from extractors.grammars.segments_labels import Label, Level
from extractors.grammars.segments_lines import Line
from extractors.segment import Section
from extractors.vietnamese import any_of, bare, fold, lexicon

# A word of these makes a clause of what looks like a heading: something is said, not only named.
_SAYS = re.compile(
    r"(?<!\w)(?:đã|đang|sẽ|chưa|không|được|phải|cần|đạt|là|có|xin|hoàn thành|trước ngày|chậm nhất|phấn đấu|ít nhất|"
    r"tăng|giảm|như sau|sau đây|quy định|trình bày)(?!\w)"
)
_ACTS = re.compile(
    r"(?<!\w)(?:tặng|trao|cho|gồm|thành lập|ban hành|xây dựng|triển khai|tham mưu|hướng dẫn|báo cáo|thu hút|mở)"
    r"(?!\w)|\d"
)
_MAX_HEADING = 200


@cache
def _actors() -> re.Pattern[str]:
    return re.compile(any_of(map(bare, lexicon("actor_heads")), " ") + r"(?!\w)")


def _upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _says(text: str) -> bool:
    return bool(_SAYS.search(fold(text)))


def is_actor(text: str) -> bool:
    """Return whether `text` names a body or a group of them, and says nothing about it."""
    shadow = bare(text)
    return len(text.split()) <= 24 and bool(_actors().match(shadow)) and not _says(text)


def is_heading(text: str, label: Label | None, line: Line, following: Line | None) -> bool:
    """Return whether a whole paragraph is a heading of what follows it.

    `line` is its first line, `following` the line after it, None at the end of its zone.
    """
    words = text.split()
    if len(text) > _MAX_HEADING or not any(c.isalpha() for c in text) or text.endswith("./."):
        return False
    if label is not None and label.level <= Level.ROMAN:
        return not text.endswith(";") and (_upper(text) or len(words) <= 25 or bool(line.block.bold))
    if text.endswith(";") or following is None:
        return False
    if _upper(text) and len(words) >= 2:
        return label is None or label.level < Level.STAR or text.endswith(":")
    if label is None:
        return _plain_heading(text, words, line, following)
    if label.level >= Level.STAR:
        return _list_heading(text, words, line, following, label)
    return _numbered_heading(text, words, line, following, label)


def _numbered_heading(text: str, words: list[str], line: Line, following: Line, label: Label) -> bool:
    if len(words) > 30 or _sibling_or_outer(following, label):
        # Without anything below it, only a bold line or a name of a section is a heading.
        named = len(words) <= 8 and section_of_heading(text) is not Section.UNKNOWN
        return (
            bool(line.block.bold)
            and len(words) <= 25
            and not text.endswith(".")
            and not named
            and following.label is None
        )
    if text.endswith("."):
        return len(words) <= 12 and (bool(line.block.bold) or section_of_heading(text) is not Section.UNKNOWN)
    if text.endswith(":"):
        return len(words) <= 20 and (bool(line.block.bold) or is_actor(text) or not _says(text))
    return bool(line.block.bold) or not _says(text) or section_of_heading(text) is not Section.UNKNOWN


def _sibling_or_outer(following: Line, label: Label) -> bool:
    """Return whether the next line is no child: a number of the same depth or further out."""
    return following.label is not None and following.label.level <= label.level


def _plain_heading(text: str, words: list[str], line: Line, following: Line) -> bool:
    if len(words) > 25 or text[-1] in ".,!?" or text[0].islower():
        return False
    if line.block.bold and not _says(text):
        return True
    if text.endswith(":"):
        listed = following.label is not None and following.label.level >= Level.LETTER
        short = len(words) <= 6 and not any(c.isdigit() for c in text)
        return not _says(text) and (is_actor(text) or (short and listed))
    return len(words) <= 12 and section_of_heading(text) is not Section.UNKNOWN and not _says(text)


def _list_heading(text: str, words: list[str], line: Line, following: Line, label: Label) -> bool:
    below = following.label is not None and following.label.level > label.level
    if label.level is Level.STAR and text[-1] not in ".,":
        return len(words) <= 25 and (below or following.label is None or following.label.level is not Level.STAR)
    if not text.endswith(":") or not (below or line.block.bold):
        return False
    return is_actor(text) or (len(words) <= 8 and not _says(text) and not any(c.isdigit() for c in text))


def heading_end(text: str, start: int, end: int) -> int:
    """Return where a heading that opens a paragraph ends, after its colon; `start` where there is none.

    "Phòng Nội vụ: Tham mưu ..." and "Mục tiêu: Phấn đấu ..." open with one; "Thời gian: ngày 20/9" does not, for there
    the colon only parts a field from its value.
    """
    colon = text.find(":", start, min(end, start + _MAX_HEADING))
    if colon < 0 or colon + 1 >= end:
        return start
    head = text[start:colon]
    rest = text[colon + 1 : end].lstrip()
    if len(rest.split()) < 4 or re.search(r"[.;!?](?:\s|$)", head) or "“" in head or '"' in head:
        return start
    words = head.split()
    named = len(words) <= 6 and section_of_heading(head) in {
        Section.PURPOSE,
        Section.TARGET,
        Section.RESULT,
        Section.SHORTCOMING,
        Section.FUTURE,
        Section.PROPOSAL,
    }
    if (named and not _says(head)) or (is_actor(head) and head[0].isupper() and not _ACTS.search(fold(head))):
        return colon + 1
    return start
