"""Text in the 8-bit encodings TCVN3 and VNI, made Unicode: by the name of the font, checked by the syllables.

Fonts named .Vn… are TCVN3 (.Vn…H draws its small letters as capitals), VNI-… are VNI. A font may lie and text often
has no telling font, so the share of well-formed syllables decides where it can (research: no false change on
Unicode at any length; 99 of 100 pieces of five words told right).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from functools import lru_cache

from extractors.document import Source
from extractors.readers.legacy_syllables import census
from extractors.readers.legacy_tables import TCVN3, VNI


class Encoding(Enum):
    """How the letters of a run are coded; TCVN3_CAPITALS is TCVN3 in a font that draws capitals only."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3-h"
    VNI = "vni"


_SUBSET = re.compile(r"^[A-Z]{6}\+")
_VN_FONT = re.compile(r"^[._]?vn(?!i\b|i[-_ ])(?=[a-z])", re.IGNORECASE)
_VN_CAPITALS = re.compile(r"H(?:$|[\s,_-]|Bold|Italic)")
_VNI_FONT = re.compile(r"^vni[-_ ]", re.IGNORECASE)
# Letters that only Unicode has: one of them proves that the text is not 8-bit.
_UNICODE_ONLY = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_EIGHT_BIT = re.compile(r"[\xa1-\xff]")
# PDF text layers name two TCVN3 codes by how they look: the minus is ư, the bullet operator ã.
_LOOKS = str.maketrans({"\u2212": "\xad", "\u2219": "\xb7"})
_TCVN3_CODE = re.compile("|".join(map(re.escape, TCVN3)))
_VNI_CODE = re.compile("|".join(map(re.escape, sorted(VNI, key=len, reverse=True))))
ENOUGH_WORDS = 5


@lru_cache(maxsize=512)
def encoding_of_font(font: str | None) -> Encoding:
    """Return what the name of a font promises; UNICODE where it promises nothing."""
    name = _SUBSET.sub("", font or "")
    if _VNI_FONT.match(name):
        return Encoding.VNI
    if _VN_FONT.match(name):
        return Encoding.TCVN3_CAPITALS if _VN_CAPITALS.search(name) else Encoding.TCVN3
    return Encoding.UNICODE


def encoding_of(text: str, font: str | None = None) -> Encoding:
    """Return the encoding of `text`: what the font promises unless the syllables say otherwise.

    Without a telling font at least five words are needed, and the decoded text must be clearly better Vietnamese.
    """
    if _UNICODE_ONLY.search(text):
        return Encoding.UNICODE
    promised = encoding_of_font(font)
    if not _EIGHT_BIT.search(text) and not (promised is Encoding.TCVN3 and "\u2212" in text):
        # Plain letters read the same everywhere, but a capital font still draws them as capitals.
        return promised if promised is Encoding.TCVN3_CAPITALS else Encoding.UNICODE
    raw = census(text)
    if promised is not Encoding.UNICODE:
        decoded = census(decode(text, promised))
        return Encoding.UNICODE if raw.marked_rate > decoded.marked_rate + 0.15 else promised
    if raw.words < ENOUGH_WORDS:
        return Encoding.UNICODE
    trials = {one: census(decode(text, one)) for one in (Encoding.TCVN3, Encoding.VNI)}
    best = max(trials, key=lambda one: trials[one].rate)
    clear = trials[best].rate - raw.rate > 0.15 and trials[best].marked_rate > 0.85
    return best if clear else Encoding.UNICODE


def decode(text: str, encoding: Encoding) -> str:
    """Return `text` in Unicode letters, read by the table of `encoding`."""
    return "".join(decode_runs([(text, encoding)])[0])


def decode_runs(runs: Sequence[tuple[str, Encoding]]) -> list[str]:
    """Return the runs in Unicode letters, one text a run; a VNI mark that opens a run joins its letter before it."""
    out: list[list[str]] = [[] for _ in runs]
    at = 0
    while at < len(runs):
        upto = at + 1
        while upto < len(runs) and runs[upto][1] is runs[at][1]:
            upto += 1
        _decode_group([text for text, _ in runs[at:upto]], runs[at][1], out[at:upto])
        at = upto
    return ["".join(letters) for letters in out]


def _decode_group(texts: list[str], encoding: Encoding, out: list[list[str]]) -> None:
    if encoding is Encoding.UNICODE:
        for text, letters in zip(texts, out, strict=True):
            letters.append(text)
        return
    code, change = _codec(encoding)
    whole = "".join(texts)
    if encoding is not Encoding.VNI:
        whole = whole.translate(_LOOKS)
    owners = [index for index, text in enumerate(texts) for _ in text]
    at = 0
    for match in code.finditer(whole):
        for offset in range(at, match.start()):
            out[owners[offset]].append(change(whole[offset]))
        out[owners[match.start()]].append(change(match.group(0)))
        at = match.end()
    for offset in range(at, len(whole)):
        out[owners[offset]].append(change(whole[offset]))


def _codec(encoding: Encoding) -> tuple[re.Pattern[str], Callable[[str], str]]:
    if encoding is Encoding.VNI:
        return _VNI_CODE, lambda code: VNI.get(code, code)
    if encoding is Encoding.TCVN3_CAPITALS:
        return _TCVN3_CODE, lambda code: TCVN3.get(code, code).upper()
    return _TCVN3_CODE, lambda code: TCVN3.get(code, code)


def source_of(encoding: Encoding) -> Source:
    """Return the mark that a block whose letters were decoded from `encoding` bears."""
    if encoding is Encoding.UNICODE:
        return Source.TEXT
    return Source.VNI if encoding is Encoding.VNI else Source.TCVN3


def repair(text: str, font: str | None) -> tuple[str, Source]:
    """Return `text` in Unicode letters and how it was come by; a text that needs no repair comes back as it is."""
    encoding = encoding_of(text, font)
    if encoding is Encoding.UNICODE:
        return text, Source.TEXT
    repaired = decode(text, encoding)
    return repaired, source_of(encoding) if repaired != text else Source.TEXT


def repair_block(runs: Sequence[tuple[str, str | None]]) -> list[tuple[str, Source]]:
    """Return the runs (text, font) of one paragraph repaired, one result a run.

    Runs of one font promise are judged together: a run may hold half a word, and a VNI mark may stand in the run
    after its letter.
    """
    promises = [Encoding.UNICODE if _UNICODE_ONLY.search(text) else encoding_of_font(font) for text, font in runs]
    settled: dict[Encoding, Encoding] = {}
    for promise in dict.fromkeys(promises):
        # A run of another promise between two of these parts their words: blanks often bear another font.
        judged = "".join(text if of is promise else " " for (text, _), of in zip(runs, promises, strict=True))
        settled[promise] = encoding_of(judged, runs[promises.index(promise)][1])
    encodings = [settled[promise] for promise in promises]
    decoded = decode_runs([(text, encoding) for (text, _), encoding in zip(runs, encodings, strict=True)])
    return [
        (new, source_of(encoding) if new != old else Source.TEXT)
        for new, (old, _), encoding in zip(decoded, runs, encodings, strict=True)
    ]
