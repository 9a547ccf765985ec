"""Tends Prefect's runs while the service lives: those whose process died are told as crashed, coming ones get a name.

Prefect's own answer to dead processes is an automation on heartbeats, with minutes of silence before it speaks. Every
run of ours has its process on this machine, so we look at the processes instead: seconds, and never wrong by load.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from flows.titles import TITLES

DIED = "Tiến trình của lượt chạy này đã dừng đột ngột; đề nghị thực hiện lại."
_EVERY = 15.0  # seconds
_GRACE = timedelta(seconds=45)  # a process that was just started may not yet show whose it is
_MARK = b"PREFECT__FLOW_RUN_ID="


def tend(stop: threading.Event) -> None:
    """Look at the runs until told to stop; a server that is away just now is asked again at the next look."""
    while not stop.wait(_EVERY):
        try:
            end_dead_runs()
            name_coming_runs()
        except Exception:  # whatever a busy server or its client says
            continue


def end_dead_runs() -> int:
    """Mark the deployments' runs that count as running, though no process runs them, as crashed; return how many.

    Runs without a deployment are journeys of the service itself, which lives.
    """
    from prefect.client.orchestration import get_client
    from prefect.states import Crashed

    ended = 0
    with get_client(sync_client=True) as client:
        found = _runs(client, "RUNNING", "PENDING", "CANCELLING")
        alive = running_here()
        for run in dead(found, alive, datetime.now(UTC)):
            now = client.read_flow_run(run.id)  # it may have ended since
            if now.state_id == run.state_id:
                client.set_flow_run_state(run.id, Crashed(message=DIED), force=True)
                ended += 1
    return ended


def dead(runs: Iterable[Any], alive: set[str], now: datetime) -> list[Any]:
    """Return those of the busy `runs` of deployments whose process is not among the `alive`."""
    return [
        run
        for run in runs
        if run.deployment_id is not None
        and str(run.id) not in alive
        and run.state is not None
        and now - run.state.timestamp > _GRACE
    ]


def running_here() -> set[str]:
    """Return the runs that processes of this machine are working on, as their surroundings tell."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            told = path.read_bytes()
        except OSError:  # ended since, or another user's
            continue
        found |= {part[len(_MARK) :].decode() for part in told.split(b"\0") if part.startswith(_MARK)}
    return found - {os.environ.get("PREFECT__FLOW_RUN_ID", "")}


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
