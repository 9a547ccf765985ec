"""The form that puts a compiled plan before a person once: what was read out of it, and what only the office knows.

The three questions that every plan leaves open: its number and day, the day for the units' reports, who must send.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import Field

from checks.confirmations import CONFIRMED, ISSUED, NUMBER, REPORTS, SAID, confirmed_plan, exemption, striking
from checks.deadlines import interval_words
from checks.decision import Decision
from checks.planfile_rows import day_text, plan_keys, read_day
from checks.requirement import Plan, Requirement, ShownBy, Weight
from checks.units import Register
from extractors.words import shortened
from flows.asking import NOBODY_CHECKS, UNCHECKED, WHO, Form, ask_person, typed
from flows.markdown import plain_text
from flows.office import Office
from flows.questions import Question, start
from templates.phrases import upper_first

NAME = "xac-nhan-ke-hoach"
_REASON = "Theo xác nhận của cán bộ"


@dataclass(frozen=True)
class Shown:
    """What the form shows of a plan: plain data, so that the run that asks needs nothing else.

    `duties` are lines for the list of must-duties, `keys` name them; `exempt` are units that need not send as of now.
    """

    plan: str
    number: str
    issued: str
    reports: str
    stated: str
    duties: tuple[str, ...]
    keys: tuple[str, ...]
    unclear: tuple[str, ...]
    units: tuple[str, ...]
    exempt: tuple[str, ...]


def shown(plan: Plan, register: Register, reports: str = "") -> Shown:
    """Return what is put before a person; `reports` is the day for reports that was given before, as typed."""
    must = [
        (key, item)
        for key, item in zip(plan_keys(plan), plan.requirements, strict=True)
        if item.weight is Weight.MUST and item.applies_to != "office"
    ]
    sent = [item for _, item in must if item.shown_by is ShownBy.REPORT_SENT and item.deadline]
    return Shown(
        plan=plan.sha256,
        number=plan.number or "",
        issued=day_text(plan.issued.start) if plan.issued and plan.issued.start == plan.issued.end else "",
        reports=reports,
        stated="; ".join(dict.fromkeys(interval_words(item.deadline) for item in sent if item.deadline)),
        duties=tuple(_duty(item) for _, item in must),
        keys=tuple(key for key, _ in must),
        unclear=plan.unclear,
        units=tuple(unit.name for unit in register.others()),
        exempt=tuple(unit.name for unit in register.others() if unit.exempt),
    )


def _duty(item: Requirement) -> str:
    when = f" ({interval_words(item.deadline)})" if item.deadline else ""
    return f"{item.id}. {upper_first(shortened(item.quote.rstrip(' .;,'), 160))}{when}"


def questions(
    campaign: str, title: str, plan: Plan, register: Register, decisions: Sequence[Decision], laid: bool
) -> list[Question]:
    """Return the run that should wait: none once a person confirmed this plan, or laid a corrected list (`laid`)."""
    if laid or confirmed_plan(decisions, plan.sha256):
        return []
    return [question(campaign, title, shown(plan, register))]


def question(campaign: str, title: str, plan: Shown, told: str = "") -> Question:
    """Return the run that asks about the plan; `told` stands above its form."""
    parameters: dict[str, Any] = {
        "dot": campaign,
        "ten_dot": title,
        "ke_hoach": {name: list(value) if isinstance(value, tuple) else value for name, value in vars(plan).items()},
    }
    if told:
        parameters["nhac"] = told
    return Question(NAME, f"Cần xác nhận kế hoạch: {title}", ("dot",), parameters, _form(title, plan, told))


def _form(title: str, plan: Shown, told: str) -> Form:
    return Form(NAME, "XacNhanKeHoach", fields(plan), describe(title, plan, told))


def from_parameters(told: Mapping[str, Any]) -> Shown:
    """Return what a run was started with."""
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in told.items()}
    return Shown(**values)


def describe(title: str, plan: Shown, told: str = "") -> str:
    """Return the markdown above the form: what was read out of the plan, and what it leaves open."""
    lines = [
        f"# Xác nhận yêu cầu đọc từ kế hoạch: {plain_text(title)}",
        *([plain_text(told), ""] if told else []),
        f"Máy đọc được **{len(plan.duties):02d}** yêu cầu bắt buộc đối với đơn vị. Đối chiếu với kế hoạch, trả lời ba "
        "câu hỏi dưới đây, ghi họ tên rồi bấm **Resume**. Cần sửa chi tiết từng yêu cầu thì sửa tệp yeu-cau.xlsx trong "
        "thư mục kết quả rồi đặt vào thư mục của đợt.",
        "",
        "## Yêu cầu bắt buộc",
        "",
        *(f"- {plain_text(line)}" for line in plan.duties),
        "",
    ]
    if plan.unclear:
        lines += ["## Chưa rõ trong kế hoạch", "", *(f"- {plain_text(line)}" for line in plan.unclear), ""]
    if plan.stated:
        lines += [f"Thời hạn nộp báo cáo nêu trong kế hoạch: {plain_text(plan.stated)}.", ""]
    return "\n".join([*lines, NOBODY_CHECKS])


def fields(plan: Shown) -> dict[str, Any]:
    """Return the fields of the form."""
    found: dict[str, Any] = {
        WHO: (str, _field(0, f"Họ và tên người xác nhận {UNCHECKED}", min_length=2)),
        "so_ke_hoach": (str, _field(1, "1. Số, ký hiệu của kế hoạch", default=plan.number)),
        "ngay_ke_hoach": (
            str,
            _field(2, "1. Ngày ban hành kế hoạch (ngày/tháng/năm)", default=plan.issued),
        ),
        "han_bao_cao": (
            str,
            _field(
                3,
                "2. Thời hạn nội bộ để đơn vị nộp báo cáo (ngày/tháng/năm; để trống nếu theo kế hoạch)",
                default=plan.reports,
            ),
        ),
    }
    if plan.units:
        unit: Any = _choice("DonViMien", plan.units, "Chọn trong danh sách đơn vị.")
        default = [unit(name) for name in plan.exempt]
        title = "3. Đơn vị không phải nộp (để trống: tất cả đều phải nộp)"
        found["don_vi_mien"] = (list[unit], _field(4, title, default=default))
        found["ly_do_mien"] = (str, _field(5, "Lý do không phải nộp", default=""))
    if plan.duties:
        duty: Any = _choice("YeuCauBo", plan.duties, "Chọn trong danh sách yêu cầu.")
        found["yeu_cau_bo"] = (list[duty], _field(6, "Yêu cầu đọc sai, bỏ khỏi danh mục", default=[]))
    return found


def _field(position: int, title: str, **how: Any) -> Any:
    return Field(title=title, json_schema_extra={"position": position}, **how)


def _choice(name: str, values: Sequence[str], told: str) -> Any:
    enum: Any = StrEnum
    made: Any = enum(name, {f"c{n}": value for n, value in enumerate(dict.fromkeys(values))})
    made.__doc__ = told
    return made


def decisions_of(answer: Mapping[str, Any], plan: Shown, at: str) -> list[Decision]:
    """Return what a filled form says, what was left as shown left out; the confirmation itself is the last.

    A day that does not exist ("31/02/2031") keeps the plan from being confirmed.
    """
    who = typed(answer, WHO)
    found: list[Decision] = []
    wrong = False
    for subject, field, before in (
        (NUMBER, "so_ke_hoach", plan.number),
        (ISSUED, "ngay_ke_hoach", plan.issued),
        (REPORTS, "han_bao_cao", plan.reports),
    ):
        value = typed(answer, field)
        day = read_day(value)
        if subject != NUMBER and value and day is None:
            wrong = True
        elif value != before:
            found.append(Decision(subject, SAID, who, at, value=day.isoformat() if day else value))
    free = list(answer.get("don_vi_mien") or ())
    reason = typed(answer, "ly_do_mien") or _REASON
    found += [exemption(unit, reason, who, at) for unit in free if unit not in plan.exempt]
    found += [exemption(unit, "", who, at) for unit in plan.exempt if unit not in free]
    keys = dict(zip(plan.duties, plan.keys, strict=True))
    found += [striking(keys[line], True, who, at) for line in answer.get("yeu_cau_bo") or () if line in keys]
    if not wrong:
        found.append(Decision(CONFIRMED, SAID, who, at, evidence=plan.plan))
    return found


def ask(office: Office, campaign: str, title: str, plan: Shown, told: str = "") -> int:
    """Suspend this run with the form, record the answers and return how many there were."""
    answer = ask_person(_form(title, plan, told))
    decisions = decisions_of(answer, plan, office.now())
    for decision in decisions:
        office.ledger.record_decision(campaign, decision)
    if not decisions:  # nothing changed, so no journey would ask again
        start(question(campaign, title, plan, "Lần trước có ngày ghi không đúng, chưa xác nhận được."))
    return len(decisions)
