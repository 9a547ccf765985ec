"""P8: the whole journey in a place that has no network but its own loopback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy import CAMPAIGNS

ALONE = ["unshare", "--net", "sh", "-c"]


def cut_off() -> bool:
    """Whether this machine lets us make a network of our own."""
    if shutil.which("unshare") is None or shutil.which("ip") is None:
        return False
    return subprocess.run([*ALONE, "ip link set lo up"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not cut_off(), reason="making a network of one's own takes root and unshare")
def test_p8_a_run_needs_no_network(tmp_path: Path) -> None:
    run = f'ip link set lo up && exec "{sys.executable}" -m flows.cli run "$1" --out "$2"'
    done = subprocess.run(
        [*ALONE, run, "sh", str(CAMPAIGNS / "an-toan-thuc-pham-2024"), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "TONGHOP_DATA": str(tmp_path / "data")},
    )
    assert done.returncode == 0, done.stderr[-1500:]
    assert (tmp_path / "out" / "bao-cao-tong-hop.docx").exists()
