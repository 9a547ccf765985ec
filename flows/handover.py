"""Writes what the office hands on: results, report, letters, tracking book, evidence; each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from checks.planfile import write_planfile
from flows.assess import Assessment
from flows.campaign import CONFIRMED, Campaign
from flows.intake import disk_words
from flows.outbox import NotWritten, Outbox
from templates import letters
from templates.office import office_facts
from templates.outputs import outputs
from templates.package import package
from templates.redraft import redraft
from templates.results import results_json

OWN_TEMPLATES = "mau"  # Word templates that the office changed, in its data folder


def hand_over(found: Assessment, campaign: Campaign, day: date, out: Path, data: Path | None = None) -> None:
    """Write everything that is drafted from the assessment into `out`; raises NotWritten, BadTemplate, ExportStopped.

    What a clerk changed in Word stays, joined with what is new. `data` is where the office's own templates may lie.
    """

    def join(base: bytes, edited: bytes, fresh: bytes) -> bytes:
        return redraft(base, edited, fresh, day).data

    try:
        outbox = Outbox(out, join)
        for name, draft in drafts(found, campaign, day, own_templates(data)):
            outbox.publish(name, draft)
    except OSError as error:
        raise NotWritten(detail=disk_words(error)) from error


def own_templates(data: Path | None) -> dict[str, bytes]:
    """Return the office's own Word templates by file name; raises OSError."""
    folder = data / OWN_TEMPLATES if data else None
    if folder is None or not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx")) if not path.name.startswith("~$")}


def drafts(
    found: Assessment, campaign: Campaign, day: date, templates: Mapping[str, bytes] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the campaign's outbox, bytes) of every draft; the same input gives the same bytes.

    The results come first: whatever keeps a draft from being written, they are there.
    """
    register, plan = found.register, found.plan
    told_of = found.told()
    yield "results.json", results_json(campaign.title, day, plan, told_of, found.findings, campaign.plan.name)
    yield CONFIRMED, package(write_planfile(plan, register), day)
    texts = [found.plan_document.text, *(item.document.text for item in found.submissions if item.document)]
    office = office_facts(plan, found.plan_facts.letterhead, register, texts)
    told = letters.Campaign(plan, found.submissions, found.findings, register, office, day)
    yield from outputs(told, campaign.title, templates)
