"""A person's corrections of what was read: they replace the fact wherever it is used, and are told as theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from checks.decision import Decision
from checks.submission import Submission
from extractors.document import Note
from extractors.facts import DocumentKind, Exemplar, Facts


class Field(StrEnum):
    """What can be corrected; the first part of a decision's subject, before "@<sha256>"."""

    UNIT = "don_vi"
    NUMBER = "so"
    ISSUED = "ngay"
    KIND = "loai"
    SIGNER = "nguoi_ky"
    RECEIVED = "ngay_den"
    EXEMPLAR = "dien_hinh"  # "dien_hinh@<sha256>:<start>"


STRIKE, RENAME, TICK = "gach_bo", "sua_ten", "chon"

FIELD_WORDS = {
    Field.UNIT: "đơn vị gửi",
    Field.NUMBER: "số, ký hiệu",
    Field.ISSUED: "ngày ban hành",
    Field.KIND: "loại văn bản",
    Field.SIGNER: "người ký",
    Field.RECEIVED: "ngày đến",
    Field.EXEMPLAR: "điển hình",
}


def subject(field: Field, sha256: str, start: int | None = None) -> str:
    """Return the subject of a decision on one fact of one original."""
    return f"{field.value}@{sha256}" + (f":{start}" if start is not None else "")


def corrected(submissions: Sequence[Submission], decisions: Iterable[Decision]) -> tuple[Submission, ...]:
    """Return the submissions with every correction applied, the newest on each fact; raises ValueError on a bad day."""
    newest: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.decided_at):
        newest[decision.subject] = decision
    return tuple(_apply(item, newest) for item in submissions)


def _apply(item: Submission, newest: dict[str, Decision]) -> Submission:
    told: list[Note] = []
    for field in Field:
        decision = newest.get(subject(field, item.sha256))
        if decision is None:
            continue
        item = _with(item, field, decision.value)
        told.append(Note("CAN_BO_SUA", f"{decision.reviewer} ghi {FIELD_WORDS[field]}: {decision.value}"))
    if item.facts is not None:
        item = replace(item, facts=_exemplars(item.facts, item.sha256, newest))
    return replace(item, notes=item.notes + tuple(told)) if told else item


def _with(item: Submission, field: Field, value: str) -> Submission:
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


def _exemplars(facts: Facts, sha256: str, newest: dict[str, Decision]) -> Facts:
    kept: list[Exemplar] = []
    for exemplar in facts.exemplars:
        decision = newest.get(subject(Field.EXEMPLAR, sha256, exemplar.span.start))
        if decision is None or decision.answer == TICK:
            kept.append(exemplar)
        elif decision.answer == RENAME:
            kept.append(replace(exemplar, name=decision.value))
    return replace(facts, exemplars=tuple(kept))
