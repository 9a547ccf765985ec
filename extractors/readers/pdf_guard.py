"""Content streams of a PDF, unpacked under a limit before anything interprets them."""

from __future__ import annotations

import zlib
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1

from extractors.errors import Dangerous

MAX_STREAM = 32 * 1024 * 1024
_FLATE = ("FlateDecode", "Fl")


class DamagedStream(Exception):
    """A content stream whose packing is broken: what pdfminer would still show of it is not the whole page."""


def check_stream(stream: Any) -> None:
    """Raise Dangerous where a stream unpacks to more than MAX_STREAM, DamagedStream where it does not unpack whole.

    pdfminer hands over the readable beginning of a broken stream without a word; half a page would pass for a page.
    """
    raw = stream.rawdata
    if raw is None:
        return
    filters = stream.get_filters()
    first = getattr(filters[0][0], "name", "") if filters else ""
    if first not in _FLATE:
        if len(raw) > MAX_STREAM:
            raise Dangerous(detail="luồng nội dung quá lớn")
        return
    if stream.decipher:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    _inflate(bytes(raw))


def are_instructions(contents: Any) -> bool:
    """Return whether the contents of a page are drawing instructions, or none: damage leaves numbers and noise."""
    for one in contents or ():
        stream = resolve1(one)
        if not isinstance(stream, PDFStream):
            return False
        head = stream.get_data()[:4096]
        if sum(byte > 126 or byte < 9 for byte in head) > len(head) // 10:
            return False
    return True


def _inflate(raw: bytes) -> None:
    unpacker = zlib.decompressobj()
    total = 0
    todo = raw
    try:
        while todo and not unpacker.eof:
            total += len(unpacker.decompress(todo, 1 << 20))
            if total > MAX_STREAM:
                raise Dangerous(detail="luồng nội dung bung nén quá lớn")
            todo = unpacker.unconsumed_tail
    except zlib.error as error:
        raise DamagedStream(str(error)) from error
    if not unpacker.eof:
        raise DamagedStream("luồng nội dung bị cắt")
