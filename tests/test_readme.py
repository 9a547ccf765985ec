"""Every command of the README is run, on the sample campaign or on what an earlier command left."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", README, re.S) for line in block.splitlines() if line.strip()
]
TONGHOP = [line for line in COMMANDS if line.startswith(".venv/bin/tonghop") and not line.endswith("serve")]
MAKE = [line for line in COMMANDS if line.startswith("make ")]


def test_nothing_else_is_shown_than_what_is_tested() -> None:
    assert set(COMMANDS) - set(TONGHOP) - set(MAKE) == {".venv/bin/tonghop serve"}, "serve has its own test"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README assumes it: the sample inbox, and the data of one run."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "inbox", folder / "inbox")
    for scan in (folder / "inbox").rglob("scan*.pdf"):
        scan.unlink()  # recognition has its own tests; here the commands count
    run = [sys.executable, "-m", "flows.cli", "run", next(iter(sorted((folder / "inbox").iterdir()))).as_posix()]
    done = subprocess.run(
        [*run, "--out", "first"], cwd=folder, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-1500:]
    shutil.move(folder / "first" / ".tonghop", folder / "data")
    return folder


@pytest.mark.parametrize("line", TONGHOP)
def test_a_command_does_what_it_says(line: str, office: Path) -> None:
    arguments = line.split()[1:]
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=office,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "TONGHOP_DATA": str(office / "cache")},
    )
    assert done.returncode == 0, done.stderr[-1500:]
    assert re.search(r"[à-ỹđ]", done.stdout), "it says something in Vietnamese"


@pytest.mark.parametrize("line", MAKE)
def test_a_make_target_exists(line: str) -> None:
    done = subprocess.run(["make", "-n", *line.split()[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_picture_and_document_that_is_named_is_there() -> None:
    for name in re.findall(r"\((docs/[^)]+)\)|`(docs/[^`]+)`", README):
        assert (ROOT / (name[0] or name[1])).exists(), name


def test_every_promise_has_a_test() -> None:
    assert re.findall(r"^\* (P\d)", README, re.M) == [f"P{n}" for n in range(1, 10)]
