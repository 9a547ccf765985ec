"""The list of whom to propose for an award: those decided on, checked for authority; those who wait for a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checks.awards import AwardCheck, Problem, check_award, laws
from checks.nominees import Verdict
from extractors.facts import ExemplarKind
from templates.brief import plan_words
from templates.letters import Campaign, letter_frame
from templates.nominated import Nominated, decided, numbers, waiting
from templates.phrases import count, day, key, listing, upper_first
from templates.sentences import say
from templates.tags import Tags, symbol
from templates.vocabulary import plain, speaks_of, word
from templates.word import filled

AWARDS = "de-nghi-khen-thuong.docx"


def award_list(campaign: Campaign, template: bytes | None = None) -> bytes:
    """Return the proposal with its lists as .docx; raises BadTemplate.

    Awards are for collectives and persons: a model that was decided on is told beside them. An award that was decided
    to be asked for is checked against the law in force on the campaign's day; what does not fit is said, never changed.
    """
    chosen = decided(campaign)
    proposed = [row for row in chosen if row.kind is not ExemplarKind.MODEL]
    models = [row for row in chosen if row.kind is ExemplarKind.MODEL]
    open_ones = waiting(campaign)
    checked = [(row, check_award(row.award, campaign.as_of)) for row in proposed]
    tags: Tags = {
        **letter_frame(campaign, campaign.office.units),
        "trich_yeu": word("subject", "khen_thuong" if proposed else "xem_xet_dien_hinh").format(plan_words(campaign)),
        "ky_hieu": symbol("to_trinh", campaign.office),
        "noi_nhan": [],
        "tinh_den": day(campaign.as_of),
        "phap_luat": " và ".join(laws(campaign.as_of)),
        "so_de_nghi": numbers(proposed),
        "hinh_thuc": list(_by_form(checked)),
        "mo_hinh": listing(f"“{row.name}” ({row.unit})" for row in models),
        "so_cho": numbers(open_ones),
        "xem_lai": list(_to_review(campaign, checked)),
        "phu_luc_de_nghi": " I" if open_ones else "",  # one appendix alone has no number
        "phu_luc_cho": " II" if proposed else "",
        "de_nghi": [_proposed(at, row, check) for at, (row, check) in enumerate(checked, start=1)],
        "cho_ket_luan": [_open(at, row) for at, row in enumerate(open_ones, start=1)],
    }
    return filled(AWARDS, tags, campaign.as_of, template)


def _proposed(at: int, row: Nominated, check: AwardCheck) -> dict[str, str]:
    known = check.problem is Problem.NONE
    return {
        "stt": str(at),
        "ten": row.name,
        "loai": row.kind_word,
        "chuc_vu_don_vi": row.where,
        "thanh_tich": row.deed or plain("no_deed"),
        "hinh_thuc": upper_first(check.form) if known else row.award or plain("award_place"),
        "cap": check.giver if known else "",
        "nguon": row.paper,
    }


def _open(at: int, row: Nominated) -> dict[str, str]:
    told = [row.deed or plain("no_deed"), word("award", "told").format(row.told) if row.told else ""]
    if row.stale:
        told.append(word("award", "stale"))
    return {
        "stt": str(at),
        "don_vi": row.unit,
        "ten": row.name,
        "loai": row.kind_word,
        "chuc_vu": row.who,
        "thanh_tich": ". ".join(part.rstrip(". ") for part in told if part),
        "nguon": row.paper,
        "y_kien": "",
    }


def _by_form(checked: Sequence[tuple[Nominated, AwardCheck]]) -> Iterable[str]:
    """Yield a line for each form and giver that may be asked for, with the articles that give the power."""
    good = [check for _, check in checked if check.problem is Problem.NONE]
    for (form, giver, basis), number in Counter((c.form, c.giver, c.basis) for c in good).items():
        yield say("hinh_thuc_khen", form=upper_first(form), giver=giver, number=count(number), basis=basis)


def _to_review(campaign: Campaign, checked: Sequence[tuple[Nominated, AwardCheck]]) -> Iterable[str]:
    """Yield what must be looked at before the proposal goes up."""
    unsaid = [row.name for row, check in checked if not row.award]
    if unsaid:
        yield word("award", "unsaid").format(count(len(unsaid)), listing(unsaid))
    for row, check in checked:
        if row.award and check.problem is not Problem.NONE:
            facts = {"name": row.name, "award": row.award, "form": check.form, "giver": check.giver}
            yield say(
                "tham_quyen",
                problem=check.problem.value,
                entitled=listing(check.entitled),
                instead=listing(map(upper_first, check.instead)),
                **facts,
            )
    for row, _ in checked:
        if _received(row, campaign):
            yield word("award", "twice").format(row.name, row.told)
        if not row.deed:
            yield word("award", "no_deed").format(row.name)
    owners: dict[str, list[str]] = {}
    for nominee in campaign.nominees:
        if nominee.verdict is not Verdict.STRUCK:
            owners.setdefault(key(nominee.exemplar.name), []).append(nominee.unit)
    for row, _ in checked:
        units = owners.pop(key(row.name), [])
        if len(set(units)) > 1:
            yield word("award", "several").format(row.name, listing(units))


def _received(row: Nominated, campaign: Campaign) -> bool:
    """Return whether the report names an award that has been given: not one that it proposes, nor mere praise."""
    check = check_award(row.told, campaign.as_of)
    return bool(row.told) and check.problem is not Problem.NO_FORM and not speaks_of("proposal_words", row.told)
