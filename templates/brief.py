"""The one-page status for the leaders: what has come, what is lacking, what falls due, what waits for a conclusion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from checks.finding import Finding, Status
from checks.requirement import Requirement, Weight
from checks.ruling import standing
from checks.submission import State
from templates.arrivals import is_this_report, sending_duties, sent_words
from templates.citing import issuer, matter
from templates.letters import Campaign, letter_frame
from templates.naming import duty_title
from templates.phrases import clean, count, day, lower_first, name, upper_first
from templates.sentences import say
from templates.tags import symbol
from templates.vocabulary import word
from templates.when import deadline
from templates.word import filled

BRIEF = "bao-cao-nhanh.docx"
AHEAD = 14  # days: what falls due before the next but one weekly status
MOST_ROWS, MOST_NAMES, MOST_AHEAD = 3, 2, 3  # what fits one page (measured on rendered pages)
_TITLE = 70


def brief(campaign: Campaign, template: bytes | None = None) -> bytes:
    """Return the status as .docx, one page, counted from the findings as of the campaign's day; raises BadTemplate."""
    duties = {item.id: item for item in campaign.plan.requirements if item.weight is Weight.MUST}
    owed = [f for f in campaign.findings if f.requirement in duties and not standing(f).exempt]
    lacking = _lacking(campaign, duties, owed)
    ahead = _ahead(campaign, duties)
    rows = MOST_ROWS - (len(ahead) + 1) // 2  # a row of the table takes the room of two lines
    tags = {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": word("subject", "bao_cao_nhanh").format(plan_words(campaign)),
        "ke_hoach": plan_words(campaign, dated=True),
        "noi_nhan": [],
        "ky_hieu": symbol("bao_cao", campaign.office),
        "tinh_den": day(campaign.as_of),
        "da_nhan": _received(campaign),
        "chua_dung_duoc": _unused(campaign),
        "ket_qua": _result(campaign, owed),
        "dau_don_vi": upper_first(campaign.office.units),
        "con_thieu": [_row(item, found) for item, found in lacking[:rows]],
        "con_nua": say("con_nua", number=count(len(lacking) - rows)) if len(lacking) > rows else "",
        "so_ngay": str(AHEAD),
        "sap_den_han": ahead,
        "cho_ket_luan": _waiting(campaign, owed),
    }
    return filled(BRIEF, tags, campaign.as_of, template)


def plan_words(campaign: Campaign, dated: bool = False) -> str:
    """Return the plan by its number, by its title where it has none: a page has no room for both."""
    plan = campaign.plan
    if not plan.number:
        whole = lower_first(matter(plan))
        return word("plan", "titled").format(
            plan.called, whole if len(whole) <= _TITLE else word("plan", "of").format(issuer(campaign.office))
        )
    number = word("plan", "numbered").format(plan.called, clean(plan.number))
    return f"{number} {word('plan', 'dated').format(day(plan.issued.start))}" if dated and plan.issued else number


def _lacking(
    campaign: Campaign, duties: dict[str, Requirement], owed: Sequence[Finding]
) -> list[tuple[Requirement, list[Finding]]]:
    """Return the duties with open gaps and all findings on them, those that most units lack first."""
    by_duty: dict[str, list[Finding]] = {}
    for finding in owed:
        if finding.unit != campaign.register.office:
            by_duty.setdefault(finding.requirement, []).append(finding)
    open_ones = [(duties[key], found) for key, found in by_duty.items() if any(standing(f).gap for f in found)]
    return sorted(open_ones, key=lambda pair: -sum(standing(f).gap for f in pair[1]))


def _row(item: Requirement, found: Sequence[Finding]) -> dict[str, str]:
    gaps = [name(f.unit) for f in found if standing(f).gap]
    rest = len(gaps) - MOST_NAMES
    more = f" {say('va_con_nua', number=count(rest))}" if rest > 0 else ""
    due = deadline(item.deadline)
    return {
        "yeu_cau": f"{duty_title(item, _TITLE)}{f' ({due})' if due else ''}",
        "dat": f"{count(sum(standing(f).status is Status.MET for f in found))}/{count(len(found))}",
        "don_vi": ", ".join(gaps[:MOST_NAMES] if rest > 0 else gaps) + more,
    }


def _received(campaign: Campaign) -> list[str]:
    """Return a line for each document that units owe by now: how many have sent it."""
    duties = sending_duties(campaign.plan, campaign.register)
    lines = []
    for item in duties:
        findings = [f for f in campaign.findings if f.requirement == item.id and not standing(f).exempt]
        if not findings or all(f.status is Status.NOT_DUE for f in findings):
            continue
        sent = sum(standing(f).status in {Status.MET, Status.LATE, Status.PARTIAL} for f in findings)
        facts = {"what": sent_words(item, duties), "due": deadline(item.deadline)}
        lines.append(say("da_nhan_gon", sent=count(sent), whole=count(len(findings)), **facts))
    return lines


def _result(campaign: Campaign, owed: Sequence[Finding]) -> str:
    mine = [f for f in owed if f.unit != campaign.register.office]
    units = {f.unit for f in mine}
    lacking = {f.unit for f in mine if standing(f).gap}
    due = [f for f in mine if standing(f).status is not Status.NOT_DUE]
    return say(
        "ket_qua_nhanh",
        met=count(sum(standing(f).status is Status.MET for f in due)),
        due=count(len(due)),
        lacking=count(len(lacking)),
        whole=count(len(units)),
        units=campaign.office.units,
    )


def _ahead(campaign: Campaign, duties: dict[str, Requirement]) -> list[str]:
    """Return what falls due within `AHEAD` days, the nearest first, at most `MOST_AHEAD` and a line on the rest."""
    last = campaign.as_of + timedelta(days=AHEAD)
    near: list[tuple[date, str]] = []
    for item in duties.values():
        end = item.deadline.end if item.deadline else None
        if end and campaign.as_of <= end <= last and not is_this_report(item, campaign.register):
            near.append((end, f"{duty_title(item, _TITLE)} ({deadline(item.deadline)})"))
    near.sort()
    shown = [f"{text}{'.' if at == len(near) - 1 else ';'}" for at, (_, text) in enumerate(near)]
    rest = len(shown) - MOST_AHEAD
    return [*shown[:MOST_AHEAD], say("con_nua", number=count(rest))] if rest > 0 else shown


def _waiting(campaign: Campaign, owed: Sequence[Finding]) -> str:
    duties = {item.id: item for item in campaign.plan.requirements}
    told = [f for f in owed if not is_this_report(duties[f.requirement], campaign.register)]
    undecided = [f for f in told if standing(f).undecided]
    if not undecided:
        return ""
    units = count(len({f.unit for f in undecided}))
    return say("cho_ket_luan", number=count(len(undecided)), whole=units, units=campaign.office.units)


def _unused(campaign: Campaign) -> str:
    """Return how many files nobody can count yet: unreadable, or of a sender unknown."""
    unread = sum(item.state is State.QUARANTINED for item in campaign.submissions)
    unknown = sum(item.state is State.UNKNOWN_UNIT for item in campaign.submissions)
    if not unread and not unknown:
        return ""
    return say("chua_dung_duoc", unread=count(unread), unknown=count(unknown))
