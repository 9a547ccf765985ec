"""The whole journey on the sample campaigns: real files, real Prefect, real Word output."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import ALONE, CAMPAIGNS, FLOORS, NAMES, TOGETHER, below_floor, measure
from benchmarks.disguise import SAMPLES, disguise
from benchmarks.roughen import ALLOWED, ROUGH, roughen
from benchmarks.score import Tally, score_campaign
from extractors.sandbox import Reader
from flows import campaign as campaign_module
from flows.run import run_campaign
from flows.settings import settings

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder for the module: what was read once is not read again."""
    folder = tmp_path_factory.mktemp("data")
    patch = pytest.MonkeyPatch()
    patch.setenv("TONGHOP_DATA", str(folder))
    settings.cache_clear()
    yield folder
    patch.undo()
    settings.cache_clear()


@pytest.fixture(scope="module")
def outs(data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    for name in NAMES:
        found[name] = tmp_path_factory.mktemp(name)
        run_campaign(CAMPAIGNS / name, found[name], as_of=None, say=lambda line: None)
    return found


def results(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "results.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize(("names", "floors"), [(TOGETHER, FLOORS), *(((name,), low) for name, low in ALONE.items())])
def test_every_figure_is_at_or_above_its_floor(
    names: tuple[str, ...], floors: dict[str, float], outs: dict[str, Path]
) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for name in names:
        score_campaign(CAMPAIGNS / name, results(outs[name]), tallies)
    assert below_floor({name: tally.figures() for name, tally in tallies.items()}, floors) == []


def test_no_figure_falls_when_names_years_and_date_styles_are_others(
    outs: dict[str, Path], tmp_path: Path, data: Path
) -> None:
    plain: dict[str, Tally] = defaultdict(Tally)
    for name in SAMPLES:
        score_campaign(CAMPAIGNS / name, results(outs[name]), plain)
    copies = [disguise(CAMPAIGNS / name, tmp_path / "copies" / name) for name in SAMPLES]
    masked = measure(copies, tmp_path / "out")
    figures = {name: (tally.figures()["f1"], masked[name].figures()["f1"]) for name, tally in plain.items()}
    assert {name: pair for name, pair in figures.items() if pair[0] and (pair[1] or 0) < pair[0] - 0.02} == {}


@pytest.mark.parametrize("rough", ["double blanks", "line breaks in dates"])
def test_no_figure_falls_in_careless_typing(rough: str, outs: dict[str, Path], tmp_path: Path, data: Path) -> None:
    """The two that fell deepest before the reader knew them; `make roughen` has all six."""
    plain: dict[str, Tally] = defaultdict(Tally)
    name = next(iter(ALONE))
    score_campaign(CAMPAIGNS / name, results(outs[name]), plain)
    told = measure([roughen(CAMPAIGNS / name, tmp_path / "copy", ROUGH[rough])], tmp_path / "out")
    figures = {name: (tally.figures()["f1"], told[name].figures()["f1"]) for name, tally in plain.items()}
    assert {name: pair for name, pair in figures.items() if pair[0] and (pair[1] or 0) < pair[0] - ALLOWED} == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_second_run_and_another_order_of_files_give_the_same_bytes(
    name: str, outs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = campaign_module._walk
    monkeypatch.setattr(campaign_module, "_walk", lambda root: reversed(list(walk(root))))
    run_campaign(CAMPAIGNS / name, tmp_path, as_of=None, say=lambda line: None)
    files = [path.relative_to(outs[name]) for path in sorted(outs[name].rglob("*")) if path.is_file()]
    assert len(files) > 6
    for file in files:
        assert (tmp_path / file).read_bytes() == (outs[name] / file).read_bytes(), file


def sources(noun: Any) -> Iterator[dict[str, Any]]:
    if isinstance(noun, dict):
        if {"file", "sha256", "start", "end"} <= noun.keys():
            yield noun
        for value in noun.values():
            yield from sources(value)
    elif isinstance(noun, list):
        for value in noun:
            yield from sources(value)


def quoted(noun: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every (quote, source) pair of results.json."""
    if isinstance(noun, dict):
        if "source" in noun and "quote" in noun:
            yield noun["quote"], noun["source"]
        for value in noun.values():
            yield from quoted(value)
    elif isinstance(noun, list):
        for value in noun:
            yield from quoted(value)


@pytest.mark.parametrize("name", NAMES)
def test_every_source_holds_its_quote_when_the_file_is_read_again(name: str, outs: dict[str, Path]) -> None:
    folder, found = CAMPAIGNS / name, results(outs[name])
    texts: dict[str, str] = {}
    pairs = list(quoted(found))
    assert len(pairs) > 100
    with Reader(workers=2) as reader:
        for quote, source in pairs:
            file = source["file"]
            if file not in texts:
                path = folder / "submissions" / file
                path = path if path.exists() else folder / file
                texts[file] = reader.read(path, name=path.name).text
                assert hashlib.sha256(path.read_bytes()).hexdigest() == source["sha256"]
            assert texts[file][source["start"] : source["end"]] == quote


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_came_in_has_one_end_state(name: str, outs: dict[str, Path]) -> None:
    sent = {path.name for path in (CAMPAIGNS / name / "submissions").iterdir()}
    documents = results(outs[name])["documents"]
    assert set(documents) == sent
    assert all(entry["state"] for entry in documents.values())


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_has_one_finding_for_each_requirement_that_applies_to_it(name: str, outs: dict[str, Path]) -> None:
    found = results(outs[name])
    pairs = [(f["unit"], f["requirement"]) for f in found["findings"]]
    wanted = [(unit, r["id"]) for r in found["requirements"] for unit in r["applies_to_units"] or [found_office(name)]]
    assert sorted(pairs) == sorted(wanted)


def found_office(name: str) -> str:
    return campaign_module.open_campaign(CAMPAIGNS / name).register.office


def test_bad_files_each_get_their_message_and_the_run_goes_on(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(CAMPAIGNS / NAMES[0], folder, ignore=shutil.ignore_patterns("gold", "submissions"))
    (folder / "submissions" / "con").mkdir(parents=True)
    good = next(path for path in sorted((CAMPAIGNS / NAMES[0] / "submissions").glob("*.docx")))
    content = good.read_bytes()
    bad = {
        "rong.pdf": b"",
        "con/cut.docx": content[: len(content) // 2],
        "~$ao cao.docx": b"\x05user",
        "la.docx": b"MZ\x90\x00" + bytes(500),
        "ghi chu.xyz": "không phải văn bản".encode(),
    }
    for name, stuff in bad.items():
        (folder / "submissions" / name).write_bytes(stuff)
    (folder / "submissions" / "tot.docx").write_bytes(content)
    lines: list[str] = []
    run_campaign(folder, tmp_path / "out", as_of=None, say=lines.append)
    documents = results(tmp_path / "out")["documents"]
    assert set(documents) == {*bad, "tot.docx"}
    assert documents["tot.docx"]["readable"] is True
    for name in bad:
        assert documents[name]["readable"] is False and documents[name]["why_not"], name
    assert documents["~$ao cao.docx"]["state"] == "ignored"
    assert {documents[name]["state"] for name in ("rong.pdf", "con/cut.docx", "la.docx")} == {"quarantined"}
    assert (tmp_path / "out" / "bao-cao-tong-hop.docx").exists()


def test_nothing_in_the_inbox_is_ever_touched(data: Path, outs: dict[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    shutil.copytree(CAMPAIGNS / NAMES[0], folder)
    before = {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in sorted(folder.rglob("*"))}
    run_campaign(folder, tmp_path / "out", as_of=None, say=lambda line: None)
    after = {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in sorted(folder.rglob("*"))}
    assert before == after
