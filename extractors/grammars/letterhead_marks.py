"""Marks of a draft: the word itself, and places that were never filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import FACT_PARTS, Document
from extractors.grammars.segments_lines import Line
from extractors.grammars.sentences import strip
from extractors.span import Span

_DRAFT = re.compile(r"\(?\s*(?:ban\s+)?du\s+thao(?:\s+lan\s+(?:thu\s+)?\w+)?\s*\)?")
# A blank stands where a figure or a name belongs: after these words, or before a slash or a unit.
_HINT = re.compile(r"\.\.|…|__|xx")
_BLANK = re.compile(
    r"(?:(?<=[Ss]ố)|(?<=[Nn]gày)|(?<=tháng)|(?<=năm)|(?<=là)|(?<=gồm)|(?<=có)|(?<=đạt)|(?<=[:(]))\s?(?:\.{3,}|…+\.*|_{3,})|"
    r"(?<![\w.…])(?:\.{4,}|…{2,}|_{4,})(?=\s?[/\w])|\[\s?(?:\.{2,}|…+)\s?\]|"
    r"(?<![\w.])x{2,}(?!\w)"
)


def find_draft_marks(document: Document, frame: Sequence[Line]) -> tuple[Span, ...]:
    """Return the places that show a draft: "DỰ THẢO" in the lines of the frame, and blanks left anywhere.

    An ellipsis that only shortens a list ("các ngành, …") is none, nor is a masked telephone number.
    """
    found: list[Span] = []
    for line in frame:
        match = _DRAFT.match(line.bare)
        if match and len(line.text) <= len(match.group(0)) + 24:
            found.append(document.span(line.start, line.start + match.end()))
    for block in document.blocks:
        if block.part not in FACT_PARTS:
            continue
        text = document.text[block.start : block.end]
        if not _HINT.search(text) or not any(c.isalnum() for c in text):
            continue  # nothing, or a ruling line
        found.extend(
            document.span(*strip(document.text, block.start + match.start(), block.start + match.end()))
            for match in _BLANK.finditer(text)
            if "\n" not in match.group(0) and not _ruled(text, match.start(), match.end())
        )
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _ruled(text: str, start: int, end: int) -> bool:
    """Return whether the run fills a line of its own: a rule below the motto, no blank."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in {"", "\n"}
