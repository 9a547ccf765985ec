"""The register of units: who exists, by which names, and which of them collects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the campaign. `numbered` says whether it keeps a number series of its own (None: not known).

    It exists from `since` to `until` (None: open), after which `merged_into` answers for it. `extended` is the day up
    to which the office lets it send what was due last before that day.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    contact: str = ""
    numbered: bool | None = None
    exempt: str = ""  # reason, where the unit need not send
    since: date | None = None
    until: date | None = None
    merged_into: str = ""
    extended: date | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """The units in the order of the office's own list; `office` is the name of the one that collects."""

    units: tuple[Unit, ...]
    office: str

    def others(self) -> tuple[Unit, ...]:
        """Return every unit except the collecting office."""
        return tuple(unit for unit in self.units if unit.name != self.office)

    def by_name(self, name: str) -> Unit | None:
        """Return the unit of that exact name."""
        return next((unit for unit in self.units if unit.name == name), None)

    def of_kind(self, kind: str) -> tuple[Unit, ...]:
        """Return the units of one kind."""
        return tuple(unit for unit in self.units if unit.kind == kind)
