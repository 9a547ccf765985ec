"""Charts of letters and blocks, for the page in the UI: it shows markdown, and no pictures."""

from __future__ import annotations

from collections.abc import Sequence

from templates.charts import SEGMENTS, Bar, Progress, segment_word
from templates.markdown import plain_text, table
from templates.phrases import count, day, share
from templates.sentences import say
from templates.vocabulary import word

WIDTH = 20  # blocks of a full bar
MOST_DAYS = 14  # rows of the table by day
SIGNS = {"met": "█", "partial": "▓", "late": "▒", "missing": "░", "not_due": "·", "exempt": "×"}


def chart_text(progress: Progress) -> str:
    """Return the charts as markdown: a table of bars by unit and by duty, one of arrivals by day."""
    legend = ", ".join(f"{SIGNS[segment]} {segment_word(segment)}" for segment in SEGMENTS)
    parts = [
        _bars("by_unit", "unit", progress.units),
        f"{word('chart', 'legend')}: {legend}." if progress.units else "",
        _bars("by_duty", "duty", progress.duties),
        _days(progress),
    ]
    return "\n\n".join(part for part in parts if part)


def _bars(title: str, head: str, bars: Sequence[Bar]) -> str:
    if not bars:
        return ""
    rows = [[plain_text(bar.label), _code(blocks(bar.counts)), share(bar.met, bar.whole)] for bar in bars]
    heads = [word("chart", head), word("chart", "progress"), word("chart", "met")]
    return f"## {word('chart', title)}\n\n{table(heads, rows)}"


def blocks(counts: Sequence[int]) -> str:
    """Return WIDTH blocks shared out by the counts of SEGMENTS; what is not nothing has one block at least."""
    whole = sum(counts)
    if not whole:
        return ""
    sizes = [max(1, WIDTH * count // whole) if count else 0 for count in counts]
    while sum(sizes) != WIDTH:
        step = 1 if sum(sizes) < WIDTH else -1
        # the segment whose size is furthest from its share gives or takes one
        errors = [
            (step * (WIDTH * c / whole - size), -at) for at, (c, size) in enumerate(zip(counts, sizes, strict=True))
        ]
        allowed = [error for error, size in zip(errors, sizes, strict=True) if size + step >= 1 and size]
        sizes[-max(allowed)[1]] += step
    return "".join(SIGNS[segment] * size for segment, size in zip(SEGMENTS, sizes, strict=True))


def _days(progress: Progress) -> str:
    if not progress.lines or not progress.days:
        return ""
    changed = [
        at
        for at in range(len(progress.days))
        if at in (0, len(progress.days) - 1) or any(line.sent[at] != line.sent[at - 1] for line in progress.lines)
    ]
    rows = [[day(progress.days[at]), *(_share(line.sent[at], line.whole) for line in progress.lines)] for at in changed]
    heads = [word("chart", "day"), *(plain_text(line.label) for line in progress.lines)]
    note = f"\n\n{say('chua_ro_ngay', number=count(progress.undated))}" if progress.undated else ""
    return f"## {word('chart', 'by_day')}\n\n{table(heads, rows[-MOST_DAYS:])}{note}"


def _share(part: int, whole: int) -> str:
    filled = round(WIDTH // 2 * part / whole) if whole else 0
    return f"{_code('█' * filled + '·' * (WIDTH // 2 - filled))} {share(part, whole)}"


def _code(text: str) -> str:
    """Return blocks in letters of one width, so that bars stand below each other."""
    return f"`{text}`" if text else ""
