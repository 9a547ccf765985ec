"""How much memory, time and disk one file may cost (measured in the reading research, section 2.3)."""

from __future__ import annotations

import contextlib
import resource
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one child reader: bytes of memory, seconds of the wall clock and of the processor, bytes of a file.

    `seconds` is what a file of ordinary format gets; `page_seconds` is added for every PDF page, `ocr_seconds` granted
    for every page that is recognised (0: scanned pages are named, not recognised), `office_seconds` for a conversion;
    `most_seconds` ends them all.
    """

    memory: int = 2 << 30
    office_memory: int = 6 << 30  # LibreOffice reserves far more address space than it uses
    file_size: int = 512 << 20
    seconds: float = 30.0
    pdf_seconds: float = 60.0
    page_seconds: float = 2.0
    ocr_seconds: float = 120.0
    office_seconds: float = 60.0
    most_seconds: float = 1800.0

    def as_json(self) -> dict[str, float]:
        """Return the plain form that a child is told."""
        return asdict(self)


def bind(limits: Limits) -> None:
    """Put the limits on this process and all that it starts; the tools may raise memory up to `office_memory`."""
    _set(resource.RLIMIT_AS, limits.memory, limits.office_memory)
    _set(resource.RLIMIT_FSIZE, limits.file_size, limits.file_size)
    _set(resource.RLIMIT_CORE, 0, 0)


def bind_processor(seconds: float) -> None:
    """Let this process burn `seconds` more of processor time before the system kills it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    _set(resource.RLIMIT_CPU, soft, resource.getrlimit(resource.RLIMIT_CPU)[1])


def bind_tool(memory: int, seconds: float) -> None:
    """Put a tool's own limits on the process that is about to become it."""
    _set(resource.RLIMIT_AS, memory, memory)
    _set(resource.RLIMIT_CPU, int(seconds) + 1, int(seconds) + 1)


def _set(kind: int, soft: int, hard: int) -> None:
    most = resource.getrlimit(kind)[1]
    if most != resource.RLIM_INFINITY:
        hard = most if hard == resource.RLIM_INFINITY else min(hard, most)
        soft = min(soft, most)
    with contextlib.suppress(ValueError, OSError):  # a machine that forbids one limit keeps the others
        resource.setrlimit(kind, (soft, hard))
