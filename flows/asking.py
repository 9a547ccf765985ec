"""One question to a person: a run that suspends with a form and, when it is resumed, hands back what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Months: a clerk may answer next week or after the holidays.
PATIENCE_SECONDS = 180 * 24 * 3600
NOBODY_CHECKS = "Họ tên do người dùng tự ghi, hệ thống không xác minh."
UNCHECKED = "(tự ghi, không xác minh)"


def answered(key: str) -> bool:
    """Return whether this run was suspended under `key` before, so that an answer is there now."""
    from prefect.context import FlowRunContext

    context = FlowRunContext.get()
    run = context.flow_run if context else None
    policy = run.empirical_policy if run else None
    return policy is not None and key in (policy.pause_keys or ())


def ask_person(key: str, name: str, fields: Mapping[str, Any], description: str) -> dict[str, Any]:
    """Suspend this run with a form of pydantic `fields` below the markdown `description`; return the answers by field.

    Everything above this call is repeated when the run resumes, so it may only read. What was typed is handed back as
    it was typed even where the form would look different by now: a unit renamed meanwhile must not lose an answer.
    """
    from prefect.flow_runs import suspend_flow_run
    from prefect.input import RunInput
    from pydantic import ConfigDict, create_model

    form: Any
    if answered(key):
        form = type(name, (RunInput,), {"model_config": ConfigDict(extra="allow"), "__module__": __name__})
    else:
        form = create_model(name, __base__=RunInput, **fields)
        form._description = description
    answer = suspend_flow_run(wait_for_input=form, timeout=PATIENCE_SECONDS, key=key)
    told: dict[str, Any] = answer.model_dump(mode="json")
    return told


def typed(answer: Mapping[str, Any], field: str) -> str:
    """Return what was typed into a field, on one line, "" for nothing."""
    return " ".join(str(answer.get(field) or "").split())
