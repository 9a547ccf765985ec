"""The sample campaigns through the whole pipeline and `score.py`; the floors that CI holds.

Most are counted together; a campaign with `gold/floors.json` is counted by itself, lest it blur theirs.

python -m benchmarks.accuracy [--misses N] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.score import Tally, score_campaign
from flows.run import run_campaign

HERE = Path(__file__).parent
CAMPAIGNS = HERE.parent / "tests" / "campaigns"
NAMES = tuple(sorted(path.name for path in CAMPAIGNS.iterdir() if (path / "gold").is_dir()))
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text("utf-8"))
ALONE: dict[str, dict[str, float]] = {
    path.parent.parent.name: json.loads(path.read_text("utf-8"))
    for path in sorted(CAMPAIGNS.glob("*/gold/floors.json"))
}
TOGETHER = tuple(name for name in NAMES if name not in ALONE)


def measure(folders: Sequence[Path], out: Path) -> dict[str, Tally]:
    """Run every campaign folder into `out` and return the tallies of `score.py` over all of them."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for folder in folders:
        run_campaign(folder, out / folder.name, as_of=None, say=lambda line: None)
        results = json.loads((out / folder.name / "results.json").read_text("utf-8"))
        score_campaign(folder, results, tallies)
    return tallies


def below_floor(figures: dict[str, dict[str, Any]], floors: dict[str, float]) -> list[str]:
    """Return a line for each measure that is missing or under its floor (F1, which is accuracy for yes/no measures)."""
    found = []
    for name, floor in floors.items():
        value = (figures.get(name) or {}).get("f1")
        if value is None or value < floor - 1e-9:
            found.append(f"{name}: {value if value is None else round(value, 4)} < {floor}")
    return found


def main() -> int:
    """Print the table; exit 1 when a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    low = []
    told: dict[str, dict[str, Any]] = {}
    for names, floors in ((TOGETHER, FLOORS), *(((name,), floors) for name, floors in ALONE.items())):
        with tempfile.TemporaryDirectory() as out:
            tallies = measure([CAMPAIGNS / name for name in names], Path(out))
        figures = {name: tally.figures() for name, tally in sorted(tallies.items())}
        told[", ".join(names)] = figures
        if not args.json:
            print(", ".join(names))
            _print(figures, tallies, args.misses)
        low += below_floor(figures, floors)
    if args.json:
        json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    print("\n".join(["", "below the floor:", *low]) if low else "\nall floors reached", file=sys.stderr)
    return 1 if low else 0


def _print(figures: dict[str, dict[str, Any]], tallies: dict[str, Tally], misses: int) -> None:
    print(f"{'measure':<46} {'P':>6} {'R':>6} {'F1':>6}   hit/gold/given")
    for name, f in figures.items():
        cells = " ".join(f"{f[k]:6.3f}" if f[k] is not None else "     -" for k in ("precision", "recall", "f1"))
        print(f"{name:<46} {cells}   {f['hit']}/{f['gold']}/{f['given']}")
        for note in tallies[name].notes[:misses]:
            print(f"      {note}")
    print()


if __name__ == "__main__":
    sys.exit(main())
