"""The clerk's handbook says what the program says: its page of messages is the code's own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from extractors.errors import TonghopError
from flows import handbook

ROOT = Path(__file__).parent.parent


def test_the_page_of_messages_is_what_the_code_says() -> None:
    assert (ROOT / handbook.PAGE).read_text("utf-8") == handbook.page(), "run: python -m flows.handbook"


@pytest.mark.parametrize("kind", handbook.errors(), ids=lambda kind: kind.code)
def test_every_error_has_a_reason_and_a_remedy(kind: type[TonghopError]) -> None:
    assert re.fullmatch(r"[A-Z][A-Z_]+", kind.code)
    assert kind.reason.endswith((".", "}")) and kind.remedy.endswith(".")


def test_no_two_errors_share_a_code() -> None:
    assert [code for code, number in Counter(kind.code for kind in handbook.errors()).items() if number > 1] == []
