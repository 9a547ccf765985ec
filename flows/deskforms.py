"""The forms that staff open by themselves: a word on any finding, a correction of any file, a new campaign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from checks.corrections import CORRECTED, FIELD_WORDS, subject
from checks.corrections import Field as Fact
from checks.decision import ANSWER_WORDS, Answer, Decision
from checks.finding import Finding
from checks.ruling import evidence_digest
from checks.units import Register
from extractors.facts import DocumentKind
from flows.asking import UNCHECKED, WHO, Slip
from flows.markdown import plain_text
from flows.typed_names import WrongForm, unit_named

CAMPAIGN = "Đợt (tên thư mục trong hộp thư hoặc tên đợt)"


class Verdict(StrEnum):
    # The form shows this line, so it speaks to staff.
    """Chọn một kết luận."""

    AGREE = "Thiếu, chưa đạt"  # also of a finding that the machine took for met
    ACCEPT = ANSWER_WORDS[Answer.ACCEPT]
    EXEMPT = ANSWER_WORDS[Answer.EXEMPT]
    REQUEST = ANSWER_WORDS[Answer.REQUEST]


_ANSWERS = {
    Verdict.AGREE: Answer.AGREE,
    Verdict.ACCEPT: Answer.ACCEPT,
    Verdict.EXEMPT: Answer.EXEMPT,
    Verdict.REQUEST: Answer.REQUEST,
}


class Item(StrEnum):
    # The form shows this line, so it speaks to staff.
    """Chọn thông tin cần sửa."""

    UNIT = FIELD_WORDS[Fact.UNIT]
    NUMBER = FIELD_WORDS[Fact.NUMBER]
    ISSUED = FIELD_WORDS[Fact.ISSUED]
    KIND = FIELD_WORDS[Fact.KIND]
    SIGNER = FIELD_WORDS[Fact.SIGNER]
    RECEIVED = FIELD_WORDS[Fact.RECEIVED]


_FACTS = {words: fact for fact, words in FIELD_WORDS.items()}
_KINDS = {"kế hoạch": DocumentKind.PLAN, "báo cáo": DocumentKind.REPORT, "khác": DocumentKind.OTHER}


class Ruling(Slip):
    """Kết luận của cán bộ về một kết quả đối chiếu."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    don_vi: str = Field(validation_alias="Phòng, đơn vị", title="Phòng, đơn vị")
    yeu_cau: str = Field(validation_alias="Mã yêu cầu", title="Mã yêu cầu, ví dụ R3")
    ket_luan: Verdict = Field(validation_alias="Kết luận", title="Kết luận")
    ly_do: str = Field(default="", title="Lý do")
    nguoi_ket_luan: str = Field(validation_alias=WHO, title=f"Họ và tên {UNCHECKED}", min_length=2)

    def decision(self, findings: Sequence[Finding], register: Register, now: str) -> Decision:
        """Return the decision; raises NotKnown, WrongForm: no such finding, or no reason for an exemption."""
        unit, code = unit_named(register, self.don_vi), self.yeu_cau.strip().casefold()
        finding = next((f for f in findings if f.unit == unit and f.requirement.casefold() == code), None)
        if finding is None:
            raise WrongForm(detail=f"không có kết quả nào mang mã “{self.yeu_cau}” của {unit}")
        answer = _ANSWERS[self.ket_luan]
        if answer is Answer.EXEMPT and not self.ly_do.strip():
            raise WrongForm(detail="bỏ qua thì phải ghi lý do")
        return Decision(
            finding.id,
            answer.value,
            " ".join(self.nguoi_ket_luan.split()),
            now,
            reason=" ".join(self.ly_do.split()),
            evidence=evidence_digest(finding),
        )


class Correction(Slip):
    """Sửa một thông tin máy đọc từ tệp."""

    dot: str = Field(validation_alias="Đợt", title=CAMPAIGN)
    tep: str = Field(validation_alias="Tệp", title="Tệp (như hiển thị trong danh sách)")
    thong_tin: Item = Field(validation_alias="Thông tin cần sửa", title="Thông tin cần sửa")
    gia_tri: str = Field(
        validation_alias="Giá trị đúng",
        title="Giá trị đúng (ngày ghi dạng ngày/tháng/năm; loại: kế hoạch, báo cáo, khác)",
    )
    nguoi_sua: str = Field(validation_alias=WHO, title=f"Họ và tên {UNCHECKED}", min_length=2)

    def decision(self, sha256: str, register: Register, now: str) -> Decision:
        """Return the decision on that original; raises NotKnown, WrongForm for a day or kind that cannot be read."""
        fact = _FACTS[self.thong_tin.value]
        typed = " ".join(self.gia_tri.split())
        value = unit_named(register, typed) if fact is Fact.UNIT and typed else _value(fact, typed, now)
        return Decision(subject(fact, sha256), CORRECTED, " ".join(self.nguoi_sua.split()), now, value=value)


def _value(fact: Fact, text: str, now: str) -> str:
    if fact is Fact.KIND:
        kind = _KINDS.get(text.casefold())
        if kind is None:
            raise WrongForm(detail=f"loại “{text}” không phải kế hoạch, báo cáo hay khác")
        return kind.value
    if fact in {Fact.ISSUED, Fact.RECEIVED}:
        day = _day(text)
        # The hour is not known; noon keeps the day in every time zone of the country.
        zone = datetime.fromisoformat(now).tzinfo
        return (
            day.isoformat()
            if fact is Fact.ISSUED
            else datetime(day.year, day.month, day.day, 12, tzinfo=zone).isoformat()
        )
    return text


def _day(text: str) -> date:
    try:
        day, month, year = (int(part) for part in text.replace("-", "/").replace(".", "/").split("/"))
        return date(year, month, day)
    except ValueError as error:
        raise WrongForm(detail=f"“{text}” không phải ngày dạng ngày/tháng/năm") from error


def declaration_fields(units: Sequence[str]) -> dict[str, Any]:
    """Return the fields of the form that declares a campaign: its title, and the office that collects."""
    enum: Any = StrEnum
    choice: Any = enum("DonVi", {f"u{n}": name for n, name in enumerate(units)})
    choice.__doc__ = "Chọn trong danh sách đơn vị."
    return {
        "ten_dot": (str, Field(title="Tên đợt", min_length=3, json_schema_extra={"position": 0})),
        "van_phong": (choice, Field(title="Đơn vị tổng hợp", json_schema_extra={"position": 1})),
        WHO: (
            str,
            Field(title=f"Họ và tên người khai báo {UNCHECKED}", min_length=2, json_schema_extra={"position": 2}),
        ),
    }


def declaration_text(folder: str, units: Sequence[str]) -> str:
    """Return the markdown above that form."""
    return (
        f"# Khai báo đợt cho thư mục\n\nThư mục **{plain_text(folder)}** đã có kế hoạch. Ghi tên đợt, chọn đơn vị tổng "
        f"hợp rồi bấm **Resume**. Danh sách {len(units):02d} đơn vị lấy từ tệp don-vi.xlsx. Sau đó hệ thống đọc "
        "kế hoạch và hỏi số, ngày của kế hoạch, thời hạn nộp báo cáo, đơn vị phải nộp."
    )
