"""The text of a plan made ready for reading: folded copy, verbs, units and dates by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import cache

from checks.plan_names import Mention, UnitNames
from extractors.document import Document
from extractors.facts import DateMention
from extractors.vietnamese import alternation, any_of, fold, lexicon

_OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_LINKS = frozenset({"có", "cho"})  # "các đơn vị có liên quan": part of who it is, no deed
_VERB_LISTS = (
    "plan_more_verbs",
    "plan_soft_verbs",
    "plan_submit_verbs",
    "plan_write_verbs",
    "plan_event_verbs",
    "plan_publish_verbs",
)


@cache
def verbs() -> re.Pattern[str]:
    """Return the pattern of all verbs that may open a duty, longest first, on folded text."""
    entries = set(lexicon("action_verbs")).union(*(lexicon(name, "checks") for name in _VERB_LISTS))
    return re.compile(rf"(?<!\w){any_of(entries)}(?!\w)")


@cache
def words(name: str) -> re.Pattern[str]:
    """Return the pattern of one lexicon of this room, longest first, whole words, on folded text."""
    return re.compile(r"(?<!\w)" + alternation(name, "checks") + r"(?!\w)")


@cache
def _blocked() -> re.Pattern[str]:
    # "các phòng tổ chức ..." is a subject and its verb, "phòng tổ chức" and "ban tổ chức" are names.
    free = r"(?<!các )(?<!mỗi )(?<!từng )(?<!\w)"
    return re.compile(free + alternation("plan_verb_blockers", "checks") + r"[\s\"“”]*$")


class PlanText:
    """`text` and its folded copy `low` of equal length; dates and units in the order of the text."""

    def __init__(
        self, document: Document, names: UnitNames, dates: Sequence[DateMention], issued: date | None = None
    ) -> None:
        self.document, self.names = document, names
        self.text = document.text
        self.issued = issued  # no deadline lies before it
        self.low = fold(document.text)
        self._dates = sorted(dates, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._dates]

    def dates(self, start: int, end: int) -> list[DateMention]:
        """Return the dates that lie in [start, end)."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._dates[first:last] if mention.span.end <= end]

    def units(self, start: int, end: int) -> list[Mention]:
        """Return the units of the register that are named in [start, end)."""
        return self.names.find(self.low, start, end)

    def verb(self, at: int, end: int) -> int | None:
        """Return where the verb that stands at `at` ends, None where no verb stands there."""
        match = verbs().match(self.low, at, end)
        return match.end() if match else None

    def find_verb(self, start: int, end: int) -> int | None:
        """Return where the next verb of a predicate begins: a small letter, no part of a name or of a noun phrase."""
        named = [(mention.start, mention.end) for mention in self.units(start, end)]
        for match in verbs().finditer(self.low, start, end):
            at = match.start()
            if self.text[at].isupper() and at > start:
                continue
            if any(a <= at < b for a, b in named) or match.group(0) in _LINKS:
                continue
            if self.blocked(start, at) and not any(b in (at, at - 1) for _, b in named):
                continue
            return at
        return None

    def blocked(self, start: int, at: int) -> bool:
        """Return whether the word before `at` makes a verb there part of a noun ("công tác tuyên truyền")."""
        return bool(_blocked().search(self.low, max(start, at - 24), at))

    def depth(self, start: int, end: int) -> list[bool]:
        """Return for every place of [start, end) whether it lies inside brackets or quotation marks."""
        inside: list[bool] = []
        closers: list[str] = []
        straight = False
        for char in self.text[start:end]:
            if char == '"':
                straight = not straight
            elif closers and char == closers[-1]:
                closers.pop()
            elif char in _OPENERS and self.text.find(_OPENERS[char], start, end) >= 0:
                closers.append(_OPENERS[char])
            inside.append(bool(closers) or straight)
        return inside

    def trim(self, start: int, end: int, marks: str = " \t\n,;:-–") -> tuple[int, int]:
        """Return the range without blanks and the marks that join clauses at its edges."""
        while start < end and self.text[start] in marks:
            start += 1
        while end > start and self.text[end - 1] in marks:
            end -= 1
        return start, end
