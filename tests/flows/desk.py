"""An inbox and the watcher over it in this process, with what it said and judged."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from checks.submission import State
from flows.assess import Assessment
from flows.office import Office
from flows.watcher import Watcher
from ledger import schema as t
from tests.flows import tiny

WORD = tiny.report(tiny.UNITS[0], 1)
OTHER = tiny.report(tiny.UNITS[0], 2, done="tổ chức 03 lớp tập huấn")


@dataclass
class Desk:
    """An inbox, the watcher over it, and what it said and judged."""

    inbox: Path
    office: Office
    lines: list[str]
    watcher: Watcher
    judged: list[Assessment] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return self.inbox / "dot" / "submissions"

    def looks(self, times: int = 4) -> None:
        for _ in range(times):
            self.watcher.look()

    def again(self) -> None:
        """The process is started again: it remembers nothing but the ledger."""
        self.watcher = Watcher(self.office, threading.Event())
        self.office._shops.clear()

    def states(self) -> dict[str, State]:
        return {item.key: item.state for item in self.judged[-1].submissions}

    def taken(self, key: str) -> list[str]:
        """The contents that were ever recorded under that key, in order."""
        with self.office.ledger.transaction() as connection:
            told = connection.execute(select(t.events).where(t.events.c.kind == "tiep_nhan").order_by(t.events.c.id))
            return [row.detail.split()[0] for row in told if row.detail.endswith(f" {key}")]

    def present(self) -> set[str]:
        with self.office.ledger.transaction() as connection:
            return set(
                connection.execute(select(t.submissions.c.key).where(t.submissions.c.gone_at.is_(None))).scalars()
            )
