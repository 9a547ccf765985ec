"""The lists of the plan compiler: sorted, without doubles, and free of a campaign's own names."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

LISTS = sorted((Path(__file__).parents[2] / "checks" / "lexicon").glob("plan_*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_sorted_and_unique(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_list_is_read_somewhere(path: Path) -> None:
    room = path.parents[1]
    code = "\n".join(module.read_text("utf-8") for module in room.glob("plan*.py"))
    role = re.fullmatch(r"plan_(\w+)_heads", path.stem)
    assert f'"{path.stem}"' in code or (role is not None and f'"{role[1]}"' in code)


def test_formulas_are_expressions() -> None:
    for path in LISTS:
        if path.stem in {"plan_formulas", "plan_citations"}:
            for line in path.read_text("utf-8").splitlines()[1:]:
                re.compile(line)
