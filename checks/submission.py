"""One file that a unit sent, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from extractors.document import Document, Note
from extractors.errors import TonghopError
from extractors.facts import Facts


class State(StrEnum):
    """The end state of an inbox entry; every entry reaches exactly one."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"
    ATTACHMENT = "attachment"
    UNKNOWN_UNIT = "unknown_unit"
    FOREIGN = "foreign"  # not of this campaign
    OPENED = "opened"  # an archive; each file inside is an entry of its own
    QUARANTINED = "quarantined"
    IGNORED = "ignored"


@dataclass(frozen=True)
class Submission:
    """A file of the inbox: `key` is its path below the campaign's folder of submissions, with "/", NFC.

    Exactly one of `document` and `error` is set; `facts` goes with `document`. `received` is when it arrived, None when
    not known. `unit` is the sender's name in the register; `unit_clues` says from what it was told.
    """

    key: str
    sha256: str
    received: datetime | None
    document: Document | None = None
    facts: Facts | None = None
    error: TonghopError | None = None
    unit: str | None = None
    unit_clues: tuple[str, ...] = ()
    state: State = State.ACCEPTED
    supersedes: str | None = None
    duplicate_of: str | None = None
    attached_to: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def unread(self) -> bool:
        """Return whether it is a document that could not be read: no temporary file, no archive that was opened."""
        return self.error is not None and self.state not in {State.IGNORED, State.OPENED}

    @property
    def current(self) -> bool:
        """Return whether its facts count as the unit's word."""
        return self.state in {State.ACCEPTED, State.ATTACHMENT} and self.facts is not None
