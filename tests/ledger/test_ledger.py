"""Each step may be repeated; nothing is doubled, nothing forgotten."""

from __future__ import annotations

from checks.finding import Cause, Finding, Status
from extractors.errors import Broken, TonghopError, Unreachable
from extractors.readers.builder import plain
from ledger.ledger import Ledger, Sighting

NOW, LATER = "2024-05-20T08:00:00+07:00", "2024-05-21T08:00:00+07:00"


def test_the_first_look_lasts_until_it_is_ended_and_never_comes_back(ledger: Ledger) -> None:
    told = [ledger.open_campaign("dot", "Đợt", NOW), ledger.open_campaign("dot", "Đợt", LATER)]
    for _ in range(2):
        ledger.end_first_look("dot", LATER)
        told.append(ledger.open_campaign("dot", "Đợt", LATER))
    assert told == [True, True, False, False], "one that was killed begins anew: its files did not arrive later"


def test_bytes_under_a_new_name_keep_their_arrival_when_the_old_name_is_gone(ledger: Ledger) -> None:
    ledger.open_campaign("dot", "Đợt", NOW)
    ledger.record_sighting("dot", Sighting("a.docx", "a" * 64, NOW, True), 10, {"a.docx"})
    moved = ledger.record_sighting("dot", Sighting("Phòng A/a.docx", "a" * 64, LATER, False), 10, {"Phòng A/a.docx"})
    assert moved == Sighting("Phòng A/a.docx", "a" * 64, NOW, True)
    both = {"Phòng A/a.docx", "b.docx"}
    copied = ledger.record_sighting(
        "dot", Sighting("b.docx", "a" * 64, LATER, False), 10, both - {"b.docx"} | {"a.docx"}
    )
    assert copied.seen_at == LATER, "a copy beside the file that is still there came when it came"


def test_a_file_keeps_the_time_at_which_it_was_first_seen(ledger: Ledger) -> None:
    ledger.open_campaign("dot", "Đợt", NOW)
    first = Sighting("a.docx", "a" * 64, NOW, False)
    assert ledger.record_sighting("dot", first, 10) == first
    assert ledger.record_sighting("dot", Sighting("a.docx", "a" * 64, LATER, False), 10) == first
    assert ledger.counts("dot") == {"": 1}


def test_other_bytes_under_the_same_name_are_another_entry_and_the_old_one_is_gone(ledger: Ledger) -> None:
    ledger.open_campaign("dot", "Đợt", NOW)
    ledger.record_sighting("dot", Sighting("a.docx", "a" * 64, NOW, False), 10)
    ledger.record_sighting("dot", Sighting("a.docx", "b" * 64, LATER, False), 10)
    assert ledger.mark_gone("dot", [("a.docx", "b" * 64)], LATER) == 1
    assert ledger.mark_gone("dot", [("a.docx", "b" * 64)], LATER) == 0
    assert ledger.counts("dot") == {"": 1}


def test_a_reading_comes_back_as_it_was(ledger: Ledger) -> None:
    document = plain("Số: 12/KH-ABC\n1\thai\tba")
    assert ledger.reading(document.sha256, "v1") is None
    for _ in range(2):
        ledger.record_reading(document.sha256, "v1", document)
    assert ledger.reading(document.sha256, "v1") == document
    assert ledger.reading(document.sha256, "v2") is None, "another version reads again"


def test_a_permanent_error_is_kept_and_a_passing_one_is_not(ledger: Ledger) -> None:
    ledger.record_reading("c" * 64, "v1", Broken(detail="thiếu phần cuối"))
    known = ledger.reading("c" * 64, "v1")
    assert isinstance(known, TonghopError)
    assert (known.code, known.message) == ("TEP_HONG", "Tệp hỏng, không mở được (thiếu phần cuối).")
    ledger.record_reading("d" * 64, "v1", Unreachable(detail="mất kết nối"))
    assert ledger.reading("d" * 64, "v1") is None


def test_findings_are_replaced_never_added(ledger: Ledger) -> None:
    ledger.open_campaign("dot", "Đợt", NOW)
    finding = Finding("Phòng A", "R1", Status.MISSING, Cause.ABSENT, "Chưa thấy văn bản.")
    for _ in range(3):
        ledger.record_findings("dot", [finding])
    assert ledger.findings("dot") == (finding,)
