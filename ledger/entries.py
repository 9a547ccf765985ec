"""Entries of the inboxes: which bytes lay under which name, since when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, select, update

from ledger import schema as t
from ledger.database import Database, log

_FIRST_LOOK = "xong_lan_dau"


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry of an inbox as it was first seen: `at_first_look` says that its real arrival is not known."""

    key: str
    sha256: str
    seen_at: str
    at_first_look: bool


class Entries(Database):
    """Campaigns and the entries of their folders."""

    def open_campaign(self, campaign: str, title: str, now: str) -> bool:
        """Note the campaign and return whether its first look has not ended; one that was killed begins anew."""
        with self.writing() as connection:
            statement = self.insert(t.campaigns).values(id=campaign, title=title, first_look=now)
            done = connection.execute(statement.on_conflict_do_nothing(index_elements=["id"]))
            connection.execute(update(t.campaigns).where(t.campaigns.c.id == campaign).values(title=title))
            if done.rowcount == 1:
                log(connection, now, campaign, "mo_dot", title)
            return not _first_look_ended(connection, campaign)

    def end_first_look(self, campaign: str, now: str) -> None:
        """Note, once, that all that lay in the folder when it was first seen is recorded: what comes now arrives."""
        with self.writing() as connection:
            if not _first_look_ended(connection, campaign):
                log(connection, now, campaign, _FIRST_LOOK, "")

    def record_sighting(self, campaign: str, sighting: Sighting, size: int, present: Collection[str] = ()) -> Sighting:
        """Record that these bytes lay under this key, once; return the first sighting of them."""
        return self.record_sightings(campaign, [(sighting, size)], present)[0]

    def record_sightings(
        self, campaign: str, seen: Sequence[tuple[Sighting, int]], present: Collection[str] = ()
    ) -> list[Sighting]:
        """Record what lay under which key, with its size in bytes, in one transaction; return the first sightings.

        `present` are the keys in the folder now: bytes seen before under a key that is gone were moved or renamed, and
        keep the time at which they arrived.
        """
        with self.writing() as connection:
            return [self._record(connection, campaign, sighting, size, present) for sighting, size in seen]

    def _record(
        self, connection: Connection, campaign: str, sighting: Sighting, size: int, present: Collection[str]
    ) -> Sighting:
        original = self.insert(t.originals).values(sha256=sighting.sha256, size=size, stored_at=sighting.seen_at)
        connection.execute(original.on_conflict_do_nothing(index_elements=["sha256"]))
        moved = _moved_from(connection, campaign, sighting, present) if present else None
        first = replace(moved, key=sighting.key) if moved else sighting
        row = {
            "campaign": campaign,
            "key": first.key,
            "sha256": first.sha256,
            "seen_at": first.seen_at,
            "at_first_look": int(first.at_first_look),
        }
        statement = self.insert(t.submissions).values(**row)
        done = connection.execute(statement.on_conflict_do_nothing(index_elements=["campaign", "key", "sha256"]))
        if done.rowcount == 1:
            log(connection, sighting.seen_at, campaign, "tiep_nhan", f"{sighting.sha256} {sighting.key}")
            return first
        where = _is(campaign, sighting.key, sighting.sha256)
        connection.execute(update(t.submissions).where(where).values(gone_at=None))
        return _sighting(connection, campaign, sighting.key, sighting.sha256) or sighting

    def sighting(self, campaign: str, key: str, sha256: str) -> Sighting | None:
        """Return when these bytes were first seen under this key, or None where they never were."""
        with self.transaction() as connection:
            return _sighting(connection, campaign, key, sha256)

    def sightings(self, campaign: str) -> tuple[Sighting, ...]:
        """Return the first sighting of every (key, content) of the campaign, those that are gone among them."""
        with self.transaction() as connection:
            rows = connection.execute(select(t.submissions).where(t.submissions.c.campaign == campaign)).all()
        return tuple(Sighting(row.key, row.sha256, row.seen_at, bool(row.at_first_look)) for row in rows)

    def mark_gone(self, campaign: str, present: Iterable[tuple[str, str]], now: str) -> int:
        """Mark entries no longer in the folder (or replaced there); return how many were marked."""
        here = set(present)
        with self.writing() as connection:
            rows = connection.execute(
                select(t.submissions.c.key, t.submissions.c.sha256).where(
                    t.submissions.c.campaign == campaign, t.submissions.c.gone_at.is_(None)
                )
            ).all()
            gone = [(row.key, row.sha256) for row in rows if (row.key, row.sha256) not in here]
            for key, sha256 in gone:
                connection.execute(
                    update(t.submissions)
                    .where(
                        t.submissions.c.campaign == campaign,
                        t.submissions.c.key == key,
                        t.submissions.c.sha256 == sha256,
                    )
                    .values(gone_at=now)
                )
                log(connection, now, campaign, "vang_mat", f"{sha256} {key}")
            return len(gone)

    def record_states(self, campaign: str, states: Iterable[tuple[str, str, str, str | None]]) -> None:
        """Set state and unit of entries, given as (key, sha256, state, unit); only what changed is written."""
        table = t.submissions
        with self.writing() as connection:
            rows = connection.execute(
                select(table.c.key, table.c.sha256, table.c.state, table.c.unit).where(table.c.campaign == campaign)
            ).all()
            known = {(row.key, row.sha256): (row.state, row.unit) for row in rows}
            for key, sha256, state, unit in states:
                if known.get((key, sha256)) != (state, unit):
                    connection.execute(update(table).where(_is(campaign, key, sha256)).values(state=state, unit=unit))

    def counts(self, campaign: str) -> dict[str, int]:
        """Return how many entries now in the folder are in each state ("" for none yet)."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.submissions.c.state).where(
                    t.submissions.c.campaign == campaign, t.submissions.c.gone_at.is_(None)
                )
            ).all()
        found: dict[str, int] = {}
        for row in rows:
            found[row.state or ""] = found.get(row.state or "", 0) + 1
        return found

    def states(self, campaign: str) -> dict[str, str]:
        """Return the state of each entry now in the folder ("" for none yet), by key."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.submissions.c.key, t.submissions.c.state).where(
                    t.submissions.c.campaign == campaign, t.submissions.c.gone_at.is_(None)
                )
            ).all()
        return {row.key: row.state or "" for row in rows}

    def campaigns(self) -> list[tuple[str, str]]:
        """Return (id, title) of every campaign that was ever looked at."""
        with self.transaction() as connection:
            rows = connection.execute(select(t.campaigns.c.id, t.campaigns.c.title).order_by(t.campaigns.c.id)).all()
        return [(row.id, row.title) for row in rows]

    def content_of(self, campaign: str, key: str) -> str | None:
        """Return the SHA-256 of what lies under that key now, None where nothing does."""
        with self.transaction() as connection:
            return connection.execute(
                select(t.submissions.c.sha256)
                .where(
                    t.submissions.c.campaign == campaign, t.submissions.c.key == key, t.submissions.c.gone_at.is_(None)
                )
                .order_by(t.submissions.c.seen_at.desc())
            ).scalar()


def _first_look_ended(connection: Connection, campaign: str) -> bool:
    told = select(t.events.c.id).where(t.events.c.campaign == campaign, t.events.c.kind == _FIRST_LOOK).limit(1)
    return connection.execute(told).first() is not None


def _moved_from(connection: Connection, campaign: str, sighting: Sighting, present: Collection[str]) -> Sighting | None:
    """Return the earliest sighting of the same bytes under a key that is no longer in the folder."""
    rows = connection.execute(
        select(t.submissions)
        .where(t.submissions.c.campaign == campaign, t.submissions.c.sha256 == sighting.sha256)
        .order_by(t.submissions.c.seen_at, t.submissions.c.key)
    ).all()
    gone = (row for row in rows if row.key != sighting.key and row.key not in present)
    return next((Sighting(row.key, row.sha256, row.seen_at, bool(row.at_first_look)) for row in gone), None)


def _is(campaign: str, key: str, sha256: str) -> ColumnElement[bool]:
    table = t.submissions.c
    return (table.campaign == campaign) & (table.key == key) & (table.sha256 == sha256)


def _sighting(connection: Connection, campaign: str, key: str, sha256: str) -> Sighting | None:
    found = connection.execute(select(t.submissions).where(_is(campaign, key, sha256))).one_or_none()
    return Sighting(found.key, found.sha256, found.seen_at, bool(found.at_first_look)) if found else None
