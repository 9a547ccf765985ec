"""One case of the speed benchmark, in a process of its own: `python -m benchmarks.speed_case MODE CAMPAIGN PROCESSES`.

`stages` runs each stage by itself, `whole` the journey as the service does, then again after one new file. Prints JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.corpus import LATE
from benchmarks.meter import Meter
from extractors.document import Document

_NOW = datetime(2000, 1, 1, 8, tzinfo=UTC)  # only stamps the events
_EMPTY_TASKS = 200


def stages(folder: Path, processes: int) -> dict[str, Any]:
    """Return what each stage costs by itself."""
    meter = Meter()
    with meter.stage("import"):
        from checks.plan import compile_plan
        from checks.policy import Policy
        from checks.submission import Submission
        from extractors.extract import extract
        from flows.assess import assess
        from flows.campaign import open_campaign
        from flows.handover import drafts
        from templates.lots import whole as whole_draft
    campaign = open_campaign(folder)
    day = campaign.as_of or _NOW.date()
    plan_document, documents = _read(meter, campaign.plan, folder, processes)
    names = tuple(name for unit in campaign.register.units for name in (unit.name, *unit.aliases))
    plan_facts = extract(plan_document, names)  # word lists are read and patterns built once a process
    _grammars(meter, documents, names)
    submissions = [
        Submission(path.name, document.sha256, None, document, extract(document, names))
        for path, document in documents.items()
    ]
    with meter.stage("compile plan"):
        plan = compile_plan(plan_document, plan_facts, campaign.register)
    with meter.stage("check", len(documents)):
        found = assess(plan_document, plan_facts, submissions, campaign.register, day, Policy())
    with meter.stage("render", len(documents)):
        for _, draft in drafts(found, campaign, day):
            whole_draft(draft)
    return meter.as_json() | {
        "kb": sum(len(document.text.encode()) for document in documents.values()) / 1024,
        "requirements": len(plan.requirements),
        "findings": len(found.findings),
        "units": len(campaign.register.units),
    }


def _read(meter: Meter, plan: Path, folder: Path, processes: int) -> tuple[Document, dict[Path, Document]]:
    """Return the plan and the submissions that can be read, format by format."""
    from extractors.sandbox import Reader

    formats: dict[str, list[Path]] = {}
    for path in sorted((folder / "submissions").iterdir()):
        formats.setdefault(path.suffix.lstrip("."), []).append(path)
    found: dict[Path, Document] = {}
    with Reader(workers=processes) as reader:
        with meter.stage("start of readers", processes):
            reader.read_many([(plan, plan.name)] * processes)
        for kind, paths in sorted(formats.items()):
            with meter.stage(f"read {kind}", len(paths)):
                outcomes = reader.read_many([(path, path.name) for path in paths])
            read = zip(paths, outcomes, strict=True)
            found.update((path, outcome) for path, outcome in read if isinstance(outcome, Document))
        return reader.read(plan), found


def _grammars(meter: Meter, documents: dict[Path, Document], names: tuple[str, ...]) -> None:
    from extractors.grammars.commitments import find_commitments
    from extractors.grammars.dates import find_dates
    from extractors.grammars.exemplars import find_exemplars
    from extractors.grammars.letterhead import read_letterhead
    from extractors.grammars.segments import segment

    count = len(documents)
    with meter.stage("segments", count):
        cut = {path: segment(document) for path, document in documents.items()}
    with meter.stage("letterhead", count):
        heads = {path: read_letterhead(document, cut[path]) for path, document in documents.items()}
    with meter.stage("dates", count):
        days = {path: find_dates(document, cut[path], heads[path])[0] for path, document in documents.items()}
    with meter.stage("commitments", count):
        for path, document in documents.items():
            find_commitments(document, cut[path], heads[path], days[path])
    with meter.stage("exemplars", count):
        for path, document in documents.items():
            find_exemplars(document, cut[path], heads[path], names)


def whole(folder: Path, processes: int) -> dict[str, Any]:
    """Return what the whole journey costs, and a second one after one more file came."""
    meter = Meter()
    with tempfile.TemporaryDirectory() as temporary:
        data, out = Path(temporary) / "data", Path(temporary) / "out"
        with meter.stage("import"):
            from flows.quiet import settle_prefect

            settle_prefect(data / "prefect", temporary=True)
            from flows.handover import hand_over
            from flows.journey import journey
            from flows.office import Office
            from flows.settings import Settings
            from flows.temporary_server import start_temporary_server
        with meter.stage("start of Prefect's server"):
            start_temporary_server()
            _one_flow()
        options = Settings(workers=processes, data=data, outbox=out, inbox=folder.parent)
        count = len(list((folder / "submissions").iterdir()))
        with Office(options, data, _silent) as office:
            shop = office.shop(folder)
            day = shop.campaign.as_of or _NOW.date()
            with meter.stage("journey: take in, read, extract, check, record", count):
                found = journey(shop, day, _NOW, options, None)
            with meter.stage("journey: render and publish", count):
                hand_over(found, shop.campaign, day, out / folder.name, pieces=shop.pieces)
            with meter.stage("journey again, nothing new", count):
                journey(office.shop(folder), day, _NOW, options, out / folder.name)
            late = folder / "submissions" / LATE
            shutil.copyfile(folder / LATE, late)
            try:
                # A service shows what it judged, then drafts: of a large campaign, when no more files come.
                with meter.stage("journey again after one new file: judged", count):
                    found = journey(office.shop(folder), day, _NOW, options, None)
                with meter.stage("journey again after one new file: drafted", count):
                    hand_over(found, shop.campaign, day, out / folder.name, pieces=shop.pieces)
            finally:
                late.unlink()
        with meter.stage("Prefect: empty tasks", _EMPTY_TASKS):
            _empty_tasks(processes)
    return meter.as_json() | {"documents": count, "findings": len(found.findings)}


def _empty_tasks(processes: int) -> None:
    from prefect import flow, task
    from prefect.futures import as_completed
    from prefect.task_runners import ThreadPoolTaskRunner

    def steps() -> None:
        step = task(name="trống", task_run_name="{name}", persist_result=False)(_named)
        futures: list[Any] = [step.submit(str(number)) for number in range(_EMPTY_TASKS)]
        for future in as_completed(futures):
            future.result()

    threads: Any = ThreadPoolTaskRunner(max_workers=processes)
    flow(name="trống", task_runner=threads, persist_result=False, validate_parameters=False)(steps)()


def _named(name: str) -> str:
    return name


def _one_flow() -> None:
    from prefect import flow

    flow(name="trống", persist_result=False)(_nothing)()


def _nothing() -> None:
    return None


def _silent(line: str) -> None:
    del line


def main() -> int:
    """Print the figures of one case as JSON."""
    mode, folder, processes = sys.argv[1:4]
    case = {"stages": stages, "whole": whole}[mode]
    told = case(Path(folder), int(processes))
    print(json.dumps(told, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
