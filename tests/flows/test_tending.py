"""Runs of Prefect while the service lives: whose process died, and what the coming ones are called."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from flows.served import served
from flows.settings import Settings
from flows.tending import dead, running_here
from flows.titles import PARAMETERS, TITLES

NOW = datetime(2031, 7, 1, 8, tzinfo=UTC)


def run(name: str, age: float, deployment: str | None = "d") -> Any:
    state = SimpleNamespace(timestamp=NOW - timedelta(seconds=age))
    return SimpleNamespace(id=name, deployment_id=deployment, state=state)


@pytest.mark.parametrize(
    ("found", "alive", "ended", "why"),
    [
        (run("a", 600), {"a"}, False, "its process works on it, however long"),
        (run("a", 600), {"b"}, True, "no process does"),
        (run("a", 10), set(), False, "it was started a moment ago"),
        (run("a", 600, None), set(), False, "a journey of the service itself"),
    ],
)
def test_a_run_without_a_process_is_dead(found: Any, alive: set[str], ended: bool, why: str) -> None:
    assert bool(dead([found], alive, NOW)) is ended, why


def test_the_run_of_a_process_is_told_by_its_surroundings_as_long_as_it_lives() -> None:
    env = {**os.environ, "PREFECT__FLOW_RUN_ID": "0190-a-run"}
    child = subprocess.Popen([sys.executable, "-c", "input()"], env=env, stdin=subprocess.PIPE)
    try:
        assert "0190-a-run" in running_here()
    finally:
        child.kill()
        child.wait()
        assert child.stdin is not None
        child.stdin.close()
    assert "0190-a-run" not in running_here()


def test_every_deployment_and_every_parameter_has_a_name_that_staff_can_read() -> None:
    flows = [item.flow for item in served(Settings())]
    assert {flow.name for flow in flows} == set(TITLES)
    assert len(set(TITLES.values())) == len(TITLES)
    named = {name for flow in flows for name in flow.parameters.properties}
    assert named == set(PARAMETERS)
