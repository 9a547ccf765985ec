"""The off-the-shelf pipeline beside ours: the same campaigns, processor seconds and accuracy of both in one table."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.accuracy import TOGETHER
from benchmarks.meter import Meter
from benchmarks.score import Tally, score_campaign

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "campaigns"
GOLD = tuple(name for name in TOGETHER if (SAMPLE / name / "gold" / "flags.json").exists())
_SHOWN = (
    "dates",
    "exemplars (name)",
    "commitments",
    "requirements: must, found",
    "findings: gaps flagged, must",
    "findings: no false alarm, must",
    "findings: status, must",
)


class NotBeside(Exception):
    """One of the two did not come through; says which, on what, and its last lines."""


def beside(python: str, plain: Path, build: Path) -> dict[str, Any]:
    """Return the figures of both on `plain` (speed, nothing but Word and PDF) and on the campaigns with gold.

    `python` runs the off-the-shelf pipeline. Both pay their own start; ours also starts its temporary Prefect server,
    in a folder where nothing was read before. Raises NotBeside.
    """
    folders = [plain, *(SAMPLE / name for name in GOLD)]
    meter = Meter()
    tallies: dict[str, dict[str, Tally]] = {"ours": defaultdict(Tally), "off the shelf": defaultdict(Tally)}
    for folder in folders:
        out = build / "beside" / folder.name
        shutil.rmtree(out, ignore_errors=True)  # what an earlier run read would not be read again
        out.mkdir(parents=True)
        count = sum(1 for _ in (folder / "submissions").iterdir())
        for who, command, results in _commands(python, folder, out):
            with meter.stage(f"{folder.name}: {who}", count):
                told = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
            if told.returncode:  # what went wrong stands in its last lines
                raise NotBeside(f"{who}, {folder.name}:\n{told.stdout[-600:]}{told.stderr[-3000:]}")
            if (folder / "gold").is_dir():
                score_campaign(folder, json.loads(results.read_text("utf-8")), tallies[who])
    figures = {who: {name: tally.figures() for name, tally in of.items()} for who, of in tallies.items()}
    return meter.as_json() | {"folder": plain.name, "accuracy": figures, "table": list(_table(meter, figures))}


def _commands(python: str, folder: Path, out: Path) -> Iterator[tuple[str, Sequence[str], Path]]:
    ours = [sys.executable, "-m", "flows.cli", "run", str(folder), "--out", str(out)]
    yield "ours", ours, out / "results.json"
    theirs = [python, str(ROOT / "benchmarks" / "baseline.py"), str(folder), str(out / "baseline.json")]
    yield "off the shelf", theirs, out / "baseline.json"


def _table(meter: Meter, figures: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield f"\n{'off the shelf, beside ours: processor seconds':<52} {'ours':>8} {'theirs':>8} {'ratio':>7}"
    for ours, theirs in zip(meter.stages[::2], meter.stages[1::2], strict=True):
        name = ours.name.rpartition(":")[0]
        ratio = theirs.cpu / ours.cpu
        yield f"  {name + f', {ours.documents} files':<50} {ours.cpu:>8.1f} {theirs.cpu:>8.1f} {ratio:>7.2f}"
    yield "accuracy (F1) on the campaigns with gold"
    for name in _SHOWN:
        a, b = (figures[who].get(name, {}).get("f1") for who in ("ours", "off the shelf"))
        if a is not None and b is not None:
            yield f"  {name:<50} {a:>8.3f} {b:>8.3f}"
