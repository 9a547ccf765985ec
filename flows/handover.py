"""Writes what the office hands on: results, report, letters, tracking book, evidence; each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from checks.planfile import write_planfile
from flows.assess import Assessment
from flows.campaign import CONFIRMED, Campaign
from flows.intake import disk_words
from flows.outbox import NotWritten, Outbox
from templates import letters
from templates.evidence import evidence_page
from templates.office import office_facts
from templates.package import package
from templates.results import results_json
from templates.word import consolidated_report
from templates.workbook import tracking_book


def hand_over(found: Assessment, campaign: Campaign, day: date, out: Path) -> None:
    """Write everything that is drafted from the assessment into `out`; raises NotWritten.

    What a clerk changed stays; the new draft then lies beside it.
    """
    try:
        outbox = Outbox(out)
        for name, data in drafts(found, campaign, day):
            outbox.publish(name, data)
    except OSError as error:
        raise NotWritten(detail=disk_words(error)) from error


def drafts(found: Assessment, campaign: Campaign, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the campaign's outbox, bytes) of every draft; the same input gives the same bytes."""
    register, plan = found.register, found.plan
    yield "results.json", results_json(campaign.title, day, plan, found.submissions, found.findings, campaign.plan.name)
    office = office_facts(plan, found.plan_facts.letterhead, register)
    for name, sources in (("bao-cao-tong-hop.docx", False), ("bao-cao-tong-hop.co-dan-nguon.docx", True)):
        report = consolidated_report(plan, found.submissions, found.findings, register, office, day, sources=sources)
        yield name, report
    told = letters.Campaign(plan, found.submissions, found.findings, register, office, day)
    reminder = letters.reminder_letter(told)
    if reminder is not None:
        yield "cong-van-don-doc.docx", reminder
    for unit in register.others():
        yield f"phan-hoi/{letters.file_name(unit.name)}", letters.feedback_letter(told, unit.name)
    yield "so-theo-doi.xlsx", tracking_book(told)
    yield CONFIRMED, package(write_planfile(plan, register), day)
    yield "minh-chung.html", evidence_page(told, campaign.title)
