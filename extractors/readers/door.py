"""The one door: bytes of any file in, a Document out, routed by what the bytes are and never by the name."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.document import Document
from extractors.errors import NeedsOcr, NoLetters, WrongKind
from extractors.readers.notes import note
from extractors.readers.sniff import IMAGES, OFFICE, sniff
from extractors.readers.tools import Tools

_SUFFIX = {
    "docx": ("docx", "docm", "dotx", "dotm"),
    "doc": ("doc", "dot"),
    "html": ("html", "htm"),
    "mhtml": ("mht", "mhtml"),
    "wordxml": ("xml",),
    "xlsx": ("xlsx", "xlsm"),
    "jpg": ("jpg", "jpeg"),
    "tiff": ("tif", "tiff"),
}
_WORDS = {
    "docx": "văn bản Word (.docx)",
    "doc": "văn bản Word 97-2003 (.doc)",
    "pdf": "PDF",
    "rtf": "RTF",
    "odt": "OpenDocument (.odt)",
    "html": "trang web (HTML)",
    "mhtml": "trang web (MHTML)",
    "wordxml": "văn bản Word dạng XML",
    "xlsx": "bảng tính Excel (.xlsx)",
    "png": "ảnh PNG",
    "jpg": "ảnh JPEG",
    "tiff": "ảnh TIFF",
}
# A file printed with its tracked changes in view shows the old date and the new one side by side.
_TWO_DATES = re.compile(r"\d{1,2}/\d{1,2}/\d{4}\d{1,2}/\d{1,2}/\d{4}")
_NAMED = frozenset({suffix for all_of in _SUFFIX.values() for suffix in all_of} | set(_WORDS))


def read_bytes(data: bytes, name: str, sha256: str, tools: Tools) -> Document:
    """Return the document that `data` holds; `name` tells temporary files and is compared with the true format.

    Raises the leaves of errors.Unreadable; NoLetters where a whole, well-formed file gives no letter.
    """
    kind = sniff(data, name)
    document = _read(kind, data, sha256, tools)
    if not any(char.isalnum() for char in document.text):
        raise _nothing(document)
    if glued := _TWO_DATES.search(document.text):
        document = replace(document, notes=(*document.notes, note("HAI_NGAY_DINH_NHAU", detail=glued[0])))
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if suffix in _NAMED and suffix not in _SUFFIX.get(kind, (kind,)):
        warning = note("SAI_DUOI_TEP", name=f".{suffix}", actual=_WORDS[kind])
        document = replace(document, notes=(*document.notes, warning))
    return document


def _nothing(document: Document) -> NoLetters | NeedsOcr:
    pictures = any(one.code == "ANH_CHUA_DOC" for one in document.notes)
    return NeedsOcr(detail="ảnh dán trong tệp Word") if pictures else NoLetters()


def _read(kind: str, data: bytes, sha256: str, tools: Tools) -> Document:
    # Each reader is loaded when its first file comes: a child that only meets Word files never pays for PDF.
    if kind == "docx":
        from extractors.readers.docx import read_docx

        return read_docx(data, sha256, ocr=tools.ocr)
    if kind == "pdf":
        from extractors.readers.pdf import read_pdf

        return read_pdf(data, sha256, tools.ocr, tools.roots)
    if kind in OFFICE:
        from extractors.readers.doc_check import check_converted, count_letters
        from extractors.readers.doc_end import with_last_mark
        from extractors.readers.docx import read_docx

        letters = count_letters(data) if kind == "doc" else None
        whole = with_last_mark(data) if kind == "doc" else data
        document = read_docx(tools.convert(whole, f".{kind}"), sha256, format=kind, ocr=tools.ocr)
        check_converted(document, letters)
        return document
    if kind in ("html", "mhtml"):
        from extractors.readers.html import read_html, read_mhtml

        return read_html(data, sha256) if kind == "html" else read_mhtml(data, sha256)
    if kind == "xlsx":
        from extractors.readers.sheet import read_sheet

        return read_sheet(data, sha256)
    if kind == "wordxml":
        from extractors.readers.flat import read_flat

        return read_flat(data, sha256, tools.convert)
    if kind in IMAGES:
        from extractors.readers.ocr import read_image

        if tools.ocr is None:
            raise NeedsOcr(detail=_WORDS[kind])
        return read_image(data, sha256, tools.ocr)
    raise WrongKind(actual="tệp nén ZIP")
