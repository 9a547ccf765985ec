"""Writes what the office hands on: results, report, letters, tracking book, evidence; each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from checks.planfile import write_planfile
from checks.requirement import Plan
from checks.units import Register
from flows.assess import Assessment
from flows.campaign import CONFIRMED, Campaign
from flows.intake import disk_words
from flows.memory import give_back
from flows.office_files import own_facts, own_templates
from flows.orders import Orders
from flows.outbox import NotWritten, Outbox, alone
from templates import letters
from templates.evidence import Crop
from templates.lots import Draft
from templates.office import office_facts
from templates.office_book import OfficeBook
from templates.outputs import outputs
from templates.package import package
from templates.pieces import Pieces
from templates.redraft import redraft
from templates.results import results_json


def hand_over(
    found: Assessment,
    campaign: Campaign,
    day: date,
    out: Path,
    data: Path | None = None,
    orders: Orders | None = None,
    crop: Crop | None = None,
    pieces: Pieces | None = None,
) -> None:
    """Write everything that is drafted from the assessment into `out`.

    What a clerk changed in Word stays, joined with what is new. `data` is where the office's own facts and templates
    may lie, `orders` what persons ordered of the outputs, `crop` gives pictures of scanned lines, `pieces` are those of
    the last drafting. Raises NotWritten, BadOfficeBook, BadTemplate, ExportStopped.
    """

    try:
        with alone(out):
            outbox = _outbox(out, day)
            pieces = pieces or Pieces()
            pieces.begin()
            written = drafts(found, campaign, day, own_templates(data), own_facts(data), orders, crop, pieces)
            outbox.publish(*next(written))
            give_back()
            made = []  # a broken template is found before any draft is written over
            for name, draft in written:
                made.append((name, draft))
                if "/" not in name:  # of the whole campaign: behind 0.2 MB of Word stood 80 MB of tables
                    give_back()
            for name, draft in made:
                outbox.publish(name, draft)
            pieces.end()
            give_back()
    except OSError as error:
        raise NotWritten(detail=disk_words(error)) from error


def publish(out: Path, drafts: Mapping[str, bytes], day: date) -> list[Path]:
    """Write drafts that only a certain day asks for, as `hand_over` writes the rest; raises NotWritten."""
    try:
        with alone(out):
            outbox = _outbox(out, day)
            return [outbox.publish(name, data) for name, data in drafts.items()]
    except OSError as error:
        raise NotWritten(detail=disk_words(error)) from error


def _outbox(out: Path, day: date) -> Outbox:
    def join(base: bytes, edited: bytes, fresh: bytes) -> bytes:
        return redraft(base, edited, fresh, day).data

    return Outbox(out, join)


def told(found: Assessment, campaign: Campaign, day: date, book: OfficeBook | None = None) -> letters.Campaign:
    """Return what all outputs are written from: the assessment, under the office's own facts as they hold on `day`."""
    plan = found.plan
    texts = [found.plan_document.text, *(item.document.text for item in found.submissions if item.document)]
    own = book or OfficeBook()
    office = office_facts(plan, found.plan_facts.letterhead, found.register, texts, own.short)
    office = office.override(own.settings(day, (campaign.id, campaign.title)))
    return letters.Campaign(plan, found.submissions, found.findings, found.register, office, day, found.nominees)


def drafts(
    found: Assessment,
    campaign: Campaign,
    day: date,
    templates: Mapping[str, bytes] | None = None,
    book: OfficeBook | None = None,
    orders: Orders | None = None,
    crop: Crop | None = None,
    pieces: Pieces | None = None,
) -> Iterator[tuple[str, Draft]]:
    """Yield (path below the campaign's outbox, draft) of every draft; the same input gives the same bytes.

    The results come first: whatever keeps a draft from being written, they are there.
    """
    register, plan = found.register, found.plan
    listed = found.told()
    yield "results.json", results_json(campaign.title, day, plan, listed, found.findings, campaign.plan.name, pieces)
    yield CONFIRMED, _planfile(plan, register, day, pieces or Pieces())
    ordered = orders or Orders()
    campaign_told = told(found, campaign, day, book)
    yield from outputs(campaign_told, campaign.title, templates, ordered.reminder, crop, ordered.record, pieces)


def _planfile(plan: Plan, register: Register, day: date, pieces: Pieces) -> bytes:
    return pieces.of(CONFIRMED, "", (plan, register, day), lambda: package(write_planfile(plan, register), day))
