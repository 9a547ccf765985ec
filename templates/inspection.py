"""Inspection: the sheet for each unit, filled in with what is known, and a proposal whom to inspect, with reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from checks.finding import Cause, Finding
from checks.requirement import Requirement, Weight
from checks.ruling import standing
from checks.submission import Submission
from extractors.facts import Commitment, DocumentKind, Modality
from extractors.vietnamese import fold
from templates.arrivals import UNREAD
from templates.citing import short_name
from templates.letters import Campaign, documents_of, letter_frame
from templates.naming import duty_title
from templates.phrases import clean, count, day, listing, name, quoted, upper_first
from templates.pieces import Pieces
from templates.sentences import say
from templates.sources import place
from templates.tags import Tags, symbol
from templates.vocabulary import plain, shown_status, word
from templates.when import deadline
from templates.word import filled

SHEET, PROPOSAL = "phieu-kiem-tra.docx", "de-xuat-kiem-tra.docx"
MOST_PROMISES = 12  # a sheet of two pages
_LONGEST_PROMISE, _LONGEST_QUOTE = 220, 160
# A unit's own plan writes its promises as duties and targets of its people far more often than as "cam kết".
_PROMISED = frozenset({Modality.PLANNED, Modality.PLEDGE, Modality.INTENTION, Modality.OBLIGATION, Modality.TARGET})
_SCRAP = 30  # characters below which a clause is a cell or a head of a table, not a promise
_INSPECTS = re.compile(r"(?:\w+ ){0,4}kiểm tra\b")
_UNSURE = frozenset({Cause.PROMISED, Cause.RESTATED, Cause.VAGUE, Cause.UNNAMED, Cause.DENIED, Cause.SHORT})


def inspection_sheet(campaign: Campaign, unit: str, template: bytes | None = None) -> bytes:
    """Return the sheet for one unit as .docx: papers, promises with their places, gaps with the sentences to ask about.

    Raises BadTemplate.
    """
    return filled(SHEET, sheet_tags(campaign, unit), campaign.as_of, template)


def sheet_tags(campaign: Campaign, unit: str, pieces: Pieces | None = None) -> Tags:
    """Return what the template of the sheet for one unit is filled with; `pieces` are those of the last drafting."""
    promises = _promises(campaign, unit, pieces or Pieces())
    rest = len(promises) - MOST_PROMISES
    return {
        **_frame(campaign),
        "trich_yeu": word("subject", "phieu_kiem_tra").format(campaign.plan.called, name(unit)),
        "don_vi": name(unit),
        "van_ban": documents_of(campaign, unit),
        "cam_ket": [_promise(at, *told) for at, told in enumerate(promises[:MOST_PROMISES], start=1)],
        "cam_ket_con": say("cam_ket_con", number=count(rest)) if rest > 0 else "",
        "can_hoi": [_question(at, *item) for at, item in enumerate(_doubts(campaign, unit), start=1)],
    }


def inspection_proposal(campaign: Campaign, template: bytes | None = None) -> bytes:
    """Return the units by how much speaks for an inspection, with reasons, as .docx; raises BadTemplate."""
    weighed = [(_weight(campaign, unit.name), unit.name) for unit in campaign.register.others()]
    chosen = sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])
    rest = [unit for weight, unit in weighed if not weight]
    asked = _inspections(campaign)
    seen = _inspected(campaign, [finding for _, finding in asked])
    tags = {
        **_frame(campaign),
        "trich_yeu": word("subject", "de_xuat_kiem_tra").format(short_name(campaign.plan)),
        "ky_hieu": symbol("to_trinh", campaign.office),
        "tinh_den": day(campaign.as_of),
        "noi_nhan": [],
        "duoc_giao": [_charged(campaign, item, finding) for item, finding in asked],
        "de_xuat": [
            {"stt": str(at), "don_vi": name(unit), "ly_do": f"{_reasons(campaign, unit)} {seen.get(unit, '')}".strip()}
            for at, (_, unit) in enumerate(chosen, start=1)
        ],
        "khong_de_xuat": listing(rest),
    }
    return filled(PROPOSAL, tags, campaign.as_of, template)


def _inspections(campaign: Campaign) -> list[tuple[Requirement, Finding]]:
    """Return the inspections that the plan charges the office with, how many and when in its own words."""
    duties = {item.id: item for item in campaign.plan.requirements if _INSPECTS.match(fold(item.action or item.quote))}
    found = campaign.findings_on(campaign.register.office)
    return [(duties[finding.requirement], finding) for finding in found if finding.requirement in duties]


def _charged(campaign: Campaign, item: Requirement, finding: Finding) -> str:
    facts = {
        "plan": upper_first(short_name(campaign.plan)),
        "quote": quoted(item.quote, _LONGEST_PROMISE),
        "status": shown_status(finding).lower(),
    }
    return say("kiem_tra_duoc_giao", **facts)


def _inspected(campaign: Campaign, findings: Sequence[Finding]) -> dict[str, str]:
    """Return for each unit whose paper tells of such an inspection the sentence that tells it."""
    sender = {item.key: item.unit for item in campaign.submissions if item.unit}
    lines = [line for finding in findings for line in finding.evidence if line.file in sender]
    return {sender[line.file]: say("da_kiem_tra", quote=quoted(line.span.quote, _LONGEST_QUOTE)) for line in lines}


def _frame(campaign: Campaign) -> Tags:
    return {**letter_frame(campaign, campaign.office.units), "ten_ke_hoach": short_name(campaign.plan)}


def _promises(campaign: Campaign, unit: str, pieces: Pieces) -> list[tuple[str, str]]:
    """Return what the unit's plans promise with a figure or a day, and until when, in the order of the papers."""
    plans = [
        item
        for item in sorted(campaign.papers_of(unit), key=lambda s: s.key)
        if item.current and item.facts and item.facts.letterhead.kind is DocumentKind.PLAN
    ]
    return [told for item in plans for told in pieces.of("promises", item.key, item, partial(_promised, item))]


def _promised(item: Submission) -> tuple[tuple[str, str], ...]:
    assert item.facts is not None
    kept = (one for one in item.facts.commitments if one.modality in _PROMISED and _concrete(one))
    return tuple((_told(item, promise), deadline(promise.deadline)) for promise in kept)


def _concrete(promise: Commitment) -> bool:
    """Return whether an inspection can ask if it was kept: a clause with a figure or a day."""
    measured = bool(promise.quantities) or promise.deadline is not None
    return measured and len(clean(promise.span.quote)) >= _SCRAP


def _told(item: Submission, promise: Commitment) -> str:
    where = f"{name(item.key)}, {place(promise.span)}"
    return f"{upper_first(quoted(promise.span.quote, _LONGEST_PROMISE))} ({where})"


def _promise(order: int, told: str, until: str) -> dict[str, Any]:
    return {"stt": str(order), "noi_dung": told, "han": until, "trong": ""}


def _doubts(campaign: Campaign, unit: str) -> list[tuple[Requirement, Finding]]:
    """Return what is lacking, and what no person has settled yet, in the order of the plan."""
    duties = {item.id: item for item in campaign.plan.requirements if item.weight is Weight.MUST}
    return [
        (duties[f.requirement], f)
        for f in campaign.findings_on(unit)
        if f.requirement in duties and not standing(f).exempt and _doubtful(f)
    ]


def _doubtful(finding: Finding) -> bool:
    return standing(finding).gap or standing(finding).undecided


def _question(order: int, item: Requirement, finding: Finding) -> dict[str, Any]:
    found = finding.evidence[0] if finding.evidence else None
    line = f"“{quoted(found.span.quote, _LONGEST_QUOTE)}” ({name(found.file)}, {place(found.span)})" if found else ""
    return {
        "stt": str(order),
        "yeu_cau": duty_title(item),
        "ket_qua": ": ".join(part for part in (shown_status(finding), quoted(finding.reason)) if part),
        "cau": line or plain("no_sentence"),
        "trong": "",
    }


def _weight(campaign: Campaign, unit: str) -> int:
    """Return how much speaks for an inspection: gaps count one, what was denied, promised or copied two."""
    return sum(2 if f.cause in _UNSURE else 1 for _, f in _doubts(campaign, unit))


def _reasons(campaign: Campaign, unit: str) -> str:
    doubts = _doubts(campaign, unit)
    unsure = [f for _, f in doubts if f.cause in _UNSURE]
    facts = {
        "number": count(len(doubts)),
        "unsure": _by_cause(unsure),
        "first": _titles([item for item, _ in doubts]),
        "unread": any(f.cause in UNREAD for _, f in doubts),
        "sent": any(item.current for item in campaign.papers_of(unit)),
    }
    return upper_first(say("ly_do_kiem_tra", **facts))


def _by_cause(unsure: Sequence[Finding]) -> str:
    """Return "02 nội dung mới nêu dự kiến thực hiện, 01 nội dung chưa đạt mức yêu cầu", "" for none."""
    causes = Counter(f.cause for f in unsure)
    return ", ".join(say("so_noi_dung", number=count(n), what=word("cause", c.value)) for c, n in causes.items())


def _titles(items: Sequence[Requirement]) -> str:
    shown = [duty_title(item, 90) for item in items[:3]]
    return "; ".join(f"“{title}”" for title in shown)
