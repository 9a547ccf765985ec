"""Every fixture that has a truth is read as well as the benchmark asks; damaged copies are told, not read over."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import fuzz
from benchmarks.read import GROUPS, Group, cer, files_of, measure, rows_whole, shortcomings, words_f1
from extractors.sandbox import Limits, Reader
from extractors.sandbox.libreoffice import office_path
from extractors.sandbox.tesseract import tesseract_path

OFFICE = frozenset({".doc", ".rtf", ".odt"})
FILES = [(group, path) for group in GROUPS for path in files_of(group)]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(1) as pool:
        yield pool


def marked() -> Iterator[object]:
    for group, path in FILES:
        tools = group.name in ("scan", "fax") or (path.suffix in OFFICE and "_thuc_ra_la_html" not in path.name)
        yield pytest.param(group, path, id=f"{group.name}-{path.name}", marks=[pytest.mark.tools] if tools else [])


@pytest.mark.parametrize(("group", "path"), list(marked()))
def test_read_as_well_as_asked(group: Group, path: Path, reader: Reader) -> None:
    if path.suffix in OFFICE and "_thuc_ra_la_html" not in path.name and office_path() is None:
        pytest.skip("máy này không có LibreOffice")
    if group.name in ("scan", "fax") and tesseract_path() is None:
        pytest.skip("máy này không có Tesseract")
    figures = measure(path, reader)
    assert not shortcomings(group, figures), figures


def test_every_group_has_files() -> None:
    assert [group.name for group in GROUPS if not files_of(group)] == []


def test_the_measures() -> None:
    assert cer("Kế  hoạch\n", "Kế hoạch") == 0
    assert cer("Kê hoạch", "Kế hoạch") == 1 / 8
    assert words_f1("b a", "a b c") == 4 / 5
    assert rows_whole("x\ta\tb\nc\td", "c\td\na\tb") == 1 / 2


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_damage_is_never_read_over_in_silence(kind: str) -> None:
    """A tenth of `make fuzz`, without recognition, which damaged pages of a PDF would ask for one after another."""
    with Reader(1, Limits(ocr_seconds=0)) as reader:
        verdicts = list(fuzz.run(kind, fuzz.COUNTS[kind] // 10, fuzz.SEED, reader))
    assert len(verdicts) == fuzz.COUNTS[kind] // 10
    assert [verdict for verdict in verdicts if verdict.wrong] == []


def test_damage_is_seeded() -> None:
    first = [(path, data) for path, _, data in fuzz.damaged("docx", 9, 1)]
    assert first == [(path, data) for path, _, data in fuzz.damaged("docx", 9, 1)]
    assert first != [(path, data) for path, _, data in fuzz.damaged("docx", 9, 2)]


@pytest.mark.tools
def test_a_conversion_fetches_nothing(reader: Reader, tmp_path: Path) -> None:
    """P8: pictures and style sheets of a document are never fetched, by LibreOffice or by the readers of web pages."""
    asked: list[str] = []

    class Ear(http.server.BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            asked.append(str(self.raw_requestline))
            return False

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}"
        page = f'<html><body><p>xin chào</p><img src="{address}/a.png"><link rel=stylesheet href="{address}/b"></body></html>'
        field = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}/c.png" \\\\d}}{{\\fldrslt }}}}'
        (tmp_path / "trang.doc").write_text(page, "utf-8")
        (tmp_path / "anh.rtf").write_text(f"{{\\rtf1\\ansi xin chao {field} het\\par}}", "ascii")
        assert reader.read(tmp_path / "trang.doc").text == "xin chào"
        if office_path() is None:
            pytest.skip("máy này không có LibreOffice")
        assert "xin chao" in reader.read(tmp_path / "anh.rtf").text
        server.shutdown()
    assert asked == []
