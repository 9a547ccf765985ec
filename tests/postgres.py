"""A PostgreSQL of its own for tests: Debian's server in a temporary folder, reached by a socket, gone at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text

_HOMES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def why_not() -> str | None:
    """Why no server can be started here, None where one can."""
    if not _HOMES:
        return "PostgreSQL is not installed"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL refuses to run as root and there is no runuser"
    return None


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the URL of a running server, with `{}` where the name of a database belongs."""
    home = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path may have 107 letters
    owner = "postgres" if os.geteuid() == 0 else None
    if owner:
        shutil.chown(home, owner, owner)
    cluster = home / "cluster"
    hasty = "-c fsync=off -c full_page_writes=off -c listen_addresses=''"  # the crash of a machine is not tested here
    try:
        _run(
            owner, "initdb", "-D", str(cluster), "-U", "tonghop", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"
        )
        _run(owner, "pg_ctl", "-D", str(cluster), "-w", "-l", str(home / "log"), "-o", f"{hasty} -k {home}", "start")
        try:
            yield f"postgresql+pg8000://tonghop@/{{}}?unix_sock={home}/.s.PGSQL.5432"
        finally:
            _run(owner, "pg_ctl", "-D", str(cluster), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fresh_database(server: str) -> str:
    """Make an empty database on that server and return its URL."""
    name = f"t{uuid4().hex}"
    engine = create_engine(server.format("postgres"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    finally:
        engine.dispose()
    return server.format(name)


def for_prefect(url: str) -> str:
    """The URL under which Prefect's driver reaches the same database."""
    plain, _, socket = url.partition("?unix_sock=")
    return f"{plain.replace('+pg8000', '+asyncpg')}?host={Path(socket).parent}"


def _run(owner: str | None, program: str, *arguments: str) -> None:
    command = [str(_HOMES[-1] / program), *arguments]
    if owner:
        command = ["runuser", "-u", owner, "--", *command]
    done = subprocess.run(
        command, cwd="/", capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, f"{program}: {done.stderr or done.stdout}"
