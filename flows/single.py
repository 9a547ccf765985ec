"""The commands that look at one file and only print."""

from __future__ import annotations

import json
from pathlib import Path

from checks.submission import Submission
from extractors.document import Document
from extractors.errors import Unreachable
from extractors.sandbox import Reader
from flows.settings import settings


def read_file(path: Path) -> Document:
    """Return the document at `path`; raises the TonghopError that says why not."""
    if not path.is_file():
        raise Unreachable(detail=f"không thấy tệp “{path}”")
    with Reader(workers=1, roots=settings().trust) as reader:
        return reader.read(path, name=path.name)


def format_lines(path: Path) -> list[str]:
    """Return what differs from the decree's format in a .docx, one line each; raises TonghopError."""
    from templates.format import check_format

    if not path.is_file():
        raise Unreachable(detail=f"không thấy tệp “{path}”")
    return [str(line) for line in check_format(path.read_bytes())] or ["Thể thức đúng Nghị định 30/2020/NĐ-CP."]


def extract_file(path: Path, *, as_json: bool) -> str:
    """Return the facts of one file, as `results.json` has them or as lines."""
    from extractors.extract import extract
    from templates.results import document_entry

    document = read_file(path)
    submission = Submission(path.name, document.sha256, None, document, extract(document))
    entry = document_entry(submission)
    if as_json:
        return json.dumps(entry, ensure_ascii=False, indent=1)
    return "\n".join(_fact_lines(entry))


def _fact_lines(entry: dict[str, object]) -> list[str]:
    words = {"kind": "Loại", "number": "Số, ký hiệu", "issued": "Ngày ban hành", "signer": "Người ký"}
    lines = [f"{word}: {entry.get(key) or 'chưa rõ'}" for key, word in words.items()]
    for key, word in (("dates", "Ngày, kỳ"), ("commitments", "Cam kết, kết quả"), ("exemplars", "Điển hình, mô hình")):
        items = entry.get(key) or []
        assert isinstance(items, list)
        lines.append(f"{word}: {len(items)}")
        for item in items:
            span = f" [{item.get('start') or '…'} – {item.get('end') or '…'}]" if key == "dates" else ""
            lines.append(f"  - {item.get('quote') or item.get('name')}{span}")
    return lines
