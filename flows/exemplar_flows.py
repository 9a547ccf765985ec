"""The deployments about exemplars: one that staff start, and the runs that it makes wait, a form for each unit."""

# No postponed annotations here: Prefect hands a flow to its process by value, and a form named in a string is lost.
from pathlib import Path
from typing import Any

from prefect import flow
from pydantic import Field

from checks.nominees import Verdict
from extractors.errors import TonghopError
from flows import exemplar_forms
from flows.answers import done, refused
from flows.asking import Slip
from flows.deskforms import CAMPAIGN
from flows.issuing_flows import desk
from flows.markdown import plain_text
from flows.office import Office
from flows.questions import keep_asking
from flows.settings import settings
from flows.typed_names import unit_named


class Choosing(Slip):
    """Chọn, sửa hoặc gạch bỏ điển hình mà các đơn vị nêu trong báo cáo."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    don_vi: str = Field(default="", title="Phòng, đơn vị (để trống: mọi đơn vị)")
    xem_lai: bool = Field(default=False, title="Xem lại cả những điển hình đã kết luận")


@flow(name=exemplar_forms.NAME, flow_run_name="Chọn điển hình: {phieu.dot}", validate_parameters=True)
def choose_exemplars(phieu: Choosing) -> Any:
    """Mở phiếu chọn điển hình cho từng đơn vị: chọn, sửa hoặc gạch bỏ."""
    title = f"Chọn điển hình: {phieu.dot}"
    try:
        with _office() as office:
            at = desk(office, phieu.dot)
            unit = unit_named(at.found.register, phieu.don_vi) if phieu.don_vi.strip() else ""
            campaign = at.shop.campaign
            wanted = [
                nominee
                for nominee in at.found.nominees
                if unit in ("", nominee.unit) and (phieu.xem_lai or nominee.verdict is Verdict.WAITING)
            ]
            about = {"dot": campaign.id, **({"don_vi": unit} if unit else {})}
            asked = exemplar_forms.questions(campaign.id, campaign.title, wanted)
            keep_asking(exemplar_forms.SHOW, about, asked)
    except TonghopError as error:
        return refused(title, exemplar_forms.NAME, phieu.dot, error)
    if not asked:
        return done(title, exemplar_forms.NAME, phieu.dot, ["Không có điển hình nào cần kết luận."])
    lines = ["Mở mục **Runs** và trả lời từng phiếu:", "", *(f"- {plain_text(item.run_name)}" for item in asked)]
    return done(title, exemplar_forms.NAME, phieu.dot, lines)


@flow(name=exemplar_forms.SHOW, flow_run_name="Chọn điển hình: {don_vi}", persist_result=True, validate_parameters=True)
def ask_about_exemplars(dot: str, ten_dot: str, don_vi: str, phan: int, dien_hinh: list[dict[str, str]]) -> int:
    """Hỏi cán bộ về điển hình của một đơn vị."""
    with _office() as office:
        items = [exemplar_forms.Shown(**item) for item in dien_hinh]
        return exemplar_forms.ask(office, dot, ten_dot, don_vi, items)


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)
