"""When a file is ready to be taken: unchanged in three looks. Pure: it sees listings and says what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.listing import Stamp

LOOKS = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What one look showed: `ready` entries to take now, `arriving` ones still moving, `gone` ones no longer there."""

    ready: tuple[str, ...]
    arriving: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass
class Settling:
    """The memory between looks. An entry is ready once for each content; one that changes afterwards settles anew."""

    looks: int = LOOKS
    _seen: dict[str, tuple[Stamp, int]] = field(default_factory=dict)
    _taken: dict[str, Stamp] = field(default_factory=dict)

    def look(self, listing: Mapping[str, Stamp]) -> Look:
        """Return what this listing shows against the ones before it, in the order of names."""
        gone = tuple(sorted(name for name in self._seen if name not in listing))
        for name in gone:
            del self._seen[name]
            self._taken.pop(name, None)
        ready: list[str] = []
        arriving: list[str] = []
        for name in sorted(listing):
            stamp = listing[name]
            before, count = self._seen.get(name, (None, 0))
            count = count + 1 if stamp == before else 1
            self._seen[name] = (stamp, count)
            if self._taken.get(name) == stamp:
                continue
            (ready if count >= self.looks else arriving).append(name)
        return Look(tuple(ready), tuple(arriving), gone)

    def taken(self, name: str, stamp: Stamp) -> None:
        """Note that the content with this stamp was taken. Anything else under the name is offered again."""
        self._taken[name] = stamp

    def stamp(self, name: str) -> Stamp | None:
        """Return the stamp of an entry in the last look."""
        found = self._seen.get(name)
        return found[0] if found else None
