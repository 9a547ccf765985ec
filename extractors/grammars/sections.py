"""What a heading announces: purpose, tasks, results, shortcomings, what comes next."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.segment import Section
from extractors.vietnamese import bare, lexicon

# What stands below these headings shares their tense, whatever its own heading is called ("Nhiệm vụ" under results).
_LASTING = {Section.RESULT, Section.FUTURE, Section.SHORTCOMING, Section.PROPOSAL}
_WEAK = {Section.TASK, Section.TARGET, Section.ORGANISATION, Section.PURPOSE, Section.BUDGET}
_AIMED = {Section.TASK, Section.TARGET, Section.ORGANISATION}
# In a report that has told its results a heading "Nhiệm vụ" alone announces what comes next.
_AHEAD = re.compile(
    r"(?<!\w)(?:trong tam|tiep theo|quy|thang)(?!\w)|^\W*(?:[\divxlc]{1,4}\W+)?(?:cac |nhung )?nhiem vu\W*$"
)
_BLANKS = re.compile(r"\s+")


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, Section]]:
    table: dict[str, Section] = {}
    for entry in lexicon("sections"):
        section, phrase = entry.split(": ", 1)
        table[bare(phrase)] = Section(section)
    longest = sorted(table, key=lambda phrase: (-len(phrase.strip("^$")), phrase))
    pattern = "|".join(map(_anchored, longest))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), table


def _anchored(phrase: str) -> str:
    """Return the pattern of an entry: "^" and "$" bind it to the first or the last word of the heading."""
    start, end = r"\A" if phrase.startswith("^") else "", r"(?=\W*\Z)" if phrase.endswith("$") else ""
    return start + re.escape(phrase.strip("^$")) + end


def _meaning(table: dict[str, Section], match: re.Match[str]) -> Section:
    words = match.group(0)
    forms = (words, f"^{words}", f"{words}$", f"^{words}$")
    return next(table[form] for form in forms if form in table)


@lru_cache(maxsize=4096)
def section_of_heading(heading: str) -> Section:
    """Return what one heading announces, UNKNOWN where no word of the lexicon stands in it.

    The earliest word wins, except that what is done or still to come wins over tasks ("Nhiệm vụ trọng tâm thời gian
    tới", "Kết quả thực hiện nhiệm vụ").
    """
    pattern, table = _phrases()
    words = _BLANKS.sub(" ", bare(heading)).strip()
    found = [_meaning(table, match) for match in pattern.finditer(words)]
    if not found:
        return Section.UNKNOWN
    for section in (Section.RESULT, Section.FUTURE):
        if section in found and all(other is section or other in _WEAK for other in found):
            return section
    return found[0]


@lru_cache(maxsize=4096)
def section_of_path(headings: tuple[str, ...], report: bool = False) -> Section:
    """Return the section below `headings`, outermost first; `report` reads tasks after results as what comes next."""
    section = Section.UNKNOWN
    for heading in headings:
        own = section_of_heading(heading)
        if report and section is Section.SHORTCOMING and own is Section.TASK and _AHEAD.search(bare(heading)):
            own = Section.FUTURE  # "Nhiệm vụ: …" below "Hạn chế và nhiệm vụ 6 tháng cuối năm"
        if own is Section.UNKNOWN or (section in _LASTING and own in _WEAK):
            continue
        if not report and own is Section.RESULT and section in _AIMED:
            continue  # "Kết quả kiểm tra: 100% đạt yêu cầu" below "Chỉ tiêu" of a plan
        if report and own is Section.TASK and _AHEAD.search(bare(heading)):
            own = Section.FUTURE
        section = own
    return section
