"""Writes what the office hands on: results, report, letters, each whole or not at all."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

from templates.word import consolidated_report

from flows.assess import Assessment
from flows.campaign import Campaign
from templates.office import office_facts
from templates.results import results_json


def hand_over(found: Assessment, campaign: Campaign, day: date, out: Path) -> None:
    """Write `results.json` and the report in both renderings into `out`; raises OSError."""
    out.mkdir(parents=True, exist_ok=True)
    register = campaign.register
    publish(out / "results.json", results_json(campaign.title, day, found.plan, found.submissions, found.findings))
    office = office_facts(found.plan, found.plan_facts.letterhead, register)
    for name, sources in (("bao-cao-tong-hop.docx", False), ("bao-cao-tong-hop.co-dan-nguon.docx", True)):
        report = consolidated_report(
            found.plan, found.submissions, found.findings, register, office, day, sources=sources
        )
        publish(out / name, report)


def publish(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; raises OSError."""
    handle, aside = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    try:
        with os.fdopen(handle, "wb") as writer:
            writer.write(data)
            writer.flush()
            os.fsync(writer.fileno())
        Path(aside).chmod(0o644)
        Path(aside).replace(path)
    finally:
        Path(aside).unlink(missing_ok=True)
