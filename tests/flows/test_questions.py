"""Which runs wait: what is no longer so is not asked, what is being answered is not cut off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from flows import questions
from flows.questions import CHANGED, CLOSED, Question, keep_asking


def run(unit: str, evidence: str, *, paused: bool = True, shown: bool = True, campaign: str = "d") -> Any:
    return SimpleNamespace(
        id=f"{unit}-{evidence}",
        parameters={"dot": campaign, "don_vi": unit, "minh_chung": [evidence]},
        state=SimpleNamespace(is_paused=lambda: paused),
        empirical_policy=SimpleNamespace(pause_keys={"xem-xet"} if shown else set()),
    )


def ask(unit: str, evidence: str) -> Question:
    parameters = {"dot": "d", "don_vi": unit, "minh_chung": [evidence]}
    return Question("xem-xet", f"Cần xem xét: {unit}", ("dot", "don_vi"), parameters)


CASES = [
    ([], [ask("A", "1")], [], ["A"], "nothing waits: a run is started"),
    ([run("A", "1")], [ask("A", "1")], [], [], "the same question waits: it stays"),
    ([run("A", "1")], [ask("A", "2")], [CHANGED], ["A"], "other evidence: the form would show what is no longer so"),
    ([run("A", "1")], [], [CLOSED], [], "nothing is left to ask"),
    ([run("A", "1")], [ask("B", "1")], [CLOSED], ["B"], "each unit for itself"),
    ([run("A", "1", campaign="e")], [], [], [], "another campaign's question is not ours"),
    ([run("A", "1", paused=False)], [ask("A", "2")], [], [], "a clerk pressed Resume just now: his answer is recorded"),
    ([run("A", "1", paused=False)], [], [], [], "so it is where nothing is left to ask"),
    ([run("A", "1", paused=False, shown=False)], [ask("A", "2")], [CHANGED], ["A"], "not shown to anybody yet"),
    ([run("A", "1"), run("A", "1")], [ask("A", "1")], [CLOSED], [], "one question waits once"),
]


@pytest.mark.parametrize(("waiting", "wanted", "notes", "started", "why"), CASES)
def test_the_waiting_runs_are_those_that_are_wanted(
    waiting: list[Any],
    wanted: list[Question],
    notes: list[str],
    started: list[str],
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cancelled: list[str] = []
    began: list[Question] = []

    class Client:
        def read_flow_runs(self, offset: int, **_: Any) -> list[Any]:
            return waiting[offset:]

        def read_flow_run(self, run_id: str) -> Any:
            return next(item for item in waiting if item.id == run_id)

        def set_flow_run_state(self, _: str, state: Any, force: bool) -> None:
            cancelled.append(state.message)

    @contextmanager
    def client(sync_client: bool) -> Iterator[Client]:
        yield Client()

    monkeypatch.setattr("prefect.client.orchestration.get_client", client)
    monkeypatch.setattr(questions, "start", began.append)
    keep_asking("xem-xet", {"dot": "d"}, wanted)
    assert (cancelled, [q.parameters["don_vi"] for q in began]) == (notes, started), why
