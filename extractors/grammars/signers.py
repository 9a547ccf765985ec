"""Who signed, and in what capacity: the authority lines and the name below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.document import Source
from extractors.grammars.letterhead_bodies import begins_body
from extractors.grammars.segments_cues import is_authority
from extractors.grammars.segments_lines import Line
from extractors.vietnamese import bare, fold, lexicon

_SKIP = re.compile(
    r"\(?\s?(?:da ky|ky ten|ky so|ky, .*|ky va .*|ky ghi .*|signed|dong dau|ghi ro ho ten)\b.*\)?$|"
    # Alone they are marks; before more words they may be the surnames Kỳ and Đậu.
    r"\(?\s?(?:ky|dau)\s?\)?$|"
    r"(?:ky boi|nguoi ky|thoi gian ky|ngay ky|co quan|email|signature|digitally|chu ky so)\b.*|[\W_\d]*$"
)
# Titles of learning, rank and honour stand before a name and are no part of it (Nghị định 30/2020, Phụ lục I, ô 7b).
_DEGREE = re.compile(
    r"(?:(?:gs|pgs|ts|tskh|ths|bs|bsckii?|ds|dsckii?|ks|cn|nsut|nsnd|ngut|ngnd|ttut|ttnd|cki{1,2}|cvc)"
    r"(?:[.,/]+\s?|\s+)(?:cki{1,2}[.,]?\s?)?|(?:tien|thac|bac|duoc|y)\s+s[iy]\s+|(?:ky|luat|kien\s+truc)\s+su\s+|"
    r"(?:cu\s+nhan|dieu\s+duong|ho\s+sinh|luong\s+y|linh\s+muc|dai\s+duc|thuong\s+toa|hoa\s+thuong|ni\s+su)\s+"
    r"|(?:dai|thuong|trung)\s+(?:ta|uy)\s+|"
    r"thieu\s+(?:ta|uy|tuong)\s+|dong\s+chi\s+|d/c\s+|ong\s+|ba\s+|[a-z]{1,5}\.\s?)+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
_FILED = re.compile(r"[-+*•\s]*[Ll]ưu\s*:?\s*(?:[A-ZĐƯ&]{1,8}[,;.\s\-–]*)+(?<=[\s.])(?=[^\W\d_]{2,7}\s)")
_PREPARED = re.compile(
    r"thu ky|nguoi (?:lap|tong hop|viet|bao cao|soan)|ke toan|thu quy|xac nhan|phe duyet|duyet|y kien|noi nhan"
)
_NOT_NAMES = re.compile(
    r"(?<!\w)(?:phòng|sở|ban|chủ tịch|giám đốc|trưởng|phó(?! [^\W\d_]+ [^\W\d_]+$)|phụ trách|huyện|tỉnh|"
    r"xã|thị trấn|quận|thành phố|"
    r"ủy ban|nhân dân|hội đồng|trung tâm|chi cục|cục|đơn vị|bí thư|đảng ủy|chi bộ|văn phòng|thủ trưởng|"
    r"nơi nhận|kính gửi)(?!\w)"
)


@dataclass
class _Block:
    """One column of the signature: its authority lines and its name."""

    titles: list[Line] = field(default_factory=list)
    name: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Places of name and title in the text; `title` are the authority lines as ranges, empty where there are none."""

    name: tuple[int, int] | None
    title: tuple[tuple[int, int], ...]


def read_signer(lines: Sequence[Line], issuer: str | None, beside: Sequence[Line] = ()) -> Signer | None:
    """Return the signer of the issuing body from the lines of the signature zone; None where nothing is signed.

    Of several columns the one that names the issuer counts, else the last one that is no preparer's. Recognition may
    have read the name as the last of the recipients, `beside` it.
    """
    blocks = _blocks(lines)
    if not blocks:
        return None
    if all(block.name is None for block in blocks) and beside and beside[-1].block.source is Source.OCR:
        blocks[-1].name = name_range(beside[-1])
    elif all(block.name is None for block in blocks) and beside:
        blocks[-1].name = _beside_filing(beside[-1])
    chosen = max(enumerate(blocks), key=lambda item: (_weight(item[1], issuer), item[0]))[1]
    if chosen.name and not chosen.titles and not _surnamed(lines, chosen.name):
        chosen.name = None  # without any title above it, "Bình Thuận." is rather the end of a list of places
    titles = tuple((line.start, line.end) for line in chosen.titles)
    return Signer(chosen.name, titles)


def _surnamed(lines: Sequence[Line], name: tuple[int, int]) -> bool:
    """Return whether the name in the lines begins with a surname."""
    line = next((line for line in lines if line.start <= name[0] < line.end), None)
    return line is None or fold(line.text[name[0] - line.start :].split()[0]) in _surnames()


def _beside_filing(line: Line) -> tuple[int, int] | None:
    """Return the name that stands at the height of the filing note and was read with it: "- Lưu: VT. Phan Văn Tá"."""
    match = _FILED.match(line.text)
    if match is None:
        return None
    degree = _DEGREE.match(line.bare, match.end())
    start = degree.end() if degree else match.end()
    words = line.text[start:].split()
    if not 2 <= len(words) <= 5 or fold(words[0]) not in _surnames():
        return None
    if not all(word.istitle() and _WORD.match(word) for word in words):
        return None
    return line.start + start, line.start + len(line.text.rstrip())


def _weight(block: _Block, issuer: str | None) -> int:
    words = " ".join(line.plain for line in block.titles)
    if _PREPARED.search(words):
        return -2
    named = 2 if issuer and block.titles and " ".join(bare(issuer).split()) in words else 0
    return named + (1 if block.titles else -1) + (1 if block.name else 0)


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    cell = None
    for line in lines:
        if _SKIP.match(line.plain):
            continue
        title = is_authority(line) or bool(_PREPARED.match(line.plain) and line.upper)
        fresh = not blocks or (line.block.cell is not None and line.block.cell != cell)
        cell = line.block.cell
        if title:
            if fresh or (blocks[-1].name is not None):
                blocks.append(_Block())
            blocks[-1].titles.append(line)
            continue
        name = name_range(line)
        if name is not None:
            waiting = next((block for block in blocks if block.name is None), None)
            if waiting is None or (fresh and not blocks):
                waiting = _Block()
                blocks.append(waiting)
            waiting.name = name
        elif line.upper and blocks and blocks[-1].name is None and _wraps(line, blocks[-1]):
            blocks[-1].titles.append(line)  # "PHỤ TRÁCH", a wrapped title
    return blocks


def _wraps(line: Line, block: _Block) -> bool:
    if line.block.source is Source.OCR:
        return False  # what is left of a seal
    plain = all(c.isalnum() or c.isspace() or c in "-–,.&()" for c in line.text)
    return plain and len(line.text) < 80 and len(block.titles) < 4 and not begins_body(line.text)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(fold(entry) for name in ("surnames", "surnames_common_words") for entry in lexicon(name))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(entry) for entry in lexicon("places"))


def name_range(line: Line) -> tuple[int, int] | None:
    """Return where in the text the line names a person, degrees and ranks left out; None where it names none."""
    degree = _DEGREE.match(line.bare)
    start = degree.end() if degree else len(line.text) - len(line.text.lstrip("-–—. "))
    text = line.text[start:].rstrip(" .,;")
    words = text.split()
    if not 2 <= len(words) <= 6 or len(" ".join(words)) > 40 or _NOT_NAMES.search(" ".join(fold(text).split())):
        return None
    if not all(_WORD.match(word) and word[0].isupper() for word in words):
        return None
    if " ".join(fold(text).split()) in _places():  # the last of a list of provinces is nobody
        return None
    doubtful = text.isupper() or line.block.source is Source.OCR
    if doubtful and fold(words[0]) not in _surnames():
        return None
    return line.start + start, line.start + start + len(text)
