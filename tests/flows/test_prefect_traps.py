"""The two silent breaks of unpinned Prefect: client reads that answer 422, schedules that never fire.

A real server is started; nothing of it is mocked.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PROBE = """
import asyncio
from datetime import timedelta
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.schedules import IntervalSchedule
from prefect.client.schemas.actions import DeploymentScheduleCreate

@flow
def probe(): ...

async def main():
    async with get_client() as client:
        assert await client.read_flows() == []
        assert await client.read_flow_runs() == []
        assert await client.read_deployments() == []
        assert await client.read_artifacts() == []
        flow_id = await client.create_flow(probe)
        schedule = DeploymentScheduleCreate(schedule=IntervalSchedule(interval=timedelta(hours=1)), active=True)
        await client.create_deployment(flow_id=flow_id, name="nhịp", schedules=[schedule])
        for _ in range(120):
            runs = await client.read_flow_runs()
            if runs:
                print("scheduled", len(runs))
                return
            await asyncio.sleep(0.5)
    raise SystemExit("no scheduled run appeared")

asyncio.run(main())
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def server(tmp_path: Path) -> Iterator[dict[str, str]]:
    port = free_port()
    env = {
        **os.environ,
        "PREFECT_HOME": str(tmp_path / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "2",
        "NO_PROXY": "*",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        for _ in range(240):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/health", timeout=2) as answer:
                    if answer.status == 200:
                        break
            except OSError:
                time.sleep(0.5)
        else:
            pytest.fail("the Prefect server did not start within two minutes")
        yield env
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def test_client_reads_work_and_a_schedule_really_fires(server: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=server, capture_output=True, text=True, timeout=150, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.startswith("scheduled")
