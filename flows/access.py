"""How our processes and people's browsers reach Prefect's server: address, password, database, what machines share."""

from __future__ import annotations

import os
from pathlib import Path

from flows.settings import Settings

_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}
_LOCAL = ("127.", "localhost", "::1", "[::1]")


def settle_access(options: Settings, data: Path) -> str:
    """Set what Prefect's server, its clients and all processes started from here need; return the address of the API.

    One setting, `auth`, switches the password on for the server and for our own clients. The pages call the API at the
    address from which they came, so that they work behind a proxy of another name; another site in the same browser is
    not let in (Prefect's default lets in every site).
    """
    api = f"{server_address(options)}/api"
    told = {
        "PREFECT_API_URL": api,
        "PREFECT_UI_API_URL": "/api",
        "PREFECT_SERVER_CORS_ALLOWED_ORIGINS": seen_address(options),
        # A chunk's list of documents passes from the service to the workers as a file: it lies where all see it.
        "PREFECT_LOCAL_STORAGE_PATH": str(data / "prefect" / "storage"),
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",
    }
    if options.auth is not None:
        told["PREFECT_API_AUTH_STRING"] = told["PREFECT_SERVER_API_AUTH_STRING"] = options.auth.get_secret_value()
    if options.prefect_database_url:
        told["PREFECT_API_DATABASE_CONNECTION_URL"] = with_driver(options.prefect_database_url, "asyncpg")
    os.environ.update(told)
    return api


def server_address(options: Settings) -> str:
    """Return where processes of this machine reach the server, without a slash at the end."""
    if options.server_url:
        return options.server_url.rstrip("/").removesuffix("/api")
    return f"http://{_ANYWHERE.get(options.host, options.host)}:{options.port}"


def seen_address(options: Settings) -> str:
    """Return the address that staff open, without a slash at the end."""
    return options.public_url.rstrip("/") if options.public_url else server_address(options)


def is_open(options: Settings) -> bool:
    """Return whether other machines reach the pages and nothing asks for a password."""
    return options.auth is None and not options.server_url and not options.host.startswith(_LOCAL)


def with_driver(url: str, driver: str) -> str:
    """Return the address of a PostgreSQL with the driver that we ship, where it names none."""
    kind, mark, rest = url.partition("://")
    return f"postgresql+{driver}://{rest}" if mark and kind in {"postgres", "postgresql"} else url
