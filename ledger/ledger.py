"""The ledger: one database; each step is one transaction that replaces its own rows, so repeating is harmless."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from checks.decision import Decision
from checks.finding import Finding
from checks.requirement import Requirement
from extractors.document import Document
from extractors.errors import TonghopError, by_code
from extractors.facts import Facts
from ledger import schema as t
from ledger.codec import pack, unpack


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry of an inbox as it was first seen: `at_first_look` says that its real arrival is not known."""

    key: str
    sha256: str
    seen_at: str
    at_first_look: bool


@dataclass(frozen=True, slots=True)
class Failure:
    """What is kept of an error."""

    code: str
    details: dict[str, Any]

    def error(self) -> TonghopError:
        """Return the error as it was raised."""
        return by_code().get(self.code, TonghopError)(**self.details)


class Ledger:
    """All that is held of all campaigns. Times are handed in as ISO 8601 text: this room has no clock."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = create_engine(url, future=True)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _safe_sqlite)
        t.metadata.create_all(self.engine)

    @classmethod
    def at(cls, folder: Path) -> Ledger:
        """Return the ledger kept as SQLite in `folder`, made where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(f"sqlite:///{folder / 'ledger.sqlite'}")

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection inside one transaction."""
        with self.engine.begin() as connection:
            yield connection

    def _insert(self, table: Any) -> Any:
        maker = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert
        return maker(table)

    def _replace(self, connection: Connection, table: Any, row: Mapping[str, Any]) -> None:
        keys = [column.name for column in table.primary_key.columns]
        statement = self._insert(table).values(**row)
        rest = {name: value for name, value in row.items() if name not in keys}
        if rest:
            statement = statement.on_conflict_do_update(index_elements=keys, set_=rest)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=keys)
        connection.execute(statement)

    def open_campaign(self, campaign: str, title: str, now: str) -> bool:
        """Note the campaign and return whether this is the first look at it."""
        with self.transaction() as connection:
            statement = self._insert(t.campaigns).values(id=campaign, title=title, first_look=now)
            done = connection.execute(statement.on_conflict_do_nothing(index_elements=["id"]))
            connection.execute(update(t.campaigns).where(t.campaigns.c.id == campaign).values(title=title))
            if done.rowcount == 1:
                _log(connection, now, campaign, "mo_dot", title)
            return done.rowcount == 1

    def record_sighting(self, campaign: str, sighting: Sighting, size: int) -> Sighting:
        """Record that these bytes lay under this key, once; return the first sighting of them."""
        with self.transaction() as connection:
            original = self._insert(t.originals).values(sha256=sighting.sha256, size=size, stored_at=sighting.seen_at)
            connection.execute(original.on_conflict_do_nothing(index_elements=["sha256"]))
            row = {
                "campaign": campaign,
                "key": sighting.key,
                "sha256": sighting.sha256,
                "seen_at": sighting.seen_at,
                "at_first_look": int(sighting.at_first_look),
            }
            statement = self._insert(t.submissions).values(**row)
            done = connection.execute(statement.on_conflict_do_nothing(index_elements=["campaign", "key", "sha256"]))
            if done.rowcount == 1:
                _log(connection, sighting.seen_at, campaign, "tiep_nhan", f"{sighting.sha256} {sighting.key}")
                return sighting
            where = (
                (t.submissions.c.campaign == campaign)
                & (t.submissions.c.key == sighting.key)
                & (t.submissions.c.sha256 == sighting.sha256)
            )
            connection.execute(update(t.submissions).where(where).values(gone_at=None))
        return self.sighting(campaign, sighting.key, sighting.sha256) or sighting

    def sighting(self, campaign: str, key: str, sha256: str) -> Sighting | None:
        """Return when these bytes were first seen under this key, or None where they never were."""
        with self.transaction() as connection:
            found = connection.execute(
                select(t.submissions).where(
                    t.submissions.c.campaign == campaign,
                    t.submissions.c.key == key,
                    t.submissions.c.sha256 == sha256,
                )
            ).one_or_none()
        return Sighting(found.key, found.sha256, found.seen_at, bool(found.at_first_look)) if found else None

    def mark_gone(self, campaign: str, present: Iterable[tuple[str, str]], now: str) -> int:
        """Mark entries no longer in the folder (or replaced there); return how many were marked."""
        here = set(present)
        with self.transaction() as connection:
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
                _log(connection, now, campaign, "vang_mat", f"{sha256} {key}")
            return len(gone)

    def record_reading(self, sha256: str, version: str, outcome: Document | TonghopError) -> None:
        """Keep what reading these bytes gave; transient errors are never kept."""
        if isinstance(outcome, TonghopError):
            if outcome.transient:
                return
            row = {"error_code": outcome.code, "payload": pack(Failure(outcome.code, outcome.details))}
        else:
            row = {"error_code": None, "payload": pack(outcome)}
        with self.transaction() as connection:
            self._replace(connection, t.readings, {"sha256": sha256, "version": version, **row})

    def reading(self, sha256: str, version: str) -> Document | TonghopError | None:
        """Return what reading these bytes gave before, or None where this version has not read them."""
        with self.transaction() as connection:
            row = connection.execute(
                select(t.readings).where(t.readings.c.sha256 == sha256, t.readings.c.version == version)
            ).one_or_none()
        if row is None:
            return None
        return unpack(Failure, row.payload).error() if row.error_code else unpack(Document, row.payload)

    def record_facts(self, sha256: str, version: str, found: Facts) -> None:
        """Keep what the grammars of `version` found."""
        with self.transaction() as connection:
            self._replace(connection, t.facts, {"sha256": sha256, "version": version, "payload": pack(found)})

    def facts(self, sha256: str, version: str) -> Facts | None:
        """Return what the grammars of `version` found, or None."""
        with self.transaction() as connection:
            row = connection.execute(
                select(t.facts.c.payload).where(t.facts.c.sha256 == sha256, t.facts.c.version == version)
            ).one_or_none()
        return unpack(Facts, row.payload) if row else None

    def record_requirements(self, campaign: str, plan_sha256: str, found: Sequence[Requirement]) -> None:
        """Replace the campaign's requirements."""
        with self.transaction() as connection:
            connection.execute(delete(t.requirements).where(t.requirements.c.campaign == campaign))
            connection.execute(update(t.campaigns).where(t.campaigns.c.id == campaign).values(plan_sha256=plan_sha256))
            rows = [
                {"campaign": campaign, "id": item.id, "position": position, "payload": pack(item)}
                for position, item in enumerate(found)
            ]
            if rows:
                connection.execute(insert(t.requirements), rows)

    def record_states(self, campaign: str, states: Iterable[tuple[str, str, str, str | None]]) -> None:
        """Set state and unit of entries, given as (key, sha256, state, unit)."""
        with self.transaction() as connection:
            for key, sha256, state, unit in states:
                connection.execute(
                    update(t.submissions)
                    .where(
                        t.submissions.c.campaign == campaign,
                        t.submissions.c.key == key,
                        t.submissions.c.sha256 == sha256,
                    )
                    .values(state=state, unit=unit)
                )

    def record_findings(self, campaign: str, found: Sequence[Finding]) -> None:
        """Replace the campaign's findings in one transaction: readers see the old ones or the new ones."""
        with self.transaction() as connection:
            connection.execute(delete(t.findings).where(t.findings.c.campaign == campaign))
            rows = [
                {
                    "campaign": campaign,
                    "unit": item.unit,
                    "requirement": item.requirement,
                    "status": item.status.value,
                    "cause": item.cause.value,
                    "confidence": item.confidence,
                    "payload": pack(item),
                }
                for item in found
            ]
            if rows:
                connection.execute(insert(t.findings), rows)

    def findings(self, campaign: str) -> tuple[Finding, ...]:
        """Return the campaign's findings."""
        with self.transaction() as connection:
            rows = connection.execute(select(t.findings.c.payload).where(t.findings.c.campaign == campaign)).all()
        return tuple(unpack(Finding, row.payload) for row in rows)

    def record_decision(self, campaign: str, decision: Decision) -> None:
        """Add a person's word; earlier ones stay as history, the same word given twice is kept once."""
        row = {
            "subject": decision.subject,
            "answer": decision.answer,
            "value": decision.value,
            "reason": decision.reason,
            "reviewer": decision.reviewer,
            "decided_at": decision.decided_at,
            "evidence_hash": decision.evidence,
        }
        with self.transaction() as connection:
            same = [t.decisions.c[name] == value for name, value in row.items()]
            if connection.execute(select(t.decisions.c.id).where(t.decisions.c.campaign == campaign, *same)).first():
                return
            connection.execute(insert(t.decisions).values(campaign=campaign, **row))
            _log(connection, decision.decided_at, campaign, "ket_luan", f"{decision.subject} {decision.answer}")

    def decisions(self, campaign: str) -> tuple[Decision, ...]:
        """Return every decision on the campaign in the order in which they were given."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.decisions).where(t.decisions.c.campaign == campaign).order_by(t.decisions.c.id)
            ).all()
        return tuple(
            Decision(r.subject, r.answer, r.reviewer, r.decided_at, r.value, r.reason, r.evidence_hash) for r in rows
        )

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


def _log(connection: Connection, now: str, campaign: str, kind: str, detail: str) -> None:
    last = connection.execute(select(t.events.c.seal).order_by(t.events.c.id.desc()).limit(1)).scalar() or ""
    seal = hashlib.sha256("\x1f".join([last, now, campaign, kind, detail]).encode()).hexdigest()
    connection.execute(insert(t.events).values(at=now, campaign=campaign, kind=kind, detail=detail, seal=seal))


def _safe_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
