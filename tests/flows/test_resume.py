"""What the start-up sweep takes away and what it leaves."""

from __future__ import annotations

import os
import time
from pathlib import Path

from flows.resume import sweep

DAY = 24 * 3600
FILES = [
    ("store/.tmp-1-ab", 0, False, "half written by a killed process: nobody else can be writing"),
    ("prefect/storage/parameters/1", 2 * DAY, False, "a chunk that was sent two days ago"),
    ("prefect/storage/parameters/2", 0, True, "a chunk that may wait for its worker"),
    ("prefect/storage/3", 179 * DAY, True, "what a run kept that waits for a person half a year"),
    ("prefect/storage/4", 201 * DAY, False, "what no run can ask for any more"),
]


def test_only_what_nobody_needs_is_swept(tmp_path: Path) -> None:
    for name, age, _, _ in FILES:
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (time.time() - age, time.time() - age))
    (tmp_path / "out").mkdir()
    assert sweep(tmp_path / "data", tmp_path / "out", shared=False) == 1
    assert {name: (tmp_path / "data" / name).exists() for name, *_ in FILES} == {
        name: left for name, _, left, _ in FILES
    }


def test_beside_other_machines_only_what_lay_untouched_for_long_is_taken_for_half_written(tmp_path: Path) -> None:
    for name, age in (("a", 0), ("b", 7200)):
        path = tmp_path / "store" / f".tmp-{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (time.time() - age, time.time() - age))
    assert sweep(tmp_path, tmp_path / "out", shared=True) == 1
    assert (tmp_path / "store" / ".tmp-a").exists()
