"""The paragraph mark that LibreOffice forgets at the end of a .doc whose last thing is a table.

Word always writes it. Without it LibreOffice reads the last table (in office papers: recipients and signature) as
loose paragraphs, the last of one cell glued to the first of the next. Source: [MS-DOC] 2.8.5, 2.8.6, 2.8.35, 2.9.33,
2.9.174; measured on files that LibreOffice 7.4 wrote.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import olefile

from extractors.readers.doc_check import CLX, COUNTS, pieces_of, table_name

_ROW_END = 7
_PAGE = 512
# Places of (offset, length) pairs in the file information block.
_SECTIONS, _CHARACTERS, _PARAGRAPHS = 154 + 6 * 8, 154 + 12 * 8, 154 + 13 * 8


@dataclass(slots=True)
class _Streams:
    text: bytearray
    table: bytearray


def with_last_mark(data: bytes) -> bytes:
    """Return a .doc with the missing mark put in, any other file as it is; never raises."""
    try:
        held = io.BytesIO(data)
        with olefile.OleFileIO(held, write_mode=True) as ole:
            text = bytearray(ole.openstream("WordDocument").read())
            name = table_name(bytes(text[:64]))
            streams = _Streams(text, bytearray(ole.openstream(name).read()))
            if not _mend(streams):
                return data
            ole.write_stream("WordDocument", bytes(streams.text))
            ole.write_stream(name, bytes(streams.table))
        return held.getvalue()
    except Exception:  # a file of another make or a damaged one: its own reading says so
        return data


def _mend(streams: _Streams) -> bool:
    """Add the mark to text, counts and both formatting tables; return False and change nothing where it is not due."""
    text, table = streams.text, streams.table
    counts = [struct.unpack_from("<i", text, at)[0] for at in COUNTS]
    if any(counts[1:]):  # notes and headers follow the text: there LibreOffice writes the mark
        return False
    clx, length = struct.unpack_from("<II", text, CLX)
    positions, places = pieces_of(bytes(table[clx : clx + length]))
    wide = not places[-1] & 0x40000000
    begin = (places[-1] & 0x3FFFFFFF) // (1 if wide else 2)
    end = begin + (positions[-1] - positions[-2]) * (2 if wide else 1)
    mark = b"\r\0" if wide else b"\r"
    if text[end - len(mark)] != _ROW_END or any(text[end : end + len(mark)]) or positions[-1] != counts[0]:
        return False
    new = end + len(mark)
    if not _add_paragraph(streams, end, new):
        return False
    _stretch_characters(streams, new)
    text[end:new] = mark
    struct.pack_into("<i", text, COUNTS[0], counts[0] + 1)
    struct.pack_into("<I", text, 28, new)  # fcMac
    last = bytes(table).index(struct.pack("<i", counts[0]), clx)  # the last position of the piece table
    struct.pack_into("<i", table, last, counts[0] + 1)
    at, size = struct.unpack_from("<II", text, _SECTIONS)
    sections = at + 4 * ((size - 4) // 16)
    if struct.unpack_from("<i", table, sections)[0] == counts[0]:
        struct.pack_into("<i", table, sections, counts[0] + 1)
    return True


def _last_page(streams: _Streams, place: int) -> tuple[int, int]:
    """Return where the end of a formatting table's range stands, and where its last page lies in the text stream."""
    at, size = struct.unpack_from("<II", streams.text, place)
    count = (size - 4) // 8
    page = struct.unpack_from("<I", streams.table, at + 4 * (count + 1) + 4 * (count - 1))[0]
    return at + 4 * count, page * _PAGE


def _add_paragraph(streams: _Streams, end: int, new: int) -> bool:
    """Give the new mark a paragraph of its own, of plain formatting, on the last page; False where it has no room."""
    bound, at = _last_page(streams, _PARAGRAPHS)
    page = streams.text[at : at + _PAGE]
    count = page[-1]
    ends = list(struct.unpack_from(f"<{count + 1}I", page, 0))
    items = bytes(page[4 * (count + 1) : 4 * (count + 1) + 13 * count])
    taken = min((items[13 * n] * 2 for n in range(count) if items[13 * n]), default=_PAGE - 1)
    head = struct.pack(f"<{count + 2}I", *ends, new) + items + bytes(13)
    if ends[-1] != end or len(head) > taken:
        return False
    page[: len(head)] = head
    page[-1] = count + 1
    streams.text[at : at + _PAGE] = page
    struct.pack_into("<I", streams.table, bound, new)
    return True


def _stretch_characters(streams: _Streams, new: int) -> None:
    """Let the last run of characters reach over the new mark."""
    bound, at = _last_page(streams, _CHARACTERS)
    struct.pack_into("<I", streams.table, bound, new)
    struct.pack_into("<I", streams.text, at + 4 * streams.text[at + _PAGE - 1], new)
