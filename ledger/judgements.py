"""What was judged and decided: requirements, findings, and people's decisions."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select, update

from checks.decision import Decision
from checks.finding import Finding
from checks.requirement import Requirement
from ledger import schema as t
from ledger.codec import pack, unpack
from ledger.database import Database, log


class Judgements(Database):
    """The state of each campaign's assessment."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._findings_packed: dict[str, dict[int, tuple[Finding, bytes]]] = {}

    def record_requirements(self, campaign: str, plan_sha256: str, found: Sequence[Requirement]) -> None:
        """Replace the campaign's requirements."""
        with self.writing() as connection:
            connection.execute(delete(t.requirements).where(t.requirements.c.campaign == campaign))
            connection.execute(update(t.campaigns).where(t.campaigns.c.id == campaign).values(plan_sha256=plan_sha256))
            rows = [
                {"campaign": campaign, "id": item.id, "position": position, "payload": pack(item)}
                for position, item in enumerate(found)
            ]
            if rows:
                connection.execute(insert(t.requirements), rows)

    def record_findings(self, campaign: str, found: Sequence[Finding]) -> None:
        """Replace the campaign's findings in one transaction: readers see the old ones or the new ones.

        Only rows that changed are written; what a finding packs to is remembered while the same finding comes again.
        """
        packed = self._packed(campaign, found)
        table = t.findings
        with self.writing() as connection:
            rows = connection.execute(
                select(table.c.unit, table.c.requirement, table.c.payload).where(table.c.campaign == campaign)
            ).all()
            held = {(row.unit, row.requirement): row.payload for row in rows}
            wanted = {(item.unit, item.requirement) for item in found}
            fresh = [(f, data) for f, data in packed if held.get((f.unit, f.requirement)) != data]
            replaced = [(f.unit, f.requirement) for f, _ in fresh if (f.unit, f.requirement) in held]
            for unit, requirement in [*replaced, *(key for key in held if key not in wanted)]:
                mine = (table.c.campaign == campaign) & (table.c.unit == unit) & (table.c.requirement == requirement)
                connection.execute(delete(table).where(mine))
            if fresh:
                connection.execute(insert(table), [_finding_row(campaign, item, data) for item, data in fresh])

    def _packed(self, campaign: str, found: Sequence[Finding]) -> list[tuple[Finding, bytes]]:
        before = self._findings_packed.get(campaign, {})
        after = {id(item): before.get(id(item)) or (item, pack(item)) for item in found}
        self._findings_packed[campaign] = after  # holds each finding, so that its id stays its own
        return [after[id(item)] for item in found]

    def findings(self, campaign: str) -> tuple[Finding, ...]:
        """Return the campaign's findings."""
        with self.transaction() as connection:
            rows = connection.execute(select(t.findings.c.payload).where(t.findings.c.campaign == campaign)).all()
        return tuple(unpack(Finding, row.payload) for row in rows)

    def record_decision(self, campaign: str, decision: Decision) -> None:
        """Add a person's word; earlier ones stay as history, the same word given twice is kept once."""
        row = {
            "subject": decision.subject,
            "answer": decision.answer,
            "value": decision.value,
            "reason": decision.reason,
            "reviewer": decision.reviewer,
            "decided_at": decision.decided_at,
            "evidence_hash": decision.evidence,
        }
        with self.writing() as connection:
            same = [t.decisions.c[name] == value for name, value in row.items()]
            if connection.execute(select(t.decisions.c.id).where(t.decisions.c.campaign == campaign, *same)).first():
                return
            connection.execute(insert(t.decisions).values(campaign=campaign, **row))
            log(connection, decision.decided_at, campaign, "ket_luan", f"{decision.subject} {decision.answer}")

    def decisions(self, campaign: str) -> tuple[Decision, ...]:
        """Return every decision on the campaign in the order in which they were given."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.decisions).where(t.decisions.c.campaign == campaign).order_by(t.decisions.c.id)
            ).all()
        return tuple(
            Decision(r.subject, r.answer, r.reviewer, r.decided_at, r.value, r.reason, r.evidence_hash) for r in rows
        )

    def decision_count(self, campaign: str) -> int:
        """Return how many decisions were ever given on the campaign; a new one changes it."""
        with self.transaction() as connection:
            statement = select(func.count()).select_from(t.decisions).where(t.decisions.c.campaign == campaign)
            return int(connection.execute(statement).scalar_one())

    def requirements(self, campaign: str) -> tuple[Requirement, ...]:
        """Return the campaign's requirements in the plan's order."""
        with self.transaction() as connection:
            rows = connection.execute(
                select(t.requirements.c.payload)
                .where(t.requirements.c.campaign == campaign)
                .order_by(t.requirements.c.position)
            ).all()
        return tuple(unpack(Requirement, row.payload) for row in rows)


def _finding_row(campaign: str, item: Finding, data: bytes) -> dict[str, object]:
    return {
        "campaign": campaign,
        "unit": item.unit,
        "requirement": item.requirement,
        "status": item.status.value,
        "cause": item.cause.value,
        "confidence": item.confidence,
        "payload": data,
    }
