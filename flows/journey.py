"""The journey of a campaign, top to bottom: hold, read, assess, record, hand over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from checks.policy import Policy
from extractors.errors import TonghopError
from flows.artifacts import slug
from flows.assess import Assessment, assess
from flows.confirmed import confirmed
from flows.intake import Outcome, facts_of, read, store, take
from flows.memory import give_back
from flows.progress import Progress
from flows.settings import Settings
from flows.shop import Held, Workshop, hold_all


def journey(
    shop: Workshop,
    day: date,
    now: datetime,
    options: Settings,
    out: Path | None,
    then: Callable[[Assessment], None] | None = None,
) -> Assessment:
    """Return the campaign's assessment on `day`, recorded, handed over into `out` if any; `then` runs inside the flow.

    Runs as one Prefect flow with one task a document; what was read before is not read again. Raises the TonghopError
    that keeps the plan from being read; a submission never stops the journey.
    """
    from prefect import flow
    from prefect.task_runners import ThreadPoolTaskRunner

    kept: list[Assessment] = []

    # Returns nothing: Prefect would walk through all of it in search of states (measured: 25 ms a document).
    def steps() -> None:
        held = hold_all(shop, now)
        read_all(shop, held, options)
        found = conclude(shop, held, day, options)
        if out is not None:
            _draft(shop, found, day, options, out)
        if then is not None:
            then(found)
        kept.append(found)

    threads: Any = ThreadPoolTaskRunner(max_workers=options.workers)  # its type does not fit its own base's
    run = flow(
        name="Tổng hợp đợt",
        flow_run_name=f"Tổng hợp: {shop.campaign.title}",
        task_runner=threads,
        persist_result=False,
        validate_parameters=False,
    )(steps)
    run()
    return kept[0]


def drafting(
    shop: Workshop, found: Assessment, day: date, options: Settings, out: Path, then: Callable[[], None]
) -> None:
    """Hand over what was judged before into `out`, as one Prefect flow, inside which `then` runs.

    For campaigns whose drafts take long: what was found is shown at once, the drafts follow when no file has come for
    a moment. Raises what `hand_over` raises.
    """
    from prefect import flow

    def steps() -> None:
        _draft(shop, found, day, options, out)
        then()

    flow(name="Lập dự thảo", flow_run_name=f"Lập dự thảo: {shop.campaign.title}", persist_result=False)(steps)()


def _draft(shop: Workshop, found: Assessment, day: date, options: Settings, out: Path) -> None:
    from flows.handover import hand_over
    from flows.orders import orders
    from flows.pictures import line_pictures

    ordered = orders(shop.ledger, shop.vault, shop.campaign.id)
    crop = line_pictures(shop, found)
    hand_over(found, shop.campaign, day, out, options.data, ordered, crop, shop.pieces)


def read_all(shop: Workshop, held: Sequence[Held], options: Settings) -> None:
    """Read and extract, side by side, what this process has not yet; must run inside a flow."""
    fresh = {(item.sha256, item.name): item for item in held if not item.error}
    todo = [item for key, item in fresh.items() if key not in shop.outcomes or shop.outcomes[key].passing]
    if not todo:
        return
    shop.say(f"Đã tiếp nhận {len(held):02d} tệp, đang đọc…")
    progress = Progress(f"{slug(shop.campaign.id)}-tien-do", len(todo)) if shop.shown else None
    for number, (item, outcome) in enumerate(_reading(shop, todo, options), start=1):
        shop.outcomes[item.sha256, item.name] = outcome
        if progress is not None:
            progress.told(number)
        shop.say(f"  [{number}/{len(todo)}] {item.key}" + (f": {outcome.error.message}" if outcome.error else ""))


def _reading(shop: Workshop, todo: Sequence[Held], options: Settings) -> Iterator[tuple[Held, Outcome]]:
    if options.task_runner == "threads":
        return _read_by_threads(shop, todo)
    from flows.crew import read_by_workers

    return read_by_workers(shop, todo, options)


def _read_by_threads(shop: Workshop, todo: Sequence[Held]) -> Iterator[tuple[Held, Outcome]]:
    """Yield what each gave as it comes, read here, one task a document."""
    from prefect import task
    from prefect.futures import as_completed

    roster, version = shop.roster, shop.roster_version

    # Closed over, never a parameter: Prefect walks through parameters, and these are shared with other threads.
    # What it finds is laid aside for the same reason: Prefect would keep and search it.
    def take_one(name: str, sha256: str) -> None:
        shop.outcomes[sha256, name] = take(sha256, name, shop.vault, shop.ledger, shop.reader, roster, version)

    step = task(name="Đọc và bóc tách văn bản", task_run_name="{name}", persist_result=False)(take_one)
    futures: dict[Any, Held] = {step.submit(item.name, item.sha256): item for item in todo}
    for future in as_completed(list(futures)):
        future.result()
        item = futures[future]
        yield item, shop.outcomes[item.sha256, item.name]


def conclude(shop: Workshop, held: Sequence[Held], day: date, options: Settings) -> Assessment:
    """Judge what was read and record it; raises the error that keeps the plan from being read."""
    plan_hash, _ = store(shop.campaign.plan, shop.vault)
    plan_document = read(plan_hash, shop.campaign.plan.name, shop.vault, shop.ledger, shop.reader)
    if isinstance(plan_document, TonghopError):
        raise plan_document
    plan_facts = facts_of(plan_document, shop.roster, shop.roster_version, shop.ledger)
    submissions = [item.submission(shop.outcomes.get((item.sha256, item.name))) for item in held]
    policy = Policy(before_includes_day=options.before_includes_day)
    decisions = shop.ledger.decisions(shop.campaign.id)
    register, corrections = shop.campaign.register, confirmed(shop.campaign, decisions)
    found = assess(plan_document, plan_facts, submissions, register, day, policy, decisions, corrections, shop.kept)
    shop.ledger.record_requirements(shop.campaign.id, plan_hash, found.plan.requirements)
    shop.ledger.record_states(shop.campaign.id, [(s.key, s.sha256, s.state.value, s.unit) for s in found.submissions])
    shop.ledger.record_findings(shop.campaign.id, found.findings)
    give_back()
    return found
