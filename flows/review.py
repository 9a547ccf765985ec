"""Runs that wait for a person: one for each unit with gaps, ended by one answer, begun anew while gaps remain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from checks.finding import Finding
from checks.requirement import Requirement, Weight
from checks.ruling import standing
from flows.forms import Gap, decisions_of, describe, review_fields
from flows.office import Office

# Months: a clerk may answer next week or after the holidays.
PATIENCE_SECONDS = 180 * 24 * 3600
NAME = "xem-xet"
DECLARE = "khai-bao-dot"
MOST = 12  # gaps in one form; the rest follow in the next


def open_gaps(findings: Sequence[Finding], requirements: Sequence[Requirement]) -> dict[str, list[Gap]]:
    """Return, by unit, the must-findings that wait for a person; soft duties never stand in forms."""
    known = {item.id: item for item in requirements}
    found: dict[str, list[Gap]] = {}
    for finding in findings:
        requirement = known.get(finding.requirement)
        if requirement is None or requirement.weight is not Weight.MUST or not standing(finding).undecided:
            continue
        found.setdefault(finding.unit, []).append(Gap(finding, requirement))
    return found


def ask(office: Office, campaign: str, title: str, unit: str, subjects: Sequence[str]) -> int:
    """Suspend this run with the form for `subjects`; after the answer, record it and return how many decisions it held.

    Everything above the suspension is repeated when the run resumes, so it only reads. `subjects` were fixed when the
    run was started: the third line of the form means the same finding before and after.
    """
    from prefect.flow_runs import suspend_flow_run
    from prefect.input import RunInput
    from pydantic import create_model

    requirements = {item.id: item for item in office.ledger.requirements(campaign)}
    findings = {item.id: item for item in office.ledger.findings(campaign)}
    gaps = [
        Gap(findings[subject], requirements[findings[subject].requirement])
        for subject in subjects
        if subject in findings and findings[subject].requirement in requirements
    ]
    if not gaps:
        return 0
    form: Any = create_model("XemXet", __base__=RunInput, **review_fields(gaps))
    form._description = describe(unit, title, gaps)
    answer = suspend_flow_run(wait_for_input=form, timeout=PATIENCE_SECONDS, key="xem-xet")
    decided_at = datetime.now(office.options.zone).isoformat(timespec="seconds")
    decisions = decisions_of(answer.model_dump(mode="json"), gaps, decided_at)
    for decision in decisions:
        office.ledger.record_decision(campaign, decision)
    return len(decisions)
