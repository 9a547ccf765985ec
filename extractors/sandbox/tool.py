"""Runs one outside program to its end, under limits, without a shell and without a word of the user in its command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from extractors.errors import TimedOut
from extractors.sandbox.limits import bind_tool


def run_tool(
    command: Sequence[str],
    *,
    folder: Path,
    seconds: float,
    memory: int,
    env: dict[str, str] | None = None,
    stdin: bytes | None = None,
    grant: Callable[[float], None] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Return what `command` gave, run inside `folder`; raises TimedOut, FileNotFoundError.

    `grant` is told how long the tool may take, so that whoever watches this process waits as long.
    """
    if grant:
        grant(seconds + 5)
    safe = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
    }
    try:
        return subprocess.run(
            list(command),
            cwd=folder,
            env={**safe, **(env or {})},
            input=stdin if stdin is not None else b"",
            capture_output=True,
            timeout=seconds,
            check=False,
            preexec_fn=lambda: bind_tool(memory, seconds),
        )
    except subprocess.TimeoutExpired as error:
        raise TimedOut(seconds=int(seconds)) from error
