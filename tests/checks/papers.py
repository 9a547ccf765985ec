"""Small papers and plans made of plain text, read by the real extractors: the shortest way to a finding in a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from checks.copied import mark_restated
from checks.finding import Finding
from checks.judge import judge
from checks.plan import compile_plan
from checks.policy import Policy
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.submission import State, Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.errors import TonghopError, Truncated
from extractors.extract import extract
from extractors.facts import Quantity
from extractors.interval import Interval
from extractors.readers.builder import plain

HOUR = timezone(timedelta(hours=7))
OFFICE = "Văn phòng Sở"


def register(*names: str, office: str = OFFICE) -> Register:
    """A register of units without kinds; the office comes first."""
    return Register((Unit(office, kind="văn phòng"), *(Unit(name, kind="phòng") for name in names)), office)


def duty(
    quote: str,
    kind: Kind,
    *,
    units: Sequence[str] = ("Phòng Tổng hợp",),
    id: str = "R1",
    end: date | None = None,
    start: date | None = None,
    want: tuple[str, float, str] | None = None,
    shown_by: ShownBy = ShownBy.REPORT_CONTENT,
    period: Interval | None = None,
    action: str = "",
) -> Requirement:
    """A duty with `quote` as its words; its span is the whole of a document that holds nothing else."""
    span = plain(quote).span(0, len(quote))
    return Requirement(
        id=id,
        span=span,
        section="",
        actor="",
        applies_to="each_unit",
        units=tuple(units),
        action=action,
        quantity=Quantity(*want, span=span) if want else None,
        deadline=Interval(start, end) if start or end else None,
        recipient=None,
        kind=kind,
        shown_by=shown_by,
        weight=Weight.MUST,
        frame="",
        period=period,
    )


def plan_of(*duties: Requirement, title: str = "") -> Plan:
    return Plan("p" * 64, title, None, None, None, tuple(duties))


def paper(
    key: str,
    unit: str,
    text: str,
    received: datetime | str | None = None,
    state: State = State.ACCEPTED,
    plan: Document | None = None,
) -> Submission:
    """A paper read from its text; `received` also as "2031-05-20 09:00"."""
    document = plain(text, (key * 64)[:64])
    facts = extract(document)
    if plan is not None:
        facts = mark_restated(facts, document, plan)
    return Submission(key, document.sha256, _time(received), document, facts, unit=unit, state=state)


def broken(
    key: str, unit: str, received: datetime | str | None = None, error: TonghopError | None = None
) -> Submission:
    """A file that cannot be read."""
    return Submission(key, key * 2, _time(received), error=error or Truncated(), unit=unit, state=State.QUARANTINED)


def _time(received: datetime | str | None) -> datetime | None:
    if isinstance(received, str):
        return datetime.fromisoformat(received).replace(tzinfo=HOUR)
    return received


def report(body: str, unit: str = "PHÒNG TỔNG HỢP", title: str = "Kết quả thực hiện nhiệm vụ năm 2031") -> str:
    """The text of a report whose results section is `body`."""
    return (
        f"SỞ CÔNG NGHỆ\n{unit}\nSố: 12/BC-TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"An Phú, ngày 20 tháng 12 năm 2031\nBÁO CÁO\n{title}\n"
        f"Phòng báo cáo kết quả như sau:\nI. KẾT QUẢ THỰC HIỆN\n{body}\n"
        "Nơi nhận:\n- Văn phòng Sở;\n- Lưu: TH.\nTRƯỞNG PHÒNG\nNguyễn Văn Bình"
    )


def unit_plan(body: str, unit: str = "PHÒNG TỔNG HỢP", title: str = "Thực hiện nhiệm vụ năm 2031") -> str:
    """The text of a unit's plan whose tasks are `body`."""
    return (
        f"SỞ CÔNG NGHỆ\n{unit}\nSố: 05/KH-TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"An Phú, ngày 20 tháng 02 năm 2031\nKẾ HOẠCH\n{title}\n"
        f"Phòng xây dựng kế hoạch như sau:\nI. NHIỆM VỤ\n{body}\n"
        "Nơi nhận:\n- Văn phòng Sở;\n- Lưu: TH.\nTRƯỞNG PHÒNG\nNguyễn Văn Bình"
    )


def judged(
    plan: Plan,
    submissions: Sequence[Submission],
    as_of: date,
    units: Register | None = None,
    policy: Policy | None = None,
) -> dict[tuple[str, str], Finding]:
    """The findings by unit and duty."""
    names = sorted({name for item in plan.requirements for name in item.units} - {OFFICE})
    found = judge(plan, submissions, units or register(*names), as_of, policy or Policy())
    return {(item.unit, item.requirement): item for item in found}


def compiled(text: str, units: Register) -> tuple[Document, Plan]:
    """A plan compiled from its text by the real compiler."""
    document = plain(text, "c" * 64)
    return document, compile_plan(document, extract(document), units)


def with_unit(item: Submission, unit: str) -> Submission:
    return replace(item, unit=unit)
