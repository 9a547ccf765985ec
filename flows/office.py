"""What one installation works with: its ledger, its vault, its readers, and a workshop for each campaign."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from extractors.errors import TonghopError
from extractors.sandbox import Reader
from flows.access import with_driver
from flows.campaign import open_campaign
from flows.declared import declaration
from flows.settings import Settings
from flows.shop import REREAD, Say, Workshop
from ledger.ledger import Ledger
from ledger.store import Store


class Overlap(TonghopError):
    """Inbox, data and outbox share ground."""

    code = "THU_MUC_CHONG_NHAU"
    reason = "Thư mục {first} và {second} nằm chồng lên nhau."
    remedy = "Đề nghị đặt hộp thư, dữ liệu và nơi ghi kết quả ở ba thư mục tách rời."


class Office:
    """Ledger, vault and readers of one data folder, opened once and shared by everything that this process does."""

    def __init__(self, options: Settings, data: Path, say: Say) -> None:
        self.options, self.data, self.say = options, data, say
        self._stack = ExitStack()
        self._shops: dict[Path, Workshop] = {}

    def __enter__(self) -> Self:
        self.ledger = open_ledger(self.options, self.data)
        self._stack.callback(self.ledger.close)
        self.vault = Store(self.data / "store")
        self.reader = self._stack.enter_context(Reader(workers=self.options.workers, roots=self.options.trust))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def now(self) -> str:
        """Return the present moment in the office's time zone, ISO 8601 to the second."""
        return datetime.now(self.options.zone).isoformat(timespec="seconds")

    def shop(self, folder: Path) -> Workshop:
        """Return the workshop of the campaign in `folder`, with the folder as it is now; raises BadCampaign.

        What was read before stays at hand, unless the register changed: other names, other facts.
        """
        campaign = open_campaign(folder, declaration(folder, self.data))
        known = self._shops.get(folder)
        fresh = Workshop(campaign, self.ledger, self.vault, self.reader, self.say)
        fresh.reread = frozenset(
            (decision.subject.removeprefix(REREAD), decision.decided_at)
            for decision in self.ledger.decisions(campaign.id)
            if decision.subject.startswith(REREAD)
        )
        if known is not None:
            fresh.hashes, fresh.pictures = known.hashes, known.pictures
            fresh.kept, fresh.pieces, fresh.single = known.kept, known.pieces, known.single
            stale = {sha256 for sha256, _ in fresh.reread - known.reread}
            if known.roster == fresh.roster:
                fresh.outcomes = {key: made for key, made in known.outcomes.items() if key[0] not in stale}
        self._shops[folder] = fresh
        return fresh


def open_ledger(options: Settings, data: Path) -> Ledger:
    """Return the ledger that the settings name: PostgreSQL by its address, else SQLite in the data folder."""
    url = options.database_url
    return Ledger(with_driver(url, "pg8000")) if url else Ledger.at(data)


def campaign_folders(inbox: Path, data: Path) -> Iterator[Path]:
    """Yield the folders below the inbox that are campaigns, declared there or in the form, in the order of names."""
    for folder in sorted(inbox.iterdir()):
        if folder.is_dir() and not folder.is_symlink() and declaration(folder, data).is_file():
            yield folder


def keep_apart(inbox: Path, data: Path, outbox: Path) -> None:
    """Raise Overlap where one of the three folders lies in another: what we write must never land in the inbox."""
    places = {"hộp thư": inbox.resolve(), "dữ liệu": data.resolve(), "kết quả": outbox.resolve()}
    names = list(places)
    for at, first in enumerate(names):
        for second in names[at + 1 :]:
            a, b = places[first], places[second]
            if a == b or a.is_relative_to(b) or b.is_relative_to(a):
                raise Overlap(first=f"{first} ({a.name})", second=f"{second} ({b.name})")
