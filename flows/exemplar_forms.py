"""The form that puts a unit's exemplars before a person: each is ticked, struck out or left, and mended on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import Field

from checks.decision import Decision
from checks.nominees import MEND, STRIKE, TICK, Nominee, Part, Verdict, word_on, words_digest
from extractors.facts import ExemplarKind
from extractors.words import shortened
from flows.asking import NOBODY_CHECKS, UNCHECKED, WHO, Form, ask_person, typed
from flows.markdown import plain_text
from flows.office import Office
from flows.questions import Question

NAME, SHOW = "dien-hinh", "xem-dien-hinh"
MOST = 6  # exemplars in one form: each has five fields
_KINDS = {ExemplarKind.PERSON: "cá nhân", ExemplarKind.COLLECTIVE: "tập thể", ExemplarKind.MODEL: "mô hình"}


class Choice(StrEnum):
    # The form shows this line, so it speaks to staff.
    """Chọn một kết luận."""

    LATER = "Chưa kết luận"
    TICKED = "Chọn"
    STRUCK = "Gạch bỏ"


_CHOICES = {Verdict.WAITING: Choice.LATER, Verdict.TICKED: Choice.TICKED, Verdict.STRUCK: Choice.STRUCK}
_ANSWERS = {Choice.TICKED: TICK, Choice.STRUCK: STRIKE}
# The fields that mend a part: the name of the field, its label, the attribute of `Shown` that it begins with.
_PARTS = (
    (Part.NAME, "ten", "Tên"),
    (Part.POST, "chuc_vu", "Chức vụ, đơn vị"),
    (Part.DEED, "thanh_tich", "Thành tích"),
    (Part.AWARD, "khen_thuong", "Hình thức đề nghị khen thưởng"),
)


@dataclass(frozen=True)
class Shown:
    """What the form shows of one exemplar, and by what its decisions find it again: place and digest of the words."""

    place: str
    digest: str
    kind: str
    verdict: str
    ten: str
    chuc_vu: str
    thanh_tich: str
    khen_thuong: str
    file: str
    quote: str


def shown(nominee: Nominee) -> Shown:
    """Return what is shown of a nominee."""
    told = nominee.exemplar
    return Shown(
        place=nominee.place,
        digest=words_digest(nominee.read),
        kind=_KINDS[told.kind],
        verdict=_CHOICES[nominee.verdict].value,
        ten=told.name,
        chuc_vu=", ".join(part for part in (told.position, told.affiliation) if part),
        thanh_tich=told.deed or "",
        khen_thuong=nominee.award,
        file=nominee.file,
        quote=" ".join(nominee.read.context.quote.split()),
    )


def questions(campaign: str, title: str, nominees: Sequence[Nominee]) -> list[Question]:
    """Return the runs that ask about these nominees: for each unit one, or more where it names many."""
    found = []
    for unit in dict.fromkeys(nominee.unit for nominee in nominees):
        mine = [shown(nominee) for nominee in nominees if nominee.unit == unit]
        parts = [mine[at : at + MOST] for at in range(0, len(mine), MOST)]
        for number, part in enumerate(parts, start=1):
            of = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
            parameters = {
                "dot": campaign,
                "ten_dot": title,
                "don_vi": unit,
                "phan": number,
                "dien_hinh": [vars(item) for item in part],
            }
            form = _form(unit, title, part)
            about = ("dot", "don_vi", "phan")
            found.append(Question(SHOW, f"Chọn điển hình: {unit}{of}", about, parameters, form))
    return found


def describe(unit: str, title: str, items: Sequence[Shown]) -> str:
    """Return the markdown above the form: each exemplar with the sentence that presents it."""
    lines = [
        f"# Điển hình: {plain_text(unit)}",
        f"Đợt: {plain_text(title)}. Chỉ điển hình được **Chọn** mới được đưa tin và đề nghị khen thưởng; điển hình bị "
        "**Gạch bỏ** không được tính ở bất cứ đâu. Tên, chức vụ, thành tích ghi chưa đúng thì sửa thẳng vào ô. Ghi họ "
        "tên rồi bấm **Resume**.",
        "",
    ]
    for number, item in enumerate(items, start=1):
        lines.append(f"## {number}. {plain_text(item.ten)} ({item.kind})")
        lines.append(f"- Trích “{plain_text(item.quote)}” (tệp {plain_text(item.file)})")
        if item.verdict != Choice.LATER.value:
            lines.append(f"- Kết luận trước: {item.verdict}.")
        lines.append("")
    return "\n".join([*lines, NOBODY_CHECKS])


def fields(items: Sequence[Shown]) -> dict[str, Any]:
    """Return the fields of the form: who decides, then five for each exemplar."""
    who = f"Họ và tên người kết luận {UNCHECKED}"
    found: dict[str, Any] = {WHO: (str, Field(title=who, min_length=2, json_schema_extra={"position": 0}))}
    for number, item in enumerate(items, start=1):
        name = f"{number}. {shortened(item.ten, 60)}"
        place: Any = {"position": len(found)}
        found[f"ket_luan_{number}"] = (
            Choice,
            Field(default=Choice(item.verdict), title=name, json_schema_extra=place),
        )
        for _, field, label in _PARTS:
            place = {"position": len(found)}
            title = f"{number}. {label}"
            found[f"{field}_{number}"] = (
                str,
                Field(default=getattr(item, field), title=title, json_schema_extra=place),
            )
    return found


def decisions_of(answer: Mapping[str, Any], items: Sequence[Shown], at: str) -> list[Decision]:
    """Return what a filled form changes: verdicts given, parts mended. What was left as shown is no decision."""
    who = typed(answer, WHO)
    found = []
    for number, item in enumerate(items, start=1):
        for part, field, _ in _PARTS:
            name = f"{field}_{number}"
            value, before = typed(answer, name), " ".join(getattr(item, field).split())
            if name not in answer or value == before or (part is Part.NAME and not value):
                continue
            found.append(word_on(part, item.place, MEND, who, at, value, item.digest))
        choice = Choice(answer.get(f"ket_luan_{number}") or Choice.LATER)
        if choice in _ANSWERS and choice.value != item.verdict:
            found.append(word_on(Part.WHOLE, item.place, _ANSWERS[choice], who, at, "", item.digest))
    return found


def _form(unit: str, title: str, items: Sequence[Shown]) -> Form:
    return Form(SHOW, "DienHinh", fields(items), describe(unit, title, items))


def ask(office: Office, campaign: str, title: str, unit: str, items: Sequence[Shown]) -> int:
    """Suspend this run with the form, record the answers and return how many there were."""
    answer = ask_person(_form(unit, title, items))
    decisions = decisions_of(answer, items, office.now())
    for decision in decisions:
        office.ledger.record_decision(campaign, decision)
    return len(decisions)
