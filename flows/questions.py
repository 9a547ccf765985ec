"""Keeps the runs that wait for a person in step with what is open: each asks about what stands now, none about less."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.asking import Form, place
from flows.titles import path

CHANGED = "Minh chứng hoặc nội dung cần hỏi đã thay đổi; câu hỏi mới thay cho câu hỏi này."
CLOSED = "Bản mới đã đủ nội dung hoặc đã có kết luận, không còn phải hỏi."

_WAITING = ("SCHEDULED", "PENDING", "RUNNING", "PAUSED")
_PAGE = 200


@dataclass(frozen=True)
class Question:
    """A run that should wait: of which deployment, under which name, started with what.

    The values of `about` tell questions of one kind apart (campaign and unit); another run with the same ones, but
    other `parameters`, asks about what is no longer so. Without a `form` a process of its own makes the form and can
    tell why it cannot.
    """

    deployment: str
    run_name: str
    about: tuple[str, ...]
    parameters: Mapping[str, Any]
    form: Form | None = None

    @property
    def subject(self) -> tuple[Any, ...]:
        """Return what the question is about."""
        return tuple(self.parameters.get(name) for name in self.about)


def keep_asking(deployment: str, campaign: Mapping[str, str], wanted: Iterable[Question]) -> None:
    """Start, keep and cancel runs until exactly the `wanted` questions of that deployment wait for this campaign.

    `campaign` are the parameters that all its questions share. A run that a person has just answered is left alone: its
    answer is recorded against the evidence that it showed, and what is then still open is asked at the next journey.
    """
    from prefect.client.orchestration import get_client

    open_now = {question.subject: question for question in wanted}
    with get_client(sync_client=True) as client:
        for run in _waiting(client, deployment):
            if any(run.parameters.get(name) != value for name, value in campaign.items()):
                continue
            question = next((q for q in open_now.values() if _same_subject(q, run.parameters)), None)
            if _being_answered(run) or (question and _same(question, run.parameters)):
                if question:
                    del open_now[question.subject]
                continue
            if not _being_answered(client.read_flow_run(run.id)):
                _cancel(client, run.id, CHANGED if question else CLOSED)
    for question in open_now.values():
        start(question)


def start(question: Question) -> None:
    """Make the run that asks it."""
    from prefect.client.orchestration import get_client
    from prefect.states import Pending

    with get_client(sync_client=True) as client:
        run = client.create_flow_run_from_deployment(
            client.read_deployment_by_name(path(question.deployment)).id,
            parameters=dict(question.parameters),
            name=question.run_name,
            tags=[question.deployment],
            state=Pending() if question.form else None,
        )
        if question.form:
            place(client, run.id, question.form)


def _same_subject(question: Question, parameters: Mapping[str, Any]) -> bool:
    return question.subject == tuple(parameters.get(name) for name in question.about)


def _same(question: Question, parameters: Mapping[str, Any]) -> bool:
    return all(parameters.get(name) == value for name, value in question.parameters.items())


def _being_answered(run: Any) -> bool:
    """It was suspended before and is no longer: somebody pressed Resume a moment ago."""
    paused = run.state is not None and run.state.is_paused()
    return bool(run.empirical_policy.pause_keys) and not paused


def _waiting(client: Any, tag: str) -> list[Any]:
    from prefect.client.schemas.filters import (
        FlowRunFilter,
        FlowRunFilterState,
        FlowRunFilterStateType,
        FlowRunFilterTags,
    )
    from prefect.client.schemas.objects import StateType

    wanted = FlowRunFilter(
        tags=FlowRunFilterTags(all_=[tag]),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType(name) for name in _WAITING])),
    )
    found: list[Any] = []
    while page := client.read_flow_runs(flow_run_filter=wanted, limit=_PAGE, offset=len(found)):
        found.extend(page)
    return found


def _cancel(client: Any, run_id: Any, note: str) -> None:
    from prefect.states import Cancelled

    client.set_flow_run_state(run_id, Cancelled(message=note), force=True)
