"""Word files saved as one XML file: "Word XML" of 2007 and later, and the older one of 2003."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from dataclasses import replace

from lxml import etree

from extractors.document import Document
from extractors.errors import Broken
from extractors.readers.docx import read_docx
from extractors.readers.guard import parse_xml
from extractors.readers.tools import Converter

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def read_flat(data: bytes, sha256: str, convert: Converter) -> Document:
    """Return the document of a flat Word XML file; the form of 2003 goes through `convert`.

    Raises as read_docx, and NeedsLibreOffice.
    """
    root = parse_xml(data)
    if root.tag != f"{_PKG}package":
        return replace(read_docx(convert(data, ".xml"), sha256), format="wordxml")
    return read_docx(_packed(root), sha256, format="wordxml")


def _packed(root: etree._Element) -> bytes:
    """Return the zip that the flat package stands for: then one reader serves both."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for part in root.iter(f"{_PKG}part"):
            name = (part.get(f"{_PKG}name") or "").lstrip("/")
            held = part.find(f"{_PKG}xmlData")
            if held is not None and len(held):
                content = etree.tostring(held[0])
            else:
                binary = part.find(f"{_PKG}binaryData")
                try:
                    content = base64.b64decode((binary.text or "") if binary is not None else "")
                except binascii.Error as error:
                    raise Broken(detail=f"phần {name} hỏng") from error
            if name:
                package.writestr(name, content)
    return out.getvalue()
