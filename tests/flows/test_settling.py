"""A file is taken once, when it stands still; a share that is away is no emptied folder."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import Unreachable
from flows.listing import Stamp, scan
from flows.settling import Settling


def stamp(size: int) -> Stamp:
    return Stamp(size, size, size, 1)


def test_a_growing_file_waits_and_a_still_one_is_taken_once() -> None:
    settling = Settling()
    seen = []
    for size in (1, 2, 3, 3, 3, 3, 3):
        look = settling.look({"a.docx": stamp(size)})
        seen.append(look.ready)
        for name in look.ready:
            settling.taken(name, stamp(size))
    assert seen == [(), (), (), (), ("a.docx",), (), ()]


def test_one_not_taken_is_offered_again() -> None:
    settling = Settling()
    ready = [settling.look({"a": stamp(1)}).ready for _ in range(5)]
    assert ready == [(), (), ("a",), ("a",), ("a",)]


def test_a_replaced_file_settles_anew_and_a_deleted_one_is_gone_once() -> None:
    settling = Settling(looks=1)
    assert settling.look({"a": stamp(1)}).ready == ("a",)
    settling.taken("a", stamp(1))
    assert settling.look({"a": stamp(2)}).ready == ("a",)
    assert settling.look({}).gone == ("a",)
    assert settling.look({}).gone == ()


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 2), max_size=3), max_size=12))
def test_whatever_happens_in_the_folder_nothing_is_ready_before_three_equal_looks(looks: list[dict[str, int]]) -> None:
    settling = Settling()
    for at, listing in enumerate(looks):
        found = settling.look({name: stamp(size) for name, size in listing.items()})
        for name in found.ready:
            assert at >= 2 and all(looks[at - back].get(name) == listing[name] for back in range(3))
            settling.taken(name, stamp(listing[name]))


def test_ten_thousand_files_are_looked_at_within_a_second(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.docx").touch()
    started = time.perf_counter()
    found = scan(tmp_path)
    assert len(found) == 10_000 and time.perf_counter() - started < 1.0


def test_a_share_that_is_away_is_said_to_be_away(tmp_path: Path) -> None:
    with pytest.raises(Unreachable):
        scan(tmp_path / "không có")


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "vòng").symlink_to(tmp_path)
    assert [(name, mark.regular) for name, mark in scan(tmp_path).items()] == [("vòng", False)]
