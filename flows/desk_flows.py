"""What staff start at any time: draft the report, draft a reminder, compile the plan or read a file anew."""

# No postponed annotations here: Prefect hands a flow to its process by value, and a form named in a string is lost.
from datetime import date
from pathlib import Path
from typing import Any

from prefect import flow
from pydantic import Field

from checks.confirmations import ASK_AGAIN, CONFIRMED
from checks.decision import Decision
from checks.planfile_rows import read_day
from checks.requirement import Requirement
from extractors.errors import TonghopError
from flows.answers import done, refused
from flows.asking import UNCHECKED, WHO, Slip
from flows.delivery import drafted_page
from flows.deskforms import CAMPAIGN
from flows.intake import store, take
from flows.issuing_flows import desk
from flows.markdown import plain_text
from flows.office import Office
from flows.overview import requirement_words
from flows.settings import settings
from flows.shop import REREAD
from flows.signing import next_reminder, remind
from flows.typed_names import WrongForm, campaign_named

DRAFT, REMIND, RECOMPILE, RE_READ = "lap-bao-cao-tong-hop", "cong-van-don-doc", "bien-dich-lai-ke-hoach", "doc-lai-tep"
DOES = f"Họ và tên người thực hiện {UNCHECKED}"


class Drafting(Slip):
    """Lập lại các bản dự thảo theo kết quả đối chiếu đến hôm nay."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)


class Reminding(Slip):
    """Lập dự thảo công văn đôn đốc; hệ thống không gửi đi."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    han_moi: str = Field(default="", title="Thời hạn mới (ngày/tháng/năm; có thể để trống)")
    van_ban_truoc: str = Field(
        default="", title="Công văn đôn đốc lần trước (số, ngày; để trống nếu đây là lần đầu)", max_length=300
    )
    nguoi_thuc_hien: str = Field(validation_alias=WHO, title=DOES, min_length=2)


class Recompiling(Slip):
    """Đọc lại kế hoạch và lập lại danh mục yêu cầu."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    hoi_lai: bool = Field(default=True, title="Hỏi lại số, ngày của kế hoạch, thời hạn báo cáo, đơn vị phải nộp")
    nguoi_thuc_hien: str = Field(validation_alias=WHO, title=DOES, min_length=2)


class Rereading(Slip):
    """Đọc lại một tệp từ bản gốc đã lưu."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    tep: str = Field(validation_alias="Tệp", title="Tệp (như hiển thị trong danh sách)")
    nguoi_thuc_hien: str = Field(validation_alias=WHO, title=DOES, min_length=2)


@flow(name=DRAFT, flow_run_name="Lập báo cáo tổng hợp: {phieu.dot}", validate_parameters=True)
def draft_report(phieu: Drafting) -> Any:
    """Lập dự thảo báo cáo tổng hợp và các văn bản kèm theo; phần cán bộ đã sửa trong Word được giữ nguyên."""
    title = f"Lập báo cáo tổng hợp: {phieu.dot}"
    try:
        with _office() as office:
            at = desk(office, phieu.dot)
            at.draft()
            page = drafted_page(at.shop.campaign.title, at.found, at.day, at.out)
    except TonghopError as error:
        return refused(title, DRAFT, phieu.dot, error)
    return done(title, DRAFT, phieu.dot, page.splitlines()[1:])


@flow(name=REMIND, flow_run_name="Công văn đôn đốc: {phieu.dot}", validate_parameters=True)
def draft_reminder(phieu: Reminding) -> Any:
    """Lập dự thảo công văn đôn đốc các đơn vị còn thiếu, lần đầu hoặc các lần sau; không gửi đi."""
    title = f"Công văn đôn đốc: {phieu.dot}"
    try:
        with _office() as office:
            at = desk(office, phieu.dot)
            reminder = next_reminder(at, _day(phieu.han_moi), phieu.van_ban_truoc)
            letter = remind(at, reminder, phieu.nguoi_thuc_hien)
    except TonghopError as error:
        return refused(title, REMIND, phieu.dot, error)
    if letter is None:
        return done(title, REMIND, phieu.dot, ["Không còn đơn vị nào phải đôn đốc."])
    lines = [
        f"Dự thảo công văn đôn đốc lần {reminder.turn}: {plain_text(str(letter))}",
        "",
        "Hệ thống không gửi công văn. Đề nghị soát, trình ký và phát hành theo quy trình của cơ quan; khi cần đôn đốc "
        "lần sau thì lập lại và ghi số, ngày của công văn này.",
    ]
    return done(title, REMIND, phieu.dot, lines)


@flow(name=RECOMPILE, flow_run_name="Biên dịch lại kế hoạch: {phieu.dot}", validate_parameters=True)
def recompile_plan(phieu: Recompiling) -> Any:
    """Đọc lại kế hoạch từ bản gốc, lập lại danh mục yêu cầu và cho biết những gì thay đổi."""
    title = f"Biên dịch lại kế hoạch: {phieu.dot}"
    try:
        with _office() as office:
            shop = office.shop(campaign_named(office, phieu.dot))
            campaign = shop.campaign.id
            before = office.ledger.requirements(campaign)
            sha256, _ = store(shop.campaign.plan, office.vault)
            office.ledger.forget(sha256)
            found = desk(office, campaign).found
            who, now = " ".join(phieu.nguoi_thuc_hien.split()), office.now()
            office.ledger.record_decision(campaign, Decision(f"{REREAD}{sha256}", "doc_lai", who, now))
            if phieu.hoi_lai:
                office.ledger.record_decision(campaign, Decision(CONFIRMED, ASK_AGAIN, who, now))
    except TonghopError as error:
        return refused(title, RECOMPILE, phieu.dot, error)
    return done(title, RECOMPILE, phieu.dot, recompiled(before, found.plan.requirements, found.plan.unclear))


@flow(name=RE_READ, flow_run_name="Đọc lại tệp: {phieu.tep}", validate_parameters=True)
def reread_file(phieu: Rereading) -> Any:
    """Bỏ kết quả đọc cũ của một tệp và đọc lại từ bản gốc đã lưu; kết luận và điều đã sửa vẫn được giữ."""
    title = f"Đọc lại tệp: {phieu.tep}"
    try:
        with _office() as office:
            shop = office.shop(campaign_named(office, phieu.dot))
            sha256 = office.ledger.content_of(shop.campaign.id, phieu.tep.strip())
            if sha256 is None:
                raise WrongForm(detail=f"không thấy tệp “{phieu.tep}” trong đợt này")
            office.ledger.forget(sha256)
            name = phieu.tep.strip().rpartition("/")[2]
            outcome = take(sha256, name, office.vault, office.ledger, office.reader, shop.roster, shop.roster_version)
            who = " ".join(phieu.nguoi_thuc_hien.split())
            # The watcher sees one more decision and judges anew by the new reading.
            office.ledger.record_decision(shop.campaign.id, Decision(f"{REREAD}{sha256}", "doc_lai", who, office.now()))
    except TonghopError as error:
        return refused(title, RE_READ, phieu.dot, error)
    if outcome.error is not None or outcome.facts is None or outcome.document is None:
        told = [f"Vẫn chưa đọc được: {plain_text(outcome.error.message)}" if outcome.error else "Vẫn chưa đọc được."]
        return done(title, RE_READ, phieu.dot, told)
    head = outcome.facts.letterhead
    lines = [
        f"- Đơn vị ban hành: {plain_text(head.issuer or 'chưa rõ')}",
        f"- Số, ký hiệu: {plain_text(head.number or 'chưa rõ')}",
        f"- Ngày ban hành: {plain_text(head.issued_text or 'chưa rõ')}",
        f"- Số ký tự đọc được: {len(outcome.document.text)}",
        *(f"- {plain_text(note.text)}" for note in outcome.document.notes),
    ]
    return done(title, RE_READ, phieu.dot, lines)


def recompiled(before: tuple[Requirement, ...], now: tuple[Requirement, ...], unclear: tuple[str, ...]) -> list[str]:
    """Return the lines of the page: what is new, what is no longer there, what is unclear, and the whole list."""
    old, new = {item.quote for item in before}, {item.quote for item in now}
    lines = [f"Danh mục có **{len(now):02d}** yêu cầu."]
    for head, items in (
        ("Yêu cầu mới", [item for item in now if item.quote not in old]),
        ("Yêu cầu không còn", [item for item in before if item.quote not in new]),
    ):
        if items:
            lines += ["", f"## {head}", "", *(f"- {plain_text(item.quote)}" for item in items)]
    if before and old == new:
        lines.append("Không có yêu cầu nào thêm hoặc bớt so với lần trước.")
    if unclear:
        lines += ["", "## Chưa rõ trong kế hoạch", "", *(f"- {plain_text(text)}" for text in unclear)]
    return [*lines, "", "## Toàn bộ danh mục", "", *(f"- {plain_text(requirement_words(item))}" for item in now)]


def _day(text: str) -> date | None:
    day = read_day(text)
    if text.strip() and day is None:
        raise WrongForm(detail=f"“{text.strip()}” không phải ngày dạng ngày/tháng/năm")
    return day


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)
