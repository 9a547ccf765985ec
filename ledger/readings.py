"""What reading and extracting gave, kept by content and version."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from extractors.document import Document
from extractors.errors import TonghopError, by_code
from extractors.facts import Facts
from ledger import schema as t
from ledger.codec import pack, unpack
from ledger.database import Database
from ledger.held import HeldDocument, HeldFacts

_ASKED_AT_ONCE = 500  # a statement takes only so many values


@dataclass(frozen=True, slots=True)
class Failure:
    """What is kept of an error."""

    code: str
    details: dict[str, Any]

    def error(self) -> TonghopError:
        """Return the error as it was raised."""
        return by_code().get(self.code, TonghopError)(**self.details)


class Readings(Database):
    """Documents, errors and facts by SHA-256."""

    def record_reading(self, sha256: str, version: str, outcome: Document | TonghopError) -> None:
        """Keep what reading these bytes gave; transient errors are never kept."""
        if isinstance(outcome, TonghopError):
            if outcome.transient:
                return
            row: dict[str, Any] = {"error_code": outcome.code, "payload": pack(Failure(outcome.code, outcome.details))}
        else:
            row = {"error_code": None, "payload": pack(outcome)}
        with self.transaction() as connection:
            self.replace(connection, t.readings, {"sha256": sha256, "version": version, **row})

    def record_taken(
        self, sha256: str, read_by: str, document: Document, extracted_by: str, found: Facts
    ) -> tuple[Document, Facts]:
        """Keep a new reading and what the grammars found in it, in one transaction; return both as they are held."""
        reading, facts = pack(document), pack(found)
        with self.transaction() as connection:
            told = {"sha256": sha256, "version": read_by, "error_code": None, "payload": reading}
            self.replace(connection, t.readings, told)
            self.replace(connection, t.facts, {"sha256": sha256, "version": extracted_by, "payload": facts})
        return HeldDocument.of(document, reading), HeldFacts.of(found, facts)

    def forget(self, sha256: str) -> None:
        """Drop what reading these bytes gave, by any version, so that they are read anew; the original stays."""
        with self.transaction() as connection:
            connection.execute(delete(t.readings).where(t.readings.c.sha256 == sha256))
            connection.execute(delete(t.facts).where(t.facts.c.sha256 == sha256))

    def reading(self, sha256: str, version: str) -> Document | TonghopError | None:
        """Return what reading these bytes gave before, or None where this version has not read them."""
        with self.transaction() as connection:
            row = connection.execute(
                select(t.readings).where(t.readings.c.sha256 == sha256, t.readings.c.version == version)
            ).one_or_none()
        if row is None:
            return None
        if row.error_code:
            return unpack(Failure, row.payload).error()
        return HeldDocument.of(unpack(Document, row.payload), row.payload)

    def finished(self, wanted: Collection[tuple[str, str]], facts_version: str) -> set[tuple[str, str]]:
        """Return those (SHA-256, reader's version) that need no more work: read and extracted, or refused for good."""
        found: set[tuple[str, str]] = set()
        hashes = sorted({sha256 for sha256, _ in wanted})
        with self.transaction() as connection:
            for at in range(0, len(hashes), _ASKED_AT_ONCE):
                part = hashes[at : at + _ASKED_AT_ONCE]
                rows = connection.execute(
                    select(t.readings.c.sha256, t.readings.c.version, t.readings.c.error_code).where(
                        t.readings.c.sha256.in_(part)
                    )
                ).all()
                extracted = set(
                    connection.execute(
                        select(t.facts.c.sha256).where(t.facts.c.sha256.in_(part), t.facts.c.version == facts_version)
                    ).scalars()
                )
                found |= {(row.sha256, row.version) for row in rows if row.error_code or row.sha256 in extracted}
        return found & set(wanted)

    def record_facts(self, sha256: str, version: str, found: Facts) -> Facts:
        """Keep what the grammars of `version` found; return it as it is held."""
        packed = pack(found)
        with self.transaction() as connection:
            self.replace(connection, t.facts, {"sha256": sha256, "version": version, "payload": packed})
        return HeldFacts.of(found, packed)

    def facts(self, sha256: str, version: str) -> Facts | None:
        """Return what the grammars of `version` found, or None."""
        with self.transaction() as connection:
            row = connection.execute(
                select(t.facts.c.payload).where(t.facts.c.sha256 == sha256, t.facts.c.version == version)
            ).one_or_none()
        return HeldFacts.of(unpack(Facts, row.payload), row.payload) if row else None
