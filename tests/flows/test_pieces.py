"""Drafts put together from pieces of the last drafting are the drafts made anew, byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.assess import Assessment
from flows.campaign import Campaign
from flows.handover import drafts, hand_over
from flows.kept import Kept
from templates.lots import whole
from templates.pieces import Pieces
from tests.flows.test_kept import Folder

DAY = date(2030, 1, 1)


def declared(found: Assessment) -> Campaign:
    return Campaign("dot", Path("dot"), "Đợt mẫu", DAY, found.register, Path("dot/plan.docx"), (), {})


@pytest.mark.parametrize("name", ["an-toan-truong-hoc", "nong-thon-moi"])
def test_pieces_used_again_give_the_same_bytes(name: str) -> None:
    folder, kept, pieces = Folder(name, 5), Kept(), Pieces()
    for _ in range(3):
        for _ in range(3):
            folder.happen()
        found = folder.found = folder.judged(kept)
        pieces.begin()
        again = {name: whole(draft) for name, draft in drafts(found, declared(found), DAY, pieces=pieces)}
        pieces.end()
        anew = {name: whole(draft) for name, draft in drafts(found, declared(found), DAY)}
        assert [name for name, data in anew.items() if again[name] != data] == []
        assert list(again) == list(anew)


def test_the_same_again_makes_and_writes_nothing(tmp_path: Path) -> None:
    folder, pieces = Folder("an-toan-truong-hoc", 6), Pieces()
    found = folder.judged(None)
    hand_over(found, declared(found), DAY, tmp_path, pieces=pieces)
    assert pieces.made > 20
    before = {path: path.stat() for path in tmp_path.rglob("*") if path.is_file() and path.suffix}
    hand_over(found, declared(found), DAY, tmp_path, pieces=pieces)
    assert pieces.made == 0
    after = {path: path.stat() for path in before}
    assert [path.name for path in before if after[path].st_ino != before[path].st_ino] == []


def test_what_a_clerk_deleted_is_laid_there_again(tmp_path: Path) -> None:
    folder, pieces = Folder("an-toan-truong-hoc", 7), Pieces()
    found = folder.judged(None)
    hand_over(found, declared(found), DAY, tmp_path, pieces=pieces)
    letter = next(iter((tmp_path / "phan-hoi").glob("*.docx")))
    data = letter.read_bytes()
    letter.unlink()
    hand_over(found, declared(found), DAY, tmp_path, pieces=pieces)
    assert letter.read_bytes() == data
