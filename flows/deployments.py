"""The flows that the service serves. Each runs in a process of its own, finds its folders in the settings, and ends."""

# No postponed annotations here: Prefect hands a flow to its process by value, and a form named in a string is lost.
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.runtime import flow_run

from extractors.errors import TonghopError
from flows import file_questions, plan_questions, review
from flows.answers import done, refused, told
from flows.asking import Form, ask_person, typed
from flows.declared import declare, units_for
from flows.deskforms import Correction, Ruling, declaration_fields, declaration_text
from flows.file_questions import FileQuestion
from flows.forms import Asked
from flows.markdown import plain_text
from flows.office import Office
from flows.open_questions import DECLARE
from flows.settings import settings
from flows.typed_names import WrongForm, campaign_named
from flows.verify import Damage, faults, issued_faults

RULE, CORRECT, CHECK = "ket-luan", "sua-thong-tin", "kiem-tra-toan-ven"
AFTERWARDS = "Kết quả đối chiếu và các bản dự thảo được lập lại ở lần xem hộp thư tới."


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)


def _review_name() -> str:
    parameters = flow_run.parameters or {}
    return f"Cần xem xét: {parameters.get('don_vi', '')}"


@flow(name=review.NAME, flow_run_name=_review_name, persist_result=True, validate_parameters=True)
def review_unit(
    dot: str, ten_dot: str, don_vi: str, noi_dung: list[str], minh_chung: list[str] | None = None, nhac: str = ""
) -> int:
    """Hỏi người xem xét về từng nội dung còn thiếu của một đơn vị."""
    # A run that an older version started tells no evidence; what it asked is asked anew.
    asked = [Asked(*pair) for pair in zip(noi_dung, minh_chung or (), strict=False)]
    with _office() as office:
        return review.ask(office, dot, ten_dot, don_vi, asked, nhac) if asked else 0


@flow(name=file_questions.NAME, flow_run_name="Cần xem tệp: {ten_dot}", persist_result=True, validate_parameters=True)
def ask_about_files(
    dot: str,
    ten_dot: str,
    noi_dung: list[str],
    tep: list[str],
    trich: list[str],
    may_doc: list[str],
    cac_don_vi: list[str],
) -> int:
    """Hỏi đơn vị gửi của tệp chưa rõ người gửi, số và ký hiệu của bản quét chưa đọc chắc chắn."""
    asked = [FileQuestion(*told) for told in zip(noi_dung, tep, trich, may_doc, strict=True)]
    again = file_questions.question(dot, ten_dot, cac_don_vi, asked)
    with _office() as office:
        return file_questions.ask(office, asked, again)


@flow(
    name=plan_questions.NAME,
    flow_run_name="Cần xác nhận kế hoạch: {ten_dot}",
    persist_result=True,
    validate_parameters=True,
)
def confirm_plan(dot: str, ten_dot: str, ke_hoach: dict[str, Any], nhac: str = "") -> int:
    """Xác nhận yêu cầu đọc từ kế hoạch: số và ngày, thời hạn nội bộ nộp báo cáo, đơn vị phải nộp."""
    with _office() as office:
        return plan_questions.ask(office, dot, ten_dot, plan_questions.from_parameters(ke_hoach), nhac)


@flow(name=DECLARE, flow_run_name="Cần khai báo đợt: {thu_muc}", persist_result=True)
def declare_campaign(thu_muc: str) -> str:
    """Khai báo một đợt mới cho thư mục đã có kế hoạch trong hộp thư."""
    with _office() as office:
        folder = office.options.inbox / thu_muc
        if folder.parent != office.options.inbox or not folder.is_dir():
            raise WrongForm(detail=f"không thấy thư mục “{thu_muc}” trong hộp thư")
        units = [unit.name for unit in units_for(folder)]
        form = Form(DECLARE, "KhaiBaoDot", declaration_fields(units), declaration_text(thu_muc, units))
        told = ask_person(form)
        declare(folder, office.data, typed(told, "ten_dot"), told["van_phong"])
        return typed(told, "ten_dot")


@flow(name=RULE, flow_run_name="Kết luận: {phieu.yeu_cau}, {phieu.don_vi}", validate_parameters=True)
def rule_finding(phieu: Ruling) -> Any:
    """Ghi kết luận của cán bộ cho một kết quả đối chiếu bất kỳ, kể cả kết quả đang là Đạt."""
    title = f"Kết luận: {phieu.yeu_cau}, {phieu.don_vi}"
    try:
        with _office() as office:
            campaign = office.shop(campaign_named(office, phieu.dot)).campaign
            decision = phieu.decision(office.ledger.findings(campaign.id), campaign.register, office.now())
            office.ledger.record_decision(campaign.id, decision)
    except TonghopError as error:
        return refused(title, RULE, phieu.dot, error)
    reason = f" Lý do: {plain_text(decision.reason)}." if decision.reason else ""
    said = f"{plain_text(decision.reviewer)} (tên tự ghi) kết luận: {phieu.ket_luan.value}.{reason}"
    return done(title, RULE, phieu.dot, [f"{plain_text(decision.subject)}: {said}", "", AFTERWARDS])


@flow(name=CORRECT, flow_run_name="Sửa thông tin: {phieu.tep}", validate_parameters=True)
def correct_file(phieu: Correction) -> Any:
    """Sửa một thông tin máy đọc từ tệp: đơn vị gửi, số, ngày, loại văn bản, người ký, ngày đến."""
    title = f"Sửa thông tin: {phieu.tep}"
    try:
        with _office() as office:
            campaign = office.shop(campaign_named(office, phieu.dot)).campaign
            sha256 = office.ledger.content_of(campaign.id, phieu.tep.strip())
            if sha256 is None:
                raise WrongForm(detail=f"không thấy tệp “{phieu.tep}” trong đợt này")
            decision = phieu.decision(sha256, campaign.register, office.now())
            office.ledger.record_decision(campaign.id, decision)
    except TonghopError as error:
        return refused(title, CORRECT, phieu.dot, error)
    said = (
        f"{plain_text(decision.reviewer)} (tên tự ghi) sửa {phieu.thong_tin.value} thành: {plain_text(phieu.gia_tri)}"
    )
    return done(title, CORRECT, phieu.dot, [said, "", AFTERWARDS])


@flow(name=CHECK, flow_run_name="Kiểm tra toàn vẹn")
def check_integrity() -> Any:
    """Kiểm tra bản gốc, trích dẫn, trạng thái và nhật ký; kết quả nằm ở mục Artifacts."""
    title = "Kiểm tra toàn vẹn"
    with _office() as office:
        found = [*faults(office.ledger, office.vault), *issued_faults(office.ledger, office.vault)]
    if found:
        return refused(title, CHECK, "", Damage(number=f"{len(found):02d}", points=found))
    return told(title, CHECK, ["Toàn vẹn, không có sai lệch."])
