"""Dates in a row: they share the year that only the last of them states, and the preposition of the first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.grammars.date_stamps import Phrase, Stamp, pattern

# What stands between "quý I" and "quý II năm 2024" where both lie in one year; a comparison does not.
_BETWEEN = r"(?:(?!so +với|bằng|tăng|giảm|hơn)[^.;:\n]){0,60}"
_AND = r" *(?:,|;|và|, *và|&) *(?:ngày +)?"


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase, and whether it was read from letters that lost their marks."""

    phrase: Phrase
    unmarked: bool = False


def share_years(shadow: str, found: list[Found]) -> list[Found]:
    """Return `found` where days, months and quarters take the year that only the last of their row states.

    "15/6, 22/6 và 29/6/2024", "kết quả quý I và nhiệm vụ quý II năm 2024", "tháng 12, nhiệm vụ tháng 01/2025".
    """
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        item, after = result[index].phrase, result[index + 1].phrase
        if not _lone(item) or not _lone(after) or item.pairs[-1][1].dated:
            continue
        last, stated = item.pairs[-1][1], after.pairs[0][0]
        if (
            stated.year is None
            or last.unit != stated.unit
            or not _in_a_row(shadow, item, after, result[index].unmarked)
        ):
            continue
        later = last.unit != "day" and _place(last) > _place(stated)
        stamps = [replace(stamp, year=stated.year - later) for stamp, _ in item.pairs]
        result[index] = replace(result[index], phrase=replace(item, pairs=tuple((stamp, stamp) for stamp in stamps)))
    return result


def _in_a_row(shadow: str, item: Phrase, after: Phrase, unmarked: bool) -> bool:
    if item.pairs[0][0].unit == "day":
        return pattern(_AND, unmarked).fullmatch(shadow, item.end, after.start) is not None
    same = _place(item.pairs[-1][1]) == _place(after.pairs[0][0])
    return not same and pattern(_BETWEEN, unmarked).fullmatch(shadow, item.end, after.start) is not None


def _place(stamp: Stamp) -> int:
    return stamp.month or stamp.quarter or 0


def _lone(phrase: Phrase) -> bool:
    units = ("day", "month", "quarter")
    return bool(phrase.pairs) and all(a is b and a.unit in units and a.calendar == "solar" for a, b in phrase.pairs)


def follows(shadow: str, item: Found, before: Found) -> bool:
    """Return whether the day `item` goes on the list that the day `before` began ("trước ngày 20/3, 20/6 và 20/9")."""
    if not _lone(item.phrase) or not _lone(before.phrase) or not item.phrase.pairs[0][0].bare:
        return False
    linked = pattern(_AND, item.unmarked).fullmatch(shadow, before.phrase.end, item.phrase.start)
    return linked is not None and item.phrase.pairs[0][0].unit == before.phrase.pairs[0][0].unit == "day"
