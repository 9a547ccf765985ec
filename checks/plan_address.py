"""Whom a phrase of a plan obliges: units of the register, in groups that each make one requirement."""

from __future__ import annotations

from dataclasses import dataclass, replace

EACH, OFFICE, KIND = "each_unit", "office", "kind:"
KINDS_JOINT = "; "  # between the kinds of one group: "kind:xã; thị trấn"


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a phrase obliges: one entry of `targets` for every requirement that comes of it.

    A target is (applies_to, names of units). `outside` holds those who are no units of the register; `people` says that
    the phrase names staff, not bodies; `loose` that it says no more than "the units concerned".
    """

    targets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    outside: tuple[str, ...] = ()
    people: bool = False
    loose: bool = False

    def __bool__(self) -> bool:
        return bool(self.targets)

    def without(self, other: Address) -> Address:
        """Return the address less the units of another."""
        left = tuple((applies, tuple(n for n in names if n not in other.units)) for applies, names in self.targets)
        return replace(self, targets=tuple(target for target in left if target[1]))

    def within(self, other: Address) -> Address:
        """Return the address as far as it is of `other` too; itself where they have nobody in common."""
        shared = self.units & other.units
        if not shared or shared == self.units:
            return self
        if shared == other.units:
            return replace(self, targets=other.targets)
        left = tuple((applies, tuple(n for n in names if n in shared)) for applies, names in self.targets)
        return replace(self, targets=tuple(target for target in left if target[1]))

    def among(self, kinds: Address | None) -> Address:
        """Return the part of `kinds` that the address reaches, itself where it reaches none or one unit alone."""
        if kinds is None or len(self.units) < 2 or not kinds.units < self.units:
            return self
        return replace(self, targets=kinds.targets)

    @property
    def units(self) -> frozenset[str]:
        """Return the names of all units that the phrase obliges."""
        return frozenset(name for _, names in self.targets for name in names)
