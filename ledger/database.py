"""The one database: connections, transactions, and the sealed list of what happened."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from ledger import schema as t
from ledger.upgrade import settle

FILE = "ledger.sqlite"
_PATIENCE = 30.0  # seconds


class Database:
    """SQLite in a folder or PostgreSQL by URL; the same statements for both."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = create_engine(url, future=True)
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _safe_sqlite)
        settle(self.engine)

    @classmethod
    def at(cls, folder: Path) -> Self:
        """Return the ledger kept as SQLite in `folder`, made where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        return cls(f"sqlite:///{folder / FILE}")

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection inside one transaction."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection inside one transaction that no other writer interrupts, on this machine or another.

        What is read in it is still so when it is written: the seal of the last event, the rows that are replaced.
        """
        with self.engine.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(7071)"))
            else:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Yield a connection that sees everything as it is at one moment, whatever others write meanwhile."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                if self.engine.dialect.name == "sqlite":
                    connection.exec_driver_sql("BEGIN")
                yield connection

    def insert(self, table: Any) -> Any:
        """Return an INSERT of the dialect, which knows ON CONFLICT."""
        maker = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert
        return maker(table)

    def replace(self, connection: Connection, table: Any, row: Mapping[str, Any]) -> None:
        """Insert the row, or overwrite the one of the same key."""
        keys = [column.name for column in table.primary_key.columns]
        statement = self.insert(table).values(**row)
        rest = {name: value for name, value in row.items() if name not in keys}
        if rest:
            statement = statement.on_conflict_do_update(index_elements=keys, set_=rest)
        else:
            statement = statement.on_conflict_do_nothing(index_elements=keys)
        connection.execute(statement)


def log(connection: Connection, now: str, campaign: str, kind: str, detail: str) -> None:
    """Add an event, sealed over the one before it; the caller holds `writing`, or two events would seal one."""
    last = connection.execute(select(t.events.c.seal).order_by(t.events.c.id.desc()).limit(1)).scalar() or ""
    seal = hashlib.sha256("\x1f".join([last, now, campaign, kind, detail]).encode()).hexdigest()
    connection.execute(insert(t.events).values(at=now, campaign=campaign, kind=kind, detail=detail, seal=seal))


def _safe_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=30000", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _switch_to_wal(cursor)
    cursor.close()


def _switch_to_wal(cursor: Any) -> None:
    """Switch once; SQLite's own waiting does not cover two processes that switch a new file at one moment."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return
