"""Runs of capitalised syllables: what every name of a person, a place or a unit is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[AYHK][-'’ʼ][^\W\d_]+|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*['’]?")
_INNER = re.compile(r"['’ʼ\-]")
_BLANK = re.compile(r"[ \u00a0]+")


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    shape: str  # T(itle), U(pper), S(ingle letter), l(ower)


def _shape(word: str) -> str:
    plain = _INNER.sub("", word) if _INNER.search(word) else word
    if len(plain) == 1:
        return "S"
    if plain.isupper():
        return "U"
    return "T" if not plain[1:].isupper() else "l"


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the syllables of text[start:end] that begin with a capital, with the shape of their letters."""
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        if word[0].isupper():
            yield Token(match.start(), match.end(), word, _shape(word))


def runs(text: str, items: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield runs of neighbouring capitalised syllables, capitals of title case and upper case apart."""
    run: list[Token] = []
    for token in items:
        if token.shape == "l":
            continue
        if run and _BLANK.fullmatch(text, run[-1].end, token.start) and _alike(run, token):
            run.append(token)
            continue
        if run:
            yield run
        run = [token]
    if run:
        yield run


def _alike(run: list[Token], token: Token) -> bool:
    upper = any(item.shape == "U" for item in run)
    title = any(item.shape == "T" for item in run)
    return token.shape == "S" or (token.shape == "U" and not title) or (token.shape == "T" and not upper)


def capital(token: Token) -> str:
    """Return the syllable in title case, so that "NGUYỄN" meets the list of surnames."""
    return token.text if token.shape != "U" else token.text[0] + token.text[1:].lower()
