"""Broken and hostile files, made when a test asks for them: bombs are small here and never lie in the repository."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLAIN = FIXTURES / "good" / "ke_hoach_thuong.docx"
_PARAGRAPH = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"


def rebuilt(document: bytes | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    """Return the plain fixture with another document.xml or with more members."""
    out = io.BytesIO()
    with zipfile.ZipFile(PLAIN) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if document is not None and name == "word/document.xml" else old.read(name))
        for name, data in (extra or {}).items():
            new.writestr(name, data)
    return out.getvalue()


def _frame() -> tuple[str, str]:
    with zipfile.ZipFile(PLAIN) as package:
        xml = package.read("word/document.xml").decode()
    return xml[: xml.index("<w:body>") + 8], xml[xml.rindex("<w:sectPr") :]


def with_body(body: str, dtd: str = "") -> bytes:
    """Return the plain fixture with another body, and a document type declaration before it."""
    head, tail = _frame()
    at = head.index("?>") + 2
    return rebuilt((head[:at] + dtd + head[at:] + body + tail).encode())


def _text(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def bomb(megabytes: int, filling: bytes = _PARAGRAPH) -> bytes:
    """Return a .docx whose document.xml inflates to `megabytes`, of valid paragraphs or of `filling`."""
    head, tail = _frame()
    block = filling * ((1 << 20) // len(filling))
    out = io.BytesIO()
    with zipfile.ZipFile(PLAIN) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            if name != "word/document.xml":
                new.writestr(name, old.read(name))
        with new.open("word/document.xml", "w", force_zip64=True) as handle:
            handle.write(head.encode())
            for _ in range(megabytes):
                handle.write(block)
            handle.write(tail.encode())
    return out.getvalue()


def lying_bomb() -> bytes:
    """Return a bomb whose directory claims that document.xml is small: only counting while inflating finds it."""
    data = bytearray(bomb(100))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        size = package.getinfo("word/document.xml").file_size
    claim = (1000).to_bytes(4, "little")
    return bytes(data).replace(size.to_bytes(4, "little"), claim)


def laughs() -> bytes:
    """Return entities that grow tenfold nine times."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return with_body(_text("&a9;"), f'<!DOCTYPE d [<!ENTITY a0 "ha ha ha">{entities}]>')


def quadratic() -> bytes:
    """Return one long entity called often."""
    return with_body(_text("&a;" * 20_000), f'<!DOCTYPE d [<!ENTITY a "{"x" * 200_000}">]>')


def outside(address: str) -> bytes:
    """Return an entity that wants to be fetched from `address`."""
    return with_body(_text("&x;"), f'<!DOCTYPE d [<!ENTITY x SYSTEM "{address}">]>')


def hidden_dtd() -> bytes:
    """Return the laughing entities in UTF-16, where a search for bytes does not see them."""
    with zipfile.ZipFile(io.BytesIO(laughs())) as package:
        xml = package.read("word/document.xml").decode()
    body = xml[xml.index("?>") + 2 :]
    return rebuilt(('<?xml version="1.0" encoding="UTF-16"?>' + body).encode("utf-16"))


def nested(depth: int) -> bytes:
    """Return tables inside tables."""
    return with_body("<w:tbl><w:tr><w:tc>" * depth + _text("đáy") + "</w:tc></w:tr></w:tbl><w:p/>" * depth)


def many_members(count: int) -> bytes:
    """Return a zip of `count` empty members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for number in range(count):
            package.writestr(f"{number}.xml", b"")
        package.writestr("word/document.xml", b"<x/>")
    return out.getvalue()
