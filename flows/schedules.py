"""What starts by the clock on working days: where each campaign stands, and reminders around deadlines.

Nothing is sent: the reminder is a draft in the folder of results, and a page says that it lies there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from prefect import flow

from checks.deadlines import day_words
from checks.policy import Policy
from checks.reminders import Reminding, remindings
from checks.workdays import Workdays
from extractors.errors import TonghopError
from extractors.words import shortened
from flows import answers
from flows.answers import refused
from flows.handover import publish, told
from flows.issuing_flows import desk
from flows.markdown import plain_text
from flows.office import Office, campaign_folders
from flows.office_files import own_facts, own_templates
from flows.settings import settings
from flows.signing import Desk
from flows.summary import status_lines
from templates.advance import ADVANCE, advance_letter, advance_name

DAILY, REMIND = "tinh-hinh-hang-ngay", "nhac-thoi-han"
DAYS_OFF = "ngay-nghi.txt"  # in the data folder: days off and days worked in exchange, as the office states them


class BadDaysOff(TonghopError):
    """The office's own list of days off cannot be read."""

    code, why_not = "NGAY_NGHI_SAI", "bad_days_off"
    reason: ClassVar[str] = "Tệp ngay-nghi.txt có dòng không đọc được: “{detail}”."
    remedy: ClassVar[str] = (
        "Đề nghị ghi mỗi dòng một ngày dạng ngày/tháng/năm; ngày làm bù thì ghi thêm “làm bù” ở đầu."
    )


def workdays(data: Path) -> Workdays:
    """Return the working days by law and by the office's own list; raises BadDaysOff."""
    try:
        return Workdays.stated((data / DAYS_OFF).read_text("utf-8-sig").splitlines())
    except FileNotFoundError:
        return Workdays()
    except (OSError, UnicodeDecodeError) as error:
        raise BadDaysOff(detail="không mở được tệp") from error
    except ValueError as error:
        raise BadDaysOff(detail=str(error)) from error


@flow(name=DAILY, flow_run_name="Tình hình hằng ngày", retries=2, retry_delay_seconds=600)
def daily_status() -> Any:
    """Ghi tình hình các đợt vào mục Artifacts mỗi ngày làm việc."""
    title = "Tình hình hằng ngày"
    try:
        with _office() as office:
            day = _today(office)
            lines = [
                f"- {plain_text(line)}" if line.startswith(" ") else f"\n**{plain_text(line)}**\n"
                for line in status_lines(office.ledger)
            ]
            works = workdays(office.data).works(day)
    except TonghopError as error:
        return refused(title, DAILY, "", error)
    head = f"Đến ngày {day_words(day)}" + ("." if works else " (ngày nghỉ).")
    return answers.told(title, DAILY, [head, *lines])


@flow(name=REMIND, flow_run_name="Nhắc thời hạn", retries=2, retry_delay_seconds=600)
def deadline_reminders() -> Any:
    """Trước và sau thời hạn một số ngày làm việc: lập dự thảo công văn đôn đốc, ghi danh sách đơn vị; không gửi đi."""
    title = "Nhắc thời hạn"
    pages: list[str] = []
    try:
        with _office() as office:
            day, working = _today(office), workdays(office.data)
            for folder in campaign_folders(office.options.inbox, office.data):
                pages += _campaign(office, folder.name, day, working)
    except TonghopError as error:
        return refused(title, REMIND, "", error)
    head = f"Ngày {day_words(day)}."
    return answers.told(title, REMIND, [head, "", *(pages or ["Không có thời hạn nào cần nhắc hôm nay."])])


def _campaign(office: Office, name: str, day: date, working: Workdays) -> list[str]:
    """Draft what is due in one campaign and return its lines; a campaign that cannot be judged does not stop others."""
    options = office.options
    try:
        at = desk(office, name)
        policy = Policy(before_includes_day=options.before_includes_day, zone=options.zone)
        found = remindings(
            at.found.plan,
            at.found.findings,
            at.found.register,
            day,
            options.days_before,
            options.days_after,
            working,
            policy,
        )
        if any(not item.ahead for item in found):
            at.draft()
        ahead = draft_advance(at, found)
    except TonghopError as error:
        return [f"## {plain_text(name)}", "", plain_text(error.message), ""]
    return reminder_lines(at, found, working, ahead) if found else []


def draft_advance(at: Desk, found: Sequence[Reminding]) -> Path | None:
    """Draft the letter before the deadlines that are near and return where it lies; None where nothing is near."""
    near = [item for item in found if item.ahead]
    if not near:
        return None
    campaign = told(at.found, at.shop.campaign, at.day, own_facts(at.data))
    letter = advance_letter(campaign, near, own_templates(at.data).get(ADVANCE))
    return publish(at.out, {advance_name(near): letter}, at.day)[0] if letter else None


def reminder_lines(at: Desk, found: Sequence[Reminding], working: Workdays, ahead: Path | None = None) -> list[str]:
    """Return what the page says of one campaign: each deadline with the units that have not met it, and the drafts.

    `ahead` is the letter before a deadline, where one was drafted.
    """
    lines = [f"## {plain_text(at.shop.campaign.title)}", ""]
    for item in found:
        left = f"còn {item.days:02d} ngày làm việc" if item.ahead else f"đã quá {-item.days:02d} ngày làm việc"
        what = shortened(item.requirement.quote.rstrip(" .;,"), 160)
        lines += [
            f"### {plain_text(item.requirement.id)}: hạn {day_words(item.last)}, {left}",
            "",
            plain_text(what),
            "",
            *(f"- {plain_text(unit)}" for unit in item.units),
            "",
        ]
    if ahead is not None:
        lines += [f"Dự thảo công văn nhắc việc trước hạn: {plain_text(str(ahead))}. Hệ thống không gửi đi.", ""]
    letters = sorted(at.out.glob("cong-van-don-doc*.docx")) if any(not item.ahead for item in found) else []
    if letters:
        lines += [
            f"Dự thảo công văn đôn đốc: {plain_text(str(letters[-1]))}. Hệ thống không gửi đi; thời hạn mới nên đặt từ "
            f"ngày {day_words(working.after(at.day, 5))} (sau 05 ngày làm việc).",
            "",
        ]
    return lines


def _today(office: Office) -> date:
    return datetime.now(office.options.zone).date()


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)
