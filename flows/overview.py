"""The commands that look at one campaign and only print: its requirements, its matrix, the reasoning of one finding."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path

from checks.deadlines import interval_words
from checks.plan_reading import reading
from checks.requirement import Requirement, Weight
from extractors.errors import TonghopError
from flows.assess import Assessment
from flows.settings import settings
from templates.vocabulary import shown_status


def assess_quietly(folder: Path, as_of: date | None) -> Assessment:
    """Return the assessment of a campaign without leaving anything behind."""
    from flows.run import run_campaign

    with tempfile.TemporaryDirectory() as out:
        return run_campaign(folder, Path(out), as_of=as_of, say=lambda line: None, drafts=False)


def plan_lines(folder: Path, explain: str | None = None) -> list[str]:
    """Return the requirements of a campaign's plan, a few lines each, or how one was read; raises TonghopError."""
    found = assess_quietly(folder, datetime.now(settings().zone).date())
    if explain:
        told = next((item for item in found.plan.requirements if item.id == explain), None)
        if told is None:
            raise TonghopError(detail=f"không có yêu cầu nào mang mã “{explain}”")
        return reading(told)
    lines = [line for requirement in found.plan.requirements for line in _requirement_lines(requirement)]
    return lines + [f"Chưa rõ: {text}" for text in found.plan.unclear]


def requirement_words(item: Requirement) -> str:
    """Return a requirement on one line: its name, whether it binds, whom, by when, in the plan's words."""
    force = "bắt buộc" if item.weight is Weight.MUST else "chung"
    when = interval_words(item.deadline) if item.deadline else "không nêu thời hạn"
    who = ", ".join(item.units) if len(item.units) <= 3 else f"{len(item.units):02d} đơn vị"
    return f"{item.id} ({force}; {who or 'chưa rõ đơn vị'}; {when}): “{item.quote}”"


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
                head = f"{finding.id}: {shown_status(finding)}. {finding.reason}"
                return [head, *(f"  {n}. {step}" for n, step in enumerate(finding.steps, start=1)), *quotes]
        raise TonghopError(detail=f"không có kết quả nào mang mã “{explain}”")
    lines = []
    for unit in dict.fromkeys(f.unit for f in found.findings):
        lines.append(unit)
        lines.extend(f"  {f.requirement:<8} {shown_status(f):<14} {f.reason}" for f in found.findings if f.unit == unit)
    if found.flags:
        lines += ["", "Nhận xét về văn bản"]
        lines += [f"  {f.id} ({f.severity.value}) {f.file or f.unit}: {f.message}" for f in found.flags]
    return lines
