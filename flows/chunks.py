"""A chunk of documents: how it is sent through Prefect, and what a worker does with it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context

from prefect import task

from flows.holding import Holding, holder_name
from flows.intake import facts_version, named_version, take
from flows.office import Office
from flows.shop import roster_digest

Paper = tuple[str, str]  # SHA-256, and the name by which it is told what it is
_OFFICE: list[Office] = []


def lease(sha256: str) -> str:
    """Return the name of the lease on a document."""
    return f"van-ban/{sha256}"


def ready(office: Office) -> None:
    """Let this process read chunks with that office; must be called before the first chunk comes."""
    _OFFICE[:] = [office]


@task(name="Đọc một lô văn bản", task_run_name="Lô {first} (lần {attempt})")
def read_chunk(papers: list[list[str]], roster: list[str], first: str, attempt: int) -> int:
    """Read and extract those of the chunk that nobody has and nobody is at; return how many that were."""
    (office,) = _OFFICE
    return _read(office, [(sha256, name) for sha256, name in papers], tuple(roster))


def submit(papers: Sequence[Paper], roster: Sequence[str], attempt: int) -> None:
    """Send a chunk to whichever worker is free; raises what Prefect's client raises where the server is away.

    Outside the flow's context, which Prefect would send along: ledger, vault and readers do not travel.
    """
    first = papers[0][1]
    Context().run(read_chunk.delay, [list(paper) for paper in papers], list(roster), first, attempt)


def _read(office: Office, papers: Sequence[Paper], roster: tuple[str, ...]) -> int:
    version, seconds = roster_digest(roster), office.options.lease_seconds
    with Holding(office.ledger, holder_name(), seconds) as holding, ThreadPoolExecutor(office.options.workers) as pool:
        ours = set(holding.take([lease(sha256) for sha256, _ in papers]))
        mine = [(sha256, name) for sha256, name in papers if lease(sha256) in ours]
        # Asked after the lease is ours: who held it before may have finished it.
        keys = {(sha256, named_version(name)) for sha256, name in mine}
        done = office.ledger.finished(keys, facts_version(version))

        def one(paper: Paper) -> None:
            sha256, name = paper
            outcome = take(sha256, name, office.vault, office.ledger, office.reader, roster, version)
            holding.give_back([lease(sha256)])
            told = outcome.error.message if outcome.error else "xong"
            office.say(f"{sha256[:12]} {name}: {told}")

        todo = [paper for paper in mine if (paper[0], named_version(paper[1])) not in done]
        holding.give_back([lease(sha256) for sha256, name in mine if (sha256, name) not in todo])
        list(pool.map(one, todo))
    return len(todo)
