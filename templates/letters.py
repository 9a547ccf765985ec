"""Letters to units: the reminder, one for all, and the feedback, one for each; findings decide what stands in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from checks.finding import Finding, Status
from checks.nominees import Nominee
from checks.requirement import Plan, Requirement, Weight
from checks.ruling import overruled, standing, told_reason
from checks.submission import State, Submission
from checks.units import Register
from templates.arrivals import UNREAD, is_sending, sending_duties, sent_words
from templates.citing import basis, issuer, matter
from templates.headings import place_alone
from templates.naming import duty_title
from templates.office import OfficeFacts
from templates.phrases import clean, count, day, lower_first, name, quoted, upper_first
from templates.sentences import say
from templates.sources import place
from templates.tags import Tags, office_tags
from templates.vocabulary import collective, plain, shown_status, state_word, word
from templates.when import arrival, deadline
from templates.word import filled

REMINDER, FEEDBACK = "cong-van-don-doc.docx", "phan-hoi.docx"
LONGEST_SUBJECT = 110  # what fits below the number of a letter in four lines
# The deadline stands in a column of its own.
_SAID_BESIDE = re.compile(r"; thời hạn \d[\d/]+ (?:đã|chưa) qua(?=$|[;.])")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True)
class Campaign:
    """What letters are written from: everything that the consolidated report knows, too."""

    plan: Plan
    submissions: Sequence[Submission]
    findings: Sequence[Finding]
    register: Register
    office: OfficeFacts
    as_of: date
    nominees: Sequence[Nominee] = ()

    def findings_on(self, unit: str) -> Sequence[Finding]:
        """Return the findings on one unit, in their order; letters to hundreds of units must not read all for each."""
        return self._findings_by_unit.get(unit, ())

    def papers_of(self, unit: str) -> Sequence[Submission]:
        """Return the files that one unit sent, in their order."""
        return self._papers_by_unit.get(unit, ())

    @cached_property
    def _findings_by_unit(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.unit, []).append(finding)
        return found

    @cached_property
    def _papers_by_unit(self) -> dict[str, list[Submission]]:
        found: dict[str, list[Submission]] = {}
        for item in self.submissions:
            found.setdefault(item.unit or "", []).append(item)
        return found


@dataclass(frozen=True, slots=True)
class Gap:
    """One open gap of one unit, as letters list it."""

    unit: str
    requirement: Requirement
    finding: Finding

    @property
    def asked(self) -> str:
        """Return the duty with its clause of the plan."""
        item = self.requirement
        place = place_alone(item)
        return f"{duty_title(item)} ({place})" if place else duty_title(item)

    @property
    def lacking(self) -> str:
        """Return what is missing, in the words of the finding, and what a person asked for."""
        decision = self.finding.decision
        requested = decision and standing(self.finding).request and not overruled(self.finding)
        asked = quoted(decision.reason) if decision and requested else ""
        reason = _SAID_BESIDE.sub("", quoted(told_reason(self.finding))) or shown_status(self.finding)
        return ". ".join(part.rstrip(". ") for part in (upper_first(reason), asked) if part)

    @property
    def where(self) -> str:
        """Return the place in the unit's own document that the finding rests on."""
        found = self.finding.evidence[0] if self.finding.evidence else None
        return f"{name(found.file)}, {place(found.span)}" if found else ""

    @property
    def unsent(self) -> bool:
        """Return whether a document has not come, or cannot be read."""
        return is_sending(self.requirement) and standing(self.finding).status is Status.MISSING


def gaps(campaign: Campaign, unit: str = "") -> list[Gap]:
    """Return the open gaps of must-duties that go into letters, in the register's order; never the office's own."""
    duties = {item.id: item for item in campaign.plan.requirements if item.weight is Weight.MUST}
    order = {entry.name: at for at, entry in enumerate(campaign.register.others())}
    found = [
        Gap(f.unit, duties[f.requirement], f)
        for f in (campaign.findings_on(unit) if unit else campaign.findings)
        if f.requirement in duties
        and standing(f).in_letter
        and f.unit in order
        # what came late has come: there is nothing left to send
        and not (is_sending(duties[f.requirement]) and f.status is Status.LATE)
    ]
    return sorted(found, key=lambda gap: order[gap.unit])


def reminder_letter(
    campaign: Campaign,
    turn: int = 1,
    reply_by: date | None = None,
    earlier: Sequence[str] = (),
    template: bytes | None = None,
) -> bytes | None:
    """Return the reminder as .docx, None where nobody is in arrears; raises BadTemplate.

    `turn` counts the reminders: from the second on it is worded stronger and cites the `earlier` ones.
    """
    open_gaps = gaps(campaign)
    units = list(dict.fromkeys(gap.unit for gap in open_gaps))
    if not units:
        return None
    unsent = any(gap.unsent for gap in open_gaps)
    tags = {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": subject("don_doc", campaign, turn),
        "kinh_gui": [name(unit) for unit in units],
        "lan": turn,
        "lan_truoc": "; ".join(map(clean, earlier)) or plain("earlier"),
        "da_nhan": received_so_far(campaign),
        "so_don_vi": count(len(units)),
        "noi_nhan_bao_cao": clean(campaign.office.addressee),
        "co_chua_gui": unsent,
        "co_bo_sung": any(not gap.unsent for gap in open_gaps),
        "ten_phu_luc": word("list", "not_sent" if all(gap.unsent for gap in open_gaps) else "gaps").upper(),
        "han_moi": day(reply_by),
        "con_thieu": _rows(open_gaps),
    }
    return filled(REMINDER, tags, campaign.as_of, template)


def feedback_letter(
    campaign: Campaign, unit: str, reply_by: date | None = None, template: bytes | None = None
) -> bytes:
    """Return the feedback to one unit as .docx; raises BadTemplate."""
    return filled(FEEDBACK, feedback_tags(campaign, unit, reply_by), campaign.as_of, template)


def feedback_tags(campaign: Campaign, unit: str, reply_by: date | None = None) -> Tags:
    """Return what the template of the feedback to one unit is filled with."""
    duties = {item.id: item for item in campaign.plan.requirements if item.weight is Weight.MUST}
    mine = [f for f in campaign.findings_on(unit) if f.requirement in duties and not standing(f).exempt]
    met = [f for f in mine if standing(f).status is Status.MET]
    open_gaps = gaps(campaign, unit)
    facts = {
        "as_of": day(campaign.as_of),
        "called": campaign.plan.called,
        "unit": name(unit),
        "met": count(len(met)),
        "whole": count(len(mine)),
        "not_due": count(sum(standing(f).status is Status.NOT_DUE for f in mine)),
        "late": count(sum(standing(f).status is Status.LATE for f in mine)),
        "gaps": count(len(open_gaps)),
    }
    return {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": subject("phan_hoi", campaign, 1),
        "kinh_gui": name(unit),
        "don_vi": name(unit),
        "van_ban": documents_of(campaign, unit),
        "ket_qua_chung": say("phan_hoi_chung", **facts),
        "da_dat": [duty_title(duties[f.requirement]) for f in met],
        "han_moi": day(reply_by),
        "con_thieu": _rows(open_gaps),
    }


def file_name(unit: str) -> str:
    """Return a file name for a unit that every file system takes."""
    safe = _FORBIDDEN.sub(" ", clean(unit)).strip(" .")
    return f"{' '.join(safe.split())[:120] or 'don-vi'}.docx"


def letter_frame(campaign: Campaign, units: str) -> Tags:
    """Return the tags of letterhead, signature and basis, signed by order as letters are."""
    office = campaign.office
    symbol = "-".join(dict.fromkeys(part for part in (office.symbol, office.unit_symbol) if part))
    return {
        **office_tags(office, campaign.as_of.year, campaign.as_of.month),
        "cac_don_vi": units,
        "ky_hieu": symbol,
        "quyen_han": [line for line in office.letter_authority.split("\n") if line],
        "chuc_vu": clean(office.letter_title),
        "ho_ten": clean(office.letter_name),
        "noi_nhan": [clean(line) for line in office.letter_recipients],
        "can_cu": basis(campaign.plan, office),
        "ten_goi": campaign.plan.called,
        "tinh_den": day(campaign.as_of),
        "kenh_nhan": clean(office.channel),
        "dau_moi": clean(office.contact),
    }


def subject(kind: str, campaign: Campaign, turn: int = 1) -> str:
    """Return the subject of a letter about the plan, with the turn of a reminder from the second on."""
    number = clean(campaign.plan.number or "")
    title = matter(campaign.plan)
    short = lower_first(title) if len(title) <= LONGEST_SUBJECT else f"của {issuer(campaign.office)}"
    called = campaign.plan.called
    plan = f"{called} số {number}" if number else f"{called} {short}"
    return word("subject", kind).format(plan) + (f" (lần {turn})" if turn > 1 else "")


def received_so_far(campaign: Campaign, of: Collection[str] = ()) -> list[str]:
    """Return how many have sent what, for each duty to send or for those named by id that somebody has met."""
    duties = sending_duties(campaign.plan, campaign.register)
    said = []
    for item in duties:
        if of and item.id not in of:
            continue
        findings = [f for f in campaign.findings if f.requirement == item.id and not standing(f).exempt]
        sent = [f for f in findings if standing(f).status in {Status.MET, Status.LATE, Status.PARTIAL}]
        unread = [f for f in findings if f not in sent and f.cause in UNREAD]
        if not findings or all(f.status is Status.NOT_DUE for f in findings):
            continue
        facts = {
            "what": lower_first(sent_words(item, duties)),
            "due": deadline(item.deadline),
            "units": collective(f.unit for f in findings),
            "sent": count(len(sent)),
            "whole": count(len(findings)),
            "unread": count(len(unread)),
            "rest": count(len(findings) - len(sent) - len(unread)),
        }
        said.append(say("da_nhan", **facts))
    return said


def _rows(open_gaps: Sequence[Gap]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for gap in open_gaps:
        first = not rows or rows[-1]["ten"] != gap.unit
        order = len({row["ten"] for row in rows}) + 1
        rows.append(
            {
                "stt": str(order) if first else "",
                "thu_tu": str(len(rows) + 1),
                "ten": gap.unit,
                "don_vi": name(gap.unit) if first else "",
                "yeu_cau": gap.asked,
                "han": deadline(gap.requirement.deadline),
                "noi_dung": gap.lacking,
                "vi_tri": gap.where,
            }
        )
    return rows


def documents_of(campaign: Campaign, unit: str) -> list[dict[str, str]]:
    """Return the rows of a table of what a unit has sent, by the day of its arrival."""
    rows = []
    mine = [s for s in campaign.papers_of(unit) if s.state is not State.IGNORED]
    for order, item in enumerate(sorted(mine, key=lambda s: (str(s.received or ""), s.key)), start=1):
        head = item.facts.letterhead if item.facts else None
        number = "; ".join(part for part in (clean(head.number or ""), day(head.issued)) if part) if head else ""
        rows.append(
            {
                "stt": str(order),
                "tep": name(item.key),
                "so_ngay": number,
                "ngay_nhan": arrival(item.received, plain("arrival_unknown")),
                "tinh_trang": clean(item.error.message) if item.error else state_word(item.state),
            }
        )
    return rows
