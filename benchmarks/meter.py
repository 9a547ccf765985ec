"""Seconds and bytes of this process and of everything that it started."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Stage:
    """What one stage cost: wall-clock and processor seconds for so many documents; `own` is this process alone."""

    name: str
    documents: int
    wall: float
    cpu: float
    own: float


@dataclass
class Meter:
    """Collects stages in the order in which they ran."""

    stages: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str, documents: int = 1) -> Iterator[None]:
        """Measure the block under `name`."""
        wall, cpu, own = time.perf_counter(), cpu_seconds(), time.process_time()
        yield
        self.stages.append(
            Stage(name, documents, time.perf_counter() - wall, cpu_seconds() - cpu, time.process_time() - own)
        )

    def as_json(self) -> dict[str, Any]:
        """Return all stages and the peak of resident memory (MB) of this process and of its largest ended child."""
        return {
            "stages": [asdict(stage) for stage in self.stages],
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "peak_child_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        }


def cpu_seconds() -> float:
    """Return the processor time of this process, of its ended children, and of all that still run below it."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(map(_cpu_of, _below(os.getpid())))


def _below(pid: int) -> list[int]:
    """Return the processes below `pid`, of all depths; none where the system has no /proc."""
    found: list[int] = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            direct = [int(word) for word in children.read_text().split()]
        except OSError:
            continue
        for child in direct:
            found += [child, *_below(child)]
    return found


def _cpu_of(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICK  # user and system, its own and of its ended children
