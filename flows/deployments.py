"""The flows that the service serves. Each runs in a process of its own, finds its folders in the settings, and ends."""

from __future__ import annotations

from pathlib import Path

from prefect import flow
from prefect.runtime import flow_run

from flows import review
from flows.office import Office
from flows.settings import settings


def _office() -> Office:
    options = settings()
    return Office(options, options.data or Path("data"), lambda line: None)


def _review_name() -> str:
    parameters = flow_run.parameters or {}
    return f"Cần xem xét: {parameters.get('don_vi', '')}"


@flow(name=review.NAME, flow_run_name=_review_name, persist_result=True, validate_parameters=True)
def review_unit(dot: str, ten_dot: str, don_vi: str, noi_dung: list[str]) -> int:
    """Hỏi người xem xét về từng nội dung còn thiếu của một đơn vị."""
    with _office() as office:
        return review.ask(office, dot, ten_dot, don_vi, noi_dung)
