"""Vietnamese words, of one syllable or several, by underthesea's segmenter.

Used where a text is cut short for people: between "môi" and "trường" nobody cuts. Its taggers decide nothing (measured:
every span that only its NER saw in five sets of phrases was wrong).
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec

_LOCK = threading.Lock()
_tokenize: list[Callable[..., list[str]]] = []


def _segmenter() -> Callable[..., list[str]]:
    """Load the model once a process: its cold start is not safe among threads (measured: 5 of 8 threads failed)."""
    with _LOCK:
        if not _tokenize:
            with _bare_package("underthesea"):
                importlib.import_module("underthesea.pipeline.text_normalize")  # first: the two import each other
                word_tokenize = importlib.import_module("underthesea.pipeline.word_tokenize").word_tokenize
                word_tokenize("khởi động", use_token_normalize=False)
            _tokenize.append(word_tokenize)
    return _tokenize[0]


@contextmanager
def _bare_package(name: str) -> Iterator[None]:
    """Let modules of a package be imported without what its door imports, unless it is imported already.

    That of underthesea loads a word list for each of three taggers and a client for the web: 75 MB and half a second
    of which the segmenter needs a third.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None:
        sys.modules[name] = module_from_spec(spec)
    try:
        yield
    finally:
        if spec is not None:
            del sys.modules[name]


def words_of(text: str) -> list[tuple[int, int]]:
    """Return the words of NFC `text` as (start, end), in order and without overlaps; blanks belong to none.

    Words are followed through the text by their own letters: an offset is right even where the segmenter tidies blanks.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for word in _segmenter()(text, use_token_normalize=False):
        syllables = word.split()
        start = text.find(syllables[0], at) if syllables else -1
        if start < 0:
            continue
        end = start
        for syllable in syllables:
            place = text.find(syllable, end)
            if place < 0 or (end > start and text[end:place].strip()):
                break
            end = place + len(syllable)
        found.append((start, end))
        at = end
    return found


def shortened(text: str, longest: int) -> str:
    """Return `text` on one line, cut between words to at most `longest` characters, an ellipsis at the cut."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    window = line[: longest + 40]  # the words at the cut are all that counts
    ends = [end for _, end in words_of(window) if end < longest]
    cut = ends[-1] if ends else longest - 1
    return line[:cut].rstrip(" .;,:-–") + "…"
