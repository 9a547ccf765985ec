"""The one watcher: looks at the inbox, takes what stands still, judges again when anything changed, asks people."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from extractors.errors import TonghopError, Unreachable
from flows.artifacts import campaign_page, slug, unit_page
from flows.assess import Assessment
from flows.campaign import CONFIRMED, campaign_id
from flows.declared import undeclared
from flows.journey import journey
from flows.listing import Stamp, scan
from flows.office import Office, campaign_folders
from flows.questions import ask_for_decisions, ask_to_declare
from flows.settling import Settling

# What the office itself lays into a campaign's folder: a change of it is a reason to judge again.
_OWN = ("campaign.yaml", "received.json", "plan.", CONFIRMED)


@dataclass
class _Watch:
    """What the watcher remembers of one campaign between looks."""

    settling: Settling = field(default_factory=Settling)
    judged: tuple[date, int, tuple[tuple[str, Stamp], ...]] | None = None
    trouble: str = ""


class Watcher:
    """Polls, because shared folders tell of no events. Each look is short; a journey runs in between."""

    def __init__(self, office: Office, stop: threading.Event) -> None:
        self.office, self.stop = office, stop
        self._watches: dict[Path, _Watch] = {}
        self._away_since: datetime | None = None
        self._asked: set[Path] = set()
        self.looked_at = 0

    def run(self) -> None:
        """Look until told to stop. No failure of one look or one campaign ends the watching."""
        while not self.stop.is_set():
            self.look()
            self.stop.wait(self.office.options.poll_seconds)

    def look(self) -> None:
        """Look at every campaign once."""
        now = datetime.now(self.office.options.zone)
        try:
            folders = list(campaign_folders(self.office.options.inbox, self.office.data))
        except OSError:
            if self._away_since is None:
                self._away_since = now
                self.office.say(f"Không thấy hộp thư từ {now:%H:%M}; hệ thống chờ, không coi là tệp bị xóa.")
            return
        if self._away_since is not None:
            self.office.say(f"Đã thấy lại hộp thư lúc {now:%H:%M}.")
            self._away_since = None
        self.looked_at = 0
        self._ask_about_new(now)
        for folder in folders:
            if self.stop.is_set():
                return
            self._campaign(folder, self._watches.setdefault(folder, _Watch()), now)

    def _ask_about_new(self, now: datetime) -> None:
        """A folder with a plan and no campaign asks to be declared, once."""
        for folder in undeclared(self.office.options.inbox, self.office.data):
            if folder in self._asked:
                continue
            try:
                ask_to_declare(folder.name)
            except Exception as error:  # the server may be away just now; the next look asks again
                self.office.say(f"{now:%H:%M} {folder.name}: chưa hỏi được ({type(error).__name__}), sẽ thử lại.")
                continue
            self._asked.add(folder)
            self.office.say(f"{now:%H:%M} {folder.name}: có kế hoạch, chưa khai báo đợt; mời khai báo trong giao diện.")

    def _campaign(self, folder: Path, watch: _Watch, now: datetime) -> None:
        try:
            listing = scan(folder)
            self.looked_at += len(listing)
            look = watch.settling.look(listing)
            moving = frozenset(folder / name for name in look.arriving)
            still = tuple((name, stamp) for name, stamp in sorted(listing.items()) if name not in look.arriving)
            state = (now.date(), self.office.ledger.decision_count(campaign_id(folder)), still)
            if state == watch.judged or not still or self._office_files_move(look.arriving):
                return
            self._judge(folder, moving, now)
            for name in look.ready:
                watch.settling.taken(name, listing[name])
            watch.judged, watch.trouble = state, ""
        except Unreachable as error:
            self._tell(watch, f"{folder.name}: {error.message}")
        except TonghopError as error:
            self._tell(watch, f"{folder.name}: {error.message} {error.remedy}")
            watch.judged = None
        except Exception as error:  # the watcher outlives whatever a journey meets; the run in Prefect holds the trace
            self._tell(watch, f"{folder.name}: lỗi chưa rõ ({type(error).__name__}), sẽ thử lại.")

    def _office_files_move(self, arriving: tuple[str, ...]) -> bool:
        return any(name.startswith(_OWN) for name in arriving)

    def _tell(self, watch: _Watch, line: str) -> None:
        if line != watch.trouble:
            self.office.say(line)
        watch.trouble = line

    def _judge(self, folder: Path, moving: frozenset[Path], now: datetime) -> None:
        shop = replace(self.office.shop(folder), moving=moving)
        campaign = shop.campaign

        def show(found: Assessment) -> None:
            from prefect.artifacts import create_markdown_artifact

            key = slug(campaign.id)
            page = campaign_page(campaign.title, found, now.date())
            create_markdown_artifact(page, key=key, description=f"Đợt: {campaign.title}")
            for unit in campaign.register.units:
                create_markdown_artifact(
                    unit_page(unit.name, found), key=f"{key}-{slug(unit.name)}", description=f"Đơn vị: {unit.name}"
                )
            ask_for_decisions(campaign.id, campaign.title, found)

        out = self.office.options.outbox / folder.name
        journey(shop, now.date(), now, self.office.options, out, then=show)
        self.office.say(f"{now:%H:%M} {campaign.title}: đã đối chiếu.")
