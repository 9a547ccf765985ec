"""What a file is, told from its bytes; and the answer that each unreadable kind gets."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest

from extractors.errors import (
    Broken,
    Dangerous,
    EmptyFile,
    Encrypted,
    TemporaryFile,
    TonghopError,
    TooLarge,
    Truncated,
    Unreadable,
    WrongKind,
)
from extractors.readers.docx import read_docx
from extractors.readers.sniff import is_temporary, sniff
from tests.extractors import hostile
from tests.extractors.hostile import FIXTURES, PLAIN

GOOD = FIXTURES / "good"
BAD = FIXTURES / "bad"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"


def zipped(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/"), text)
    return out.getvalue()


RIGHT = [
    ("a Word file", PLAIN.read_bytes, "docx"),
    ("a Word file of 1997", (GOOD / "ke_hoach_thuong.doc").read_bytes, "doc"),
    ("RTF", (GOOD / "ke_hoach_thuong.rtf").read_bytes, "rtf"),
    ("OpenDocument", (GOOD / "ke_hoach_thuong.odt").read_bytes, "odt"),
    ("a web page called .doc", (GOOD / "ke_hoach_thuong_thuc_ra_la_html.doc").read_bytes, "html"),
    ("PDF", lambda: PDF, "pdf"),
    ("PDF with a few bytes before it", lambda: b"\r\n\r\n" + PDF, "pdf"),
    ("PDF to which a server added a line", lambda: PDF + b"\r\n<!-- served -->\r\n", "pdf"),
    ("a zip of submissions", lambda: zipped(**{"KH.docx": "x"}), "zip"),
    ("RTF that Word 6 ends with a zero", lambda: b"{\\rtf1 a}\0", "rtf"),
    ("a web page saved as one file", lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "mhtml"),
    ("a JPEG", lambda: b"\xff\xd8\xff\xe0....\xff\xd9", "jpg"),
    ("a TIFF", lambda: b"II*\0....", "tiff"),
    (
        "flat Word XML",
        lambda: b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "wordxml",
    ),
]


@pytest.mark.parametrize(("why", "data", "wanted"), RIGHT, ids=[case[0] for case in RIGHT])
def test_the_true_format(why: str, data: Callable[[], bytes], wanted: str) -> None:
    assert sniff(data(), "báo cáo.docx") == wanted


WRONG: list[tuple[str, Callable[[], bytes], type[TonghopError]]] = [
    ("nothing", lambda: b"", EmptyFile),
    ("a preallocated copy that has not begun", lambda: bytes(5000), Truncated),
    ("a Word file cut in half", lambda: PLAIN.read_bytes()[:19_000], Truncated),
    ("a Word file whose tail is still zeros", lambda: PLAIN.read_bytes()[:-5000] + bytes(5000), Truncated),
    ("a PDF without its end", lambda: PDF[:-8], Truncated),
    ("a PDF cut in a later revision", lambda: PDF + b"12 0 obj\n<</Type/Sig>>", Truncated),
    ("a PDF followed by zeros of a copy", lambda: PDF + bytes(900), Truncated),
    ("RTF without its last brace", lambda: b"{\\rtf1 a\\par", Truncated),
    ("RTF with zeros at its end", lambda: b"{\\rtf1 a" + bytes(300), Truncated),
    ("a web page that Word did not finish", lambda: b"<html><body><p>x", Truncated),
    ("a PNG without its end", lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 90, Truncated),
    ("a .doc cut in half", lambda: (GOOD / "bao_cao_bang_2_trang.doc").read_bytes()[:30_000], Truncated),
    ("OLE noise", (BAD / "rac_ngau_nhien.doc").read_bytes, Broken),
    ("a Word file with a password", (BAD / "co_mat_khau.docx").read_bytes, Encrypted),
    ("a program", lambda: b"MZ" + bytes(range(256)) * 9, WrongKind),
    ("RAR", lambda: b"Rar!\x1a\x07\x00xx", WrongKind),
    ("plain text", "Kế hoạch".encode, WrongKind),
    ("random bytes", lambda: random.Random(3).randbytes(4000), WrongKind),
    ("an e-mail", lambda: b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", WrongKind),
    (
        "a PowerPoint file",
        lambda: zipped(**{"[Content_Types].xml": "<x/>", "ppt__presentation.xml": "<x/>"}),
        WrongKind,
    ),
    ("entities that grow", hostile.laughs, Dangerous),
    ("one entity called often", hostile.quadratic, Dangerous),
    ("an entity from a file", lambda: hostile.outside("file:///etc/passwd"), Dangerous),
    ("an entity from the network", lambda: hostile.outside("http://127.0.0.1:9/x"), Dangerous),
    ("entities hidden in UTF-16", hostile.hidden_dtd, Dangerous),
    ("a bomb of valid paragraphs", lambda: hostile.bomb(80), Dangerous),
    ("a bomb larger than all members may be", lambda: hostile.bomb(320, b"\0" * 1024), Dangerous),
    ("tables nested 100 deep", lambda: hostile.nested(100), Dangerous),
    ("tables nested 3000 deep", lambda: hostile.nested(3000), Dangerous),
    ("a zip of 6000 members", lambda: hostile.many_members(6000), Dangerous),
    ("a million short paragraphs", lambda: hostile.bomb(40), TooLarge),
]


@pytest.mark.parametrize(("why", "data", "wanted"), WRONG, ids=[case[0] for case in WRONG])
def test_the_answer_to_what_cannot_be_read(why: str, data: Callable[[], bytes], wanted: type[TonghopError]) -> None:
    held = data()
    with pytest.raises(Unreadable) as caught:
        if sniff(held, "báo cáo.docx") == "docx":
            read_docx(held, "0" * 64)
    assert type(caught.value) is wanted, caught.value


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    with pytest.raises((Dangerous, Broken)):
        read_docx(hostile.lying_bomb(), "0" * 64)


def test_a_harmless_escape_path_is_read_and_never_written() -> None:
    assert sniff(hostile.rebuilt(extra={"../../../BI_GHI_DE.txt": b"x"})) == "docx"


NAMES = [
    ("~$_hoach.docx", True),
    (".~lock.ke_hoach.pdf#", True),
    ("BC.docx.tmp", True),
    ("KH (1).crdownload", True),
    ("Thumbs.db", True),
    ("._BC.docx", True),
    ("BC quý 1.docx", False),
    ("tmp.docx", False),
    ("~KH.docx", False),
]


@pytest.mark.parametrize(("name", "wanted"), NAMES)
def test_temporary_names(name: str, wanted: bool) -> None:
    assert is_temporary(name) is wanted
    if wanted:
        with pytest.raises(TemporaryFile):
            sniff(PLAIN.read_bytes(), name)
