"""The numbers of headings after recognition: "III." comes out as "II." or "HI.", so the sequence is checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Note, Source
from extractors.readers.builder import Piece
from extractors.readers.notes import note

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What recognition makes of a roman number: strokes lost, run together, or taken for other letters and figures.
_HEAD = re.compile(r"^((?=[l1L]{0,3}[IVXH])[IVXHLl1]{1,6})(?:[.,]\s*|\s+(?=[^\W\d_]{2,}\s))(?=\S)")
_FIGURE = re.compile(r"^(\d{1,2})[.,]\s")
_NEW_PART = re.compile(r"^(?:PHẦN|Phần|PHỤ LỤC|Phụ lục|CHƯƠNG|Chương)\b")
_STROKES = str.maketrans({"H": "II", "L": "I", "l": "I", "1": "I"})


def checked(blocks: Sequence[Piece]) -> tuple[list[Piece], list[Note]]:
    """Return the blocks with roman heading numbers set right where the sequence leaves no doubt, and the warnings.

    A number is changed only in a heading, and where its strokes could be those of the number due. The text as
    recognised is kept, and the number stays marked as unsure.
    """
    out: list[Piece] = []
    breaks: list[str] = []
    roman = figure = 0
    for block in blocks:
        if block.source is not Source.OCR or block.cell is not None:
            out.append(block)
            continue
        if _NEW_PART.match(block.text):
            roman = figure = 0
        head, plain = _HEAD.match(block.text), _FIGURE.match(block.text)
        due = _number(roman + 1)
        if (
            head
            and _heads(block.text[head.end() :], dotted=head.group(0)[len(head.group(1))] in ".,")
            and (head.group(1) in _ROMAN or _could_be(head.group(1), due))
        ):
            if head.group(1) != due:
                breaks.append(_place(block))
            settled = _renumbered(block, head, due)
            roman, figure = _value(settled.text.split(".")[0]) or roman, 0
            out.append(settled)
            continue
        if plain:
            value = int(plain.group(1))
            if value not in (1, figure + 1):
                breaks.append(_place(block))
            figure = value
        out.append(block)
    notes = [note("THU_TU_MUC_BAT_THUONG", detail="; ".join(breaks[:5]))] if breaks else []
    return out, notes


def _heads(text: str, dotted: bool) -> bool:
    """Return whether the text behind a number is a heading: in capitals, or after a dot short and no sentence."""
    return text.isupper() or (dotted and len(text) < 80 and text[:1].isupper() and not text.endswith((".", ";", ",")))


def _number(value: int) -> str:
    return _ROMAN[value] if 0 < value < len(_ROMAN) else ""


def _value(label: str) -> int:
    return _ROMAN.index(label) if label in _ROMAN else 0


def _could_be(seen: str, due: str) -> bool:
    """Return whether the strokes seen are those of the number due but for one or two "I" lost or doubled."""
    if not due:
        return False
    strokes = seen.translate(_STROKES)
    return strokes.replace("I", "") == due.replace("I", "") and abs(strokes.count("I") - due.count("I")) <= 2


def _renumbered(block: Piece, head: re.Match[str], number: str) -> Piece:
    if head.group(0) == f"{number}. " or not _could_be(head.group(1), number):
        return block
    opening = f"{number}. "
    shift = len(opening) - head.end()
    weak = tuple((start + shift, end + shift) for start, end in block.weak if start >= head.end())
    return replace(
        block,
        text=opening + block.text[head.end() :],
        weak=((0, len(number) + 1), *weak),
        original=block.original or block.text,
    )


def _place(block: Piece) -> str:
    return f"trang {block.page}: “{block.text[:40].strip()}”"
