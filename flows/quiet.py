"""Prefect's own surroundings, set before Prefect is imported: its folder, no telemetry, no outside call, no chatter."""

from __future__ import annotations

import os
from pathlib import Path

_HISTORY_DAYS = 90


def settle_prefect(home: Path, *, temporary: bool) -> None:
    """Point Prefect at `home`; with `temporary` it starts a server of its own for one run and takes it down again.

    Another Prefect's newer database breaks a start, so its folder is never shared. Source of the list: the Prefect
    research, sections 1.2 and 2.
    """
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        {
            "PREFECT_HOME": str(home.resolve()),
            "PREFECT_PROFILES_PATH": str(home.resolve() / "profiles.toml"),
            "DO_NOT_TRACK": "1",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
            "PREFECT_LOGGING_LEVEL": os.environ.get("PREFECT_LOGGING_LEVEL", "CRITICAL"),
            "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
            "PREFECT_LOGGING_TO_API_ENABLED": "false",
            # History of runs is bounded; only ended runs go, those that wait for a person stay.
            "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
            "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(_HISTORY_DAYS * 24 * 3600),
            "PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30",
            # The server writes the states of tasks in lots: one transaction each cost 21 ms a document, now 11.
            "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "50",
            "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
        }
    )
    if temporary:
        # A server that happens to run must not be written to by a run that was asked to stand alone.
        os.environ.pop("PREFECT_API_URL", None)
        os.environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "true"
        os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "120"
