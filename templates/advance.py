"""The letter before a deadline: nobody is in arrears yet, so it reminds and asks, and blames nobody."""

from __future__ import annotations

from collections.abc import Sequence

from checks.reminders import Reminding
from templates.arrivals import sending_duties, sent_words
from templates.letters import Campaign, letter_frame, received_so_far, subject
from templates.phrases import day, lower_first, name
from templates.sentences import say
from templates.word import filled

ADVANCE = "nhac-truoc-han.docx"


def advance_name(upcoming: Sequence[Reminding]) -> str:
    """Return the file name of the letter: the last day that comes first is in it, for a later one is another letter."""
    last = min(item.last for item in upcoming)
    return ADVANCE.replace(".docx", f"-{last.day}-{last.month}-{last.year}.docx")


def advance_letter(campaign: Campaign, upcoming: Sequence[Reminding], template: bytes | None = None) -> bytes | None:
    """Return the letter as .docx to the units that have not sent what is due soon, None where all have sent.

    `upcoming` are duties whose last day has not gone by; others are passed over. Raises BadTemplate.
    """
    ahead = sorted((item for item in upcoming if item.ahead and item.units), key=lambda item: item.last)
    owing = {unit for item in ahead for unit in item.units}
    units = [unit.name for unit in campaign.register.others() if unit.name in owing]
    if not units:
        return None
    tags = {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": subject("nhac_truoc_han", campaign),
        "kinh_gui": [name(unit) for unit in units],
        "da_nhan": received_so_far(campaign, {item.requirement.id for item in ahead}),
        "sap_den_han": [_asked(campaign, item, units, alone=len(ahead) == 1) for item in ahead],
    }
    return filled(ADVANCE, tags, campaign.as_of, template)


def _asked(campaign: Campaign, item: Reminding, units: Sequence[str], alone: bool) -> str:
    """Return what is to be sent and by when, with the units' names where not all that are written to owe it."""
    what = sent_words(item.requirement, sending_duties(campaign.plan, campaign.register))
    mine = [] if set(item.units) == set(units) else [name(unit) for unit in units if unit in item.units]
    facts = {
        "what": lower_first(what) if alone else what,
        "to": f" về {campaign.office.office}" if alone else "",
        "last": day(item.last),
        "units": ", ".join(mine),
    }
    return say("sap_den_han_gui", **facts)
