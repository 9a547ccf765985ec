"""Margins of a page: where its running text begins and ends."""

from __future__ import annotations

import pytest

from extractors.readers.layout import Line
from extractors.readers.paragraphs import margins_of


def line(x0: float, x1: float, top: float = 0.0) -> Line:
    return Line("chữ", x0, top, x1, top + 12, 12.0)


@pytest.mark.parametrize(
    ("lines", "left", "right"),
    [
        ([], 0.0, 595.0),
        ([line(85, 540), line(85, 538, 14), line(85, 200, 28)], 85.0, 540.0),
        # No line is wide: the right margin is as broad as the left one.
        ([line(85, 200), line(85, 180, 14)], 85.0, 510.0),
        # A damaged font: letters without width, or with less than none. Found by fuzzing.
        ([line(85, 85), line(90, 90, 14)], 85.0, 510.0),
        ([line(85, 80), line(90, 84, 14)], 85.0, 510.0),
    ],
)
def test_margins(lines: list[Line], left: float, right: float) -> None:
    found = margins_of(lines, 595.0)
    assert (found.left, found.right) == (left, right)
