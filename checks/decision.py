"""A person's word over a finding or a fact; it outlives re-reading and re-drafting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a person may answer to a gap (`design.md` 3)."""

    AGREE = "dong_y_la_thieu"
    ACCEPT = "chap_nhan"
    EXEMPT = "bo_qua_co_ly_do"
    REQUEST = "de_nghi_bo_sung"


ANSWER_WORDS = {
    Answer.AGREE: "Đồng ý là thiếu",
    Answer.ACCEPT: "Chấp nhận",
    Answer.EXEMPT: "Bỏ qua có lý do",
    Answer.REQUEST: "Đề nghị bổ sung",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when and why.

    `subject` is a finding's id ("R3@Phòng A") or a fact's name ("don_vi@<sha256>"); `answer` an Answer for findings,
    the kind of the new value for facts; `value` the corrected value; `decided_at` ISO 8601; `evidence` the digest of
    what the person saw, so that a decision on other evidence shows as stale. The reviewer's name is typed, unverified.
    """

    subject: str
    answer: str
    reviewer: str
    decided_at: str
    value: str = ""
    reason: str = ""
    evidence: str = ""
    stale: bool = False
