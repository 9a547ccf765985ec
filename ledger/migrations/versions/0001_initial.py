"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("first_look", sa.String(40), nullable=False),
        sa.Column("plan_sha256", sa.String(64)),
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("stored_at", sa.String(40), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("version", sa.String(80), primary_key=True),
        sa.Column("error_code", sa.String(40)),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "facts",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("version", sa.String(160), primary_key=True),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("campaign", sa.String(200), sa.ForeignKey("campaigns.id"), primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("seen_at", sa.String(40), nullable=False),
        sa.Column("at_first_look", sa.Integer, nullable=False),
        sa.Column("gone_at", sa.String(40)),
        sa.Column("state", sa.String(30)),
        sa.Column("unit", sa.Text),
    )
    _judgements()
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("campaign", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False, unique=True),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(300), primary_key=True),
        sa.Column("holder", sa.String(120), nullable=False),
        sa.Column("until", sa.Float, nullable=False),
    )


def _judgements() -> None:
    op.create_table(
        "requirements",
        sa.Column("campaign", sa.String(200), sa.ForeignKey("campaigns.id"), primary_key=True),
        sa.Column("id", sa.String(60), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("campaign", sa.String(200), sa.ForeignKey("campaigns.id"), primary_key=True),
        sa.Column("unit", sa.Text, primary_key=True),
        sa.Column("requirement", sa.String(60), primary_key=True),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("cause", sa.String(30), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("campaign", sa.String(200), sa.ForeignKey("campaigns.id"), nullable=False, index=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("answer", sa.String(60), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("decided_at", sa.String(40), nullable=False),
        sa.Column("evidence_hash", sa.String(64), nullable=False),
    )
