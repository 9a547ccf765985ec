"""What a file really is, and whether it is whole, from its bytes alone; a name never decides."""

from __future__ import annotations

import io
import re

import olefile

from extractors.errors import Broken, Dangerous, EmptyFile, Encrypted, TemporaryFile, Truncated, WrongKind
from extractors.readers.guard import Package, check_size

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
# Formats that the door reads; "zip" is an archive of submissions, opened member by member.
READABLE = frozenset(
    {"docx", "pdf", "doc", "rtf", "odt", "html", "mhtml", "xlsx", "wordxml", "png", "jpg", "tiff", "zip"}
)
OFFICE = frozenset({"doc", "rtf", "odt"})  # these need LibreOffice
IMAGES = frozenset({"png", "jpg", "tiff"})

_TEMPORARY = re.compile(
    r"^(?:~\$.*|\.~lock\..*|~wr[a-z]\d+\.tmp|\._.*|\.ds_store|thumbs\.db|desktop\.ini"
    r"|.*\.(?:tmp|temp|crdownload|part|partial|download|swp|lnk))$",
    re.IGNORECASE,
)
_BRACE = re.compile(rb"\\[\\{}]|\\bin(\d{1,9}) ?|[{}]")
_OTHERS = (
    (b"MZ", "chương trình Windows"),
    (b"\x7fELF", "chương trình"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén gzip"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"ID3", "tệp âm thanh"),
    (b"%!PS", "tệp in PostScript"),
    (b"SQLite format 3", "cơ sở dữ liệu"),
)


def is_temporary(name: str) -> bool:
    """Return whether `name` is a lock, temporary or half-downloaded file of an office program, browser or system."""
    return bool(_TEMPORARY.match(name.rsplit("/", 1)[-1].strip()))


def sniff(data: bytes, name: str = "") -> str:
    """Return the true format of a whole file, one of READABLE.

    Raises TemporaryFile (the only answer taken from `name`), EmptyFile, Truncated, Broken, Encrypted, Dangerous,
    TooLarge, WrongKind.
    """
    if name and is_temporary(name):
        raise TemporaryFile()
    if not data:
        raise EmptyFile()
    check_size(data)
    if not data.strip(b"\0 \r\n\t"):
        raise Truncated()  # a share that sets the size first leaves zeros until the copy is done
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _package(data)
    if data[:8] == OLE:
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return _pdf(data)
    if data[:5] == b"{\\rtf":
        return _rtf(data)
    return _image(data) or _markup(data) or _refuse(data)


def _package(data: bytes) -> str:
    package = Package(data)
    if any(package.encrypted(name) for name in package.names):
        raise Encrypted()
    if "mimetype" in package and package.size("mimetype") < 200:
        kind = package.read("mimetype").strip()
        if kind in (
            b"application/vnd.oasis.opendocument.text",
            b"application/vnd.oasis.opendocument.text-template",
        ):
            return _open_document(package)
        if kind.startswith(b"application/vnd.oasis."):
            raise WrongKind(actual="bảng tính hoặc bản trình chiếu OpenDocument")
    if not {"[Content_Types].xml", "_rels/.rels", "word/document.xml"} & set(package.names):
        return "zip"
    main = package.main_part()
    if any(name.startswith("ppt/") for name in package.names):
        raise WrongKind(actual="bản trình chiếu PowerPoint")
    if main is None:
        raise Broken(detail="gói Office không có phần văn bản")
    kinds = package.read("[Content_Types].xml", 4 << 20) if "[Content_Types].xml" in package else b""
    if main.startswith("xl/") or b"spreadsheetml.sheet.main" in kinds:
        return "xlsx"
    if main.startswith("visio/"):
        raise WrongKind(actual="bản vẽ Visio")
    return "docx"


def _open_document(package: Package) -> str:
    if "content.xml" not in package:
        raise Broken(detail="thiếu phần nội dung")
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml", 4 << 20):
        raise Encrypted()
    content = package.read("content.xml")  # counted while reading: LibreOffice has no such limit
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Dangerous(detail="khai báo thực thể XML")
    return "odt"


def _ole(data: bytes) -> str:
    sector = 1 << int.from_bytes(data[30:32], "little") if len(data) >= 512 else 0
    if not sector or sector not in (512, 4096):
        raise Broken(detail="đầu tệp không hợp lệ")
    try:
        with olefile.OleFileIO(io.BytesIO(data), raise_defects=olefile.DEFECT_INCORRECT) as ole:
            streams = {"/".join(path) for path in ole.listdir()}
            for name in ("WordDocument",):
                if name in streams:
                    return _word(ole.openstream(name).read())
    except (Encrypted, Broken, Truncated):
        raise
    except Exception as error:  # olefile raises whatever the bytes lead it into
        # The file allocation table counts sectors from the first 512 bytes on.
        tables = int.from_bytes(data[44:48], "little")
        first = int.from_bytes(data[76:80], "little")
        if 0 < tables < 4096 and first < 1 << 20 and (first + 1) * sector > len(data):
            raise Truncated() from error
        if 0 < tables < 4096 and first < 1 << 20 and len(data) % sector:
            raise Truncated() from error
        raise Broken(detail="cấu trúc tệp Word 97-2003 không đúng") from error
    if "EncryptedPackage" in streams:
        raise Encrypted()
    if streams & {"Workbook", "Book"}:
        raise WrongKind(actual="bảng tính Excel 97-2003 (.xls)")
    if "PowerPoint Document" in streams:
        raise WrongKind(actual="bản trình chiếu PowerPoint")
    if any(name.startswith(("__properties", "__substg")) for name in streams):
        raise WrongKind(actual="thư điện tử Outlook")
    raise WrongKind(actual="tệp Office không phải văn bản")


def _word(stream: bytes) -> str:
    """FIB of [MS-DOC] 2.5.2: bit 8 of the flags at byte 10 says that the text is encrypted."""
    if len(stream) < 32 or stream[:2] not in (b"\xec\xa5", b"\xdc\xa5"):
        raise Broken(detail="đầu tệp Word không hợp lệ")
    if int.from_bytes(stream[10:12], "little") & 0x0100:
        raise Encrypted()
    return "doc"


def _pdf(data: bytes) -> str:
    """A PDF must end with %%EOF: one cut in a later revision still holds the mark of an earlier one."""
    at = data.rfind(b"%%EOF")
    if at < 0:
        raise Truncated()
    rest = data[at + 5 :]
    # Some servers append a line or two; a cut revision goes on with objects, a preallocated copy with zeros.
    if len(rest) > 1024 or re.search(rb"\d\s+obj\b|\bxref\b|\bstream\b", rest) or (b"\0" in rest and len(rest) > 16):
        raise Truncated()
    return "pdf"


def _rtf(data: bytes) -> str:
    end = data.rstrip(b"\r\n\t \x1a")
    if end.endswith(b"\0") and end.rstrip(b"\0").endswith(b"}") and len(end) - len(end.rstrip(b"\0")) <= 4:
        end = end.rstrip(b"\0")  # Word 6 ends the file with one zero
    if not end.endswith(b"}") or b"\0" in end:
        raise Truncated()
    depth, at = 0, 0
    while found := _BRACE.search(end, at):
        at = found.end() + int(found[1] or 0)  # \\bin: raw bytes follow
        depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        if depth == 0 and at < len(end):
            raise Broken(detail="các nhóm RTF đóng sớm")  # every reader stops there and says nothing
    if depth:
        raise Truncated()
    return "rtf"


def _image(data: bytes) -> str | None:
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        if b"IEND" not in data[-64:]:
            raise Truncated()
        return "png"
    if data[:3] == b"\xff\xd8\xff":
        if b"\xff\xd9" not in data[-4096:]:
            raise Truncated()
        return "jpg"
    return "tiff" if data[:4] in (b"II*\0", b"MM\0*") else None


def _markup(data: bytes) -> str | None:
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode()
    head = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"mime-version:" in head and b"content-type:" in head:
        if b"multipart/related" not in head and b"text/html" not in head:
            raise WrongKind(actual="thư điện tử")
        return "mhtml"
    if not head.startswith(b"<"):
        return None
    if b"microsoft.com/office/word/2003/wordml" in head or b"microsoft.com/office/2006/xmlpackage" in head:
        if not data.rstrip(b"\r\n\t \0").endswith(b">"):
            raise Truncated()
        return "wordxml"
    if head.startswith(b"<?xml") and b"<html" not in head:
        raise WrongKind(actual="tệp XML")
    if b"<html" in head or b"<!doctype html" in head or re.search(rb"<(?:head|body|meta|p|div|table|title)\b", head):
        # Word closes what it opens; a hand-made page that never opens <html> need not.
        if b"<html" in head and b"\0" not in head and b"</html" not in data[-8192:].lower():
            raise Truncated()
        return "html"
    return None


def _refuse(data: bytes) -> str:
    for magic, actual in _OTHERS:
        if data.startswith(magic):
            raise WrongKind(actual=actual)
    if data[4:8] == b"ftyp":
        raise WrongKind(actual="ảnh hoặc phim")
    if data[:4] == b"RIFF":
        raise WrongKind(actual="ảnh WebP, âm thanh hoặc phim")
    if b"\0" not in data[:4096]:
        try:
            data[:4096].decode("utf-8", "strict" if len(data) <= 4096 else "ignore")
        except UnicodeDecodeError:
            raise WrongKind(actual="dữ liệu không rõ loại") from None
        raise WrongKind(actual="tệp chữ thuần (.txt)")
    raise WrongKind(actual="dữ liệu không rõ loại")
