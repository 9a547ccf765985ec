"""What persons have ordered of the outputs: a copy laid for signature, a report issued, which reminder is due.

Each is a Decision in the ledger like any other word of a person, so that it outlives the folder of results.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from checks.decision import Decision
from ledger.ledger import Ledger
from ledger.store import Store
from templates.outputs import Reminder

SIGNED, ISSUED, REMINDED = "trinh-ky@bao-cao-tong-hop", "phat-hanh@bao-cao-tong-hop", "don-doc@cong-van"


@dataclass(frozen=True, slots=True)
class Orders:
    """The newest of each: `signed` and `issued` are the records in the vault, by SHA-256, None where there is none."""

    signed: str | None = None
    issued: str | None = None
    record: bytes | None = None
    reminder: Reminder = field(default_factory=Reminder)


def orders(ledger: Ledger, vault: Store, campaign: str) -> Orders:
    """Return what was ordered for the campaign; raises Damaged where the record of an issued report was changed."""
    newest = _newest(ledger.decisions(campaign))
    issued = newest.get(ISSUED)
    return Orders(
        signed=newest[SIGNED].value if SIGNED in newest else None,
        issued=issued.value if issued else None,
        record=kept(vault, issued.value) if issued else None,
        reminder=_reminder(newest[REMINDED].value) if REMINDED in newest else Reminder(),
    )


def _newest(decisions: Iterable[Decision]) -> dict[str, Decision]:
    return {item.subject: item for item in sorted(decisions, key=lambda item: item.decided_at)}


def kept(vault: Store, sha256: str) -> bytes:
    """Return what the vault keeps under that hash; raises Damaged where it is no longer that."""
    vault.verify(sha256)
    return vault.path(sha256).read_bytes()


def issued_files(record: bytes) -> list[str]:
    """Return the hashes of the issued report and of all that was handed on with it."""
    told = json.loads(record)
    return [told["report"], *told["files"].values()]


def reminder_value(reminder: Reminder) -> str:
    """Return the reminder as the ledger keeps it."""
    reply_by = reminder.reply_by.isoformat() if reminder.reply_by else ""
    told = {"lan": reminder.turn, "han": reply_by, "truoc": list(reminder.earlier)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _reminder(value: str) -> Reminder:
    told = json.loads(value)
    reply_by = date.fromisoformat(told["han"]) if told["han"] else None
    return Reminder(int(told["lan"]), reply_by, tuple(told["truoc"]))
