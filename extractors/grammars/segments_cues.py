"""What single lines of an administrative document show: a type, a title, a motto, the end of the text."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from extractors.document import Source
from extractors.grammars.letterhead_bodies import begins_body
from extractors.grammars.segments_labels import Level
from extractors.grammars.segments_lines import Line
from extractors.vietnamese import any_of, bare, fold, lexicon

_PLACE = re.compile(r"(?:phường|xã|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|đặc khu)\s")
_SQUEEZED = re.compile(r"[^a-z]")
MOTTO = re.compile(r"conghoaxahoi|chunghiavietnam|doclaptudo|tudohanhphu|dangcongsanvietnam|nghiavietnam$")
_NUMBER = re.compile(r"(?:so|s6|sỏ)\s*[:.;]|so\s+\S*\s?[/-]\s?[a-z]{2}|\d{1,5}\s?/[a-zđ]{2,}[-/&a-z]*$")
_PLACE_DATE = re.compile(r".{0,48}?\bngay\b.{0,14}\bthang\b.{0,14}\bnam\b.{0,10}$")
PREAMBLE = re.compile(
    r"(?:can cu|thuc hien|theo|tren co so|xet|tiep theo|tiep tuc thuc hien|de (?:trien khai|thuc hien|cu the)|nham|"
    r"trien khai|chap hanh|phuc dap|huong ung|quan triet|thi hanh|sau khi)\b"
)
AS_FOLLOWS = re.compile(r"(?:nhu sau|sau day|cu the|sau)\s*[:.]$")
_APPENDIX = re.compile(
    r"(?:phu luc|phu bieu|bieu (?:so|mau|tong hop)|bieu \d|mau so|danh sach|de cuong|bang (?:tong hop|so|phan cong))\b"
)
_ATTACHED = re.compile(r"\(?(?:kem theo|ban hanh kem theo|dinh kem)\b")
_STAMP = re.compile(
    r"(?:ky boi|nguoi ky|thoi gian ky|ngay ky|co quan ky|signature valid|digitally signed|signed by|ky so boi|"
    r"co quan: |email: .*@|dn: c ?= ?vn|do (?:khan|mat)\s*:|linh vuc\s*:)"
)
_ARRIVED = re.compile(r"(?:cong van )?den\b(?:\s*so\b.*)?$|(?:so|ngay) den\b")
_PAGE = re.compile(r"(?:[-–]\s?)?\d{1,3}(?:\s?[-–])?$|trang \d{1,3}(?: ?/ ?\d{1,3})?$")
_BY_ORDER = re.compile(r"(?:(?:tm|kt|tl|tuq|q)\s?[.,]|[tk]/[mtl]\b[.,]?)\s?\S")
_ENDS = re.compile(r"[.;:!?]$")
_CITES = re.compile(r"\D{4,20}\bso\b.{0,12}/|\w+ \w+ nay\b")


@cache
def _types() -> tuple[tuple[str, str], ...]:
    entries = sorted(lexicon("document_types"), key=lambda entry: (-len(entry), entry))
    return tuple((_SQUEEZED.sub("", bare(entry)), entry) for entry in entries)


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(r"(?:quyen )?" + any_of(map(bare, lexicon("signing_titles")), " ") + r"\b")


def type_of_line(line: Line, early: bool = False) -> str:
    """Return the type that the line names ("Kế hoạch"), "" for none; one letter in seven may be misread in capitals.

    At the very top of a document (`early`) a plain line "Báo cáo kết quả ..." names it too.
    """
    if len(line.text) > 240 or _CITES.match(line.plain):
        return ""
    if line.upper and _PLACE.match(fold(line.text)):  # "PHƯỜNG AN …" is no "PHƯƠNG ÁN", nor one letter away from it
        return ""
    squeezed = line.squeezed.removeprefix("duthao")
    for name, entry in _types():
        exact = squeezed.startswith(name)
        if exact and " " not in entry and (fold(line.text.split()[0]) != fold(entry) or begins_body(line.text)):
            continue  # "ĐỒN BIÊN PHÒNG", "ĐIỆN LỰC …" are no "Đơn" and no "Điện"
        if exact and (
            line.upper or len(squeezed) == len(name) or _headed(line, entry) or (early and _titles_all(line, entry))
        ):
            return entry
        if exact or not line.upper or len(name) < 6 or squeezed[:1] != name[:1] or begins_body(line.text):
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
    if not (line.upper or _BY_ORDER.match(line.plain)):
        if line.block.source is Source.OCR and known_title(line.plain):
            return True
        return line.text[0].isupper() and bool(_titles().fullmatch(line.plain))
    if _BY_ORDER.match(line.plain) or _titles().match(line.plain):
        return True
    return line.block.source is Source.OCR and bool(known_title(line.plain))


@cache
def _plain_titles() -> dict[str, str]:
    return {bare(entry): entry.upper() for entry in lexicon("signing_titles")}


def known_title(words: str) -> str:
    """Return the title of the lexicon, in capitals, that misread bare `words` stand for; "" for none.

    One letter may be wrong or missing, and what a seal left behind the title is dropped.
    """
    titles = _plain_titles()
    if words in titles:
        return titles[words]
    near = [entry for entry in titles if len(entry) >= 7 and Levenshtein.distance(words, entry, score_cutoff=1) <= 1]
    if len(near) == 1:
        return titles[near[0]]
    begun = [entry for entry in titles if words.startswith(entry + " ") and len(words) - len(entry) <= 8]
    return titles[max(begun, key=len)] if begun else ""


def is_letterhead(line: Line) -> bool:
    """Return whether the line is one that only a letterhead has: motto, number, place and date."""
    if len(line.text) > 200:
        return False
    if MOTTO.search(line.squeezed):
        return True
    return len(line.text) < 90 and bool(_NUMBER.match(line.plain) or _PLACE_DATE.match(line.plain))


def is_recipients(line: Line) -> bool:
    """Return whether the line begins the list of recipients ("Nơi nhận:"), read with a slip or two."""
    squeezed = _SQUEEZED.sub("", line.bare[:24])[:7]
    return squeezed == "noinhan" or (
        len(line.text) < 24 and line.text.rstrip().endswith(":") and Levenshtein.distance(squeezed, "noinhan") <= 2
    )


def is_stray(line: Line) -> bool:
    """Return whether the line is a page number, a signature stamp or a rule: no part of the text."""
    if line.block.cell is not None and len(line.text) < 8:
        return False  # figures in tables
    if len(line.text) > 200:
        return False
    return (
        bool(_PAGE.match(line.plain) or _STAMP.match(line.plain))
        or is_arrival(line)
        or not any(c.isalnum() for c in line.text)
    )


def is_arrival(line: Line) -> bool:
    """Return whether the line is of the stamp that the receiving office puts on a paper ("ĐẾN Số: 1452")."""
    return len(line.text) < 40 and bool(_ARRIVED.match(line.plain))


def opens_body(line: Line) -> bool:
    """Return whether the line can only stand after letterhead and title: a numbered heading, a recital."""
    label = line.label
    if label is not None and label.level <= Level.NUMBER and not is_letterhead(line):
        return True
    return bool(PREAMBLE.match(line.plain)) and len(line.text) > 40 and not line.upper


def opens_appendix(line: Line) -> bool:
    """Return whether the line begins what is appended to the document."""
    if len(line.text) > 200:
        return False
    if _ATTACHED.match(line.plain):
        return True
    head = line.upper or line.block.centered or line.block.bold or len(line.text) < 30
    return bool(head and _APPENDIX.match(line.plain)) and not line.text.endswith((";", "."))
