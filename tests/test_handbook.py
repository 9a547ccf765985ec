"""The clerk's handbook says what the program says: its page of messages is the code's own."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from prefect import Flow

import flows
from checks.decision import ANSWER_WORDS
from extractors.errors import TonghopError
from flows import handbook
from flows.summary import OUTPUTS
from flows.words import STATE, STATUS

ROOT = Path(__file__).parent.parent


def test_the_page_of_messages_is_what_the_code_says() -> None:
    assert (ROOT / handbook.PAGE).read_text("utf-8") == handbook.page(), "run: python -m flows.handbook"


@pytest.mark.parametrize("kind", handbook.errors(), ids=lambda kind: kind.code)
def test_every_error_has_a_reason_and_a_remedy(kind: type[TonghopError]) -> None:
    assert re.fullmatch(r"[A-Z][A-Z_]+", kind.code)
    assert kind.reason.endswith((".", "}")) and kind.remedy.endswith(".")


def test_no_two_errors_share_a_code() -> None:
    assert [code for code, number in Counter(kind.code for kind in handbook.errors()).items() if number > 1] == []


# Runs of these are started by the service itself and wait for a person.
WAITING = ("khai-bao", "xac-nhan", "xem-")


@cache
def served() -> frozenset[str]:
    """The flows that staff may start by themselves, by the name under which the UI lists them."""
    modules = [importlib.import_module(f"flows.{found.name}") for found in pkgutil.iter_modules(flows.__path__)]
    found = {value.name for module in modules for value in vars(module).values() if isinstance(value, Flow)}
    return frozenset(found)


BOOK = ROOT / "docs" / "so-tay"
PAGES = sorted(BOOK.glob("*.md"))
TEXT = "\n".join(path.read_text("utf-8") for path in PAGES)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_and_picture_is_there_and_the_text_is_nfc(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (path.parent / target).resolve().exists(), target


def test_every_word_that_staff_see_of_a_result_a_file_or_an_answer_is_explained() -> None:
    words = [*STATUS.values(), *(word[0].upper() + word[1:] for word in STATE.values()), *ANSWER_WORDS.values()]
    assert [word for word in words if f"| {word} |" not in TEXT] == []


def test_every_output_is_named_with_what_it_is_for() -> None:
    assert [name for name in OUTPUTS if f"`{name}`" not in TEXT and f"`{name}/`" not in TEXT] == []


def test_every_form_that_the_service_offers_is_told_of_and_no_other() -> None:
    named = set(re.findall(r"(?:phiếu|Phiếu|\|) `([a-z]+(?:-[a-z]+)+)`", TEXT))
    assert named <= served(), "a form that is not there"
    assert {name for name in served() if not name.startswith(WAITING)} <= named, "a form that no page tells of"


def test_every_command_is_one() -> None:
    commands = set(re.findall(r"`tonghop ([a-z]+)", TEXT))
    for command in sorted(commands):
        done = subprocess.run([sys.executable, "-m", "flows.cli", command, "--help"], capture_output=True, check=False)
        assert done.returncode == 0, command
