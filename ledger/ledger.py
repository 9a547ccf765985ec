"""The ledger: one database; each step is one transaction that replaces its own rows, so repeating is harmless."""

from __future__ import annotations

from ledger.audit import Audit
from ledger.entries import Entries, Sighting
from ledger.judgements import Judgements
from ledger.leases import Leases
from ledger.readings import Readings

__all__ = ["Ledger", "Sighting"]


class Ledger(Entries, Readings, Judgements, Leases, Audit):
    """All that is held of all campaigns. Times are handed in as ISO 8601 text: this room has no clock."""
