"""Measures the speed of everything in one run: `python -m benchmarks.speed [--sizes 20,200] [--baseline PYTHON]`.

Campaigns made by `benchmarks.corpus` (kept in build/bench), every stage by itself, the whole journey and a second one
after one more file, on 1 and 2 processes; what the libraries alone cost; and beside it the off-the-shelf pipeline of
`benchmarks/baseline.py` on the same files, with its accuracy. Prints tables, writes JSON. Each case is a process of its
own, so that its peak of memory is its own. Compare processor seconds: wall seconds depend on what else runs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import make
from benchmarks.speed_baseline import NotBeside, beside

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "bench"
_STARTS = 5
LARGE = 200  # documents
Json = dict[str, Any]


def campaign(documents: int, plain: bool) -> Path:
    """Return the folder of a campaign of that size, made when there is none yet; `plain`: without .doc."""
    folder = BUILD / f"{documents}{'-plain' if plain else ''}"
    if not (folder / "campaign.yaml").is_file():
        make(folder, documents, plain)
    return folder


def case(*arguments: str) -> Json:
    """Return the JSON that a benchmark module prints, run in a process of its own."""
    told = subprocess.run(
        [sys.executable, "-m", *arguments], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_environment()
    )
    return dict(json.loads(told.stdout.splitlines()[-1]))


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def start_up() -> Json:
    """Return the cost of `tonghop --help`: the least of five starts, wall and processor seconds."""
    from benchmarks.meter import Meter

    meter = Meter()
    for _ in range(_STARTS):
        with meter.stage("tonghop --help"):
            subprocess.run(
                [sys.executable, "-m", "flows.cli", "--help"],
                check=True,
                capture_output=True,
                cwd=ROOT,
                env=_environment(),
            )
    return {"wall": min(s.wall for s in meter.stages), "cpu": min(s.cpu for s in meter.stages)}


def lines(title: str, told: Json) -> Iterator[str]:
    """Yield one case as a table: stage, documents, wall and processor seconds, processor milliseconds a document."""
    yield f"\n{title}"
    yield f"  {'stage':<50} {'docs':>5} {'wall s':>8} {'CPU s':>8} {'CPU ms/doc':>11}"
    for stage in told["stages"]:
        each = 1000 * stage["cpu"] / stage["documents"]
        row = f"{stage['documents']:>5} {stage['wall']:>8.2f} {stage['cpu']:>8.2f} {each:>11.1f}"
        yield f"  {stage['name']:<50} {row}"
    rest = ", ".join(f"{key} {value:.0f}" for key, value in told.items() if key != "stages")
    yield f"  {rest}"


def spent(told: Json, name: str, key: str = "cpu") -> float:
    """Return the seconds of the stages whose name begins with `name`."""
    return float(sum(stage[key] for stage in told["stages"] if stage["name"].startswith(name)))


def targets(told: Json) -> Iterator[str]:
    """Yield what was asked for and what was reached, in ratios of this one run."""
    yield f"tonghop --help: {told['start']['wall']:.2f} s (0.3)"
    cases = told["cases"]
    sizes = sorted({int(name.split()[0]) for name in cases})
    each = {}
    for size in sizes:
        whole = cases[f"{size} documents, 2 processes, whole"]
        journey = spent(whole, "journey: take", "wall")
        each[size] = spent(whole, "journey: take") / size
        yield f"{size} documents through read, extract, check: {size / journey:.1f} a second of wall clock (8)"
        late = "journey again after one new file"
        judged, drafted = (spent(whole, f"{late}: {step}", "wall") for step in ("judged", "drafted"))
        yield f"{size} documents, one new file judged: {judged:.1f} s (5); drafts written: {drafted:.1f} s"
        yield f"{size} documents, peak of the main process: {whole['peak_mb']:.0f} MB (600)"
        empty = 1000 * spent(whole, "Prefect: empty", "wall") / 200
        yield f"Prefect, each of 200 documents: {empty:.0f} ms (60)"
    if 200 in each and 2000 in each:
        yield f"a document among 2,000 against one among 200: {each[2000] / each[200]:.2f} times the CPU (1.2)"
    for name, both in cases.items() if "beside" in told else ():
        if name == f"{told['beside']['documents']} documents, 2 processes, whole":
            theirs = spent(told["beside"], f"{told['beside']['folder']}: off")
            ratio = theirs / spent(both, "journey: take")
            yield f"CPU of the off-the-shelf pipeline over ours, start of Prefect's server apart: {ratio:.1f} (5)"
    floor = told.get("floor")
    if floor:
        for kind, library, most in (("docx", "zip", 2.0), ("pdf", "pdfminer", 1.5), ("scan", "PDFium + T", 1.15)):
            alone = spent(floor, f"{kind}: {library}")
            if alone:
                yield f"{kind} over its libraries alone: {spent(floor, f'{kind}: our') / alone:.2f} times ({most})"


def measure(sizes: Sequence[int], processes: Sequence[int], baseline: str | None) -> Json:
    """Return all figures of one run; prints each case as it ends."""
    told: Json = {"machine": platform.processor() or platform.machine(), "cores": os.cpu_count(), "start": start_up()}
    told["cases"] = {}
    for size in sizes:
        for number in processes:
            for mode in ("stages", "whole"):
                if mode == "stages" and size > LARGE and number != max(processes):
                    continue  # stage by stage a large campaign tells no more on one process than a small one
                # Stages show every format; the journey leaves LibreOffice out, as its target does.
                folder = campaign(size, plain=mode == "whole")
                name = f"{size} documents, {number} process{'es' if number > 1 else ''}, {mode}"
                told["cases"][name] = case("benchmarks.speed_case", mode, str(folder), str(number))
                print("\n".join(lines(name, told["cases"][name])), flush=True)
    told["floor"] = case("benchmarks.speed_floor", str(campaign(min(sizes, key=lambda n: abs(n - 200)), plain=True)))
    print("\n".join(lines("libraries alone, and our readers on the same files", told["floor"])), flush=True)
    if baseline:
        size = max((size for size in sizes if size <= LARGE), default=min(sizes))
        try:
            told["beside"] = beside(baseline, campaign(size, plain=True), BUILD) | {"documents": size}
        except NotBeside as error:  # what was measured before it is worth more than a run that ends here
            told["failed"] = str(error)
        print("\n".join(told["beside"]["table"] if "beside" in told else [told["failed"]]), flush=True)
    return told


def main() -> int:
    """Print all tables and what was reached of what was asked for; write the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="20,200", help="documents, comma between (up to 2,000 were measured)")
    parser.add_argument("--processes", default="1,2")
    parser.add_argument("--baseline", help="the Python of the off-the-shelf pipeline's own environment")
    parser.add_argument("--json", type=Path, default=BUILD / "speed.json")
    args = parser.parse_args()
    told = measure(
        [int(word) for word in args.sizes.split(",")], [int(word) for word in args.processes.split(",")], args.baseline
    )
    print("\nreached (asked for)")
    print("\n".join(f"  {line}" for line in targets(told)))
    args.json.parent.mkdir(parents=True, exist_ok=True)
    args.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    return 1 if "failed" in told else 0


if __name__ == "__main__":
    sys.exit(main())
