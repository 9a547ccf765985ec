"""Tends Prefect's runs while the service lives: those whose process died are told as crashed, coming ones get a name.

Prefect's own answer to dead processes is an automation on heartbeats, with minutes of silence before it speaks. Its
runner, too, tells of a child that died, unless the server was away just then or the runner was replaced meanwhile.
Every run of ours is a child of the service, so we look at the children: seconds, and never wrong by load.
"""

from __future__ import annotations

import importlib
import threading
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from flows.titles import TITLES

DIED = "Tiến trình của lượt chạy này đã dừng đột ngột; đề nghị thực hiện lại."
_EVERY = 15.0  # seconds
_GRACE = timedelta(seconds=30)  # the runner or the run itself may be telling its end just now
_STRANGE = timedelta(minutes=10)
_REMEMBERED = 200  # processes that ended


def tend(stop: threading.Event, children: Children) -> None:
    """Look at the runs until told to stop; a server that is away just now is asked again at the next look."""
    while not stop.wait(_EVERY):
        try:
            end_dead_runs(children)
            name_coming_runs()
        except Exception:  # whatever a busy server or its client says
            continue


def end_dead_runs(children: Children) -> int:
    """Mark the deployments' runs that count as running, though no process runs them, as crashed; return how many.

    Runs without a deployment are journeys of the service itself, which lives.
    """
    from prefect.client.orchestration import get_client
    from prefect.states import Crashed

    ended = 0
    with get_client(sync_client=True) as client:
        found = _runs(client, "RUNNING", "PENDING", "CANCELLING")
        for run in dead(found, children(), datetime.now(UTC)):
            now = client.read_flow_run(run.id)  # it may have ended since
            if now.state_id == run.state_id:
                client.set_flow_run_state(run.id, Crashed(message=DIED), force=True)
                ended += 1
    return ended


def dead(runs: Iterable[Any], children: Mapping[str, bool], now: datetime) -> list[Any]:
    """Return those of the busy `runs` of deployments that no process runs; `children` tells of each whether it lives.

    A run that is no child's was started before the service, which settles those at its start; that it has missed one
    is only believed after a while.
    """
    found = []
    for run in runs:
        if run.deployment_id is None or run.state is None or children.get(str(run.id), False):
            continue
        grace = _GRACE if str(run.id) in children else _STRANGE
        if now - run.state.timestamp > grace:
            found.append(run)
    return found


class Children:
    """The processes in which the runner of this service runs its runs, also those of a runner that was replaced."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def watch(self) -> None:
        """Note every process that Prefect's runner starts from now on; once in a process."""
        module: Any = importlib.import_module("prefect.runner._starter_direct")
        begin = module.run_flow_in_subprocess

        def noted(*args: Any, **told: Any) -> Any:
            process = begin(*args, **told)
            self._known[str(told["flow_run"].id)] = process
            return process

        module.run_flow_in_subprocess = noted

    def __call__(self) -> dict[str, bool]:
        """Return of each run whether its process lives, and forget in the end those that ended."""
        living = {run: bool(process.is_alive()) for run, process in list(self._known.items())}
        for run in [run for run, lives in living.items() if not lives][:-_REMEMBERED]:
            del self._known[run]
        return living


def name_coming_runs() -> None:
    """Give the runs that the clock will start a name: Prefect calls them by two random English words."""
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        for run in _runs(client, "SCHEDULED"):
            if not run.auto_scheduled or run.deployment_id is None or run.name in TITLES.values():
                continue
            told = TITLES.get(client.read_flow(run.flow_id).name)
            if told is not None:
                client.update_flow_run(run.id, name=told)


def _runs(client: Any, *states: str) -> list[Any]:
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
    from prefect.client.schemas.objects import StateType

    wanted = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType(name) for name in states]))
    )
    return list(client.read_flow_runs(flow_run_filter=wanted, limit=200))
