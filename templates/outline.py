"""The outline for units' reports with the letter that sends it: what to write under each heading, which figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from checks.finding import Status
from checks.requirement import Kind, Requirement, ShownBy, Weight
from templates.arrivals import document_kind, is_sending, sending_duties, sent_words
from templates.citing import short_name
from templates.duties import asked
from templates.headings import place_in_plan, section_heading
from templates.letters import Campaign, letter_frame
from templates.naming import duty_title
from templates.people import asks_for_exemplars
from templates.phrases import clean, count, decimal, lower_first, name, point
from templates.sentences import say
from templates.tags import Tags
from templates.vocabulary import word
from templates.when import deadline, period
from templates.word import filled

OUTLINE = "de-cuong-bao-cao.docx"
_IN_REPORT = frozenset({ShownBy.REPORT_CONTENT, ShownBy.EITHER})


def outline(campaign: Campaign, template: bytes | None = None) -> bytes:
    """Return letter and outline as .docx, made from the plan's duties that units' reports show; raises BadTemplate.

    A report that answers every point of it has no gap: each point asks for what the judge of its kind looks for.
    """
    duties = [item for item in campaign.plan.requirements if _to_report(item, campaign)]
    must = [item for item in duties if item.weight is Weight.MUST]
    people = [item for item in must if asks_for_exemplars(item)]
    rest = [item for item in duties if item not in people]
    counted = [item for item in must if item.quantity]
    tags = {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": word("subject", "de_cuong").format(short_name(campaign.plan)),
        "ten_ke_hoach": short_name(campaign.plan),
        "kinh_gui": campaign.office.units,
        "cac_bao_cao": _reports(campaign),
        "noi_dung": _sections(campaign, rest),
        "dien_hinh": [_point(campaign, at, item) for at, item in enumerate(people)],
        "dong_trong": [{"stt": str(order), "o": ""} for order in (1, 2)],
        "so_lieu": [_figure(at, item) for at, item in enumerate(counted, start=1)],
    }
    return filled(OUTLINE, tags, campaign.as_of, template)


def _to_report(item: Requirement, campaign: Campaign) -> bool:
    units = set(item.units) - {campaign.register.office}
    return bool(units) and item.shown_by in _IN_REPORT and not is_sending(item) and item.kind is not Kind.SUBMIT


def _reports(campaign: Campaign) -> list[str]:
    """Return a line for each report that is still to come, all of them where none is: what it is and when it is due."""
    duties = sending_duties(campaign.plan, campaign.register)
    wanted = [item for item in duties if document_kind(item).value == "bao_cao"]
    ahead = {f.requirement for f in campaign.findings if f.status is Status.NOT_DUE}
    shown = [item for item in wanted if item.id in ahead] or wanted
    return list(dict.fromkeys(_report(item, duties) for item in shown))


def _report(item: Requirement, duties: Sequence[Requirement]) -> str:
    return say("de_cuong_bao_cao", what=sent_words(item, duties), due=deadline(item.deadline))


def _sections(campaign: Campaign, items: Sequence[Requirement]) -> list[Tags]:
    groups = groupby(items, key=lambda item: section_heading(item, campaign.plan, campaign.register))
    return [
        {
            "so": str(order),
            "ten": title,
            "diem": [_points(campaign, at, run) for at, run in enumerate(_runs(group))],
        }
        for order, ((_, title), group) in enumerate(groups, start=1)
    ]


def _runs(items: Iterable[Requirement]) -> list[list[Requirement]]:
    """Return the duties one by one, but general ones that follow each other together: all ask the same of a report."""
    runs: list[list[Requirement]] = []
    for item in items:
        general = item.weight is Weight.SHOULD
        if general and runs and runs[-1][-1].weight is Weight.SHOULD and runs[-1][-1].units == item.units:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _points(campaign: Campaign, at: int, run: Sequence[Requirement]) -> Tags:
    """Return one point for a run of duties: general ones share what to write, and each is a line below it."""
    if len(run) == 1:
        return _point(campaign, at, run[0])
    each = dict.fromkeys(
        say("de_cuong_chung", title=duty_title(item), section=place_in_plan(item, campaign.plan)) for item in run
    )
    *first, last = each
    return {
        "diem": point(at),
        "yeu_cau": say("de_cuong_diem_chung", who=_whom(campaign, run[0])),
        "dong": [*(f"{said};" for said in first), f"{last}."],
    }


def _point(campaign: Campaign, at: int, item: Requirement) -> Tags:
    """Return one point: the duty, whom it concerns where not all units, and what to write."""
    amount = asked(item)
    how = "dien_hinh" if asks_for_exemplars(item) else item.kind.value
    facts = {
        "title": duty_title(item),
        "asked": amount,
        "due": "" if period(item.deadline) in ("", *_said(item)) else deadline(item.deadline),
        "who": _whom(campaign, item),
        "section": place_in_plan(item, campaign.plan),
    }
    written = word("how_to_report", how if item.weight is Weight.MUST else "should")
    return {
        "diem": point(at),
        "yeu_cau": say("de_cuong_diem", **facts),
        "dong": [say("de_cuong_cach_viet", how=written)],
    }


def _whom(campaign: Campaign, item: Requirement) -> str:
    """Return the units that a duty concerns, "" where it is all of them."""
    others = [unit.name for unit in campaign.register.others()]
    mine = [unit for unit in others if unit in item.units]
    return "; ".join(map(name, mine)) if len(mine) < len(others) else ""


def _said(item: Requirement) -> tuple[str, ...]:
    words = period(item.deadline)
    return (words,) if words and words.removeprefix("ngày ") in duty_title(item) else ()


def _figure(order: int, item: Requirement) -> Tags:
    quantity = item.quantity
    assert quantity is not None
    share = quantity.unit.startswith("%")
    whole = float(quantity.value).is_integer() and not share
    number = count(int(quantity.value)) if whole else decimal(quantity.value)
    return {
        "stt": str(order),
        "chi_tieu": duty_title(item),
        "don_vi_tinh": "%" if share else lower_first(clean(quantity.unit)),
        "yeu_cau": f"{word('sign', quantity.op)} {number}".strip(),
        "ket_qua": "",
    }
