"""What a service that was killed left behind, put in order before the next one works."""

from __future__ import annotations

import time
from pathlib import Path

from flows import outbox
from ledger.store import Store

# On one machine nobody else can be writing: the service holds the lock. Others may share the folder of originals.
_SHARED_AGE_SECONDS = 3600.0
# What travelled to workers as a file is of no use once it was read; what runs kept may belong to one that waits.
_STORAGE_AGES = {"parameters": 24 * 3600.0, ".": 200 * 24 * 3600.0}


def sweep(data: Path, out: Path, *, shared: bool) -> int:
    """Remove files that were left half written in vault and outbox; return how many. Raises OSError.

    Prefect's own files that nobody needs any more go too; nobody counts them.
    """
    for part, age in _STORAGE_AGES.items():
        for path in (data / "prefect" / "storage" / part).glob("*"):
            if path.is_file() and path.stat().st_mtime < time.time() - age:
                path.unlink(missing_ok=True)
    return Store(data / "store").sweep(_SHARED_AGE_SECONDS if shared else 0.0) + outbox.sweep(out)


def settle_killed_runs() -> int:
    """Settle runs that still count as running, though no process is left that runs them; return how many.

    Only for the moment between the start of the server and that of the first runner. They are marked as crashed:
    the watcher makes the journey anew and asks what is still open. Runs that wait for a person or for their turn stay.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterState, FlowRunFilterStateType
    from prefect.client.schemas.objects import StateType
    from prefect.states import Crashed

    busy = FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.CANCELLING, StateType.PENDING])
    wanted = FlowRunFilter(state=FlowRunFilterState(type=busy))
    ended = 0
    with get_client(sync_client=True) as client:
        while runs := client.read_flow_runs(flow_run_filter=wanted, limit=200):
            for run in runs:
                client.set_flow_run_state(run.id, Crashed(message="Dịch vụ bị dừng đột ngột giữa chừng."), force=True)
            ended += len(runs)
    return ended
