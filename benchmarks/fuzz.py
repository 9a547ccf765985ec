"""Seeded damage to good files: nothing may crash, hang, or answer "ok" with a page of text silently lost.

python -m benchmarks.fuzz [--seed N] [--share 1.0] [--ocr] [docx pdf doc rtf odt]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.document import Document
from extractors.errors import TonghopError
from extractors.sandbox import Limits, Reader
from extractors.sandbox.worker import ChildDied

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
COUNTS = {"docx": 400, "pdf": 400, "doc": 40, "rtf": 40, "odt": 40}
SEED = 37
SLOW = 60.0  # seconds: the limit of the slowest format
LOST = 0.25  # of the words: a page of a document of two to four pages
# Warnings that say that something could not be read as it stands.
_SAYS = frozenset({"ANH_CHUA_DOC", "BO_QUA_TRANG", "LOP_CHU_SAI", "OCR_KHONG_CHAC", "PHAN_NHUNG"})

Mutation = Callable[[bytes, random.Random], bytes]


def truncated(data: bytes, rng: random.Random) -> bytes:
    """Return `data` cut somewhere."""
    return data[: rng.randrange(1, len(data))]


def flipped(data: bytes, rng: random.Random) -> bytes:
    """Return `data` with one to sixteen bits turned."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 16)):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def spliced(data: bytes, rng: random.Random) -> bytes:
    """Return `data` with a piece of it moved, doubled, zeroed or taken out."""
    a, b = sorted(rng.randrange(len(data)) for _ in range(2))
    b = min(b, a + 1 + rng.randrange(4096))
    piece, at = data[a:b], rng.randrange(len(data))
    return rng.choice(
        (
            data[:a] + data[b:],
            data[:at] + piece + data[at:],
            data[:a] + bytes(b - a) + data[b:],
            data[:a] + piece * 3 + data[b:],
        )
    )


MUTATIONS: tuple[Mutation, ...] = (truncated, flipped, spliced)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one damaged copy: `outcome` is "ok" or the code of the error; `kept` the share of words."""

    name: str
    mutation: str
    outcome: str
    kept: float
    seconds: float
    said: bool
    where: str = ""
    crashed: bool = False

    @property
    def silent(self) -> bool:
        """Return whether text was lost without a word."""
        return self.outcome == "ok" and self.kept < 1 - LOST and not self.said

    @property
    def wrong(self) -> str:
        """Return what must not happen, "" where all is well."""
        if self.silent:
            return f"kept only {self.kept:.2f} of the words"
        if self.crashed:
            return "the child reader died"
        return "slow" if self.seconds > SLOW else ""


def words(text: str) -> Counter[str]:
    """Return the bag of words of a text."""
    return Counter(unicodedata.normalize("NFC", text).split())


def originals(kind: str) -> list[Path]:
    """Return the good files of one kind, in order of name."""
    found = [path for folder in ("good", "legacy") for path in FIXTURES.glob(f"{folder}/*.{kind}")]
    return sorted(path for path in found if "_thuc_ra_la_" not in path.name)


def damaged(kind: str, count: int, seed: int) -> Iterator[tuple[Path, Mutation, bytes]]:
    """Yield `count` damaged copies, the same ones for one seed."""
    rng = random.Random(f"{kind}-{seed}")
    files = [(path, path.read_bytes()) for path in originals(kind)]
    for number in range(count if files else 0):
        path, data = files[number % len(files)]
        mutation = rng.choice(MUTATIONS)
        yield path, mutation, mutation(data, rng)


def judge(path: Path, mutation: str, broken: Path, whole: Document, reader: Reader) -> Verdict:
    """Return what reading the damaged copy gave, measured against the whole document."""
    began = time.monotonic()
    try:
        document = reader.read(broken)
    except TonghopError as error:
        where = str(error.details.get("where", ""))
        crashed = isinstance(error.__cause__, ChildDied)
        return Verdict(path.name, mutation, error.code, 0.0, time.monotonic() - began, True, where, crashed)
    seconds = time.monotonic() - began
    want, have = words(whole.text), words(document.text)
    kept = sum((want & have).values()) / max(1, sum(want.values()))
    said = bool(document.unread) or any(note.code in _SAYS for note in document.notes)
    return Verdict(path.name, mutation, "ok", kept, seconds, said)


def run(kind: str, count: int, seed: int, reader: Reader) -> Iterator[Verdict]:
    """Yield the verdict on each damaged copy of one kind."""
    whole = {path: reader.read(path) for path in originals(kind)}
    with tempfile.TemporaryDirectory() as folder:
        for number, (path, mutation, data) in enumerate(damaged(kind, count, seed)):
            broken = Path(folder, f"{number}.{kind}")
            broken.write_bytes(data)
            yield judge(path, getattr(mutation, "__name__", ""), broken, whole[path], reader)
            broken.unlink()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line a kind and every wrong verdict; return 1 where there is one."""
    parser = argparse.ArgumentParser(prog="benchmarks.fuzz")
    parser.add_argument("kinds", nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--ocr", action="store_true", help="recognise damaged pages too: minutes instead of seconds")
    args = parser.parse_args(arguments)
    wrong = 0
    with Reader(1, Limits() if args.ocr else Limits(ocr_seconds=0)) as reader:
        for kind in args.kinds or COUNTS:
            verdicts = list(run(kind, max(1, round(COUNTS[kind] * args.share)), args.seed, reader))
            outcomes = Counter(verdict.outcome for verdict in verdicts)
            unforeseen = Counter(verdict.where for verdict in verdicts if verdict.where)
            slowest = max((verdict.seconds for verdict in verdicts), default=0.0)
            least = min(
                (verdict.kept for verdict in verdicts if verdict.outcome == "ok" and not verdict.said), default=1.0
            )
            print(
                f"{kind}: {len(verdicts)} copies, {dict(outcomes.most_common())}, slowest {slowest:.1f} s, "
                f"least kept without a word {least:.2f}"
            )
            for where, count in unforeseen.most_common():
                print(f"  {count} x {where}")
            for verdict in verdicts:
                if verdict.wrong:
                    wrong += 1
                    print(f"  {verdict.name} {verdict.mutation}: {verdict.wrong}")
    print(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
