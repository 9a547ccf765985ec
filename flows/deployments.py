"""The flows that the service serves. Each runs in a process of its own, finds its folders in the settings, and ends."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact
from prefect.runtime import flow_run

from extractors.errors import TonghopError
from flows import review
from flows.declared import declare, units_for
from flows.deskforms import Correction, Ruling, declaration_form
from flows.markdown import plain_text
from flows.office import Office
from flows.settings import settings
from flows.verify import faults, issued_faults


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)


def _now(office: Office) -> str:
    return datetime.now(office.options.zone).isoformat(timespec="seconds")


def _review_name() -> str:
    parameters = flow_run.parameters or {}
    return f"Cần xem xét: {parameters.get('don_vi', '')}"


@flow(name=review.NAME, flow_run_name=_review_name, persist_result=True, validate_parameters=True)
def review_unit(dot: str, ten_dot: str, don_vi: str, noi_dung: list[str]) -> int:
    """Hỏi người xem xét về từng nội dung còn thiếu của một đơn vị."""
    with _office() as office:
        return review.ask(office, dot, ten_dot, don_vi, noi_dung)


@flow(name=review.DECLARE, persist_result=True)
def declare_campaign(thu_muc: str) -> str:
    """Khai báo một đợt mới cho thư mục đã có kế hoạch trong hộp thư."""
    from prefect.flow_runs import suspend_flow_run

    with _office() as office:
        folder = office.options.inbox / thu_muc
        if folder.parent != office.options.inbox or not folder.is_dir():
            raise TonghopError(detail=f"không thấy thư mục “{thu_muc}” trong hộp thư")
        form = declaration_form(thu_muc, [unit.name for unit in units_for(folder)])
        answer = suspend_flow_run(wait_for_input=form, timeout=review.PATIENCE_SECONDS, key=review.DECLARE)
        told = answer.model_dump(mode="json")
        declare(folder, office.data, " ".join(told["ten_dot"].split()), told["van_phong"])
        return str(told["ten_dot"])


@flow(name="ket-luan", flow_run_name="Kết luận của cán bộ", validate_parameters=True)
def rule_finding(phieu: Ruling) -> str:
    """Ghi kết luận của cán bộ cho một kết quả đối chiếu bất kỳ, kể cả kết quả đang là Đạt."""
    with _office() as office:
        decision = phieu.decision(office.ledger.findings(phieu.dot), _now(office))
        office.ledger.record_decision(phieu.dot, decision)
        return decision.subject


@flow(name="sua-thong-tin", flow_run_name="Sửa thông tin một tệp", validate_parameters=True)
def correct_file(phieu: Correction) -> str:
    """Sửa một thông tin máy đọc từ tệp: đơn vị gửi, số, ngày, loại văn bản, người ký, ngày đến."""
    with _office() as office:
        sha256 = office.ledger.content_of(phieu.dot, phieu.tep)
        if sha256 is None:
            raise TonghopError(detail=f"không thấy tệp “{phieu.tep}” trong đợt này")
        decision = phieu.decision(sha256, _now(office))
        office.ledger.record_decision(phieu.dot, decision)
        return decision.subject


@flow(name="kiem-tra-toan-ven", flow_run_name="Kiểm tra toàn vẹn")
def check_integrity() -> int:
    """Kiểm tra bản gốc, trích dẫn, trạng thái và nhật ký; kết quả nằm ở mục Artifacts."""
    with _office() as office:
        found = [*faults(office.ledger, office.vault), *issued_faults(office.ledger, office.vault)]
    lines = [f"- {plain_text(line)}" for line in found] or ["Toàn vẹn, không có sai lệch."]
    create_markdown_artifact("\n".join(["# Kiểm tra toàn vẹn", "", *lines]), key="kiem-tra-toan-ven")
    return len(found)
