"""Reading by the workers of other processes and machines: documents are sent in chunks, the ledger says what is done.

Prefect carries the chunks; nothing rests on its word. A chunk whose worker died, or that a server which was restarted
forgot, is known by the leases on its documents and by what the ledger lacks; it is sent again. Where no worker stirs,
the service reads by itself.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from flows.chunks import Paper, lease, submit
from flows.holding import Holding, holder_name
from flows.intake import Outcome, facts_version, named_version, take
from flows.settings import Settings
from flows.shop import Held, Workshop

_LOOK_SECONDS = 0.5
_MOST_SENT = 3  # a document that ended the work of that many workers is read here, where its error is seen


@dataclass
class _Chunk:
    papers: list[Paper]
    sent: int = 0
    begun: bool = False


@dataclass
class _Crew:
    """The chunks of one journey that are not done yet."""

    shop: Workshop
    options: Settings
    chunks: list[_Chunk]
    moved: float = field(default_factory=time.monotonic)  # when anything was last seen to move
    manned: bool = False  # whether any worker was ever seen
    alone: bool = False

    def send(self, chunk: _Chunk) -> None:
        """Hand the chunk to whichever worker is free; the stall is noticed where that fails."""
        chunk.sent, chunk.begun = chunk.sent + 1, False
        try:
            submit(chunk.papers, self.shop.roster, chunk.sent)
        except Exception as error:  # the server is away: what it does not pass on is read here
            self.shop.say(f"Chưa giao được một lô cho các máy đọc ({type(error).__name__}).")

    def look(self) -> None:
        """Drop what is done, send again what was begun and left, read here what nobody takes."""
        pending = [paper for chunk in self.chunks for paper in chunk.papers]
        # In this order: what ends between the two questions counts as still being worked on.
        leased = self.shop.ledger.leased([lease(sha256) for sha256, _ in pending])
        done = _done(self.shop, pending)
        now = time.monotonic()
        if done or leased:
            self.moved, self.manned, self.alone = now, True, False
        for chunk in self.chunks:
            chunk.papers = [paper for paper in chunk.papers if paper not in done]
            if any(lease(sha256) in leased for sha256, _ in chunk.papers):
                chunk.begun = True
            elif chunk.begun and chunk.papers:
                self._again(chunk)
        self.chunks = [chunk for chunk in self.chunks if chunk.papers]
        if self.chunks:
            self._mind_rest(now)

    def _mind_rest(self, now: float) -> None:
        """Nothing moves: what a worker took along when it died is sent again; where nobody is, we read ourselves."""
        rest, lost = now - self.moved, [chunk for chunk in self.chunks if chunk.sent < _MOST_SENT]
        if self.manned and lost and not self.alone and rest > self.options.lease_seconds / 3:
            for chunk in lost:
                self.send(chunk)
            self.moved = time.monotonic()
        elif self.alone or rest > self.options.lease_seconds:
            if not self.alone:
                self.shop.say("Không thấy máy nào nhận việc, dịch vụ tự đọc.")
            self.alone = True
            _read_here(self.shop, self.chunks.pop(0).papers, self.options)

    def _again(self, chunk: _Chunk) -> None:
        if chunk.sent < _MOST_SENT:
            self.shop.say(f"Một máy dừng giữa chừng, giao lại {len(chunk.papers):02d} văn bản.")
            self.send(chunk)
        else:
            _read_here(self.shop, chunk.papers, self.options)
            chunk.papers = []


def read_by_workers(shop: Workshop, todo: Sequence[Held], options: Settings) -> Iterator[tuple[Held, Outcome]]:
    """Yield what each gave as it comes, each document read once however many machines there are."""
    waiting: dict[tuple[str, str], list[Held]] = {}
    for item in todo:
        waiting.setdefault((item.sha256, named_version(item.name)), []).append(item)
    papers = [items[0] for items in waiting.values()]
    done = _done(shop, [(item.sha256, item.name) for item in papers])
    left = [paper for item in papers if (paper := (item.sha256, item.name)) not in done]
    size = options.chunk
    crew = _Crew(shop, options, [_Chunk(left[at : at + size]) for at in range(0, len(left), size)])
    for chunk in crew.chunks:
        crew.send(chunk)
    while waiting:
        pending = {(sha256, named_version(name)) for chunk in crew.chunks for sha256, name in chunk.papers}
        for key in [key for key in waiting if key not in pending]:
            for item in waiting.pop(key):
                yield item, take(item.sha256, item.name, shop.vault, shop.ledger, shop.reader, *_names(shop))
        if waiting:
            time.sleep(_LOOK_SECONDS)
            crew.look()


def _done(shop: Workshop, papers: Sequence[Paper]) -> set[Paper]:
    wanted = {(sha256, named_version(name)): (sha256, name) for sha256, name in papers}
    return {wanted[key] for key in shop.ledger.finished(list(wanted), facts_version(shop.roster_version))}


def _read_here(shop: Workshop, papers: Sequence[Paper], options: Settings) -> None:
    """Read in this process; what a worker holds after all is left to it, and looked up when it is asked for."""
    with Holding(shop.ledger, holder_name(), options.lease_seconds) as holding:
        ours = set(holding.take([lease(sha256) for sha256, _ in papers]))
        for sha256, name in papers:
            if lease(sha256) in ours:
                outcome = take(sha256, name, shop.vault, shop.ledger, shop.reader, *_names(shop))
                shop.outcomes[sha256, name] = outcome


def _names(shop: Workshop) -> tuple[tuple[str, ...], str]:
    return shop.roster, shop.roster_version
