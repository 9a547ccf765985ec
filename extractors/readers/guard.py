"""Opens zip packages and XML parts of unknown origin without letting them grow, loop or reach out.

Limits: measured in the reading research, section 2.3 (a .docx of 0.6 MB on disk took 3 GB in a plain reader).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from extractors.errors import Broken, Dangerous, TooLarge, Truncated

MAX_FILE = 100 << 20  # bytes on disk
MAX_TOTAL = 300 << 20  # declared bytes of all members
MAX_PART = 64 << 20  # bytes of one XML part, counted while it is read
MAX_MEMBERS = 5_000
MAX_DIRECTORY = 2 << 20  # bytes of the zip directory
MAX_PIECES = 100_000  # paragraphs of one document
MAX_TEXT = 5 << 20  # characters of one document

_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# ISO 29500 strict files differ from the usual ones in their namespaces only.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Element = Any  # lxml.etree._Element: the library ships no types


def check_size(data: bytes) -> None:
    """Raise TooLarge when the file holds more bytes than are read."""
    if len(data) > MAX_FILE:
        raise TooLarge(detail=f"{len(data) >> 20} MB, tối đa {MAX_FILE >> 20} MB")


def parse_xml(data: bytes) -> Element:
    """Return the root of one XML part; raises Dangerous for a DTD or excessive depth, Broken for anything else."""
    # UTF-16 parts would hide "<!DOCTYPE" from a search over bytes.
    head = data[:4]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        data = _utf8(data)
    if _DTD.search(data):
        raise Dangerous(detail="khai báo thực thể XML")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        text = str(error)
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in error.error_log):
            raise MemoryError from error
        if "depth" in text:
            raise Dangerous(detail="các phần lồng nhau quá sâu") from error
        if "Buffer" in text or "huge" in text.lower() or "too long" in text:
            raise Dangerous(detail="phần tử XML quá lớn") from error
        raise Broken(detail="phần XML không đúng cú pháp") from error


def _utf8(data: bytes) -> bytes:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le")
    except UnicodeDecodeError as error:
        raise Broken(detail="phần XML sai bảng mã") from error
    return re.sub(r"^<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).encode()


class Package:
    """A zip file whose members are read under limits; names compare without regard to a leading slash."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raises Truncated (no directory), Broken, TooLarge, Dangerous."""
        check_size(data)
        _check_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OverflowError) as error:
            # Word writes the directory last: without it the copy is not finished.
            if b"PK\x05\x06" not in data[-(66 << 10) :]:
                raise Truncated() from error
            raise Broken(detail="mục lục của gói tệp hỏng") from error
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise Dangerous(detail=f"gói có {len(infos)} tệp con")
        self._infos = {info.filename.lstrip("/"): info for info in infos}
        # Pictures are never unpacked, so their size is no danger.
        if sum(info.file_size for info in infos if _is_text(info.filename)) > MAX_TOTAL:
            raise Dangerous(detail="bung nén quá lớn")

    @property
    def names(self) -> list[str]:
        """Return the member names in directory order."""
        return list(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def size(self, name: str) -> int:
        """Return the declared size of a member in bytes."""
        return self._infos[name].file_size

    def encrypted(self, name: str) -> bool:
        """Return whether a member is locked by a password."""
        return bool(self._infos[name].flag_bits & 1)

    def read(self, name: str, limit: int = MAX_PART) -> bytes:
        """Return the bytes of a member, counted while inflating; raises Dangerous past `limit`, Broken, KeyError."""
        info = self._infos[name]
        chunks: list[bytes] = []
        total = 0
        try:
            with self._zip.open(info) as handle:
                while chunk := handle.read(1 << 20):
                    total += len(chunk)
                    if total > limit:
                        raise Dangerous(detail="bung nén quá lớn")
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise Broken(detail=f"phần {name} không bung nén được") from error
        except OSError as error:  # a member offset outside the file
            raise Broken(detail=f"phần {name} nằm ngoài tệp") from error
        return b"".join(chunks)

    def xml(self, name: str) -> Element | None:
        """Return the root of an XML member, None where the package has none; raises as `read` and `parse_xml`."""
        return parse_xml(self.read(name)) if name in self._infos else None

    def relations(self, part: str = "") -> dict[str, tuple[str, str]]:
        """Return id -> (last word of the type, member name or outside address) of the relations of a part."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for item in root.iter(_REL) if root is not None else ():
            target = item.get("Target") or ""
            if item.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id") or ""] = ((item.get("Type") or "").rsplit("/", 1)[-1], target)
        return found

    def main_part(self) -> str | None:
        """Return the name of the package's office document, None where it has none."""
        for kind, target in self.relations().values():
            if kind == "officeDocument" and target in self._infos:
                return target
        return next((name for name in ("word/document.xml", "xl/workbook.xml") if name in self._infos), None)


def _check_directory(data: bytes) -> None:
    """Refuse a directory of millions of entries before it is read: each costs half a kilobyte of memory."""
    at = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[at + 12 : at + 16], "little") if at >= 0 else 0
    if size == 0xFFFFFFFF:  # the true size stands in the zip64 record
        long = data.rfind(b"PK\x06\x06", 0, at)
        size = int.from_bytes(data[long + 40 : long + 48], "little") if long >= 0 else 0
    if size > MAX_DIRECTORY:
        raise Dangerous(detail="gói có quá nhiều tệp con")


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".htm", ".html", ".txt"))
