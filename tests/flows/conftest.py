"""What several tests of the watcher share."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from flows import watcher as watcher_module
from flows.assess import Assessment
from flows.office import Office
from flows.settings import Settings
from flows.shop import Workshop
from flows.watcher import Watcher
from tests.flows import tiny
from tests.flows.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    tiny.build(tmp_path / "inbox" / "dot", {})
    options = Settings(inbox=tmp_path / "inbox", outbox=tmp_path / "outbox", data=tmp_path / "data")
    lines: list[str] = []
    with Office(options, tmp_path / "data", lines.append) as office:
        reader: Any = tiny.InlineReader()
        office.reader = reader
        found = Desk(tmp_path / "inbox", office, lines, Watcher(office, threading.Event()))

        def fake(shop: Workshop, day: Any, now: Any, options: Any, out: Any, then: Any = None) -> Assessment:
            found.judged.append(tiny.steps(shop, None, now))
            return found.judged[-1]

        monkeypatch.setattr(watcher_module, "journey", fake)
        found.looks()
        assert len(found.judged) == 1, "the plan alone was judged once"
        yield found
