"""What the steps of a run share, and the first of them: take every entry of the folder into the vault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from checks.submission import Submission
from extractors.errors import TonghopError
from extractors.sandbox import Reader
from flows.campaign import Campaign, Entry
from flows.intake import Outcome, SpecialFile, store
from flows.listing import Stamp
from flows.unpack import unpacked
from ledger.ledger import Ledger, Sighting
from ledger.store import Store

Say = Callable[[str], None]

_NOTHING = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True)
class Held:
    """One entry of the inbox as it is held: where it came from, what bytes, when they arrived."""

    key: str
    name: str
    sha256: str
    received: datetime | None
    error: TonghopError | None = None

    def submission(self, outcome: Outcome | None) -> Submission:
        """Return the submission that this entry is, with what reading it gave."""
        if outcome is None:
            return Submission(self.key, self.sha256, self.received, error=self.error)
        return Submission(self.key, self.sha256, self.received, outcome.document, outcome.facts, outcome.error)


@dataclass
class Workshop:
    """Ledger, vault and readers, with what they hold of one campaign; it may live for one run or for months.

    `outcomes` keeps what was read in this process by content and name, `hashes` the content behind each path while its
    stamp stays the same, so that a run over an unchanged folder touches no file. `moving` are files being written just
    now: what was held of them before still counts, what was never held waits.
    """

    campaign: Campaign
    ledger: Ledger
    vault: Store
    reader: Reader
    say: Say
    outcomes: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    hashes: dict[Path, tuple[Stamp, str]] = field(default_factory=dict)
    moving: frozenset[Path] = frozenset()

    @property
    def roster(self) -> tuple[str, ...]:
        """Return the names by which units of the register may be called."""
        names = [name for unit in self.campaign.register.units for name in (unit.name, *unit.aliases)]
        return tuple(dict.fromkeys(names))

    @property
    def roster_version(self) -> str:
        """Return a digest of the roster: other names, other facts."""
        return hashlib.sha256("\n".join(self.roster).encode()).hexdigest()[:12]


def hold_all(shop: Workshop, now: datetime) -> list[Held]:
    """Store every entry of the campaign and return them, members of archives beside the archive, in order of keys."""
    campaign, moment = shop.campaign, now.isoformat()
    first_look = shop.ledger.open_campaign(campaign.id, campaign.title, moment)
    ready = [e for e in campaign.entries if e.path not in shop.moving or e.path in shop.hashes]
    held = [item for entry in ready for item in _hold(shop, entry, moment, first_look)]
    shop.ledger.mark_gone(campaign.id, [(item.key, item.sha256) for item in held], moment)
    return held


def _hold(shop: Workshop, entry: Entry, moment: str, first_look: bool) -> list[Held]:
    name = entry.path.name
    if entry.special:
        return [Held(entry.key, name, _NOTHING, None, SpecialFile())]
    try:
        sha256 = _stored(shop, entry, moment, first_look)
    except TonghopError as error:
        return [Held(entry.key, name, _NOTHING, None, error)]
    sighting = shop.ledger.sighting(shop.campaign.id, entry.key, sha256)
    received = shop.campaign.received.get(entry.key) or _first_seen(sighting)
    found = [Held(entry.key, name, sha256, received)]
    for member, data in unpacked(shop.vault.path(sha256)):
        found.append(Held(f"{entry.key}/{member}", member.rsplit("/", 1)[-1], shop.vault.put_bytes(data), received))
    return found


def _stored(shop: Workshop, entry: Entry, moment: str, first_look: bool) -> str:
    stamp = _stamp(entry.path)
    known = shop.hashes.get(entry.path)
    if known and (known[0] == stamp or entry.path in shop.moving):
        return known[1]
    sha256, size = store(entry.path, shop.vault)
    shop.ledger.record_sighting(shop.campaign.id, Sighting(entry.key, sha256, moment, first_look), size)
    shop.hashes[entry.path] = (stamp, sha256)
    return sha256


def _stamp(path: Path) -> Stamp:
    try:
        found = path.lstat()
    except OSError:
        return Stamp(-1, 0, 0, 0)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _first_seen(sighting: Sighting | None) -> datetime | None:
    """A file that lay there at the first look came at some unknown earlier time."""
    return None if sighting is None or sighting.at_first_look else datetime.fromisoformat(sighting.seen_at)
