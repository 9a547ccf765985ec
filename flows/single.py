"""The commands that look at one file or one campaign and only print."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

from checks.requirement import Requirement
from checks.submission import Submission
from extractors.document import Document
from extractors.errors import TonghopError, Unreachable
from extractors.extract import extract
from extractors.sandbox import Reader
from flows import words
from flows.assess import Assessment


def read_file(path: Path) -> Document:
    """Return the document at `path`; raises the TonghopError that says why not."""
    if not path.is_file():
        raise Unreachable(detail=f"không thấy tệp “{path}”")
    with Reader(workers=1) as reader:
        return reader.read(path, name=path.name)


def extract_file(path: Path, *, as_json: bool) -> str:
    """Return the facts of one file, as `results.json` has them or as lines."""
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


def assess_quietly(folder: Path, as_of: date | None) -> Assessment:
    """Return the assessment of a campaign without leaving anything behind."""
    from flows.run import run_campaign

    with tempfile.TemporaryDirectory() as out:
        return run_campaign(folder, Path(out), as_of=as_of, say=lambda line: None)


def plan_lines(folder: Path) -> list[str]:
    """Return the requirements of a campaign's plan, a few lines each."""
    found = assess_quietly(folder, date.max)
    lines = [line for requirement in found.plan.requirements for line in _requirement_lines(requirement)]
    return lines + [f"Chưa rõ: {text}" for text in found.plan.unclear]


def _requirement_lines(item: Requirement) -> list[str]:
    end = item.deadline.as_json() if item.deadline else None
    when = f"{end['start'] or '…'} – {end['end'] or '…'}" if end else "không nêu"
    force = "bắt buộc" if item.weight.value == "must" else "chung"
    lines = [
        f"{item.id} ({force}, mục {item.section or '?'}) {item.action}",
        f"    Ai: {item.actor} → {', '.join(item.units) or 'văn phòng'}; thời hạn: {when}",
        f"    “{item.quote}”",
    ]
    return lines + [f"    Chưa rõ: {text}" for text in item.unclear]


def check_lines(folder: Path, as_of: date | None, explain: str | None) -> list[str]:
    """Return the matrix of units and requirements, or the reasoning of one finding; raises TonghopError."""
    found = assess_quietly(folder, as_of)
    if explain:
        for finding in found.findings:
            if finding.id == explain:
                quotes = [f"    {e.file}: “{e.span.quote}”" for e in finding.evidence]
                head = f"{finding.id}: {words.STATUS[finding.status]}. {finding.reason}"
                return [head, *(f"  {n}. {step}" for n, step in enumerate(finding.steps, start=1)), *quotes]
        raise TonghopError(detail=f"không có kết quả nào mang mã “{explain}”")
    lines = []
    for unit in dict.fromkeys(f.unit for f in found.findings):
        lines.append(unit)
        lines.extend(
            f"  {f.requirement:<8} {words.STATUS[f.status]:<13} {f.reason}" for f in found.findings if f.unit == unit
        )
    return lines
