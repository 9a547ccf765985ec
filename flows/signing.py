"""Laying the report for signature, issuing it, and the next reminder: what a person orders, done and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from checks.decision import Decision
from extractors.errors import TonghopError
from flows.assess import Assessment
from flows.handover import hand_over, told
from flows.intake import store_bytes
from flows.office_files import own_facts
from flows.orders import ISSUED, REMINDED, SIGNED, Orders, kept, orders, reminder_value
from flows.outbox import Outbox
from flows.pictures import line_pictures
from flows.shop import Workshop
from templates.content import Report
from templates.context import report
from templates.issuing import numbered, ready, renumbered, snapshot
from templates.letters import Campaign
from templates.outputs import SOURCED, Reminder, reminder_name
from templates.phrases import day as day_words
from templates.word import REPORT

FOR_SIGNATURE, OUT_OF_THE_HOUSE = "trinh-ky", "da-phat-hanh"
RECORD = "ho-so.json"
_WITH_IT = (SOURCED, "minh-chung.html", "so-theo-doi.xlsx", "results.json")


class HeldOpen(TonghopError):
    """Someone has the draft open in Word."""

    code = "DANG_MO_TRONG_WORD"
    reason: ClassVar[str] = "Tệp “{name}” đang mở trong Word."
    remedy: ClassVar[str] = "Đề nghị lưu, đóng tệp rồi thực hiện lại."


class NotTakenOver(TonghopError):
    """A newer draft lies beside the one that the clerk edited."""

    code = "CHUA_NHAP_BAN_MOI"
    reason: ClassVar[str] = "Còn bản “{name}” chưa được nhập vào báo cáo."
    remedy: ClassVar[str] = "Đề nghị chuyển nội dung mới vào báo cáo, xóa bản máy lập mới rồi thực hiện lại."


class AlreadyIssued(TonghopError):
    """The report of this campaign has gone out."""

    code = "DA_PHAT_HANH"
    reason: ClassVar[str] = "Báo cáo của đợt đã được phát hành, số {number} ngày {day}."
    remedy: ClassVar[str] = (
        "Thông tin đến sau nằm trong báo cáo bổ sung. Nếu ghi nhầm số, ngày thì thực hiện lại và chọn ghi lại số, ngày."
    )


class NotSigned(TonghopError):
    """No copy was laid for signature, or it is not the one that was checked."""

    code = "CHUA_CO_BAN_TRINH_KY"
    reason: ClassVar[str] = "Chưa có bản trình ký để phát hành{detail}."
    remedy: ClassVar[str] = "Đề nghị sửa trong bản dự thảo, thực hiện “Trình ký” rồi phát hành."


@dataclass(frozen=True)
class Desk:
    """A campaign as it is judged on `day`, with the folder of its outputs: what a person's order works on.

    `data` is where the office's own facts and templates lie; `now` is ISO 8601, the moment of the order.
    """

    shop: Workshop
    found: Assessment
    day: date
    out: Path
    data: Path | None
    now: str

    @property
    def orders(self) -> Orders:
        """Return what was ordered before; raises Damaged."""
        return orders(self.shop.ledger, self.shop.vault, self.shop.campaign.id)

    def draft(self) -> None:
        """Write the drafts as things stand; raises what `hand_over` raises."""
        hand_over(
            self.found,
            self.shop.campaign,
            self.day,
            self.out,
            self.data,
            self.orders,
            line_pictures(self.shop, self.found),
            self.shop.pieces,
        )

    def note(self, subject: str, value: str, who: str, why: str = "") -> None:
        """Record the order in the ledger."""
        decision = Decision(
            subject, subject.partition("@")[0], " ".join(who.split()), self.now, value=value, reason=why
        )
        self.shop.ledger.record_decision(self.shop.campaign.id, decision)


def lay_for_signature(desk: Desk, who: str) -> Path:
    """Check the draft as the clerk left it, keep it with what it rests on, and return the copy for signature.

    News come into the draft first. Raises AlreadyIssued, HeldOpen, NotTakenOver, NotReady with the list of what is open
    (`details["points"]`).
    """
    known = desk.orders
    if known.record is not None:
        raise _issued(known.record)
    desk.draft()
    outbox = Outbox(desk.out)
    if outbox.held_open(REPORT):
        raise HeldOpen(name=REPORT)
    if (beside := outbox.beside(REPORT)) is not None:
        raise NotTakenOver(name=beside.name)
    draft = (desk.out / REPORT).read_bytes()
    campaign = told(desk.found, desk.shop.campaign, desk.day, own_facts(desk.data))
    ready(draft, _content(campaign))
    files = {REPORT: draft}
    files |= {name: (desk.out / name).read_bytes() for name in _WITH_IT if (desk.out / name).is_file()}
    record = snapshot(draft, 0, desk.day, campaign, files)
    value = _keep(desk, files, record)
    target = Outbox(desk.out / FOR_SIGNATURE)
    for name in (SOURCED, REPORT):
        if name in files:
            target.publish(name, files[name])
    desk.note(SIGNED, value, who)
    return desk.out / FOR_SIGNATURE / REPORT


def issue(desk: Desk, number: int, on: date, who: str, again: bool = False) -> Path:
    """Give the copy that was signed its number and day, freeze it with its record, and return where it lies.

    What came after it was laid for signature is not in it: it stands in the supplement from now on. With `again` an
    issued report gets another number or day, where these were mistyped. Raises NotSigned, AlreadyIssued, Damaged.
    """
    known = desk.orders
    if known.record is not None and not again:
        before = json.loads(known.record)
        if (before["number"], before["day"]) != (number, on.isoformat()):
            raise _issued(known.record)
    if known.signed is None:
        raise NotSigned
    vault = desk.shop.vault
    signed = kept(vault, known.signed)
    files = {name: kept(vault, sha256) for name, sha256 in json.loads(signed)["files"].items()}
    shown = desk.out / FOR_SIGNATURE / REPORT
    if shown.is_file() and shown.read_bytes() != files[REPORT]:
        raise NotSigned(detail=": bản trong thư mục trình ký đã bị sửa sau khi soát")
    out = numbered(files[REPORT], number, on)
    record = renumbered(signed, out, number, on)
    value = _keep(desk, {REPORT: out}, record)
    if value != known.issued:
        desk.note(ISSUED, value, who, f"số {number:02d} ngày {day_words(on)}")
    target = Outbox(desk.out / OUT_OF_THE_HOUSE)
    for name, data in {**files, REPORT: out, RECORD: record}.items():
        target.publish(name, data)
    desk.draft()
    return desk.out / OUT_OF_THE_HOUSE / REPORT


def remind(desk: Desk, reminder: Reminder, who: str) -> Path | None:
    """Draft that reminder, and all drafts after it with its day, and return where it lies; None where nobody owes."""
    desk.note(REMINDED, reminder_value(reminder), who)
    desk.draft()
    letter = desk.out / reminder_name(reminder.turn)
    return letter if letter.is_file() else None


def next_reminder(desk: Desk, reply_by: date | None, cited: str = "") -> Reminder:
    """Return the reminder that is due: the one after the letter `cited`, without it the last one with a new day.

    `cited` is how the letter sent before is named in a document: "Công văn số 12/STP-VP ngày 01/7/2031".
    """
    last, letter = desk.orders.reminder, " ".join(cited.split())
    return Reminder(last.turn + 1, reply_by, (*last.earlier, letter)) if letter else replace(last, reply_by=reply_by)


def _content(campaign: Campaign) -> Report:
    """Return what the clean copy says, to see what is still undecided in it."""
    nouns = (campaign.plan, campaign.submissions, campaign.findings, campaign.register)
    return report(*nouns, campaign.office, campaign.as_of, sources=False)


def _keep(desk: Desk, files: Mapping[str, bytes], record: bytes) -> str:
    """Store files and record in the vault and return the record's hash."""
    for data in files.values():
        store_bytes(data, desk.shop.vault)
    return store_bytes(record, desk.shop.vault)


def _issued(record: bytes) -> AlreadyIssued:
    known = json.loads(record)
    return AlreadyIssued(number=f"{known['number']:02d}", day=day_words(date.fromisoformat(known["day"])))
