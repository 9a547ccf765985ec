"""The numbers and headings that are in force at a place of the document."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.grammars.segments_labels import Label, Level, follows

# Marks whose order differs from office to office: the one that is met inside another's item stands below it.
_FREE = frozenset({Level.BRACKET, Level.SMALL_ROMAN, Level.STAR, Level.DASH, Level.PLUS, Level.DOT})


@dataclass
class _Step:
    level: Level
    name: str
    heading: str = ""
    open: bool = False  # its text ends with ":", so that other marks below it are its children


class Outline:
    """A stack of steps, outermost first. A heading without number hangs on the innermost numbered one."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._plain = ""
        self._below: int = -1  # the level of the number that the plain heading hangs on
        self._held: Label | None = None

    def clear(self) -> None:
        """Forget everything: an appendix counts from the start."""
        self._steps, self._plain, self._held = [], "", None

    def accept(self, label: Label | None) -> Label | None:
        """Return `label` where it can be meant as a number here: "C." counts after "B.", "P." of "P. Y tế" does not."""
        if label is None:
            return None
        if label.level is Level.ROMAN and len(label.name) == 1 and label.name in "IVXCDLM":
            same = next((step for step in reversed(self._steps) if step.level is Level.ALPHA), None)
            roman = any(step.level is Level.ROMAN for step in self._steps)
            if same is not None and follows(label, same.name) and not roman:
                return Label(label.text, label.name, Level.ALPHA, label.length)
        if label.level is Level.ALPHA and label.name != "A":
            same = next((step for step in reversed(self._steps) if step.level is Level.ALPHA), None)
            return label if same is not None and follows(label, same.name) else None
        if label.level is Level.SMALL_ROMAN and len(label.name) == 1:
            same = next((step for step in reversed(self._steps) if step.level is Level.LETTER), None)
            if same is not None and follows(label, same.name):
                return Label(label.text, label.name, Level.LETTER, label.length)
        return label

    def hold(self, label: Label | None) -> None:
        """Keep a number that stands alone on its line for the text that follows it."""
        self._held = label

    def held(self) -> Label | None:
        """Return the number that waits for its text, once."""
        held, self._held = self._held, None
        return held

    def enter(self, label: Label | None, text: str) -> None:
        """Step to `label`: its siblings and all below them are left."""
        if label is None:
            return
        # A heading without number covers what is numbered below it; at the top, all but a Roman section.
        if label.level <= max(self._below, Level.ROMAN if self._below < 0 else -1):
            self._plain = ""
        depth = self._depth(label.level)
        del self._steps[depth:]
        self._steps.append(_Step(label.level, label.name, open=text.rstrip().endswith(":")))

    def _depth(self, level: Level) -> int:
        for depth, step in enumerate(self._steps):
            if step.level == level:
                return depth
        for depth, step in enumerate(self._steps):
            if step.level > level and not (level in _FREE and step.level in _FREE and step.open):
                return depth
        return len(self._steps)

    def head(self, label: Label | None, text: str, plain: bool) -> None:
        """Make `text` the heading of `label`, or a heading without number below the numbered ones."""
        if not plain and self._steps:
            self._steps[-1].heading = text
            return
        self._leave_lists()
        while self._plain and self._steps and self._steps[-1].level > self._below:
            self._steps.pop()
        self._plain = text
        self._below = self._steps[-1].level if self._steps else -1

    def running(self, closing: bool = False) -> None:
        """A paragraph without number goes on with the numbered item above it, but not with a list.

        The `closing` sentence of the document belongs to nobody's heading once a list below it is over.
        """
        listed = bool(self._steps) and self._steps[-1].level >= Level.STAR
        self._leave_lists()
        while closing and listed and self._steps and self._steps[-1].level > Level.ROMAN and self._steps[-1].heading:
            self._steps.pop()

    def _leave_lists(self) -> None:
        while self._steps and self._steps[-1].level >= Level.STAR:
            self._steps.pop()

    def numbers(self) -> tuple[str, ...]:
        """Return the path of numbers, outermost first."""
        return tuple(step.name for step in self._steps)

    def headings(self, own: bool = True) -> tuple[str, ...]:
        """Return the headings in force, outermost first; without `own`, the innermost one is left out."""
        found = [step.heading for step in self._steps if step.heading]
        if self._plain:
            found.insert(sum(1 for step in self._steps if step.heading and step.level <= self._below), self._plain)
        return tuple(found if own else found[:-1])
