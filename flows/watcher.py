"""The one watcher: looks at the inbox, takes what stands still, judges again when anything changed, asks people."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from extractors.errors import TonghopError
from flows.assess import Assessment
from flows.campaign import CONFIRMED, campaign_id, entry_keys
from flows.declared import undeclared
from flows.heartbeat import Heartbeat, Pulse, Tally, tally_of
from flows.journey import drafting, journey
from flows.listing import Stamp, scan
from flows.office import Office, campaign_folders
from flows.office_files import office_stamps
from flows.open_questions import ask_people, ask_to_declare
from flows.outside import Outsider, outsiders
from flows.settling import Settling
from flows.showing import Pages, show_campaign

# What the office itself lays into a campaign's folder: a change of it is a reason to judge again.
_OWN = ("campaign.yaml", "received.json", "plan.", CONFIRMED)


# What was looked at: the day, the number of decisions, the entries that stand still, the office's own files.
_State = tuple[date, int, tuple[tuple[str, Stamp], ...]]
_LONGEST_REST = 64  # looks
_LARGE = 300  # entries from which writing the drafts takes longer than judging a late file


@dataclass
class _Watch:
    """What the watcher remembers of one campaign between looks."""

    settling: Settling = field(default_factory=Settling)
    judged: _State | None = None
    trouble: str = ""
    keys: list[str] = field(default_factory=list)
    tried: _State | None = None
    failures: int = 0
    rest: int = 0
    undrafted: tuple[_State, Callable[[], None]] | None = None  # what was judged, and what writes its drafts

    def failed(self, state: _State | None) -> None:
        """Note a failure: the next look tries again, and while nothing changes each further try waits twice as long."""
        self.failures = self.failures + 1 if state == self.tried else 1
        self.judged, self.tried, self.rest = None, state, min(2 ** (self.failures - 1), _LONGEST_REST) - 1

    def done(self, state: _State) -> None:
        """Note that all was judged as it lies."""
        self.judged, self.tried, self.failures, self.rest, self.trouble = state, None, 0, 0, ""


class Watcher:
    """Polls, because shared folders tell of no events. Each look is short; a journey runs in between."""

    def __init__(self, office: Office, stop: threading.Event) -> None:
        self.office, self.stop = office, stop
        self._watches: dict[Path, _Watch] = {}
        self._away_since: datetime | None = None
        self._asked: set[Path] = set()
        self._pages = Pages()
        self.looked_at = 0
        self._heartbeat = Heartbeat(office.data)
        self._outside: tuple[Outsider, ...] = ()
        self._tallies: tuple[Tally, ...] = ()
        self._hashed: dict[Path, date] = {}
        self._judged = False  # whether something was judged since the last pulse

    def run(self) -> None:
        """Look until told to stop. No failure of one look or one campaign ends the watching."""
        while not self.stop.is_set():
            try:
                self.look()
            except Exception as error:  # nobody else would start the watching again
                self.office.say(f"Lần xem hộp thư bị lỗi ({type(error).__name__}), sẽ xem lại.")
            self.stop.wait(self.office.options.poll_seconds)

    def look(self) -> None:
        """Look at every campaign once."""
        now = datetime.now(self.office.options.zone)
        try:
            folders = list(campaign_folders(self.office.options.inbox, self.office.data))
        except OSError:
            folders = []
        # A share that is not mounted shows an empty folder: the campaigns that were there are not deleted.
        if not folders and (self._watches or not self.office.options.inbox.is_dir()):
            if self._away_since is None:
                self._away_since = now
                self.office.say(f"Không thấy hộp thư từ {now:%H:%M}; hệ thống chờ, không coi là tệp bị xóa.")
            self._beat(now)
            return
        if self._away_since is not None:
            self.office.say(f"Đã thấy lại hộp thư lúc {now:%H:%M}.")
            self._away_since = None
        self.looked_at = 0
        waiting = self._ask_about_new(now)
        self._look_outside(folders, waiting)
        for folder in folders:
            if self.stop.is_set():
                return
            self._campaign(folder, self._watches.setdefault(folder, _Watch()), now)
        self._beat(now)

    def _look_outside(self, folders: Sequence[Path], waiting: Sequence[Path]) -> None:
        """Say of each entry outside of any campaign, once, what becomes of it."""
        with suppress(OSError):  # the share went away since the look began
            found = tuple(outsiders(self.office.options.inbox, folders, waiting))
            for item in set(found) - set(self._outside):
                self.office.say(f"{item.name}: {item.words}.")
            self._outside = found

    def _beat(self, now: datetime, busy: str = "") -> None:
        """Tell where things stand, what came in and what became of it."""
        if self._heartbeat.due(now) or busy or self._judged:
            with suppress(SQLAlchemyError):
                states = self.office.ledger.states
                self._tallies = tuple(
                    tally_of(folder.name, watch.keys, states(campaign_id(folder)), watch.trouble)
                    for folder, watch in self._watches.items()
                )
        self._judged = bool(busy)
        self._heartbeat.beat(Pulse(now, self._tallies, self._outside, self._away_since, busy))

    def _ask_about_new(self, now: datetime) -> list[Path]:
        """A folder with a plan and no campaign asks to be declared, once; return those that wait for it."""
        try:
            new = undeclared(self.office.options.inbox, self.office.data)
        except OSError:  # the share went away since the look began; the next look says so
            return []
        for folder in new:
            if folder in self._asked:
                continue
            try:
                ask_to_declare(folder.name)
            except Exception as error:  # the server may be away just now; the next look asks again
                self.office.say(f"{now:%H:%M} {folder.name}: chưa hỏi được ({type(error).__name__}), sẽ thử lại.")
                continue
            self._asked.add(folder)
            self.office.say(f"{now:%H:%M} {folder.name}: có kế hoạch, chưa khai báo đợt; mời khai báo trong giao diện.")
        return new

    def _campaign(self, folder: Path, watch: _Watch, now: datetime) -> None:
        state: _State | None = None
        try:
            listing = scan(folder)
            self.looked_at += len(listing)
            watch.keys = entry_keys(folder, listing)
            look = watch.settling.look(listing)
            arriving = set(look.arriving)
            still = tuple((name, stamp) for name, stamp in sorted(listing.items()) if name not in arriving)
            count = self.office.ledger.decision_count(campaign_id(folder))
            state = (now.date(), count, still + office_stamps(self.office.data))
            if watch.undrafted is not None and state == watch.undrafted[0]:
                self._beat(now, busy=folder.name)
                _, write = watch.undrafted
                watch.undrafted = None  # a failure has the campaign judged again, and then drafted
                write()
            if state == watch.judged or not still or self._office_files_move(look.arriving):
                return
            if state == watch.tried and watch.rest > 0:
                watch.rest -= 1
                return
            self._beat(now, busy=folder.name)
            watch.undrafted = None  # what was judged before is no longer so
            late, drafts = self._judge(folder, {folder / name: stamp for name, stamp in still}, now)
            watch.undrafted = (state, drafts) if drafts else None
            for name in look.ready:
                watch.settling.taken(name, listing[name])
            if late:
                watch.failed(state)
                self._tell(watch, f"{folder.name}: {len(late):02d} tệp chưa lấy được ({late[0]}…), sẽ tự thử lại.")
            else:
                watch.done(state)
        except TonghopError as error:
            watch.failed(state)
            self._tell(watch, f"{folder.name}: {error.message} {error.remedy}")
        except SQLAlchemyError:
            watch.failed(state)
            self._tell(watch, f"{folder.name}: sổ cái chưa ghi được (đĩa đầy hoặc đang bị khóa), sẽ tự thử lại.")
        except Exception as error:  # the watcher outlives whatever a journey meets; the run in Prefect holds the trace
            watch.failed(state)
            self._tell(watch, f"{folder.name}: lỗi chưa rõ ({type(error).__name__}), sẽ thử lại.")

    def _office_files_move(self, arriving: tuple[str, ...]) -> bool:
        return any(name.startswith(_OWN) for name in arriving)

    def _tell(self, watch: _Watch, line: str) -> None:
        if line != watch.trouble:
            self.office.say(line)
        watch.trouble = line

    def _judge(
        self, folder: Path, still: dict[Path, Stamp], now: datetime
    ) -> tuple[list[str], Callable[[], None] | None]:
        """Judge the campaign; return the keys of files that could not be taken or read just now, and what is undrafted.

        The drafts of a large campaign are left to a look that finds nothing new: ten files that come one after the
        other are each shown at once, and the report is written once.
        """
        shop = replace(self.office.shop(folder), still=still, shown=True)
        if now.date() != self._hashed.setdefault(folder, now.date()):
            # A share may hide a replacement of the same size and time: once a day every file is read anew.
            self._hashed[folder] = now.date()
            shop.hashes.clear()
        campaign = shop.campaign
        day = campaign.as_of or now.date()
        out = self.office.options.outbox / folder.name

        large = len(campaign.entries) > _LARGE

        def show(found: Assessment) -> None:
            show_campaign(self._pages, campaign, found, day, out, renewing=large)
            ask_people(self.office, shop, found)

        options = self.office.options
        found = journey(shop, day, now, options, None if large else out, then=show)
        shown = partial(show_campaign, self._pages, campaign, found, day, out)
        undrafted = partial(drafting, shop, found, day, options, out, shown) if large else None
        self.office.say(f"{now:%H:%M} {campaign.title}: đã đối chiếu.")
        late = shop.late | {item.key for item in found.submissions if item.error and item.error.transient}
        return sorted(late), undrafted
