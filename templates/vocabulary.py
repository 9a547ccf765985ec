"""The Vietnamese words that outputs share: statuses, causes, what a kind of duty is called when it is done."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

from checks.finding import Finding, Status
from checks.ruling import standing
from checks.submission import State
from checks.units import Register
from extractors.vietnamese import fold


@cache
def vocabulary() -> dict[str, Any]:
    """Return `words.json`, by topic."""
    text = resources.files("templates").joinpath("words.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def word(topic: str, entry: str) -> str:
    """Return one word of a topic; raises KeyError."""
    found: str = vocabulary()[topic][entry]
    return found


def plain(entry: str) -> str:
    """Return a word that stands under no topic; raises KeyError."""
    return str(vocabulary()[entry])


def status_word(status: Status) -> str:
    """Return what staff call a status."""
    return word("status", status.value)


def shown_status(finding: Finding) -> str:
    """Return what staff read of a finding: a broken file that came is "Không đọc được", never "Thiếu"."""
    stands = standing(finding)
    if stands.exempt:
        return plain("exempt")
    if stands.status is Status.MISSING and finding.cause.value in vocabulary()["shown"]:
        return word("shown", finding.cause.value)
    return status_word(stands.status)


def state_word(state: State) -> str:
    """Return what staff call an end state of a file."""
    return word("state", state.value)


def speaks_of(topic: str, *texts: str) -> bool:
    """Return whether one of the texts holds a word of the list `topic`."""
    shadow = " ".join(fold(text) for text in texts)
    return any(entry in shadow for entry in vocabulary()[topic])


def collective(names: Iterable[str]) -> str:
    """Return what units of these names are called together: "phòng, đơn vị", "xã, phường", "sở, ngành" …

    Told from their names alone, so that the words fit a department, a district, a school board or a party committee.
    """
    names = list(names)
    heads = {_head(name) for name in names}
    if heads == {"xã"}:
        return _communes(names)
    for wanted, words in vocabulary()["collective"]:
        if heads == set(wanted):
            found: str = words
            return found
    default: str = vocabulary()["collective_default"]
    return default


def _communes(names: Iterable[str]) -> str:
    """Return the kinds of communes that stand in the names: "xã", "xã, thị trấn", "xã, phường"."""
    words = [f" {fold(name)} " for name in names]
    kinds: list[str] = [kind for kind in vocabulary()["communes"] if any(f" {kind} " in word for word in words)]
    return ", ".join(kinds)


def _head(name: str) -> str:
    low = fold(name)
    if low.startswith(tuple(vocabulary()["no_place"])):
        return "đơn vị"
    for head, openings in vocabulary()["heads"].items():
        if any(low == opening or low.startswith(opening + " ") for opening in openings):
            return str(head)
    return "đơn vị"


def units_word(register: Register) -> str:
    """Return what the units of a register, but for the office, are called together."""
    return collective(unit.name for unit in register.others())
