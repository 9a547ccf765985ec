"""Who is made known: only exemplars that a person decided on, for the very words that the person saw."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from checks.corrections import corrected, spoken_on
from checks.decision import Decision
from checks.nominees import Nominee, Part, Verdict, nominees
from checks.submission import State, Submission
from checks.units import Register, Unit
from extractors.extract import extract
from extractors.facts import DocumentKind
from extractors.readers.builder import plain

UNITS = ("Phòng Kế hoạch", "Trung tâm Ứng dụng")
REGISTER = Register(tuple(map(Unit, UNITS)), UNITS[0])
TEXT = """Số: 12/BC-TTUD
BÁO CÁO
Kết quả phong trào thi đua

Điển hình tiên tiến:
- Bà Lê Thị Hòa, chuyên viên Phòng Hành chính, đã số hóa 1.200 hồ sơ trong 03 tháng.
- Ông Trần Văn Bình, Tổ trưởng Tổ Kỹ thuật, có sáng kiến tiết kiệm 30% điện năng."""
AT, LATER = "2031-06-01T08:00:00+07:00", "2031-06-02T08:00:00+07:00"


def report(text: str = TEXT, unit: str = UNITS[1], **more: object) -> Submission:
    document = plain(text, hashlib.sha256((unit + text).encode()).hexdigest())
    facts = extract(document)
    facts = replace(facts, letterhead=replace(facts.letterhead, kind=DocumentKind.REPORT))
    key = f"{unit}/{document.sha256[:8]}.docx"
    return replace(Submission(key, document.sha256, None, document, facts, unit=unit), **more)


def ruled(items: list[Submission], decisions: list[Decision]) -> tuple[Nominee, ...]:
    settled = corrected(items, decisions)
    read = {item.key: item.facts for item in items if item.facts}
    return nominees(settled, read, REGISTER, spoken_on(settled, decisions))


def one(name: str, found: tuple[Nominee, ...]) -> Nominee:
    return next(n for n in found if n.read.name == name)


def test_a_nominee_waits_until_a_person_decides() -> None:
    found = ruled([report()], [])
    assert [n.read.name for n in found] == ["Lê Thị Hòa", "Trần Văn Bình"]
    assert not any(n.decided for n in found)


def test_tick_strike_and_mending_do_not_undo_each_other() -> None:
    hoa, binh = ruled([report()], [])
    decisions = [
        hoa.tick("Ng. A", AT),
        hoa.mend(Part.NAME, "Lê Thị  Hoà", "Ng. A", LATER),
        hoa.mend(Part.AWARD, "Giấy khen của Giám đốc Sở", "Ng. A", LATER),
        binh.strike("Ng. A", AT, "Trùng với đợt trước"),
    ]
    first, second = ruled([report()], decisions)
    assert (first.decided, first.exemplar.name, first.award) == (True, "Lê Thị Hoà", "Giấy khen của Giám đốc Sở")
    assert second.verdict is Verdict.STRUCK and second.decision is not None
    told = corrected([report()], decisions)[0].facts
    assert told is not None and [e.name for e in told.exemplars] == ["Lê Thị Hoà"]


def test_the_newest_word_counts() -> None:
    hoa = ruled([report()], [])[0]
    given = [hoa.strike("A", AT), hoa.tick("B", LATER)]
    for order in (given, given[::-1]):
        assert one("Lê Thị Hòa", ruled([report()], order)).decided


def test_a_tick_never_passes_to_other_words_at_the_same_place() -> None:
    hoa = ruled([report()], [])[0]
    tick = hoa.tick("A", AT)
    other = TEXT.replace("Lê Thị Hòa", "Vũ Thị Hài")
    moved = replace(tick, subject=f"dien_hinh@{report(other).sha256}:{hoa.read.span.start}")
    found = one("Vũ Thị Hài", ruled([report(other)], [moved]))
    assert not found.decided
    assert found.decision is not None and found.decision.stale


@pytest.mark.parametrize(
    ("text", "unit", "decided"),
    [
        (TEXT.replace("12/BC", "15/BC"), UNITS[1], True),  # sent again: her sentence is the same
        (TEXT.replace("1.200 hồ sơ", "2.100 hồ sơ"), UNITS[1], False),  # her deed reads otherwise
        (TEXT, UNITS[0], False),  # another unit claims her
    ],
)
def test_a_report_that_comes_again_keeps_what_was_decided_on_the_same_words(
    text: str, unit: str, decided: bool
) -> None:
    old = report()
    tick = ruled([old], [])[0].tick("A", AT)
    again = report(text, unit, supersedes=old.key)
    found = ruled([replace(old, state=State.SUPERSEDED), again], [tick])
    assert one("Lê Thị Hòa", found).decided is decided


def test_what_a_plan_hopes_for_or_a_waiting_file_says_is_no_nominee() -> None:
    facts = report().facts
    assert facts is not None
    plan = replace(facts, letterhead=replace(facts.letterhead, kind=DocumentKind.PLAN))
    assert ruled([report(facts=plan)], []) == ()
    assert ruled([report(state=State.FOREIGN)], []) == ()


def test_a_whole_cannot_be_mended_and_a_name_not_emptied() -> None:
    hoa = ruled([report()], [])[0]
    for part, value in ((Part.WHOLE, "x"), (Part.NAME, " ")):
        with pytest.raises(ValueError, match=part.value):
            hoa.mend(part, value, "A", AT)
