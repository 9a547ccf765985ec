"""Reads every fixture that has a truth and prints how well: `python -m benchmarks.read [GROUP ...]`.

Character error rate (CER): Levenshtein distance over the length of the truth, in reading order, white space folded and
NFC, computed numbers counted as text. Ceilings are what CI holds; the exit code is 1 where one is broken.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from extractors.document import Document
from extractors.errors import TonghopError
from extractors.rendering import rendered
from extractors.sandbox import Reader

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
_LETTERHEAD = 6  # lines of the fixtures' truth


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one kind and what is asked of them: `cer` at most, the others at least."""

    name: str
    files: tuple[str, ...]
    cer: float
    words: float = 0.0
    rows: float = 0.0
    letterhead: float = 0.0


GROUPS = (
    Group(
        "docx",
        ("good/bao*.docx", "good/*_hoa.docx", "good/*_nfd.docx", "good/*_thuong.docx"),
        0.002,
        rows=0.98,
        letterhead=1.0,
    ),
    Group("docx-features", ("good/*_word.docx",), 0.003, rows=0.98, letterhead=1.0),
    Group("doc", ("good/*[!l].doc",), 0.003, rows=0.98, letterhead=1.0),
    Group("rtf", ("good/*.rtf",), 0.003, rows=0.98, letterhead=1.0),
    Group("odt", ("good/*.odt",), 0.003, rows=0.98, letterhead=1.0),
    Group("html", ("good/*_html.doc",), 0.003, rows=0.98, letterhead=1.0),
    Group("pdf-text", ("good/*.pdf",), 0.01, rows=0.98, letterhead=1.0),
    Group("legacy", ("legacy/*.docx", "legacy/*.doc", "legacy/*.rtf"), 0.001, letterhead=1.0),
    # LibreOffice does not draw U+00AD: every ư is missing from the two other TCVN3 prints, no reader can restore it.
    Group("legacy-pdf", ("legacy/ke_hoach_tcvn3_ban_in_cu.pdf", "legacy/ke_hoach_vni.pdf"), 0.005),
    Group("scan", ("scan/*_scan_*.pdf",), 0.06, words=0.975),
    Group("fax", ("scan/*_fax_*.pdf",), 1.0, words=0.945),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """How one file was read; `seconds` of wall clock in a warm child."""

    path: Path
    cer: float
    words: float
    rows: float
    letterhead: float
    seconds: float
    pages: int


def folded(text: str) -> str:
    """Return `text` in NFC with white space folded."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def cer(text: str, truth: str) -> float:
    """Return the character error rate of `text`."""
    a, b = folded(text), folded(truth)
    return Levenshtein.distance(a, b) / max(1, len(b))


def words_f1(text: str, truth: str) -> float:
    """Return F1 over the bag of words, whatever their order."""
    a, b = Counter(folded(text).split()), Counter(folded(truth).split())
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def rows_whole(text: str, truth: str) -> float:
    """Return the share of the truth's table rows that stand in `text` with all cells in order."""
    want = [_row(line) for line in truth.splitlines() if "\t" in line]
    have = Counter(_row(line) for line in text.splitlines())
    return sum(1 for row in want if have[row]) / len(want) if want else 1.0


def _row(line: str) -> tuple[str, ...]:
    return tuple(folded(cell) for cell in line.split("\t"))


def letterhead_whole(document: Document, truth: str) -> float:
    """Return the share of the truth's first lines that stand whole in one block: columns not run together."""
    lines = [folded(line) for line in truth.splitlines()[:_LETTERHEAD]]
    blocks = {folded(document.block_text(block)) for block in document.blocks}
    return sum(line in blocks for line in lines) / len(lines)


def truth_of(path: Path) -> str | None:
    """Return the truth of a fixture: its own, or the one of the plain text it was made from; None for neither."""
    stem = path.name.split(".pdf")[0].split(".doc")[0].split(".rtf")[0].split(".odt")[0]
    for name in (stem, *(stem[: stem.index(cut)] for cut in ("_da_ky_so",) if cut in stem)):
        for found in (path.with_name(f"{name}.truth.txt"), path.with_name(f"{name}_thuong.truth.txt")):
            if found.exists():
                return found.read_text("utf-8")
    return None


def measure(path: Path, reader: Reader) -> Figures:
    """Return the figures of one fixture; raises TonghopError where it is not read, FileNotFoundError without truth."""
    truth = truth_of(path)
    if truth is None:
        raise FileNotFoundError(path)
    began = time.perf_counter()
    document = reader.read(path)
    seconds = time.perf_counter() - began
    text = rendered(document)
    return Figures(
        path,
        cer(text, truth),
        words_f1(text, truth),
        rows_whole(text, truth),
        letterhead_whole(document, truth),
        seconds,
        document.pages or 1,
    )


def files_of(group: Group) -> list[Path]:
    """Return the fixtures of a group that have a truth, in order of name."""
    found = {path for pattern in group.files for path in FIXTURES.glob(pattern)}
    return sorted(path for path in found if truth_of(path) is not None)


def shortcomings(group: Group, figures: Figures) -> list[str]:
    """Return what the figures break of the group's demands, as words."""
    checks = (
        ("CER", figures.cer <= group.cer),
        ("words", figures.words >= group.words),
        ("rows", figures.rows >= group.rows),
        ("letterhead", figures.letterhead >= group.letterhead),
    )
    return [name for name, holds in checks if not holds]


def _lines(groups: Sequence[Group], reader: Reader) -> Iterator[tuple[str, bool]]:
    for group in groups:
        seconds, pages = 0.0, 0
        for path in files_of(group):
            try:
                figures = measure(path, reader)
            except TonghopError as error:
                yield f"{group.name:14} {path.name:52} {error.code}", False
                continue
            broken = shortcomings(group, figures)
            seconds, pages = seconds + figures.seconds, pages + figures.pages
            line = (
                f"{group.name:14} {path.name:52} {figures.cer:7.4f} {figures.words:6.3f} {figures.rows:6.2f}"
                f" {figures.letterhead:5.2f} {figures.seconds:7.2f}  {'under: ' + ', '.join(broken) if broken else ''}"
            )
            yield line.rstrip(), not broken
        if pages:
            yield f"{group.name:14} {'seconds a page':52} {seconds / pages:7.3f}", True


def main(names: Sequence[str]) -> int:
    """Print the table of the groups named (all without names); return 1 where a demand is broken."""
    groups = [group for group in GROUPS if not names or group.name in names]
    print(f"{'group':14} {'file':52} {'CER':>7} {'words':>6} {'rows':>6} {'head':>5} {'seconds':>7}")
    held = True
    with Reader(1) as reader:
        for line, fine in _lines(groups, reader):
            print(line, flush=True)
            held = held and fine
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
