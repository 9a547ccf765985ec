"""A gate finds what its pattern finds, and tries it only behind one of its words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.grammars.gates import Gate, first_words, lexicon_gate
from extractors.vietnamese import alternation, lexicon

GATED = ["modality_intention", "modality_none", "modality_obligation", "modality_partly", "modality_target"]


@pytest.mark.parametrize("name", GATED)
def test_every_entry_passes_its_gate(name: str) -> None:
    gate = lexicon_gate(name, r"\b@\b")
    assert all(gate.search(f"đơn vị {entry} trong năm") for entry in lexicon(name))


@given(st.text(alphabet="chưa sẽdựkiến mới5còn%, ", max_size=60))
def test_a_gate_hides_nothing(text: str) -> None:
    plain = re.compile(rf"\b{alternation('modality_intention')}\b").search(text)
    gated = lexicon_gate("modality_intention", r"\b@\b").search(text)
    assert (plain and plain.span()) == (gated and gated.span())


def test_without_its_word_a_pattern_is_not_tried() -> None:
    assert Gate(r".*", ["đang"]).search("đã xong") is None


def test_first_words_are_given_once() -> None:
    found = first_words("modality_denied")
    assert "hoãn" in found
    assert len(found) == len(set(found))
