"""A whole ledger copied row by row into another database: PostgreSQL into a file, a file into PostgreSQL."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Connection, func, insert, select, text

from extractors.errors import TonghopError
from ledger.database import Database
from ledger.schema import leases, metadata

_ROWS = 500
_NUMBERED = ("decisions", "events")


class NotEmpty(TonghopError):
    """The database that is to take the rows has rows of its own."""

    code = "SO_CAI_KHONG_TRONG"
    reason: ClassVar[str] = "Sổ cái nhận bản sao đã có dữ liệu."
    remedy: ClassVar[str] = "Đề nghị dùng một cơ sở dữ liệu trống."


def copy_rows(source: Database, target: Database) -> int:
    """Copy every row of `source` as it is at one moment into the empty `target`; return how many. Raises NotEmpty.

    Claims on documents stay behind: they belong to processes, not to what is held.
    """
    tables = [table for table in metadata.sorted_tables if table is not leases]
    count = 0
    with source.snapshot() as reading, target.writing() as writing:
        for table in tables:
            if writing.execute(select(func.count()).select_from(table)).scalar_one():
                raise NotEmpty
        for table in tables:
            rows = reading.execute(select(table).order_by(*table.primary_key.columns))
            for part in rows.mappings().partitions(_ROWS):
                writing.execute(insert(table), [dict(row) for row in part])
                count += len(part)
        _number_on(writing)
    return count


def _number_on(connection: Connection) -> None:
    """Let the next row be numbered after the last: rows that bring their numbers do not move PostgreSQL's counters."""
    if connection.dialect.name != "postgresql":
        return
    for name in _NUMBERED:
        last = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name} HAVING max(id) IS NOT NULL"
        connection.execute(text(last))
