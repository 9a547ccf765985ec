"""The files of a campaign by name and by unit: of thousands, none may be sought by reading through all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checks.submission import Submission


class Files:
    """The submissions of one campaign, found by key or by sender, always in their own order."""

    def __init__(self, submissions: Iterable[Submission]) -> None:
        self._by_key: dict[str, tuple[int, Submission]] = {}
        self._by_unit: dict[str, list[Submission]] = {}
        for at, item in enumerate(submissions):
            self._by_key.setdefault(item.key, (at, item))
            self._by_unit.setdefault(item.unit or "", []).append(item)

    def named(self, key: str) -> Submission | None:
        """Return the file of that key, None where there is none."""
        found = self._by_key.get(key)
        return found[1] if found else None

    def among(self, keys: Iterable[str]) -> list[Submission]:
        """Return the files of these keys."""
        return [item for _, item in sorted((self._by_key[key] for key in set(keys) if key in self._by_key), key=_place)]

    def of(self, unit: str) -> Sequence[Submission]:
        """Return the files that a unit sent."""
        return self._by_unit.get(unit, ())


def _place(found: tuple[int, Submission]) -> int:
    return found[0]
