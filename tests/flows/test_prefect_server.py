"""A locked database is the server's trouble, not the clerk's: what was refused for it is tried again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from flows import prefect_server
from flows.prefect_server import Patient

BODY = b'{"run_input": {}}'


class Locked(Exception):
    """As Prefect's server raises after it answered 503."""


def serve(answers: list[int], method: str = "POST", path: str = "/api/flow_runs/1/resume") -> tuple[list[int], Any]:
    """The statuses that the browser got, and what the application saw: bodies, and whether it began as a writer."""
    seen: list[tuple[bytes, bool]] = []
    sent: list[int] = []
    asked = [{"type": "http.request", "body": BODY[:4], "more_body": True}, {"type": "http.request", "body": BODY[4:]}]

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message.get("body", b""), message.get("more_body", False)
        seen.append((body, prefect_server._WRITER.get()))
        status = answers[len(seen) - 1]
        await send({"type": "http.response.start", "status": status})
        await send({"type": "http.response.body", "body": b"{}"})
        if status == 503:
            raise Locked

    async def receive() -> dict[str, Any]:
        return asked.pop(0)

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            sent.append(message["status"])

    asyncio.run(Patient(app)({"type": "http", "method": method, "path": path}, receive, send))
    return sent, seen


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefect_server, "_RESTS", (0.0, 0.0))


@pytest.mark.parametrize(
    ("answers", "sent", "why"),
    [
        ([201], [201], "taken at once"),
        ([503, 201], [201], "locked once: the browser hears only of the success"),
        ([503, 503, 201], [201], "and twice"),
        ([500], [500], "any other fault is told as it is"),
    ],
)
def test_what_was_refused_is_sent_again_whole(answers: list[int], sent: list[int], why: str) -> None:
    told, seen = serve(answers)
    assert told == sent, why
    assert [body for body, _ in seen] == [BODY] * len(answers), why


def test_what_stays_locked_is_told_and_raised_for_the_log() -> None:
    with pytest.raises(Locked):
        serve([503, 503, 503])


@pytest.mark.parametrize(
    ("path", "writer"),
    [
        ("/api/flow_runs/1/resume", True),
        ("/api/deployments/1/create_flow_run", True),
        ("/api/flow_runs/filter", False),  # a list that waits for writers would wait long
    ],
)
def test_what_a_clerk_presses_begins_as_a_writer(path: str, writer: bool) -> None:
    _, seen = serve([201], path=path)
    assert [begun for _, begun in seen] == [writer]
