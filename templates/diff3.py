"""Three-way merge of two sequences that come from one: what one side changed is taken, what both changed is said."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise


class Side(StrEnum):
    """Whose items a chunk takes."""

    SAME = "same"  # nobody changed it
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # both changed it, differently


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the merge: ranges (start, end) into base, mine and theirs."""

    side: Side
    base: tuple[int, int]
    mine: tuple[int, int]
    theirs: tuple[int, int]


Like = Callable[[Hashable, Hashable], float]
LIKE = 0.5  # two texts of this likeness are one, changed
_LARGEST = 4_000  # pairs that are compared letter by letter; beyond it a stretch that both changed stays whole


def merge(
    base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable], like: Like | None = None
) -> list[Chunk]:
    """Return the chunks of the merge in order; together they cover all three sequences without overlap.

    `like` says from 0 to 1 how much two items are one, changed: then a stretch that both changed is taken apart, and
    only the items that both changed are left as such.
    """
    chunks: list[Chunk] = []
    for chunk in _chunks(base, mine, theirs):
        if chunk.side is Side.BOTH and like is not None:
            chunks += _taken_apart(chunk, base, mine, theirs, like)
        else:
            chunks.append(chunk)
    return chunks


def _chunks(base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[Chunk]:
    chunks: list[Chunk] = []
    at = (0, 0, 0)
    for stable in _stable(base, mine, theirs):
        start = (stable[0], stable[1], stable[2])
        if start != at:
            chunks.append(_chunk(base, mine, theirs, at, start))
        length = stable[3]
        at = (start[0] + length, start[1] + length, start[2] + length)
        if length:
            chunks.append(Chunk(Side.SAME, (start[0], at[0]), (start[1], at[1]), (start[2], at[2])))
    return chunks


def _stable(
    base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield (base, mine, theirs, length) of stretches that all three share, and the end of all three."""
    left = _matches(base, mine)
    right = _matches(base, theirs)
    a = b = 0
    while a < len(left) and b < len(right):
        (i, j, m), (k, n, o) = left[a], right[b]
        start, end = max(i, k), min(i + m, k + o)
        if start < end:
            yield start, j + start - i, n + start - k, end - start
        if i + m <= k + o:
            a += 1
        else:
            b += 1
    yield len(base), len(mine), len(theirs), 0


def _matches(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _chunk(
    base: Sequence[Hashable],
    mine: Sequence[Hashable],
    theirs: Sequence[Hashable],
    start: tuple[int, int, int],
    end: tuple[int, int, int],
) -> Chunk:
    old, left, right = (list(s[i:j]) for s, i, j in zip((base, mine, theirs), start, end, strict=True))
    if left == right:
        side = Side.MINE
    elif left == old:
        side = Side.THEIRS
    else:
        side = Side.MINE if right == old else Side.BOTH
    return Chunk(side, (start[0], end[0]), (start[1], end[1]), (start[2], end[2]))


def _taken_apart(
    chunk: Chunk, base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable], like: Like
) -> list[Chunk]:
    size = chunk.base[1] - chunk.base[0]
    most = max(chunk.mine[1] - chunk.mine[0], chunk.theirs[1] - chunk.theirs[0])
    if size == 0 or size * most > _LARGEST:
        return [chunk]
    left = _pairs(base, chunk.base, mine, chunk.mine, like)
    right = _pairs(base, chunk.base, theirs, chunk.theirs, like)
    found: list[Chunk] = []
    at_mine, at_theirs = chunk.mine[0], chunk.theirs[0]
    for item in range(*chunk.base):
        to_mine, to_theirs = left.get(item, at_mine), right.get(item, at_theirs)
        found += _inserted(item, (at_mine, to_mine), (at_theirs, to_theirs))
        at_mine, at_theirs = to_mine, to_theirs
        ends = (at_mine + (item in left), at_theirs + (item in right))
        found.append(_chunk(base, mine, theirs, (item, at_mine, at_theirs), (item + 1, ends[0], ends[1])))
        at_mine, at_theirs = ends
    return found + _inserted(chunk.base[1], (at_mine, chunk.mine[1]), (at_theirs, chunk.theirs[1]))


def _inserted(at: int, mine: tuple[int, int], theirs: tuple[int, int]) -> list[Chunk]:
    """Return the chunks of what each side put in before item `at`: both stand, mine first."""
    found = []
    if mine[0] < mine[1]:
        found.append(Chunk(Side.MINE, (at, at), mine, (theirs[0], theirs[0])))
    if theirs[0] < theirs[1]:
        found.append(Chunk(Side.THEIRS, (at, at), (mine[1], mine[1]), theirs))
    return found


def _pairs(
    base: Sequence[Hashable], of: tuple[int, int], other: Sequence[Hashable], to: tuple[int, int], like: Like
) -> dict[int, int]:
    """Return which items of `other` are which of `base`, changed or not, in order, as alike as can be."""
    rows, columns = of[1] - of[0], to[1] - to[0]
    alike = [[_score(base[of[0] + i], other[to[0] + j], like) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            taken = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs[of[0] + i] = to[0] + j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return _by_place(pairs, of, to)


def _by_place(pairs: dict[int, int], of: tuple[int, int], to: tuple[int, int]) -> dict[int, int]:
    """Return the pairs, with items rewritten from scratch paired by their place between two that are known."""
    whole = dict(pairs)
    edges = [(of[0] - 1, to[0] - 1), *sorted(pairs.items()), (of[1], to[1])]
    for (a, b), (c, d) in pairwise(edges):
        if c - a == d - b:
            whole.update(zip(range(a + 1, c), range(b + 1, d), strict=True))
    return whole


def _score(a: Hashable, b: Hashable, like: Like) -> float:
    if a == b:
        return 2.0
    found = like(a, b)
    return found if found >= LIKE else 0.0
