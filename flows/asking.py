"""One question to a person: a run that suspends with a form and, when it is resumed, hands back what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from flows.run_log import log_lines

# Months: a clerk may answer next week or after the holidays.
PATIENCE_SECONDS = 180 * 24 * 3600
NOBODY_CHECKS = "Họ tên do người dùng tự ghi, hệ thống không xác minh."
UNCHECKED = "(tự ghi, không xác minh)"
# What the page says of a field that was left empty names it as the form sends it: so it is sent under these words.
WHO = "Họ và tên"
HOW = "Việc này chờ cán bộ trả lời: bấm dấu ⋮ ở góc trên bên phải, chọn Resume, điền phiếu rồi bấm Resume."


class Slip(BaseModel):
    """A form of a deployment: its fields are sent under the words that staff read, and known by name in the code."""

    model_config = ConfigDict(populate_by_name=True)


@dataclass(frozen=True)
class Form:
    """What a waiting run asks: `fields` for pydantic below the markdown `description`; `key` names the question."""

    key: str
    name: str
    fields: Mapping[str, Any] = field(compare=False)
    description: str

    def model(self) -> Any:
        """Return the form as Prefect wants it: a pydantic class of its own kind."""
        from prefect.input import RunInput
        from pydantic import create_model

        made: Any = create_model(self.name, __base__=RunInput, **self.fields)
        made._description = self.description
        return made


def answered(key: str) -> bool:
    """Return whether this run was suspended under `key` before, so that an answer is there now."""
    from prefect.context import FlowRunContext

    context = FlowRunContext.get()
    run = context.flow_run if context else None
    policy = run.empirical_policy if run else None
    return policy is not None and key in (policy.pause_keys or ())


def ask_person(form: Form) -> dict[str, Any]:
    """Suspend this run with the form, unless it waits with it already; return the answers by field.

    Everything above this call is repeated when the run resumes, so it may only read. What was typed is handed back as
    it was typed even where the form would look different by now: a unit renamed meanwhile must not lose an answer.
    """
    from prefect.flow_runs import suspend_flow_run
    from prefect.input import RunInput

    shown: Any
    if answered(form.key):
        shown = type(form.name, (RunInput,), {"model_config": ConfigDict(extra="allow"), "__module__": __name__})
    else:
        shown = form.model()
    answer = suspend_flow_run(wait_for_input=shown, timeout=PATIENCE_SECONDS, key=form.key)
    told: dict[str, Any] = answer.model_dump(mode="json")
    return told


def place(client: Any, run: UUID, form: Form) -> None:
    """Let a run that was just made, and that no process runs, wait with the form: what `suspend_flow_run` does.

    A process for each form costs seconds of a processor (measured: 4.1 s, so fifty units held two cores for minutes);
    only an answer needs one. Killed in the middle it leaves a run that is neither waiting nor scheduled; see
    `flows.tending`.
    """
    from prefect.input.run_input import keyset_from_paused_state
    from prefect.states import Running, Suspended

    state: Any = Suspended(timeout_seconds=PATIENCE_SECONDS, pause_key=form.key)
    keyset = keyset_from_paused_state(state)
    state.state_details.run_input_keyset = keyset
    form.model().save(keyset, flow_run_id=run)
    client.set_flow_run_state(run, Running(), force=True)  # only a running run may be suspended
    client.set_flow_run_state(run, state)
    log_lines(client, run, [HOW])


def typed(answer: Mapping[str, Any], field: str) -> str:
    """Return what was typed into a field, on one line, "" for nothing."""
    return " ".join(str(answer.get(field) or "").split())
