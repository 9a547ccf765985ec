"""Content streams of a PDF, unpacked under a limit before anything interprets them."""

from __future__ import annotations

import zlib
from typing import Any

from pdfminer.ascii85 import ascii85decode
from pdfminer.pdftypes import PDFStream, dict_value, resolve1

from extractors.errors import Dangerous

MAX_STREAM = 32 * 1024 * 1024
_FLATE = ("FlateDecode", "Fl")
_ASCII85 = ("ASCII85Decode", "A85")


class DamagedStream(Exception):
    """A content stream whose packing is broken: what pdfminer would still show of it is not the whole page."""


def check_stream(stream: Any) -> None:
    """Raise Dangerous where a stream unpacks to more than MAX_STREAM, DamagedStream where it does not unpack whole.

    pdfminer hands over the readable beginning of a broken stream without a word; half a page would pass for a page.
    """
    raw = stream.rawdata
    if raw is None:
        return
    if len(raw) > MAX_STREAM:
        raise Dangerous(detail="luồng nội dung quá lớn")
    names = [getattr(one, "name", "") for one, _ in stream.get_filters()]
    if stream.decipher:
        raw = stream.decipher(stream.objid, stream.genno, raw, stream.attrs)
    if names[:1] and names[0] in _ASCII85:
        raw, names = _from_letters(bytes(raw)), names[1:]
    if not names or names[0] not in _FLATE:
        return
    _inflate(bytes(raw))


def _from_letters(raw: bytes) -> bytes:
    try:
        return ascii85decode(raw)
    except Exception as error:  # pdfminer passes on what the decoder stumbles over
        raise DamagedStream("ASCII85") from error


def may_be_blank(page: Any) -> bool:
    """Return whether a pdfminer page without letters may be a blank one, rather than one whose content was damaged.

    Damage leaves numbers and noise in place of drawing instructions, or a page that names fonts and has no content.
    """
    contents = page.contents or ()
    fonts = dict_value(page.resources or {}).get("Font") if not contents else None
    if fonts and dict_value(fonts):
        return False
    for one in contents:
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
