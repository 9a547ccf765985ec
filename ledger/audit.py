"""What must hold of the ledger at any time, asked of the database."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from extractors.document import Document
from extractors.facts import Facts
from ledger import schema as t
from ledger.codec import unpack
from ledger.database import Database


class Audit(Database):
    """Questions that `verify` asks."""

    def originals(self) -> list[str]:
        """Return the SHA-256 of every original that the database knows."""
        with self.transaction() as connection:
            return [
                row.sha256 for row in connection.execute(select(t.originals.c.sha256).order_by(t.originals.c.sha256))
            ]

    def broken_seals(self) -> list[int]:
        """Return the numbers of events whose seal does not follow from the event before: changed, or one is gone."""
        broken, last = [], ""
        with self.transaction() as connection:
            for row in connection.execute(select(t.events).order_by(t.events.c.id)):
                seal = hashlib.sha256("\x1f".join([last, row.at, row.campaign, row.kind, row.detail]).encode())
                if seal.hexdigest() != row.seal:
                    broken.append(row.id)
                last = row.seal
        return broken

    def stateless(self) -> list[tuple[str, str]]:
        """Return (campaign, key) of present entries that reached no end state."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.submissions.c.campaign, t.submissions.c.key).where(
                    t.submissions.c.gone_at.is_(None), t.submissions.c.state.is_(None)
                )
            ).all()
        return [(row.campaign, row.key) for row in rows]

    def read_pairs(self) -> Iterator[tuple[Document, Facts]]:
        """Yield each document with each set of facts found in it."""
        with self.transaction() as connection:
            documents = connection.execute(select(t.readings).where(t.readings.c.error_code.is_(None))).all()
            for row in documents:
                document = unpack(Document, row.payload)
                for found in connection.execute(select(t.facts.c.payload).where(t.facts.c.sha256 == row.sha256)).all():
                    yield document, unpack(Facts, found.payload)
