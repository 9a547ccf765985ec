"""The tables. A row of `submissions` is an entry of an inbox; what hangs on it can be made again from the originals."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

# Times are ISO 8601 with their offset, as text: they are compared and shown, never computed with in the database.

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("title", Text, nullable=False),
    Column("first_look", String(40), nullable=False),
    Column("plan_sha256", String(64)),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("stored_at", String(40), nullable=False),
)

# What reading an original gave, by the version that read it: a Document or the error, zlib-packed JSON.
readings = Table(
    "readings",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("version", String(80), primary_key=True),
    Column("error_code", String(40)),
    Column("payload", LargeBinary, nullable=False),
)

# What the grammars found in it, by their version and the roster that they knew.
facts = Table(
    "facts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("version", String(160), primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("campaign", String(200), ForeignKey("campaigns.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("seen_at", String(40), nullable=False),
    Column("at_first_look", Integer, nullable=False),
    Column("gone_at", String(40)),
    Column("state", String(30)),
    Column("unit", Text),
)

requirements = Table(
    "requirements",
    metadata,
    Column("campaign", String(200), ForeignKey("campaigns.id"), primary_key=True),
    Column("id", String(60), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("campaign", String(200), ForeignKey("campaigns.id"), primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("requirement", String(60), primary_key=True),
    Column("status", String(20), nullable=False),
    Column("cause", String(30), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

# A person's word over a finding or a fact; never changed, a later one of the same subject counts.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("campaign", String(200), ForeignKey("campaigns.id"), nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("answer", String(60), nullable=False),
    Column("value", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("decided_at", String(40), nullable=False),
    Column("evidence_hash", String(64), nullable=False),
)

# What happened, in order; each row seals the one before it, so that a gap or a change shows.
events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(40), nullable=False),
    Column("campaign", String(200), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("detail", Text, nullable=False),
    Column("seal", String(64), nullable=False, unique=True),
)

# A document being worked on; the row is the claim, and it runs out by itself.
leases = Table(
    "leases",
    metadata,
    Column("name", String(300), primary_key=True),
    Column("holder", String(120), nullable=False),
    Column("until", Float, nullable=False),
)
