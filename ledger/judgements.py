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
        """Replace the campaign's findings in one transaction: readers see the old ones or the new ones."""
        with self.writing() as connection:
            connection.execute(delete(t.findings).where(t.findings.c.campaign == campaign))
            rows = [
                {
                    "campaign": campaign,
                    "unit": item.unit,
                    "requirement": item.requirement,
                    "status": item.status.value,
                    "cause": item.cause.value,
                    "confidence": item.confidence,
                    "payload": pack(item),
                }
                for item in found
            ]
            if rows:
                connection.execute(insert(t.findings), rows)

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
