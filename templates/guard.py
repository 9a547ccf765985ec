"""Checks before export (checks G01–G06): nobody dropped, every sentence traced, every number recounted."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checks.finding import Finding, Status
from checks.requirement import Kind, Plan, Weight
from checks.ruling import standing
from checks.submission import Submission
from checks.units import Register
from extractors.errors import TonghopError
from templates.content import Report, sentences
from templates.naming import duty_title
from templates.phrases import clean, count, quoted
from templates.vocabulary import speaks_of, state_word, vocabulary
from templates.when import period

_PLACE = re.compile(r"\[Cán bộ tổng hợp bổ sung[^\]]*\]")


class ExportStopped(TonghopError):
    """The draft says something that nothing proves."""

    code, why_not = "CHAN_XUAT", "untraced"
    reason = "Chưa xuất được báo cáo: {detail}"
    remedy = "Đề nghị báo bộ phận công nghệ thông tin; dữ liệu của đợt vẫn nguyên vẹn."


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a draft; `stops` where no draft may leave the house with it."""

    code: str
    text: str
    stops: bool = False


def faults(
    content: Report,
    plan: Plan,
    submissions: Sequence[Submission],
    findings: Sequence[Finding],
    register: Register,
) -> list[Fault]:
    """Return what is wrong with a draft, in the order of the checks' codes; G04 is seen in the file: `places`."""
    return [
        *_unnamed(content, register),
        *_untraced(content, submissions),
        *_miscounted(content, plan, findings),
        *_stale(content, submissions),
        *_uninspected(plan, findings, register),
    ]


def stop(found: Iterable[Fault]) -> None:
    """Raise ExportStopped where a fault must not leave the house."""
    told = [f"{fault.code}: {fault.text}" for fault in found if fault.stops]
    if told:
        raise ExportStopped(detail=" ".join(told[:3]))


def _text(code: str, **facts: object) -> str:
    return str(vocabulary()["faults"][code]).format(**facts)


def _unnamed(content: Report, register: Register) -> Iterable[Fault]:
    said = {row.unit for row in content.arrivals} | {member for row in content.counts for member in row.members}
    for unit in register.others():
        known = any(text == unit.name or text.startswith(f"{clean(unit.name)}: ") for text in said)
        if not known and not unit.exempt:
            yield Fault("G01", _text("G01", unit=unit.name))


def _untraced(content: Report, submissions: Sequence[Submission]) -> Iterable[Fault]:
    texts = {item.sha256: item.document.text for item in submissions if item.document}
    proven = {row.mark for row in content.counts}
    for row in content.quotes:
        span = row.span
        if texts.get(span.document, "")[span.start : span.end] == span.quote:
            proven.add(row.mark)
        else:
            yield Fault("G02", _text("G02", quote=quoted(row.quote, 120)), stops=True)
    for text, marks, _ in sentences(content):
        if not marks or not set(marks) <= proven:
            yield Fault("G02", _text("G02", quote=quoted(text, 120)), stops=True)


def _miscounted(content: Report, plan: Plan, findings: Sequence[Finding]) -> Iterable[Fault]:
    for row in content.counts:
        if row.number != len(row.members):
            yield Fault("G03", _text("G03", a=row.number, b=len(row.members)), stops=True)
    duties = {duty_title(item): item.id for item in plan.requirements if item.weight is Weight.MUST}
    for line in content.overview:
        ids = [item.id for item in plan.requirements if duty_title(item) == line.duty] or [duties.get(line.duty, "")]
        if not any(_recounted(ident, findings) == (line.whole, line.met) for ident in ids):
            yield Fault("G03", _text("G03", a=f"{line.met}/{line.whole}", b=line.duty), stops=True)


def _recounted(requirement: str, findings: Sequence[Finding]) -> tuple[str, str]:
    mine = [standing(f) for f in findings if f.requirement == requirement and not standing(f).exempt]
    return count(len(mine)), count(sum(stand.status is Status.MET for stand in mine))


def _stale(content: Report, submissions: Sequence[Submission]) -> Iterable[Fault]:
    by_hash: Mapping[str, list[Submission]] = {row.sha256: [] for row in content.quotes}
    for item in submissions:
        if item.sha256 in by_hash:
            by_hash[item.sha256].append(item)
    for sha256, held in by_hash.items():
        if held and not any(item.current for item in held):
            file = next(row.file for row in content.quotes if row.sha256 == sha256)
            yield Fault("G05", _text("G05", file=file, state=state_word(held[0].state).lower()))


def _uninspected(plan: Plan, findings: Sequence[Finding], register: Register) -> Iterable[Fault]:
    for item in plan.requirements:
        mine = [f for f in findings if f.requirement == item.id and f.unit == register.office]
        inspects = item.kind in {Kind.HOLD, Kind.COUNT, Kind.ACT} and speaks_of("inspect", duty_title(item))
        if inspects and any(standing(f).status is Status.MISSING for f in mine):
            yield Fault("G06", _text("G06", when=period(item.deadline) or plain_time(plan), id=item.id))


def plain_time(plan: Plan) -> str:
    """Return what stands for a stretch of time that the plan does not name."""
    return str(vocabulary()["time_of_plan"]).format(plan.called)


def places(data: bytes) -> list[str]:
    """Return the places of a .docx that a clerk has still to fill, in their order (G04); raises zipfile.BadZipFile."""
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(io.BytesIO(data)).element.body
    found: list[str] = []
    for paragraph in body.iter(qn("w:p")):
        found += _PLACE.findall("".join(node.text or "" for node in paragraph.iter(qn("w:t"))))
    return found


def refusal(data: bytes, content: Report) -> list[str]:
    """Return why a copy must not be signed yet: places left to fill, must-duties undecided; [] where it may."""
    left = places(data)
    told = [_text("G04", n=count(len(left)))] if left else []
    if content.undecided:
        told.append(_text("undecided", n=count(len(content.undecided)), list="; ".join(content.undecided[:5])))
    return told


def open_points(data: bytes, content: Report) -> list[str]:
    """Return every place left to fill and every must-duty undecided, a line each, as a clerk works through them."""
    left = [_text("open_place", place=place.strip("[]").split(":", 1)[-1].strip()) for place in places(data)]
    return [*left, *(_text("open_duty", duty=duty) for duty in content.undecided)]
