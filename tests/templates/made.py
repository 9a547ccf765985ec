"""A small campaign made by hand: nothing of it is read from files, so that outputs are tested on their own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from checks.corrections import spoken_on
from checks.decision import Decision
from checks.finding import Cause, Evidence, Finding, Status
from checks.nominees import Nominee, nominees
from checks.requirement import Kind, Plan, Requirement, ShownBy, Weight
from checks.submission import State, Submission
from checks.units import Register, Unit
from extractors.errors import Broken
from extractors.facts import DocumentKind, Exemplar, ExemplarKind, Facts, Letterhead, Quantity
from extractors.interval import Interval
from extractors.readers.builder import plain
from extractors.segment import Section, Segment, SegmentKind, Zone
from templates.letters import Campaign
from templates.office import OfficeFacts, office_facts

AS_OF = date(2031, 7, 5)
UNITS = ("Văn phòng Sở", "Phòng Nghiệp vụ Y", "Trung tâm Kiểm soát bệnh tật", "Bệnh viện Phổi")
PLAN_TEXT = """Gửi báo cáo kết quả thực hiện về Văn phòng Sở trước ngày 20/6/2031.
Mỗi đơn vị xây dựng ít nhất 02 mô hình cơ sở y tế không khói thuốc, hoàn thành trước ngày 30/6/2031.
Tổ chức tập huấn cho cán bộ, viên chức trong quý IV/2031.
Tăng cường tuyên truyền về tác hại của thuốc lá.
Văn phòng Sở theo dõi, đôn đốc việc thực hiện.
Văn phòng Sở tổng hợp, báo cáo UBND tỉnh trước ngày 30/6/2031."""
REPORTS = {
    UNITS[1]: "Phòng đã xây dựng 02 mô hình “Phòng họp xanh” và “Hành lang sạch”.\nĐã tuyên truyền 12 buổi tại cơ sở.\n"
    "Kinh phí còn hạn chế nên chưa mở rộng được mô hình.\nĐề nghị Sở bố trí thêm kinh phí cho năm sau.",
    UNITS[2]: "Trung tâm đã xây dựng 01 mô hình “Bếp ăn không khói thuốc”.\nĐã tuyên truyền 12 buổi tại cơ sở.",
}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def letterhead(kind: DocumentKind, **facts: object) -> Letterhead:
    blank: dict[str, object] = {
        "kind": kind,
        "type_name": "",
        "number_blank": False,
        "addressees": (),
        "recipients": (),
        "citations": (),
        "spans": {},
        "sources": {},
    }
    rest = ("issuer", "parent", "number", "issued", "issued_text", "place", "subject", "signer", "signer_title")
    return Letterhead(**{**blank, **dict.fromkeys(rest), **facts})


PLAN_HEAD = letterhead(
    DocumentKind.PLAN,
    type_name="KẾ HOẠCH",
    issuer="SỞ Y TẾ",
    parent="UBND TỈNH AN HẢI",
    number="05/KH-SYT",
    issued=date(2031, 1, 9),
    place="An Hải",
    subject="Phòng, chống tác hại của thuốc lá năm 2031",
    signer="Lê Thị Mẫu",
    signer_title="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    recipients=("Như trên", "- UBND tỉnh (để b/c);", "- Lãnh đạo Sở;", "- Lưu: VT, VP."),
)


def requirement(order: int, **facts: object) -> Requirement:
    document = plain(PLAN_TEXT, sha("plan"))
    line = document.blocks[order - 1]
    span = document.span(line.start, line.end)
    base: dict[str, object] = {
        "id": f"R{order}",
        "span": span,
        "section": f"II.{order}",
        "actor": "các đơn vị",
        "applies_to": "each_unit",
        "units": UNITS[1:],
        "action": "",
        "quantity": None,
        "deadline": None,
        "recipient": None,
        "kind": Kind.ACT,
        "shown_by": ShownBy.REPORT_CONTENT,
        "weight": Weight.MUST,
        "frame": "made",
        "heading": "Nhiệm vụ trọng tâm",
    }
    return Requirement(**{**base, **facts})


def until(day: int, month: int) -> Interval:
    return Interval(None, date(2031, month, day))


def plan() -> Plan:
    two = Quantity(">=", 2, "mô hình", requirement(2).span)
    office = {"applies_to": "office", "units": (UNITS[0],)}
    return Plan(
        sha("plan"),
        "Phòng, chống tác hại của thuốc lá năm 2031",
        "05/KH-SYT",
        Interval.day(date(2031, 1, 9)),
        "SỞ Y TẾ",
        (
            requirement(1, action="gửi báo cáo", kind=Kind.SUBMIT, shown_by=ShownBy.REPORT_SENT, deadline=until(20, 6)),
            requirement(2, action="xây dựng ít nhất 02 mô hình", kind=Kind.COUNT, quantity=two, deadline=until(30, 6)),
            requirement(3, action="tổ chức tập huấn", kind=Kind.HOLD, deadline=Interval.quarter(2031, 4)),
            requirement(4, action="tăng cường tuyên truyền", weight=Weight.SHOULD),
            requirement(5, action="theo dõi, đôn đốc", **office),
            requirement(
                6,
                action="tổng hợp, báo cáo",
                kind=Kind.SUBMIT,
                shown_by=ShownBy.REPORT_SENT,
                recipient="UBND tỉnh",
                **office,
            ),
        ),
    )


def submission(unit: str, text: str, order: int) -> Submission:
    document = plain(text, sha(unit))
    segments = []
    for block, section in zip(
        document.blocks, (Section.RESULT, Section.RESULT, Section.SHORTCOMING, Section.PROPOSAL), strict=False
    ):
        segments.append(Segment(block.start, block.end, SegmentKind.SENTENCE, Zone.BODY, section, 0))
    head = letterhead(
        DocumentKind.REPORT,
        type_name="BÁO CÁO",
        number=f"{order:02d}/BC-X",
        issued=date(2031, 6, 10 + order),
        subject="Kết quả phòng, chống tác hại của thuốc lá",
        signer="Trần Văn Mẫu",
        signer_title="TRƯỞNG PHÒNG",
    )
    at = document.text.find("“") + 1
    people: tuple[Exemplar, ...] = ()
    if at:
        first = document.blocks[0]
        span = document.span(at, document.text.index("”"))
        people = (
            Exemplar(
                span,
                span.quote,
                ExemplarKind.MODEL,
                None,
                None,
                None,
                "giảm hẳn khói thuốc tại nơi làm việc",
                None,
                False,
                document.span(first.start, first.end),
            ),
        )
    facts = Facts(head, tuple(segments), (), (), people)
    received = datetime(2031, 6, 12 + 6 * order, 2, 0, tzinfo=UTC)
    return Submission(f"{unit}/báo cáo.docx", document.sha256, received, document, facts, None, unit)


def submissions() -> tuple[Submission, ...]:
    read = [submission(unit, text, order) for order, (unit, text) in enumerate(REPORTS.items(), start=1)]
    broken = Submission(
        "Bệnh viện Phổi/BC.docx",
        sha("broken"),
        datetime(2031, 6, 19, 2, 0, tzinfo=UTC),
        error=Broken(detail="không giải nén được"),
        unit=UNITS[3],
        state=State.QUARANTINED,
    )
    return (*read, broken)


def evidence(item: Submission, block: int) -> Evidence:
    assert item.document is not None
    found = item.document.blocks[block]
    return Evidence(item.key, item.document.span(found.start, found.end))


def findings(decision: Decision | None = None) -> tuple[Finding, ...]:
    first, second, _ = submissions()
    unread = "Đã nhận tệp ngày 19/6/2031 nhưng tệp hỏng, đề nghị gửi lại."
    late = "Nhận báo cáo ngày 24/6/2031, muộn 04 ngày."
    return (
        Finding(UNITS[1], "R1", Status.MET, Cause.NONE, "Đã nhận ngày 18/6/2031.", (evidence(first, 0),)),
        Finding(UNITS[2], "R1", Status.LATE, Cause.NONE, late, (evidence(second, 0),)),
        Finding(UNITS[3], "R1", Status.MISSING, Cause.UNREADABLE, unread),
        Finding(UNITS[1], "R2", Status.MET, Cause.NONE, "Có 02 mô hình.", (evidence(first, 0),)),
        Finding(
            UNITS[2],
            "R2",
            Status.PARTIAL,
            Cause.SHORT,
            "Có 01 mô hình, yêu cầu ít nhất 02.",
            (evidence(second, 0),),
            decision=decision,
        ),
        Finding(UNITS[3], "R2", Status.MISSING, Cause.UNREADABLE, "Chưa đọc được tệp nào của đơn vị."),
        *(Finding(unit, "R3", Status.NOT_DUE, Cause.NONE, "Chưa đến hạn.") for unit in UNITS[1:]),
        Finding(UNITS[1], "R4", Status.MET, Cause.NONE, "Có nêu.", (evidence(first, 1),)),
        Finding(UNITS[2], "R4", Status.MET, Cause.NONE, "Có nêu.", (evidence(second, 1),)),
        Finding(UNITS[3], "R4", Status.MISSING, Cause.ABSENT, "Chưa nêu."),
        Finding(UNITS[0], "R5", Status.MISSING, Cause.ABSENT, "Chưa thấy văn bản đôn đốc."),
        Finding(UNITS[0], "R6", Status.MISSING, Cause.ABSENT, "Chưa có báo cáo tổng hợp."),
    )


REGISTER = Register(tuple(Unit(name) for name in UNITS), UNITS[0])


def office() -> OfficeFacts:
    return office_facts(plan(), PLAN_HEAD, REGISTER)


def nominated(decisions: Sequence[Decision] = ()) -> tuple[Nominee, ...]:
    """The exemplars of the reports with people's words on them."""
    read = {item.key: item.facts for item in submissions() if item.facts}
    return nominees(submissions(), read, REGISTER, spoken_on(submissions(), decisions))


def campaign(decision: Decision | None = None, on_people: Sequence[Decision] = ()) -> Campaign:
    return Campaign(plan(), submissions(), findings(decision), REGISTER, office(), AS_OF, nominated(on_people))
