"""What only a person can say of a file: whose it is where nothing names a sender, its number where a scan is unsure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import Field

from checks.corrections import CORRECTED, subject
from checks.corrections import Field as Fact
from checks.decision import Decision
from checks.submission import State, Submission
from extractors.document import Source
from extractors.facts import DocumentKind
from extractors.words import shortened
from flows.asking import NOBODY_CHECKS, UNCHECKED, WHO, Form, ask_person, typed
from flows.markdown import plain_text
from flows.office import Office
from flows.questions import Question, start

NAME = "xem-tep"
MOST = 12  # files in one form; the rest follow in the next
LATER, OUTSIDE = "Chưa chọn", "Không thuộc đợt này"
_SHOWN = 400  # characters of the beginning: letterhead, number, subject
_NUMBERED = frozenset({DocumentKind.PLAN, DocumentKind.REPORT})


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """One question: `subject` is that of the correction which answers it, `read` what the machine made of it."""

    subject: str
    file: str
    beginning: str
    read: str = ""

    @property
    def of_unit(self) -> bool:
        """Return whether it asks for the sender; else it asks for the number."""
        return self.subject.startswith(f"{Fact.UNIT.value}@")


def open_questions(submissions: Iterable[Submission], decisions: Iterable[Decision]) -> list[FileQuestion]:
    """Return what is still to be asked of these files, in the order of their names; equal bytes are asked once."""
    known = {decision.subject for decision in decisions}
    found: dict[str, FileQuestion] = {}
    for item in submissions:
        for fact, read in _unsure(item):
            name = subject(fact, item.sha256)
            if name not in known:
                found.setdefault(name, FileQuestion(name, item.key, _beginning(item), read))
    return list(found.values())


def _unsure(item: Submission) -> list[tuple[Fact, str]]:
    if item.state is State.UNKNOWN_UNIT:
        return [(Fact.UNIT, "")]
    if item.state is not State.ACCEPTED or item.document is None or item.facts is None:
        return []
    head = item.facts.letterhead
    if head.kind not in _NUMBERED or Source.OCR not in item.document.sources:
        return []
    if not any(block.source is Source.OCR for block in item.document.blocks[:12]):
        return []
    place = head.spans.get("number")
    unsure = head.number is None or (place is not None and item.document.weak_within(place.start, place.end))
    return [(Fact.NUMBER, head.number or "")] if unsure else []


def _beginning(item: Submission) -> str:
    return shortened(" ".join(item.document.text[: 2 * _SHOWN].split()), _SHOWN) if item.document else ""


def questions(
    campaign: str, title: str, units: Sequence[str], submissions: Iterable[Submission], decisions: Iterable[Decision]
) -> list[Question]:
    """Return the run that should wait for a word on files of the campaign: none, or one about the first of them."""
    asked = open_questions(submissions, decisions)[:MOST]
    return [question(campaign, title, units, asked)] if asked else []


def question(campaign: str, title: str, units: Sequence[str], asked: Sequence[FileQuestion]) -> Question:
    """Return the run that asks these; it carries all that it shows."""
    parameters = {
        "dot": campaign,
        "ten_dot": title,
        "noi_dung": [item.subject for item in asked],
        "tep": [item.file for item in asked],
        "trich": [item.beginning for item in asked],
        "may_doc": [item.read for item in asked],
        "cac_don_vi": list(units),
    }
    return Question(NAME, f"Cần xem tệp: {title}", ("dot",), parameters, _form(title, units, asked))


def _form(title: str, units: Sequence[str], asked: Sequence[FileQuestion]) -> Form:
    return Form(NAME, "XemTep", fields(asked, units), describe(title, asked))


def describe(title: str, asked: Sequence[FileQuestion]) -> str:
    """Return the markdown above the form: each file, what is asked of it, and how it begins."""
    lines = [
        "# Tệp cần cán bộ xem",
        f"Đợt: {plain_text(title)}. Còn **{len(asked):02d}** nội dung cần xác định.",
        "",
        "Mở tệp gốc trong hộp thư để đối chiếu, điền từng mục dưới đây, ghi họ tên rồi bấm **Resume**. "
        f"Mục nào chưa rõ thì để “{LATER}” hoặc để trống, hệ thống sẽ hỏi lại.",
        "",
    ]
    for number, item in enumerate(asked, start=1):
        lines.append(f"## {number}. {plain_text(item.file)}")
        if item.of_unit:
            lines.append("- Không rõ đơn vị gửi: chọn đơn vị trong danh sách.")
        else:
            read = f"máy đọc là “{plain_text(item.read)}”" if item.read else "máy không đọc được"
            lines.append(f"- Số, ký hiệu trên bản quét chưa chắc chắn ({read}): ghi lại cho đúng.")
        if item.beginning:
            lines.append(f"- Phần đầu văn bản: “{plain_text(item.beginning)}”")
        lines.append("")
    return "\n".join([*lines, NOBODY_CHECKS])


def fields(asked: Sequence[FileQuestion], units: Sequence[str]) -> dict[str, Any]:
    """Return the fields of the form: who answers, then for each file the unit to choose or the number to type."""
    enum: Any = StrEnum
    told = [LATER, *(unit for unit in dict.fromkeys(units) if unit not in {LATER, OUTSIDE}), OUTSIDE]
    choice: Any = enum("DonViGui", {f"u{n}": name for n, name in enumerate(told)})
    choice.__doc__ = "Chọn đơn vị gửi."
    found: dict[str, Any] = {
        WHO: (
            str,
            Field(title=f"Họ và tên người xem {UNCHECKED}", min_length=2, json_schema_extra={"position": 0}),
        )
    }
    for number, item in enumerate(asked, start=1):
        file = shortened(item.file.rpartition("/")[2], 60)
        place: Any = {"position": number}
        if item.of_unit:
            title = f"{number}. Đơn vị gửi của “{file}”"
            found[f"tra_loi_{number}"] = (choice, Field(default=choice(LATER), title=title, json_schema_extra=place))
        else:
            title = f"{number}. Số, ký hiệu của “{file}”"
            found[f"tra_loi_{number}"] = (str, Field(default=item.read, title=title, json_schema_extra=place))
    return found


def decisions_of(answer: Mapping[str, Any], asked: Sequence[str], decided_at: str) -> list[Decision]:
    """Return the corrections in a filled form; `asked` are the subjects in the order of the form's lines."""
    reviewer = typed(answer, WHO)
    found = []
    for number, name in enumerate(asked, start=1):
        value = typed(answer, f"tra_loi_{number}")
        if value in {"", LATER}:
            continue
        found.append(Decision(name, CORRECTED, reviewer, decided_at, value="" if value == OUTSIDE else value))
    return found


def ask(office: Office, asked: Sequence[FileQuestion], question: Question) -> int:
    """Suspend this run with the form of `question`; record the answers and return how many there were."""
    told = question.parameters
    answer = ask_person(_form(told["ten_dot"], told["cac_don_vi"], asked))
    decisions = decisions_of(answer, [item.subject for item in asked], office.now())
    for decision in decisions:
        office.ledger.record_decision(told["dot"], decision)
    if not decisions:  # nothing changed, so no journey would ask again
        start(question)
    return len(decisions)
