"""Whom and what units present as exemplary: the list of the appendix, each once, with deed and award."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checks.finding import Evidence
from checks.requirement import Kind, Plan, Requirement
from checks.submission import Submission
from checks.units import Register, Unit
from extractors.facts import DocumentKind, Exemplar, ExemplarKind
from extractors.vietnamese import fold
from templates.phrases import clean, count, key, name, quoted, upper_first
from templates.sources import Sources
from templates.spelling import expanded
from templates.vocabulary import speaks_of, word

ORDER = (ExemplarKind.COLLECTIVE, ExemplarKind.PERSON, ExemplarKind.MODEL)

# What still belongs to the name: "(xã A), đã vận động …".
_BESIDE = re.compile(r"^\([^()]{1,60}\)\s*[,:;]?\s*")
_PROPOSED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|trình|xem xét|xét|sẽ)(?!\w)")
_HEAD_OF = re.compile(r"(?:^|\s)(?:trưởng|phó)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exemplary:
    """One row of the list of exemplars."""

    order: int
    unit: str
    kind: str
    name: str
    who: str
    deed: str
    award: str
    proposed: bool  # the award is asked for, nobody has given it
    marks: tuple[str, ...]


def asks_for_exemplars(item: Requirement) -> bool:
    """Return whether a duty is to build so many exemplars or models."""
    asked = item.quantity.unit if item.quantity else ""
    return item.kind is Kind.COUNT and speaks_of("exemplar_words", asked, item.topic, item.action)


def exemplars(submissions: Sequence[Submission], register: Register, sources: Sources) -> list[Exemplary]:
    """Return the exemplars that units' reports name, by unit in the register's order, then by kind; each once.

    One that two units name stands once, with both sources, where the words say that it is the same: its name, and the
    unit that it belongs to. Namesakes of two communes stay two.
    """
    rows: list[Exemplary] = []
    homes: list[set[str]] = []
    called = _called(register)
    alike: dict[tuple[str, str], list[int]] = {}  # rows of one kind and name
    for unit in register.units:
        seen: set[str] = set()
        mine = [
            (s, item)
            for s in sources.files.of(unit.name)
            if s.current and s.facts and s.facts.letterhead.kind is DocumentKind.REPORT
            for item in s.facts.exemplars
            if not item.planned
        ]
        for submission, item in sorted(mine, key=lambda pair: ORDER.index(pair[1].kind)):
            if key(item.name) in seen:
                continue
            seen.add(key(item.name))
            row = _row(len(rows) + 1, unit, item, sources.quote(Evidence(submission.key, item.context)))
            home = _homes(unit, item, called)
            namesakes = alike.setdefault((row.kind, key(row.name)), [])
            at = next((n for n in namesakes if homes[n] & home), None)
            if at is None:
                namesakes.append(len(rows))
                rows.append(row)
                homes.append(home)
            else:
                rows[at], homes[at] = _joined(rows[at], row), homes[at] | home
    return rows


def _called(register: Register) -> dict[str, str]:
    """Return the key of each unit's name by the keys of all that it is called: asked for each of thousands of names."""
    found: dict[str, str] = {}
    for unit in register.units:
        for called in (unit.name, *unit.aliases):
            found.setdefault(key(called), key(unit.name))
    return found


def _homes(unit: Unit, item: Exemplar, called: Mapping[str, str]) -> set[str]:
    """Return the keys of the bodies that an exemplar of the unit's report may belong to.

    A unit of the register that the words name is its only home; any other body may be a part of the reporting unit.
    """
    said = key(item.affiliation or "")
    if said and said in called:
        return {called[said]}
    return {key(unit.name), said} - {""}


def _joined(first: Exemplary, second: Exemplary) -> Exemplary:
    """Return the row of an exemplar that two units name: what the first leaves open the second tells."""
    awarded = first if first.award else second
    return replace(
        first,
        who=first.who or second.who,
        deed=first.deed or second.deed,
        award=awarded.award,
        proposed=awarded.proposed,
        marks=tuple(dict.fromkeys((*first.marks, *second.marks))),
    )


def _row(order: int, unit: Unit, item: Exemplar, mark: str) -> Exemplary:
    deed, award = quoted(item.deed or ""), clean(item.award or "")
    return Exemplary(
        order=order,
        unit=name(unit.name),
        kind=word("exemplar", item.kind.value),
        name=name(item.name),
        who=upper_first(post_and_place(unit, item)),
        deed=upper_first(_BESIDE.sub("", deed)),
        award=award,
        proposed=bool(_PROPOSED.search(fold(award))),
        marks=(mark,),
    )


def post_and_place(unit: Unit, item: Exemplar) -> str:
    """Return post and place of work; the unit that sends the report is named beside it already."""
    own = {key(expanded(called)) for called in (unit.name, *unit.aliases)}
    place = clean(item.affiliation or "")
    place = "" if key(expanded(place)) in own else place
    post = clean(item.position or "")
    # "Trưởng" + "thôn Nà Lẹng": the post takes the place's kind along.
    beside = _HEAD_OF.search(post) and place[:1].islower()
    return f"{post} {place}" if beside else ", ".join(part for part in (post, place) if part)


def facts_of(rows: Sequence[Exemplary], units: str, appendix: str) -> dict[str, object]:
    """Return what the sentence on exemplars is filled with."""
    kinds = [
        (word("exemplar", kind.value), sum(row.kind == word("exemplar", kind.value) for row in rows)) for kind in ORDER
    ]
    return {
        "units": units,
        "total": count(len(rows)),
        "parts": ", ".join(f"{count(number)} {kind.lower()}" for kind, number in kinds if number),
        "several": sum(bool(number) for _, number in kinds) > 1,
        "senders": count(len({row.unit for row in rows})),
        "awarded": count(sum(bool(row.award) and not row.proposed for row in rows)),
        "proposed": count(sum(row.proposed for row in rows)),
        "appendix": appendix,
    }


def wanted(plan: Plan, rows: Sequence[object]) -> bool:
    """Return whether outputs speak of exemplars: the plan asks for them, or units name some."""
    return bool(rows) or any(asks_for_exemplars(item) for item in plan.requirements)
