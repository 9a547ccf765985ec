"""What the steps of a run share, and the first of them: take every entry of the folder into the vault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from checks.submission import Submission
from extractors.errors import Opened, TonghopError, Unreachable
from extractors.sandbox import Reader
from flows.campaign import Campaign, Entry
from flows.intake import Outcome, SpecialFile, store, store_bytes
from flows.kept import Kept
from flows.listing import Stamp
from flows.unpack import unpacked
from ledger.ledger import Ledger, Sighting
from ledger.store import Store
from templates.pieces import Pieces

Say = Callable[[str], None]
Place = tuple[int, tuple[float, float, float, float]]  # page, and a box on it in points
REREAD = "doc_lai@"  # subject of an order to read an original anew, before its SHA-256

_LOT = 500  # sightings in one transaction
_NOTHING = hashlib.sha256(b"").hexdigest()


class Arriving(Unreachable):
    """The file is being written just now; the next looks take it."""

    code: ClassVar[str] = "TEP_DANG_CHEP"
    reason: ClassVar[str] = "Tệp đang được chép vào hộp thư."


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
    stamp stays the same, so that a run over an unchanged folder touches no file. `still` are the files that stand
    still, with their stamps: any other file is being written just now; what was held of it before still counts, what
    was never held waits. Without `still` the folder is taken as it is. `late` are keys whose file the disk would not
    give just now.
    """

    campaign: Campaign
    ledger: Ledger
    vault: Store
    reader: Reader
    say: Say
    outcomes: dict[tuple[str, str], Outcome] = field(default_factory=dict)
    hashes: dict[Path, tuple[Stamp, str]] = field(default_factory=dict)
    still: Mapping[Path, Stamp] | None = None
    late: set[str] = field(default_factory=set)
    pictures: dict[tuple[str, Place], bytes | None] = field(default_factory=dict)
    shown: bool = False  # whether the UI shows how far a batch is
    reread: frozenset[tuple[str, str]] = frozenset()  # originals that a person wanted read anew, and when
    kept: Kept = field(default_factory=Kept)  # what was judged before
    pieces: Pieces = field(default_factory=Pieces)  # what was drafted before
    single: set[str] = field(default_factory=set)  # contents that are no archives

    @property
    def roster(self) -> tuple[str, ...]:
        """Return the names by which units of the register may be called."""
        names = [name for unit in self.campaign.register.units for name in (unit.name, *unit.aliases)]
        return tuple(dict.fromkeys(names))

    @property
    def roster_version(self) -> str:
        """Return a digest of the roster: other names, other facts."""
        return roster_digest(self.roster)


def roster_digest(roster: Sequence[str]) -> str:
    """Return a short digest of the names that the grammars know."""
    return hashlib.sha256("\n".join(roster).encode()).hexdigest()[:12]


def hold_all(shop: Workshop, now: datetime) -> list[Held]:
    """Store every entry of the campaign and return them, members of archives beside the archive, in order of keys."""
    campaign, moment = shop.campaign, now.isoformat()
    first_look = shop.ledger.open_campaign(campaign.id, campaign.title, moment)
    seen = {(one.key, one.sha256): one for one in shop.ledger.sightings(campaign.id)}
    look = _Look(moment, first_look, frozenset(entry.key for entry in campaign.entries), seen)
    taken = [(entry, _take(shop, entry, look)) for entry in campaign.entries]
    _record(shop, look)
    held = [item for entry, content in taken for item in _hold(shop, entry, content, look)]
    shop.ledger.mark_gone(campaign.id, [(item.key, item.sha256) for item in held], moment)
    if first_look:
        shop.ledger.end_first_look(campaign.id, moment)
    return held


@dataclass(frozen=True)
class _Look:
    """What all entries of one look share: when it was, whether nothing was ever seen before it, what lies there."""

    moment: str
    first: bool
    keys: frozenset[str]
    seen: dict[tuple[str, str], Sighting]
    fresh: list[_Fresh] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """Bytes that are stored and not yet recorded."""

    path: Path
    stamp: Stamp
    sighting: Sighting
    size: int


def _take(shop: Workshop, entry: Entry, look: _Look) -> str | TonghopError:
    """Return the content of the entry, now held in the vault, or why it cannot be taken just now."""
    if entry.special:
        return SpecialFile()
    try:
        return _stored(shop, entry, look)
    except TonghopError as error:
        return error


def _record(shop: Workshop, look: _Look) -> None:
    """Record what is new in few transactions: one for each file took longer than to store it."""
    for at in range(0, len(look.fresh), _LOT):
        lot = look.fresh[at : at + _LOT]
        told = [(one.sighting, one.size) for one in lot]
        for one, first in zip(lot, shop.ledger.record_sightings(shop.campaign.id, told, look.keys), strict=True):
            look.seen[first.key, first.sha256] = first
            shop.hashes[one.path] = (one.stamp, first.sha256)


def _hold(shop: Workshop, entry: Entry, content: str | TonghopError, look: _Look) -> list[Held]:
    name = entry.key.rsplit("/", 1)[-1]
    if isinstance(content, SpecialFile):
        return [Held(entry.key, name, _NOTHING, None, content)]
    if isinstance(content, TonghopError):
        # A file that cannot be taken just now is not gone: what was held of it counts until it can.
        known = shop.ledger.content_of(shop.campaign.id, entry.key)
        if known is None:
            return [] if isinstance(content, Arriving) else [Held(entry.key, name, _NOTHING, None, content)]
        sha256 = known
        if not isinstance(content, Arriving):
            shop.late.add(entry.key)
    else:
        sha256 = content
    received = shop.campaign.received.get(entry.key) or _first_seen(look.seen.get((entry.key, sha256)))
    inside = [] if sha256 in shop.single else unpacked(shop.vault.path(sha256))
    found = [Held(entry.key, name, sha256, received, Opened(count=f"{len(inside):02d}") if inside else None)]
    for member, data in inside:
        kept = store_bytes(data, shop.vault)
        found.append(Held(f"{entry.key}/{member}", member.rsplit("/", 1)[-1], kept, received))
    if len(found) == 1:
        shop.single.add(sha256)
    return found


def _stored(shop: Workshop, entry: Entry, look: _Look) -> str:
    """Return the content of the entry, stored and noted among what is fresh; raises Arriving, Unreachable."""
    stamp = _stamp(entry.path)
    known = shop.hashes.get(entry.path)
    if known and known[0] == stamp:
        return known[1]
    if shop.still is not None and shop.still.get(entry.path) != stamp:
        raise Arriving
    sha256, size = store(entry.path, shop.vault)
    if shop.still is not None and _stamp(entry.path) != stamp:
        raise Arriving  # it was written while it was copied: what was stored is neither the old file nor the new
    seen = Sighting(entry.key, sha256, look.moment, look.first)
    look.fresh.append(_Fresh(entry.path, stamp, seen, size))
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
