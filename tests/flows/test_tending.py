"""Runs of Prefect while the service lives: whose process died, and what the coming ones are called."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from flows.served import served
from flows.settings import Settings
from flows.tending import Children, dead
from flows.titles import PARAMETERS, TITLES

NOW = datetime(2031, 7, 1, 8, tzinfo=UTC)


def run(name: str, age: float, deployment: str | None = "d") -> Any:
    state = SimpleNamespace(timestamp=NOW - timedelta(seconds=age))
    return SimpleNamespace(id=name, deployment_id=deployment, state=state)


@pytest.mark.parametrize(
    ("found", "children", "ended", "why"),
    [
        (run("a", 3600), {"a": True}, False, "its process works on it, however long"),
        (run("a", 60), {"a": False}, True, "its process died, and nobody told"),
        (run("a", 3), {"a": False}, False, "its end may be told just now"),
        (run("a", 300), {"b": True}, False, "a run of which we know nothing: not yet"),
        (run("a", 1200), {}, True, "and nobody ever will"),
        (run("a", 1200, None), {}, False, "a journey of the service itself"),
    ],
)
def test_a_run_without_a_process_is_dead(found: Any, children: dict[str, bool], ended: bool, why: str) -> None:
    assert bool(dead([found], children, NOW)) is ended, why


def test_every_process_that_the_runner_starts_is_known_as_long_as_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    process = SimpleNamespace(is_alive=lambda: True)
    starter: Any = importlib.import_module("prefect.runner._starter_direct")
    monkeypatch.setattr(starter, "run_flow_in_subprocess", lambda *_, **__: process)
    children = Children()
    children.watch()
    assert starter.run_flow_in_subprocess(None, flow_run=run("a", 0)) is process
    assert children() == {"a": True}
    process.is_alive = lambda: False
    assert children() == {"a": False}


def test_every_deployment_and_every_parameter_has_a_name_that_staff_can_read() -> None:
    flows = [item.flow for item in served(Settings())]
    assert {flow.name for flow in flows} == set(TITLES)
    assert len(set(TITLES.values())) == len(TITLES)
    named = {name for flow in flows for name in flow.parameters.properties}
    assert named == set(PARAMETERS)
