"""A person's corrections of what was read: they replace the fact wherever it is used, and are told as theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from checks.decision import Decision
from checks.nominees import Spoken
from checks.recognise import OUTSIDE
from checks.submission import Submission
from extractors.document import Note
from extractors.facts import DocumentKind

CORRECTED = "sua"  # the answer of a decision that corrects a fact


class Field(StrEnum):
    """What can be corrected; the first part of a decision's subject, before "@<sha256>"."""

    UNIT = "don_vi"
    NUMBER = "so"
    ISSUED = "ngay"
    KIND = "loai"
    SIGNER = "nguoi_ky"
    RECEIVED = "ngay_den"


FIELD_WORDS = {
    Field.UNIT: "đơn vị gửi",
    Field.NUMBER: "số, ký hiệu",
    Field.ISSUED: "ngày ban hành",
    Field.KIND: "loại văn bản",
    Field.SIGNER: "người ký",
    Field.RECEIVED: "ngày đến",
}


def subject(field: Field, sha256: str) -> str:
    """Return the subject of a decision on one fact of one original."""
    return f"{field.value}@{sha256}"


def corrected(submissions: Sequence[Submission], decisions: Iterable[Decision]) -> tuple[Submission, ...]:
    """Return the submissions with every correction applied, the newest on each fact; raises ValueError on a bad day.

    What people said of exemplars (`checks/nominees.py`) is applied too: some read as mended, those struck out are gone.
    """
    given = tuple(decisions)
    newest: dict[str, Decision] = {}
    for decision in sorted(given, key=lambda d: d.decided_at):
        newest[decision.subject] = decision
    known = [_apply(item, newest) for item in submissions]
    spoken = spoken_on(known, given)
    return tuple(_told(item, spoken) for item in known)


def _told(item: Submission, spoken: Spoken) -> Submission:
    facts = spoken.told(item.sha256, item.facts) if item.facts else None
    return item if facts is item.facts else replace(item, facts=facts)


def spoken_on(submissions: Sequence[Submission], decisions: Iterable[Decision]) -> Spoken:
    """Return what people said of the exemplars of these submissions, whose units must be the corrected ones."""
    return Spoken(decisions, {item.sha256: item.unit for item in submissions})


def _apply(item: Submission, newest: dict[str, Decision]) -> Submission:
    told: list[Note] = []
    for field in Field:
        decision = newest.get(subject(field, item.sha256))
        if decision is None:
            continue
        item = _with(item, field, decision.value)
        value = decision.value or ("không thuộc đợt này" if field is Field.UNIT else "để trống")
        told.append(Note("CAN_BO_SUA", f"{decision.reviewer} (tên tự ghi) ghi {FIELD_WORDS[field]}: {value}"))
    return replace(item, notes=item.notes + tuple(told)) if told else item


def _with(item: Submission, field: Field, value: str) -> Submission:
    if field is Field.UNIT and not value:  # a person says that it is nobody's of this campaign
        outside = Note(OUTSIDE, "Cán bộ xác định văn bản không thuộc đợt này.")
        return replace(item, unit=None, unit_clues=("cán bộ chọn",), notes=(*item.notes, outside))
    if field is Field.UNIT:
        return replace(item, unit=value, unit_clues=("cán bộ chọn",))
    if field is Field.RECEIVED:
        return replace(item, received=datetime.fromisoformat(value))
    if item.facts is None:
        return item
    head = item.facts.letterhead
    if field is Field.NUMBER:
        head = replace(head, number=value or None, number_blank=not value)
    elif field is Field.ISSUED:
        head = replace(head, issued=date.fromisoformat(value))
    elif field is Field.KIND:
        head = replace(head, kind=DocumentKind(value))
    elif field is Field.SIGNER:
        head = replace(head, signer=value)
    return replace(item, facts=replace(item.facts, letterhead=head))
