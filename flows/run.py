"""`tonghop run`: one campaign, once through, with a Prefect server of its own that lives as long as the run."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

from extractors.sandbox import Reader
from flows.assess import Assessment
from flows.campaign import NoDay, open_campaign
from flows.journey import journey
from flows.office import open_ledger
from flows.quiet import settle_prefect
from flows.settings import settings
from flows.shop import Say, Workshop
from flows.temporary_server import start_temporary_server
from ledger.store import Store


def run_campaign(
    folder: Path,
    out: Path,
    *,
    as_of: date | None,
    say: Say,
    drafts: bool = True,
    then: Callable[[Workshop, Assessment, date], None] | None = None,
) -> Assessment:
    """Run the campaign in `folder`, write its results and report into `out`, and return the assessment.

    Without `drafts` only the ledger is kept there; `then` works on the outcome while all is open. Raises BadCampaign,
    NoDay, or the error that keeps the plan from being read; a submission never stops the run.
    """
    options = settings()
    campaign = open_campaign(folder)
    day = as_of or campaign.as_of
    if day is None:
        raise NoDay
    data = options.data or out / ".tonghop"
    settle_prefect(data / "prefect", temporary=True)
    start_temporary_server()
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        ledger = open_ledger(options, data)
        stack.callback(ledger.close)
        reader = stack.enter_context(Reader(workers=options.workers, roots=options.trust))
        shop = Workshop(campaign, ledger, Store(data / "store"), reader, say)
        found = journey(shop, day, datetime.now(options.zone), options, out if drafts else None)
        if then is not None:
            then(shop, found, day)
        return found
