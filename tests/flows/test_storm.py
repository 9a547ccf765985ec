"""A small storm of real kills; `make storm` runs the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.storm import storm
from flows import handover
from tests.flows import tiny


def test_twenty_kills_at_random_moments_lose_and_double_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "drafts", tiny.quick_drafts)
    figures, told = storm(tmp_path, kills=20, files=10, seed=3, longest=1.5)
    assert told == []
    # how many rounds end by themselves before their kill is up to the machine
    assert figures["kills"] >= 3 and figures["files"] == 10
    wrong = {name: count for name, count in figures.items() if name.startswith(("lost", "doubled", "other"))}
    assert set(wrong.values()) == {0}, wrong


def test_kills_beside_a_living_server_and_of_the_whole_service_lose_and_double_nothing() -> None:
    """In a process of its own: the intakes are forks of one that has loaded Prefect and started nothing."""
    command = ["-m", "benchmarks.storm_service", "--intake", "6", "--service", "1", "--files", "8", "--seed", "5"]
    done = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert "kills of the whole" in done.stdout
