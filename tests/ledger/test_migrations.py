"""An old ledger becomes a new one by steps, and the steps lead to the tables that the code knows."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from ledger.ledger import Ledger
from ledger.schema import metadata
from ledger.upgrade import HEAD, run_steps


def test_the_steps_lead_to_the_tables_that_the_code_knows(url: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        run_steps(connection)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        assert differences == []
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
    engine.dispose()


def test_a_fresh_ledger_is_at_the_newest_step_and_opens_again(url: str) -> None:
    for _ in range(2):
        ledger = Ledger(url)
        with ledger.transaction() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
        ledger.close()
