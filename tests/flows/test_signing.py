"""From draft to issued report: refused while anything is open, then frozen; later news stand in the supplement."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from checks.decision import Answer, Decision
from checks.requirement import Weight
from checks.ruling import standing
from flows.handover import hand_over
from flows.orders import orders
from flows.shop import Workshop
from flows.signing import (
    FOR_SIGNATURE,
    OUT_OF_THE_HOUSE,
    RECORD,
    AlreadyIssued,
    Desk,
    HeldOpen,
    NotSigned,
    NotTakenOver,
    issue,
    lay_for_signature,
    next_reminder,
    remind,
)
from flows.verify import issued_faults
from ledger.store import Damaged
from templates.guard import places
from templates.issuing import SUPPLEMENT, NotReady, untouched
from templates.outputs import SOURCED, Reminder
from templates.word import REPORT
from tests.flows import tiny
from tests.flows.test_office_files import text

ON = date(2031, 7, 8)


def desk_over(work: Workshop, out: Path, now: str = "2031-07-01T09:00:00+07:00") -> Desk:
    return Desk(work, tiny.steps(work, None), tiny.DAY, out, None, now)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workshop]:
    folder = tiny.build(tmp_path / "dot", {"a.docx": tiny.report(tiny.UNITS[0], 1)})
    shop = tiny.shop(folder, tmp_path / "data")
    yield shop
    shop.ledger.close()


def decide_all(desk: Desk) -> Desk:
    """A person agrees to every gap."""
    must = {item.id for item in desk.found.plan.requirements if item.weight is Weight.MUST}
    for finding in desk.found.findings:
        if finding.requirement in must and standing(finding).undecided:
            desk.shop.ledger.record_decision(
                desk.shop.campaign.id, Decision(finding.id, Answer.AGREE, "Người Mẫu", desk.now)
            )
    return desk_over(desk.shop, desk.out)


def complete(path: Path) -> None:
    """A clerk fills every marked place in Word."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    for paragraph in document.paragraphs:
        if "[Cán bộ tổng hợp bổ sung" in paragraph.text:
            paragraph.runs[0].text = "Nội dung do cán bộ bổ sung."
            for run in paragraph.runs[1:]:
                run.text = ""
    document.save(str(path))


def ready_desk(work: Workshop, out: Path) -> Desk:
    desk = decide_all(desk_over(work, out))
    desk.draft()
    complete(out / REPORT)
    return desk


def test_what_is_open_is_listed_line_by_line(work: Workshop, tmp_path: Path) -> None:
    desk = desk_over(work, tmp_path / "out")
    with pytest.raises(NotReady, match=r"Còn \d\d chỗ .* chưa kết luận") as refused:
        lay_for_signature(desk, "Người Mẫu")
    points = refused.value.details["points"]
    assert len(points) == len(places((desk.out / REPORT).read_bytes())) + sum(
        standing(f).undecided for f in desk.found.findings
    )
    assert "Chỗ chưa bổ sung: nhận định về tồn tại, hạn chế" in points
    assert any(point.startswith(f"Chưa kết luận: {tiny.UNITS[1]}: ") for point in points)
    assert not (desk.out / FOR_SIGNATURE).exists()


def test_a_draft_that_somebody_works_on_is_not_laid_for_signature(work: Workshop, tmp_path: Path) -> None:
    desk = ready_desk(work, tmp_path / "out")
    lock = desk.out / f"~${REPORT[2:]}"
    lock.write_bytes(b"")
    with pytest.raises(HeldOpen):
        lay_for_signature(desk, "Người Mẫu")
    lock.unlink()
    (desk.out / REPORT).write_bytes(b"no Word file any more")
    (desk.out / ".ban-goc" / REPORT).unlink()
    with pytest.raises(NotTakenOver, match="máy lập mới"):
        lay_for_signature(desk, "Người Mẫu")


def test_the_copy_for_signature_is_the_clerks_draft_and_is_issued_as_it_was_signed(
    work: Workshop, tmp_path: Path
) -> None:
    desk = ready_desk(work, tmp_path / "out")
    with pytest.raises(NotSigned):
        issue(desk, 5, ON, "Văn Thư")
    signed = lay_for_signature(desk, "Người Mẫu")
    assert signed.read_bytes() == (desk.out / REPORT).read_bytes()
    assert (signed.parent / SOURCED).is_file()
    (desk.out / REPORT).write_bytes(tiny.word("changed after it was laid for signature"))
    issued = issue(desk, 5, ON, "Văn Thư")
    assert "Số: 05/BC-" in text(issued) and "ngày 08 tháng 7 năm 2031" in text(issued)
    assert "Nội dung do cán bộ bổ sung." in text(issued)
    record = (desk.out / OUT_OF_THE_HOUSE / RECORD).read_bytes()
    assert untouched(issued.read_bytes(), record)
    assert set(json.loads(record)["files"]) >= {REPORT, SOURCED, "minh-chung.html", "results.json"}
    assert issued_faults(work.ledger, work.vault) == []


def test_a_signed_copy_that_was_changed_is_not_issued(work: Workshop, tmp_path: Path) -> None:
    desk = ready_desk(work, tmp_path / "out")
    lay_for_signature(desk, "Người Mẫu").write_bytes(b"changed by hand")
    with pytest.raises(NotSigned, match="đã bị sửa"):
        issue(desk, 5, ON, "Văn Thư")


def test_an_issued_report_stays_and_later_news_stand_in_the_supplement(work: Workshop, tmp_path: Path) -> None:
    desk = ready_desk(work, tmp_path / "out")
    lay_for_signature(desk, "Người Mẫu")
    issued = issue(desk, 5, ON, "Văn Thư")
    before, draft = issued.read_bytes(), (desk.out / REPORT).read_bytes()
    assert not (desk.out / SUPPLEMENT).exists()
    late = work.campaign.folder / "submissions" / "muon.docx"
    late.write_bytes(tiny.report(tiny.UNITS[1], 2))
    again = tiny.shop(work.campaign.folder, tmp_path / "data")
    try:
        found = tiny.steps(again, None)
        ordered = orders(again.ledger, again.vault, again.campaign.id)
        hand_over(found, again.campaign, tiny.DAY, desk.out, None, ordered)
    finally:
        again.ledger.close()
    assert (issued.read_bytes(), (desk.out / REPORT).read_bytes()) == (before, draft)
    supplement = text(desk.out / SUPPLEMENT)
    assert "số 05/BC-" in supplement and "muon.docx" in supplement


def test_a_report_is_issued_once_but_a_slip_of_the_pen_can_be_mended(work: Workshop, tmp_path: Path) -> None:
    desk = ready_desk(work, tmp_path / "out")
    lay_for_signature(desk, "Người Mẫu")
    first = issue(desk, 5, ON, "Văn Thư").read_bytes()
    assert issue(desk, 5, ON, "Văn Thư").read_bytes() == first
    with pytest.raises(AlreadyIssued, match="số 05 ngày 08/7/2031"):
        issue(desk, 6, ON, "Văn Thư")
    with pytest.raises(AlreadyIssued):
        lay_for_signature(desk, "Người Mẫu")
    later = Desk(work, desk.found, desk.day, desk.out, None, "2031-07-09T09:00:00+07:00")
    assert "Số: 06/BC-" in text(issue(later, 6, ON, "Văn Thư", again=True))


def test_a_changed_record_is_found_and_stops_everything(work: Workshop, tmp_path: Path) -> None:
    desk = ready_desk(work, tmp_path / "out")
    lay_for_signature(desk, "Người Mẫu")
    issue(desk, 5, ON, "Văn Thư")
    issued = desk.orders.issued
    assert issued is not None
    path = work.vault.path(issued)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b'"number": 5', b'"number": 7'))
    assert any("đã phát hành" in line for line in issued_faults(work.ledger, work.vault))
    with pytest.raises(Damaged):
        assert desk.orders


def test_the_second_reminder_cites_the_first_and_leaves_it_alone(work: Workshop, tmp_path: Path) -> None:
    desk = desk_over(work, tmp_path / "out")
    desk.draft()  # a draft of the first letter lies there before anybody ordered one
    first = remind(desk, next_reminder(desk, date(2031, 7, 5)), "Người Mẫu")
    assert first is not None and "chậm nhất ngày 05/7/2031" in text(first)
    sent = first.read_bytes()
    later = Desk(work, desk.found, desk.day, desk.out, None, "2031-07-06T09:00:00+07:00")
    wanted = next_reminder(later, date(2031, 7, 12), "Công văn số 12/SKH ngày 02/7/2031")
    assert wanted == Reminder(2, date(2031, 7, 12), ("Công văn số 12/SKH ngày 02/7/2031",))
    second = remind(later, wanted, "Người Mẫu")
    assert second is not None and second.name == "cong-van-don-doc-lan-2.docx"
    told = text(second)
    assert "Công văn số 12/SKH ngày 02/7/2031" in told and "chậm nhất ngày 12/7/2031" in told
    assert "Mặc dù đã được đôn đốc" in told and "(lần 2)" in told
    assert first.read_bytes() == sent
    assert later.orders.reminder == wanted
