"""Invented plans with the duties that a careful clerk reads out of them, and the figures of a compile against them.

A case file holds the register ("=== don vi", a unit a line: name | kind | alias ...), the plan ("=== van ban", cells
parted by \\t) and the duties ("=== nghia vu": quote | applies_to or units | quantity | deadline | shown_by | weight).
A line "? quote" may be listed or not. The scoring is that of benchmarks/score.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import score
from checks.plan import compile_plan
from checks.requirement import Plan, Requirement
from checks.units import Register, Unit
from extractors.document import Cell, Document
from extractors.extract import extract
from extractors.readers.builder import Piece, build

CASES = Path(__file__).parent / "plans"


@dataclass
class Figures:
    """Counts over one or more plans, and what went wrong."""

    gold: int = 0
    hit: int = 0
    must: int = 0
    must_hit: int = 0
    given: int = 0
    right: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def mark(self, name: str, ok: bool, note: str) -> None:
        pair = self.right.setdefault(name, [0, 0])
        pair[0] += ok
        pair[1] += 1
        if not ok:
            self.notes.append(f"{name}: {note}")

    def add(self, other: Figures) -> None:
        for key in ("gold", "hit", "must", "must_hit", "given"):
            setattr(self, key, getattr(self, key) + getattr(other, key))
        for name, (ok, all_) in other.right.items():
            pair = self.right.setdefault(name, [0, 0])
            pair[0] += ok
            pair[1] += all_
        self.notes += other.notes

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.gold + self.given) if self.gold + self.given else 1.0

    @property
    def found(self) -> float:
        return self.must_hit / self.must if self.must else 1.0

    def share(self, name: str) -> float:
        ok, all_ = self.right.get(name, [0, 0])
        return ok / all_ if all_ else 1.0

    def line(self) -> str:
        rest = " ".join(f"{name} {ok}/{all_}" for name, (ok, all_) in sorted(self.right.items()))
        return f"must {self.must_hit}/{self.must} F1 {self.f1:.3f} ({self.hit}/{self.gold}/{self.given}) {rest}"


def register_of(lines: list[str]) -> Register:
    units, office = [], ""
    for line in lines:
        name, kind, *aliases = (part.strip() for part in line.split("|"))
        if name.startswith("văn phòng:"):
            name = office = name.removeprefix("văn phòng:").strip()
        units.append(Unit(name, tuple(alias for alias in aliases if alias), kind))
    return Register(tuple(units), office)


def read_case(path: Path) -> tuple[Register, Document, list[dict[str, Any]], list[str]]:
    head, rest = path.read_text("utf-8").split("=== van ban\n")
    body, tail = rest.split("=== nghia vu\n")
    register = register_of(head.split("=== don vi\n")[1].strip().split("\n"))
    gold = [_duty(line, register) for line in tail.strip().split("\n") if line and not line.startswith("?")]
    optional = [line[1:].strip() for line in tail.strip().split("\n") if line.startswith("?")]
    return register, _document(body.strip("\n")), gold, optional


def _document(body: str) -> Document:
    """Return the document of a case: "\\t" parts cells, "\\n" the paragraphs of a cell."""
    pieces: list[Piece] = []
    table, row = 0, 0
    before = False
    for line in body.split("\n"):
        cells = line.split("\\t")
        if len(cells) == 1:
            before = False
            pieces.append(Piece(line, "đoạn"))
            continue
        table, row = (table, row + 1) if before else (table + 1, 0)
        before = True
        for col, cell in enumerate(cells):
            pieces.extend(Piece(part, "bảng", cell=Cell(table, row, col)) for part in cell.split("\\n"))
    return build(pieces, sha256="0" * 64, format="text")


def _duty(line: str, register: Register) -> dict[str, Any]:
    quote, applies, quantity, deadline, shown, weight = (part.strip() for part in line.split(" | "))
    if applies == "each_unit":
        units = [unit.name for unit in register.others()]
    elif applies == "office":
        units = [register.office]
    elif applies.startswith("kind:"):
        units = [u.name for u in register.of_kind(applies[5:]) if u.name != register.office]
    else:
        units = [part.strip() for part in applies.split(";")]
    op, value = quantity.split() if quantity != "-" else (None, None)
    start, end = deadline.split("~")[-1].split("..") if deadline != "-" else (None, None)
    return {
        "quote": quote,
        "units": set(units),
        "quantity": (op, float(value)) if value else (None, None),
        "deadline": {"start": start or None, "end": end or None} if deadline != "-" else None,
        "shown_by": shown,
        "weight": weight,
    }


def as_result(item: Requirement) -> dict[str, Any]:
    return {
        "quote": item.quote,
        "units": set(item.units),
        "action": item.action,
        "shown_by": str(item.shown_by),
        "quantity": (item.quantity.op, item.quantity.value) if item.quantity else (None, None),
        "deadline": item.deadline.as_json() if item.deadline else None,
        "weight": str(item.weight),
        "id": item.id,
    }


def compare(plan: Plan, gold: list[dict[str, Any]], optional: list[str], tag: str = "") -> Figures:
    given = [as_result(item) for item in plan.requirements]

    def alike(a: dict[str, Any], b: dict[str, Any]) -> float:
        value = float(score.dice(a["quote"], b["quote"]))
        if value < 0.4 and score.overlap(a["quote"], b["quote"]) < 0.8:
            return 0.0
        value = max(value, 0.4) + 0.2 * (score.span_of(a["deadline"]) == score.span_of(b["deadline"]))
        return float(value + 0.1 * (a["units"] == b["units"]) + 0.2 * (a["shown_by"] == b["shown_by"]))

    pairs = score.greedy(gold, given, alike, 0.4)
    hit_gold, hit_given = {i for i, _ in pairs}, {j for _, j in pairs}
    counted = [
        j
        for j, x in enumerate(given)
        if j in hit_given
        or not any(score.dice(o, x["quote"]) >= 0.5 or score.overlap(o, x["quote"]) >= 0.8 for o in optional)
    ]
    figures = Figures(len(gold), len(pairs), given=len(counted))
    figures.must = sum(g["weight"] == "must" for g in gold)
    figures.must_hit = sum(gold[i]["weight"] == "must" for i in hit_gold)
    figures.notes += [f"{tag} missed: {g['quote'][:100]}" for i, g in enumerate(gold) if i not in hit_gold]
    figures.notes += [f"{tag} not a duty: {given[j]['quote'][:100]}" for j in counted if j not in hit_given]
    for i, j in pairs:
        g, x = gold[i], given[j]
        what = f"{tag} {g['quote'][:60]!r}"
        deadline = score.span_of(g["deadline"]), score.span_of(x["deadline"])
        figures.mark("deadline", deadline[0] == deadline[1], f"{what} {deadline[1]}, should be {deadline[0]}")
        figures.mark("units", g["units"] == x["units"], f"{what} {sorted(x['units'])}, should be {sorted(g['units'])}")
        figures.mark("quantity", g["quantity"] == x["quantity"], f"{what} {x['quantity']}, not {g['quantity']}")
        figures.mark("shown_by", g["shown_by"] == x["shown_by"], f"{what} {x['shown_by']}, not {g['shown_by']}")
        figures.mark("weight", g["weight"] == x["weight"], f"{what} {x['weight']}, not {g['weight']}")
    return figures


def run_case(path: Path) -> tuple[Plan, Figures]:
    register, document, gold, optional = read_case(path)
    plan = compile_plan(document, extract(document), register)
    return plan, compare(plan, gold, optional, path.stem)
