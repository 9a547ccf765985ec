"""Whatever was found, the report stands: every sentence traced, every number recounted, nothing odd on paper."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.decision import Answer, Decision
from checks.finding import Cause, Finding, Status
from templates.content import sentences
from templates.guard import faults
from templates.letters import gaps
from tests.templates import made
from tests.templates.test_report import content

ODD = re.compile(r"\bNone\b|\{\{|\}\}|\(\)|[^\S\n][,;.:](?!\d)|;\s*\.|\.\.(?!\.)|  |\b00/|\(\s|:\s*\.")


def decision(finding: Finding, answer: Answer | None) -> Decision | None:
    return Decision(finding.id, answer, "Người Mẫu", "2031-07-04", reason="Có lý do") if answer else None


fates = st.tuples(st.sampled_from(Status), st.sampled_from(Cause), st.booleans(), st.sampled_from([None, *Answer]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(fates, min_size=14, max_size=14), st.booleans())
def test_any_findings_make_a_sound_report(
    drawn: list[tuple[Status, Cause, bool, Answer | None]], sources: bool
) -> None:
    base = made.findings()
    findings = tuple(
        replace(
            finding,
            status=status,
            cause=cause,
            evidence=finding.evidence if shown else (),
            decision=decision(finding, answer),
        )
        for finding, (status, cause, shown, answer) in zip(base, drawn, strict=True)
    )
    campaign = replace(made.campaign(), findings=findings)
    told = content(campaign, sources)
    found = faults(told, campaign.plan, campaign.submissions, findings, campaign.register)
    assert [fault for fault in found if fault.stops] == []
    assert [text for text, _, _ in sentences(told) if ODD.search(text)] == []
    for gap in gaps(campaign):
        assert gap.lacking
        assert gap.unit != made.UNITS[0]
