"""What a duty is called in a report: the plan's own words, from its verb on, without the deadline said beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from checks.requirement import Requirement
from extractors.vietnamese import fold
from templates.phrases import clean, quoted, upper_first

LONGEST_TITLE = 180
_OPENING = 24  # characters of the action by which its place in the sentence is found
# A closing phrase that only says when: the deadline stands beside the title.
_WHEN = re.compile(
    r"[,;]?\s*(?:(?:và )?(?:hoàn thành|thực hiện xong|xong)\s+)?"
    r"(?:trước|chậm nhất|muộn nhất|trong|đến hết|vào|định kỳ trước)\s+"
    r"(?:(?:là|ngày|tháng|quý|năm|tuần)\s+){1,3}[\d/.,\s]{1,24}\s*$"
)

# Without its day a verb at the end would hang in the air: "Báo cáo năm gửi trước ngày 30/11".
_DANGLING = re.compile(r"(?:(?:^|\s)(?:gửi|nộp|trình|xong)|,\s+\w+(?:\s+\w+)?)$")

# An address of a website is no part of a name.
_ADDRESS = re.compile(r"[\s,(]*(?:(?:tại|theo)\s+)?địa chỉ:?\s*(?:https?:|www\.)\S*\)?", re.IGNORECASE)


def duty_title(item: Requirement, longest: int = LONGEST_TITLE) -> str:
    """Return the duty as a heading names it, at most `longest` characters."""
    return _title(item.quote, item.action, longest)


# Every unit has the same duties: one title is asked for in each of its rows, letters and cards.
@lru_cache(maxsize=4096)
def _title(said: str, short: str, longest: int) -> str:
    quote, action = clean(said), clean(short)
    if not action:
        return upper_first(_cut(quote, longest))
    at = fold(quote).find(fold(action)[:_OPENING])
    return upper_first(_cut(quote[at:] if at >= 0 else action, longest))


def _cut(text: str, longest: int) -> str:
    first = _ADDRESS.sub("", re.split(r"(?<=[^\W\d_][.;])\s+(?=[A-ZÀ-ỸĐ])", text, maxsplit=1)[0]).rstrip(" .;,:/")
    shadow = fold(first)
    match = _WHEN.search(shadow)
    if match and match.start() > _OPENING and not _DANGLING.search(shadow[: match.start()]):
        first = first[: match.start()]
    return quoted(first, longest)
