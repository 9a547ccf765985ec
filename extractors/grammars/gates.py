"""Patterns behind a gate: a word that every match holds is looked for first, which costs a fiftieth of the pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.vietnamese import any_of, lexicon


class Gate:
    """A pattern that is tried only where one of `words` stands in the text; it finds what the pattern alone finds."""

    __slots__ = ("_pattern", "_words")

    def __init__(self, pattern: str, words: Iterable[str]) -> None:
        self._pattern, self._words = re.compile(pattern), tuple(words)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in `text`, or None."""
        for word in self._words:
            if word in text:
                return self._pattern.search(text)
        return None


def first_words(*names: str) -> tuple[str, ...]:
    """Return the first words of the entries of lexicons: one of them stands in whatever an entry matches."""
    return tuple(sorted({entry.split()[0] for name in names for entry in lexicon(name)}))


def lexicon_gate(name: str, pattern: str, *more: str) -> Gate:
    """Return the gate for a `pattern` in which "@" stands for the entries of a lexicon; `more` are further words."""
    return Gate(pattern.replace("@", any_of(lexicon(name))), (*first_words(name), *more))
