"""The deployments of the report's last mile: “Trình ký” and “Phát hành báo cáo”, each told on a page of its own."""

# No postponed annotations here: Prefect hands a flow to its process by value, and a form named in a string is lost.
from datetime import date, datetime
from pathlib import Path
from typing import Any

from prefect import flow
from pydantic import Field

from extractors.errors import TonghopError
from flows.answers import done, refused
from flows.asking import WHO, Slip
from flows.journey import journey
from flows.markdown import plain_text
from flows.office import Office
from flows.settings import settings
from flows.signing import OUT_OF_THE_HOUSE, Desk, issue, lay_for_signature
from flows.typed_names import campaign_named

SIGN, ISSUE = "trinh-ky", "phat-hanh-bao-cao"


class Signing(Slip):
    """Soát bản dự thảo báo cáo và đặt bản trình ký."""

    dot: str = Field(validation_alias="Đợt", title="Đợt (tên thư mục trong hộp thư)")
    nguoi_trinh: str = Field(validation_alias=WHO, title="Họ và tên người trình (tự ghi, không xác minh)", min_length=2)


class Issuing(Slip):
    """Phát hành bản đã trình ký: ghi số, ngày và lưu hồ sơ."""

    dot: str = Field(validation_alias="Đợt", title="Đợt (tên thư mục trong hộp thư)")
    so: int = Field(validation_alias="Số của báo cáo", title="Số của báo cáo", ge=1)
    ngay: date = Field(validation_alias="Ngày phát hành", title="Ngày phát hành")
    nguoi_thuc_hien: str = Field(
        validation_alias=WHO, title="Họ và tên người thực hiện (tự ghi, không xác minh)", min_length=2
    )
    ghi_lai: bool = Field(default=False, title="Ghi lại số, ngày đã ghi nhầm")


@flow(name=SIGN, flow_run_name="Trình ký: {phieu.dot}", validate_parameters=True)
def sign_report(phieu: Signing) -> Any:
    """Soát bản dự thảo báo cáo; đủ thì đặt bản trình ký, chưa đủ thì liệt kê những gì còn phải làm."""
    title = f"Trình ký: {phieu.dot}"
    try:
        with _office() as office:
            laid = lay_for_signature(desk(office, phieu.dot), phieu.nguoi_trinh)
    except TonghopError as error:
        return refused(title, SIGN, phieu.dot, error)
    lines = [
        f"Bản trình ký: {plain_text(str(laid))}",
        "",
        "Nếu người ký yêu cầu sửa: sửa trong bản dự thảo rồi thực hiện lại “Trình ký”. "
        "Ký xong thì thực hiện “Phát hành báo cáo”.",
    ]
    return done(title, SIGN, phieu.dot, lines)


@flow(name=ISSUE, flow_run_name="Phát hành báo cáo: {phieu.dot}", validate_parameters=True)
def issue_report(phieu: Issuing) -> Any:
    """Ghi số, ngày vào bản đã trình ký và lưu cùng hồ sơ; thông tin đến sau nằm trong báo cáo bổ sung."""
    title = f"Phát hành báo cáo: {phieu.dot}"
    try:
        with _office() as office:
            issued = issue(desk(office, phieu.dot), phieu.so, phieu.ngay, phieu.nguoi_thuc_hien, phieu.ghi_lai)
    except TonghopError as error:
        return refused(title, ISSUE, phieu.dot, error)
    lines = [
        f"Báo cáo số {phieu.so:02d}: {plain_text(str(issued))}",
        "",
        f"Hồ sơ kèm theo nằm trong thư mục {OUT_OF_THE_HOUSE}. Báo cáo đã phát hành không thay đổi nữa; "
        "thông tin đến sau được ghi trong bao-cao-bo-sung.docx.",
    ]
    return done(title, ISSUE, phieu.dot, lines)


def desk(office: Office, campaign: str) -> Desk:
    """Return the campaign of that folder of the inbox, judged now from what the ledger holds.

    Nothing is taken out of the inbox here: what is being copied there just now is the watcher's. Raises TonghopError.
    """
    folder = campaign_named(office, campaign)
    now = datetime.now(office.options.zone)
    shop = office.shop(folder)
    shop.still = {}
    found = journey(shop, now.date(), now, office.options, None)
    out = office.options.outbox / folder.name
    return Desk(shop, found, now.date(), out, office.data, now.isoformat(timespec="seconds"))


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)
