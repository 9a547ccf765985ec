"""What the libraries alone cost on files that are also read by us: `python -m benchmarks.speed_floor CAMPAIGN`.

Word: the zip and lxml over every part that holds text, styles or numbers. PDF: PDFium's text with the box of every
letter, and pdfminer's letters. Scans: PDFium draws, Tesseract reads once. underthesea: words of all texts. Prints JSON.
"""

from __future__ import annotations

import ctypes
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from pypdfium2 import raw

from benchmarks.meter import Meter
from extractors.errors import TonghopError
from extractors.sandbox import Reader

_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/footnotes.xml")
_DPI = 300


def word_alone(path: Path) -> None:
    """Unpack and parse what a reader of Word files must parse."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in _PARTS:
            if name in archive.namelist():
                etree.fromstring(archive.read(name))


def pdfium_alone(path: Path) -> None:
    """Take every letter of a PDF with its box out of PDFium."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    box = [ctypes.c_double() for _ in range(4)]
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for at in range(text.count_chars()):
            raw.FPDFText_GetCharBox(text, at, *box)
    document.close()


def pdfminer_alone(path: Path) -> None:
    """Run pdfminer's interpreter over every page, with a device that keeps each letter."""
    from pdfminer.converter import PDFLayoutAnalyzer
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    manager = PDFResourceManager()
    interpreter = PDFPageInterpreter(manager, PDFLayoutAnalyzer(manager, laparams=None))
    for page in PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(path.read_bytes())))):
        interpreter.process_page(page)


def scan_alone(path: Path) -> None:
    """Draw every page and let Tesseract read it once."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        for page in document:
            page.render(scale=_DPI / 72, grayscale=True).to_pil().save(picture, dpi=(_DPI, _DPI))
            command = ["tesseract", str(picture), "-", "-l", "vie", "--psm", "3", "tsv"]
            subprocess.run(
                command, check=True, capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}
            )


def floor(words: Sequence[Path], prints: Sequence[Path], scans: Sequence[Path]) -> dict[str, Any]:
    """Return for each format what the libraries alone and what our reader costs on the same files."""
    meter = Meter()
    cases: list[tuple[str, Sequence[Path], dict[str, Callable[[Path], None]]]] = [
        ("docx", words, {"zip + lxml": word_alone}),
        ("pdf", prints, {"PDFium": pdfium_alone, "pdfminer": pdfminer_alone}),
        ("scan", scans, {"PDFium + Tesseract": scan_alone}),
    ]
    texts: list[str] = []
    for kind, paths, libraries in cases:
        if not paths:
            continue
        for name, run in libraries.items():
            run(paths[0])  # imports and caches
            with meter.stage(f"{kind}: {name} alone", len(paths)):
                for path in paths:
                    run(path)
        with Reader(workers=1) as reader:
            reader.read(paths[0])
            with meter.stage(f"{kind}: our reader", len(paths)):
                for outcome in reader.read_many([(path, path.name) for path in paths]):
                    if not isinstance(outcome, TonghopError):
                        texts.append(outcome.text)
    _language(meter, texts)
    return meter.as_json()


def _language(meter: Meter, texts: Sequence[str]) -> None:
    from underthesea import word_tokenize

    from extractors.extract import extract
    from extractors.readers.builder import plain

    word_tokenize("khởi động", use_token_normalize=False)
    extract(plain("Kế hoạch"))
    with meter.stage("text: underthesea, words alone", len(texts)):
        for text in texts:
            for line in text.splitlines():
                word_tokenize(line, use_token_normalize=False)
    with meter.stage("text: all our grammars", len(texts)):
        for text in texts:
            extract(plain(text))


def main() -> int:
    """Print the floor of the files of one campaign as JSON; scans are those of the repository's fixtures."""
    submissions = sorted((Path(sys.argv[1]) / "submissions").iterdir())
    scans = sorted((Path(__file__).parents[1] / "tests" / "fixtures" / "scan").glob("*_scan_[23]00dpi*.pdf"))
    words = [path for path in submissions if path.suffix == ".docx"]
    prints = [path for path in submissions if path.suffix == ".pdf"]
    print(json.dumps(floor(words, prints, scans), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
