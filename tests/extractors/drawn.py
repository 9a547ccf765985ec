"""PDFs drawn for tests glyph by glyph: exact places, any font name, no font file needed (text, not looks, is tested)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

A4 = (595.0, 842.0)
WIDTH = 0.5  # of the size: every glyph of these fonts is as wide


@dataclass
class Sheet:
    """One page: call `text`, `line` and `picture` with points from the top left corner, as the readers measure."""

    size: tuple[float, float] = A4
    fonts: list[str] = field(default_factory=list)
    ops: list[str] = field(default_factory=list)
    pictures: int = 0

    def text(self, x: float, y: float, text: str, size: float = 13, font: str = "Times New Roman") -> Sheet:
        """Draw `text` with its line of writing at `y`."""
        if font not in self.fonts:
            self.fonts.append(font)
        codes = "".join(f"{ord(char):04x}" for char in text)
        name = self.fonts.index(font)
        self.ops.append(f"BT /F{name} {size} Tf 1 0 0 1 {x} {self.size[1] - y} Tm <{codes}> Tj ET")
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], size: float = 13, step: float = 18) -> Sheet:
        """Draw one text below the other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * step, text, size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Draw a rule."""
        self.ops.append(f"{x0} {self.size[1] - y0} m {x1} {self.size[1] - y1} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw a table's rules."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def picture(self) -> Sheet:
        """Cover the page with a picture."""
        self.pictures += 1
        self.ops.insert(0, f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /P0 Do Q")
        return self

    def raw(self, op: str) -> Sheet:
        """Add an operator of the content stream as it is."""
        self.ops.append(op)
        return self


def paragraph(text: str, width: int) -> list[str]:
    """Return `text` wrapped to `width` characters, as a program would wrap it in a column that wide."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def pdf(
    *sheets: Sheet, annotations: Sequence[str] = (), forms: Sequence[str] = (), content: bytes | None = None
) -> bytes:
    """Return a PDF of the sheets; `annotations` belong to the first page and may name `forms` as {form0}, {form1}."""
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body.encode() if isinstance(body, str) else body)
        return len(objects)

    def stream(head: str, data: bytes) -> int:
        packed = zlib.compress(data)
        return add(
            f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"
        )

    unicode_map = stream("", _CMAP)
    image = stream(
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\xff" * 64
    )
    kids: list[int] = []
    for number, sheet in enumerate(sheets):
        names = " ".join(f"/F{at} {_font(add, name, unicode_map)} 0 R" for at, name in enumerate(sheet.fonts))
        resources = f"<< /Font << {names} >> /XObject << /P0 {image} 0 R >> >>"
        body = stream("", "\n".join(sheet.ops).encode() if content is None else content)
        made = {}
        if number == 0:
            for at, form in enumerate(forms):
                made[f"form{at}"] = stream(
                    f"/Type /XObject /Subtype /Form {form.split('|')[0]} /Resources {resources}",
                    form.split("|")[1].encode(),
                )
        notes = " ".join(f"{add(one.format(**made))} 0 R" for one in annotations) if number == 0 else ""
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.size[0]} {sheet.size[1]}] /Contents {body} 0 R "
                f"/Resources {resources} /Annots [{notes}] >>"
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _file(objects)


def _font(add: object, name: str, unicode_map: int) -> int:
    assert callable(add)
    named = name.replace(" ", "#20")
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{named} /Flags 4 /FontBBox [0 -250 1000 750] /ItalicAngle 0 /Ascent 750 /Descent -250 /CapHeight 700 /StemV 80 >>"
    )
    child = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{named} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        f"/Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW {int(WIDTH * 1000)} >>"
    )
    made = add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{named} /Encoding /Identity-H /DescendantFonts [{child} 0 R] "
        f"/ToUnicode {unicode_map} 0 R >>"
    )
    assert isinstance(made, int)
    return made


_CMAP = (
    b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
100 beginbfrange
"""
    + b"\n".join(b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(0xD8))
    + b"""
endbfrange endcmap CMapName currentdict /CMap defineresource pop end end"""
)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
