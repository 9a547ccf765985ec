"""Brings a database to the tables of this release."""

from __future__ import annotations

from importlib import resources

from sqlalchemy import Engine, inspect, text

from ledger.schema import metadata

HEAD = "0001"


def settle(engine: Engine) -> None:
    """Make the tables in an empty database, or run the steps that an older one lacks.

    Alembic is loaded only when there is a step to run: it costs a quarter of a second at each start.
    """
    with engine.begin() as connection:
        # Two processes may start on one empty database; the second waits for the first.
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(7070)"))
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        tables = set(inspect(connection).get_table_names())
        if "alembic_version" in tables:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        elif "campaigns" in tables:
            found = None
        else:
            metadata.create_all(connection)
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
            return
        if found != HEAD:
            run_steps(connection)


def run_steps(connection: object) -> None:
    """Run Alembic's steps up to the newest on an open connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("ledger").joinpath("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
