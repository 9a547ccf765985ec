"""Reminder and feedback: who is written to, what is asked, how the second reminder differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.decision import Answer, Decision
from checks.finding import Cause, Status
from templates.format import check_format
from templates.inspection import inspection_proposal
from templates.letters import Campaign, feedback_letter, file_name, gaps, reminder_letter
from templates.outputs import outputs
from tests.templates import made
from tests.templates.test_report import hostile, paragraphs, text

CAMPAIGN = made.campaign()


def reminder(campaign: Campaign = CAMPAIGN, **more: object) -> bytes:
    letter = reminder_letter(campaign, **more)
    assert letter is not None
    return letter


def test_it_goes_to_those_in_arrears_and_to_nobody_else() -> None:
    told = list(paragraphs(reminder()))
    assert "- Trung tâm Kiểm soát bệnh tật;" in told
    assert "- Bệnh viện Phổi." in told
    assert not any("Phòng Nghiệp vụ Y" in line for line in told)
    assert not any(line.startswith(("- Văn phòng Sở", "Văn phòng Sở")) for line in told)  # the office writes it


def test_one_unit_stands_on_the_same_line() -> None:
    findings = tuple(f for f in CAMPAIGN.findings if f.unit != made.UNITS[2])
    assert "Kính gửi: Bệnh viện Phổi." in text(reminder(replace(CAMPAIGN, findings=findings)))


def test_a_late_document_is_not_asked_for_again_and_a_general_duty_never() -> None:
    asked = [(gap.unit, gap.requirement.id) for gap in gaps(CAMPAIGN)]
    assert asked == [(made.UNITS[2], "R2"), (made.UNITS[3], "R1"), (made.UNITS[3], "R2")]


def test_each_gap_has_clause_reason_and_place() -> None:
    told = text(reminder())
    assert "Xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc (mục II.2)" in told
    assert "Có 01 mô hình, yêu cầu ít nhất 02" in told
    assert "Trung tâm Kiểm soát bệnh tật/báo cáo.docx, đoạn 1" in told
    assert "Đã nhận tệp ngày 19/6/2031 nhưng tệp hỏng, đề nghị gửi lại" in told


@pytest.mark.parametrize(
    ("turn", "said", "unsaid"),
    [
        (1, "Sở Y tế đề nghị các phòng, đơn vị có tên trên", "Mặc dù đã được đôn đốc"),
        (2, "Sở Y tế yêu cầu các phòng, đơn vị có tên trên", "Hoàn thành và gửi các văn bản"),
        (2, "(lần 2)", "[Cán bộ tổng hợp bổ sung: số, ngày công văn đôn đốc lần trước]"),
        (2, "vẫn còn 02 phòng, đơn vị chưa thực hiện đầy đủ", "[Cán bộ tổng hợp bổ sung: thời hạn mới]"),
    ],
)
def test_the_second_reminder_is_worded_stronger(turn: int, said: str, unsaid: str) -> None:
    told = text(reminder(turn=turn, reply_by=date(2031, 7, 12), earlier=["Công văn số 12/SYT-VP ngày 25/6/2031"]))
    assert said in told
    assert unsaid not in told
    assert "chậm nhất ngày 12/7/2031" in told


def test_a_list_of_documents_not_sent_is_called_so() -> None:
    findings = tuple(
        replace(f, status=Status.MET, cause=Cause.NONE) if f.requirement == "R2" else f for f in CAMPAIGN.findings
    )
    assert "DANH SÁCH CÁC ĐƠN VỊ CHƯA BÁO CÁO" in text(reminder(replace(CAMPAIGN, findings=findings)))


def test_what_a_person_asks_for_stands_in_the_letter_and_what_is_let_off_does_not() -> None:
    subject = f"R2@{made.UNITS[2]}"
    asks = Decision(subject, Answer.REQUEST, "Người Mẫu", "2031-07-04", reason="Nêu rõ mô hình thứ hai")
    assert "Có 01 mô hình, yêu cầu ít nhất 02. Nêu rõ mô hình thứ hai" in text(reminder(made.campaign(asks)))
    lets = replace(asks, answer=Answer.EXEMPT)
    assert "Kính gửi: Bệnh viện Phổi." in text(reminder(made.campaign(lets)))


def test_a_file_that_cannot_be_read_is_not_told_as_unsent() -> None:
    findings = tuple(
        replace(f, status=Status.MISSING, cause=Cause.UNREADABLE)
        if f.requirement == "R1" and f.unit == made.UNITS[3]
        else f
        for f in CAMPAIGN.findings
    )
    told = text(reminder(replace(CAMPAIGN, findings=findings)))
    assert "báo cáo của 02/03 phòng, đơn vị (thời hạn: chậm nhất ngày 20/6/2031), 01 phòng, đơn vị có văn bản" in told
    asked = text(inspection_proposal(replace(CAMPAIGN, findings=findings)))
    assert "Có tệp đã gửi nhưng không đọc được; còn" in asked
    assert "Chưa gửi văn bản nào" not in asked
    assert "/TTr-SYT" in asked


def test_nobody_in_arrears_needs_no_letter() -> None:
    findings = tuple(replace(f, status=Status.MET) for f in CAMPAIGN.findings)
    assert reminder_letter(replace(CAMPAIGN, findings=findings)) is None
    names = [name for name, _ in outputs(replace(CAMPAIGN, findings=findings), "Đợt mẫu")]
    assert "cong-van-don-doc.docx" not in names


def test_feedback_says_what_came_what_is_met_and_what_is_lacking() -> None:
    told = text(feedback_letter(CAMPAIGN, made.UNITS[2]))
    assert "Kính gửi: Trung tâm Kiểm soát bệnh tật." in told
    assert (
        "Trung tâm Kiểm soát bệnh tật đã đạt 00/03 yêu cầu, 01 yêu cầu chưa đến hạn, 01 yêu cầu thực hiện muộn, "
        "còn 01 nội dung cần thực hiện hoặc bổ sung." in told
    )
    assert "02/BC-X; 12/6/2031" in told
    broken = text(feedback_letter(CAMPAIGN, made.UNITS[3]))
    assert "Tệp hỏng, không mở được (không giải nén được)." in broken
    good = text(feedback_letter(CAMPAIGN, made.UNITS[1]))
    assert "Không có nội dung phải bổ sung." in good
    assert "Các yêu cầu đã đạt:\n- Gửi báo cáo kết quả thực hiện về Văn phòng Sở;" in good


def test_letters_keep_the_decrees_format_and_their_bytes() -> None:
    for make in (reminder, lambda: reminder(turn=2), lambda: feedback_letter(CAMPAIGN, made.UNITS[3])):
        assert check_format(make()) == []
        assert make() == make()


def test_hostile_names_stand_letter_for_letter() -> None:
    assert "{{ 7 * 7 }} {% for x in y %}" in text(reminder(hostile("{{ 7 * 7 }} {% for x in y %}")))


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("Phòng Nội vụ", "Phòng Nội vụ.docx"),
        ('Ban A/B: "C" <d>|?*\\', "Ban A B C d.docx"),  # no file system takes these
        ("../../etc", "etc.docx"),
        ("…" * 300, "…" * 120 + ".docx"),
        (" . ", "don-vi.docx"),
    ],
)
def test_file_names_are_safe(unit: str, name: str) -> None:
    assert file_name(unit) == name


def test_all_outputs_have_their_names_and_units_alike_get_files_of_their_own() -> None:
    from checks.units import Register, Unit

    register = Register((*made.REGISTER.units, Unit("Ban A/B"), Unit("Ban A:B")), made.REGISTER.office)
    names = [name for name, data in outputs(replace(CAMPAIGN, register=register), "Đợt mẫu") if data]
    own = [
        "Phòng Nghiệp vụ Y.docx",
        "Trung tâm Kiểm soát bệnh tật.docx",
        "Bệnh viện Phổi.docx",
        "Ban A B.docx",
        "Ban A B (2).docx",
    ]
    for folder in ("phan-hoi", "phieu-kiem-tra"):
        assert [name.split("/", 1)[1] for name in names if name.startswith(f"{folder}/")] == own
    assert {name for name in names if "/" not in name} >= {
        "bao-cao-nhanh.docx",
        "bao-cao-tong-hop.co-dan-nguon.docx",
        "bao-cao-tong-hop.docx",
        "cong-van-don-doc.docx",
        "de-cuong-bao-cao.docx",
        "de-xuat-kiem-tra.docx",
        "minh-chung.html",
        "so-theo-doi.xlsx",
    }
    assert len(names) == len(set(names))
