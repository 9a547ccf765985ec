"""Reads the small invented campaigns under mini/: text files, read by the real extractors and judged whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from checks.finding import Finding
from checks.policy import Policy
from checks.requirement import Plan
from checks.submission import Submission
from checks.units import Register, Unit
from extractors.document import Document
from extractors.errors import Truncated
from extractors.extract import extract
from extractors.readers.builder import plain
from flows.assess import Assessment, assess

FOLDER = Path(__file__).parent / "mini"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@dataclass(frozen=True)
class Expected:
    """One line of expected.txt; `place` is the instance of a series, 1 for any other duty."""

    unit: str
    duty: str
    place: int
    status: str
    evidence: str


def expected(name: str) -> list[Expected]:
    lines = (FOLDER / name / "expected.txt").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]
    parted = [(unit, *duty.partition("#")[::2], status, told) for unit, duty, status, told in rows]
    return [Expected(unit, duty, int(place or 1), status, told) for unit, duty, place, status, told in parted]


@dataclass(frozen=True)
class Mini:
    """A campaign as it was read, before anything of it is judged."""

    plan: Document
    items: tuple[Submission, ...]
    register: Register
    day: date

    @property
    def roster(self) -> list[str]:
        return [form for unit in self.register.units for form in (unit.name, *unit.aliases)]


def load(name: str) -> Assessment:
    """Return the campaign judged on its day."""
    mini = read(name)
    return assess(mini.plan, extract(mini.plan), mini.items, mini.register, mini.day, Policy())


def read(name: str) -> Mini:
    """Return the campaign as it lies there."""
    folder = FOLDER / name
    config = yaml.safe_load((folder / "campaign.yaml").read_text("utf-8"))
    units = tuple(Unit(u["name"], tuple(u["aliases"]), u["kind"]) for u in config["units"])
    roster = [form for unit in units for form in (unit.name, *unit.aliases)]
    received = json.loads((folder / "received.json").read_text("utf-8"))
    plan = plain((folder / "plan.txt").read_text("utf-8").strip(), "1" * 64)
    items = tuple(_read(path, received, roster) for path in sorted((folder / "submissions").iterdir()))
    return Mini(plan, items, Register(units, config["office"]), date.fromisoformat(str(config["as_of"])))


def _read(path: Path, received: dict[str, str], roster: Sequence[str]) -> Submission:
    arrived = datetime.fromisoformat(received[path.name])
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if path.suffix == ".hong":
        return Submission(path.name.replace(".hong", ".docx"), digest, arrived, error=Truncated())
    document = plain(path.read_text("utf-8").strip(), digest)
    return Submission(path.name, digest, arrived, document, extract(document, roster))


def find(found: Sequence[Finding], plan: Plan, wanted: Expected) -> Finding | None:
    """Return the finding that a line of expected.txt means, None where the plan has no such duty for the unit."""
    duties = [item.id for item in plan.requirements if wanted.duty in item.quote and wanted.unit in item.units]
    if len(duties) < wanted.place:
        return None
    return next(
        (item for item in found if item.unit == wanted.unit and item.requirement == duties[wanted.place - 1]), None
    )
