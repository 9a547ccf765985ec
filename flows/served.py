"""The list of all deployments: what waits for people, what they start, what starts by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import DeploymentUpdate
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows import deployments, desk_flows, exemplar_flows, issuing_flows, schedules, weekly
from flows.settings import Settings
from flows.titles import PARAMETERS, TITLES


@dataclass(frozen=True)
class Served:
    """A flow that is served; `cron` tells when it starts by itself, "" never."""

    flow: Any
    cron: str = ""


def served(options: Settings) -> Iterator[Served]:
    """Yield everything that the service serves."""
    for flow in (
        deployments.review_unit,
        deployments.ask_about_files,
        deployments.confirm_plan,
        deployments.declare_campaign,
        deployments.rule_finding,
        deployments.correct_file,
        deployments.check_integrity,
        desk_flows.draft_report,
        desk_flows.draft_reminder,
        desk_flows.recompile_plan,
        desk_flows.reread_file,
        exemplar_flows.choose_exemplars,
        exemplar_flows.ask_about_exemplars,
        issuing_flows.sign_report,
        issuing_flows.issue_report,
    ):
        yield Served(flow)
    yield Served(schedules.daily_status, options.daily)
    yield Served(schedules.deadline_reminders, options.remind)
    yield Served(weekly.weekly_status, weekly.WHEN)


async def serve_all(runner: Runner, options: Settings) -> None:
    """Register every deployment with the runner, schedules in the office's time zone, labels as staff read them."""
    for item in served(options):
        schedule = Cron(item.cron, timezone=options.time_zone) if item.cron else None
        made: Any = runner.aadd_flow(
            item.flow,
            name=TITLES[item.flow.name],
            schedule=schedule,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        await _label(await made)


async def _label(deployment_id: Any) -> None:
    async with get_client() as client:
        deployment = await client.read_deployment(deployment_id)
        schema = deployment.parameter_openapi_schema or {}
        properties = schema.get("properties", {})
        for name, told in properties.items():
            told["title"] = PARAMETERS[name]
            if name == "phieu":
                told["default"] = {}  # left wholly empty, the page names the fields that lack, not the parameter
        if properties:
            await client.update_deployment(deployment_id, DeploymentUpdate(parameter_openapi_schema=schema))
