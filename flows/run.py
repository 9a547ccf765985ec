"""`tonghop run`: one campaign, once through, with a Prefect server of its own that lives as long as the run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from checks.policy import Policy

from checks.submission import Submission
from extractors.errors import TonghopError
from extractors.sandbox import Reader
from flows.assess import Assessment, assess
from flows.campaign import Campaign, NoDay, open_campaign
from flows.intake import Outcome, SpecialFile, facts_of, read, store, take
from flows.quiet import settle_prefect
from flows.settings import Settings, settings
from flows.unpack import unpacked
from ledger.ledger import Ledger, Sighting
from ledger.store import Store

Say = Callable[[str], None]


@dataclass(frozen=True)
class Held:
    """One entry of the inbox as it is held: where it came from, what bytes, when they were first seen."""

    key: str
    name: str
    sha256: str
    received: datetime | None
    error: TonghopError | None = None


@dataclass
class Workshop:
    """What the steps of a run share."""

    campaign: Campaign
    ledger: Ledger
    vault: Store
    reader: Reader
    now: datetime
    say: Say

    @property
    def roster(self) -> tuple[str, ...]:
        """Return the names by which units of the register may be called."""
        names = [name for unit in self.campaign.register.units for name in (unit.name, *unit.aliases)]
        return tuple(dict.fromkeys(names))

    @property
    def roster_version(self) -> str:
        """Return a digest of the roster: other names, other facts."""
        return hashlib.sha256("\n".join(self.roster).encode()).hexdigest()[:12]


def run_campaign(folder: Path, out: Path, *, as_of: date | None, say: Say) -> Assessment:
    """Run the campaign in `folder`, write its results and report into `out`, and return the assessment.

    Raises BadCampaign, NoDay, or the error that keeps the plan from being read; a submission never stops the run.
    """
    options = settings()
    campaign = open_campaign(folder)
    day = as_of or campaign.as_of
    if day is None:
        raise NoDay
    data = options.data or out / ".tonghop"
    settle_prefect(data / "prefect", temporary=True)
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        ledger = Ledger(options.database_url) if options.database_url else Ledger.at(data)
        stack.callback(ledger.close)
        reader = stack.enter_context(Reader(workers=options.workers))
        shop = Workshop(campaign, ledger, Store(data / "store"), reader, datetime.now(options.zone), say)
        return _as_flow(shop, day, options, out)


def _as_flow(shop: Workshop, day: date, options: Settings, out: Path) -> Assessment:
    """Run the steps as one Prefect flow, a task a document; Prefect is imported here for the command line's sake."""
    from prefect import flow, task
    from prefect.futures import as_completed
    from prefect.task_runners import ThreadPoolTaskRunner

    read_one = task(_read_one, name="Đọc và bóc tách văn bản", task_run_name="{name}", retries=0)

    def journey() -> Assessment:
        plan_hash, _ = store(shop.campaign.plan, shop.vault)
        held = hold_all(shop)
        shop.say(f"Đã tiếp nhận {len(held)} tệp, đang đọc…")
        futures: dict[Any, str] = {}
        for item in held:
            if item.error is None:
                futures[read_one.submit(item.name, item.sha256, shop)] = item.key
        outcomes: dict[str, Outcome] = {}
        for number, future in enumerate(as_completed(list(futures)), start=1):
            key = futures[future]
            outcomes[key] = future.result()
            error = outcomes[key].error
            shop.say(f"  [{number}/{len(futures)}] {key}" + (f": {error.message}" if error else ""))
        return conclude(shop, plan_hash, held, outcomes, day, options, out)

    run = flow(
        journey,
        name="Tổng hợp đợt",
        flow_run_name=f"Tổng hợp: {shop.campaign.title}",
        task_runner=ThreadPoolTaskRunner(max_workers=options.workers),
        persist_result=False,
        validate_parameters=False,
    )
    result: Assessment = run()
    return result


def _read_one(name: str, sha256: str, shop: Workshop) -> Outcome:
    return take(sha256, name, shop.vault, shop.ledger, shop.reader, shop.roster, shop.roster_version)


def hold_all(shop: Workshop) -> list[Held]:
    """Store every entry of the folder and return them, members of archives beside the archive, in the order of keys."""
    campaign, ledger, now = shop.campaign, shop.ledger, shop.now.isoformat()
    first_look = ledger.open_campaign(campaign.id, campaign.title, now)
    held: list[Held] = []
    for entry in campaign.entries:
        name = entry.path.name
        if entry.special:
            held.append(Held(entry.key, name, hashlib.sha256(b"").hexdigest(), None, SpecialFile()))
            continue
        try:
            sha256, size = store(entry.path, shop.vault)
        except TonghopError as error:
            held.append(Held(entry.key, name, hashlib.sha256(b"").hexdigest(), None, error))
            continue
        sighting = ledger.record_sighting(campaign.id, Sighting(entry.key, sha256, now, first_look), size)
        received = campaign.received.get(entry.key) or _first_seen(sighting)
        held.append(Held(entry.key, name, sha256, received))
        for member, data in unpacked(shop.vault.path(sha256), name):
            held.append(Held(f"{entry.key}/{member}", member, shop.vault.put_bytes(data), received))
    ledger.mark_gone(campaign.id, [(item.key, item.sha256) for item in held], now)
    return held


def _first_seen(sighting: Sighting) -> datetime | None:
    """A file that lay there at the first look came at some unknown earlier time."""
    return None if sighting.at_first_look else datetime.fromisoformat(sighting.seen_at)


def conclude(
    shop: Workshop,
    plan_hash: str,
    held: Sequence[Held],
    outcomes: dict[str, Outcome],
    day: date,
    options: Settings,
    out: Path,
) -> Assessment:
    """Judge what was read, record it, write what is handed on, and return the assessment."""
    plan_document = read(plan_hash, shop.campaign.plan.name, shop.vault, shop.ledger, shop.reader)
    if isinstance(plan_document, TonghopError):
        raise plan_document
    plan_facts = facts_of(plan_document, shop.roster, shop.roster_version, shop.ledger)
    submissions = [_submission(item, outcomes.get(item.key)) for item in held]
    policy = Policy(before_includes_day=options.before_includes_day)
    found = assess(plan_document, plan_facts, submissions, shop.campaign.register, day, policy)
    shop.ledger.record_requirements(shop.campaign.id, plan_hash, found.plan.requirements)
    shop.ledger.record_states(shop.campaign.id, [(s.key, s.sha256, s.state.value, s.unit) for s in found.submissions])
    shop.ledger.record_findings(shop.campaign.id, found.findings)
    from flows.handover import hand_over

    hand_over(found, shop.campaign, day, out)
    return found


def _submission(item: Held, outcome: Outcome | None) -> Submission:
    if outcome is None:
        return Submission(item.key, item.sha256, item.received, error=item.error)
    return Submission(item.key, item.sha256, item.received, outcome.document, outcome.facts, outcome.error)
