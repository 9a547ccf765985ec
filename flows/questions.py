"""Keeps the waiting runs in step with the findings: one for each unit with open gaps, none for what is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows import review

if TYPE_CHECKING:
    from flows.assess import Assessment

_WAITING = ("SCHEDULED", "PENDING", "RUNNING", "PAUSED")


def ask_for_decisions(campaign: str, title: str, found: Assessment) -> None:
    """Start a review run for each unit that has open gaps and no waiting run; cancel runs whose gaps are all closed."""
    from prefect.client.orchestration import get_client
    from prefect.deployments import run_deployment

    gaps = review.open_gaps(found.findings, found.plan.requirements)
    with get_client(sync_client=True) as client:
        waiting = {run.parameters["don_vi"]: run for run in _waiting(client) if run.parameters.get("dot") == campaign}
        for unit, run in waiting.items():
            still_open = {gap.finding.id for gap in gaps.get(unit, [])}
            if not still_open & set(run.parameters.get("noi_dung", [])):
                _cancel(client, run.id)
        for unit, items in gaps.items():
            run = waiting.get(unit)
            if run is not None and {gap.finding.id for gap in items} & set(run.parameters.get("noi_dung", [])):
                continue
            run_deployment(
                f"{review.NAME}/{review.NAME}",
                parameters={
                    "dot": campaign,
                    "ten_dot": title,
                    "don_vi": unit,
                    "noi_dung": [gap.finding.id for gap in items[: review.MOST]],
                },
                timeout=0,
                as_subflow=False,
                flow_run_name=f"Cần xem xét: {unit}",
                tags=[review.NAME],
            )


def ask_to_declare(folder: str) -> None:
    """Start the run that asks for title and office of a new campaign, unless one waits already."""
    from prefect.client.orchestration import get_client
    from prefect.deployments import run_deployment

    with get_client(sync_client=True) as client:
        if any(run.parameters.get("thu_muc") == folder for run in _waiting(client, review.DECLARE)):
            return
    run_deployment(
        f"{review.DECLARE}/{review.DECLARE}",
        parameters={"thu_muc": folder},
        timeout=0,
        as_subflow=False,
        flow_run_name=f"Cần khai báo đợt: {folder}",
        tags=[review.DECLARE],
    )


def _waiting(client: Any, tag: str = review.NAME) -> list[Any]:
    from prefect.client.schemas.filters import (
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
        FlowRunFilterTags,
    )
    from prefect.client.schemas.objects import StateType

    wanted = FlowRunFilter(
        tags=FlowRunFilterTags(all_=[tag]),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType(name) for name in _WAITING])),
    )
    found: list[Any] = client.read_flow_runs(flow_run_filter=wanted, limit=200)
    return found


def _cancel(client: Any, run_id: Any) -> None:
    from prefect.states import Cancelled

    client.set_flow_run_state(run_id, Cancelled(message="Bản mới đã đủ nội dung, không còn phải xem xét."), force=True)
