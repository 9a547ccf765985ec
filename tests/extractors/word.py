"""Small Word files made from a snippet of XML, for tests that each look at one thing."""

from __future__ import annotations

import io
import zipfile

from extractors.document import Document
from extractors.readers.docx import read_docx

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_ROOT = {"footnotes": "footnotes", "comments": "comments", "numbering": "numbering", "styles": "styles"}


def p(*texts: str, properties: str = "") -> str:
    """Return a paragraph of one run a text."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(map(run, texts))}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run; "\\n" in the text is a soft break, "\\t" a tab."""
    inner = f'<w:t xml:space="preserve">{text}</w:t>'
    for sign, element in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        inner = inner.replace(sign, f'</w:t>{element}<w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def table(*rows: list[str], heads: int = 0) -> str:
    """Return a table of plain cells; a cell that starts with "<" is taken as XML of its content."""
    out = ""
    for at, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if at < heads else ""
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row)
        out += f"<w:tr>{mark}{cells}</w:tr>"
    return f"<w:tbl>{out}</w:tbl>"


def docx(body: str, *, files: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """Return a .docx; `parts` are inner XML of numbering, styles, footnotes, comments, header1, footer1 …"""
    rels = ""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr(
            "_rels/.rels",
            _RELS.format(f'<Relationship Id="a" Type="{_REL}officeDocument" Target="word/document.xml"/>'),
        )
        for name, xml in parts.items():
            kind = name.rstrip("0123456789")
            root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            package.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{xml}</w:{root}>")
            rels += f'<Relationship Id="{name}" Type="{_REL}{kind}" Target="{name}.xml"/>'
        for path, data in (files or {}).items():
            package.writestr(path, data)
        for number, path in enumerate(files or {}):
            if path.startswith("word/media/"):
                rels += f'<Relationship Id="img{number}" Type="{_REL}image" Target="{path[5:]}"/>'
        package.writestr("word/_rels/document.xml.rels", _RELS.format(rels))
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
    return out.getvalue()


def read(body: str, **parts: str) -> Document:
    """Return the document of a small Word file."""
    return read_docx(docx(body, **parts), "0" * 64)


def texts(document: Document) -> list[str]:
    """Return label and text of every block."""
    return [f"{block.label} {document.block_text(block)}".strip() for block in document.blocks]
