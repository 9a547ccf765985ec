"""Lines on the page of a run: it opens on its log, and there a clerk looks first."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

_NAME = "tonghop"
_LONGEST = 2000  # characters of a line


def log_lines(client: Any, run: UUID, lines: Sequence[str], *, refused: bool = False) -> None:
    """Put those lines into the log of the run, in their order; refusals stand out as errors."""
    from prefect.client.schemas.actions import LogCreate

    level, begun = (logging.ERROR if refused else logging.INFO), datetime.now(UTC)
    made = []
    for at, line in enumerate(line for line in lines if line.strip()):
        moment: Any = begun + timedelta(milliseconds=at)  # the page sorts by time alone
        made.append(LogCreate(name=_NAME, level=level, message=line[:_LONGEST], timestamp=moment, flow_run_id=run))
    client.create_logs(made)
