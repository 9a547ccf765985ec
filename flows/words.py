"""The words that staff see for the nouns of the house, in one place (`design.md` 6)."""

from __future__ import annotations

from checks.finding import Status
from checks.submission import State

STATUS = {
    Status.MET: "Đạt",
    Status.PARTIAL: "Đạt một phần",
    Status.LATE: "Nộp muộn",
    Status.MISSING: "Thiếu",
    Status.NOT_DUE: "Chưa đến hạn",
}

# Letters that every machine can draw: clocks and half moons came out as empty boxes.
STATUS_SIGN = {
    Status.MET: "✓",
    Status.PARTIAL: "½",
    Status.LATE: "!",
    Status.MISSING: "✗",
    Status.NOT_DUE: "…",
}

STATE = {
    State.ACCEPTED: "được nhận",
    State.DUPLICATE: "trùng lặp",
    State.SUPERSEDED: "bị thay thế",
    State.ATTACHMENT: "tài liệu kèm theo",
    State.UNKNOWN_UNIT: "chưa rõ đơn vị",
    State.FOREIGN: "không thuộc đợt này",
    State.OPENED: "tệp nén đã mở",
    State.QUARANTINED: "không đọc được",
    State.IGNORED: "bỏ qua",
}
