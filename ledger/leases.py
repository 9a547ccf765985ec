"""Leases: who works on what just now. A claim runs out by itself, so that one who died holds nothing for long."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Float, Select, cast, delete, func, select, true, update

from ledger import schema as t
from ledger.database import Database


class Leases(Database):
    """Claims by name. Time is that of the database: the clocks of several machines never agree."""

    def claim(self, names: Sequence[str], holder: str, seconds: float) -> list[str]:
        """Return those of `names` that `holder` now holds for `seconds`: free ones, its own, and ones that ran out.

        Each name is held by one holder at a time, whoever asks and from wherever.
        """
        if not names:
            return []
        with self.writing() as connection:
            now = connection.execute(self._now()).scalar_one()
            taken = select(t.leases.c.name).where(
                t.leases.c.name.in_(names), t.leases.c.until > now, t.leases.c.holder != holder
            )
            others = set(connection.execute(taken).scalars())
            free = [name for name in dict.fromkeys(names) if name not in others]
            for name in free:
                self.replace(connection, t.leases, {"name": name, "holder": holder, "until": now + seconds})
        return free

    def renew(self, holder: str, seconds: float) -> int:
        """Hold all that `holder` still holds for `seconds` from now; return how many leases that are.

        What ran out meanwhile is not taken back: someone else may be at it.
        """
        with self.writing() as connection:
            now = connection.execute(self._now()).scalar_one()
            mine = (t.leases.c.holder == holder) & (t.leases.c.until > now)
            return connection.execute(update(t.leases).where(mine).values(until=now + seconds)).rowcount

    def release(self, holder: str, names: Collection[str] | None = None) -> None:
        """Give back those of `names` that `holder` holds, or all that it holds."""
        which = true() if names is None else t.leases.c.name.in_(names)
        with self.writing() as connection:
            connection.execute(delete(t.leases).where(t.leases.c.holder == holder, which))

    def leased(self, names: Collection[str]) -> set[str]:
        """Return those of `names` that somebody holds now."""
        with self.transaction() as connection:
            now = connection.execute(self._now()).scalar_one()
            held = select(t.leases.c.name).where(t.leases.c.name.in_(names), t.leases.c.until > now)
            return set(connection.execute(held).scalars())

    def holder_of(self, name: str) -> str | None:
        """Return who holds that name now, None where nobody does."""
        with self.transaction() as connection:
            now = connection.execute(self._now()).scalar_one()
            statement = select(t.leases.c.holder).where(t.leases.c.name == name, t.leases.c.until > now)
            return connection.execute(statement).scalar()

    def sweep_leases(self) -> None:
        """Forget what ran out."""
        with self.writing() as connection:
            now = connection.execute(self._now()).scalar_one()
            connection.execute(delete(t.leases).where(t.leases.c.until <= now))

    def _now(self) -> Select[tuple[float]]:
        clock: ColumnElement[float]
        if self.engine.dialect.name == "postgresql":
            # of this moment: now() is that of the transaction's start, and it may have waited for another writer
            clock = cast(func.extract("epoch", func.clock_timestamp()), Float)
        else:
            clock = (func.julianday("now") - 2440587.5) * 86400.0
        return select(clock)
