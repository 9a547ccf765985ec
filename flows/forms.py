"""The form in which a person decides about one unit's gaps: one choice and one note a gap, the evidence above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pydantic import Field

from checks.decision import ANSWER_WORDS, Answer, Decision
from checks.finding import Finding
from checks.requirement import Requirement
from extractors.words import shortened
from flows.asking import NOBODY_CHECKS, UNCHECKED, WHO, typed
from flows.markdown import plain_text
from templates.vocabulary import shown_status


class Choice(StrEnum):
    # The form shows this line under the drop-down, so it speaks to staff.
    """Chọn một kết luận."""

    LATER = "Chưa kết luận"
    AGREE = ANSWER_WORDS[Answer.AGREE]
    ACCEPT = ANSWER_WORDS[Answer.ACCEPT]
    EXEMPT = ANSWER_WORDS[Answer.EXEMPT]
    REQUEST = ANSWER_WORDS[Answer.REQUEST]


_ANSWERS = {
    Choice.AGREE: Answer.AGREE,
    Choice.ACCEPT: Answer.ACCEPT,
    Choice.EXEMPT: Answer.EXEMPT,
    Choice.REQUEST: Answer.REQUEST,
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A finding that waits for a person, with the requirement that it answers."""

    finding: Finding
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Asked:
    """What one line of a form asks about: a finding's id, and the digest of the evidence that was shown with it."""

    subject: str
    evidence: str


def describe(unit: str, title: str, gaps: Sequence[Gap], told: str = "") -> str:
    """Return the markdown above the form: each gap with status, reason, the plan's words and the quoted evidence.

    `told` is a sentence for the clerk that stands above them all.
    """
    lines = [
        f"# {plain_text(unit)}",
        f"Đợt: {plain_text(title)}. Còn **{len(gaps):02d}** nội dung cần kết luận.",
        "",
        "Đối chiếu từng nội dung dưới đây với văn bản gốc, chọn kết luận, ghi họ tên rồi bấm **Resume**. "
        "Nội dung nào chưa quyết được thì để “Chưa kết luận”, hệ thống sẽ hỏi lại.",
        "",
        *([plain_text(told), ""] if told else []),
    ]
    for number, gap in enumerate(gaps, start=1):
        finding, requirement = gap.finding, gap.requirement
        lines.append(f"## {number}. {plain_text(_short(requirement))}: {_machine_word(finding)}")
        lines.append(f"- Yêu cầu ({plain_text(_place(requirement))}): “{plain_text(requirement.quote)}”")
        lines.append(f"- Nhận xét của máy: {plain_text(finding.reason)}")
        for evidence in finding.evidence:
            page = f", trang {evidence.span.page}" if evidence.span.page else f", {evidence.span.path}"
            lines.append(
                f"- Trích “{plain_text(evidence.span.quote)}” (tệp {plain_text(evidence.file)}{plain_text(page)})"
            )
        if finding.decision is not None and finding.decision.stale:
            lines.append("- Đã có kết luận trước đây, nhưng minh chứng đã thay đổi; đề nghị kết luận lại.")
        lines.append("")
    lines.append(NOBODY_CHECKS)
    return "\n".join(lines)


def _short(requirement: Requirement, longest: int = 110) -> str:
    """The plan's own words: an action cut by its number of syllables reads as broken Vietnamese."""
    text = shortened(requirement.quote.rstrip(" .;,"), longest)
    return text[:1].upper() + text[1:]


def _place(requirement: Requirement) -> str:
    return f"mục {requirement.section} Kế hoạch" if requirement.section else "Kế hoạch"


def review_fields(gaps: Sequence[Gap]) -> dict[str, Any]:
    """Return the fields of the form for `pydantic.create_model`: reviewer, then a choice and a note for each gap."""
    fields: dict[str, Any] = {
        WHO: (
            str,
            Field(title=f"Họ và tên người xem xét {UNCHECKED}", min_length=2, json_schema_extra={"position": 0}),
        )
    }
    for number, gap in enumerate(gaps, start=1):
        title = f"{number}. {_short(gap.requirement, 80)} – {_machine_word(gap.finding)}"
        fields[f"ket_luan_{number}"] = (
            Choice,
            Field(default=Choice.LATER, title=title, json_schema_extra={"position": 2 * number - 1}),
        )
        fields[f"ghi_chu_{number}"] = (
            str,
            Field(
                default="",
                title=f"Ghi chú {number} (bắt buộc khi bỏ qua)",
                json_schema_extra={"position": 2 * number},
            ),
        )
    return fields


def decisions_of(answer: Mapping[str, Any], asked: Sequence[Asked], decided_at: str) -> list[Decision]:
    """Return the decisions in a filled form, each on the evidence that was shown.

    A gap left open, or passed over without a reason, is none.
    """
    reviewer = typed(answer, WHO)
    found = []
    for number, item in enumerate(asked, start=1):
        choice, note = _choice(answer, number), typed(answer, f"ghi_chu_{number}")
        if choice is Choice.LATER or (choice is Choice.EXEMPT and not note):
            continue
        kind = _ANSWERS[choice].value
        found.append(Decision(item.subject, kind, reviewer, decided_at, reason=note, evidence=item.evidence))
    return found


def without_reason(answer: Mapping[str, Any]) -> int:
    """Return how many gaps a filled form passes over without the reason that this needs."""
    numbers = [int(name.rpartition("_")[2]) for name in answer if name.startswith("ket_luan_")]
    return sum(_choice(answer, n) is Choice.EXEMPT and not typed(answer, f"ghi_chu_{n}") for n in numbers)


def _choice(answer: Mapping[str, Any], number: int) -> Choice:
    return Choice(answer.get(f"ket_luan_{number}") or Choice.LATER)


def _machine_word(finding: Finding) -> str:
    """Return what the machine says, whatever a person said before of other evidence."""
    return shown_status(replace(finding, decision=None))
