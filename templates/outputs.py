"""Everything that the office hands on for one campaign, by the name under which it lies in the outbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from templates.brief import BRIEF, brief
from templates.evidence import Crop, evidence_page
from templates.letters import FEEDBACK, REMINDER, Campaign, feedback_letter, file_name, reminder_letter
from templates.word import REPORT, consolidated_report
from templates.workbook import tracking_book

SOURCED = "bao-cao-tong-hop.co-dan-nguon.docx"
FEEDBACK_FOLDER = "phan-hoi"


def outputs(
    campaign: Campaign,
    title: str,
    templates: Mapping[str, bytes] | None = None,
    turn: int = 1,
    reply_by: date | None = None,
    crop: Crop | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the outbox, bytes) of report, letters, status, tracking book and evidence page.

    `templates` are the office's own Word templates by file name; what is not among them is the shipped one. There is
    no reminder where nobody is in arrears. Raises BadTemplate or ExportStopped before anything that it would spoil.
    """
    own = templates or {}
    rest = (
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
    )
    yield REPORT, consolidated_report(*rest, sources=False, template=own.get(REPORT))
    yield SOURCED, consolidated_report(*rest, sources=True, template=own.get(REPORT))
    reminder = reminder_letter(campaign, turn, reply_by, template=own.get(REMINDER))
    if reminder is not None:
        yield REMINDER, reminder
    for name, unit in _file_names(campaign):
        yield f"{FEEDBACK_FOLDER}/{name}", feedback_letter(campaign, unit, reply_by, own.get(FEEDBACK))
    yield BRIEF, brief(campaign, own.get(BRIEF))
    yield "so-theo-doi.xlsx", tracking_book(campaign)
    yield "minh-chung.html", evidence_page(campaign, title, crop)


def _file_names(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """Yield a file name and the unit; units whose names come to the same file name are told apart by a number."""
    taken: set[str] = set()
    for unit in campaign.register.others():
        name, turn = file_name(unit.name), 2
        while name.casefold() in taken:
            name, turn = f"{file_name(unit.name).removesuffix('.docx')} ({turn}).docx", turn + 1
        taken.add(name.casefold())
        yield name, unit.name
