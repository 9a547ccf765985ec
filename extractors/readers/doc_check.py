"""Whether the text of a Word 97-2003 file is all there: LibreOffice reads a damaged one as far as it can, silently.

Source: [MS-DOC] 2.5.1 (Fib), 2.8.35 (PlcPcd), 2.9.38 (Clx): the piece table must account for every character that the
header counts, and every piece must lie inside the stream.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata

import olefile

from extractors.document import Document
from extractors.errors import Broken

_WORD_97 = 193  # nFib: older files have no piece table in this form
COUNTS = (76, 80, 84, 92, 96, 100, 104)  # ccpText, Ftn, Hdd, Atn, Edn, Txbx, HdrTxbx
CLX = 418
_SAME = re.compile(r"([^\W_])\1{99}")  # a hundred times one letter or figure


def table_name(stream: bytes) -> str:
    """Return which of the two table streams belongs to the WordDocument `stream`."""
    return "1Table" if int.from_bytes(stream[10:12], "little") & 0x0200 else "0Table"


def count_letters(data: bytes) -> int | None:
    """Return how many characters a .doc says it holds, notes included, None for versions before 97; raises Broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            stream = ole.openstream("WordDocument").read()
            name = table_name(stream)
            table = ole.openstream(name).read() if ole.exists(name) else b""
        return check_pieces(stream, table)
    except Broken:
        raise
    except Exception as error:  # olefile and struct raise whatever the bytes lead them into
        raise Broken(detail="bảng mảnh văn bản không đúng") from error


def check_pieces(stream: bytes, table: bytes) -> int | None:
    """Return the number of characters; raises Broken where header, piece table and text of a .doc do not agree."""
    if len(stream) < CLX + 8 or int.from_bytes(stream[2:4], "little") < _WORD_97:
        return None
    counts = [struct.unpack_from("<i", stream, at)[0] for at in COUNTS]
    start, length = struct.unpack_from("<II", stream, CLX)
    if not length:
        return None
    if min(counts) < 0 or start + length > len(table):
        raise Broken(detail="bảng mảnh văn bản không đúng")
    positions, pieces = pieces_of(table[start : start + length])
    total: int = sum(counts) + (1 if any(counts[1:]) else 0)
    if positions[0] != 0 or abs(positions[-1] - total) > 2 or positions != sorted(set(positions)):
        raise Broken(detail="thiếu mảnh văn bản")
    for begin, end, place in zip(positions, positions[1:], pieces, strict=False):
        compressed = bool(place & 0x40000000)
        at = (place & 0x3FFFFFFF) // (2 if compressed else 1)
        if at + (end - begin) * (1 if compressed else 2) > len(stream):
            raise Broken(detail="mảnh văn bản nằm ngoài tệp")
    return total


def check_converted(document: Document, letters: int | None) -> None:
    """Raise Broken where a converted document holds noise, or far more or less text than the file says it should.

    Fields whose code is long (tables of contents, links) explain half of the characters at most.
    """
    text = document.text
    if _odd_share(text) > 0.05 or _SAME.search(text):
        raise Broken(detail="chữ trong tệp bị hỏng")
    if letters is None:
        return
    have = len(text) + sum(len(change.text) for change in document.changes if change.kind == "deletion")
    if have < letters * 0.5 - 200 or have > letters * 1.3 + 500:
        raise Broken(detail=f"tệp khai {letters} ký tự, đọc được {have}")


def _odd_share(text: str) -> float:
    """Return the share of letters that no Vietnamese, Latin or Greek text holds: what noise reads like."""
    letters = [char for char in text if char > "\u024f" and not "\u1e00" <= char <= "\u1eff"]
    odd = [char for char in letters if unicodedata.category(char) in ("Lo", "Cn", "Co", "Cc", "Lm") or char == "\ufffd"]
    return len(odd) / max(1, len(text))


def pieces_of(clx: bytes) -> tuple[list[int], list[int]]:
    """Return the character positions and the places (fc, with its flag) of a Clx."""
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:  # Prc: formatting, skipped
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        raise Broken(detail="bảng mảnh văn bản không đúng")
    size = int.from_bytes(clx[at + 1 : at + 5], "little")
    plc = clx[at + 5 : at + 5 + size]
    count = (size - 4) // 12
    if count < 1 or len(plc) != size or size != 4 + 12 * count:
        raise Broken(detail="bảng mảnh văn bản không đúng")
    positions = list(struct.unpack_from(f"<{count + 1}i", plc, 0))
    places = [struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * n + 2)[0] for n in range(count)]
    return positions, places
