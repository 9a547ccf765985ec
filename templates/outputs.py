"""Everything that the office hands on for one campaign, by the name under which it lies in the outbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from templates.awards import AWARDS, award_list
from templates.brief import BRIEF, brief
from templates.context import report
from templates.evidence import Crop, evidence_page
from templates.inspection import PROPOSAL, SHEET, inspection_proposal, sheet_tags
from templates.issuing import SUPPLEMENT, supplement
from templates.letters import FEEDBACK, REMINDER, Campaign, feedback_tags, file_name, reminder_letter
from templates.lots import Draft
from templates.outline import OUTLINE, outline
from templates.people import wanted
from templates.pieces import Pieces
from templates.tags import Tags
from templates.website import LIST, PAGE, exemplar_list, exemplar_page
from templates.word import REPORT, consolidated_report, filled
from templates.workbook import tracking_book

SOURCED = "bao-cao-tong-hop.co-dan-nguon.docx"
FEEDBACK_FOLDER = "phan-hoi"
SHEETS_FOLDER = "phieu-kiem-tra"


@dataclass(frozen=True, slots=True)
class Reminder:
    """Which reminder is due: its turn, the day by which units answer, the letters that went before, as cited."""

    turn: int = 1
    reply_by: date | None = None
    earlier: tuple[str, ...] = ()


def reminder_name(turn: int) -> str:
    """Return the file name of the reminder of that turn: an earlier letter, numbered and sent, stays as it is."""
    return REMINDER if turn < 2 else REMINDER.replace(".docx", f"-lan-{turn}.docx")


def outputs(
    campaign: Campaign,
    title: str,
    templates: Mapping[str, bytes] | None = None,
    reminder: Reminder | None = None,
    crop: Crop | None = None,
    record: bytes | None = None,
    pieces: Pieces | None = None,
) -> Iterator[tuple[str, Draft]]:
    """Yield (path below the outbox, draft) of report, letters, status, tracking book and evidence page.

    `templates` are the office's own Word templates by file name; what is not among them is the shipped one. There is
    no reminder where nobody is in arrears. `record` is that of the issued report: then the report is told no more, and
    what has come since stands in the supplement. `pieces` are those of the last drafting, to be used again. Raises
    BadTemplate or ExportStopped.
    """
    own, reminder = templates or {}, reminder or Reminder()
    rest = (
        campaign.plan,
        campaign.submissions,
        campaign.findings,
        campaign.register,
        campaign.office,
        campaign.as_of,
    )
    sourced = report(*rest, sources=True)
    if record is None:
        yield REPORT, consolidated_report(*rest, sources=False, template=own.get(REPORT))
        yield SOURCED, consolidated_report(*rest, sources=True, template=own.get(REPORT), content=sourced)
    elif (news := supplement(record, campaign, own.get(SUPPLEMENT))) is not None:
        yield SUPPLEMENT, news
    letter = reminder_letter(campaign, reminder.turn, reminder.reply_by, reminder.earlier, own.get(REMINDER))
    if letter is not None:
        yield reminder_name(reminder.turn), letter
    for name, unit in _file_names(campaign):
        tags = feedback_tags(campaign, unit, reminder.reply_by)
        yield f"{FEEDBACK_FOLDER}/{name}", _filled(FEEDBACK, unit, tags, campaign.as_of, own.get(FEEDBACK), pieces)
    yield BRIEF, brief(campaign, own.get(BRIEF))
    yield OUTLINE, outline(campaign, own.get(OUTLINE))
    yield PROPOSAL, inspection_proposal(campaign, own.get(PROPOSAL))
    for name, unit in _file_names(campaign):
        tags = sheet_tags(campaign, unit, pieces)
        yield f"{SHEETS_FOLDER}/{name}", _filled(SHEET, unit, tags, campaign.as_of, own.get(SHEET), pieces)
    if wanted(campaign.plan, campaign.nominees):
        yield AWARDS, award_list(campaign, own.get(AWARDS))
        yield PAGE, exemplar_page(campaign, title)
        yield LIST, exemplar_list(campaign, title)
    yield "so-theo-doi.xlsx", tracking_book(campaign)
    yield "minh-chung.html", evidence_page(campaign, title, crop, pieces, sourced)


def _filled(name: str, unit: str, tags: Tags, as_of: date, template: bytes | None, pieces: Pieces | None) -> bytes:
    """Return the paper for one unit; where all that it says is the same, it is the one that was filled last."""
    make = partial(filled, name, tags, as_of, template)
    return pieces.of(name, unit, (tags, as_of, template), make) if pieces else make()


def _file_names(campaign: Campaign) -> Iterator[tuple[str, str]]:
    """Yield a file name and the unit; units whose names come to the same file name are told apart by a number."""
    taken: set[str] = set()
    for unit in campaign.register.others():
        name, turn = file_name(unit.name), 2
        while name.casefold() in taken:
            name, turn = f"{file_name(unit.name).removesuffix('.docx')} ({turn}).docx", turn + 1
        taken.add(name.casefold())
        yield name, unit.name
