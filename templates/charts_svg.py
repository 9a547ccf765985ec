"""Charts as inline SVG for the evidence page: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup, escape

from extractors.words import shortened
from templates.charts import COLOURS, LINE_COLOURS, SEGMENTS, Bar, Line, Progress, segment_word
from templates.phrases import count, day, share
from templates.sentences import say
from templates.vocabulary import word

WIDTH, LABEL, END = 720, 270, 58  # of the drawing, of the names left of the bars, of the shares right of them
ROW, BAR, HEIGHT = 26, 17, 240  # of a row, of the bar in it, of the chart by day
LONGEST = 38  # letters of a name that fit left of a bar; the whole name shows under the pointer
DASHES = ("", "8 4", "2 3", "10 3 2 3", "5 5", "1 4")


def chart_svgs(progress: Progress) -> list[tuple[str, Markup]]:
    """Return (heading, SVG with its legend) of each chart that has something to show."""
    found = [
        (word("chart", "by_unit"), _bars(word("chart", "by_unit"), progress.units)),
        (word("chart", "by_duty"), _bars(word("chart", "by_duty"), progress.duties)),
        (word("chart", "by_day"), _lines(progress)),
    ]
    return [(heading, drawn) for heading, drawn in found if drawn]


def _bars(heading: str, bars: Sequence[Bar]) -> Markup:
    if not bars:
        return Markup()
    parts = [_row(at, bar) for at, bar in enumerate(bars)]
    used = [segment for at, segment in enumerate(SEGMENTS) if any(bar.counts[at] for bar in bars)]
    legend = _legend((segment_word(segment), COLOURS[segment], "") for segment in used)
    return legend + _svg(heading, len(bars) * ROW + 4, parts)


def _row(at: int, bar: Bar) -> Markup:
    top = at * ROW + 4
    room = WIDTH - LABEL - END
    parts = [
        Markup('<text x="{}" y="{}" text-anchor="end">{}<title>{}</title></text>').format(
            LABEL - 8, top + BAR - 4, shortened(bar.label, LONGEST), bar.label
        )
    ]
    left = float(LABEL)
    for segment, number in zip(SEGMENTS, bar.counts, strict=True):
        if not number:
            continue
        width = room * number / bar.whole
        parts.append(
            Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="#{}"><title>{}: {} {}</title></rect>').format(
                _n(left), top, _n(width), BAR, COLOURS[segment], bar.label, count(number), segment_word(segment)
            )
        )
        if width > 16:
            parts.append(
                Markup('<text class="in" x="{}" y="{}" text-anchor="middle" fill="#{}">{}</text>').format(
                    _n(left + width / 2), top + BAR - 4, _ink(segment), number
                )
            )
        left += width
    parts.append(
        Markup('<text x="{}" y="{}">{}</text>').format(WIDTH - END + 8, top + BAR - 4, share(bar.met, bar.whole))
    )
    return Markup().join(parts)


def _ink(segment: str) -> str:
    return "1C2733" if segment in {"partial", "not_due"} else "FFFFFF"


def _lines(progress: Progress) -> Markup:
    if not progress.days or not progress.lines:
        return Markup()
    first, last = progress.days[0], progress.days[-1]
    most = max(line.whole for line in progress.lines)
    left, right, top, low = 40, WIDTH - 20, 14, HEIGHT - 30

    def across(at: date) -> float:
        return left + (right - left) * (at - first).days / max((last - first).days, 1)

    def up(number: int) -> float:
        return low - (low - top) * number / most

    parts = [_grid(number, up(number), left, right) for number in _ticks(most)]
    parts += [
        Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>').format(_n(across(at)), low + 18, anchor, day(at))
        for at, anchor in ((first, "start"), (last, "end"))
    ]
    parts += [_line(order, line, progress.days, across, up) for order, line in enumerate(progress.lines)]
    named = (
        (f"{line.label}: {share(line.sent[-1], line.whole)}", LINE_COLOURS[order], DASHES[order])
        for order, line in enumerate(progress.lines)
    )
    note = Markup("<p>{}</p>").format(say("chua_ro_ngay", number=count(progress.undated))) if progress.undated else ""
    return _legend(named) + _svg(word("chart", "by_day"), HEIGHT, parts) + note


def _line(order: int, line: Line, days: Sequence[date], across: object, up: object) -> Markup:
    assert callable(across)
    assert callable(up)
    path, before = "", 0
    for at, sent in zip(days, line.sent, strict=True):
        if not path:
            path = f"M{_n(across(at))} {_n(up(sent))}"
        elif sent != before:
            path += f"H{_n(across(at))}V{_n(up(sent))}"
        before = sent
    path += f"H{_n(across(days[-1]))}"
    return Markup(
        '<path d="{}" fill="none" stroke="#{}" stroke-width="2.5" stroke-dasharray="{}"><title>{}</title></path>'
    ).format(path, LINE_COLOURS[order], DASHES[order] or "none", line.label)


def _grid(number: int, at: float, left: float, right: float) -> Markup:
    return Markup(
        '<line x1="{}" x2="{}" y1="{y}" y2="{y}" stroke="#d8dee6"/><text x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(left, right, left - 8, _n(at + 4), number, y=_n(at))


def _ticks(most: int) -> list[int]:
    step = max(1, -(-most // 5))
    return sorted({*range(0, most, step), most} - ({most - most % step} if 0 < most % step < step / 2 else set()))


def _legend(entries: Iterable[tuple[str, str, str]]) -> Markup:
    parts = [
        Markup(
            '<span><svg width="22" height="10" aria-hidden="true"><line x1="0" x2="22" y1="5" y2="5" stroke="#{}"'
            ' stroke-width="{}" stroke-dasharray="{}"/></svg> {}</span> '
        ).format(colour, 3 if dash else 9, dash or "none", text)
        for text, colour, dash in entries
    ]
    return Markup('<p class="key">{}</p>').format(Markup().join(parts))


def _svg(heading: str, height: int, parts: Iterable[Markup]) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, height, escape(heading), Markup().join(parts)
    )


def _n(value: float) -> str:
    """Return a coordinate with one decimal at most: the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
